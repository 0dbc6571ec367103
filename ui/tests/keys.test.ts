// Every key of every screen: it is heard by the physical key under the Kazakh layout, it stands in the key
// help, and single letters are silent while somebody types.
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import App from '../src/App.svelte';
import { desk } from '../src/lib/state/desk.svelte';
import { intake } from '../src/lib/state/intake.svelte';
import { chord, isSingle, keys, type Chord } from '../src/lib/state/keys.svelte';
import { router, type Place } from '../src/lib/state/router.svelte';
import { toasts } from '../src/lib/state/toasts.svelte';
import { work } from '../src/lib/state/work.svelte';
import { say } from '../src/lib/words/words.svelte';

const CASE = '00000000-0000-7000-8000-000000004519';
const LETTER = '00000000-0000-7000-8000-000000004521';
/** What the digit row and the letters type on the Kazakh layout: never what the key is called. */
const KAZAKH: Record<string, string> = {
  Digit1: '"',
  Digit2: 'ә',
  Digit3: 'і',
  Digit4: 'ң',
  Digit5: 'ғ',
  Digit0: 'қ',
  Minus: 'ө',
  Equal: 'һ',
  KeyA: 'ф',
  KeyB: 'и',
  KeyC: 'с',
  KeyE: 'у',
  KeyF: 'а',
  KeyH: 'р',
  KeyJ: 'о',
  KeyK: 'л',
  KeyL: 'д',
  KeyN: 'т',
  KeyP: 'з',
  KeyR: 'к',
  KeyS: 'ы',
  KeyT: 'е',
  KeyV: 'м',
  KeyZ: 'я',
  BracketLeft: 'х',
  BracketRight: 'ъ',
  Slash: '.',
  Space: ' ',
};
const press = (one: Chord, target: Element = document.body) =>
  fireEvent.keyDown(target, {
    code: one.code,
    key: KAZAKH[one.code] ?? one.code,
    ctrlKey: one.ctrl === true,
    shiftKey: one.shift === true,
    altKey: one.alt === true,
  });

async function stand(login: string, place: Place, heading: RegExp | string) {
  await desk.ask('session_sign_in', { login, password: 'tanu-kostanay' });
  render(App);
  await screen.findByRole('navigation');
  router.go(place);
  await screen.findByRole('heading', { level: 1, name: heading });
}
async function row() {
  await screen.findByRole('grid');
  await waitFor(() => {
    if (!document.querySelector(`[data-case="${CASE}"]`)) throw new Error('no rows yet');
  });
}

beforeEach(async () => {
  await desk.refresh();
  desk.choose({ language: 'kk' });
  work.clear();
  work.row = null;
  keys.singles = true;
  toasts.list = [];
});
afterEach(() => {
  intake.open = false;
  cleanup();
});

const WINDOW: [Chord, () => string][] = [
  [chord('KeyK', 'c'), () => say('keys-search')],
  [chord('F1'), () => say('keys-help')],
  [chord('KeyN'), () => say('keys-next')],
  [chord('Digit1', 'a'), () => say('shell-room-today')],
  [chord('F6'), () => say('keys-pane')],
  [chord('F6', 's'), () => say('keys-pane-back')],
  [chord('KeyL', 'cs'), () => say('keys-language')],
  [chord('Equal', 'c'), () => say('keys-zoom-in')],
  [chord('Minus', 'c'), () => say('keys-zoom-out')],
  [chord('Digit0', 'c'), () => say('keys-zoom-reset')],
  [chord('Comma', 'c'), () => say('keys-settings')],
  [chord('KeyL', 'a'), () => say('keys-lock')],
  [chord('KeyP', 'cs'), () => say('keys-day-batch')],
];
const LIST: [Chord, () => string][] = [
  [chord('KeyJ'), () => say('keys-row-down')],
  [chord('ArrowDown'), () => say('keys-row-down')],
  [chord('KeyK'), () => say('keys-row-up')],
  [chord('ArrowUp'), () => say('keys-row-up')],
  [chord('Enter'), () => say('keys-open')],
  [chord('Slash'), () => say('keys-filter')],
  [chord('KeyF'), () => say('keys-filter')],
  [chord('Slash', 's'), () => say('keys-help')],
];
const SCREENS: {
  name: string;
  login: string;
  place: Place;
  heading: () => string | RegExp;
  heard: [Chord, () => string][];
}[] = [
  {
    name: 'today',
    login: 'aidana',
    place: { at: 'today' },
    heading: () => say('today-title'),
    heard: [
      ...WINDOW,
      ...LIST,
      [chord('KeyN', 'c'), () => say('keys-import')],
      [chord('Digit1'), () => say('keys-strip', { name: say('today-overdue') })],
      [chord('Digit5'), () => say('keys-strip', { name: say('today-waiting') })],
      [chord('Digit6'), () => say('keys-strip', { name: say('today-to-print') })],
      [chord('Digit0'), () => say('keys-strip', { name: say('today-all') })],
    ],
  },
  {
    name: 'queue',
    login: 'aidana',
    place: { at: 'queue' },
    heading: () => say('queue-title'),
    heard: [
      ...LIST,
      [chord('KeyV'), () => say('view-menu')],
      [chord('KeyE'), () => say('queue-register-applications')],
      [chord('KeyE', 'c'), () => say('queue-register-applications')],
    ],
  },
  {
    name: 'case',
    login: 'aidana',
    place: { at: 'case', id: CASE },
    heading: () => /Нұрғалиев/,
    heard: [
      [chord('BracketLeft'), () => say('keys-document-back')],
      [chord('BracketRight'), () => say('keys-document-next')],
      [chord('Digit1'), () => say('keys-check', { number: 1, title: 'Өтіл' })],
      [chord('Equal'), () => say('keys-pass')],
      [chord('Minus'), () => say('keys-fail')],
      [chord('Digit0'), () => say('keys-not-applicable')],
      [chord('F8'), () => say('keys-check-waiting')],
      [chord('Enter', 'c'), () => say('keys-main')],
      [chord('KeyR', 'c'), () => say('keys-refuse')],
      [chord('KeyP', 'c'), () => say('case-papers')],
      [chord('KeyT'), () => say('keys-timeline')],
      [chord('Slash', 's'), () => say('keys-why')],
      [chord('Escape'), () => say('keys-back')],
    ],
  },
  {
    name: 'refusal',
    login: 'aidana',
    place: { at: 'refusal', id: LETTER },
    heading: () => /Тілеуберген/,
    heard: [
      [chord('Digit1', 'a'), () => say('keys-ground', { number: 1 })],
      [chord('Digit4', 'a'), () => say('keys-ground', { number: 4 })],
      [chord('F8'), () => say('keys-remark')],
      [chord('Enter', 'c'), () => say('letter-send')],
      [chord('KeyS', 'c'), () => say('keys-save')],
      [chord('KeyZ', 'c'), () => say('keys-undo')],
      [chord('KeyZ', 'cs'), () => say('keys-redo')],
      [chord('Escape'), () => say('keys-back')],
    ],
  },
  {
    name: 'to sign',
    login: 'samat',
    place: { at: 'sign' },
    heading: () => say('sign-title'),
    heard: [
      [chord('KeyS'), () => say('sign-approve')],
      [chord('Enter', 'c'), () => say('sign-approve')],
      [chord('KeyB'), () => say('sign-return')],
      [chord('KeyJ'), () => say('keys-row-down')],
      [chord('KeyK'), () => say('keys-row-up')],
      [chord('Space'), () => say('keys-mark')],
      [chord('KeyA', 'c'), () => say('keys-mark-all')],
    ],
  },
  {
    name: 'acts',
    login: 'galina',
    place: { at: 'acts' },
    heading: () => say('services-title'),
    heard: [
      [chord('KeyN'), () => say('services-enter')],
      [chord('KeyJ'), () => say('keys-row-down')],
      [chord('KeyK'), () => say('keys-row-up')],
    ],
  },
  {
    name: 'an act',
    login: 'galina',
    place: { at: 'act', id: '["240141990028","118","2026-10-22",false]' },
    heading: () => /118/,
    heard: [
      [chord('KeyJ'), () => say('keys-row-down')],
      [chord('KeyK'), () => say('keys-row-up')],
      [chord('KeyB'), () => say('services-return')],
      [chord('Enter', 'c'), () => say('services-accept')],
      [chord('KeyP', 'c'), () => say('keys-print')],
      [chord('KeyS', 'c'), () => say('preview-save')],
      [chord('Escape'), () => say('keys-back')],
    ],
  },
  {
    name: 'registers',
    login: 'aidana',
    place: { at: 'registers' },
    heading: () => say('registers-title'),
    heard: [
      [chord('KeyE', 'c'), () => say('registers-excel')],
      [chord('KeyP', 'c'), () => say('keys-print')],
      [chord('KeyS', 'c'), () => say('preview-save')],
    ],
  },
  {
    name: 'print',
    login: 'aidana',
    place: { at: 'print' },
    heading: () => say('print-day-title'),
    heard: [
      [chord('Enter', 'c'), () => say('print-batch')],
      [chord('KeyP', 'c'), () => say('print-batch')],
    ],
  },
  {
    name: 'a paper',
    login: 'aidana',
    place: { at: 'paper', id: `${LETTER}~refusal` },
    heading: () => say('paper-kind-refusal'),
    heard: [
      [chord('KeyP', 'c'), () => say('keys-print')],
      [chord('KeyS', 'c'), () => say('preview-save')],
      [chord('Escape'), () => say('keys-back')],
    ],
  },
  {
    name: 'calendar',
    login: 'aidana',
    place: { at: 'calendar' },
    heading: () => say('calendar-title'),
    heard: [
      [chord('KeyC'), () => say('calendar-calculator')],
      [chord('ArrowLeft'), () => say('calendar-year-back')],
      [chord('ArrowRight'), () => say('calendar-year-next')],
    ],
  },
  {
    name: 'journal',
    login: 'asem',
    place: { at: 'journal' },
    heading: () => say('journal-title'),
    heard: [
      [chord('KeyH'), () => say('journal-verify')],
      [chord('ArrowLeft'), () => say('journal-newer')],
      [chord('ArrowRight'), () => say('journal-older')],
    ],
  },
];
const same = (a: Chord, b: Chord) =>
  a.code === b.code &&
  Boolean(a.ctrl) === Boolean(b.ctrl) &&
  Boolean(a.shift) === Boolean(b.shift) &&
  Boolean(a.alt) === Boolean(b.alt);

describe.each(SCREENS)('the keys of $name', ({ login, place, heading, heard }) => {
  it('are bound to the physical key, each with its words', async () => {
    await stand(login, place, heading());
    for (const [one, label] of heard)
      await waitFor(() => {
        const found = keys.heard().find((binding) => binding.chords.some((own) => same(own, one)));
        expect(found?.label(), JSON.stringify(one)).toBe(label());
      });
  });
  it('stand in the key help', async () => {
    await stand(login, place, heading());
    // The list and the papers come a moment after the head of the screen.
    await waitFor(() => {
      const now = keys.heard().map((binding) => binding.label());
      expect(heard.filter(([, label]) => !now.includes(label()))).toEqual([]);
    });
    await press(chord('F1'));
    const help = await screen.findByRole('dialog');
    for (const [one, label] of heard)
      expect(help.textContent, JSON.stringify(one)).toContain(label());
  });
  it('are silent as single letters while somebody types', async () => {
    await stand(login, place, heading());
    const field = document.createElement('input');
    document.body.append(field);
    const before = { place: router.place.at, strip: work.strip, row: work.row };
    for (const [one] of heard.filter(([own]) => isSingle(own)))
      expect(await press(one, field), `${one.code} is left to the field`).toBe(true);
    expect({ place: router.place.at, strip: work.strip, row: work.row }).toEqual(before);
    field.remove();
  });
});

describe('pressed under the Kazakh layout', () => {
  it('2 shows what is due today, 0 shows all', async () => {
    await stand('aidana', { at: 'today' }, say('today-title'));
    await row();
    await press(chord('Digit2'));
    expect(work.strip).toBe('today');
    await press(chord('Digit0'));
    expect(work.strip).toBeNull();
  });
  it('J and K walk the rows, Enter opens the row', async () => {
    await stand('aidana', { at: 'today' }, say('today-title'));
    await row();
    await press(chord('KeyJ'));
    const first = work.row;
    await press(chord('KeyJ'));
    expect(work.row, 'J goes down').not.toBe(first);
    await press(chord('KeyK'));
    expect(work.row, 'K comes back').toBe(first);
    await press(chord('Enter'));
    expect(router.place).toEqual({ at: 'case', id: first });
  });
  it('N opens the most urgent case', async () => {
    await stand('aidana', { at: 'today' }, say('today-title'));
    await press(chord('KeyN'));
    await waitFor(() => expect(router.place.at).toBe('case'));
  });
  it('E saves the register and says where', async () => {
    await stand('aidana', { at: 'queue' }, say('queue-title'));
    await row();
    await press(chord('KeyE'));
    expect(await screen.findByText(/register\.xlsx/)).toBeTruthy();
  });
  it('− asks for the fact, Esc leaves the field and only then the case', async () => {
    await stand('aidana', { at: 'case', id: CASE }, /Нұрғалиев/);
    await screen.findAllByRole('radio', { name: say('case-say-fail') });
    await press(chord('Minus'));
    const reason = await screen.findByRole('textbox', { name: say('case-reason') });
    reason.focus();
    await press(chord('Escape'), reason);
    expect(router.place.at, 'still in the case').toBe('case');
    expect(document.activeElement).not.toBe(reason);
    await press(chord('Escape'));
    await waitFor(() => expect(router.place.at).not.toBe('case'));
  });
  it('F8 opens the next check that waits', async () => {
    await stand('aidana', { at: 'case', id: CASE }, /Нұрғалиев/);
    await screen.findAllByRole('radio', { name: say('case-say-fail') });
    const opened = () => document.querySelector('[aria-expanded="true"]')?.textContent;
    const before = opened();
    await press(chord('F8'));
    await waitFor(() => expect(opened()).not.toBe(before));
  });
  it('Ctrl A marks the stack, S asks before it signs, B asks for words', async () => {
    await stand('samat', { at: 'sign' }, say('sign-title'));
    await screen.findAllByRole('checkbox');
    await press(chord('KeyA', 'c'));
    await waitFor(() =>
      expect(
        screen.getByRole('button', { name: say('sign-approve-marked', { count: 2 }) }),
      ).toBeTruthy(),
    );
    await press(chord('KeyS'));
    expect(await screen.findByRole('dialog', { name: say('sign-ask-title') })).toBeTruthy();
  });
  it('C takes one to the calculator, the arrows turn the year', async () => {
    await stand('aidana', { at: 'calendar' }, say('calendar-title'));
    await screen.findByText('2026');
    await press(chord('ArrowRight'));
    expect(await screen.findByText('2027')).toBeTruthy();
    await press(chord('KeyC'));
    expect(document.activeElement).toBe(screen.getByLabelText(say('calendar-event')));
  });
  it('the arrows turn the pages of the journal and stop at its ends', async () => {
    await stand('asem', { at: 'journal' }, say('journal-title'));
    const range = (from: number, until: number) =>
      say('journal-range', { from, until, total: 128 });
    await screen.findByText(range(1, 50));
    await press(chord('ArrowLeft'));
    expect(screen.getByText(range(1, 50)), 'there is nothing newer').toBeTruthy();
    await press(chord('ArrowRight'));
    expect(await screen.findByText(range(51, 100))).toBeTruthy();
  });
  it('a filter thrown away can be taken back', async () => {
    await stand('aidana', { at: 'queue' }, say('queue-title'));
    await desk.ask('views_save', {
      name: 'Менің сүзгім',
      filter: '{"strip":null,"centre":null,"text":"","closed":false,"order":"name"}',
    });
    await press(chord('KeyV'));
    const drop = await screen.findByLabelText(say('view-delete', { name: 'Менің сүзгім' }));
    await fireEvent.click(drop);
    await fireEvent.click(await screen.findByRole('button', { name: say('ui-undo') }));
    expect(await screen.findByText('Менің сүзгім')).toBeTruthy();
    await desk.ask('views_delete', { name: 'Менің сүзгім' });
  });
});
