# Заявление о выдаче ваучера (приложение 1 к Правилам). Слова формы — как в форме.
paper-application-file-title = Заявление о выдаче единоразового ваучера: { $name }
paper-application-appendix = Приложение 1 к Правилам выдачи, финансирования и распределения между регионами Республики Казахстан единоразовых ваучеров на признание профессиональных квалификаций
paper-application-to = Центр трудовой мобильности
paper-application-to-caption = (область, город республиканского значения, столица)
paper-application-title = Заявление о выдаче единоразового ваучера
paper-application-level = { $level }
paper-application-consent = Даю согласие на сбор и обработку моих персональных данных в соответствии с Законом Республики Казахстан «О персональных данных и их защите», а также Законом на получение информационных рассылок на телефонный номер абонентского устройства сотовой связи и (или) на электронный адрес. Сообщаю о себе следующие сведения:
paper-application-education = 1. Образование
paper-application-work = 2. Сведения, подтверждающие трудовую деятельность (трудовой стаж) по указанной профессиональной квалификации
paper-application-copies = Электронные копии документов об образовании и подтверждающих трудовую деятельность согласно подпунктам 1), 2) и 3) статьи 35 Трудового кодекса Республики Казахстан
paper-application-copy = { $copy } ({ $pages ->
    [one] { $pages } страница
    [few] { $pages } страницы
   *[many] { $pages } страниц
})
paper-application-skills = 3. Навык или навыки по профессии
paper-application-account = 4. Номер 20-ти значного карточного или текущего счета
paper-application-residence = 5. Место проживания [место постоянной регистрации]
paper-application-warned = Предупрежден (а) об ответственности за предоставление недостоверных сведений и документов.
paper-application-centre = Центр признания профессиональной квалификации
paper-application-phone = Номер мобильного телефона
paper-application-email = Адрес электронной почты (e-mail)
paper-application-signature = Электронная цифровая подпись
paper-application-date = Дата
paper-application-until-now = по настоящее время
paper-application-copy-diploma = диплом
paper-application-copy-education-certificate = документ об образовании
paper-application-copy-labour-book = трудовая книжка
paper-application-copy-labour-contract = трудовой договор
paper-application-copy-employer-act-extract = выписка из акта работодателя
paper-application-copy-pay-sheets = ведомости заработной платы
paper-application-copy-service-record = послужной список
paper-application-copy-pension-fund-extract = выписка из пенсионного фонда
paper-application-copy-social-insurance-extract = выписка из фонда социального страхования
paper-application-copy-archive-certificate = архивная справка
paper-application-copy-court-decision = решение суда
paper-application-copy-electronic-labour-record = сведения электронного трудового учёта
paper-application-copy-identity-document = документ, удостоверяющий личность
paper-application-copy-name-change = документ о перемене имени
paper-application-copy-incapacity-sheet = лист временной нетрудоспособности
paper-application-request = Я, { $name }{ $iin } прошу выдать мне единоразовый ваучер на признание профессиональной квалификации в целях установления { $level } уровня профессиональной квалификации (навыка, навыков) по профессии { $profession }.
paper-application-name-hint = [Фамилия, Имя, Отчество (при его наличии)]
paper-application-iin-hint = [индивидуальный идентификационный номер]
paper-application-level-hint = [уровень квалификации]
paper-application-profession-hint = [профессия]
paper-application-education-hint = [полное наименование учебной организации, направление подготовки, дата окончания]
paper-application-work-hint = [информация электронного трудового]
paper-application-skills-hint = [навык (-и)]
paper-application-skills-caption = (для ввода вручную)
paper-application-centre-hint = [аккредитованный центр признания]
paper-application-date-hint = "___" ___________20___ года
