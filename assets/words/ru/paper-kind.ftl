### Вид бумаги.

paper-kind-application = Заявление
paper-kind-refusal = Мотивированный отказ
paper-kind-voucher = Ваучер
paper-kind-extension-notice = Уведомление о продлении
paper-kind-annulment-notice = Уведомление об аннулировании
paper-kind-reinstatement-notice = Уведомление о восстановлении
paper-kind-act = Акт оказанных услуг
paper-kind-persons = Перечень лиц
paper-kind-act-return = Возврат акта
paper-kind-hand-out = Памятка претенденту
