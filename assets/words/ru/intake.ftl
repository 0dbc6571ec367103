### Приём заявления из папки.

intake-title = Принять заявление
intake-about = В папке должны лежать application.json и копии документов (PDF, JPEG, PNG).
intake-drop = Перетащите папку в это окно или выберите её
intake-pick = Выбрать папку
intake-busy = Читаем…
intake-examples = Заявления для демонстрации
intake-take = Принять
intake-take-example = Принять: { $name }
intake-example-clean = Заявление без замечаний
intake-example-defective = Заявление с четырьмя недостатками
intake-example-saturday = Поступило в субботу перед перенесённым выходным
intake-result = Что получилось
intake-taken = Заявление № { $number } принято
intake-known = уже было принято, ничего не изменилось
intake-open = Открыть
