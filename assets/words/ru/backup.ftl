### Резервные копии.

backup-title = Резервные копии
backup-about = Копии зашифрованы, делаются сами и прореживаются. На новом компьютере открываются паролем или картой восстановления.
backup-now = Сделать копию сейчас
backup-to = В папку…
backup-busy = Копируем…
backup-made = Копия готова: { $name }
backup-empty = Копий пока нет
backup-col-name = Файл
backup-col-when = Когда
backup-col-size = Размер
backup-restored = База восстановлена на { $at }. Обмен остановлен, пока вы не подтвердите.
backup-restored-about = Сверьте дела в работе и последние записи с датой копии, потом подтвердите.
backup-confirm = Подтвердить данные
backup-confirmed = Восстановленные данные подтверждены, обмен продолжается
backup-restore = Восстановить из копии
backup-restore-about = На этом компьютере базы нет. Выберите копию и откройте её своим паролем из той базы или картой восстановления. Сама копия не меняется.
backup-restore-folder = Папка с копиями
backup-restore-folder-hint = Сама копия, носитель с копиями или папка данных другого компьютера
backup-restore-need = Заполните поле: { $field }
backup-restore-go = Восстановить и войти
backup-restore-busy = Восстанавливаем…
backup-restore-done = База восстановлена из копии. Обмен остановлен, пока администратор не подтвердит.
backup-restore-not = Создать новый офис вместо копии
backup-copied = Папка базы скопирована или перенесена, замечено { $at }. Обмен остановлен, пока вы не подтвердите.
backup-suspended = База взята из копии. Обмен остановлен, пока вы не подтвердите.
backup-suspended-ask = Подтверждает администратор.
backup-confirm-reason = Что сверено и почему можно продолжать
backup-confirm-need = Напишите, что сверено
backup-choose = Выбрать папку…
backup-restore-look = Показать копии
backup-restore-looking = Проверяем…
backup-restore-none = В этой папке копий нет: выберите другую
backup-restore-list = Какая копия
backup-restore-need-copy = Выберите копию из списка
backup-restore-by = Чем открыть
backup-restore-by-password = Пароль
backup-restore-by-card = Карта
backup-restore-code-hint = Восемь групп по пять знаков; регистр, пробелы и дефисы не важны
backup-restore-go-card = Восстановить
backup-restore-done-card = База восстановлена. Теперь задайте логину новый пароль: код карты уже введён.
backup-office-unknown = Офис не указан
backup-cases = Дел: { NUMBER($count) }
backup-cases-unknown = Число дел неизвестно
backup-documents = Копий документов: { NUMBER($count) }
backup-documents-none = без копий документов
backup-condition-whole = Проверку прошла
backup-condition-damaged = Повреждена
backup-condition-newer = От более новой программы
backup-condition-not-read = Проверится при восстановлении
backup-away = Копии на другом диске
backup-away-about = Ежедневная копия с документами и ключами ложится и в эту папку. Если носителя нет, копия сделается, когда его подключат.
backup-away-none = Папка не выбрана: все копии лежат на этом же диске и пропадут вместе с ним.
backup-away-stop = Отключить
backup-away-last = Последняя удачная копия
backup-away-never = ещё не было
backup-away-state = Состояние
backup-away-fine = Всё в порядке
backup-away-waits = Первая копия сделается в ближайшие минуты
backup-away-warn = Предупреждать через столько дней без копии
backup-away-save = Сохранить
backup-away-saved = Сохранено
backup-away-same-disk = Эта папка на одном диске с данными: если диск сломается, пропадёт и копия.
backup-away-absent = Носителя нет: подключите его, копия сделается сама
backup-away-full = На носителе нет места: освободите его
backup-away-read-only = На носитель нельзя писать: проверьте права
backup-away-failed = Копирование не удалось: попробуйте другой носитель
backup-away-overdue =
    { $days ->
        [one] На другом диске нет копии уже { $days } день.
        [few] На другом диске нет копии уже { $days } дня.
       *[many] На другом диске нет копии уже { $days } дней.
    }
backup-away-mend = К копиям
backup-here = Копии рядом с данными
