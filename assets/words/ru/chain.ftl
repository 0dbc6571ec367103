### Что нашла проверка журнала.

chain-broken = Первый разрыв: { $part } { $at }, { $what }
chain-rows-differ = Таблица расходится с журналом: { $table }
