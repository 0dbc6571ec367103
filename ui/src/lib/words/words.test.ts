// Words: the language changes at once, plurals follow the language, codes of the desk find their words.
import { afterEach, describe, expect, it, vi } from 'vitest';
import { language, named, say, tell } from './words.svelte';

afterEach(() => {
  language.current = 'kk';
});
const spaced = (text: string) => text.replaceAll('\u00a0', ' ');

describe('words', () => {
  it('are in the language of the interface at the moment they are asked for', () => {
    language.current = 'ru';
    expect(say('today-title')).toBe('Сегодня');
    language.current = 'kk';
    expect(say('today-title')).toBe('Бүгін');
    language.current = 'en';
    expect(say('today-title')).toBe('Today');
  });
  it.each([
    [1, 'Просрочено на 1 раб. день'],
    [2, 'Просрочено на 2 раб. дня'],
    [5, 'Просрочено на 5 раб. дней'],
    [21, 'Просрочено на 21 раб. день'],
    [112, 'Просрочено на 112 раб. дней'],
  ])('Russian counts %i days', (days, text) => {
    language.current = 'ru';
    expect(say('chip-overdue', { days })).toBe(text);
  });
  it('group large numbers by our own rule, not by Intl', () => {
    language.current = 'kk';
    expect(spaced(say('queue-count', { count: 12345 }))).toBe('12 345 жазба');
  });
  it('a phrase of the desk has dates written for the reader', () => {
    language.current = 'ru';
    const said = { key: 'chip-tape', args: { from: '2026-10-21', until: '2026-10-22' } };
    expect(tell(said)).toBe('Срок идёт со дня после 21.10.2026 по 22.10.2026');
  });
  it('a number that came as a text still chooses its plural', () => {
    language.current = 'ru';
    expect(tell({ key: 'case-left', args: { count: '2' } })).toBe('Осталось закрыть 2 проверки');
  });
  it('a phrase may hold a phrase', () => {
    language.current = 'en';
    const said = { key: 'case-cleared-by', args: { who: { key: 'role-auditor', args: {} } } };
    expect(tell(said)).toBe('Decided by: Auditor');
  });
  it('a code is read with its dots and underscores as dashes', () => {
    language.current = 'ru';
    expect(named('paper-kind', 'hand_out')).toBe('Памятка претенденту');
    expect(named('reading', 'receipt.nonworking')).not.toContain('receipt');
    expect(named('role', 'not_a_role'), 'an unknown code shows itself').toBe('not_a_role');
  });
  it('a key nobody wrote is shown and told, never an empty place', () => {
    const told = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    expect(tell({ key: 'nobody-wrote-this', args: {} })).toBe('nobody-wrote-this');
    expect(told).toHaveBeenCalledOnce();
  });
});
