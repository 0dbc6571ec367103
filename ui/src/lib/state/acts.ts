// The address of an act in the window: its key as one text, so that an act can be opened by a link.
import type { ActKeyView } from '$lib/contract';

/** An act that is being entered; the centre may be chosen beforehand. */
export const NEW_ACT = 'new';

export const actAddress = (key: ActKeyView): string =>
  JSON.stringify([key.centre, key.number, key.drawn_on, key.returned]);

export function actOfAddress(address: string): ActKeyView | null {
  try {
    const parts: unknown = JSON.parse(address);
    if (!Array.isArray(parts)) return null;
    const [centre, number, drawn, returned] = parts as unknown[];
    return typeof centre === 'string' && typeof number === 'string' && typeof drawn === 'string'
      ? { centre, number, drawn_on: drawn, returned: returned === true }
      : null;
  } catch {
    return null;
  }
}
