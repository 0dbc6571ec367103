### Білім деңгейлері.

education-basic = негізгі орта
education-secondary = жалпы орта
education-vocational = техникалық және кәсіптік
education-post-secondary = орта білімнен кейінгі
education-bachelor = бакалавриат
education-master = магистратура
education-doctor = докторантура
