### Что сделать дальше.

todo-review = Рассмотреть пакет
todo-sign-refusal = Подписать отказ
todo-send-refusal = Направить отказ
todo-forward-to-centre = Направить в центр признания
todo-await-centre = Ждать ответа центра
todo-draft-decline = Оформить отказ по п. 9
todo-issue = Выдать ваучер
todo-watch-voucher = Следить за сроком ваучера
todo-await-protocol = Ждать протокол
todo-await-act = Ждать акт
todo-settle-act = Проверить акт
todo-pay = Перечислить выплаты
todo-await-new-act = Ждать новый акт
