### Мерзімнің түсіндірмесі.

why-open = Неге дәл осы күн
why-head = { $actor }: { $term }, Қағидалардың { $paragraph }-тармағы
why-term-working = { $days } жұмыс күні
why-term-calendar = { $days } күнтізбелік күн
why-no-term = мерзім белгіленбеген
why-due = Соңғы күн — { $date }
why-no-due = Заңды соңғы күн жоқ
why-calendar = Жұмыс күндерінің күнтізбесі: { $version }
why-target = Ішкі мақсатымыз — { DATE($date) }
why-reading = Таңдалған түсінік: { $reading } ({ $name })
why-day-named = { $why }: { $name }
