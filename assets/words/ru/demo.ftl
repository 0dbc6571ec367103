### tanu-cli demo: учреждение для демонстрации.

demo-made = Демонстрационный офис готов: дел — { $cases }, событий — { $events }
demo-account = { $login } — { $password } ({ $name })
demo-not-empty = { $folder }: в папке уже есть база. Укажите пустую папку
demo-failed = Демонстрационный офис не создан: { $what }
