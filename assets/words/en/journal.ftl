### The journal.

journal-title = Journal
journal-count =
    { $count ->
        [one] { $count } event
       *[other] { $count } events
    }
journal-verify = Verify the chain
journal-verifying = Verifying…
journal-sound = The journal is sound: events { NUMBER($events) }, attachments { NUMBER($attachments) }.
journal-broken = The chain of the journal is broken. Delete nothing and tell the administrator.
journal-empty = The journal is empty so far
journal-col-when = When
journal-col-who = Who
journal-col-what = What happened
journal-col-case = Case
journal-col-hash = Link of the chain
journal-newer = Newer
journal-older = Older
journal-range = { NUMBER($from) }–{ NUMBER($until) } of { NUMBER($total) }
