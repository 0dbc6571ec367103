// Short notes at the foot of the window: what was saved, what can be taken back.
export interface Toast {
  id: number;
  text: string;
  tone: 'calm' | 'trouble';
  action: { label: string; run: () => void } | null;
}

class Toasts {
  list = $state<Toast[]>([]);
  #next = 1;

  show(
    text: string,
    options: { tone?: Toast['tone']; action?: Toast['action']; ms?: number } = {},
  ) {
    const id = this.#next++;
    this.list = [
      ...this.list.slice(-2),
      { id, text, tone: options.tone ?? 'calm', action: options.action ?? null },
    ];
    setTimeout(() => this.hide(id), options.ms ?? 6000);
  }

  hide(id: number): void {
    this.list = this.list.filter((toast) => toast.id !== id);
  }
}
export const toasts = new Toasts();
