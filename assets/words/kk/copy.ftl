### Көшірмелер туралы ескертулер.

copy-missing = Файл қалтада жоқ
copy-outside = Жол қалтадан тыс шығады: файл ашылған жоқ
copy-empty = Файл бос
copy-encrypted = Файл құпиясөзбен жабылған
copy-unreadable = Файл бүлінген немесе соңына дейін көшірілмеген
copy-wrong-format = PDF те, JPEG те, PNG де емес
copy-too-large = Файл рұқсат етілгеннен үлкен
copy-hash-differs = Файл платформа жібергеннен өзге
copy-pages-differ = Бет саны сәйкес емес: көрсетілгені { $stated }, шын мәнінде { $found }
copy-unnamed = Өтініште аталмаған файл: алынбады
