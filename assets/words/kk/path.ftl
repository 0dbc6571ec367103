### Істің жолы: қадамдар.

path-title = Істің жолы
path-done = өтті
path-current = қазір осында
path-ahead = алда
path-no-term = мерзім жоқ
path-term = { $days } жұм. күні
path-term-calendar = { $days } күн
path-paragraph = { $paragraph }-т.
path-received = Түсті
path-review = Тексеру
path-refusal = Бас тарту
path-mobility-centre = Орталыққа
path-recognition-centre = Жауап
path-voucher = Ваучер
path-use = Рәсім
path-protocol = Хаттама
path-act = Акт
path-payment = Төлем
