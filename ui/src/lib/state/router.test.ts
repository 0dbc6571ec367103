// Addresses of the window: each place has one and comes back from it; an unknown one leads to the day.
import { describe, expect, it } from 'vitest';
import { paperAddress, paperOf } from './papers';
import { addressOf, placeOf, type Place } from './router.svelte';

const PLACES: Place[] = [
  { at: 'today' },
  { at: 'queue' },
  { at: 'case', id: '0192f0c0-0000-7000-8000-000000000001' },
  { at: 'refusal', id: 'a/b c' },
  { at: 'paper', id: '0192~refusal' },
  { at: 'sign' },
  { at: 'print' },
  { at: 'journal' },
  { at: 'people' },
  { at: 'backup' },
  { at: 'calendar' },
  { at: 'settings' },
];

describe('addresses', () => {
  it.each(PLACES)('$at comes back from its address', (place) => {
    expect(placeOf(addressOf(place))).toEqual(place);
  });
  it.each(['', '#', '#/', '#/nowhere', '#/case', '#/case/', '#/case/%E0%A4%A', '#/today/1'])(
    '«%s» leads to the day',
    (address) => {
      expect(placeOf(address)).toEqual({ at: 'today' });
    },
  );
  it('a paper is a case and a kind that exists', () => {
    expect(paperOf(paperAddress('7', 'hand_out'))).toEqual({ id: '7', kind: 'hand_out' });
    expect(paperOf('7~passport')).toBeNull();
    expect(paperOf('~refusal')).toBeNull();
  });
});
