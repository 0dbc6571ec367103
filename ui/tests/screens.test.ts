// Screens in the hands of a person: sign in, open a case by keyboard, decide a check, write a refusal.
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import App from '../src/App.svelte';
import { desk } from '../src/lib/state/desk.svelte';
import { router } from '../src/lib/state/router.svelte';
import { say } from '../src/lib/words/words.svelte';

const CASE = '00000000-0000-7000-8000-000000004519';

beforeEach(async () => {
  router.go({ at: 'today' });
  await desk.refresh();
  desk.choose({ language: 'ru' });
});
afterEach(() => cleanup());

describe('the window', () => {
  it('shows the day with its strips, in the order of the fatal date', async () => {
    render(App);
    expect(await screen.findByRole('heading', { name: 'Сегодня' })).toBeTruthy();
    const grid = await screen.findByRole('grid');
    await waitFor(() => expect(grid.textContent).toContain('Просрочено на 1 раб. день'));
    const text = grid.textContent ?? '';
    expect(text.indexOf('Жүнісова'), 'overdue stands first').toBeGreaterThan(-1);
    expect(text.indexOf('Жүнісова')).toBeLessThan(text.indexOf('Нұрғалиев'));
  });
  it('changes the language without a restart', async () => {
    const person = userEvent.setup();
    render(App);
    await person.click(await screen.findByRole('radio', { name: 'Қаз' }));
    expect(await screen.findByRole('heading', { name: 'Бүгін' })).toBeTruthy();
    expect(document.documentElement.lang).toBe('kk');
  });
  it('opens the row that has the focus with Enter and comes back to it with Esc', async () => {
    const person = userEvent.setup();
    render(App);
    const row = await waitFor(() => {
      const found = document.querySelector<HTMLElement>(`[data-case="${CASE}"]`);
      if (!found) throw new Error('no row yet');
      return found;
    });
    row.focus();
    await person.keyboard('{Enter}');
    expect(await screen.findByRole('heading', { level: 1, name: /Нұрғалиев/ })).toBeTruthy();
    (document.activeElement as HTMLElement | null)?.blur();
    await person.keyboard('[Escape]');
    await waitFor(() => expect(router.place.at).toBe('today'));
  });
  it('lists every key of the screen on F1', async () => {
    render(App);
    await screen.findByRole('grid');
    await fireEvent.keyDown(document.body, { code: 'F1' });
    const help = await screen.findByRole('dialog');
    for (const words of [
      say('keys-search'),
      say('keys-next'),
      say('keys-row-down'),
      say('keys-lock'),
    ])
      expect(help.textContent).toContain(words);
  });
});

describe('a case', () => {
  it('says why it cannot be forwarded and keeps the button in sight', async () => {
    router.go({ at: 'case', id: CASE });
    render(App);
    const forward = await screen.findByRole('button', { name: say('case-forward') });
    expect(forward.getAttribute('aria-disabled')).toBe('true');
    expect(forward.title).toBe('Осталось закрыть 2 проверки');
  });
  it('asks for the fact before a failed check is recorded', async () => {
    const person = userEvent.setup();
    router.go({ at: 'case', id: CASE });
    render(App);
    await person.click(await screen.findByRole('radio', { name: say('case-say-fail') }));
    const reason = await screen.findByRole('textbox', { name: say('case-reason') });
    await person.type(reason, 'Стаж 2 г. 7 мес.');
    await person.click(screen.getByRole('button', { name: say('case-record') }));
    expect(await screen.findByText(say('case-recorded'))).toBeTruthy();
  });
  it('explains its deadline day by day', async () => {
    const person = userEvent.setup();
    router.go({ at: 'case', id: CASE });
    render(App);
    const [why] = await screen.findAllByRole('button', { name: say('why-open') });
    if (!why) throw new Error('no «?»');
    await person.click(why);
    expect(await screen.findByText('день события, не считается')).toBeTruthy();
    expect(await screen.findByText(/Последний день — четверг, 22/)).toBeTruthy();
  });
});

describe('the entrance', () => {
  it('says that the password is wrong and lets a right one in', async () => {
    const person = userEvent.setup();
    render(App);
    await screen.findByRole('grid');
    await person.keyboard('{Alt>}[KeyL]{/Alt}');
    const login = await screen.findByRole('textbox', { name: say('entry-login') });
    await person.clear(login);
    await person.type(login, 'aidana');
    const password = screen.getByLabelText(say('entry-password'));
    await person.type(password, 'not this one');
    await person.click(screen.getByRole('button', { name: say('entry-go') }));
    await waitFor(() => expect(password.getAttribute('aria-invalid')).toBe('true'));
    await person.type(password, 'tanu-kostanay');
    await person.click(screen.getByRole('button', { name: say('entry-go') }));
    expect(await screen.findByRole('grid')).toBeTruthy();
  });
});
