### Вид копии документа.

document-diploma = Диплом
document-education-certificate = Документ об образовании
document-labour-book = Трудовая книжка
document-labour-contract = Трудовой договор
document-employer-act-extract = Выписка из приказов
document-pay-sheets = Ведомость зарплаты
document-service-record = Послужной список
document-pension-fund-extract = Выписка ЕНПФ
document-social-insurance-extract = Выписка ГФСС
document-archive-certificate = Архивная справка
document-court-decision = Решение суда
document-electronic-labour-record = Электронные данные о труде
document-identity-document = Удостоверение личности
document-name-change = Документ о перемене имени
document-incapacity-sheet = Лист временной нетрудоспособности
document-other = Другой документ
document-unstated = Вид не указан
