### Заң деректерінің файлдарындағы қателер: күнтізбе, редакция, АЕК.

data-fault-shape = { $place }: бұл күтілген пішіндегі JSON емес: { $detail }
data-fault-format = { $place }: пішім нөмірі { $found }, бағдарлама { $known } біледі; бағдарламаны жаңартыңыз
data-fault-empty = { $place }: бос қалдырылған; толтырыңыз
data-fault-twice = { $place }: «{ $value }» екі рет кездеседі; біреуін қалдырыңыз
data-fault-no-such-day = { $place }: { $value } деген күн жоқ (ай-күн)
data-fault-ends-before-it-begins = { $place }: аяқталуы басталуынан ерте; жылдарын тексеріңіз
data-fault-language-missing = { $place }: үш тілдің бірінде мәтін жоқ; kk, ru, en толтырыңыз
data-fault-year-out-of-range = { $place }: { $value } жылы мүмкін емес
data-fault-other-year = { $place }: { $value } күні { $year } жылға жатпайды
data-fault-already-weekend = { $place }: { $value } онсыз да демалыс күні; жұмыс күнін көрсетіңіз
data-fault-not-weekend = { $place }: { $value } демалыс күні емес; сенбі немесе жексенбі керек
data-fault-year-not-known = { $place }: { $value } жылы күнтізбеде жоқ; алдымен жылды қосыңыз
data-fault-no-years = { $place }: бірде-бір жыл жоқ
data-fault-gap = { $place }: { $value } жылдың алдындағы жыл жоқ; жылдар қатарынан жүруі керек
data-fault-missing = { $place }: «{ $value }» күні көрсетілмеген; қосыңыз
data-fault-not-known = { $place }: «{ $value }» белгісіз атау
data-fault-words-and-state = { $place }: { $value }-тармақтың мәтіні күйіне сай емес
data-fault-out-of-range = { $place }: { $value } рұқсат етілген шектен тыс
data-fault-order = { $place }: { $value } күндердің ретін бұзады; ескісінен жаңасына қарай жазыңыз
data-fault-bank-code = { $place }: «{ $value }» — банк коды емес; үш цифр керек
data-fault-none-confirmed = { $place }: расталған бірде-бір редакция жоқ
