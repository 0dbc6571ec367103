// What several screens share of the work at hand: the filter of the list, the rows last shown (for
// «3 of 18» in a case and for the focus to come back to its row), and the next most urgent case.
import { refusalOf } from '$lib/backend';
import type { StripKind } from '$lib/contract';
import { say, tell } from '$lib/words/words.svelte';
import { desk } from './desk.svelte';
import { router } from './router.svelte';
import { toasts } from './toasts.svelte';

class Work {
  /** Cases in the order of the list they were opened from. */
  order = $state.raw<string[]>([]);
  /** The row that had the focus, by case. */
  row = $state<string | null>(null);
  /** Who worked here last; not shown, so not reactive. */
  person: string | null = null;
  mine = $state(false);
  strip = $state<StripKind | null>(null);
  text = $state('');
  centre = $state<string | null>(null);
  closed = $state(false);

  open(id: string): void {
    this.row = id;
    router.go({ at: 'case', id });
  }

  /** The case before or after this one in the list, if it stands there. */
  neighbour(id: string, step: 1 | -1): string | null {
    const at = this.order.indexOf(id);
    return at < 0 ? null : (this.order[at + step] ?? null);
  }

  async next(): Promise<void> {
    try {
      const today = await desk.ask('queue_today', {});
      if (today.next) this.open(today.next.case);
      else toasts.show(say('today-nothing-next'));
    } catch (thrown) {
      toasts.show(tell(refusalOf(thrown).no.said), { tone: 'trouble' });
    }
  }

  clear(): void {
    this.strip = null;
    this.text = '';
    this.centre = null;
  }
}
export const work = new Work();
