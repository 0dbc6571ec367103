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
