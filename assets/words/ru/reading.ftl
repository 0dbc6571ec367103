### Прочтения Правил.

reading-receipt-nonworking = поступившее в нерабочий день считается поступившим в этот день
reading-eod-fatal = срок истекает в конце последнего дня
reading-eod-target = наша цель — до конца рабочего дня
reading-office-week = рабочая неделя офиса
reading-tz-by-date = дата по времени региона на тот день
reading-target-send-refusal = отказ направляется в тот же день
reading-cp-remind = напоминание центру
reading-cp-escalate = доклад руководителю
reading-validity-inclusive = последний день действует полностью
reading-annul-grace = аннулирование ждёт конца следующего рабочего дня
reading-extension-by = дни болезни приостанавливают срок
