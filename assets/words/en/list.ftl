### A list.

list-pair = { $first }, { $rest }
