// What the window knows of the desk: ids of commands, changes heard on the way, the look that is put on.
import { describe, expect, it } from 'vitest';
import { language } from '$lib/words/words.svelte';
import { commandId, desk, Refusal } from './desk.svelte';

describe('the id of a command', () => {
  it('is a UUID of version 7 that grows with time', () => {
    const ids = [1, 2, 3_000_000].map((ms) => commandId(ms));
    for (const id of ids)
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(ids.toSorted()).toEqual(ids);
    expect(commandId(5)).not.toBe(commandId(5));
  });
});

describe('the desk', () => {
  it('hears what a command changed, so that screens ask again', async () => {
    await desk.refresh();
    expect(desk.session?.state).toBe('open');
    const before = desk.version(['case']);
    await desk.ask('case_act', {
      case: 'c',
      version: 1,
      command: commandId(),
      act: { do: 'forward_to_mobility_centre' },
    });
    expect(desk.version(['case'])).toBe(before + 1);
    expect(desk.version(['people'])).toBe(0);
  });
  it('puts on language, theme and density at once', async () => {
    await desk.refresh();
    desk.choose({ language: 'en', theme: 'contrast', density: 'dense' });
    expect(language.current).toBe('en');
    expect(document.documentElement.dataset.theme).toBe('hc');
    expect(document.documentElement.dataset.density).toBe('dense');
    expect(document.documentElement.lang).toBe('en');
  });
  it('throws a «no» as a refusal with its code', async () => {
    const asked = desk.ask('session_sign_in', { login: 'nobody', password: 'wrong' });
    await expect(asked).rejects.toBeInstanceOf(Refusal);
    await expect(asked).rejects.toMatchObject({ no: { code: 'password_wrong', kind: 'denial' } });
  });
});
