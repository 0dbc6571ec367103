// The draft of a refusal: saved after a pause, nothing typed meanwhile is lost, steps can be undone.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { RefusalEdit, RefusalView } from '$lib/contract';
import { desk } from './desk.svelte';
import { Draft } from './draft.svelte';

let version = 1;
let kept: RefusalEdit[] = [];
const view = (items: RefusalEdit[]): RefusalView => ({
  case: 'c',
  version,
  number: '1',
  name: 'Тілеуберген Мадина',
  iin_masked: '',
  profession: '',
  received_on: '2026-10-21',
  deadline: {
    state: 'today',
    paragraph: '8',
    since: null,
    fatal: null,
    target: null,
    days: 0,
    until: null,
    tape: [],
  },
  state: 'draft',
  drafted_by: null,
  comment: null,
  texts: [],
  items: items.map((item) => ({
    ...item,
    title: { key: 'ui-yes', args: {} },
    code: 'x',
    ground: 'incomplete_package',
    citation: { paragraph: '8', edition: 'B', text: null },
    written_kk: 'кк',
    written_ru: 'ру',
  })),
  remarks: [],
  may_submit: true,
  may_approve: false,
  missing: null,
});

beforeEach(() => {
  vi.useFakeTimers();
  version = 1;
  kept = [{ check: 'level', included: true, kk: 'кк', ru: 'ру' }];
  vi.spyOn(desk, 'ask').mockImplementation((async (
    name: string,
    args: { items?: RefusalEdit[] },
  ) => {
    if (name === 'refusal_save' && args.items) {
      version += 1;
      kept = args.items;
    }
    return view(kept);
  }) as unknown as typeof desk.ask);
});
afterEach(() => {
  vi.useRealTimers();
});

describe('a draft', () => {
  it('is saved after a pause, once for many letters', async () => {
    const draft = new Draft('c');
    await draft.read();
    draft.change('level', { ru: 'рус' });
    draft.change('level', { ru: 'русс' });
    expect(draft.state).toBe('changed');
    await vi.advanceTimersByTimeAsync(1000);
    expect(draft.state).toBe('saved');
    expect(kept[0]?.ru).toBe('русс');
    expect(version, 'one save').toBe(2);
  });
  it('keeps what was typed while the desk was writing', async () => {
    const draft = new Draft('c');
    await draft.read();
    draft.change('level', { ru: 'первое' });
    const saving = draft.save();
    draft.change('level', { ru: 'второе' });
    await saving;
    expect(draft.items[0]?.ru).toBe('второе');
    expect(await draft.settled(), 'the version after everything is safe').toBe(version);
    expect(kept[0]?.ru).toBe('второе');
  });
  it('takes steps back and forth', async () => {
    const draft = new Draft('c');
    await draft.read();
    draft.change('level', { included: false });
    draft.undo();
    expect(draft.items[0]?.included).toBe(true);
    draft.redo();
    expect(draft.items[0]?.included).toBe(false);
    draft.undo();
    draft.undo();
    expect(draft.items[0]?.included, 'no further than the beginning').toBe(true);
  });
});
