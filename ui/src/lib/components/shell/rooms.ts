// The rooms of the window: one line per room, so that rail, palette and Alt+digit agree.
import Building from '@lucide/svelte/icons/building-2';
import Calendar from '@lucide/svelte/icons/calendar-days';
import Files from '@lucide/svelte/icons/files';
import History from '@lucide/svelte/icons/scroll-text';
import Pen from '@lucide/svelte/icons/pen-line';
import Printer from '@lucide/svelte/icons/printer';
import Receipt from '@lucide/svelte/icons/receipt-text';
import Save from '@lucide/svelte/icons/database-backup';
import Settings from '@lucide/svelte/icons/settings-2';
import Sun from '@lucide/svelte/icons/sun';
import Table from '@lucide/svelte/icons/table-2';
import Users from '@lucide/svelte/icons/users';
import type { Component } from 'svelte';
import type { Room } from '$lib/contract';
import type { Place } from '$lib/state/router.svelte';
import { say } from '$lib/words/words.svelte';

export interface RoomCard {
  room: Room;
  at: Place;
  group: 'work' | 'control' | 'office';
  name: () => string;
  icon: Component<{ size?: number; strokeWidth?: number }>;
}

export const ROOMS: readonly RoomCard[] = [
  {
    room: 'today',
    at: { at: 'today' },
    group: 'work',
    name: () => say('shell-room-today'),
    icon: Sun,
  },
  {
    room: 'queue',
    at: { at: 'queue' },
    group: 'work',
    name: () => say('shell-room-queue'),
    icon: Files,
  },
  {
    room: 'to_sign',
    at: { at: 'sign' },
    group: 'work',
    name: () => say('shell-room-sign'),
    icon: Pen,
  },
  {
    room: 'acts',
    at: { at: 'acts' },
    group: 'work',
    name: () => say('shell-room-acts'),
    icon: Receipt,
  },
  {
    room: 'print',
    at: { at: 'print' },
    group: 'work',
    name: () => say('shell-room-print'),
    icon: Printer,
  },
  {
    room: 'registers',
    at: { at: 'registers' },
    group: 'control',
    name: () => say('shell-room-registers'),
    icon: Table,
  },
  {
    room: 'journal',
    at: { at: 'journal' },
    group: 'control',
    name: () => say('shell-room-journal'),
    icon: History,
  },
  {
    room: 'calendar',
    at: { at: 'calendar' },
    group: 'control',
    name: () => say('shell-room-calendar'),
    icon: Calendar,
  },
  {
    room: 'people',
    at: { at: 'people' },
    group: 'office',
    name: () => say('shell-room-people'),
    icon: Users,
  },
  {
    room: 'office',
    at: { at: 'office' },
    group: 'office',
    name: () => say('shell-room-office'),
    icon: Building,
  },
  {
    room: 'backup',
    at: { at: 'backup' },
    group: 'office',
    name: () => say('shell-room-backup'),
    icon: Save,
  },
  {
    room: 'settings',
    at: { at: 'settings' },
    group: 'office',
    name: () => say('shell-room-settings'),
    icon: Settings,
  },
];
