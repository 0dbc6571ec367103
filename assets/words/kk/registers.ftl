### Кеңсе тізілімдері терезеде.

registers-title = Тізілімдер
registers-which = Қай тізілім
registers-applications = Өтініштер журналы
registers-refusals = Бас тартулар тізілімі
registers-vouchers = Ваучерлер тізілімі
registers-payments = Төлемдер тізілімі
registers-from = Қай күннен
registers-to = Қай күнге дейін
registers-filter = Сүзгі
registers-filter-about = Өтініштер тізіміндегі сүзгімен бірдей.
registers-text = Аты-жөні, ЖСН, телефон, ваучер не акт №
registers-closed = Жабылған істермен бірге
registers-mine = Менің шешімімді күтетіндер ғана
registers-drop = Алып тастау
registers-excel = Excel-ге
registers-saved = Сақталды: { $path }
