### Постоянные части окна: разделы, верхняя строка, состояние места.

shell-title = Tanu — ваучеры на признание квалификаций
shell-dead = Программа не смогла начать работу
shell-demonstration = Демонстрация: люди вымышлены
shell-skip = Сразу к странице
shell-search = Поиск и команды
shell-help = Клавиши и справка
shell-rooms = Разделы
shell-group-work = Работа
shell-group-control = Контроль
shell-group-office = Офис
shell-room-today = Сегодня
shell-room-queue = Заявления
shell-room-sign = На подпись
shell-room-print = Печать
shell-room-journal = Журнал действий
shell-room-calendar = Правила и календарь
shell-room-people = Сотрудники
shell-room-backup = Резервные копии
shell-room-settings = Настройки
shell-import = Принять заявление
shell-state = Состояние рабочего места
shell-database = Данные
shell-alone = Локальная база
shell-alone-long = Хранятся на этом компьютере в зашифрованном виде; решения принимаются здесь
shell-outbox =
    { $count ->
        [one] { $count } запись ждёт отправки
        [few] { $count } записи ждут отправки
       *[many] { $count } записей ждут отправки
    }
shell-edition = Редакция Правил
shell-edition-code = редакция { $code }
shell-unconfirmed = не подтверждена
shell-calendar = Календарь рабочих дней
shell-calendar-line = календарь { $version }
shell-clock = Часы компьютера
shell-clock-fine = Сходятся с журналом
shell-clock-behind = Часы отстают
shell-clock-behind-about = Часы компьютера отстают от последней записи журнала. Исправьте дату и время, чтобы сроки не посчитались неверно.
shell-version = Версия программы
shell-none = нет
shell-seal = Проверить QR-код бумаги
shell-seal-about = Считайте сканером код с ваучера или отказа либо вставьте его текст. Проверка идёт без сети.
shell-seal-code = Текст кода
shell-seal-go = Проверить
shell-lock = Заблокировать
shell-room-acts = Акты
shell-room-registers = Реестры
shell-room-office = Офис
shell-disk-little = На диске { $disk } мало места: свободно { NUMBER($free) } МБ.
shell-disk-little-about = Работать можно; когда останется меньше { NUMBER($needed) } МБ, новое записываться не будет.
shell-disk-low = На диске { $disk } нет места: свободно { NUMBER($free) } МБ, для работы нужно { NUMBER($needed) } МБ.
shell-disk-low-about = Новое не записывается, всё сохранённое цело; читать, печатать и выходить можно.
shell-disk-do = Удалите ненужные загрузки, очистите корзину, перенесите старые копии на другой диск или позовите администратора. Папку { $folder } не трогайте.
