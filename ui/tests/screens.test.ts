// Screens in the hands of a person: sign in, open a case by keyboard, decide a check, write a refusal.
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import App from '../src/App.svelte';
import { door, Refusal } from '../src/lib/backend';
import { desk } from '../src/lib/state/desk.svelte';
import { readFilter, writeFilter } from '../src/lib/components/queue/kept';
import { router } from '../src/lib/state/router.svelte';
import { work } from '../src/lib/state/work.svelte';
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

/** The window of a PC without a database, with the form of restoring open. */
async function atAnEmptyPc(person: ReturnType<typeof userEvent.setup>) {
  await door.call('session_lock', {});
  await desk.refresh();
  render(App);
  await screen.findByRole('button', { name: say('entry-go') });
  await desk.refresh();
  if (!desk.session) throw new Error('no session');
  desk.seat({ ...desk.session, state: 'fresh' });
  await person.click(await screen.findByRole('button', { name: say('backup-restore') }));
}

describe('a copy of the office', () => {
  it('is chosen from a list, opened with a password, and confirmed with a reason', async () => {
    const person = userEvent.setup();
    await atAnEmptyPc(person);
    await person.click(await screen.findByRole('button', { name: say('backup-restore-look') }));
    expect(
      screen.getByLabelText(say('backup-restore-folder')).getAttribute('aria-invalid'),
      'an empty form is not sent',
    ).toBe('true');
    await person.type(screen.getByLabelText(say('backup-restore-folder')), '"D:\\empty"');
    await person.click(screen.getByRole('button', { name: say('backup-restore-look') }));
    expect((await screen.findByRole('alert')).textContent).toContain(say('backup-restore-none'));
    await person.click(screen.getByRole('button', { name: say('backup-choose') }));
    await screen.findByRole('group', { name: say('backup-restore-list') });
    const copies = [...document.querySelectorAll<HTMLInputElement>('input[name="copy"]')];
    expect(copies.map((one) => one.disabled)).toEqual([true, false, false, true]);
    expect(copies[1]?.checked, 'the newest good one').toBe(true);
    const told = screen.getByRole('group', { name: say('backup-restore-list') }).textContent ?? '';
    for (const part of [
      say('backup-condition-damaged'),
      say('backup-condition-newer'),
      say('backup-cases', { count: 136 }),
      say('backup-documents-none'),
      'Карьерный центр города Костаная',
    ])
      expect(told).toContain(part);
    await person.type(screen.getByLabelText(say('entry-login')), 'artem');
    await person.type(screen.getByLabelText(say('entry-password')), 'not this one');
    await person.click(screen.getByRole('button', { name: say('backup-restore-go') }));
    expect((await screen.findByRole('alert')).textContent, 'a wrong password is told').not.toBe('');
    await person.type(screen.getByLabelText(say('entry-password')), 'tanu-kostanay');
    await person.click(screen.getByRole('button', { name: say('backup-restore-go') }));
    expect(await screen.findByText(say('backup-restore-done'))).toBeTruthy();
    expect(
      await screen.findByText(
        /База восстановлена на .*12:00.* Обмен остановлен, пока вы не подтвердите/,
      ),
    ).toBeTruthy();
    await person.click(screen.getByRole('button', { name: say('backup-confirm') }));
    const dialog = await screen.findByRole('dialog');
    const reason = within(dialog).getByLabelText(say('backup-confirm-reason'));
    await person.click(within(dialog).getByRole('button', { name: say('backup-confirm') }));
    expect(reason.getAttribute('aria-invalid'), 'not without a reason').toBe('true');
    await person.type(reason, 'Сверено с журналом');
    await person.click(within(dialog).getByRole('button', { name: say('backup-confirm') }));
    expect(await screen.findByText(say('backup-confirmed'))).toBeTruthy();
    expect(screen.queryByText(/пока вы не подтвердите/), 'the line is gone').toBeNull();
  });
  it('is opened with the card, names the group with a slip, and asks for a new password', async () => {
    const person = userEvent.setup();
    await atAnEmptyPc(person);
    await person.click(await screen.findByRole('button', { name: say('backup-choose') }));
    await person.click(await screen.findByRole('radio', { name: say('backup-restore-by-card') }));
    const code = screen.getByLabelText(say('entry-code'));
    await person.type(code, 'b9dnt k0rwx 4hv');
    await person.click(screen.getByRole('button', { name: say('backup-restore-go-card') }));
    expect((await screen.findByRole('alert')).textContent).toContain('в группе 3');
    await person.clear(code);
    await person.type(code, 'b9dnt k0rwx 4hvz7 c1pye 93gqa m6f2s 0ttjd rx8kn');
    await person.click(screen.getByRole('button', { name: say('backup-restore-go-card') }));
    expect(await screen.findByRole('heading', { name: say('entry-recover') })).toBeTruthy();
    const filled = screen.getByLabelText<HTMLInputElement>(say('entry-code'));
    expect(filled.value, 'the code need not be typed again').toContain('rx8kn');
    desk.card = '';
  });
});

describe('the recovery card', () => {
  it('shows its code in numbered groups, and is printed and saved at that moment', async () => {
    const person = userEvent.setup();
    await desk.ask('session_sign_in', { login: 'artem', password: 'tanu-kostanay' });
    render(App);
    await screen.findByRole('link', { name: /Сотрудники/ });
    router.go({ at: 'people' });
    await person.click(await screen.findByRole('button', { name: say('people-card') }));
    await person.click(await screen.findByRole('button', { name: say('people-card-make') }));
    const groups = await screen.findByRole('list', { name: say('people-card') });
    expect(within(groups).getAllByRole('listitem')).toHaveLength(8);
    await person.click(await screen.findByRole('button', { name: say('people-card-print') }));
    expect(await screen.findByText(say('people-card-printed'))).toBeTruthy();
    await person.click(screen.getByRole('button', { name: say('people-card-save') }));
    expect(await screen.findByText(/tanu-recovery-2026-10-22\.pdf/)).toBeTruthy();
    await person.click(screen.getByRole('button', { name: say('people-card-done') }));
    await waitFor(() => expect(screen.queryByText('B9DNT'), 'gone').toBeNull());
  });
});

describe('copies on another disk', () => {
  it('are set up by an administrator with the days of the warning', async () => {
    const person = userEvent.setup();
    await desk.ask('session_sign_in', { login: 'artem', password: 'tanu-kostanay' });
    render(App);
    await screen.findByRole('link', { name: /Сотрудники/ });
    router.go({ at: 'backup' });
    expect(await screen.findByText(say('backup-away-none'))).toBeTruthy();
    const days = await screen.findByLabelText(say('backup-away-warn'));
    await person.clear(days);
    await person.type(days, '0');
    await person.click(screen.getByRole('button', { name: say('backup-choose') }));
    await waitFor(() => expect(days.getAttribute('aria-invalid'), 'no day at all').toBe('true'));
    await person.clear(days);
    await person.type(days, '3');
    await person.click(screen.getByRole('button', { name: say('backup-choose') }));
    expect(await screen.findByText('/demo/clean')).toBeTruthy();
    expect(await screen.findByText(say('backup-away-waits'))).toBeTruthy();
    await person.click(screen.getByRole('button', { name: say('backup-away-stop') }));
    expect(await screen.findByText(say('backup-away-none'))).toBeTruthy();
  });
});

describe('the data of one person', () => {
  it('is given out from the journal with a passphrase typed twice', async () => {
    const person = userEvent.setup();
    await desk.ask('session_sign_in', { login: 'asem', password: 'tanu-kostanay' });
    render(App);
    await screen.findByRole('link', { name: /Журнал/ });
    router.go({ at: 'journal' });
    const [open] = await screen.findAllByRole('button', { name: /^Выдать данные: дело/ });
    if (!open) throw new Error('no row with a case');
    await person.click(open);
    await person.type(await screen.findByLabelText(say('export-passphrase')), 'қысқа');
    await person.click(screen.getByRole('button', { name: say('export-go') }));
    const phrase = screen.getByLabelText(say('export-passphrase'));
    expect(phrase.getAttribute('aria-invalid'), 'a short phrase is not sent').toBe('true');
    await person.type(phrase, ' сөйлем емес');
    await person.type(screen.getByLabelText(say('export-passphrase-again')), 'қысқа сөйлем емес');
    await person.click(screen.getByRole('button', { name: say('export-go') }));
    expect(await screen.findByText(/004519\.tanu-export/)).toBeTruthy();
  });
  it('is not offered to a specialist', async () => {
    await desk.ask('session_sign_in', { login: 'aidana', password: 'tanu-kostanay' });
    render(App);
    await screen.findByRole('grid');
    router.go({ at: 'case', id: CASE });
    await screen.findByRole('heading', { level: 1, name: /Нұрғалиев/ });
    expect(screen.queryByRole('button', { name: say('export-open') })).toBeNull();
  });
});

describe('a filter of the queue', () => {
  it('is kept under a name, taken again and thrown away', async () => {
    const person = userEvent.setup();
    await desk.ask('session_sign_in', { login: 'aidana', password: 'tanu-kostanay' });
    render(App);
    await screen.findByRole('grid');
    router.go({ at: 'queue' });
    await person.click(await screen.findByRole('checkbox', { name: say('queue-closed') }));
    await person.click(screen.getByRole('button', { name: say('view-menu') }));
    expect(await screen.findByText(say('view-none'))).toBeTruthy();
    // Nothing is laid out here, so what pops over has no role yet: it is found by its words.
    await person.click(await screen.findByText(say('view-save')));
    await person.type(await screen.findByLabelText(say('view-name')), 'Архив');
    await person.click(await screen.findByRole('button', { name: say('ui-save') }));
    expect(await screen.findByText(say('view-saved', { name: 'Архив' }))).toBeTruthy();
    work.closed = false;
    await person.click(screen.getByRole('button', { name: say('view-menu') }));
    await person.click(await screen.findByText('Архив'));
    expect(work.closed, 'the kept filter is in force').toBe(true);
    await person.click(screen.getByRole('button', { name: say('view-menu') }));
    await person.click(await screen.findByLabelText(say('view-delete', { name: 'Архив' })));
    expect(await screen.findByText(say('view-none'))).toBeTruthy();
  });
  it('that cannot be read is refused whole', () => {
    const good = { strip: null, centre: null, text: '', closed: true, order: 'name' } as const;
    expect(readFilter(writeFilter(good))).toEqual(good);
    for (const bad of ['', '[]', 'null', '{"strip":"x"}', '{"strip":null,"order":"name"}'])
      expect(readFilter(bad), bad).toBeNull();
  });
});

describe('a disk without room', () => {
  const DISK = {
    state: 'little' as const,
    disk: 'D:\\',
    folder: 'D:\\Tanu',
    free_mib: 318,
    needed_mib: 64,
  };
  const tell = (disk: typeof DISK | null | (Omit<typeof DISK, 'state'> & { state: 'low' })) => {
    if (!desk.session) throw new Error('no session');
    desk.seat({ ...desk.session, disk });
  };

  it('is warned of, then told as a stop, and the line goes by itself', async () => {
    render(App);
    await screen.findByRole('grid');
    tell(DISK);
    const { disk, free_mib: free, needed_mib: needed } = DISK;
    const warning = await screen.findByText(say('shell-disk-little', { disk, free }));
    expect(warning.closest('[role]')?.getAttribute('role')).toBe('status');
    tell({ ...DISK, state: 'low', free_mib: 12 });
    const stop = await screen.findByText(say('shell-disk-low', { disk, free: 12, needed }));
    const line = stop.closest('[role]');
    expect(line?.getAttribute('role'), 'spoken at once').toBe('alert');
    expect(line?.textContent, 'what must not be cleared away').toContain('D:\\Tanu');
    expect(stop.textContent, 'both figures').toMatch(/12\sМБ.*64\sМБ/);
    tell(null);
    await waitFor(() => expect(document.body.textContent).not.toContain('D:\\'));
  });

  it('is asked about at once when the desk refused for want of room', async () => {
    render(App);
    await screen.findByRole('grid');
    const call = vi.spyOn(door, 'call');
    call.mockRejectedValueOnce(
      new Refusal({
        kind: 'failure',
        code: 'disk-low',
        said: { key: 'no-disk-low', args: { disk: 'D:\\', free: 12, needed: 64 } },
        paragraph: null,
      }),
    );
    const asked = desk.ask('views_save', {} as never);
    await expect(asked).rejects.toBeInstanceOf(Refusal);
    await waitFor(() => expect(call).toHaveBeenCalledWith('session_state', {}));
    call.mockRestore();
  });
});
