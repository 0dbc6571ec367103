### Замечания к копиям.

copy-missing = Файла нет в папке
copy-outside = Путь ведёт за пределы папки: файл не открывали
copy-empty = Файл пуст
copy-encrypted = Файл закрыт паролем
copy-unreadable = Файл повреждён или скопирован не до конца
copy-wrong-format = Это не PDF, не JPEG и не PNG
copy-too-large = Файл больше допустимого
copy-hash-differs = Файл отличается от присланного платформой
copy-pages-differ = Число страниц не сходится: указано { $stated }, на деле { $found }
copy-unnamed = Файл не назван в заявлении: не взят
