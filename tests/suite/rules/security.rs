//! Every test that the page on security names is there.

use suite::{files, nothing_to_mend};

#[test]
fn every_test_named_on_the_page_of_security_exists() {
    let files = files();
    let page = files.iter().find(|file| file.path == "docs/SECURITY.md").expect("docs/SECURITY.md is there");
    // A name of a test is a sentence: small letters and at least three underscores between backticks.
    let named: Vec<&str> = page
        .text
        .split('`')
        .skip(1)
        .step_by(2)
        .filter(|name| name.matches('_').count() >= 3)
        .filter(|name| name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_'))
        .collect();
    assert!(named.len() > 20, "the page names tests: {}", named.len());
    let missing: Vec<String> = named
        .into_iter()
        .filter(|name| !files.iter().any(|file| file.is(".rs") && file.text.contains(&format!("fn {name}("))))
        .map(|name| format!("docs/SECURITY.md names the test {name}, which is nowhere"))
        .collect();
    nothing_to_mend("What is claimed of security is tested.", &missing);
}
