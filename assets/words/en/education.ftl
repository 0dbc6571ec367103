### Levels of education.

education-basic = basic secondary
education-secondary = general secondary
education-vocational = technical and vocational
education-post-secondary = post-secondary
education-bachelor = bachelor
education-master = master
education-doctor = doctor
