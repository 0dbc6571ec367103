// A form while a person fills it in: what is to be mended, whether it is on its way, what the desk said.
import { refusalOf } from '$lib/backend';
import { tell } from '$lib/words/words.svelte';

export interface Problem {
  /** The `name` of the field. */
  field: string;
  text: string;
}

export class Form {
  problems = $state.raw<Problem[]>([]);
  busy = $state(false);
  /** Kept as what the desk said, so that it changes its language with the page. */
  #said = $state.raw<(() => string) | null>(null);

  get trouble(): string | null {
    return this.#said?.() ?? null;
  }
  problemOf(field: string): string | null {
    return this.problems.find((one) => one.field === field)?.text ?? null;
  }
  clear(): void {
    this.problems = [];
    this.#said = null;
  }
  /** Nothing is sent while a field is to be mended, or twice. True when the desk has done it. */
  async send(problems: (Problem | null)[], work: () => Promise<unknown>): Promise<boolean> {
    if (this.busy) return false;
    this.#said = null;
    this.problems = problems.filter((one) => one !== null);
    if (this.problems.length > 0) return false;
    this.busy = true;
    try {
      await work();
      return true;
    } catch (thrown) {
      const { said } = refusalOf(thrown).no;
      this.#said = () => tell(said);
      return false;
    } finally {
      this.busy = false;
    }
  }
}

/** A field that may not be empty. */
export const needed = (field: string, value: string, text: string): Problem | null =>
  value.trim() === '' ? { field, text } : null;
