// The printers of the system, asked for when a print dialog opens; the last one used is kept.
import { refusalOf } from '$lib/backend';
import type { No, PrinterCard } from '$lib/contract';
import { desk } from './desk.svelte';

class Printers {
  list = $state.raw<PrinterCard[] | null>(null);
  chosen = $state<string | null>(null);
  no = $state.raw<No | null>(null);

  async read(): Promise<void> {
    try {
      this.list = await desk.ask('print_printers', {});
      this.no = null;
      const usable = this.list.filter((one) => one.accepting);
      if (!usable.some((one) => one.name === this.chosen))
        this.chosen = (usable.find((one) => one.default) ?? usable[0])?.name ?? null;
    } catch (thrown) {
      this.no = refusalOf(thrown).no;
    }
  }
}
export const printers = new Printers();
