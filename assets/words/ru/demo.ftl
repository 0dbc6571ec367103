### tanu-cli demo: учреждение для демонстрации.

demo-made = Учреждение для демонстрации готово: дел — { $cases }, событий — { $events }
demo-account = { $login } — { $password } ({ $name })
demo-not-empty = { $folder }: в папке уже есть база. Укажите пустую папку
demo-failed = Учреждение для демонстрации не создано: { $what }
