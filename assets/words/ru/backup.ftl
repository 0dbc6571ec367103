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
backup-restore-about = На этом компьютере базы нет. Укажите папку копии и свой логин с паролем из той базы. Сама копия не меняется.
backup-restore-folder = Полный путь к папке копии
backup-restore-folder-hint = Откройте папку в проводнике и скопируйте строку адреса
backup-restore-need = Заполните поле: { $field }
backup-restore-card = Если пароль забыт, администратор открывает копию картой восстановления из командной строки: tanu-cli restore --recovery
backup-restore-go = Восстановить и войти
backup-restore-busy = Восстанавливаем…
backup-restore-done = База восстановлена из копии. Обмен остановлен, пока администратор не подтвердит.
backup-restore-not = Создать новый офис вместо копии
