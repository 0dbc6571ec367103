// Where the window stands: a list of places, each with an address after «#», so that Back works and
// a screen can be opened by its address in tests. No place exists without a screen behind it.
export type Place =
  | { at: 'today' }
  | { at: 'queue' }
  | { at: 'case'; id: string }
  | { at: 'refusal'; id: string }
  | { at: 'sign' }
  | { at: 'paper'; id: string }
  | { at: 'acts' }
  | { at: 'act'; id: string }
  | { at: 'print' }
  | { at: 'registers' }
  | { at: 'journal' }
  | { at: 'people' }
  | { at: 'office' }
  | { at: 'backup' }
  | { at: 'calendar' }
  | { at: 'settings' };

const PLAIN = [
  'today',
  'queue',
  'sign',
  'acts',
  'print',
  'registers',
  'journal',
  'people',
  'office',
  'backup',
  'calendar',
  'settings',
] as const;
const WITH_ID = ['case', 'refusal', 'paper', 'act'] as const;

export function addressOf(place: Place): string {
  return 'id' in place ? `#/${place.at}/${encodeURIComponent(place.id)}` : `#/${place.at}`;
}

/** An address nobody knows leads to the day, not to an empty window. */
export function placeOf(address: string): Place {
  const [name = '', id] = address.replace(/^#\/?/, '').split('/');
  const plain = PLAIN.find((one) => one === name);
  if (plain && id === undefined) return { at: plain };
  const withId = WITH_ID.find((one) => one === name);
  if (withId && id) {
    try {
      return { at: withId, id: decodeURIComponent(id) };
    } catch {
      return { at: 'today' };
    }
  }
  return { at: 'today' };
}

class Router {
  place = $state.raw<Place>(placeOf(location.hash));
  /** Where the list stood, so that a closed case gives the focus back to its row. */
  last = $state.raw<Place | null>(null);

  constructor() {
    addEventListener('hashchange', () => this.#arrive(placeOf(location.hash)));
  }

  #arrive(place: Place): void {
    if (addressOf(place) === addressOf(this.place)) return;
    this.last = this.place;
    this.place = place;
  }

  go(place: Place): void {
    this.#arrive(place);
    location.hash = addressOf(place);
  }

  /** Back to the list the case was opened from, or to the day. */
  back(): void {
    const last = this.last;
    this.go(last && !('id' in last) ? last : { at: 'today' });
  }
}
export const router = new Router();
