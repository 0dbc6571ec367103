// Synthetic cases for tests and for looking at screens. Every person is invented; the numbers carry
// valid check digits of nobody.
import type {
  CaseView,
  CheckView,
  Chip,
  DayStep,
  DeadlineView,
  PathStep,
  QueueRow,
  RefusalItem,
  Said,
  StripKind,
  VerdictView,
} from '$lib/contract';

export const TODAY = '2026-10-22';
export const said = (key: string, args: Said['args'] = {}): Said => ({ key, args });

const EDITION = 'B';
const CALENDAR = '2026.3';
const cite = (paragraph: string, text?: [string, string, string]) => ({
  paragraph,
  edition: EDITION,
  text: text ? { kk: text[0], ru: text[1], en: text[2] } : null,
});
const PAR8 = cite('8', [
  'Мансап орталығы өтініш түскен күннен кейін бір жұмыс күні ішінде құжаттардың толықтығын, дұрыс толтырылуын және біліктілік пен білімге қойылатын талаптарға сәйкестігін тексереді.',
  'Карьерный центр за один рабочий день после дня поступления проверяет, весь ли пакет, верно ли он заполнен и отвечает ли требованиям к квалификации и образованию.',
  'Within one working day after the day of receipt the career centre checks that the package is whole, rightly filled in and meets the requirements to qualification and education.',
]);
const PAR3 = cite('3', [
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
const NURGALIEVA = 'Ахметжанова Нұргүл Серікқызы';
const DUISENOV = 'Дүйсенов Самат Болатұлы';
const PEOPLE: Person[] = [
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

function stepsOf(zero: string, fatal: string | null): DayStep[] {
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

function chipOf(person: Person): Chip {
  return {
    state: STATE[person.strip],
    paragraph: '8',
    fatal: person.fatal,
    target: person.fatal,
    days: person.days,
    until: '18:00',
    tape: stepsOf(person.zero, person.fatal)
      .slice(1)
      .slice(0, 16)
      .map(({ date, counts }) => ({ date, counts })),
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

const check = (
  position: number,
  name: string,
  verdict: VerdictView,
  code: string,
  args: Said['args'] = {},
  more: Partial<CheckView> = {},
): CheckView => ({
  check: name,
  position,
  verdict,
  title: said(`check-title-${name}`),
  code,
  text: said(`check-${code}`, args),
  citation: PAR8,
  ground: 'requirements_not_met',
  gate: false,
  field: null,
  documents: [],
  facts: [],
  may_record: verdict === 'human' || verdict === 'warn',
  cleared_by: said('role-specialist'),
  decided: null,
  ...more,
});

const PATH: [string, string, string, number | null][] = [
  ['received', 'platform', '3', 0],
  ['review', 'specialist', '8', 1],
  ['mobility-centre', 'mobility-officer', '9', 1],
  ['recognition-centre', 'recognition-centre', '9', null],
  ['voucher', 'mobility-officer', '10', 1],
  ['use', 'claimant', '10', 60],
  ['act', 'recognition-centre', '16', 3],
  ['payment', 'accountant', '17', 5],
];
const pathOf = (zero: string): PathStep[] =>
  PATH.map(([code, actor, paragraph, days], index) => ({
    code,
    title: said(`path-${code}`),
    actor: said(`actor-${actor}`),
    citation: cite(paragraph),
    term_days: days,
    state: index === 0 ? 'done' : index === 1 ? 'current' : 'ahead',
    on: index === 0 ? zero : null,
  }));

export function caseOf(id: string): CaseView | null {
  const index = ROWS.findIndex((row) => row.case === id);
  const [row, person] = [ROWS[index], PEOPLE[index]];
  if (!row || !person) return null;
  const clock: DeadlineView = {
    citation: PAR8,
    code: 'review',
    title: said('deadline-review'),
    actor: said('actor-specialist'),
    state: 'today',
    day_zero: person.zero,
    term_days: 1,
    working: true,
    fatal: person.fatal,
    target: person.fatal,
    met_on: null,
    days: person.days,
    steps: stepsOf(person.zero, person.fatal),
    calendar_version: CALENDAR,
    readings: ['receipt.nonworking'],
    main: true,
  };
  const field = (fid: string, value: string, masked = false, checks: string[] = []) => ({
    id: fid,
    label: said(`field-${fid.toLowerCase()}`),
    value,
    masked,
    checks,
  });
  const document = (
    file: string,
    kind: string,
    media: 'pdf' | 'jpeg',
    pages: number,
    problem: Said | null = null,
  ) => ({
    id: file,
    kind,
    title: said(`document-${kind}`),
    file,
    media,
    bytes: 148_000,
    pages,
    sha256: 'a'.repeat(64),
    problem,
    checks: [],
  });
  const gate = { gate: true, citation: PAR3, ground: null };
  const checks = [
    check(1, 'name', 'pass', 'name-given'),
    check(2, 'iin', 'pass', 'iin-right'),
    check(3, 'level', 'pass', 'level-exists'),
    check(4, 'profession', 'pass', 'profession-in-register'),
    check(5, 'consent', 'pass', 'consent-given'),
    check(6, 'education-level', 'pass', 'education-level-met', {}, { documents: ['diploma.pdf'] }),
    check(
      7,
      'education-copy',
      'pass',
      'education-copy-attached',
      {},
      { documents: ['diploma.pdf'] },
    ),
    check(
      8,
      'experience',
      'warn',
      'experience-too-short',
      { stated_months: 31, required_months: 36 },
      {
        documents: ['orders.pdf'],
        facts: [
          { label: said('field-f1-08'), value: '2020-02-03' },
          { label: said('field-f1-04'), value: '4' },
          { label: said('check-title-experience-proof'), value: '31' },
        ],
      },
    ),
    check(
      9,
      'copy-readable',
      'human',
      'copy-not-looked-at',
      { copy: '3', kind: 'labour-book-1.jpg' },
      { documents: ['labour-book-1.jpg'] },
    ),
    check(10, 'skills', 'pass', 'skills-given'),
    check(11, 'residence', 'pass', 'residence-known'),
    check(12, 'signature', 'pass', 'signature-valid'),
    check(13, 'accreditation', 'pass', 'centre-accredited'),
    check(
      14,
      'gate-window',
      'pass',
      'window-open',
      { received_on: person.zero, last_day: '2026-10-31' },
      gate,
    ),
    check(15, 'gate-unemployed', 'pass', 'unemployed-registered', {}, gate),
    check(16, 'gate-quota', 'pass', 'quota-available', {}, gate),
    check(17, 'gate-once-a-year', 'pass', 'once-a-year-kept', {}, gate),
  ];
  const open = checks.filter((one) => one.verdict === 'human' || one.verdict === 'warn').length;
  return {
    case: id,
    number: row.number,
    version: 3,
    stage: row.stage,
    stage_said: row.stage_said,
    finality: 'confirmed',
    edition: EDITION,
    edition_confirmed: true,
    name: row.name,
    iin_masked: row.iin_masked,
    profession: row.profession,
    level: row.level,
    centre: row.centre,
    region: '39',
    received_at: `${person.zero}T11:12`,
    owner: row.owner,
    chip: row.deadline,
    fields: [
      field('F1-01', 'Костанайская область'),
      field('F1-02', row.name),
      field('F1-03', row.iin_masked, true),
      field('F1-04', String(row.level)),
      field('F1-05', row.profession),
      field('F1-06', '✓'),
      field('F1-07', '«Тобыл өңірінің политехникалық колледжі», 27.06.2008'),
      field('F1-08', '03.02.2020–14.08.2021, 16.09.2025–20.10.2026', false, ['experience']),
      field('F1-09', 'Ремонт электрооборудования'),
      field('F1-10', 'KZ64 •••• •••• •••• 0017', true),
      field('F1-11', 'Қостанай қ., Сынақ к-сі, 5'),
      field('F1-12', '✓'),
      field('F1-13', row.centre),
      field('F1-14', '+7 705 •••-••-19', true),
      field('F1-15', ''),
      field('F1-17', person.zero),
    ],
    documents: [
      document('diploma.pdf', 'diploma', 'pdf', 1),
      document('orders.pdf', 'employer-act-extract', 'pdf', 1),
      document('labour-book-1.jpg', 'labour-book', 'jpeg', 1),
    ],
    checks,
    deadlines: [clock],
    path: pathOf(person.zero),
    actions: [
      {
        act: 'forward_to_mobility_centre',
        title: said('case-forward'),
        allowed: open === 0,
        missing:
          open === 0
            ? null
            : { code: 'checks_open', said: said('case-left', { count: open }), paragraph: '8' },
        main: true,
      },
      {
        act: 'refuse_by_career_centre',
        title: said('case-refuse'),
        allowed: true,
        missing: null,
        main: false,
      },
      {
        act: 'add_note',
        title: said('act-about-note'),
        allowed: true,
        missing: null,
        main: false,
      },
    ],
    timeline: [
      {
        sequence: 1,
        at: `${person.zero}T11:12`,
        code: 'received',
        said: said('intake-taken', { number: row.number }),
        by: NURGALIEVA,
        finality: 'confirmed',
      },
      {
        sequence: 2,
        at: `${person.zero}T11:13`,
        code: 'checked',
        said: said('case-automatic'),
        by: 'Tanu',
        finality: 'confirmed',
      },
      {
        sequence: 3,
        at: `${person.zero}T16:05`,
        code: 'recorded',
        said: said('case-recorded'),
        by: NURGALIEVA,
        finality: 'confirmed',
      },
    ],
    voucher: null,
    refusal: null,
    amounts: null,
    papers: [
      { kind: 'application', title: said('paper-kind-application'), draft: false, number: null },
      { kind: 'refusal', title: said('paper-kind-refusal'), draft: true, number: null },
      { kind: 'hand_out', title: said('paper-kind-hand-out'), draft: false, number: null },
    ],
  };
}

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
