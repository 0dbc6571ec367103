// Fields of figures: physical keys, grouping, the caret, dates as people type them.
import { describe, expect, it } from 'vitest';
import { bare, caretAfter, dateTyped, digitOf, grouped } from './digits';

const key = (code: string, name: string, more = {}) => ({
  code,
  key: name,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  shiftKey: false,
  ...more,
});

describe('a digit comes from the physical key', () => {
  it.each([
    ['the Latin layout', key('Digit4', '4'), '4'],
    ['the Kazakh layout, a letter on the key', key('Digit4', 'ң'), '4'],
    ['the number block', key('Numpad7', '7'), '7'],
    ['French: digits with Shift', key('Digit4', '4', { shiftKey: true }), '4'],
    ['Shift and a sign', key('Digit4', '$', { shiftKey: true }), null],
    ['a command', key('Digit4', '4', { ctrlKey: true }), null],
    ['a letter', key('KeyQ', 'й'), null],
  ])('%s', (_, event, digit) => {
    expect(digitOf(event)).toBe(digit);
  });
});

describe('figures are grouped while they are typed', () => {
  it.each([
    ['date', '22102026', '22.10.2026'],
    ['date', '221', '22.1'],
    ['iin', '870512 399 018', '870512 399 018'],
    ['phone', '87015550128', '+7 701 555-01-28'],
    ['phone', '+7 (701) 555 01', '+7 701 555-01'],
    ['iban', 'кz86 125к zт50 0410 0100', 'KZ86 125K ZT50 0410 0100'],
    ['money', '28900.5', '28 900,5'],
    ['money', '28 900,505', '28 900,50'],
    ['count', '12345', '123'],
  ] as const)('%s %s', (kind, typed, shown) => {
    expect(grouped(kind, typed)).toBe(shown);
  });
  it('the caret stays behind the figure it stood behind', () => {
    // «2210|2026» typed without dots becomes «22.10|.2026».
    expect(caretAfter('date', '22102026', 4, '22.10.2026')).toBe(5);
    expect(caretAfter('iin', '870512399018', 7, '870512 399 018')).toBe(8);
    expect(caretAfter('date', '2', 1, '2')).toBe(1);
  });
  it('what is bare has no spaces of the paste', () => {
    expect(bare('iin', ' 870512\u00a0399 018 ')).toBe('870512399018');
  });
});

describe('a date as people type it', () => {
  it.each([
    ['22102026', '2026-10-22'],
    ['22.10', '2026-10-22'],
    ['29022024', '2024-02-29'],
    ['29022026', null],
    ['31042026', null],
    ['00102026', null],
    ['2210202', null],
    ['', null],
  ])('%s', (typed, date) => {
    expect(dateTyped(typed, '2026-10-22')).toBe(date);
  });
});
