### Құжат көшірмесінің түрі.

document-diploma = Диплом
document-education-certificate = Білім туралы құжат
document-labour-book = Еңбек кітапшасы
document-labour-contract = Еңбек шарты
document-employer-act-extract = Бұйрықтардан үзінді
document-pay-sheets = Жалақы ведомосы
document-service-record = Қызметтік тізім
document-pension-fund-extract = БЖЗҚ үзіндісі
document-social-insurance-extract = МӘСҚ үзіндісі
document-archive-certificate = Мұрағат анықтамасы
document-court-decision = Сот шешімі
document-electronic-labour-record = Электрондық еңбек деректері
document-identity-document = Жеке басты куәландыратын құжат
document-name-change = Аты-жөнінің өзгергені туралы құжат
document-incapacity-sheet = Еңбекке уақытша жарамсыздық парағы
document-other = Басқа құжат
document-unstated = Түрі көрсетілмеген
