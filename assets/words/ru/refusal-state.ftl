### Состояние отказа.

refusal-state-none = не начат
refusal-state-draft = черновик
refusal-state-to-sign = на подписи
refusal-state-returned = возвращён
refusal-state-formed = подписан
refusal-state-sent = направлен
