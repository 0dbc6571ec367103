### Баптаулар.

settings-title = Баптаулар
settings-look = Көрініс және пернелер
settings-language = Тіл
settings-theme = Түс тақырыбы
settings-theme-system = Жүйедегідей
settings-theme-light = Ашық
settings-theme-dark = Қараңғы
settings-theme-contrast = Контрасты
settings-density = Жолдардың биіктігі
settings-density-comfortable = Кең
settings-density-dense = Тығыз
settings-zoom = Масштаб
settings-single-keys = Бір әріпті пернелер
settings-single-keys-about = Экран оқу бағдарламасымен жұмыс істесеңіз, өшіріңіз: әрбір әрекеттің мәзірде орны бар.
settings-password = Құпиясөзді өзгерту
settings-password-old = Қазіргі құпиясөз
settings-password-new = Жаңа құпиясөз
settings-password-change = Өзгерту
settings-password-done = Құпиясөз өзгертілді
settings-program = Бағдарлама туралы
settings-lock = Өздігінен құлыпталу
settings-lock-minutes = { $minutes } минут әрекетсіздіктен кейін
