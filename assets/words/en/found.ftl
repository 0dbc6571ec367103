### The first setting up of an office.

found-title = A new office
found-about = There is no database on this computer yet. State the office and its administrator.
found-name-kk = Career centre, in Kazakh
found-name-ru = Career centre, in Russian
found-centre-kk = Labour mobility centre, in Kazakh
found-centre-ru = Labour mobility centre, in Russian
found-region = Region
found-week = Working week
found-week-days =
    { $days ->
        [one] { $days } day
       *[other] { $days } days
    }
found-administrator = Administrator
found-need = Fill in: { $field }
found-login-hint = Latin letters and digits, for example aidana
found-again-hint = So that a slip of the finger does not shut you out
found-go = Found the office
found-go-on = The card is in its envelope, go on
