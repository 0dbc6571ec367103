### Істің кезеңі.

stage-in-review = МО тексеруде
stage-refusal-drafted = Бас тарту дайындалуда
stage-refused = Бас тартылды
stage-at-mobility-centre = ЕМО-да
stage-at-recognition-centre = Тану орталығында
stage-declined = Орталық қарсы
stage-decline-drafted = 9-т. бас тарту дайындалуда
stage-decline-formed = 9-т. бас тартылды
stage-refusal-sent = Бас тарту жіберілді
stage-confirmed = Орталық растады
stage-issued = Ваучер берілді
stage-used = Ваучер пайдаланылды
stage-protocol = Хаттамаға қол қойылды
stage-act-received = Акт түсті
stage-act-returned = Акт қайтарылды
stage-act-accepted = Акт қабылданды
stage-closed = Іс жабылды
stage-annulled = Ваучердің күші жойылды
stage-withdrawn = Өтініш кері қайтарылды
