# Перечень лиц — приложение к акту. Столбцы наши: форма их не называет.
paper-persons-file-title = Перечень лиц к акту № { $number } от { $date }
paper-persons-attached-to = Приложение к акту оказанных услуг № { $number } от { $date }
paper-persons-title = Перечень лиц, прошедших процедуру признания профессиональных квалификаций
paper-persons-name = Фамилия, имя, отчество
paper-persons-voucher = Ваучер, №
paper-persons-profession = Профессия
paper-persons-level = Уровень
paper-persons-protocol = Протокол, № и дата
paper-persons-exam = Дата экзамена
paper-persons-venue = Место экзамена
paper-persons-price = Цена, ₸
paper-persons-reimbursed = Возмещается, ₸
paper-persons-own-share = Доплата лица, ₸
