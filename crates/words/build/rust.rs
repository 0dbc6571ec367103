//! Writes `words::msg`: one function per message, with an argument per variable.

use std::fmt::Write;

use crate::check::Agreed;
use crate::read::{Kind, Language};

/// The text of the generated module: the sources of each language, the table of messages, the functions.
pub(crate) fn functions(messages: &[Agreed], languages: &[Language]) -> String {
    let mut text = String::from("// Generated from assets/words by the build script of this crate.\n\n");
    for language in languages {
        let name = language.code.to_uppercase();
        let _ = writeln!(text, "pub(crate) const {name}: &str = {:?};\n", language.text);
    }
    text.push_str("pub(crate) const MESSAGES: &[(&str, &[(&str, Kind)])] = &[\n");
    for message in messages {
        let variables: Vec<String> = message
            .variables
            .iter()
            .map(|(variable, kind)| format!("({variable:?}, Kind::{kind:?})"))
            .collect();
        let _ = writeln!(text, "    ({:?}, &[{}]),", message.name, variables.join(", "));
    }
    text.push_str("];\n\n");
    text.push_str("/// One function per message of `assets/words`; arguments in alphabetical order.\n");
    text.push_str("pub mod msg {\n    use crate::{Arg, Lang};\n\n");
    for message in messages {
        function(&mut text, message);
    }
    text.push_str("}\n");
    text
}

fn function(text: &mut String, message: &Agreed) {
    let name = message.name.replace('-', "_");
    let parameters: String = message
        .variables
        .iter()
        .map(|(variable, kind)| format!(", {}: {}", identifier(variable), parameter(*kind)))
        .collect();
    let arguments: Vec<String> = message
        .variables
        .iter()
        .map(|(variable, kind)| format!("({variable:?}, {})", argument(&identifier(variable), *kind)))
        .collect();
    let _ = writeln!(
        text,
        "    /// `{}` of `{}.ftl`.\n    #[must_use]\n    pub fn {name}(lang: Lang{parameters}) -> String {{\n        \
         crate::say(lang, {:?}, &[{}])\n    }}\n",
        message.name,
        message.noun,
        message.name,
        arguments.join(", ")
    );
}

fn identifier(variable: &str) -> String {
    let name = variable.replace('-', "_").to_lowercase();
    match name.as_str() {
        "type" | "use" | "in" | "as" | "for" | "if" | "ref" | "lang" | "where" | "do" | "final" => {
            format!("{name}_")
        }
        _ => name,
    }
}

fn parameter(kind: Kind) -> &'static str {
    match kind {
        Kind::Text => "&str",
        Kind::Number => "impl Into<crate::Count>",
        Kind::Date => "crate::NaiveDate",
        Kind::Money => "impl Into<crate::Sum>",
        Kind::Share => "impl Into<crate::Share>",
    }
}

fn argument(name: &str, kind: Kind) -> String {
    match kind {
        Kind::Text => format!("Arg::Text({name}.into())"),
        Kind::Number => format!("Arg::Number({name}.into())"),
        Kind::Date => format!("Arg::Date({name})"),
        Kind::Money => format!("Arg::Money({name}.into())"),
        Kind::Share => format!("Arg::Share({name}.into())"),
    }
}
