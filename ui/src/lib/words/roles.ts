// What a person is called by role and place of work: each of the two centres has a head of its own.
import type { OfficeSide, Role } from '$lib/contract';
import { named, say } from './words.svelte';

export function roleName(role: Role, office: OfficeSide): string {
  return role === 'supervisor' && office === 'mobility_centre'
    ? say('role-supervisor-mobility')
    : named('role', role);
}
