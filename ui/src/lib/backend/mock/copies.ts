// Backups, copies on another disk and the recovery card of the synthetic office.
import type { AwayView, FoundBackup } from '$lib/contract';
import { said, TODAY } from './rows';

export const CARD = {
  groups: ['B9DNT', 'K0RWX', '4HVZ7', 'C1PYE', '93GQA', 'M6F2S', '0TTJD', 'RX8KN'],
  vault: '7f3a90c2',
  day: TODAY,
};
export const COPIES: FoundBackup[] = (['damaged', 'whole', 'whole', 'newer'] as const).map(
  (condition, index) => ({
    folder: `E:\\Tanu\\tanu-7f3a90c2\\copy-${index + 1}`,
    at: `2026-10-2${2 - (index % 3)}T18:0${index}`,
    bytes: 48_300_000 - index * 410_000,
    documents: index === 2 ? 0 : 412 - index,
    cases: index === 3 ? null : 137 - index,
    office_kk: index === 3 ? null : 'Қостанай қаласының мансап орталығы',
    office_ru: index === 3 ? null : 'Карьерный центр города Костаная',
    condition,
  }),
);
/** As it stands before anybody chose anything, or long after the stick was lost. */
export const awayAtFirst = (overdue: boolean): AwayView =>
  overdue
    ? {
        folder: 'E:\\Tanu',
        warn_days: 7,
        last: '2026-10-13T09:14',
        days: 9,
        overdue: true,
        problem: said('backup-away-absent'),
        same_disk: false,
      }
    : {
        folder: null,
        warn_days: 7,
        last: null,
        days: 2,
        overdue: false,
        problem: null,
        same_disk: false,
      };
