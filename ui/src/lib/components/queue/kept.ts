// A filter of the queue as one text: kept by the desk as it is, judged again when it is taken.
import type { QueueOrder, StripKind } from '$lib/contract';

export interface KeptFilter {
  strip: StripKind | null;
  centre: string | null;
  text: string;
  closed: boolean;
  order: QueueOrder;
}

const STRIPS: readonly StripKind[] = [
  'overdue',
  'today',
  'tomorrow',
  'later',
  'waiting_for_centre',
];
const ORDERS: readonly QueueOrder[] = ['fatal_date', 'received', 'name'];

export const writeFilter = (filter: KeptFilter): string => JSON.stringify(filter);

/** Null when the text is not a filter this window knows: better nothing than half a filter. */
export function readFilter(text: string): KeptFilter | null {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof raw !== 'object' || raw === null) return null;
  const kept = raw as Partial<Record<keyof KeptFilter, unknown>>;
  const strip = kept.strip === null ? null : STRIPS.find((one) => one === kept.strip);
  const order = ORDERS.find((one) => one === kept.order);
  if (strip === undefined || order === undefined) return null;
  if (typeof kept.text !== 'string' || typeof kept.closed !== 'boolean') return null;
  if (kept.centre !== null && typeof kept.centre !== 'string') return null;
  return { strip, order, text: kept.text, closed: kept.closed, centre: kept.centre };
}
