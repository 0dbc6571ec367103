### The state of a refusal.

refusal-state-none = not begun
refusal-state-draft = draft
refusal-state-to-sign = to sign
refusal-state-returned = returned
refusal-state-formed = signed
refusal-state-sent = sent
