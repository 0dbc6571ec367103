### Қағидаларды түсіндіру параметрлері.

reading-receipt-nonworking = демалыс күні түскен өтініш сол күні түскен болып саналады
reading-eod-fatal = мерзім соңғы күннің аяғына дейін
reading-eod-target = ішкі мақсат — жұмыс күнінің соңына дейін
reading-office-week = кеңсенің жұмыс аптасы
reading-tz-by-date = күн өңірдің сол күнгі уақыты бойынша
reading-target-send-refusal = бас тарту сол күні жіберіледі
reading-cp-remind = орталыққа еске салу
reading-cp-escalate = басшыға хабарлау
reading-validity-inclusive = соңғы күн толық қолданылады
reading-annul-grace = күшін жою келесі жұмыс күнінің соңына дейін күтеді
reading-extension-by = ауырған күндер мерзімді тоқтата тұрады
