### Fields of Appendix 1.

field-f1-01 = Region of the mobility centre
field-f1-02 = Surname, name, patronymic
field-f1-03 = IIN
field-f1-04 = Level of qualification
field-f1-05 = Profession
field-f1-06 = Consent to data processing
field-f1-07 = Education: school, field, date of graduation
field-f1-08 = Work record
field-f1-09 = Skills of the profession
field-f1-10 = Account number (20 characters)
field-f1-11 = Place of permanent registration
field-f1-12 = Warning of liability
field-f1-13 = Recognition centre chosen
field-f1-14 = Mobile phone
field-f1-15 = E-mail
field-f1-16 = Digital signature
field-f1-17 = Date of the application
