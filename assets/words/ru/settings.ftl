### Настройки.

settings-title = Настройки
settings-look = Вид и клавиши
settings-language = Язык
settings-theme = Тема
settings-theme-system = Как в системе
settings-theme-light = Светлая
settings-theme-dark = Тёмная
settings-theme-contrast = Контрастная
settings-density = Высота строк
settings-density-comfortable = Просторно
settings-density-dense = Плотно
settings-zoom = Масштаб
settings-single-keys = Клавиши из одной буквы
settings-single-keys-about = Выключите, если работаете с программой чтения экрана: у каждого действия есть место в меню.
settings-password = Сменить пароль
settings-password-old = Текущий пароль
settings-password-new = Новый пароль
settings-password-change = Сменить
settings-password-done = Пароль изменён
settings-program = О программе
settings-lock = Автоблокировка
settings-lock-minutes =
    через { $minutes ->
        [one] { $minutes } минуту
        [few] { $minutes } минуты
       *[many] { $minutes } минут
    } бездействия
