# Application for a voucher (Appendix 1 of the Rules).
paper-application-file-title = Application for a one-time voucher: { $name }
paper-application-appendix = Appendix 1 to the Rules for issuing, financing and distributing one-time vouchers for the recognition of professional qualifications among the regions of the Republic of Kazakhstan
paper-application-to = Labour mobility centre:
paper-application-to-caption = (region, city of republican significance, capital)
paper-application-title = Application for a one-time voucher
paper-application-i = I,
paper-application-ask = , ask for a one-time voucher for the recognition of a professional qualification, to establish level
paper-application-level = {""} of professional qualification (skill, skills) in the profession
paper-application-profession = .
paper-application-consent = I consent to the collection and processing of my personal data under the Law of the Republic of Kazakhstan “On personal data and their protection”, and to receiving messages by mobile phone and (or) e-mail. I state about myself:
paper-application-education = 1. Education:
paper-application-work = 2. Record of work in this qualification:
paper-application-copies = Electronic copies of documents of education and of work under sub-paragraphs 1), 2) and 3) of article 35 of the Labour Code of the Republic of Kazakhstan:
paper-application-copy = { $copy } ({ $pages ->
    [one] { $pages } page
   *[other] { $pages } pages
})
paper-application-skills = 3. Skill or skills in the profession
paper-application-account = 4. Card or current account of 20 characters:
paper-application-residence = 5. Place of residence (of permanent registration):
paper-application-warned = I am warned of liability for false information and documents.
paper-application-centre = Recognition centre:
paper-application-phone = Mobile telephone:
paper-application-email = E-mail:
paper-application-signature = Electronic digital signature
paper-application-date = Date:
paper-application-until-now = until now
paper-application-copy-diploma = diploma
paper-application-copy-education-certificate = certificate of education
paper-application-copy-labour-book = labour book
paper-application-copy-labour-contract = labour contract
paper-application-copy-employer-act-extract = extract from an act of the employer
paper-application-copy-pay-sheets = pay sheets
paper-application-copy-service-record = service record
paper-application-copy-pension-fund-extract = extract of the pension fund
paper-application-copy-social-insurance-extract = extract of the social insurance fund
paper-application-copy-archive-certificate = archive certificate
paper-application-copy-court-decision = court decision
paper-application-copy-electronic-labour-record = electronic labour record
paper-application-copy-identity-document = identity document
paper-application-copy-name-change = proof of a changed name
paper-application-copy-incapacity-sheet = sheet of temporary incapacity
