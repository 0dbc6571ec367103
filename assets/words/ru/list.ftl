### Перечисление.

list-pair = { $first }, { $rest }
