// Taking in applications: the dialog, the folder chosen or dropped, and what came of it.
import { isNo, refusalOf } from '$lib/backend';
import type { Imported, No } from '$lib/contract';
import { desk } from './desk.svelte';

class Intake {
  open = $state(false);
  busy = $state(false);
  result = $state.raw<Imported | null>(null);
  no = $state.raw<No | null>(null);

  show(): void {
    this.open = true;
    this.result = null;
    this.no = null;
  }

  close(): void {
    this.open = false;
  }

  /** A folder dropped on the window was taken (or not) by the host. */
  arrived(result: Imported | No): void {
    if (desk.session?.state !== 'open') return;
    this.open = true;
    this.busy = false;
    this.result = isNo(result) ? null : result;
    this.no = isNo(result) ? result : null;
    if (!isNo(result)) desk.changed(['queue', 'journal']);
  }

  async pick(): Promise<void> {
    await this.#try(async () => {
      const { path } = await desk.ask('dialog_folder', {});
      if (path !== null) await this.take(path);
    });
  }

  async take(path: string): Promise<void> {
    await this.#try(async () => {
      this.result = null;
      this.result = await desk.ask('intake_folder', { path });
    });
  }

  async #try(work: () => Promise<void>): Promise<void> {
    this.busy = true;
    this.no = null;
    try {
      await work();
    } catch (thrown) {
      this.no = refusalOf(thrown).no;
    } finally {
      this.busy = false;
    }
  }
}
export const intake = new Intake();
