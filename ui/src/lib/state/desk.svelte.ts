// What the window knows of the desk: who sits at it, what changed, and how to ask it.
// Screens never call the door themselves: `ask` hears every change and every lock on the way.
import { door, Refusal, refusalOf } from '$lib/backend';
import type { CommandName, Commands, No, SessionView, SettingsView, Topic } from '$lib/contract';
import { language } from '$lib/words/words.svelte';
import { keys } from './keys.svelte';

type Value<K extends CommandName> = Commands[K]['answer'] extends { value: infer V }
  ? V
  : ArrayBuffer;

/** Codes of a disk without room. */
const FULL: ReadonlySet<string> = new Set(['disk-low', 'disk-full']);

class Desk {
  session = $state.raw<SessionView | null>(null);
  /** The «no» of the very first call: the window has nothing to show but this. */
  dead = $state.raw<No | null>(null);
  /** Who sat here last: after a lock only the password is typed. */
  lastLogin = '';
  /** The code of the card that opened a restored copy: the lock page asks for a new password next. */
  card = '';
  /** Grows with every change of a topic; whoever read it asks again. */
  #versions = $state<Partial<Record<Topic, number>>>({});

  version(topics: readonly Topic[]): number {
    return topics.reduce((sum, topic) => sum + (this.#versions[topic] ?? 0), 0);
  }

  changed(topics: readonly Topic[]): void {
    for (const topic of topics) this.#versions[topic] = (this.#versions[topic] ?? 0) + 1;
    if (topics.includes('session')) void this.refresh();
  }

  async ask<K extends CommandName>(name: K, args: Commands[K]['args']): Promise<Value<K>> {
    try {
      const answer: unknown = await door.call(name, args);
      if (answer instanceof ArrayBuffer) return answer as Value<K>;
      const { value, changed } = answer as { value: Value<K>; changed: Topic[] };
      this.changed(changed.filter((topic) => topic !== 'session'));
      if (name.startsWith('session_') && isSession(value)) this.seat(value);
      return value;
    } catch (thrown) {
      const refusal = refusalOf(thrown);
      // A lock and a full disk stand over every screen, not only where they were met.
      if (refusal.no.kind === 'locked' || FULL.has(refusal.no.code)) void this.refresh();
      throw refusal;
    }
  }

  seat(session: SessionView): void {
    const same =
      this.session?.state === session.state && this.session.user?.id === session.user?.id;
    // The settings belong to the person: they are taken when somebody sits down, not on every look.
    // What was chosen on the lock page, the language first, outlives a wrong password.
    this.session = same && this.session ? { ...session, settings: this.session.settings } : session;
    if (!same) this.wear(session.settings);
  }

  async refresh(): Promise<void> {
    try {
      this.seat((await door.call('session_state', {})).value);
    } catch (thrown) {
      if (!this.session) this.dead = refusalOf(thrown).no;
    }
  }

  wear(settings: SettingsView): void {
    language.current = settings.language;
    keys.singles = settings.single_keys;
    if (this.session) this.session = { ...this.session, settings };
    dress(settings);
  }

  /** Takes effect at once; the desk keeps it when somebody is signed in. */
  choose(change: Partial<SettingsView>): void {
    if (!this.session) return;
    const settings = { ...this.session.settings, ...change };
    this.wear(settings);
    if (this.session.state === 'open')
      this.ask('settings_set', settings).catch((thrown: unknown) =>
        console.error('the settings were not kept', refusalOf(thrown).no.code),
      );
  }
}

function isSession(value: unknown): value is SessionView {
  return typeof value === 'object' && value !== null && 'state' in value && 'settings' in value;
}

const dark = matchMedia('(prefers-color-scheme: dark)');
const contrast = matchMedia('(prefers-contrast: more)');

/** The theme and density as attributes that the tokens hang on. */
function dress(settings: SettingsView): void {
  const root = document.documentElement;
  root.lang = settings.language;
  root.dataset.density = settings.density;
  root.dataset.theme =
    settings.theme === 'contrast'
      ? 'hc'
      : settings.theme !== 'system'
        ? settings.theme
        : contrast.matches
          ? 'hc'
          : dark.matches
            ? 'dark'
            : 'light';
}
for (const query of [dark, contrast])
  query.addEventListener('change', () => desk.session && dress(desk.session.settings));

export const desk = new Desk();

/** What a screen shows: asked now, and again whenever one of its topics changes. */
export class Shown<V> {
  value = $state.raw<V | null>(null);
  no = $state.raw<No | null>(null);
  busy = $state(true);
}

/** Call while a component is made. `args` returns null when there is nothing to ask yet. */
export function show<K extends CommandName>(
  name: K,
  args: () => Commands[K]['args'] | null,
  topics: readonly Topic[],
): Shown<Value<K>> {
  const shown = new Shown<Value<K>>();
  let turn = 0;
  $effect(() => {
    const wanted = args();
    desk.version(topics);
    const mine = ++turn;
    if (wanted === null) {
      shown.busy = false;
      return;
    }
    shown.busy = true;
    desk.ask(name, wanted).then(
      (value) => {
        // A slower earlier answer must not cover a later one.
        if (mine !== turn) return;
        shown.value = value;
        shown.no = null;
        shown.busy = false;
      },
      (thrown: unknown) => {
        if (mine !== turn) return;
        shown.no = refusalOf(thrown).no;
        shown.busy = false;
      },
    );
  });
  return shown;
}

/** An id made by its author, so that the same command twice changes nothing (UUID version 7). */
export function commandId(now: number = Date.now()): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  let rest = now;
  for (let at = 5; at >= 0; at -= 1) {
    bytes[at] = rest % 256;
    rest = Math.floor(rest / 256);
  }
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

export { Refusal };
