### Бас тартудың күйі.

refusal-state-none = басталмаған
refusal-state-draft = қаралама
refusal-state-to-sign = қол қоюда
refusal-state-returned = қайтарылды
refusal-state-formed = қол қойылды
refusal-state-sent = жіберілді
