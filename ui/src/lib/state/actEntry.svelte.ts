// An act being entered: what is typed, the vouchers of its centre, and what the desk says of it so far.
import { refusalOf } from '$lib/backend';
import type { ActDraft, ActView, No, PaperLanguage, VoucherForAct } from '$lib/contract';
import { commandId, desk } from '$lib/state/desk.svelte';
import { dateTyped, sumField, sumTyped } from '$lib/words/digits';

/** The desk is asked when the hand rests this long. */
const PAUSE_MS = 250;

export class ActEntry {
  centre = $state('');
  number = $state('');
  drawn = $state('');
  received = $state('');
  vouchers = $state.raw<VoucherForAct[]>([]);
  ticked = $state<Record<string, boolean>>({});
  prices = $state<Record<string, string>>({});
  language = $state<PaperLanguage>('both');
  view = $state.raw<ActView | null>(null);
  bytes = $state.raw<ArrayBuffer | null>(null);
  no = $state.raw<No | null>(null);
  paperNo = $state.raw<No | null>(null);
  busy = $state(false);
  readonly today: string;
  /** One id for as long as nothing changes: pressing twice enters one act. */
  #command = commandId();
  #turn = 0;

  constructor(centre: string, today: string) {
    this.centre = centre;
    this.today = today;
    const [year = '', month = '', day = ''] = today.split('-');
    this.drawn = this.received = `${day}${month}${year}`;
  }

  /** What would be sent now; null while no voucher is ticked. */
  draft = $derived.by<ActDraft | null>(() => {
    const lines = this.vouchers
      .filter((one) => this.ticked[one.case])
      .map((one) => ({
        case: one.case,
        version: one.version,
        price: sumTyped(this.prices[one.case] ?? '') ?? '',
      }));
    if (lines.length === 0) return null;
    return {
      centre: this.centre,
      number: this.number.trim(),
      drawn_on: dateTyped(this.drawn, this.today),
      received_on: dateTyped(this.received, this.today),
      lines,
    };
  });

  async read(): Promise<void> {
    this.vouchers = [];
    if (this.centre === '') return;
    try {
      const found = await desk.ask('services_vouchers', { centre: this.centre });
      this.vouchers = found;
      this.ticked = Object.fromEntries(found.map((one) => [one.case, true]));
      this.prices = Object.fromEntries(found.map((one) => [one.case, sumField(one.agreed)]));
      this.no = null;
    } catch (thrown) {
      this.no = refusalOf(thrown).no;
    }
  }

  /** Asks what the Rules say and what the paper looks like; a slower earlier answer is dropped. */
  look(draft: ActDraft | null, language: PaperLanguage): () => void {
    const mine = ++this.#turn;
    this.#command = commandId();
    if (draft === null) {
      this.view = this.bytes = null;
      return () => undefined;
    }
    const timer = setTimeout(() => {
      desk.ask('services_examine', draft).then(
        (view) => {
          if (mine === this.#turn) [this.view, this.no] = [view, null];
        },
        (thrown: unknown) => {
          if (mine === this.#turn) this.no = refusalOf(thrown).no;
        },
      );
      desk.ask('services_preview', { draft, language }).then(
        (bytes) => {
          if (mine === this.#turn) [this.bytes, this.paperNo] = [bytes, null];
        },
        (thrown: unknown) => {
          if (mine === this.#turn) this.paperNo = refusalOf(thrown).no;
        },
      );
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }

  /** The act as it stands in the books, or nothing when it was not taken. */
  async receive(): Promise<ActView | null> {
    if (this.busy || this.draft === null) return null;
    this.busy = true;
    try {
      return await desk.ask('services_receive', { command: this.#command, draft: this.draft });
    } catch (thrown) {
      this.no = refusalOf(thrown).no;
      return null;
    } finally {
      this.busy = false;
    }
  }
}
