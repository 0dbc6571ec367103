## Печать пакета дня: названия в файле.

printing-cover = Лист-обложка
printing-day = Документы за { DATE($day) }
