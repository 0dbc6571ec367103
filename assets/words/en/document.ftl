### The kind of a copy.

document-diploma = Diploma
document-education-certificate = Document of education
document-labour-book = Labour book
document-labour-contract = Labour contract
document-employer-act-extract = Extract of orders
document-pay-sheets = Pay sheets
document-service-record = Service record
document-pension-fund-extract = Pension fund extract
document-social-insurance-extract = Social insurance extract
document-archive-certificate = Archive certificate
document-court-decision = Court decision
document-electronic-labour-record = Electronic labour record
document-identity-document = Identity document
document-name-change = Document of a change of name
document-incapacity-sheet = Sick-leave sheet
document-other = Other document
document-unstated = Kind not stated
