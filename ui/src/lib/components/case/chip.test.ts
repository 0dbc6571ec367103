// The chip and the tape: what they say and draw for each kind of deadline.
import { beforeEach, describe, expect, it } from 'vitest';
import type { Chip, DayStep, DeadlineView } from '$lib/contract';
import { language } from '$lib/words/words.svelte';
import { barOfChip, cellsOf, cellsOfChip, chipWords, shareSpent, weeksOf } from './chip';
import { whyLines, whyText } from './why';

beforeEach(() => {
  language.current = 'ru';
});
const chip = (state: Chip['state'], more: Partial<Chip> = {}): Chip => ({
  state,
  paragraph: '8',
  since: '2026-10-20',
  fatal: '2026-10-23',
  target: null,
  days: 1,
  until: '18:00',
  tape: [],
  ...more,
});

describe('a chip speaks in words, never by colour alone', () => {
  it.each([
    [chip('overdue'), 'Просрочено на 1 раб. день'],
    [chip('today'), 'Сегодня до 18:00'],
    [chip('today', { until: null }), 'Сегодня'],
    [chip('tomorrow'), 'Завтра, 23.10'],
    [chip('later', { days: 3, fatal: '2026-10-28' }), '3 раб. дня — до 28.10'],
    [chip('waiting', { days: 8, fatal: null }), 'Ждём 8 дней, нормы нет'],
    [chip('met'), 'Исполнено в срок'],
    [chip('nothing', { fatal: null }), 'Сроков нет'],
  ])('%#', (one, words) => {
    expect(chipWords(one)).toBe(words);
  });
});

const step = (date: string, why: string): DayStep => ({
  date,
  counts: why === 'working',
  why,
  name: null,
});
// Received on Friday the 24th: Saturday a holiday, Sunday, Monday the transferred day off, due Tuesday.
const october: DeadlineView = {
  citation: { paragraph: '8', edition: 'B', text: null },
  code: 'review',
  title: { key: 'deadline-review', args: {} },
  actor: { key: 'actor-specialist', args: {} },
  state: 'today',
  day_zero: '2025-10-24',
  term_days: 1,
  working: true,
  fatal: '2025-10-28',
  target: '2025-10-28',
  met_on: null,
  days: 0,
  steps: [
    step('2025-10-24', 'day_zero'),
    step('2025-10-25', 'holiday'),
    step('2025-10-26', 'weekend'),
    step('2025-10-27', 'transfer'),
    step('2025-10-28', 'working'),
  ],
  calendar_version: '2025.2',
  readings: ['receipt.nonworking'],
  main: true,
};
const kinds = (cells: { kind: string }[] | null) => cells?.map((cell) => cell.kind).join(' ');

describe('the tape has a cell a day', () => {
  it('begins on the day after the event and shows the days off', () => {
    const cells = cellsOf(october, '2025-10-28');
    expect(cells?.[0]?.date).toBe('2025-10-25');
    expect(kinds(cells)).toBe('off off off today');
    expect(cells?.at(-1)?.fatal, 'the limit stands after the last day').toBe(true);
  });
  it('runs over the limit in red', () => {
    expect(kinds(cellsOf(october, '2025-10-30'))).toBe('off off off spent over over');
  });
  it('stands still on the day it was met', () => {
    expect(kinds(cellsOf({ ...october, met_on: '2025-10-28' }, '2025-11-10'))).toBe(
      'off off off today',
    );
  });
  it('has no cells without a legal limit, and none when they would not fit', () => {
    expect(cellsOf({ ...october, fatal: null }, '2025-10-28')).toBeNull();
    expect(cellsOf({ ...october, fatal: '2025-12-23' }, '2025-10-28')).toBeNull();
  });
  it('of a row is drawn from the days of its chip', () => {
    const row = chip('overdue', {
      fatal: '2025-10-28',
      tape: [
        { date: '2025-10-27', counts: false },
        { date: '2025-10-28', counts: true },
        { date: '2025-10-29', counts: true },
      ],
    });
    expect(kinds(cellsOfChip(row, '2025-10-29'))).toBe('off spent over');
  });
  it('of a row with a long term is one bar, and a clock that stands still has none', () => {
    const long = { since: '2026-10-20', fatal: '2026-12-19', tape: [] };
    expect(barOfChip(chip('later', long))).toEqual({ since: '2026-10-20', fatal: '2026-12-19' });
    expect(barOfChip(chip('nothing', long)), 'a closed case has no tape').toBeNull();
    expect(barOfChip(chip('waiting', { ...long, fatal: null })), 'no limit, no bar').toBeNull();
    expect(weeksOf('2026-10-20', '2026-12-15'), 'a tick a week').toBe(8);
  });
  it('a long term is a share of a bar', () => {
    expect(shareSpent('2025-10-14', '2025-12-13', '2025-11-13')).toBe(0.5);
    expect(shareSpent('2025-10-14', '2025-12-13', '2026-01-01')).toBe(1);
  });
});

describe('the explanation of a deadline', () => {
  it('tells every day and counts only working ones', () => {
    const lines = whyLines(october);
    expect(lines.days.map((day) => day.number)).toEqual([null, null, null, null, 1]);
    expect(lines.days[0]?.text).toBe('день события, не считается');
    expect(lines.due).toContain('вторник');
    expect(lines.notes.join()).toContain('receipt.nonworking');
  });
  it('is copied as plain lines', () => {
    const text = whyText(october);
    expect(text).toContain('пн, 27.10: перенесённый выходной');
    expect(text).toContain('КЦ: 1 рабочий день, п. 8 Правил');
  });
});
