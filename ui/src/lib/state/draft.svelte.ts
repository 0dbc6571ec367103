// The refusal being written: what the person changed, saved after a pause, with undo of whole steps.
import { refusalOf } from '$lib/backend';
import type { No, RefusalEdit, RefusalView } from '$lib/contract';
import { commandId, desk } from './desk.svelte';

const SAVE_AFTER_MS = 900;
const UNDO_STEPS_MAX = 200;

export class Draft {
  view = $state.raw<RefusalView | null>(null);
  items = $state.raw<RefusalEdit[]>([]);
  no = $state.raw<No | null>(null);
  state = $state<'reading' | 'saved' | 'changed' | 'saving'>('reading');
  /** Grows with every answer of the desk: the preview asks for the paper again. */
  revision = $state(0);
  #past: RefusalEdit[][] = [];
  #future: RefusalEdit[][] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #saving: Promise<void> | null = null;
  readonly id: string;

  constructor(id: string) {
    this.id = id;
  }

  get editable(): boolean {
    return this.view !== null && ['none', 'draft', 'returned'].includes(this.view.state);
  }

  async read(): Promise<void> {
    try {
      this.#take(await desk.ask('refusal_open', { case: this.id }));
      this.state = 'saved';
    } catch (thrown) {
      this.no = refusalOf(thrown).no;
    }
  }

  #take(view: RefusalView): void {
    this.view = view;
    this.items = [...view.items, ...view.texts].map(({ check, included, kk, ru }) => ({
      check,
      included,
      kk,
      ru,
    }));
    this.no = null;
    this.revision += 1;
  }

  change(check: string, part: Partial<Omit<RefusalEdit, 'check'>>): void {
    this.#past = [...this.#past.slice(1 - UNDO_STEPS_MAX), this.items];
    this.#future = [];
    this.#put(this.items.map((item) => (item.check === check ? { ...item, ...part } : item)));
  }

  undo(): void {
    const before = this.#past.pop();
    if (!before) return;
    this.#future.push(this.items);
    this.#put(before);
  }

  redo(): void {
    const after = this.#future.pop();
    if (!after) return;
    this.#past.push(this.items);
    this.#put(after);
  }

  #put(items: RefusalEdit[]): void {
    this.items = items;
    this.state = 'changed';
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.save(), SAVE_AFTER_MS);
  }

  /** Saves what was changed; a second call waits for the first. */
  async save(): Promise<void> {
    clearTimeout(this.#timer);
    if (this.#saving) await this.#saving;
    if (this.state !== 'changed' || !this.view) return;
    this.#saving = this.#write(this.view, this.items);
    await this.#saving;
    this.#saving = null;
  }

  async #write(view: RefusalView, items: RefusalEdit[]): Promise<void> {
    this.state = 'saving';
    try {
      const saved = await desk.ask('refusal_save', {
        case: this.id,
        version: view.version,
        command: commandId(),
        items,
      });
      // What was typed while the desk was writing stays: only the rest is taken over.
      if (this.items === items) {
        this.#take(saved);
        this.state = 'saved';
      } else {
        this.view = saved;
        this.state = 'changed';
        this.revision += 1;
      }
    } catch (thrown) {
      this.no = refusalOf(thrown).no;
      this.state = 'changed';
    }
  }

  /** The version to act on, after everything typed is safe; null when it could not be saved. */
  async settled(): Promise<number | null> {
    await this.save();
    return this.state === 'saved' && this.view ? this.view.version : null;
  }

  taken(view: RefusalView): void {
    this.#take(view);
    this.state = 'saved';
  }

  leave(): void {
    if (this.state === 'changed') void this.save();
  }
}
