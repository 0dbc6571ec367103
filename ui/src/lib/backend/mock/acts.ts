// Invented acts of services, for looking at their screens.
import type {
  ActDraft,
  ActKeyView,
  ActLineView,
  ActsPage,
  ActView,
  Chip,
  VoucherForAct,
} from '$lib/contract';
import { said, TODAY } from './rows';

const CENTRE = '240141990028';
const NAME = 'ТОО «Тобыл біліктілік орталығы»';
const CAP = 30_275;

const chip = (state: Chip['state'], fatal: string | null, days: number): Chip => ({
  state,
  paragraph: '17',
  since: fatal === null ? null : '2026-10-15',
  fatal,
  target: fatal,
  days,
  until: '18:00',
  tape: [],
});

const PEOPLE: [string, string, string, number, boolean][] = [
  ['Сәдуақасов Нұрлан Ержанұлы', 'Электрогазосварщик', '28900.00', 4, true],
  ['Мельников Андрей Юрьевич', 'Электрогазосварщик', '28900.00', 4, true],
  ['Төребеков Қайрат', 'Слесарь-ремонтник', '26500.00', 3, false],
  ['Ахметова Гүлнар Сабитқызы', 'Токарь', '33600.00', 4, true],
  ['Дьяченко Павел Олегович', 'Столяр', '38400.00', 3, true],
  ['Сыздықова Мирас Айбекқызы', 'Оператор станков с программным управлением', '30275.00', 4, true],
];
export const VOUCHERS: VoucherForAct[] = PEOPLE.map(
  ([name, profession, agreed, level, passed], index) => ({
    case: `00000000-0000-7000-8000-00000000451${index}`,
    version: 12,
    name,
    voucher: `39-2026-0008${10 + index * 9}`,
    profession,
    level,
    protocol: `${40 + index}-П`,
    protocol_on: `2026-10-${String(13 + index).padStart(2, '0')}`,
    passed,
    agreed,
    returned_act: index === 5 ? '112' : null,
  }),
);
const sum = (value: number) => value.toFixed(2);

function line(one: VoucherForAct, price: string | null): ActLineView {
  const asked = Number(price ?? 0);
  return {
    case: one.case,
    version: one.version,
    name: one.name,
    voucher: one.voucher,
    profession: one.profession,
    level: one.level,
    protocol: one.protocol,
    protocol_on: one.protocol_on,
    passed: one.passed,
    price: price === null ? null : sum(asked),
    agreed: one.agreed,
    sums:
      price === null
        ? null
        : {
            profile: 'technical',
            mrp: '4325.00',
            mrp_date: one.protocol_on,
            cap: sum(CAP),
            reimbursed: sum(Math.min(asked, CAP)),
            claimant_pays: sum(Math.max(0, asked - CAP)),
            material_aid: '0.00',
            otherwise: [],
          },
  };
}

function whole(key: ActKeyView, lines: ActLineView[], state: ActView['state']): ActView {
  const total = (part: (one: ActLineView) => string | null | undefined) =>
    sum(lines.reduce((all, one) => all + Number(part(one) ?? 0), 0));
  const dear = lines.findIndex((one) => Number(one.price) > CAP);
  return {
    key,
    state,
    centre_name: NAME,
    centre_bin: CENTRE,
    received_on: TODAY,
    accepted_on: null,
    returned_on: key.returned ? TODAY : null,
    deadline: state === 'draft' ? null : chip('later', '2026-10-30', 5),
    lines,
    cost: {
      sum: total((one) => one.price),
      kk: 'жүз сексен алты мың бес жүз жетпіс бес теңге нөл тиын',
      ru: 'сто восемьдесят шесть тысяч пятьсот семьдесят пять тенге ноль тиынов',
    },
    reimbursed: {
      sum: total((one) => one.sums?.reimbursed),
      kk: 'жүз жетпіс бес мың жүз жиырма бес теңге нөл тиын',
      ru: 'сто семьдесят пять тысяч сто двадцать пять тенге ноль тиынов',
    },
    claimants_pay: total((one) => one.sums?.claimant_pays),
    material_aid: '0.00',
    remarks:
      dear < 0
        ? []
        : [
            {
              code: 'act_late',
              said: {
                key: 'remark-act-late',
                args: { received_on: TODAY, due: '2026-10-20' },
              },
              paragraph: '16',
              person: dear + 1,
              case: lines[dear]?.case ?? null,
              returns: false,
            },
          ],
    choices: ['signature_missing', 'total_differs', 'pages_missing', 'other_customer'].map(
      (code) => ({ code, said: said(`remark-${code.replaceAll('_', '-')}`) }),
    ),
    receive: null,
    accept: null,
    give_back: null,
  };
}

export function examined(draft: ActDraft): ActView {
  const prices = new Map(draft.lines.map((one) => [one.case, one.price]));
  const lines = VOUCHERS.filter((one) => prices.has(one.case)).map((one) =>
    line(one, prices.get(one.case) || null),
  );
  const key = {
    centre: draft.centre,
    number: draft.number,
    drawn_on: draft.drawn_on ?? TODAY,
    returned: false,
  };
  return whole(key, lines, 'draft');
}

const KEY: ActKeyView = { centre: CENTRE, number: '118', drawn_on: TODAY, returned: false };
export const actOf = (key: ActKeyView | null): ActView =>
  whole(
    key ?? KEY,
    VOUCHERS.map((one) => line(one, one.agreed)),
    key?.returned ? 'returned' : 'received',
  );

export const actPages = (view: ActView): string[][] => [
  [
    'КӨРСЕТІЛГЕН ҚЫЗМЕТТЕР АКТІСІ · АКТ ОКАЗАННЫХ УСЛУГ',
    `№ ${view.key.number}`,
    view.centre_name,
    ...view.lines.map((one, index) => `${index + 1}. ${one.profession} · ${one.price ?? '—'}`),
  ],
  ['Перечень лиц, прошедших процедуру', ...view.lines.map((one) => `${one.name} ${one.voucher}`)],
];

export const actsPage = (): ActsPage => ({
  acts: [
    ['118', 'received', chip('today', TODAY, 0), 6],
    ['115', 'received', chip('later', '2026-10-28', 3), 2],
    ['112', 'returned', chip('nothing', null, 0), 1],
    ['109', 'accepted', chip('tomorrow', '2026-10-23', 1), 12],
  ].map(([number, state, deadline, persons]) => ({
    key: { ...KEY, number: String(number), returned: state === 'returned' },
    centre_name: NAME,
    received_on: TODAY,
    state: state as ActView['state'],
    persons: Number(persons),
    cost: '186575.00',
    reimbursed: state === 'accepted' ? '175125.00' : null,
    deadline: deadline as Chip,
    case: VOUCHERS[0]?.case ?? '',
  })),
  centres: [
    { centre: CENTRE, name: NAME, bin: CENTRE, vouchers: 6 },
    { centre: '240240990058', name: 'ТОО «Есіл сынақ орталығы»', bin: '240240990058', vouchers: 1 },
  ],
  receive: null,
});
