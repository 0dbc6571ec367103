### Этап дела.

stage-in-review = Проверяет КЦ
stage-refusal-drafted = Готовится отказ
stage-refused = Отказ подписан
stage-at-mobility-centre = В ЦТМ
stage-at-recognition-centre = В центре признания
stage-declined = Центр ответил отрицательно
stage-decline-drafted = Готовится отказ по п. 9
stage-decline-formed = Отказ по п. 9 подписан
stage-refusal-sent = Отказ направлен
stage-confirmed = Центр подтвердил
stage-issued = Ваучер выдан
stage-used = Ваучер использован
stage-protocol = Протокол подписан
stage-act-received = Акт поступил
stage-act-returned = Акт возвращён
stage-act-accepted = Акт принят
stage-closed = Дело закрыто
stage-annulled = Ваучер аннулирован
stage-withdrawn = Заявление отозвано
