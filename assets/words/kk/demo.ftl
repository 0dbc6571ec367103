### tanu-cli demo: көрсетілім мекемесі.

demo-made = Көрсетілім мекемесі дайын: { $cases } іс, { $events } оқиға
demo-account = { $login } — { $password } ({ $name })
demo-not-empty = { $folder }: қалтада дерекқор бар. Бос қалтаны көрсетіңіз
demo-failed = Көрсетілім мекемесі жасалмады: { $what }
