// What is said of a new password before it is sent: only what the form alone can know. Whether it is long and
// strange enough the desk judges.
import { say } from '$lib/words/words.svelte';
import type { Problem } from './form.svelte';

export function passwordProblem(field: string, password: string, again: string): Problem | null {
  if (password === '') return { field, text: say('people-need-password') };
  return password === again ? null : { field, text: say('people-password-differs') };
}
