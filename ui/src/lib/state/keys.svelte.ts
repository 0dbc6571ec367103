// Shortcuts by the physical key. Under the Russian and Kazakh layouts `key` is a Cyrillic letter
// and in WebKitGTK `keyCode` is 0, so only `code` is asked. Screens add a layer of bindings while
// they are shown; the topmost layer that knows a chord answers it; a dialog shuts the layers below.
export interface Chord {
  code: string;
  ctrl?: boolean;
  shift?: boolean;
  alt?: boolean;
}

export interface Binding {
  chords: Chord[];
  /** What it does, for the key help; a function because the language may change. */
  label: () => string;
  /** Under which heading of the key help it stands. */
  group: 'work' | 'list' | 'case' | 'window';
  run: () => void;
  /** Also works while the caret stands in a field (only with Ctrl, Alt or a function key). */
  inField?: boolean;
}

interface Layer {
  bindings: () => Binding[];
  /** A dialog: nothing below it hears a key. */
  modal: boolean;
}

export const chord = (code: string, mods = ''): Chord => ({
  code,
  ctrl: mods.includes('c'),
  shift: mods.includes('s'),
  alt: mods.includes('a'),
});

/** A chord that types a character when nothing else is held. */
export const isSingle = (one: Chord): boolean =>
  !one.ctrl && !one.alt && /^(Key|Digit|Numpad|Bracket|Slash|Minus|Equal|Space)/.test(one.code);

/** Digit rows type letters on the Kazakh layout and «+ − 0» may come from either block. */
const TWINS: Record<string, string> = {
  NumpadAdd: 'Equal',
  NumpadSubtract: 'Minus',
  NumpadEnter: 'Enter',
  NumpadDivide: 'Slash',
};
export function sameKey(wanted: string, pressed: string): boolean {
  if (wanted === pressed || TWINS[pressed] === wanted) return true;
  const pad = /^Numpad(\d)$/.exec(pressed);
  return pad !== null && wanted === `Digit${pad[1]}`;
}

const sameChord = (one: Chord, other: Chord): boolean =>
  one.code === other.code &&
  Boolean(one.ctrl) === Boolean(other.ctrl) &&
  Boolean(one.shift) === Boolean(other.shift) &&
  Boolean(one.alt) === Boolean(other.alt);

export function matches(one: Chord, event: KeyboardEvent): boolean {
  // AltGr is reported as Ctrl+Alt on Windows: a letter being typed, not a command.
  if (event.getModifierState?.('AltGraph')) return false;
  // «+» is Shift+Equal on the main block, plain on the other; both mean plus.
  const plus = one.code === 'Equal' && event.shiftKey && !one.shift;
  return (
    sameKey(one.code, event.code) &&
    Boolean(one.ctrl) === (event.ctrlKey || event.metaKey) &&
    Boolean(one.alt) === event.altKey &&
    (Boolean(one.shift) === event.shiftKey || plus)
  );
}

export function inField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target.tagName === 'TEXTAREA' || target.tagName === 'SELECT')
    return true;
  return (
    target instanceof HTMLInputElement &&
    !['checkbox', 'radio', 'button', 'submit', 'reset', 'range'].includes(target.type)
  );
}

/** Esc in a field leaves the field first, so that what was typed is not lost with the page. */
export function leftField(): boolean {
  const focused = document.activeElement;
  if (!(focused instanceof HTMLElement) || !inField(focused)) return false;
  focused.blur();
  return true;
}

function pressesItself(code: string, target: EventTarget | null): boolean {
  return (
    (code === 'Enter' || code === 'Space') &&
    target instanceof Element &&
    target.closest('button, a[href], summary, label, [role="option"], [role="row"]') !== null
  );
}

class Keys {
  /** Not reactive on purpose: a layer is added inside effects, which must not run again for it. */
  layers: Layer[] = [];
  /** Switched off in the settings for those whose screen reader uses single letters. */
  singles = $state(true);

  /** A layer on top of those that stand. */
  add(bindings: () => Binding[], modal = false): () => void {
    const layer: Layer = { bindings, modal };
    this.layers = [...this.layers, layer];
    return this.#away(layer);
  }

  /**
   * The keys of the window itself, below every screen: when the window and its screen come together,
   * as after the lock, the screen adds its layer first.
   */
  ground(bindings: () => Binding[]): () => void {
    const layer: Layer = { bindings, modal: false };
    this.layers = [layer, ...this.layers];
    return this.#away(layer);
  }

  #away(layer: Layer): () => void {
    return () => {
      this.layers = this.layers.filter((other) => other !== layer);
    };
  }

  /** Bindings heard now, top layer first. */
  heard(): Binding[] {
    const out: Binding[] = [];
    for (const layer of [...this.layers].reverse()) {
      out.push(...layer.bindings());
      if (layer.modal) break;
    }
    return out;
  }

  /**
   * What would be heard if no dialog stood above: for the key help, itself a dialog. A chord that an
   * upper layer answers is not listed for the lower one.
   */
  heardBelowDialogs(): Binding[] {
    const taken: Chord[] = [];
    const listed: Binding[] = [];
    for (const binding of [...this.layers].reverse().flatMap((layer) => layer.bindings())) {
      const chords = binding.chords.filter((one) => !taken.some((other) => sameChord(one, other)));
      taken.push(...chords);
      if (chords.length > 0) listed.push({ ...binding, chords });
    }
    return listed;
  }

  press(event: KeyboardEvent): void {
    if (event.isComposing || event.defaultPrevented) return;
    const field = inField(event.target);
    for (const binding of this.heard())
      for (const one of binding.chords) {
        if (!matches(one, event)) continue;
        if (isSingle(one) && (field || !this.singles)) continue;
        // Enter and Space belong to the button or link that has the focus.
        if (!one.ctrl && !one.alt && pressesItself(one.code, event.target)) continue;
        if (field && !binding.inField) continue;
        event.preventDefault();
        binding.run();
        return;
      }
  }
}
export const keys = new Keys();

const CYRILLIC: Record<string, string> = {
  KeyA: 'Ф',
  KeyB: 'И',
  KeyC: 'С',
  KeyD: 'В',
  KeyE: 'У',
  KeyF: 'А',
  KeyG: 'П',
  KeyH: 'Р',
  KeyI: 'Ш',
  KeyJ: 'О',
  KeyK: 'Л',
  KeyL: 'Д',
  KeyM: 'Ь',
  KeyN: 'Т',
  KeyO: 'Щ',
  KeyP: 'З',
  KeyQ: 'Й',
  KeyR: 'К',
  KeyS: 'Ы',
  KeyT: 'Е',
  KeyU: 'Г',
  KeyV: 'М',
  KeyW: 'Ц',
  KeyX: 'Ч',
  KeyY: 'Н',
  KeyZ: 'Я',
  BracketLeft: 'Х',
  BracketRight: 'Ъ',
};
const NAMES: Record<string, string> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
  Slash: '/',
  BracketLeft: '[',
  BracketRight: ']',
  Equal: '+',
  Minus: '−',
  Space: 'Space',
  Comma: ',',
};

/** What is painted on the key: «Ctrl K», «Alt 1», «J», «F1». */
export function keyNames(one: Chord): string[] {
  const name = NAMES[one.code] ?? one.code.replace(/^(Key|Digit)/, '');
  return [
    ...(one.ctrl ? ['Ctrl'] : []),
    ...(one.alt ? ['Alt'] : []),
    ...(one.shift ? ['Shift'] : []),
    name,
  ];
}

/** The Cyrillic letter on the same key, for the key help. */
export const cyrillicTwin = (one: Chord): string | null => CYRILLIC[one.code] ?? null;
