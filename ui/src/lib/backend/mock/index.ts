// Synthetic data behind the door: for tests and for looking at screens in a browser. The address bar
// says how the window starts: ?state=open&role=specialist&lang=ru&theme=light&density=comfortable.
import type {
  CommandName,
  Commands,
  No,
  RefusalView,
  Role,
  SavedView,
  SessionView,
  SettingsView,
} from '$lib/contract';
import { Refusal, type Door } from '../door';
import { actOf, actPages, actsPage, examined, VOUCHERS } from './acts';
import { HOLIDAYS } from './calendar';
import { caseOf } from './case';
import { awayAtFirst, CARD, COPIES } from './copies';
import { diskOf } from './disk';
import { copy, FILES } from './files';
import { GROUNDS, TEXTS } from './letter';
import { office } from './office';
import { drawnPdf } from './paper';
import { PRINTS } from './prints';
import { NAMES, ROLES, ROOMS, short, SIDES } from './staff';
import { crowd, longNamed, ROWS, said, TODAY } from './rows';

const wish = new URLSearchParams(location.search);
const ask = (name: string, otherwise: string) => wish.get(name) ?? otherwise;

let settings: SettingsView = {
  language: ask('lang', 'ru') as SettingsView['language'],
  theme: ask('theme', 'light') as SettingsView['theme'],
  density: ask('density', 'comfortable') as SettingsView['density'],
  zoom: 100,
  single_keys: true,
};
let role = ask('role', 'specialist') as Role;
let state = ask('state', 'open') as SessionView['state'];
let wrong = 0;
let restored = wish.has('restored');
let views: SavedView[] = [];
let away = awayAtFirst(wish.has('overdue'));

function session(): SessionView {
  const [name, login] = NAMES[role];
  return {
    state,
    demonstration: true,
    accounts:
      state === 'open'
        ? []
        : ROLES.map((one) => ({
            login: NAMES[one][1],
            password: 'tanu-kostanay',
            name: short(NAMES[one][0]),
            role: one,
            office: SIDES[one],
          })),
    wait_seconds: wrong > 1 ? 2 ** wrong : 0,
    wrong_passwords: wrong,
    user:
      state === 'open'
        ? { id: login, login, name, short: short(name), role, office: SIDES[role] }
        : null,
    rooms: state === 'open' ? ROOMS[role] : [],
    office: {
      name_kk: 'Қостанай қаласының мансап орталығы',
      name_ru: 'Карьерный центр города Костаная',
      mobility_centre_kk: 'Қостанай облысының еңбек мобильділігі орталығы',
      mobility_centre_ru: 'Центр трудовой мобильности Костанайской области',
      region: '39',
      week: 5,
      closes_at: '18:00',
    },
    today: TODAY,
    edition: { code: 'B', confirmed: true },
    calendar_version: 'kz-2026-11.3-5f0c9e12',
    idle_lock_minutes: 5,
    outbox: 0,
    alone: true,
    clock_behind: false,
    suspended: state === 'open' && restored ? { why: 'restored', as_of: `${TODAY}T12:00` } : null,
    away_overdue_days:
      state === 'open' && role === 'administrator' && wish.has('overdue') ? 9 : null,
    disk: state === 'open' ? diskOf(wish.get('disk')) : null,
    settings,
    program_version: '0.1.0',
  };
}

let letter: RefusalView | null = null;
function letterOf(id: string): RefusalView {
  const row = ROWS.find((one) => one.case === id) ?? ROWS[4];
  if (!row) throw new Error('no rows');
  letter ??= {
    case: id,
    version: 5,
    number: row.number,
    name: row.name,
    iin_masked: row.iin_masked,
    profession: row.profession,
    received_on: row.received_on,
    deadline: row.deadline,
    state: role === 'supervisor' ? 'to_sign' : 'draft',
    drafted_by: short(NAMES.specialist[0]),
    comment: null,
    items: GROUNDS,
    texts: TEXTS,
    remarks: [],
    may_submit: true,
    may_approve: role === 'supervisor',
    missing: null,
  };
  return { ...letter, case: id, remarks: remarksOf(letter) };
}
const remarksOf = (view: RefusalView): RefusalView['remarks'] =>
  view.items
    .filter((item) => item.included && item.ru.trim().length < 40)
    .map((item) => ({
      code: 'no_fact',
      said: said('case-reason-hint'),
      language: 'ru',
      check: item.check,
      stops: true,
    }));

// How the list looks when it is strained: ?rows=3000, ?long=1 (names of 120 letters), ?empty=1.
const LISTED = wish.has('rows')
  ? crowd(Number(wish.get('rows')))
  : wish.has('long')
    ? longNamed()
    : ROWS;
function rowsFor(args: Commands['queue_page']['args']) {
  const text = args.text?.toLowerCase() ?? '';
  return LISTED.filter(
    (row) =>
      (args.strip === null || row.strip === args.strip) &&
      (!args.mine || row.owner === NAMES[role][0]) &&
      (args.centre === null || row.centre === args.centre) &&
      `${row.name} ${row.number} ${row.profession} ${row.centre}`.toLowerCase().includes(text),
  );
}
const strips = (rows: typeof ROWS) =>
  (['overdue', 'today', 'tomorrow', 'later', 'waiting_for_centre'] as const).map((kind) => ({
    kind,
    count: rows.filter((row) => row.strip === kind).length,
  }));
const no = (kind: No['kind'], code: string, words = said(code)): Refusal =>
  new Refusal({ kind, code, said: words, paragraph: null });

const letterPdf = (id: string) =>
  drawnPdf([
    [
      'КГУ «Центр трудовой мобильности Костанайской области»',
      'МОТИВИРОВАННЫЙ ОТКАЗ',
      ROWS.find((row) => row.case === id)?.name ?? '',
      ...letterOf(id)
        .items.filter((item) => item.included)
        .map((item) => item.ru),
    ],
    [
      'ДӘЛЕЛДІ БАС ТАРТУ',
      ...letterOf(id)
        .items.filter((item) => item.included)
        .map((item) => item.kk),
    ],
  ]);

type Handlers = {
  [K in CommandName]: (args: Commands[K]['args']) => Promise<Commands[K]['answer']>;
};
const only = <V>(value: V, changed: string[] = []) => Promise.resolve({ value, changed }) as never;

const HANDLERS: Handlers = {
  session_state: () => only(session()),
  session_sign_in: ({ login, password }) => {
    const found = ROLES.find((one) => NAMES[one][1] === login);
    if (!found || password !== 'tanu-kostanay') {
      wrong += 1;
      throw no('denial', 'password_wrong', said('entry-wrong-before', { count: wrong }));
    }
    wrong = 0;
    role = found;
    letter = null;
    state = 'open';
    return only(session());
  },
  session_lock: () => {
    state = 'locked';
    return only(session());
  },
  session_recover: () => {
    throw no('denial', 'code_wrong', said('entry-need-both'));
  },
  office_found: () => only(CARD),
  dialog_backup: () => only({ path: 'E:\\Tanu' }),
  backup_look: ({ folder }) => {
    if (!folder.startsWith('/') && !/^[A-Z]:\\/.test(folder)) throw no('invalid', 'path');
    return only(folder.includes('empty') ? [] : COPIES);
  },
  card_preview: () => drawnPdf([['КАРТА ВОССТАНОВЛЕНИЯ', ...CARD.groups]]),
  card_printers: () => HANDLERS.print_printers({}),
  card_print: () => only({}),
  card_save: () => only({ path: 'E:\\tanu-recovery-2026-10-22.pdf' }),
  card_done: () => only({}),
  office_restore: ({ key }) => {
    if (key.by === 'card') {
      if (key.code.replace(/[\s-]/g, '').length !== 40)
        throw no(
          'failure',
          'recovery-code-mistyped',
          said('no-recovery-code-mistyped', { group: 3 }),
        );
      state = 'locked';
      restored = true;
      return only(session(), ['session']);
    }
    const found = ROLES.find((one) => NAMES[one][1] === key.login);
    if (!found || key.password !== 'tanu-kostanay') {
      throw no('denial', 'password_wrong', said('entry-wrong-before', { count: 1 }));
    }
    role = found;
    state = 'open';
    restored = true;
    return only(session(), ['session']);
  },
  session_touch: () => only({}),
  session_change_password: () => only({}),
  settings_set: (wanted) => {
    settings = wanted;
    return only(settings, ['settings']);
  },
  views_list: () => only(views),
  views_save: (view) => {
    views = [...views.filter((one) => one.name !== view.name), view];
    return only(views, ['views']);
  },
  views_delete: ({ name }) => {
    views = views.filter((one) => one.name !== name);
    return only(views, ['views']);
  },
  queue_today: () =>
    only({
      date: TODAY,
      weekday: 3,
      working_day: true,
      strips: [
        ...strips(ROWS),
        { kind: 'to_sign', count: role === 'supervisor' ? 2 : 0 },
        { kind: 'to_print', count: 2 },
      ],
      next: (wish.has('empty') ? ROWS[6] : ROWS[0]) ?? null,
      notices: [],
      quota: null,
    }),
  queue_page: (args) => {
    const rows = wish.has('empty') ? [] : rowsFor(args);
    return only({
      rows: rows.slice(args.page.offset, args.page.offset + args.page.limit),
      total: rows.length,
      strips: strips(rows),
      centres: [...new Set(ROWS.map((row) => row.centre))].sort(),
    });
  },
  search_all: ({ text }) => {
    const rows = ROWS.filter((row) =>
      `${row.name} ${row.number} ${row.iin_masked}`.toLowerCase().includes(text.toLowerCase()),
    );
    return only({ rows, more: false });
  },
  dialog_folder: () => only({ path: '/demo/clean' }),
  intake_demonstration: () =>
    only(['clean', 'defective', 'saturday'].map((name) => ({ name, path: `/demo/${name}` }))),
  intake_folder: ({ path }) =>
    only({
      taken: [
        {
          folder: path,
          case: ROWS[2]?.case ?? '',
          number: ROWS[2]?.number ?? '',
          known: path.endsWith('saturday'),
          problems: [],
        },
      ],
      refused: [],
    }),
  case_open: ({ case: id }) => {
    const found = caseOf(id);
    if (!found) throw no('denial', 'no_case', said('queue-none'));
    return only(found);
  },
  case_reveal: ({ field }) =>
    only({ value: field === 'F1-03' ? '890117399006' : '+7 705 555-44-19' }),
  case_document: ({ document }) => copy(FILES[document] ?? ''),
  case_act: () => only({ version: 4, stage: 'in-review' }, ['case', 'queue']),
  refusal_open: ({ case: id }) => only(letterOf(id)),
  refusal_save: ({ case: id, items }) => {
    const before = letterOf(id);
    letter = {
      ...before,
      version: before.version + 1,
      items: before.items.map((one) => ({
        ...one,
        ...items.find((edit) => edit.check === one.check),
      })),
      texts: before.texts.map((one) => ({
        ...one,
        ...items.find((edit) => edit.check === one.check),
      })),
    };
    return only(letterOf(id));
  },
  refusal_submit: ({ case: id }) => {
    letter = { ...letterOf(id), state: 'to_sign' };
    return only(letter, ['refusal', 'queue']);
  },
  refusal_approve: ({ case: id }) =>
    only({ ...letterOf(id), state: 'formed' }, ['refusal', 'queue', 'print']),
  refusal_return: ({ case: id, comment }) =>
    only({ ...letterOf(id), state: 'returned', comment }, ['refusal', 'queue']),
  refusal_to_sign: () => only([ROWS[4], ROWS[0]]),
  services_list: () => only(actsPage()),
  services_open: (key) => only(actOf(key)),
  services_vouchers: () => only(VOUCHERS),
  services_examine: (draft) => only(examined(draft)),
  services_preview: ({ draft }) => drawnPdf(actPages(examined(draft)), true),
  services_receive: ({ draft }) => only({ ...examined(draft), state: 'received' }, ['acts']),
  services_return: ({ act }) => only({ ...actOf({ ...act, returned: true }) }, ['acts']),
  services_accept: ({ act }) => only({ ...actOf(act), state: 'accepted' }, ['acts']),
  paper_preview: ({ case: id, kind }) =>
    kind === 'act' || kind === 'persons' || kind === 'act_return'
      ? drawnPdf(actPages(actOf(null)), true)
      : letterPdf(id),
  paper_save: () =>
    only({ path: 'Tanu/2026-10-22/otkaz-004521.pdf', bytes: 48_200, sha256: 'b'.repeat(64) }),
  office_view: () => only(office(role === 'administrator')),
  office_change: () => only(office(true), ['office']),
  paper_show_folder: () => only({}),
  print_printers: () =>
    only([
      { name: 'HP-LaserJet-M404', default: true, accepting: true },
      { name: 'Canon-LBP-6030', default: false, accepting: false },
    ]),
  print_paper: () => only({ ...PRINTS[2], state: 'sent' }, ['print']),
  print_day_preview: () =>
    drawnPdf([['Пакет дня · 22.10.2026', 'Лист-обложка'], ['МОТИВИРОВАННЫЙ ОТКАЗ']]),
  print_day: () => only(PRINTS, ['print']),
  print_day_save: () =>
    only({ path: 'Tanu/2026-10-22.pdf', bytes: 120_000, sha256: 'c'.repeat(64) }),
  print_queue: () => only(PRINTS),
  print_mark: ({ id, came_out }) => {
    for (const row of PRINTS) if (row.id === id) row.state = came_out ? 'printed' : 'waiting';
    return only([...PRINTS], ['print']);
  },
  people_list: () =>
    only(
      ROLES.map((one, index) => ({
        id: NAMES[one][1],
        login: NAMES[one][1],
        name: NAMES[one][0],
        role: one,
        office:
          one === 'mobility_officer' || one === 'accountant' ? 'mobility_centre' : 'career_centre',
        active: index !== 3,
        last_seen: index === 5 ? null : `${TODAY}T09:0${index}`,
        me: one === role,
      })),
    ),
  people_add: () => HANDLERS.people_list({}),
  people_change_role: () => HANDLERS.people_list({}),
  people_disable: () => HANDLERS.people_list({}),
  people_reset_password: () => HANDLERS.people_list({}),
  people_recovery_card: () => only(CARD),
  journal_page: ({ page }) =>
    only({
      total: 128,
      rows: Array.from({ length: Math.min(page.limit, 128 - page.offset) }, (_, index) => {
        const row = ROWS[index % ROWS.length];
        return {
          sequence: 128 - page.offset - index,
          at: `${TODAY}T1${index % 8}:2${index % 10}`,
          by: short(NAMES.specialist[0]),
          code: restored && page.offset + index === 0 ? 'restored' : 'received',
          said:
            restored && page.offset + index === 0
              ? said('event-restored')
              : said('intake-taken', { number: row?.number ?? '' }),
          case: row?.case ?? null,
          case_number: row?.number ?? null,
          hash: (0xabc1230 + index * 7919).toString(16).padStart(8, '0'),
        };
      }),
    }),
  journal_verify: () => only({ sound: true, events: 128, attachments: 41, broken: null }),
  backup_list: () =>
    only(
      [1, 2, 3].map((day) => ({
        name: `tanu-2026-10-2${day - 1}-0900.backup`,
        at: `2026-10-2${day - 1}T09:00`,
        bytes: 3_400_000 + day * 1000,
      })),
    ),
  backup_now: () =>
    only({ name: 'tanu-2026-10-22-1700.backup', at: `${TODAY}T17:00`, bytes: 3_500_000 }, [
      'backup',
    ]),
  backup_confirm: () => {
    restored = false;
    return only({}, ['session', 'backup', 'journal']);
  },
  backup_away: () => only(away),
  backup_away_set: ({ folder, warn_days }) => {
    away = { ...away, folder, warn_days, last: null, overdue: false, problem: null };
    return only(away, ['backup', 'session']);
  },
  seal_verify: ({ payload }) =>
    only({
      holds: payload.startsWith('TANU'),
      said: said(payload.startsWith('TANU') ? 'seal-holds' : 'seal-not-a-seal'),
      kind: null,
      number: null,
      correction: 0,
      issued: null,
      last_day: null,
      iin_last_digits: null,
      now: null,
      office: null,
      key: null,
    }),
  seal_public_keys: () => Promise.resolve(new ArrayBuffer(0)),
  register_save: () =>
    only({ path: 'Tanu/2026-10-22/register.xlsx', bytes: 18_400, rows: ROWS.length }),
  register_save_paper: () =>
    only({ path: 'Tanu/applications-2026-10-22.pdf', bytes: 40_000, sha256: 'd'.repeat(64) }),
  register_print: ({ copies, printer }) =>
    only({ rows: ROWS.length, copies, printer, sha256: 'd'.repeat(64) }),
  register_preview: () => drawnPdf([['Реестр заявлений', ...ROWS.map((row) => row.name)]], true),
  export_person: ({ folder }) =>
    only({ path: `${folder}/004519.tanu-export`, bytes: 2_480_000 }, ['journal']),
  calendar_year: ({ year }) =>
    only({
      year,
      version: '2026.3',
      working_days: 249,
      days_off: HOLIDAYS.map(([date, kind, [kk, ru, en]]) => ({
        date: date.replace('2026', String(year)),
        kind,
        name: { kk, ru, en },
        basis: 'ППРК',
        estimated: false,
      })),
      working_weekends: [],
    }),
  calendar_due: ({ from }) =>
    only({
      due: '2026-10-23',
      steps: [
        { date: from, counts: false, why: 'day_zero', name: null },
        { date: '2026-10-23', counts: true, why: 'working', name: null },
      ],
      calendar_version: '2026.3',
    }),
  editions: () =>
    only([
      {
        code: 'B',
        valid_from: '2024-09-10',
        valid_to: null,
        confirmed: true,
        parameters: [{ name: 'cutoff.inclusive', value: 'true' }],
        paragraphs: [
          {
            number: '8',
            text: {
              kk: 'Мансап орталығы бір жұмыс күні ішінде тексереді.',
              ru: 'Карьерный центр проверяет за один рабочий день.',
              en: 'The career centre checks within one working day.',
            },
          },
        ],
      },
    ]),
};

export const door: Door = {
  async call<K extends CommandName>(name: K, args: Commands[K]['args']) {
    await Promise.resolve();
    // ?slow=queue_page never answers, ?fail=queue_page always breaks: the states between.
    if (wish.get('slow') === name) return new Promise<never>(() => undefined);
    if (wish.get('fail') === name) throw no('bug', 'bug', said('ui-bug'));
    return HANDLERS[name](args);
  },
  listen: () => () => undefined,
};
