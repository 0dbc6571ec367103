### tanu-cli demo: the demonstration office.

demo-made = The demonstration office is ready: { $cases } cases, { $events } events
demo-account = { $login } — { $password } ({ $name })
demo-not-empty = { $folder }: there is a database in the folder already. Name an empty one
demo-failed = The demonstration office could not be made: { $what }
