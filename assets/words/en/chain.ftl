### What verifying found.

chain-broken = The first broken link: { $part } { $at }, { $what }
chain-rows-differ = A table differs from the journal: { $table }
