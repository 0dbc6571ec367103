//! What the rules say by code, in words: findings of checks, remarks of refusals, denials. Codes inside facts (a kind of copy, a role, a stage) become words too.

use std::collections::BTreeMap;

use rules::application::{ReadError, ReadProblem};
use rules::check::Finding;
use rules::denial::Denial;
use rules::refusal::Remark;

use crate::{Lang, say_in};

/// The sentence of a finding.
#[must_use]
pub fn finding_text(lang: Lang, finding: &Finding) -> String {
    check_text(lang, &finding.check, &finding.code, &finding.facts)
}

/// The sentence of a remark, from which a refusal is written.
#[must_use]
pub fn remark_text(lang: Lang, remark: &Remark) -> String {
    let check = remark.check.split(':').next().unwrap_or_default();
    check_text(lang, check, &remark.code, &remark.facts)
}

/// Why a file from outside cannot be read, in words; where, is `error.path`.
#[must_use]
pub fn read_problem_text(lang: Lang, error: &ReadError) -> String {
    let say = |key: &str, facts: &[(&str, &str)]| say_in(lang, key, facts.iter().copied());
    let text = match &error.problem {
        ReadProblem::NotJson(why) => say("read-not-json", &[("why", why)]),
        ReadProblem::TooLarge(limit) => say("read-too-large", &[("limit", &limit.to_string())]),
        ReadProblem::Type { found, expected } => {
            say("read-type", &[("found", &phrase(lang, found)), ("expected", &phrase(lang, expected))])
        }
        ReadProblem::Value { found, expected } => {
            say("read-value", &[("found", found), ("expected", &phrase(lang, expected))])
        }
        ReadProblem::Missing(what) => say("read-missing", &[("what", &phrase(lang, what))]),
        ReadProblem::Newer(version) => say("read-newer", &[("version", &version.to_string())]),
        ReadProblem::File { file, why } => say("read-file", &[("file", file), ("why", why)]),
        ReadProblem::SomethingElse(what) => say("read-something-else", &[("what", &phrase(lang, what))]),
    };
    text.unwrap_or_else(|| error.problem.to_string())
}

/// A fixed phrase of the reader in words; lists of codes have none and stay as they are.
fn phrase(lang: Lang, text: &str) -> String {
    let mut key = "read-expected-".to_owned();
    for letter in text.to_lowercase().chars() {
        if letter.is_ascii_alphanumeric() {
            key.push(letter);
        } else if !key.ends_with('-') {
            key.push('-');
        }
    }
    // The keys are cut to a bearable length.
    key.truncate("read-expected-".len() + 48);
    said(lang, key.trim_end_matches('-')).unwrap_or_else(|| text.to_owned())
}

/// The name of a check.
#[must_use]
pub fn check_title(lang: Lang, check: &str) -> String {
    said(lang, &key("check-title", check)).unwrap_or_else(|| check.to_owned())
}

/// The sentence of a denial.
#[must_use]
pub fn denial_text(lang: Lang, denial: &Denial) -> String {
    let mut facts = worded(lang, &denial.params);
    facts.insert("code".to_owned(), denial.code.clone());
    with(lang, &key("denial", &denial.code), &facts)
        .or_else(|| with(lang, "denial-other", &facts))
        .unwrap_or_else(|| denial.code.clone())
}

fn check_text(lang: Lang, check: &str, code: &str, facts: &BTreeMap<String, String>) -> String {
    // A fact a sentence needs may be absent when a person decided; then the name of the check stands for it.
    with(lang, &key("check", code), &worded(lang, facts)).unwrap_or_else(|| check_title(lang, check))
}

fn key(family: &str, code: &str) -> String {
    format!("{family}-{}", code.replace('_', "-"))
}

fn said(lang: Lang, key: &str) -> Option<String> {
    say_in(lang, key, [])
}

fn with(lang: Lang, key: &str, facts: &BTreeMap<String, String>) -> Option<String> {
    say_in(lang, key, facts.iter().map(|(name, text)| (name.as_str(), text.as_str())))
}

/// Facts with their codes in words.
fn worded(lang: Lang, facts: &BTreeMap<String, String>) -> BTreeMap<String, String> {
    let worded = facts.iter().map(|(name, value)| {
        let word = match name.as_str() {
            "kind" => said(lang, &key("document", value)),
            "kinds" => {
                let kinds = value.split(", ");
                Some(kinds.map(|kind| said(lang, &key("document", kind)).unwrap_or_else(|| kind.to_owned())))
                    .map(|kinds| kinds.collect::<Vec<_>>().join(", "))
            }
            "fault" => said(lang, &key("check-fault", value)).or_else(|| said(lang, "check-fault-other")),
            "role" => said(lang, &key("role", value)),
            "stage" => said(lang, &key("stage", value)),
            "ground" => said(lang, &key("ground", value)),
            "field" => said(lang, &key("denial-field", value)),
            _ => None,
        };
        (name.clone(), word.unwrap_or_else(|| value.clone()))
    });
    worded.collect()
}

#[cfg(test)]
mod tests {
    use rules::check::CHECKS;

    use super::*;

    #[test]
    fn every_check_has_a_name_and_its_two_codes_have_sentences() {
        for lang in Lang::ALL {
            for check in CHECKS {
                assert_ne!(check_title(lang, check.check), check.check, "{} has a name", check.check);
                for code in [check.passed, check.failed] {
                    assert!(crate::arguments(&key("check", code)).is_some(), "{code} has a sentence");
                }
            }
        }
    }

    #[test]
    fn a_denial_is_told_in_words_and_not_in_codes() {
        let denial = Denial::new("role_may_not").with("role", "auditor").with("command", "issue_voucher");
        for (lang, part) in [(Lang::Ru, "Аудитор"), (Lang::Kk, "Аудитор"), (Lang::En, "Auditor")]
        {
            let text = denial_text(lang, &denial);
            assert!(text.contains(part), "{text} names the role in words");
        }
        let strange = Denial::new("never_heard_of");
        assert!(
            denial_text(Lang::En, &strange).contains("never_heard_of"),
            "an unknown code is shown, not hidden"
        );
    }

    #[test]
    fn every_fact_a_check_names_has_a_label() {
        let mut names = Vec::new();
        let mut folders =
            vec![std::path::PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../rules/src"))];
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(&folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    folders.push(path);
                } else {
                    let text = std::fs::read_to_string(&path).unwrap();
                    let found = text.split(".fact(\"").skip(1).filter_map(|rest| rest.split('"').next());
                    names.extend(found.map(str::to_owned));
                }
            }
        }
        assert!(names.len() > 20, "the facts of the checks were found");
        for name in names {
            assert!(crate::arguments(&key("fact", &name)).is_some(), "«{name}» has a label");
        }
    }
}
