# Күннің ілеспе парағы.
paper-cover-file-title = Қол қоюға арналған күн қағаздары, { $date }
paper-cover-title = Қол қоюға арналған қағаздар, { $day }
paper-cover-how = Принтерден толық шыққанын шаршымен белгілеңіз; қалғанын басып шығару кезегіне қайтарыңыз.
paper-cover-came-out = Шықты
paper-cover-kind = Қағаз
paper-cover-number = Нөмірі
paper-cover-name = Кім туралы
paper-cover-pages = Бет
paper-cover-signature = Қолы
