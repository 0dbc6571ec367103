// The rows of the queue: read in pages of two hundred in the order of the fatal date, more of them
// as the reader comes near the end, all anew when the queue changes.
import { refusalOf } from '$lib/backend';
import type { No, QueueAsk, QueuePage, QueueRow } from '$lib/contract';
import { desk } from '$lib/state/desk.svelte';

const PAGE_ROWS = 200;
export type Filter = Omit<QueueAsk, 'page'>;

export class CaseList {
  rows = $state.raw<QueueRow[]>([]);
  page = $state.raw<QueuePage | null>(null);
  no = $state.raw<No | null>(null);
  #turn = 0;
  #reading = false;

  /** Call while a component is made. */
  constructor(filter: () => Filter) {
    $effect(() => {
      const wanted = filter();
      desk.version(['queue', 'case', 'refusal']);
      void this.#read(wanted, false);
    });
    this.more = () => {
      if (this.#reading || !this.page || this.rows.length >= this.page.total) return;
      void this.#read(filter(), true);
    };
    this.again = () => {
      this.no = null;
      void this.#read(filter(), false);
    };
  }

  readonly more: () => void;
  /** Asks once more after an answer that failed. */
  readonly again: () => void;

  async #read(filter: Filter, further: boolean): Promise<void> {
    const mine = ++this.#turn;
    this.#reading = true;
    try {
      const offset = further ? this.rows.length : 0;
      const limit = PAGE_ROWS;
      const page = await desk.ask('queue_page', { ...filter, page: { offset, limit } });
      if (mine !== this.#turn) return;
      this.rows = further ? [...this.rows, ...page.rows] : page.rows;
      this.page = page;
      this.no = null;
    } catch (thrown) {
      if (mine === this.#turn) this.no = refusalOf(thrown).no;
    } finally {
      if (mine === this.#turn) this.#reading = false;
    }
  }
}
