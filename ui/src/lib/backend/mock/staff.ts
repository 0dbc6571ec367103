// The people of the synthetic office: their logins, sides and rooms.
import type { OfficeSide, Role, SessionView } from '$lib/contract';

export const NAMES: Record<Role, [string, string]> = {
  specialist: ['Ахметжанова Нұргүл Серікқызы', 'aidana'],
  supervisor: ['Дүйсенов Самат Болатұлы', 'samat'],
  mobility_officer: ['Жақсыбекова Динара Ерланқызы', 'dinara'],
  accountant: ['Ким Галина Сергеевна', 'galina'],
  administrator: ['Ли Артём Викторович', 'artem'],
  auditor: ['Есенова Әсем Қанатқызы', 'asem'],
};
export const SIDES: Record<Role, OfficeSide> = {
  specialist: 'career_centre',
  supervisor: 'career_centre',
  mobility_officer: 'mobility_centre',
  accountant: 'mobility_centre',
  administrator: 'mobility_centre',
  auditor: 'mobility_centre',
};
export const ROOMS: Record<Role, SessionView['rooms']> = {
  specialist: ['today', 'queue', 'import', 'print', 'registers', 'calendar', 'settings'],
  supervisor: [
    'today',
    'queue',
    'import',
    'to_sign',
    'acts',
    'print',
    'registers',
    'calendar',
    'settings',
  ],
  mobility_officer: [
    'today',
    'queue',
    'to_sign',
    'acts',
    'print',
    'registers',
    'calendar',
    'settings',
  ],
  accountant: ['today', 'queue', 'acts', 'print', 'registers', 'calendar', 'settings'],
  administrator: ['people', 'office', 'backup', 'journal', 'calendar', 'settings'],
  auditor: ['queue', 'acts', 'journal', 'backup', 'calendar', 'settings'],
};
export const ROLES = Object.keys(NAMES) as Role[];

/** «Ахметжанова Н. С.» */
export const short = (name: string) => {
  const [surname = '', ...given] = name.split(' ');
  return [surname, ...given.map((part) => `${part.charAt(0)}.`)].join('\u00a0');
};
