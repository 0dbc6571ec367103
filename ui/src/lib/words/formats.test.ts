// Dates, numbers and money against the one table that Rust is tested with too.
import { describe, expect, it } from 'vitest';
import table from '../../../../assets/words/formats.json';
import * as formats from './formats';

const spaced = (text: string) => text.replaceAll('\u00a0', ' ');

describe('formats are those of the shared table', () => {
  it.each(table.examples.dates)('the day $iso', (row) => {
    expect(formats.dateShort(row.iso)).toBe(row.short);
    for (const lang of formats.LANGS) {
      expect(spaced(formats.dateLong(row.iso, lang)), `long, ${lang}`).toBe(row[lang].long);
      expect(spaced(formats.dateFull(row.iso, lang)), `with the weekday, ${lang}`).toBe(
        row[lang].weekday,
      );
    }
  });
  it.each(table.examples.numbers)('the number $value', (row) => {
    expect(spaced(formats.number(row.value))).toBe(spaced(row.text));
  });
  it.each(table.examples.money)('the sum $value', (row) => {
    expect(spaced(formats.tenge(row.value))).toBe(spaced(row.text));
  });
  it.each(table.examples.shares)('the share $value', (row) => {
    expect(spaced(formats.share(row.value))).toBe(spaced(row.text));
  });
});

describe('formats of people and files', () => {
  it('a name keeps its surname and may lack a patronymic', () => {
    expect(spaced(formats.nameShort('Ахметжанова Нұргүл Серікқызы'))).toBe('Ахметжанова Н. С.');
    expect(spaced(formats.nameShort('Бекмұхамбетов Руслан'))).toBe('Бекмұхамбетов Р.');
    expect(formats.initials('Өтеген Іңкәр')).toBe('ӨІ');
  });
  it('an ИИН is grouped, also when it is masked', () => {
    expect(spaced(formats.iin('870512399018'))).toBe('870512 399 018');
    expect(spaced(formats.iin('870512······'))).toBe('870512 ••• •••');
  });
  it('the clipboard gets plain spaces, or Excel would keep a text', () => {
    expect(formats.plain(formats.number(1234567))).toBe('1 234 567');
  });
  it('a week begins on Monday and no time zone moves a day', () => {
    expect(formats.weekday('2026-10-22'), 'a Thursday').toBe(3);
    expect(formats.weekday('2024-02-29'), 'the day of 25 hours').toBe(3);
    expect(formats.dateBrief('2026-01-01')).toBe('01.01');
    expect(formats.timeOf('2026-10-22T09:42:10+05:00')).toBe('09:42');
  });
  it('a version of the calendar is read without its fingerprint', () => {
    expect(formats.versionBrief('kz-2026-11.3-5f0c9e12')).toBe('kz-2026-11.3');
    expect(formats.versionBrief('2026.3'), 'one without stays as it is').toBe('2026.3');
  });
  it('what is no date is shown as it came', () => {
    expect(formats.dateShort('soon')).toBe('soon');
    expect(formats.tenge('1,5')).toBe('1,5');
  });
  it('sizes of files are short', () => {
    expect(spaced(formats.bytes(148_000, 'ru'))).toBe('145 КБ');
    expect(spaced(formats.bytes(3_400_000, 'en'))).toBe('3,2 MB');
  });
});
