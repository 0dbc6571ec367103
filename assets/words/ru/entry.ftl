### Вход и блокировка.

entry-title = Вход
entry-about = Единоразовые ваучеры на признание профессиональных квалификаций
entry-login = Логин
entry-password = Пароль
entry-go = Войти
entry-busy = Открываем базу…
entry-need-both = Введите логин и пароль
entry-wait =
    Следующая попытка через { $seconds ->
        [one] { $seconds } секунду
        [few] { $seconds } секунды
       *[many] { $seconds } секунд
    }
entry-wrong-before = Неверных паролей с последнего входа: { NUMBER($count) }
entry-forgot = Забыли пароль?
entry-recover = Вход по карте восстановления
entry-recover-about = Введите код с карты и задайте этому логину новый пароль. Данные заново не шифруются.
entry-code = Код с карты
entry-recover-go = Сменить пароль и войти
entry-accounts = Логины демонстрационного офиса
entry-accounts-about = Выберите строку — логин и пароль подставятся.
entry-version = версия { $version }
