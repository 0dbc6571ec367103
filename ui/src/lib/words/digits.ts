// Fields that hold figures: what a key types, how the text is grouped, where the caret goes.
// The Kazakh layout has letters on the digit row, so a digit is taken from the physical key.
export type DigitsKind = 'date' | 'iin' | 'phone' | 'iban' | 'money' | 'count';

/** The digit of the pressed key, also where the layout puts a letter on it. */
export function digitOf(event: {
  key: string;
  code: string;
  ctrlKey: boolean;
  altKey: boolean;
  metaKey: boolean;
  shiftKey: boolean;
}): string | null {
  if (event.ctrlKey || event.altKey || event.metaKey) return null;
  if (/^\d$/.test(event.key)) return event.key;
  if (event.shiftKey) return null;
  return /^(?:Digit|Numpad)(\d)$/.exec(event.code)?.[1] ?? null;
}

/** Letters of an account number typed in Cyrillic look the same and mean the same. */
const LOOKALIKE: Record<string, string> = {
  А: 'A',
  В: 'B',
  Е: 'E',
  К: 'K',
  М: 'M',
  Н: 'H',
  О: 'O',
  Р: 'P',
  С: 'C',
  Т: 'T',
  У: 'Y',
  Х: 'X',
};

/** Only what counts, without spaces, dots and brackets. */
export function bare(kind: DigitsKind, text: string): string {
  switch (kind) {
    case 'iban':
      return [...text.toUpperCase()]
        .map((letter) => LOOKALIKE[letter] ?? letter)
        .filter((letter) => /[0-9A-Z]/.test(letter))
        .join('')
        .slice(0, 20);
    case 'money': {
      const clean = text.replace(/[^\d.,]/g, '').replace('.', ',');
      const [whole = '', part] = clean.split(',');
      return part === undefined ? whole : `${whole},${part.slice(0, 2)}`;
    }
    case 'phone': {
      const digits = text.replace(/\D/g, '');
      return (digits.startsWith('8') ? `7${digits.slice(1)}` : digits).slice(0, 11);
    }
    case 'date':
      return text.replace(/\D/g, '').slice(0, 8);
    case 'iin':
      return text.replace(/\D/g, '').slice(0, 12);
    case 'count':
      return text.replace(/\D/g, '').slice(0, 3);
  }
}

const cut = (text: string, sizes: number[], mark: string) => {
  const out: string[] = [];
  let from = 0;
  for (const size of sizes) {
    if (from >= text.length) break;
    out.push(text.slice(from, from + size));
    from += size;
  }
  return out.join(mark);
};

/** The text as it is shown while being typed. */
export function grouped(kind: DigitsKind, text: string): string {
  const clean = bare(kind, text);
  switch (kind) {
    case 'iban':
      return cut(clean, [4, 4, 4, 4, 4], ' ');
    case 'iin':
      return cut(clean, [6, 3, 3], ' ');
    case 'date':
      return cut(clean, [2, 2, 4], '.');
    case 'phone': {
      if (clean === '') return '';
      const rest = clean.slice(1);
      const tail = [rest.slice(0, 3), rest.slice(3, 6)].filter(Boolean).join(' ');
      const end = [rest.slice(6, 8), rest.slice(8)].filter(Boolean).join('-');
      return `+${clean.charAt(0)}${tail ? ` ${tail}` : ''}${end ? `-${end}` : ''}`;
    }
    case 'money': {
      const [whole = '', part] = clean.split(',');
      const spaced = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ' ');
      return part === undefined ? spaced : `${spaced},${part}`;
    }
    case 'count':
      return clean;
  }
}

/** Where the caret stands after grouping: behind the same number of characters that count. */
export function caretAfter(kind: DigitsKind, before: string, caret: number, after: string): number {
  const counted = bare(kind, before.slice(0, caret)).length;
  let seen = 0;
  for (let at = 0; at < after.length; at += 1) {
    if (seen === counted) return at;
    if (/[0-9A-Z,]/.test(after.charAt(at))) seen += 1;
  }
  return after.length;
}

/** «22.10.2026», «22102026» or «22.10» (of the year of `today`) as a civil date, or null. */
export function dateTyped(text: string, today: string): string | null {
  const digits = bare('date', text);
  const year = digits.length === 8 ? digits.slice(4) : digits.length === 4 ? today.slice(0, 4) : '';
  if (year === '') return null;
  const [day, month] = [Number(digits.slice(0, 2)), Number(digits.slice(2, 4))];
  const real = new Date(Date.UTC(Number(year), month - 1, day));
  if (month < 1 || real.getUTCMonth() !== month - 1 || real.getUTCDate() !== day) return null;
  return `${year}-${digits.slice(2, 4)}-${digits.slice(0, 2)}`;
}

/** «11500», «11500,5» as the desk takes sums, «11500.50»; null when nothing is typed. */
export function sumTyped(text: string): string | null {
  const [whole = '', part = ''] = bare('money', text).split(',');
  if (whole === '' && part === '') return null;
  return `${whole || '0'}.${part.padEnd(2, '0')}`;
}

/** A sum of the desk as the field holds it: «11500.00» is «11500», «11500.50» is «11500,50». */
export function sumField(sum: string | null): string {
  return sum === null ? '' : sum.replace(/\.00$/, '').replace('.', ',');
}
