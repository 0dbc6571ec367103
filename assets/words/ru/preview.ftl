### Просмотр бумаги.

preview-preview = Тот самый файл, который будет напечатан
preview-draft = черновик
preview-language = Язык бумаги
preview-both = На двух
preview-save = Сохранить PDF
preview-save-to = В папку…
preview-print = Печать
preview-saved = Сохранено: { $path } ({ $size })
preview-show-folder = Открыть папку
preview-printed = Отправлено на принтер «{ $printer }», экземпляров: { NUMBER($copies) }
preview-print-failed = Напечатать не удалось. Файл цел; проверьте принтер и повторите.
preview-unknown = Такой бумаги нет
