//! The words are used, careful and whole; that they agree in three languages the words crate checks at build.

use std::collections::BTreeSet;

use suite::{File, files, nothing_to_mend};

/// Families whose codes come from a data file or from another language, so that no name is put together.
const FAMILIES: &[&str] = &[
    "check-",
    "denial-",
    "education-",
    "paper-kind-",
    "read-expected-",
    "register-",
    "remark-",
    "seal-",
    "spooler-",
];

/// Families of messages whose names are put together from a code when the program runs: in Rust
/// `"check-{code}"`, in the UI `` `check-${code}` `` and `named('check', code)`, at the desk `code("check", code)`.
fn families(code: &str) -> BTreeSet<&str> {
    let is_key = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    let before = |mark: &'static str| {
        code.split(mark).map(move |text| text.rsplit(|c: char| !is_key(c)).next().unwrap_or_default())
    };
    let named = code.split("named('").skip(1).filter_map(|rest| rest.split('\'').next());
    let coded = code.split("code(\"").skip(1).filter_map(|rest| rest.split('"').next());
    let families: BTreeSet<&str> =
        before("{").chain(before("${")).filter(|prefix| prefix.ends_with('-')).collect();
    families.into_iter().chain(named).chain(coded).filter(|prefix| prefix.len() > 2).collect()
}

fn fluent(files: &[File]) -> impl Iterator<Item = &File> {
    files.iter().filter(|file| file.path.starts_with("assets/words/") && file.is(".ftl"))
}

fn is_key(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
}

#[test]
fn every_message_is_said_somewhere() {
    let files = files();
    let users: String = files
        .iter()
        .filter(|file| !file.is_test() && !file.path.ends_with("words/keys.ts"))
        .filter(|file| [".rs", ".ts", ".svelte", ".json"].iter().any(|ending| file.is(ending)))
        .map(|file| file.text.as_str())
        .collect();
    // Every name after `::` in Rust: `msg::paper_iin(…)`, `.map(msg::paper_iin)`.
    let functions: BTreeSet<&str> = users
        .split("::")
        .skip(1)
        .map(|rest| rest.split(|c: char| !c.is_ascii_alphanumeric() && c != '_').next().unwrap_or_default())
        .collect();
    let families = families(&users);
    let literals: BTreeSet<&str> = users.split(['"', '\'', '`']).filter(|text| is_key(text)).collect();
    let fluent: String = fluent(&files).map(|file| file.text.as_str()).collect();
    let quoted: BTreeSet<&str> = fluent
        .split("{ ")
        .skip(1)
        .filter_map(|rest| rest.split(" }").next())
        .filter(|text| is_key(text))
        .collect();
    let mut said = Vec::new();
    for key in words::keys() {
        let function = key.replace('-', "_");
        let used = literals.contains(key)
            || functions.contains(function.as_str())
            || quoted.contains(key)
            || FAMILIES.iter().any(|family| key.starts_with(family))
            || families.iter().any(|family| {
                key.strip_prefix(family).is_some_and(|rest| family.ends_with('-') || rest.starts_with('-'))
            });
        if !used {
            said.push(format!("{key} is said by nobody: use it, or take it out of the three languages"));
        }
    }
    nothing_to_mend("A message exists because someone says it.", &said);
}

#[test]
fn texts_are_calm_and_typed_with_care() {
    let files = files();
    let mut said = Vec::new();
    for file in fluent(&files) {
        for (index, line) in file.text.lines().enumerate().filter(|(_, line)| !line.starts_with('#')) {
            let place = format!("{}:{}", file.path, index + 1);
            if line.contains('!') {
                said.push(format!("{place}: no exclamation marks"));
            }
            if line.contains('\u{202f}') {
                said.push(format!("{place}: U+202F is in none of the fonts"));
            }
            if line.contains("...") {
                said.push(format!("{place}: an ellipsis is one sign, …"));
            }
            if file.path.contains("/kk/")
                && line.chars().any(|c| "iIeoacpxy".contains(c))
                && has_mixed_word(line)
            {
                said.push(format!("{place}: a Latin letter inside a Cyrillic word: {line}"));
            }
            if file.path.contains("/ru/") && has_mixed_word(line) {
                said.push(format!("{place}: a Latin letter inside a Cyrillic word: {line}"));
            }
        }
    }
    nothing_to_mend("Words are calm, and letters are of one alphabet.", &said);
}

/// A word that has letters of both alphabets, such as a Latin i in a Kazakh word.
fn has_mixed_word(line: &str) -> bool {
    let is_letter = |c: char| c.is_alphabetic();
    line.split(|c: char| !is_letter(c)).any(|word| {
        let latin = word.chars().any(|c| c.is_ascii_alphabetic());
        let cyrillic = word.chars().any(|c| ('\u{400}'..='\u{52f}').contains(&c));
        latin && cyrillic
    })
}

#[test]
fn a_mixed_word_is_seen() {
    assert!(has_mixed_word("өтiнiш"), "a Latin i hides in this word");
    assert!(!has_mixed_word("өтініш PDF"), "two words of two alphabets are fine");
}

#[test]
fn kazakh_is_not_russian_copied() {
    let files = files();
    let mut said = Vec::new();
    for file in fluent(&files).filter(|file| file.path.contains("/kk/")) {
        let russian = file.path.replace("/kk/", "/ru/");
        let Some(russian) = files.iter().find(|other| other.path == russian) else { continue };
        let lines: BTreeSet<&str> = russian.text.lines().filter(|line| long_in_cyrillic(line)).collect();
        for line in file.text.lines().filter(|line| lines.contains(line)) {
            said.push(format!("{}: the same as in Russian: {line}", file.path));
        }
    }
    nothing_to_mend("Kazakh is written, not copied.", &said);
}

/// Several words of Cyrillic: one word may well be the same in both languages.
fn long_in_cyrillic(line: &str) -> bool {
    let (_, value) = line.split_once('=').unwrap_or(("", line));
    let cyrillic = |word: &&str| word.chars().filter(|c| ('\u{400}'..='\u{52f}').contains(c)).count() > 3;
    !line.starts_with('#') && value.split_whitespace().filter(cyrillic).count() >= 3
}

#[test]
fn a_family_is_seen_where_its_name_is_put_together() {
    let code =
        r#"lookup(lang, &format!("check-{code}"), &[]); say(`stage-${stage}`); named('role', role); {x}"#;
    let seen: Vec<&str> = families(code).into_iter().collect();
    assert_eq!(seen, ["check-", "role", "stage-"]);
}
