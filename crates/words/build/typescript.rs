//! Writes `keys.ts`: every message the UI may say, with the types of its arguments.

use std::fmt::Write;

use crate::check::Agreed;
use crate::read::Kind;

const HEAD: &str = "\
// Generated from assets/words; `make contract` writes it anew and a test of the words crate compares it.

/** A civil date as the contract gives it: `2026-03-16`. */
export type IsoDate = string;
/** A sum in tenge with two decimals: `157825.00`. */
export type Tenge = string;
/** A share in thousandths: 944 is shown as 94,4 %. */
export type PerMille = number;

/** Every message of the Fluent files and what it has to be told. */
export interface Words {
";

/// The text of the file.
pub(crate) fn keys(messages: &[Agreed]) -> String {
    let mut text = String::from(HEAD);
    for message in messages {
        let _ = write!(text, "  '{}': ", message.name);
        if message.variables.is_empty() {
            text.push_str("NoArguments;\n");
            continue;
        }
        let variables: Vec<String> = message
            .variables
            .iter()
            .map(|(variable, kind)| format!("{}: {}", property(variable), type_of(*kind)))
            .collect();
        let _ = writeln!(text, "{{ {} }};", variables.join("; "));
    }
    text.push_str(
        "}\n\nexport type NoArguments = Record<never, never>;\nexport type WordKey = keyof Words;\n",
    );
    let silent = "/** The messages that need no arguments. */\nexport type PlainWordKey = {\n  \
                  [K in WordKey]: Words[K] extends NoArguments ? (keyof Words[K] extends never ? K : never) : never;\n\
                  }[WordKey];\n";
    text.push_str(silent);
    text
}

fn property(variable: &str) -> String {
    if variable.contains('-') { format!("'{variable}'") } else { variable.to_owned() }
}

fn type_of(kind: Kind) -> &'static str {
    match kind {
        Kind::Text => "string",
        Kind::Number => "number",
        Kind::Date => "IsoDate",
        Kind::Money => "Tenge",
        Kind::Share => "PerMille",
    }
}
