### Хаттардың тұрақты мәтіні.

office-letter-paragraph = Ережелердің { $paragraph }-тармағы
office-letter-position-supervisor = Мансап орталығының басшысы
office-letter-position-mobility = Еңбек мобильділігі орталығының басшысы
office-letter-late-sheet = Еңбекке уақытша жарамсыздық парағы ваучердің күші жойылғаннан кейін түсті, ал жарамсыздық ваучер мерзімі ішінде басталған.
office-letter-timely-use = Ваучердің мерзімінде пайдаланылғанының дәлелі кейін түсті.
