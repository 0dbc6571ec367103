### Показ документов.

viewer-documents = Копии документов
viewer-none = К заявлению не приложены копии
viewer-page = Страница { NUMBER($page) } из { NUMBER($of) }
viewer-pages = { NUMBER($count) } стр.
viewer-smaller = Уменьшить
viewer-larger = Увеличить
viewer-by-width = по ширине
viewer-fit = По ширине окна
viewer-rotate = Повернуть по часовой стрелке
viewer-pair = Два документа рядом
viewer-evidence = открытая проверка — об этом документе
viewer-broken = Не удалось открыть документ
viewer-broken-about = Файл повреждён или записан не до конца. Данные дела целы. Загрузите копию с платформы ещё раз и примите заявление снова.
viewer-lost = Копию не удалось прочитать. Данные дела целы; откройте дело ещё раз.
viewer-other = Файлы этого вида в окне не показываются
