// What a new password must be, said before it is sent: the desk judges, the form only spares a way.
import { say } from '$lib/words/words.svelte';

/** Shorter ones are guessed in a day; there is no other rule, long and plain is best. */
export const PASSWORD_CHARACTERS_MIN = 10;

export function passwordProblem(password: string, again: string): string | null {
  if ([...password].length < PASSWORD_CHARACTERS_MIN)
    return say('people-password-short', { count: PASSWORD_CHARACTERS_MIN });
  return password === again ? null : say('people-password-differs');
}
