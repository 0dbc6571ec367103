// Synthetic cases for tests and for looking at screens. Every person is invented; the numbers carry
// valid check digits of nobody.
import type { Chip, DayStep, QueueRow, Said, StripKind } from '$lib/contract';

export const TODAY = '2026-10-22';
export const said = (key: string, args: Said['args'] = {}): Said => ({ key, args });

export const EDITION = 'B';
export const CALENDAR = '2026.3';
export const cite = (paragraph: string, text?: [string, string, string]) => ({
  paragraph,
  edition: EDITION,
  text: text ? { kk: text[0], ru: text[1], en: text[2] } : null,
});
export const PAR8 = cite('8', [
  'Мансап орталығы өтініш түскен күннен кейін бір жұмыс күні ішінде құжаттардың толықтығын, дұрыс толтырылуын және біліктілік пен білімге қойылатын талаптарға сәйкестігін тексереді.',
  'Карьерный центр за один рабочий день после дня поступления проверяет, весь ли пакет, верно ли он заполнен и отвечает ли требованиям к квалификации и образованию.',
  'Within one working day after the day of receipt the career centre checks that the package is whole, rightly filled in and meets the requirements to qualification and education.',
]);
export const PAR3 = cite('3', [
  'Платформа үміткердің жұмыссыз ретінде тіркелуін, өңірде ваучер барын және осы жылы ваучер алмағанын тексереді.',
  'Платформа сама проверяет регистрацию безработным, наличие ваучера в регионе и то, что ваучер в этом году не получен.',
  'The platform checks registration as unemployed, a free voucher in the region and that none was received this year.',
]);

interface Person {
  name: string;
  iin: string;
  profession: string;
  level: number;
  centre: string;
  strip: StripKind;
  days: number;
  fatal: string | null;
  zero: string;
  todo: string;
  stage: string;
  owner: string;
  meter: [number, number, number, number];
}
export const NURGALIEVA = 'Ахметжанова Нұргүл Серікқызы';
const DUISENOV = 'Дүйсенов Самат Болатұлы';
export const PEOPLE: Person[] = [
  {
    name: 'Жүнісова Ләззат Ерғалиқызы',
    iin: '870512······',
    profession: 'Повар',
    level: 3,
    centre: 'ЦПК «Асхана-Эксперт»',
    strip: 'overdue',
    days: 1,
    fatal: '2026-10-21',
    zero: '2026-10-20',
    todo: 'review',
    stage: 'in-review',
    owner: NURGALIEVA,
    meter: [6, 0, 1, 1],
  },
  {
    name: 'Әубәкіров Дәурен Қайратұлы',
    iin: '910304······',
    profession: 'Плотник',
    level: 3,
    centre: 'ЦПК «Құрылыс кадр»',
    strip: 'overdue',
    days: 1,
    fatal: '2026-10-21',
    zero: '2026-10-20',
    todo: 'forward-to-centre',
    stage: 'at-mobility-centre',
    owner: DUISENOV,
    meter: [8, 0, 0, 0],
  },
  {
    name: 'Нұрғалиев Әбілқайыр Ғаниұлы',
    iin: '890117······',
    profession: 'Слесарь-электрик',
    level: 4,
    centre: 'ЦПК «КИПиА Север»',
    strip: 'today',
    days: 0,
    fatal: '2026-10-22',
    zero: '2026-10-21',
    todo: 'review',
    stage: 'in-review',
    owner: NURGALIEVA,
    meter: [4, 0, 1, 1],
  },
  {
    name: 'Соколова Ирина Петровна',
    iin: '780926······',
    profession: 'Парикмахер',
    level: 3,
    centre: 'ЦПК «Шеберлік»',
    strip: 'today',
    days: 0,
    fatal: '2026-10-22',
    zero: '2026-10-21',
    todo: 'review',
    stage: 'in-review',
    owner: NURGALIEVA,
    meter: [8, 0, 0, 0],
  },
  {
    name: 'Тілеуберген Мадина',
    iin: '030701······',
    profession: 'Помощник воспитателя',
    level: 3,
    centre: 'ЦПК «Бөбек»',
    strip: 'today',
    days: 0,
    fatal: '2026-10-22',
    zero: '2026-10-21',
    todo: 'sign-refusal',
    stage: 'refusal-drafted',
    owner: NURGALIEVA,
    meter: [4, 4, 0, 0],
  },
  {
    name: 'Бекмұхамбетов Руслан',
    iin: '950830······',
    profession: 'Машинист экскаватора',
    level: 4,
    centre: 'ЦПК «Құрылыс кадр»',
    strip: 'today',
    days: 0,
    fatal: '2026-10-22',
    zero: '2026-10-21',
    todo: 'issue',
    stage: 'confirmed',
    owner: DUISENOV,
    meter: [3, 0, 0, 0],
  },
  {
    name: 'Оспанова Айгерім Серікқызы',
    iin: '990211······',
    profession: 'Швея',
    level: 2,
    centre: 'ЦПК «Шеберлік»',
    strip: 'tomorrow',
    days: 1,
    fatal: '2026-10-23',
    zero: '2026-10-22',
    todo: 'review',
    stage: 'in-review',
    owner: NURGALIEVA,
    meter: [5, 0, 0, 3],
  },
  {
    name: 'Петренко Олег Николаевич',
    iin: '720615······',
    profession: 'Водитель погрузчика',
    level: 3,
    centre: 'ЦПК «Құрылыс кадр»',
    strip: 'tomorrow',
    days: 1,
    fatal: '2026-10-23',
    zero: '2026-10-22',
    todo: 'review',
    stage: 'in-review',
    owner: NURGALIEVA,
    meter: [4, 0, 0, 4],
  },
  {
    name: 'Төлегенов Асқар Маратұлы',
    iin: '860422······',
    profession: 'Бухгалтер',
    level: 5,
    centre: 'ЦПК «Қаржы»',
    strip: 'tomorrow',
    days: 1,
    fatal: '2026-10-23',
    zero: '2026-10-22',
    todo: 'draft-decline',
    stage: 'declined',
    owner: DUISENOV,
    meter: [2, 0, 0, 1],
  },
  {
    name: 'Ким Виктор Андреевич',
    iin: '910304······',
    profession: 'Электрогазосварщик',
    level: 4,
    centre: 'ЦПК «Темір ұста»',
    strip: 'tomorrow',
    days: 1,
    fatal: '2026-10-23',
    zero: '2026-10-22',
    todo: 'issue',
    stage: 'confirmed',
    owner: NURGALIEVA,
    meter: [2, 0, 0, 1],
  },
  {
    name: 'Қасымова Гүлмира Бақытқызы',
    iin: '830219······',
    profession: 'Кондитер',
    level: 3,
    centre: 'ЦПК «Асхана-Эксперт»',
    strip: 'later',
    days: 2,
    fatal: '2026-10-28',
    zero: '2026-10-23',
    todo: 'settle-act',
    stage: 'act-received',
    owner: DUISENOV,
    meter: [2, 0, 0, 4],
  },
  {
    name: 'Сәрсенбаев Ерлан Қуанышұлы',
    iin: '900101······',
    profession: 'Столяр',
    level: 3,
    centre: 'ЦПК «Темір ұста»',
    strip: 'later',
    days: 7,
    fatal: '2026-11-03',
    zero: '2026-10-21',
    todo: 'watch-voucher',
    stage: 'issued',
    owner: NURGALIEVA,
    meter: [1, 0, 1, 1],
  },
  {
    name: 'Лебедева Наталья Сергеевна',
    iin: '850515······',
    profession: 'Парикмахер',
    level: 4,
    centre: 'ЦПК «Темір ұста»',
    strip: 'later',
    days: 11,
    fatal: '2026-11-06',
    zero: '2026-10-21',
    todo: 'watch-voucher',
    stage: 'issued',
    owner: DUISENOV,
    meter: [2, 0, 0, 1],
  },
  {
    name: 'Ахметов Бауыржан',
    iin: '000229······',
    profession: 'Токарь',
    level: 4,
    centre: 'ЦПК «Темір ұста»',
    strip: 'later',
    days: 15,
    fatal: '2026-11-12',
    zero: '2026-10-21',
    todo: 'watch-voucher',
    stage: 'issued',
    owner: NURGALIEVA,
    meter: [2, 0, 0, 1],
  },
  {
    name: 'Мұқанова Сәуле Тілеуқызы',
    iin: '880417······',
    profession: 'Маляр',
    level: 3,
    centre: 'ЦПК «Құрылыс кадр»',
    strip: 'waiting_for_centre',
    days: 8,
    fatal: null,
    zero: '2026-10-14',
    todo: 'await-centre',
    stage: 'at-recognition-centre',
    owner: NURGALIEVA,
    meter: [8, 0, 0, 0],
  },
  {
    name: 'Гончарова Елена Викторовна',
    iin: '760828······',
    profession: 'Социальный работник',
    level: 4,
    centre: 'ЦПК «Мейірім»',
    strip: 'waiting_for_centre',
    days: 3,
    fatal: null,
    zero: '2026-10-19',
    todo: 'await-centre',
    stage: 'at-recognition-centre',
    owner: DUISENOV,
    meter: [8, 0, 0, 0],
  },
];

const STATE: Record<StripKind, Chip['state']> = {
  overdue: 'overdue',
  today: 'today',
  tomorrow: 'tomorrow',
  later: 'later',
  waiting_for_centre: 'waiting',
  expiring_vouchers: 'later',
  to_sign: 'today',
  to_print: 'nothing',
  not_confirmed: 'nothing',
};

const dayAfter = (date: string) =>
  new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
const HOLIDAYS: Record<string, { kk: string; ru: string; en: string }> = {
  '2026-10-26': {
    kk: 'Республика күні (ауыстырылды)',
    ru: 'День Республики (перенос)',
    en: 'Republic Day (transferred)',
  },
};

export function stepsOf(zero: string, fatal: string | null): DayStep[] {
  const steps: DayStep[] = [{ date: zero, counts: false, why: 'day_zero', name: null }];
  if (!fatal) return steps;
  for (let date = dayAfter(zero); date <= fatal; date = dayAfter(date)) {
    const weekend = [0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay());
    const holiday = HOLIDAYS[date] ?? null;
    steps.push({
      date,
      counts: !weekend && !holiday,
      why: holiday ? 'transfer' : weekend ? 'weekend' : 'working',
      name: holiday,
    });
  }
  return steps;
}

/** What the desk gives as the tape: the days to the limit, and on to today when it is past. */
function tapeOf(zero: string, fatal: string): Chip['tape'] {
  const last = fatal > TODAY ? fatal : TODAY;
  const days = stepsOf(zero, last).slice(1);
  // As at the desk: more than sixteen days are a bar, not cells.
  return days.length > 16 ? [] : days.map(({ date, counts }) => ({ date, counts }));
}

function chipOf(person: Person): Chip {
  return {
    state: STATE[person.strip],
    paragraph: '8',
    since: person.zero,
    fatal: person.fatal,
    target: person.fatal,
    days: person.days,
    until: '18:00',
    tape: person.fatal ? tapeOf(person.zero, person.fatal) : [],
  };
}

export const ROWS: QueueRow[] = PEOPLE.map((person, index) => ({
  case: `00000000-0000-7000-8000-0000000045${17 + index}`,
  number: `00${4517 + index}`,
  name: person.name,
  iin_masked: person.iin,
  profession: person.profession,
  centre: person.centre,
  level: person.level,
  stage: person.stage,
  stage_said: said(`stage-${person.stage}`),
  todo: said(`todo-${person.todo}`),
  actor: said('actor-specialist'),
  strip: person.strip,
  deadline: chipOf(person),
  checks: {
    pass: person.meter[0],
    fail: person.meter[1],
    warn: person.meter[2],
    human: person.meter[3],
    total: person.meter.reduce((sum, part) => sum + part, 0),
  },
  owner: person.owner,
  finality: 'confirmed',
  received_on: person.zero,
  voucher: null,
  voucher_last_day: null,
}));

/** As many rows as wished, in the order of the strips, with the same people over and over. */
export function crowd(count: number): QueueRow[] {
  return Array.from({ length: count }, (_, index) => {
    const row = ROWS[Math.floor((index * ROWS.length) / count)];
    if (!row) throw new Error('no rows');
    const number = String(index + 1).padStart(6, '0');
    return { ...row, case: `00000000-0000-7000-8000-000000${number}`, number };
  });
}

/** The same rows with the longest words a list may meet. */
export function longNamed(): QueueRow[] {
  const name =
    'Құрманғалиева-Нұрпейісова Гүлжаһан-Айсәуле Әбдірахманқызы-Сұлтанмұратқызы (бұрынғы тегі Бекмұхаммедова-Өтеғалиева) Ай';
  return ROWS.map((row) => ({
    ...row,
    name,
    profession:
      'Өнеркәсіптік жабдықтарды монтаждау және жөндеу жөніндегі электргазбен дәнекерлеуші',
    centre: 'ЖШС «Солтүстік Қазақстан өңіраралық кәсіптік біліктілікті тану орталығы»',
  }));
}
