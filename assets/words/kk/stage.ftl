### Істің кезеңі.

stage-in-review = МО тексеріп жатыр
stage-refusal-drafted = Бас тарту дайындалып жатыр
stage-refused = Бас тартуға қол қойылды
stage-at-mobility-centre = ЕМО-да
stage-at-recognition-centre = Тану орталығында
stage-declined = Орталықтан теріс жауап
stage-decline-drafted = 9-т. бойынша бас тарту дайындалып жатыр
stage-decline-formed = 9-т. бойынша бас тартуға қол қойылды
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
stage-withdrawn = Өтініш кері қайтарып алынды
