### Acts of services.

services-by-protocol = By the date of the protocol ({ DATE($date) }) — { MONEY($sum) }
services-by-issue = By the date of issue ({ DATE($date) }) — { MONEY($sum) }
services-by-payment = By the date of payment ({ DATE($date) }) — { MONEY($sum) }
services-own-words = { $text }
