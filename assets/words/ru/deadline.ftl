### Название срока.

deadline-window = Последний день приёма заявлений
deadline-review = Проверка карьерным центром
deadline-send-review-refusal = Направление отказа претенденту
deadline-send-to-centre = Направление в центр признания
deadline-centre-answer = Ответ центра признания
deadline-send-centre-refusal = Направление отказа после отрицательного ответа
deadline-send-voucher = Направление ваучера
deadline-validity = Срок действия ваучера
deadline-extend = Продление срока
deadline-send-act = Направление акта
deadline-pay-centre = Выплата центру признания
deadline-pay-person = Выплата претенденту
