### Основание отказа.

ground-incomplete-package = неполный пакет документов
ground-incorrectly-filled = неправильное заполнение
ground-requirements-not-met = несоответствие требованиям
ground-negative-answer = отрицательный ответ центра признания
