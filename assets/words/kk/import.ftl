### Қалтадан қабылдау неге болмады.

import-folder-unreadable = Қалта ашылмайды: рұқсатты тексеріңіз
import-no-application = Қалтада application.json жоқ: өтініш қалтасын таңдаңыз
import-application-unreadable = application.json оқылмайды: файлды платформадан қайта алыңыз
import-application-too-large = application.json тым үлкен: бұл өтініш файлы емес
import-not-text = application.json UTF-8 мәтіні емес: файлды платформадан қайта алыңыз
import-not-application = application.json өтініш емес: { $place } — { $problem }
import-too-many-copies = Өтініште көшірме тым көп: қалтаны платформадан қайта алыңыз
import-copies-too-large = Көшірмелердің жалпы көлемі тым үлкен: оларды кішірейтіп, қайта қабылдаңыз
