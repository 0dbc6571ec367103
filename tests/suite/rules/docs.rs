//! What the pages say exists, exists: links, files, commands, and the types of the glossary.

use suite::{File, files, nothing_to_mend, root};

fn pages(files: &[File]) -> impl Iterator<Item = &File> {
    files.iter().filter(|file| file.is(".md"))
}

#[test]
fn links_of_the_pages_lead_somewhere() {
    let files = files();
    let mut said = Vec::new();
    for page in pages(&files) {
        let folder = page.path.rsplit_once('/').map_or("", |(folder, _)| folder);
        for link in page.text.split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
            let target = link.split('#').next().unwrap_or_default();
            if target.is_empty() || target.contains("://") || target.starts_with("mailto:") {
                continue;
            }
            if !root().join(folder).join(target).exists() {
                said.push(format!("{} links to {target}, which is not there", page.path));
            }
        }
    }
    nothing_to_mend("Pages do not point into the void.", &said);
}

#[test]
fn paths_and_commands_named_by_the_pages_exist() {
    let files = files();
    let makefile = files.iter().find(|file| file.path == "Makefile").expect("there is a Makefile");
    let mut said = Vec::new();
    for page in pages(&files).filter(|page| page.path.starts_with("docs/") || page.path == "README.md") {
        for code in page.text.split('`').skip(1).step_by(2) {
            if let Some(target) = code.strip_prefix("make ")
                && !makefile.text.contains(&format!("\n{}:", target.split(' ').next().unwrap_or_default()))
            {
                said.push(format!("{} says `{code}`, which the Makefile does not have", page.path));
            }
            let is_path =
                ["crates/", "ui/", "assets/", "scripts/", "tests/", "src-tauri/", "docs/", "bench/"]
                    .iter()
                    .any(|start| code.starts_with(start));
            let plain = !code.contains(['*', '{', '<', ' ', '…', '(']);
            // `tests/act.rs::a_late_act` names a test: the file must have it.
            let (path, test) = code.split_once("::").map_or((code, None), |(path, test)| (path, Some(test)));
            let there = match test {
                None => root().join(path).exists(),
                Some(test) => files
                    .iter()
                    .any(|file| file.path == path && test.split("::").all(|part| file.text.contains(part))),
            };
            if is_path && plain && !there && !code.starts_with("ui/dist") {
                said.push(format!("{} speaks of {code}, which is not there", page.path));
            }
        }
    }
    nothing_to_mend("Prose that states a fact has a test.", &said);
}

#[test]
fn each_type_of_the_glossary_exists() {
    let files = files();
    let glossary = files.iter().find(|file| file.path == "docs/GLOSSARY.md").expect("there is a glossary");
    let mut types = 0;
    let mut said = Vec::new();
    for row in glossary.text.lines().filter(|line| line.starts_with("| ") && line.contains("`")) {
        for path in row.rsplit('|').nth(1).unwrap_or_default().split('`').skip(1).step_by(2) {
            types += 1;
            if !exists(path, &files) {
                said.push(format!("the glossary names `{path}`, which no crate has"));
            }
        }
    }
    assert!(types >= 20, "the glossary names the types of the field, not {types}");
    nothing_to_mend("A term of the glossary is a type.", &said);
}

/// `rules::voucher::Voucher` or `rules::case::Event::VoucherIssued`: declared somewhere in that crate.
fn exists(path: &str, files: &[File]) -> bool {
    let parts: Vec<&str> = path.split("::").collect();
    let (Some(home), Some(name)) = (parts.first(), parts.last()) else { return false };
    let owner = parts.get(parts.len().saturating_sub(2)).filter(|part| part.starts_with(char::is_uppercase));
    let sources = files.iter().filter(|file| file.path.starts_with(&format!("crates/{home}/src/")));
    sources.into_iter().any(|file| {
        let declared = |name: &str| {
            ["struct", "enum", "trait", "type", "fn", "mod"]
                .iter()
                .any(|kind| whole_word_after(&file.text, &format!("pub {kind} "), name))
                // A family of alike types is declared by a macro, one name a line.
                || (file.text.contains("macro_rules!") && whole_word_after(&file.text, "\n    ", name))
        };
        match owner {
            Some(owner) => declared(owner) && file.text.contains(name),
            None => declared(name),
        }
    })
}

fn whole_word_after(text: &str, before: &str, name: &str) -> bool {
    text.split(&format!("{before}{name}"))
        .skip(1)
        .any(|rest| !rest.starts_with(|c: char| c.is_alphanumeric() || c == '_'))
}
