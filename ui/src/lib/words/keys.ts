// Generated from assets/words; `make contract` writes it anew and a test of the words crate compares it.

/** A civil date as the contract gives it: `2026-03-16`. */
export type IsoDate = string;
/** A sum in tenge with two decimals: `157825.00`. */
export type Tenge = string;
/** A share in thousandths: 944 is shown as 94,4 %. */
export type PerMille = number;

/** Every message of the Fluent files and what it has to be told. */
export interface Words {
  'format-calendar-days': { days: number };
  'format-from-to': { from: IsoDate; to: IsoDate };
  'format-until': { date: IsoDate };
  'format-working-days': { days: number };
}

export type NoArguments = Record<never, never>;
export type WordKey = keyof Words;
/** The messages that need no arguments. */
export type PlainWordKey = {
  [K in WordKey]: Words[K] extends NoArguments ? (keyof Words[K] extends never ? K : never) : never;
}[WordKey];
