// What was printed in the synthetic office.
import { ROWS, said, TODAY } from './rows';
import { NAMES, short } from './staff';

export const PRINTS = ROWS.slice(3, 7).map((row, index) => ({
  id: `print-${index}`,
  case: row.case,
  number: row.number,
  name: row.name,
  kind: 'refusal' as const,
  title: said('paper-kind-refusal'),
  state: index === 3 ? 'printed' : index === 2 ? 'sent' : 'waiting',
  copies: 1,
  at: index > 1 ? `${TODAY}T16:4${index}` : null,
  by: index > 1 ? short(NAMES.specialist[0]) : null,
  printer: index > 1 ? 'HP-LaserJet-M404' : null,
}));
