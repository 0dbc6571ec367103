// The grounds of a synthetic refusal, in both languages.
import type { RefusalItem } from '$lib/contract';
import { PAR8, said } from './rows';

const item = (name: string, ground: string, kk: string, ru: string): RefusalItem => ({
  check: name,
  title: said(`check-title-${name}`),
  code: name,
  ground,
  citation: PAR8,
  included: true,
  kk,
  ru,
  written_kk: kk,
  written_ru: ru,
});
export const GROUNDS: RefusalItem[] = [
  item(
    'work-copy',
    'incomplete_package',
    'Еңбек қызметін растайтын құжат қоса берілмеген: ұсынылған БЖЗҚ үзіндісі Еңбек кодексінің 35-бабы 1), 2) және 3) тармақшаларында аталған құжаттардың қатарына кірмейді.',
    'Не приложен документ, подтверждающий трудовую деятельность: представленная выписка ЕНПФ не относится к документам, названным в подпунктах 1), 2) и 3) статьи 35 Трудового кодекса.',
  ),
  item(
    'copy-readable',
    'incomplete_package',
    'Диплом көшірмесінің екінші беті оқылмайды: қойылған баға мен біліктілік атауы көрінбейді.',
    'Вторая страница копии диплома не читается: не видны оценка и название квалификации.',
  ),
  item(
    'level',
    'incorrectly_filled',
    'Өтініште көрсетілген 5-деңгей тізілімде осы кәсіп үшін көзделмеген.',
    'Указанный в заявлении 5-й уровень для этой профессии в реестре не предусмотрен.',
  ),
  item(
    'experience',
    'requirements_not_met',
    'Кәсіп бойынша расталған еңбек өтілі — 1 жыл 2 ай, кәсіптік стандарт 3 жылды талап етеді.',
    'Подтверждённый стаж по профессии — 1 год 2 месяца, профессиональный стандарт требует 3 года.',
  ),
];
