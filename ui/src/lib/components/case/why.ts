// The explanation of a deadline in words: one place for the popover and for the clipboard.
import type { DayStep, DeadlineView } from '$lib/contract';
import { formats, language, named, say, tell } from '$lib/words/words.svelte';

export interface WhyDay {
  date: string;
  text: string;
  counts: boolean;
  zero: boolean;
  /** Which day of the term it is, when it counts. */
  number: number | null;
}
export interface WhyLines {
  head: string;
  days: WhyDay[];
  due: string;
  notes: string[];
}

function dayText(step: DayStep): string {
  const why = named('day', step.why);
  return step.name ? say('why-day-named', { why, name: step.name[language.current] }) : why;
}

export function whyLines(clock: DeadlineView): WhyLines {
  const term =
    clock.term_days === null
      ? say('why-no-term')
      : clock.working
        ? say('why-term-working', { days: clock.term_days })
        : say('why-term-calendar', { days: clock.term_days });
  const days: WhyDay[] = [];
  let number = 0;
  if (!clock.steps.some((step) => step.date === clock.day_zero))
    days.push({
      date: clock.day_zero,
      text: named('day', 'day_zero'),
      counts: false,
      zero: true,
      number: null,
    });
  for (const step of clock.steps) {
    const zero = step.date === clock.day_zero;
    const counts = step.counts && !zero;
    if (counts) number += 1;
    days.push({
      date: step.date,
      text: dayText(step),
      counts,
      zero,
      number: counts ? number : null,
    });
  }
  const due = clock.fatal
    ? say('why-due', { date: formats.dateFull(clock.fatal, language.current) })
    : say('why-no-due');
  const notes = [say('why-calendar', { version: clock.calendar_version })];
  if (clock.target && clock.target !== clock.fatal)
    notes.push(say('why-target', { date: clock.target }));
  for (const reading of clock.readings)
    notes.push(say('why-reading', { reading: named('reading', reading), name: reading }));
  return {
    head: say('why-head', { actor: tell(clock.actor), term, paragraph: clock.citation.paragraph }),
    days,
    due,
    notes,
  };
}

/** The same as plain lines, for a letter or a chat. */
export function whyText(clock: DeadlineView): string {
  const lines = whyLines(clock);
  return [
    tell(clock.title),
    lines.head,
    ...lines.days.map((day) => {
      const count = day.number === null ? '' : ` — ${day.number}`;
      return `${formats.dateWithDay(day.date, language.current)}: ${day.text}${count}`;
    }),
    lines.due,
    ...lines.notes,
  ].join('\n');
}
