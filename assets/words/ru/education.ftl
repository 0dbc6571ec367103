### Уровни образования.

education-basic = основное среднее
education-secondary = общее среднее
education-vocational = техническое и профессиональное
education-post-secondary = послесреднее
education-bachelor = бакалавриат
education-master = магистратура
education-doctor = докторантура
