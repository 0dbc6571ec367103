### The data of the office.

office-email-wrong = An e-mail address needs one @ and a domain with a dot
