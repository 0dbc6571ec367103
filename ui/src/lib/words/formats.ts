// Dates, numbers, money and names as people of Kazakhstan read them, in three languages.
// Never Intl: Chromium says it knows Kazakh and then prints English. Dates are civil days
// («2026-10-22»), so no time zone can move them; instants carry their own offset.
import table from '../../../../assets/words/formats.json';

export type Lang = 'kk' | 'ru' | 'en';
export const LANGS: readonly Lang[] = ['kk', 'ru', 'en'];

const NBSP = '\u00a0';
const RUSSIAN_MONTHS =
  'январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь'.split(' ');
const MINUS = '\u2212';

interface Civil {
  year: number;
  month: number;
  day: number;
}

/** The civil day inside «2026-10-22» or an RFC 3339 instant, or null when there is none. */
export function civil(text: string): Civil | null {
  const found = /^(\d{4})-(\d{2})-(\d{2})/.exec(text);
  if (!found) return null;
  return { year: Number(found[1]), month: Number(found[2]), day: Number(found[3]) };
}

/** Monday is 0. Computed on the proleptic calendar, without the clock of the machine. */
export function weekday(date: string): number {
  const at = civil(date);
  if (!at) return 0;
  const days = Date.UTC(at.year, at.month - 1, at.day) / 86_400_000;
  return (((days + 3) % 7) + 7) % 7;
}

const two = (value: number) => String(value).padStart(2, '0');

/** «22.10.2026» in every language. */
export function dateShort(date: string): string {
  const at = civil(date);
  return at ? `${two(at.day)}.${two(at.month)}.${at.year}` : date;
}

/** «22.10», where the year is plain from the context. */
export function dateBrief(date: string): string {
  const at = civil(date);
  return at ? `${two(at.day)}.${two(at.month)}` : date;
}

function written(pattern: string, date: string, lang: Lang): string {
  const at = civil(date);
  if (!at) return date;
  return pattern
    .replace('{day}', String(at.day))
    .replace('{month}', table[lang].months[at.month - 1] ?? '')
    .replace('{year}', String(at.year))
    .replace('{weekday}', table[lang].weekdays[weekday(date)] ?? '');
}

/** «22 октября 2026 г.» · «2026 ж. 22 қазан» · «22 October 2026». */
export function dateLong(date: string, lang: Lang): string {
  return written(table[lang].long_date, date, lang);
}

/** «четверг, 22 октября 2026 г.» · «2026 ж. 22 қазан, бейсенбі» · «Thursday, 22 October 2026». */
export function dateFull(date: string, lang: Lang): string {
  return written(table[lang].weekday_date, date, lang);
}

/** «чт, 22.10» · «бс, 22.10» · «Thu, 22.10». */
export function dateWithDay(date: string, lang: Lang): string {
  return `${weekdayShort(date, lang)}, ${dateBrief(date)}`;
}

export function weekdayShort(date: string, lang: Lang): string {
  return table[lang].weekdays_short[weekday(date)] ?? '';
}

/** «пн», Monday is 0. */
export function weekdayName(index: number, lang: Lang): string {
  return table[lang].weekdays_short[index] ?? '';
}

/** The month as a heading. Russian has it in the genitive in dates, so headings have their own. */
export function monthName(index: number, lang: Lang): string {
  const name = lang === 'ru' ? RUSSIAN_MONTHS[index] : table[lang].months[index];
  return name ? name.charAt(0).toUpperCase() + name.slice(1) : '';
}

/** «09:42» of an instant, as its own offset writes it. */
export function timeOf(instant: string): string {
  return /[T ](\d{2}:\d{2})/.exec(instant)?.[1] ?? '';
}

/** «22.10.2026 09:42». */
export function instantShort(instant: string): string {
  const time = timeOf(instant);
  return time ? `${dateShort(instant)}${NBSP}${time}` : dateShort(instant);
}

/** «157 825»: groups by no-break space, comma for decimals, a real minus. */
export function number(value: number, decimals?: number): string {
  const [whole = '0', part] =
    decimals === undefined
      ? String(Math.abs(value)).split('.')
      : Math.abs(value).toFixed(decimals).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, NBSP);
  return `${value < 0 ? MINUS : ''}${grouped}${part ? `,${part}` : ''}`;
}

/** «157 825,00 ₸» from tiyn, the hundredth of a tenge. */
export function money(tiyn: number): string {
  return `${number(tiyn / 100, 2)}${NBSP}₸`;
}

/** The same from a sum as the contract writes it: «157825.00». */
export function tenge(sum: string): string {
  const found = /^(-?)(\d+)(?:\.(\d{1,2}))?$/.exec(sum);
  if (!found) return sum;
  const tiyn = Number(found[2]) * 100 + Number((found[3] ?? '').padEnd(2, '0'));
  return money(found[1] ? -tiyn : tiyn);
}

/** «94,4 %» from per mille. */
export function share(perMille: number): string {
  return `${number(perMille / 10, 1)}${NBSP}%`;
}

/** «870512 300 417», also when part of it is masked. */
export function iin(text: string): string {
  text = text.replaceAll('·', '•');
  if (text.length !== 12) return text;
  return `${text.slice(0, 6)}${NBSP}${text.slice(6, 9)}${NBSP}${text.slice(9)}`;
}

/** «1,4 МБ», «96 КБ»: units are the same words in three languages but for English. */
export function bytes(size: number, lang: Lang): string {
  const units = lang === 'en' ? ['KB', 'MB', 'GB'] : ['КБ', 'МБ', 'ГБ'];
  let value = size / 1024;
  let step = 0;
  while (value >= 1024 && step < units.length - 1) {
    value /= 1024;
    step += 1;
  }
  return `${number(value, value < 10 && step > 0 ? 1 : 0)}${NBSP}${units[step]}`;
}

/** «Ахметжанова Н. С.» from a full name with the surname first; the patronymic may be absent. */
export function nameShort(full: string): string {
  const [surname = '', ...given] = full.trim().split(/\s+/);
  return [surname, ...given.map((part) => `${part.charAt(0)}.`)].join(NBSP);
}

/** «АН»: letters for the round mark of a person. */
export function initials(full: string): string {
  return full
    .trim()
    .split(/\s+/)
    .slice(0, 2)
    .map((part) => part.charAt(0).toUpperCase())
    .join('');
}

/** The text for the clipboard: no-break spaces would stay in Excel as text. */
export function plain(text: string): string {
  return text.replaceAll(NBSP, ' ').replaceAll('\u202f', ' ');
}

/** «kz-2026-11.3» of «kz-2026-11.3-5f0c9e12»: the fingerprint at the end is for comparing, not for reading. */
export function versionBrief(version: string): string {
  return version.replace(/-[0-9a-f]{8}$/, '');
}
