### Entrance and lock.

entry-title = Sign in
entry-about = One-time vouchers for the recognition of professional qualifications
entry-login = Login
entry-password = Password
entry-go = Sign in
entry-busy = Opening the database…
entry-need-both = Type the login and the password
entry-wait =
    { $seconds ->
        [one] Next try in { $seconds } second
       *[other] Next try in { $seconds } seconds
    }
entry-wrong-before = Wrong passwords since the last sign-in: { NUMBER($count) }
entry-forgot = Forgot the password?
entry-recover = Sign in with the recovery card
entry-recover-about = Type the code of the card and give this login a new password. The data are not encrypted anew.
entry-code = Code of the card
entry-recover-go = Change the password and sign in
entry-accounts = Logins of the demonstration office
entry-accounts-about = Choose a line: its login and password are filled in.
entry-version = version { $version }
