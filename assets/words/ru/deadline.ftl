### Название срока.

deadline-d8 = Проверка карьерным центром
deadline-d9 = Направление в центр признания
deadline-d9n = Отказ после отрицательного ответа
deadline-d10 = Выдача ваучера
deadline-d13 = Продление срока
deadline-d16 = Направление акта
deadline-d17 = Перечисление выплат
deadline-send-refusal = Направление отказа претенденту
deadline-centre-answer = Ответ центра признания
deadline-validity = Срок действия ваучера
