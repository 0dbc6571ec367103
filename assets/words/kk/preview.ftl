### Қағазды қарау.

preview-preview = Басылатын файлдың өзі
preview-draft = қаралама
preview-language = Қағаздың тілі
preview-both = Екі тілде
preview-save = PDF сақтау
preview-save-to = Қалтаға…
preview-print = Басып шығару
preview-saved = Сақталды: { $path } ({ $size })
preview-show-folder = Қалтаны ашу
preview-printed = «{ $printer }» принтеріне жіберілді, дана: { NUMBER($copies) }
preview-print-failed = Басып шығару сәтсіз болды. Файл сақталған; принтерді тексеріп, қайталаңыз.
preview-unknown = Мұндай қағаз жоқ
