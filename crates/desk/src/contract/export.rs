//! Writes the contract as TypeScript: `types.ts` with every shape, `commands.ts` with every command.

use super::no::{No, Topic};
use std::collections::BTreeMap;
use std::path::Path;
use ts_rs::{Config, TS, TypeVisitor};

/// The command that writes the files anew; the test that finds them stale quotes it.
pub const REGENERATE: &str = "cargo run -p desk --example contract";

const HEAD: &str =
    "// Generated from crates/desk/src/contract. Do not edit: cargo run -p desk --example contract\n";

/// Collects the shapes and the commands while the list is walked.
pub struct Exporter {
    config: Config,
    shapes: BTreeMap<String, String>,
    commands: Vec<String>,
}

impl Exporter {
    fn new() -> Self {
        // No number of the contract is larger than a JavaScript number holds exactly.
        Self { config: Config::new().with_large_int("number"), shapes: BTreeMap::new(), commands: Vec::new() }
    }

    pub(crate) fn command<A: TS + 'static, V: TS + 'static>(&mut self, name: &str, raw: bool) {
        self.visit::<A>();
        self.visit::<V>();
        let args = type_name(&A::name(&self.config));
        let value = if raw { "ArrayBuffer".to_owned() } else { type_name(&V::name(&self.config)) };
        let answer = if raw { value } else { format!("T.Answer<{value}>") };
        self.commands.push(format!("  {name}: {{ args: {args}; answer: {answer}; raw: {raw} }};\n"));
    }
}

/// `Array<QueueRow>` is `Array<T.QueueRow>` where the types are imported as `T`.
fn type_name(name: &str) -> String {
    match name.strip_prefix("Array<").and_then(|rest| rest.strip_suffix('>')) {
        Some(inner) => format!("Array<T.{inner}>"),
        None => format!("T.{name}"),
    }
}

impl TypeVisitor for Exporter {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        // Only our own shapes are declared; texts, numbers and lists have no file of their own.
        if T::output_path().is_some() {
            let name = T::ident(&self.config);
            if self.shapes.contains_key(&name) {
                return;
            }
            let docs = T::docs().unwrap_or_default();
            self.shapes.insert(name, format!("{docs}export {}\n", T::decl(&self.config)));
        }
        T::visit_dependencies(self);
        T::visit_generics(self);
    }
}

/// The files and what must stand in them.
pub fn files() -> Vec<(&'static str, String)> {
    let mut exporter = Exporter::new();
    exporter.visit::<No>();
    exporter.visit::<Topic>();
    super::visit(&mut exporter);
    let shapes: Vec<&str> = exporter.shapes.values().map(String::as_str).collect();
    let types = format!(
        "{HEAD}\nexport type Answer<V> = {{ value: V; changed: Array<Topic> }};\n\n{}",
        shapes.join("\n")
    );
    let names: String = super::COMMANDS.iter().map(|c| format!("  {}: {},\n", c.name, c.raw)).collect();
    let commands = format!(
        "{HEAD}\nimport type * as T from './types';\n\n\
         /** Every command: what it takes and what it gives. */\n\
         export interface Commands {{\n{}}}\n\n\
         export type CommandName = keyof Commands;\n\n\
         /** Whether a command gives bytes instead of an answer. */\n\
         export const RAW: Record<CommandName, boolean> = {{\n{names}}};\n",
        exporter.commands.concat()
    );
    vec![("types.ts", types), ("commands.ts", commands)]
}

/// Where the files stand, from the top of the repository.
const UI: &str = "ui/src/lib/contract";
const CAPABILITY: &str = "src-tauri/capabilities/main.json";

/// What the window may call: the commands of the list, and listening to our own events. Nothing else.
fn capability() -> String {
    let commands = super::COMMANDS.iter().map(|c| format!("allow-{}", c.name.replace('_', "-")));
    let own = ["core:event:allow-listen", "core:event:allow-unlisten"].map(str::to_owned);
    let permissions: Vec<String> =
        own.into_iter().chain(commands).map(|name| format!("    \"{name}\"")).collect();
    format!(
        "{{\n  \"$schema\": \"../../gen/schemas/desktop-schema.json\",\n  \"identifier\": \"main\",\n  \
         \"description\": \"Generated from crates/desk/src/contract/list.rs: {REGENERATE}\",\n  \
         \"windows\": [\"main\"],\n  \"permissions\": [\n{}\n  ]\n}}\n",
        permissions.join(",\n")
    )
}

/// Every generated file with its place in the repository.
fn all_files() -> Vec<(String, String)> {
    let typescript = files().into_iter().map(|(name, text)| (format!("{UI}/{name}"), text));
    typescript.chain([(CAPABILITY.to_owned(), capability())]).collect()
}

/// Writes the files into the repository.
pub fn write(repository: &Path) -> std::io::Result<()> {
    for (place, text) in all_files() {
        let path = repository.join(place);
        std::fs::create_dir_all(path.parent().unwrap_or(repository))?;
        std::fs::write(path, text)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_made_from_the_list_is_the_one_the_list_makes() {
        let repository = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        for (place, expected) in all_files() {
            let found = std::fs::read_to_string(repository.join(&place)).unwrap_or_default();
            assert!(
                found.replace("\r\n", "\n") == expected,
                "{place} is not what crates/desk/src/contract says; run `{REGENERATE}`"
            );
        }
    }

    #[test]
    fn every_command_stands_once_and_is_named_noun_first() {
        let mut seen = std::collections::BTreeSet::new();
        for command in super::super::COMMANDS {
            assert!(seen.insert(command.name), "{} stands twice in the list", command.name);
        }
    }
}
