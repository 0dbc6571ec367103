## Күндер мен аралықтар: кез келген экран мен құжатқа ортақ.

format-working-days = { NUMBER($days) } жұмыс күні
format-calendar-days = { NUMBER($days) } күнтізбелік күн
format-from-to = { DATE($from) }–{ DATE($to) } аралығында
format-until = { DATE($date) } дейін
