### Әрекеттер журналы.

journal-title = Әрекеттер журналы
journal-count = { $count } оқиға
journal-verify = Тізбекті тексеру
journal-verifying = Тексеріп жатырмыз…
journal-sound = Журнал бүтін: оқиға — { NUMBER($events) }, тіркелген файл — { NUMBER($attachments) }.
journal-broken = Журналдың тізбегі бұзылған. Ештеңені өшірмей, әкімшіге хабарлаңыз.
journal-empty = Журнал әзірге бос
journal-col-when = Қашан
journal-col-who = Кім
journal-col-what = Не болды
journal-col-case = Іс
journal-col-hash = Тізбек белгісі
journal-newer = Жаңарақ
journal-older = Ескірек
journal-range = { NUMBER($total) } ішінен { NUMBER($from) }–{ NUMBER($until) }
