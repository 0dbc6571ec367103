// Taking in applications: the dialog, the folder chosen or dropped, and what came of it.
import { isNo, refusalOf } from '$lib/backend';
import type { Imported, No } from '$lib/contract';
import { desk } from './desk.svelte';
import { router } from './router.svelte';

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
    if (!isNo(result)) {
      desk.changed(['queue', 'journal']);
      this.#single(result);
    }
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
      this.#single(this.result);
    });
  }

  /** One clean application is what one came for: it is opened at once. */
  #single(result: Imported): void {
    const [only] = result.taken;
    if (!only || result.taken.length !== 1 || result.refused.length > 0) return;
    if (only.known || only.problems.length > 0) return;
    this.open = false;
    router.go({ at: 'case', id: only.case });
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
