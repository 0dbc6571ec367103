### Почему папка не принята.

import-folder-unreadable = Папка не открывается: проверьте права
import-no-application = В папке нет application.json: выберите папку заявления
import-application-unreadable = application.json не читается: получите файл с платформы ещё раз
import-application-too-large = application.json слишком велик: это не файл заявления
import-not-text = application.json — не текст в UTF-8: получите файл с платформы ещё раз
import-not-application = application.json — не заявление: { $place } — { $problem }
import-too-many-copies = В заявлении слишком много копий: получите папку с платформы ещё раз
import-copies-too-large = Копии вместе слишком велики: уменьшите их и примите папку снова
