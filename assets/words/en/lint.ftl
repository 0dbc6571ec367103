### Remarks on a refusal.

lint-number-changed = The number { $number } is gone from the text: numbers and dates come from the check
lint-foreign-ground = The text names a reason outside paragraph 8 (lateness, quota, status): take it out
lint-not-translated = The Kazakh text is not translated
