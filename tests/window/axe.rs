//! axe inside the WebKit window: what a person with a screen reader or without a mouse would stumble over.

use std::path::Path;

use crate::seat::Seat;

/// Looks at the screen as it stands and fails on anything serious or critical.
pub(crate) fn nothing_serious(seat: &Seat, screen: &str) {
    let found = seat
        .driver
        .run_waiting(&format!("{}\n{RUN}", source()), &[])
        .unwrap_or_else(|wrong| panic!("axe did not run on {screen}: {wrong}"));
    let passed = found["passes"].as_u64().unwrap_or_default();
    assert!(passed > 0, "axe looked at nothing on {screen}: {found}");
    let violations = found["violations"].as_array().cloned().unwrap_or_default();
    let told: Vec<&str> = violations.iter().filter_map(|violation| violation.as_str()).collect();
    assert!(told.is_empty(), "axe on {screen}:\n{}", told.join("\n"));
}

fn source() -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("ui/node_modules/axe-core/axe.min.js");
    std::fs::read_to_string(&path)
        .unwrap_or_else(|_| panic!("{} is not there: run scripts/build-ui first", path.display()))
}

const RUN: &str = r#"
const done = arguments[arguments.length - 1];
// Behind an open question the screen is dimmed and cannot be reached; the question is what is looked at.
// A colour caught half-way between two states is nobody's choice: changes under way are brought to their end.
for (const change of document.getAnimations()) {
  if (change.effect?.getComputedTiming().endTime !== Infinity) change.finish();
}
const screen = document.querySelector('[role=dialog], [role=alertdialog]') ?? document;
axe.run(screen, { resultTypes: ['violations'] }).then(
  (result) => done({
    passes: result.passes.length,
    violations: result.violations
      .filter((v) => v.impact === 'serious' || v.impact === 'critical')
      .map((v) => `${v.impact} ${v.id}: ${v.help}: ${v.nodes.map((n) => n.target.join(' ')).slice(0, 5).join(' | ')}`),
  }),
  (error) => done({ passes: 0, error: String(error), violations: [] }),
);
"#;
