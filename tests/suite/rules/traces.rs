//! Nothing in the tree tells on which machine it was made, and nothing points at a mirror.

use suite::{files, nothing_to_mend};

#[test]
fn no_file_tells_where_it_was_made() {
    // Put together so that this file does not find itself.
    let traces = [
        (format!("/{}/", "work"), "a path of one machine"),
        (format!("/{}/", "home"), "a path of one machine"),
        (format!("/tmp/{}", "bash"), "a path of one machine"),
        (format!("/{}/.", "root"), "a path of one machine"),
        (format!(".{}/", "library"), "a path of one machine"),
        (format!("registry.{}", "npmjs"), "a registry: let the lock file leave hosts out"),
        (format!("static.crates{}", ".io"), "a registry"),
        (format!("index.crates{}", ".io"), "a registry"),
        (format!("files.{}", "pythonhosted"), "a registry"),
        (format!("deb.debian{}", ".org"), "a registry"),
    ];
    let mut said = Vec::new();
    for file in files() {
        // A folder inside an address of the web is no trace of a machine.
        let text = file.text.lines().filter(|line| !line.contains("://")).collect::<Vec<_>>().join("\n");
        for (trace, what) in &traces {
            let found =
                if what.starts_with("a path") { text.contains(trace) } else { file.text.contains(trace) };
            if found {
                said.push(format!("{} mentions {trace}, {what}", file.path));
            }
        }
    }
    nothing_to_mend("The tree is the same wherever it is cloned.", &said);
}
