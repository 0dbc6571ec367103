// What the screens may ask of the host, whoever stands behind the door: the desk in the window,
// or synthetic data in tests.
import type { CommandName, Commands, Imported, No, Topic } from '$lib/contract';

export interface Door {
  /** Calls one command of the contract. Rejects with `Refusal` and nothing else. */
  call<K extends CommandName>(name: K, args: Commands[K]['args']): Promise<Commands[K]['answer']>;
  /** What happens without being asked for: a dropped folder, a lock from outside, other changes. */
  listen(ears: Ears): () => void;
}

export interface Ears {
  changed(topics: Topic[]): void;
  locked(): void;
  imported(result: Imported | No): void;
}

/** A «no» of the desk, thrown, so that no screen can forget it. */
export class Refusal extends Error {
  readonly no: No;
  constructor(no: No) {
    super(no.code);
    this.name = 'Refusal';
    this.no = no;
  }
}

/** Anything that is not a `No` means the program itself is wrong; the window survives it. */
export function refusalOf(thrown: unknown): Refusal {
  if (thrown instanceof Refusal) return thrown;
  if (isNo(thrown)) return new Refusal(thrown);
  console.error('the desk answered outside the contract', thrown);
  return new Refusal({
    kind: 'bug',
    code: 'window',
    said: { key: 'ui-bug', args: {} },
    paragraph: null,
  });
}

export function isNo(value: unknown): value is No {
  return typeof value === 'object' && value !== null && 'kind' in value && 'said' in value;
}
