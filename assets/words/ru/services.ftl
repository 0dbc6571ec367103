### Акты оказанных услуг.

services-by-protocol = По дате протокола ({ DATE($date) }) — { MONEY($sum) }
services-by-issue = По дате выдачи ваучера ({ DATE($date) }) — { MONEY($sum) }
services-by-payment = По дате оплаты ({ DATE($date) }) — { MONEY($sum) }
services-own-words = { $text }
