### Кіру және құлыптау беті.

entry-title = Кіру
entry-about = Кәсіптік біліктілікті тануға арналған біржолғы ваучерлер
entry-login = Логин
entry-password = Құпиясөз
entry-go = Кіру
entry-busy = Дерекқорды ашып жатырмыз…
entry-need-both = Логин мен құпиясөзді енгізіңіз
entry-wait = Келесі әрекет { $seconds } секундтан кейін
entry-wrong-before = Соңғы кіруден бері қате құпиясөз саны: { NUMBER($count) }
entry-forgot = Құпиясөзді ұмыттым
entry-recover = Қалпына келтіру картасымен кіру
entry-recover-about = Картадағы кодты енгізіп, осы логинге жаңа құпиясөз беріңіз. Деректер қайта шифрланбайды.
entry-code = Картадағы код
entry-recover-go = Құпиясөзді ауыстырып кіру
entry-accounts = Демонстрациялық кеңсенің логиндері
entry-accounts-about = Жолды таңдаңыз — логин мен құпиясөз өзі жазылады.
entry-version = нұсқа { $version }
