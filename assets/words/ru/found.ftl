### Первая настройка офиса.

found-title = Новый офис
found-about = На этом компьютере ещё нет базы. Укажите офис и его администратора.
found-name-kk = Карьерный центр, по-казахски
found-name-ru = Карьерный центр, по-русски
found-centre-kk = Центр трудовой мобильности, по-казахски
found-centre-ru = Центр трудовой мобильности, по-русски
found-region = Регион
found-week = Рабочая неделя
found-week-days = { $days }-дневная
found-administrator = Администратор
found-need = Заполните поле: { $field }
found-login-hint = Латинские буквы и цифры, например aidana
found-again-hint = Чтобы опечатка не закрыла вход
found-go = Создать офис
found-go-on = Карта в конверте, продолжить
