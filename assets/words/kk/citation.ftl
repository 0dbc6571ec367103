### Қағидаларға сілтеме.

citation-place = Қағидалар, { $paragraph }-т.
citation-open = { $place }: мазмұнын көрсету
citation-edition = { $code } редакциясы
citation-no-text = Бұл тармақтың қысқаша мазмұны әлі жазылмаған
