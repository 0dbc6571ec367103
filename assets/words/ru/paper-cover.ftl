# Сопроводительный лист дня.
paper-cover-file-title = Бумаги дня на подпись, { $date }
paper-cover-title = Бумаги на подпись, { $day }
paper-cover-how = Отметьте квадратом то, что вышло из принтера целиком; остальное верните в очередь печати.
paper-cover-came-out = Вышло
paper-cover-kind = Бумага
paper-cover-number = Номер
paper-cover-name = О ком
paper-cover-pages = Стр.
paper-cover-signature = Подпись
