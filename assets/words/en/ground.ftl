### The ground of a refusal.

ground-incomplete-package = incomplete package
ground-incorrectly-filled = incorrectly filled
ground-requirements-not-met = requirements not met
ground-negative-answer = negative answer of the centre
