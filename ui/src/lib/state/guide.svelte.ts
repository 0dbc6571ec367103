// Whether the hints of the stages are shown: a habit of this person at this PC, so the window keeps it.
const KEY = 'tanu-guide-hidden';

class Guide {
  #hidden = $state.raw<readonly string[]>(read());

  shownTo(login: string): boolean {
    return !this.#hidden.includes(login);
  }

  show(login: string, shown: boolean): void {
    const others = this.#hidden.filter((one) => one !== login);
    this.#hidden = shown ? others : [...others, login];
    try {
      localStorage.setItem(KEY, JSON.stringify(this.#hidden));
    } catch {
      // Without a place to keep it the choice holds until the window is closed.
    }
  }
}

function read(): readonly string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(kept) ? kept.filter((one) => typeof one === 'string') : [];
  } catch {
    return [];
  }
}
export const guide = new Guide();
