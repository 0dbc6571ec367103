### Журнал тексерісінің нәтижесі.

chain-broken = Алғашқы үзік: { $part } { $at }, { $what }
chain-rows-differ = Кесте журналға сәйкес емес: { $table }
