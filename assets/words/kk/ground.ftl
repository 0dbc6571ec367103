### Бас тарту негізі.

ground-incomplete-package = құжаттар топтамасы толық емес
ground-incorrectly-filled = өтініш дұрыс толтырылмаған
ground-requirements-not-met = талаптарға сәйкес келмейді
ground-negative-answer = тану орталығының теріс жауабы
