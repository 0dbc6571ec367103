// Words on screen: the Fluent files of assets/words in the reader's language.
// `say` takes only a known key with its variables (keys.ts is generated, a wrong one does not
// compile); `tell` shows a phrase the desk chose and sent as a code with parameters.
import {
  FluentBundle,
  FluentNumber,
  FluentResource,
  type FluentFunction,
  type FluentValue,
} from '@fluent/bundle';
import type { Said } from '$lib/contract';
import * as formats from './formats';
import type { Lang } from './formats';
import type { WordKey, Words } from './keys';

const files = import.meta.glob<string>('../../../../assets/words/*/*.ftl', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** A number that prints itself by our own table, but still chooses plurals by CLDR rules. */
class OwnNumber extends FluentNumber {
  override toString(): string {
    return formats.number(this.value);
  }
}

const textOf = (value: FluentValue | undefined) =>
  value instanceof FluentNumber ? String(value.value) : String(value ?? '');

/** The functions of the word files, the same as the papers have in Rust. */
function functions(lang: Lang): Record<string, FluentFunction> {
  return {
    NUMBER: ([value]) => new OwnNumber(Number(textOf(value))),
    DATE: ([value]) => formats.dateShort(textOf(value)),
    LONGDATE: ([value]) => formats.dateLong(textOf(value), lang),
    MONEY: ([value]) => formats.tenge(textOf(value)),
    SHARE: ([value]) => formats.share(Number(textOf(value))),
    FULLDATE: ([value]) => formats.dateFull(textOf(value), lang),
    DATETIME: ([value]) => formats.instantShort(textOf(value)),
  };
}

function bundleOf(lang: Lang): FluentBundle {
  const bundle = new FluentBundle(lang, { useIsolating: false, functions: functions(lang) });
  for (const [path, text] of Object.entries(files))
    if (path.includes(`/words/${lang}/`)) bundle.addResource(new FluentResource(text));
  return bundle;
}

// A language is read when it is first shown: the start pays for one, not for three.
const bundles = new Map<Lang, FluentBundle>();
function bundleIn(lang: Lang): FluentBundle {
  const read = bundles.get(lang) ?? bundleOf(lang);
  bundles.set(lang, read);
  return read;
}

/** The language of the interface. Everything that calls `say` is drawn anew when it changes. */
class Language {
  current = $state<Lang>('kk');
}
export const language = new Language();

const PLURALS = new Set(['zero', 'one', 'two', 'few', 'many', 'other']);
const counted = new Map<string, Set<string>>();

/** Variables that choose a plural form: parameters of the desk are texts, these must be numbers. */
function countedIn(key: string, pattern: unknown, lang: Lang): Set<string> {
  const name = `${lang}/${key}`;
  const known = counted.get(name);
  if (known) return known;
  const found = new Set<string>();
  const walk = (node: unknown): void => {
    if (Array.isArray(node)) node.forEach(walk);
    else if (node && typeof node === 'object') {
      const part = node as {
        type?: string;
        selector?: { type: string; name: string };
        variants?: { key: { type: string; value: string | number }; value: unknown }[];
      };
      if (part.type === 'select' && part.selector?.type === 'var' && part.variants)
        if (part.variants.every((v) => v.key.type === 'num' || PLURALS.has(String(v.key.value))))
          found.add(part.selector.name);
      part.variants?.forEach((variant) => walk(variant.value));
    }
  };
  walk(pattern);
  counted.set(name, found);
  return found;
}

type Parameters = Record<string, string | number | undefined>;

function format(key: string, given: Parameters, lang: Lang): string | null {
  const bundle = bundleIn(lang);
  const pattern = bundle.getMessage(key)?.value;
  if (!pattern) return null;
  const numbers = countedIn(key, pattern, lang);
  const args: Record<string, FluentValue> = {};
  for (const [name, value] of Object.entries(given)) {
    if (value === undefined) continue;
    args[name] =
      typeof value === 'number' || numbers.has(name) ? new OwnNumber(Number(value)) : value;
  }
  const errors: Error[] = [];
  const text = bundle.formatPattern(pattern, args, errors);
  for (const error of errors) console.error(`words «${key}» in ${lang}: ${error.message}`);
  return text;
}

type Rest<K extends WordKey> = keyof Words[K] extends never ? [] : [args: Words[K]];

/** The phrase `key` in the language of the interface. */
export function say<K extends WordKey>(key: K, ...rest: Rest<K>): string {
  return format(key, (rest[0] ?? {}) as Parameters, language.current) ?? key;
}

/** A phrase the desk chose: its key and variables, some of which are phrases themselves. */
export function tell(said: Said, lang: Lang = language.current): string {
  const params: Parameters = {};
  for (const [name, arg] of Object.entries(said.args))
    params[name] = typeof arg === 'object' ? tell(arg, lang) : arg;
  const text = format(said.key, params, lang);
  if (text === null) console.error(`no words for «${said.key}» in ${lang}`);
  return text ?? said.key;
}

/** The words of a code that has no variables, `prefix-code`; the code itself when nobody wrote them. */
export function named(prefix: string, code: string): string {
  const key = `${prefix}-${code.replaceAll('_', '-').replaceAll('.', '-')}`;
  return format(key, {}, language.current) ?? code;
}

export { formats };
export type { Lang };
