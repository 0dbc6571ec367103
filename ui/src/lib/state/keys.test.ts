// Shortcuts: the physical key under any layout, single letters only outside fields, dialogs on top.
import { afterEach, describe, expect, it, vi } from 'vitest';
import { chord, cyrillicTwin, keyNames, keys, matches, type Binding } from './keys.svelte';

const press = (code: string, more: KeyboardEventInit = {}, target?: HTMLElement) => {
  const event = new KeyboardEvent('keydown', { code, bubbles: true, cancelable: true, ...more });
  if (target) Object.defineProperty(event, 'target', { value: target });
  return event;
};
const binding = (code: string, mods: string, run: () => void, inField = false): Binding => ({
  chords: [chord(code, mods)],
  label: () => code,
  group: 'window',
  run,
  inField,
});
const ends: (() => void)[] = [];
afterEach(() => {
  ends.splice(0).forEach((end) => end());
  keys.singles = true;
});

describe('a chord', () => {
  it.each([
    [
      'Ctrl K under the Russian layout',
      chord('KeyK', 'c'),
      press('KeyK', { key: 'л', ctrlKey: true }),
      true,
    ],
    ['J under the Kazakh layout', chord('KeyJ'), press('KeyJ', { key: 'о' }), true],
    ['Ctrl K without Ctrl', chord('KeyK', 'c'), press('KeyK'), false],
    [
      'plus with Shift on the main block',
      chord('Equal'),
      press('Equal', { key: '+', shiftKey: true }),
      true,
    ],
    ['plus on the number block', chord('Equal'), press('NumpadAdd', { key: '+' }), true],
    [
      'Enter on the number block',
      chord('Enter', 'c'),
      press('NumpadEnter', { ctrlKey: true }),
      true,
    ],
    [
      'Ctrl Shift Z is not Ctrl Z',
      chord('KeyZ', 'c'),
      press('KeyZ', { ctrlKey: true, shiftKey: true }),
      false,
    ],
    [
      'AltGr text is not Ctrl Alt',
      chord('KeyE', 'ca'),
      press('KeyE', { ctrlKey: true, altKey: true, modifierAltGraph: true }),
      false,
    ],
  ])('%s', (_, one, event, yes) => {
    expect(matches(one, event)).toBe(yes);
  });
});

describe('keys', () => {
  it('a single letter does not act while a field is typed into, a chord may', () => {
    const run = vi.fn();
    const find = vi.fn();
    ends.push(keys.add(() => [binding('KeyN', '', run), binding('KeyK', 'c', find, true)]));
    const field = document.createElement('input');
    keys.press(press('KeyN', {}, field));
    expect(run).not.toHaveBeenCalled();
    keys.press(press('KeyK', { ctrlKey: true }, field));
    expect(find).toHaveBeenCalledOnce();
    keys.press(press('KeyN', {}, document.body));
    expect(run).toHaveBeenCalledOnce();
  });
  it('single letters are silent when a screen reader needs them', () => {
    const run = vi.fn();
    ends.push(keys.add(() => [binding('KeyN', '', run)]));
    keys.singles = false;
    keys.press(press('KeyN', {}, document.body));
    expect(run).not.toHaveBeenCalled();
  });
  it('nothing acts while letters are being composed', () => {
    const run = vi.fn();
    ends.push(keys.add(() => [binding('KeyN', '', run)]));
    keys.press(press('KeyN', { isComposing: true }, document.body));
    expect(run).not.toHaveBeenCalled();
  });
  it('Enter belongs to the button that has the focus', () => {
    const run = vi.fn();
    ends.push(keys.add(() => [binding('Enter', '', run)]));
    keys.press(press('Enter', {}, document.createElement('button')));
    expect(run).not.toHaveBeenCalled();
    keys.press(press('Enter', {}, document.body));
    expect(run).toHaveBeenCalledOnce();
  });
  it('a dialog shuts the screens below it, and opens them again', () => {
    const below = vi.fn();
    ends.push(keys.add(() => [binding('KeyN', '', below)]));
    const close = keys.add(() => [], true);
    keys.press(press('KeyN', {}, document.body));
    expect(below).not.toHaveBeenCalled();
    expect(keys.heardBelowDialogs(), 'the key help still lists them').toHaveLength(1);
    close();
    keys.press(press('KeyN', {}, document.body));
    expect(below).toHaveBeenCalledOnce();
  });
  it('a screen is asked before the window, also when it came first', () => {
    const screen = vi.fn();
    const house = vi.fn();
    ends.push(keys.add(() => [binding('Digit1', 'a', screen, true)]));
    ends.push(keys.ground(() => [binding('Digit1', 'a', house, true)]));
    keys.press(press('Digit1', { altKey: true }, document.body));
    expect(screen).toHaveBeenCalledOnce();
    expect(house, 'Alt 1 of a refusal is its ground, not a room').not.toHaveBeenCalled();
  });
  it('the key help lists a chord once, for the screen that answers it', () => {
    ends.push(keys.add(() => [binding('KeyN', '', vi.fn()), binding('KeyK', 'c', vi.fn())]));
    ends.push(keys.add(() => [{ ...binding('KeyN', '', vi.fn()), label: () => 'of the screen' }]));
    expect(keys.heardBelowDialogs().map((one) => one.label())).toEqual(['of the screen', 'KeyK']);
  });
  it('are named as they are painted, with the Cyrillic twin', () => {
    expect(keyNames(chord('KeyK', 'c'))).toEqual(['Ctrl', 'K']);
    expect(keyNames(chord('Digit3', 'a'))).toEqual(['Alt', '3']);
    expect(cyrillicTwin(chord('KeyJ'))).toBe('О');
    expect(cyrillicTwin(chord('F1'))).toBeNull();
  });
});
