### Құжаттарды көрсету.

viewer-documents = Құжат көшірмелері
viewer-none = Өтінішке көшірмелер тіркелмеген
viewer-page = { NUMBER($of) } беттің { NUMBER($page) }-беті
viewer-pages = { NUMBER($count) } бет
viewer-smaller = Кішірейту
viewer-larger = Үлкейту
viewer-by-width = ені бойынша
viewer-fit = Терезенің еніне келтіру
viewer-rotate = Сағат тілімен бұру
viewer-pair = Екі құжатты қатар қою
viewer-evidence = ашық тексеру осы құжатқа қатысты
viewer-broken = Құжат ашылмады
viewer-broken-about = Файл бүлінген немесе аяғына дейін жазылмаған. Іс деректері орнында. Көшірмені платформадан қайта жүктеп, өтінішті қайта қабылдаңыз.
viewer-lost = Көшірме оқылмады. Іс деректері орнында; істі қайта ашып көріңіз.
viewer-other = Бұл түрдегі файл терезеде көрсетілмейді
