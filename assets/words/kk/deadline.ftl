### Мерзімнің аты.

deadline-d8 = Мансап орталығының тексеруі
deadline-d9 = Тану орталығына жіберу
deadline-d9n = Теріс жауап бойынша бас тарту
deadline-d10 = Ваучер беру
deadline-d13 = Мерзімді ұзарту
deadline-d16 = Актіні жіберу
deadline-d17 = Төлемдерді аудару
deadline-send-refusal = Бас тартуды үміткерге жіберу
deadline-centre-answer = Тану орталығының жауабы
deadline-validity = Ваучердің қолданылу мерзімі
