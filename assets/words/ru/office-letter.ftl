### Постоянный текст писем.

office-letter-paragraph = п. { $paragraph } Правил
office-letter-position-supervisor = Руководитель карьерного центра
office-letter-position-mobility = Руководитель центра трудовой мобильности
office-letter-late-sheet = Лист временной нетрудоспособности поступил после аннулирования, а нетрудоспособность началась в сроке ваучера.
office-letter-timely-use = Доказательство своевременного использования ваучера поступило позже.
