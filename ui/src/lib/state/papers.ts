// The address of a paper in the window: a case and a kind.
import type { PaperKind } from '$lib/contract';

const KINDS: readonly PaperKind[] = [
  'application',
  'refusal',
  'voucher',
  'extension_notice',
  'annulment_notice',
  'reinstatement_notice',
  'act',
  'persons',
  'act_return',
  'hand_out',
];

export const paperAddress = (id: string, kind: PaperKind): string => `${id}~${kind}`;

export function paperOf(address: string): { id: string; kind: PaperKind } | null {
  const [id = '', name] = address.split('~');
  const kind = KINDS.find((one) => one === name);
  return id && kind ? { id, kind } : null;
}
