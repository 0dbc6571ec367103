//! What every command takes, read from the contract itself, so that a new command or field is tried without
//! anybody remembering it: arguments that fit, and the places in them where something else may be put.

use desk::contract::export;
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

/// What an argument may be.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Shape {
    Text,
    Number,
    Flag,
    Null,
    /// One word of a closed list.
    Word(String),
    List(Box<Shape>),
    Record(Vec<(String, Shape)>),
    OneOf(Vec<Shape>),
}

/// What a text means; the program reads each kind in its own way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Meaning {
    /// A case, a person, a command, a copy, a print: something that belongs to somebody.
    Id,
    Day,
    /// A folder or a file the person chose.
    Path,
    Password,
    Free,
}

/// Every name a text of the arguments has. A new one must be put into its place here.
const MEANINGS: &[(Meaning, &[&str])] = &[
    (Meaning::Id, &["case", "command", "document", "id", "only"]),
    (
        Meaning::Day,
        &[
            "admitted_on",
            "answered_on",
            "bank_on",
            "drawn_on",
            "exam_on",
            "from",
            "on",
            "received_on",
            "signed_on",
            "to",
        ],
    ),
    (Meaning::Path, &["folder", "path"]),
    (Meaning::Password, &["new", "old", "passphrase", "password"]),
    (
        Meaning::Free,
        &[
            "address_kk",
            "address_ru",
            "answer",
            "becomes",
            "bin",
            "centre",
            "channel",
            "check",
            "code",
            "comment",
            "cost",
            "email",
            "field",
            "filter",
            "iban",
            "kk",
            "login",
            "mobility_centre_kk",
            "mobility_centre_ru",
            "name",
            "name_kk",
            "name_ru",
            "note",
            "number",
            "order",
            "own",
            "payload",
            "phone",
            "position_kk",
            "position_ru",
            "price",
            "printer",
            "reason",
            "reasons",
            "region",
            "remarks",
            "ru",
            "source",
            "stages",
            "text",
            "venue",
            "was",
        ],
    ),
];

/// The meaning of a text by the name of its field.
pub(crate) fn meaning(name: &str) -> Meaning {
    let found = MEANINGS.iter().find(|(_, names)| names.contains(&name)).map(|(meaning, _)| *meaning);
    found.unwrap_or_else(|| panic!("`{name}` is a new text of the contract: say in MEANINGS what it means"))
}

/// What each command takes.
pub(crate) fn commands() -> Vec<(String, Shape)> {
    let files: BTreeMap<&str, String> = export::files().into_iter().collect();
    let types = without_comments(&files["types.ts"]);
    let mut shapes = BTreeMap::new();
    for line in types.split("export type ").skip(1) {
        let (name, text) = line.split_once(" = ").expect("a name and what it is");
        shapes.insert(name.trim().to_owned(), text.to_owned());
    }
    let commands = without_comments(&files["commands.ts"]);
    let lines = commands.lines().filter_map(|line| line.trim().split_once(": { args: T."));
    let all = lines.map(|(name, rest)| {
        let args = rest.split(';').next().expect("the arguments end");
        (name.to_owned(), Reader { rest: args, shapes: &shapes }.union())
    });
    let all: Vec<_> = all.collect();
    assert_eq!(all.len(), desk::contract::COMMANDS.len(), "every command of the list was read");
    all
}

fn without_comments(text: &str) -> String {
    let mut kept = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("/**") {
        kept.push_str(before);
        rest = after.split_once("*/").expect("a comment ends").1;
    }
    kept + rest
}

/// Reads the few forms the exporter writes.
struct Reader<'a> {
    rest: &'a str,
    shapes: &'a BTreeMap<String, String>,
}

impl Reader<'_> {
    fn take(&mut self, sign: &str) -> bool {
        let rest = self.rest.trim_start();
        let found = rest.strip_prefix(sign);
        self.rest = found.unwrap_or(rest);
        found.is_some()
    }

    fn word(&mut self) -> String {
        self.rest = self.rest.trim_start();
        let end = self.rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(self.rest.len());
        let (word, rest) = self.rest.split_at(end);
        self.rest = rest;
        word.to_owned()
    }

    fn union(&mut self) -> Shape {
        let mut all = vec![self.one()];
        while self.take("|") {
            all.push(self.one());
        }
        if all.len() == 1 { all.remove(0) } else { Shape::OneOf(all) }
    }

    fn one(&mut self) -> Shape {
        if self.take("{") {
            let mut fields = Vec::new();
            while !self.take("}") {
                let quoted = self.take("\"");
                let name = self.word();
                assert!(!quoted || self.take("\""), "a quoted name ends");
                assert!(self.take(":"), "a field has a type: {}", self.rest);
                fields.push((name, self.union()));
                self.take(",");
            }
            return Shape::Record(fields);
        }
        if self.take("\"") {
            let word = self.word();
            assert!(self.take("\""), "a word of a list ends: {}", self.rest);
            return Shape::Word(word);
        }
        match self.word().as_str() {
            "string" => Shape::Text,
            "number" => Shape::Number,
            "boolean" => Shape::Flag,
            "null" => Shape::Null,
            "Array" => {
                assert!(self.take("<"), "a list is of something");
                let inner = self.union();
                assert!(self.take(">"), "and ends");
                Shape::List(Box::new(inner))
            }
            // The exporter's word for a record without fields; an open map is no argument.
            "Record" => {
                assert!(self.take("<symbol, never>"), "no argument is an open map: {}", self.rest);
                Shape::Record(Vec::new())
            }
            name => {
                let text = self.shapes.get(name).unwrap_or_else(|| panic!("`{name}` is a shape"));
                Reader { rest: text, shapes: self.shapes }.union()
            }
        }
    }
}

impl Shape {
    /// Whether a value of this kind may stand here at all.
    pub(crate) fn takes(&self, value: &Value) -> bool {
        match (self, value) {
            (Shape::OneOf(all), value) => all.iter().any(|one| one.takes(value)),
            (Shape::Word(word), Value::String(text)) => word == text,
            (Shape::Text, Value::String(_))
            | (Shape::Number, Value::Number(_))
            | (Shape::Flag, Value::Bool(_))
            | (Shape::Null, Value::Null)
            | (Shape::List(_), Value::Array(_))
            | (Shape::Record(_), Value::Object(_)) => true,
            _ => false,
        }
    }

    /// Arguments that fit: one for each way a record may be, every list with one thing in it, nothing left out.
    pub(crate) fn samples(&self, name: &str) -> Vec<Value> {
        match self {
            Shape::Text => vec![json!(match meaning(name) {
                Meaning::Id => "0195a3f1-7c00-7000-8000-00000000abcd",
                Meaning::Day => "2025-03-11",
                Meaning::Path => "/nowhere/at/all",
                Meaning::Password => "тоғыз ақ тиін жүгірді",
                Meaning::Free => match name {
                    "region" | "venue" => "39",
                    "price" | "cost" => "1.00",
                    _ => "x",
                },
            })],
            Shape::Number => vec![json!(1)],
            Shape::Flag => vec![json!(true)],
            Shape::Null => vec![Value::Null],
            Shape::Word(word) => vec![json!(word)],
            Shape::List(inner) => inner.samples(name).into_iter().map(|one| json!([one])).collect(),
            Shape::Record(fields) => {
                let mut all = vec![Map::new()];
                for (field, shape) in fields {
                    let values = shape.samples(field);
                    let with = |record: &Map<String, Value>, value: &Value| {
                        let mut record = record.clone();
                        record.insert(field.clone(), value.clone());
                        record
                    };
                    all = all.iter().flat_map(|one| values.iter().map(|value| with(one, value))).collect();
                }
                all.into_iter().map(Value::Object).collect()
            }
            Shape::OneOf(all) => {
                let records = all.iter().filter(|one| matches!(one, Shape::Record(_)));
                let records: Vec<Value> = records.flat_map(|one| one.samples(name)).collect();
                if !records.is_empty() {
                    return records;
                }
                all.iter().find(|one| **one != Shape::Null).map(|one| one.samples(name)).unwrap_or_default()
            }
        }
    }
}

/// A place in arguments: how it is reached, what its field is called, and what may stand there.
#[derive(Clone, Debug)]
pub(crate) struct Spot {
    pub(crate) pointer: String,
    pub(crate) name: String,
    pub(crate) shape: Shape,
}

/// Every place of arguments that fit, the whole first.
pub(crate) fn spots(value: &Value, shape: &Shape) -> Vec<Spot> {
    let mut all = Vec::new();
    walk(value, shape, "", "", &mut all);
    all
}

fn walk(value: &Value, shape: &Shape, pointer: &str, name: &str, all: &mut Vec<Spot>) {
    all.push(Spot { pointer: pointer.to_owned(), name: name.to_owned(), shape: shape.clone() });
    let inner = match shape {
        // The one of several that this value is: records are told apart by their first word.
        Shape::OneOf(several) => several.iter().find(|one| is(one, value)).unwrap_or(shape),
        other => other,
    };
    match (inner, value) {
        (Shape::Record(fields), Value::Object(record)) => {
            for (field, shape) in fields {
                if let Some(value) = record.get(field) {
                    walk(value, shape, &format!("{pointer}/{field}"), field, all);
                }
            }
        }
        (Shape::List(inner), Value::Array(list)) => {
            for (place, value) in list.iter().enumerate() {
                walk(value, inner, &format!("{pointer}/{place}"), name, all);
            }
        }
        _ => {}
    }
}

fn is(shape: &Shape, value: &Value) -> bool {
    match (shape, value) {
        (Shape::Record(fields), Value::Object(record)) => {
            fields.len() == record.len()
                && fields.iter().all(|(name, shape)| {
                    record.get(name).is_some_and(|value| match shape {
                        Shape::Word(_) => shape.takes(value),
                        _ => true,
                    })
                })
        }
        _ => shape.takes(value),
    }
}

/// The same arguments with something else at one place.
pub(crate) fn with(args: &Value, pointer: &str, value: Value) -> Value {
    let mut args = args.clone();
    *args.pointer_mut(pointer).expect("the place is there") = value;
    args
}
