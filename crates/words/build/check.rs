//! Compares the three languages: the same messages in the same files, with the same variables.

use std::collections::{BTreeMap, BTreeSet};

use crate::read::{Kind, Language, Message, merged};

/// A message all languages agree on: its name and its variables, in alphabetical order.
#[derive(Debug)]
pub(crate) struct Agreed {
    pub(crate) name: String,
    pub(crate) noun: String,
    pub(crate) variables: BTreeMap<String, Kind>,
}

/// The messages, or every sentence about what the translators have to mend.
pub(crate) fn together(languages: &[Language]) -> Result<Vec<Agreed>, Vec<String>> {
    let mut complaints = Vec::new();
    let mut agreed = Vec::new();
    let names: BTreeSet<&String> = languages.iter().flat_map(|language| language.messages.keys()).collect();
    for name in names {
        if let Some(message) = one(name, languages, &mut complaints) {
            agreed.push(message);
        }
    }
    for language in languages {
        for message in language.messages.values().chain(language.terms.values()) {
            references(language, message, &mut complaints);
            plurals(language, message, &mut complaints);
        }
    }
    if complaints.is_empty() { Ok(agreed) } else { Err(complaints) }
}

fn one(name: &str, languages: &[Language], complaints: &mut Vec<String>) -> Option<Agreed> {
    let found: Vec<(&Language, &Message)> =
        languages.iter().filter_map(|language| Some((language, language.messages.get(name)?))).collect();
    let (_, first) = *found.first()?;
    for language in languages {
        if !language.messages.contains_key(name) {
            let code = language.code;
            complaints.push(format!(
                "{name} is missing in {code}: {} has it; add it to assets/words/{code}/{}.ftl",
                first.place, first.noun
            ));
        }
    }
    let mut agreed = Agreed {
        name: name.to_owned(),
        noun: first.noun.clone(),
        variables: all_variables(found[0].0, first),
    };
    for (language, message) in found.into_iter().skip(1) {
        let variables = all_variables(language, message);
        let missing = agreed.variables.keys().filter(|variable| !variables.contains_key(*variable));
        complaints.extend(missing.map(|variable| {
            format!("{}: {name} does not use ${variable}, which {} does", message.place, first.place)
        }));
        for (variable, kind) in variables {
            let Some(known) = agreed.variables.get(&variable).copied() else {
                complaints.push(format!(
                    "{}: {name} uses ${variable}, which {} does not",
                    message.place, first.place
                ));
                continue;
            };
            match merged(known, kind) {
                Some(kind) => {
                    agreed.variables.insert(variable, kind);
                }
                None => complaints.push(format!(
                    "{}: {name} uses ${variable} as {}, but {} uses it as {}",
                    message.place,
                    kind.name(),
                    first.place,
                    known.name()
                )),
            }
        }
    }
    Some(agreed)
}

/// The variables of a message and of the messages it quotes.
fn all_variables(language: &Language, message: &Message) -> BTreeMap<String, Kind> {
    let mut variables = message.variables.clone();
    let mut seen = BTreeSet::new();
    let mut waiting: Vec<&String> = message.quotes.iter().collect();
    while let Some(name) = waiting.pop() {
        if !seen.insert(name) {
            continue;
        }
        if let Some(quoted) = language.messages.get(name) {
            for (variable, kind) in &quoted.variables {
                let known = variables.get(variable).copied().unwrap_or(Kind::Text);
                variables.insert(variable.clone(), merged(known, *kind).unwrap_or(known));
            }
            waiting.extend(&quoted.quotes);
        }
    }
    variables
}

fn references(language: &Language, message: &Message, complaints: &mut Vec<String>) {
    for name in message.quotes.iter().filter(|name| !language.messages.contains_key(*name)) {
        complaints.push(format!("{}: quotes the message {name}, which does not exist", message.place));
    }
    for name in message.terms.iter().filter(|name| !language.terms.contains_key(*name)) {
        complaints.push(format!(
            "{}: uses the term -{name}, which assets/words/{} does not have",
            message.place, language.code
        ));
    }
}

/// Russian must say 1 день, 2 дня, 5 дней; Kazakh and English need no more than two forms.
fn plurals(language: &Language, message: &Message, complaints: &mut Vec<String>) {
    let needed: &[&str] = match language.code {
        "ru" => &["one", "few", "many"],
        "en" => &["one", "other"],
        _ => &["other"],
    };
    for categories in &message.plurals {
        // A selector by exact numbers alone ([0] … *[other] …) is not about grammar.
        if categories.len() <= 1 {
            continue;
        }
        for category in needed {
            let covered = categories.contains(*category)
                || (*category == "many" && categories.contains("other"))
                || (*category == "other" && categories.contains("many"));
            if !covered {
                complaints.push(format!("{}: the plural has no form for [{category}]", message.place));
            }
        }
    }
}
