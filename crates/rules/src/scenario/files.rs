//! Puts the applications a scenario points to into it. Opening a file is the caller's: this is pure.

use serde_json::Value;

use crate::application::reader::{self, ReadError, ReadProblem, key};

/// Replaces `{"receive_application": "a.json"}` and `{"receive_application": {"file": "a.json", "with": {…}}}` by
/// the application itself; `with` is laid over it as a JSON merge patch.
///
/// # Errors
/// [`ReadError`] with the path in the scenario when a file cannot be opened or is not JSON.
pub fn put_in_files(
    scenario: &mut Value,
    open: &mut dyn FnMut(&str) -> Result<String, String>,
) -> Result<(), ReadError> {
    let Some(Value::Array(steps)) = scenario.get_mut("steps") else { return Ok(()) };
    for (place, step) in steps.iter_mut().enumerate() {
        let Some(Value::Object(order)) = step.get_mut("do") else { continue };
        for (name, fields) in order.iter_mut().filter(|(name, _)| key(name) == "receive_application") {
            let path = format!("steps[{place}].do.{name}");
            let (file, patch, office) = match &*fields {
                Value::String(file) => (file.clone(), None, None),
                Value::Object(map) => {
                    match map.get("file").or_else(|| map.get("path")).and_then(Value::as_str) {
                        Some(file) => (file.to_owned(), map.get("with").cloned(), map.get("office").cloned()),
                        None => continue,
                    }
                }
                Value::Null | Value::Bool(_) | Value::Number(_) | Value::Array(_) => continue,
            };
            let fault = |problem| ReadError { path: path.clone(), problem };
            let text =
                open(&file).map_err(|why| fault(ReadProblem::File { file: reader::shown(&file), why }))?;
            let mut application = reader::json(&text).map_err(|error| fault(error.problem))?;
            if let Some(patch) = &patch {
                merge(&mut application, patch, 0);
            }
            let mut whole = serde_json::Map::new();
            whole.insert("application".to_owned(), application);
            whole.extend(office.map(|office| ("office".to_owned(), office)));
            *fields = Value::Object(whole);
        }
    }
    Ok(())
}

/// Deepest nesting a patch is followed to.
const DEPTH_MAX: usize = 32;

/// JSON merge patch: objects are merged, `null` removes, anything else replaces.
fn merge(target: &mut Value, patch: &Value, depth: usize) {
    match (target, patch) {
        (Value::Object(target), Value::Object(patch)) if depth < DEPTH_MAX => {
            for (name, value) in patch {
                if value.is_null() {
                    target.remove(name);
                } else {
                    merge(target.entry(name.clone()).or_insert(Value::Null), value, depth + 1);
                }
            }
        }
        (target, patch) => *target = patch.clone(),
    }
}
