### Тізім.

list-pair = { $first }, { $rest }
