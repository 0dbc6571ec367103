### Settings.

settings-title = Settings
settings-look = Look and keys
settings-language = Language
settings-theme = Theme
settings-theme-system = As the system
settings-theme-light = Light
settings-theme-dark = Dark
settings-theme-contrast = Contrast
settings-density = Height of rows
settings-density-comfortable = Roomy
settings-density-dense = Dense
settings-zoom = Zoom
settings-single-keys = Single-letter keys
settings-single-keys-about = Switch off when you work with a screen reader: every act also has its place in a menu.
settings-password = Change the password
settings-password-old = Current password
settings-password-new = New password
settings-password-change = Change
settings-password-done = The password is changed
settings-program = About the program
settings-lock = Locks itself
settings-lock-minutes =
    { $minutes ->
        [one] after { $minutes } idle minute
       *[other] after { $minutes } idle minutes
    }
