// The kinds of urgency: their words, shapes and tones, in one place.
import AlarmClock from '@lucide/svelte/icons/alarm-clock';
import CircleDashed from '@lucide/svelte/icons/circle-dashed';
import CirclePause from '@lucide/svelte/icons/circle-pause';
import CloudOff from '@lucide/svelte/icons/cloud-off';
import Hourglass from '@lucide/svelte/icons/hourglass';
import OctagonAlert from '@lucide/svelte/icons/octagon-alert';
import Pen from '@lucide/svelte/icons/pen-line';
import Printer from '@lucide/svelte/icons/printer';
import Ticket from '@lucide/svelte/icons/ticket';
import type { Component } from 'svelte';
import type { StripKind } from '$lib/contract';
import { say } from '$lib/words/words.svelte';

interface StripCard {
  /** On the strip above the list. */
  name: () => string;
  /** Over its rows in the list. */
  group: () => string;
  icon: Component<{ size?: number }>;
  tone: 'over' | 'today' | 'soon' | 'calm' | 'hold';
}

export const STRIP_WORDS: Record<StripKind, StripCard> = {
  overdue: {
    name: () => say('today-overdue'),
    group: () => say('queue-group-overdue'),
    icon: OctagonAlert,
    tone: 'over',
  },
  today: {
    name: () => say('today-today'),
    group: () => say('queue-group-today'),
    icon: AlarmClock,
    tone: 'today',
  },
  tomorrow: {
    name: () => say('today-tomorrow'),
    group: () => say('queue-group-tomorrow'),
    icon: Hourglass,
    tone: 'soon',
  },
  later: {
    name: () => say('today-later'),
    group: () => say('queue-group-later'),
    icon: CircleDashed,
    tone: 'calm',
  },
  waiting_for_centre: {
    name: () => say('today-waiting'),
    group: () => say('queue-group-waiting'),
    icon: CirclePause,
    tone: 'hold',
  },
  expiring_vouchers: {
    name: () => say('today-expiring'),
    group: () => say('queue-group-expiring'),
    icon: Ticket,
    tone: 'soon',
  },
  to_sign: {
    name: () => say('today-to-sign'),
    group: () => say('queue-group-to-sign'),
    icon: Pen,
    tone: 'soon',
  },
  to_print: {
    name: () => say('today-to-print'),
    group: () => say('queue-group-to-print'),
    icon: Printer,
    tone: 'calm',
  },
  not_confirmed: {
    name: () => say('today-not-confirmed'),
    group: () => say('queue-group-not-confirmed'),
    icon: CloudOff,
    tone: 'hold',
  },
};

export const stripTone = (kind: StripKind) => STRIP_WORDS[kind].tone;

/** Strips that partition the list; the others are shelves of their own beside it. */
export const URGENCY: readonly StripKind[] = [
  'overdue',
  'today',
  'tomorrow',
  'later',
  'waiting_for_centre',
];
