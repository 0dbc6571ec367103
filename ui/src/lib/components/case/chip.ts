// The words of a deadline chip and the days of its tape, apart from how they are drawn.
import type { Chip, DayStep, DeadlineView } from '$lib/contract';
import { formats, say } from '$lib/words/words.svelte';

export function chipWords(chip: Chip): string {
  switch (chip.state) {
    case 'overdue':
      return say('chip-overdue', { days: chip.days });
    case 'today':
      return chip.until ? say('chip-today-until', { time: chip.until }) : say('chip-today');
    case 'tomorrow':
      return chip.fatal
        ? say('chip-tomorrow', { date: formats.dateBrief(chip.fatal) })
        : say('chip-tomorrow-plain');
    case 'later':
      return chip.fatal
        ? say('chip-later', { days: chip.days, date: formats.dateBrief(chip.fatal) })
        : say('chip-nothing');
    case 'waiting':
      return say('chip-waiting', { days: chip.days });
    case 'met':
      return say('chip-met');
    case 'nothing':
      return say('chip-nothing');
  }
}

export type CellKind = 'spent' | 'today' | 'free' | 'off' | 'over';
export interface Cell {
  date: string;
  kind: CellKind;
  /** The last day on which the act is in time: a thick bar stands after it. */
  fatal: boolean;
}

const DAY_MS = 86_400_000;
const CELLS_MAX = 16;
const dayAfter = (date: string) =>
  new Date(Date.parse(`${date}T00:00:00Z`) + DAY_MS).toISOString().slice(0, 10);

/**
 * One cell a day from the day after the event to the limit, and on to today when the limit is
 * past. Days beyond the steps of the desk are the over-run. More than sixteen days: no cells, the
 * tape is then a proportional bar.
 */
export function cellsOf(
  clock: Pick<DeadlineView, 'day_zero' | 'fatal' | 'steps' | 'met_on'>,
  today: string,
): Cell[] | null {
  if (!clock.fatal) return null;
  const known = new Map<string, DayStep>(clock.steps.map((step) => [step.date, step]));
  // A clock that was met stands still on that day.
  const now = clock.met_on ?? today;
  const end = now > clock.fatal ? now : clock.fatal;
  const cells: Cell[] = [];
  for (let date = dayAfter(clock.day_zero); date <= end; date = dayAfter(date)) {
    if (cells.length === CELLS_MAX) return null;
    const step = known.get(date);
    cells.push({ date, kind: kindOf(date, step, clock.fatal, now), fatal: date === clock.fatal });
  }
  return cells;
}

/** The same for a row of the list, which carries only the days of its tape. */
export function cellsOfChip(chip: Chip, today: string): Cell[] {
  const { fatal } = chip;
  if (!fatal) return [];
  return chip.tape.map((day) => ({
    date: day.date,
    kind: kindOf(day.date, day, fatal, today),
    fatal: day.date === fatal,
  }));
}

function kindOf(
  date: string,
  step: Pick<DayStep, 'counts'> | undefined,
  fatal: string,
  now: string,
): CellKind {
  if (date > fatal) return 'over';
  if (step && !step.counts) return 'off';
  if (date === now) return 'today';
  return date < now ? 'spent' : 'free';
}

/** Where today stands between the event and the limit, 0 to 1, for the proportional bar. */
export function shareSpent(dayZero: string, fatal: string, today: string): number {
  const [from, to, now] = [dayZero, fatal, today].map((date) => Date.parse(`${date}T00:00:00Z`));
  if (from === undefined || to === undefined || now === undefined || to <= from) return 1;
  return Math.min(1, Math.max(0, (now - from) / (to - from)));
}

/** How many weeks the term has: so many parts the bar is ticked into. */
export function weeksOf(dayZero: string, fatal: string): number {
  const days = (Date.parse(`${fatal}T00:00:00Z`) - Date.parse(`${dayZero}T00:00:00Z`)) / DAY_MS;
  return Math.max(1, days / 7);
}

/** The bar of a row whose term is too long for cells; a clock that does not run has none. */
export function barOfChip(chip: Chip): { since: string; fatal: string } | null {
  const { since, fatal, state } = chip;
  const runs = state !== 'nothing' && state !== 'met' && state !== 'waiting';
  return runs && since && fatal && chip.tape.length === 0 ? { since, fatal } : null;
}
