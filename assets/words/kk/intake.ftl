### Өтінішті қалтадан қабылдау.

intake-title = Өтінішті қабылдау
intake-about = Қалтада application.json және құжат көшірмелері (PDF, JPEG, PNG) болуы керек.
intake-drop = Қалтаны осы терезеге сүйреп әкеліңіз немесе таңдаңыз
intake-pick = Қалтаны таңдау
intake-busy = Оқып жатырмыз…
intake-examples = Демонстрацияға арналған өтініштер
intake-take = Қабылдау
intake-take-example = Қабылдау: { $name }
intake-example-clean = Ескертусіз өтініш
intake-example-defective = Төрт кемшілігі бар өтініш
intake-example-saturday = Сенбіде, ауыстырылған демалыс алдында түскен
intake-result = Нәтиже
intake-taken = № { $number } өтініш қабылданды
intake-known = бұрын қабылданған, ештеңе өзгерген жоқ
intake-open = Ашу
