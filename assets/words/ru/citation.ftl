### Ссылка на Правила.

citation-place = Правила, п. { $paragraph }
citation-open = { $place }: показать содержание
citation-edition = редакция { $code }
citation-no-text = Краткое содержание этого пункта ещё не записано
