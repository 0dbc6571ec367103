### A place of the Rules.

citation-place = Rules, par. { $paragraph }
citation-open = { $place }: show what it says
citation-edition = edition { $code }
citation-no-text = Our wording of this paragraph is not written yet
