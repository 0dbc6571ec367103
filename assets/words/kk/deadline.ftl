### Мерзімнің аты.

deadline-window = Өтініш қабылдаудың соңғы күні
deadline-review = Мансап орталығының тексеруі
deadline-send-review-refusal = Бас тартуды үміткерге жіберу
deadline-send-to-centre = Тану орталығына жіберу
deadline-centre-answer = Тану орталығының жауабы
deadline-send-centre-refusal = Теріс жауап бойынша бас тартуды жіберу
deadline-send-voucher = Ваучерді жіберу
deadline-validity = Ваучердің қолданылу мерзімі
deadline-extend = Мерзімді ұзарту
deadline-send-act = Актіні жіберу
deadline-pay-centre = Тану орталығына төлем
deadline-pay-person = Үміткерге төлем
