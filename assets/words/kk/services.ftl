### Көрсетілген қызметтер актілері.

services-by-protocol = Хаттама күні бойынша ({ DATE($date) }) — { MONEY($sum) }
services-by-issue = Ваучер берілген күн бойынша ({ DATE($date) }) — { MONEY($sum) }
services-by-payment = Төлем күні бойынша ({ DATE($date) }) — { MONEY($sum) }
services-own-words = { $text }
