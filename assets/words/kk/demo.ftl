### tanu-cli demo: көрсетілім мекемесі.

demo-made = Демонстрациялық кеңсе дайын: { $cases } іс, { $events } оқиға
demo-account = { $login } — { $password } ({ $name })
demo-not-empty = { $folder }: қалтада дерекқор бар. Бос қалтаны көрсетіңіз
demo-failed = Демонстрациялық кеңсе жасалмады: { $what }
