//! Reads `assets/words/<language>/*.ftl` into messages with their variables; one language at a time.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement, Variant, VariantKey};
use fluent_syntax::parser;

/// The languages of the product, Kazakh first.
pub(crate) const LANGUAGES: [&str; 3] = ["kk", "ru", "en"];

/// What a variable stands for, told by how the text uses it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    Text,
    Number,
    Date,
    Money,
    Share,
}

impl Kind {
    /// The kind that a Fluent function gives to its argument.
    fn of_function(name: &str) -> Option<Self> {
        match name {
            "NUMBER" => Some(Self::Number),
            "DATE" | "LONGDATE" | "FULLDATE" => Some(Self::Date),
            "MONEY" => Some(Self::Money),
            "SHARE" => Some(Self::Share),
            _ => None,
        }
    }

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Number => "a number",
            Self::Date => "a date",
            Self::Money => "a sum",
            Self::Share => "a share",
        }
    }
}

/// One message of one language.
#[derive(Debug, Default)]
pub(crate) struct Message {
    /// File and line, to point at.
    pub(crate) place: String,
    /// File name without its ending.
    pub(crate) noun: String,
    pub(crate) variables: BTreeMap<String, Kind>,
    /// Other messages this one quotes.
    pub(crate) quotes: BTreeSet<String>,
    /// Terms this one uses.
    pub(crate) terms: BTreeSet<String>,
    /// Plural selectors: the categories each one covers.
    pub(crate) plurals: Vec<BTreeSet<String>>,
}

/// One language: its messages by name, its terms, and the text of all its files together.
#[derive(Debug)]
pub(crate) struct Language {
    pub(crate) code: &'static str,
    pub(crate) messages: BTreeMap<String, Message>,
    pub(crate) terms: BTreeMap<String, Message>,
    pub(crate) text: String,
}

/// Reads the three languages; every complaint of every file at once.
pub(crate) fn languages(root: &Path) -> Result<Vec<Language>, Vec<String>> {
    let mut complaints = Vec::new();
    let languages = LANGUAGES.map(|code| language(root, code, &mut complaints));
    if complaints.is_empty() { Ok(languages.into()) } else { Err(complaints) }
}

fn language(root: &Path, code: &'static str, complaints: &mut Vec<String>) -> Language {
    let mut language =
        Language { code, messages: BTreeMap::new(), terms: BTreeMap::new(), text: String::new() };
    let folder = root.join(code);
    let mut files: Vec<_> = match fs::read_dir(&folder) {
        Ok(entries) => entries.filter_map(Result::ok).map(|entry| entry.path()).collect(),
        Err(error) => {
            complaints.push(format!("assets/words/{code} cannot be read: {error}"));
            return language;
        }
    };
    files.retain(|path| path.extension().is_some_and(|ending| ending == "ftl"));
    files.sort();
    for path in files {
        let noun = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
        let shown = format!("assets/words/{code}/{noun}.ftl");
        match fs::read_to_string(&path) {
            Ok(text) => {
                let text = text.replace('\r', "");
                file(&mut language, &shown, &noun, &text, complaints);
                language.text.push_str(&text);
                language.text.push_str("\n\n");
            }
            Err(error) => complaints.push(format!("{shown} cannot be read as UTF-8 text: {error}")),
        }
    }
    language
}

fn file(language: &mut Language, shown: &str, noun: &str, text: &str, complaints: &mut Vec<String>) {
    let resource = match parser::parse(text) {
        Ok(resource) => resource,
        Err((_, errors)) => {
            for error in errors {
                let line = line_of(text, error.pos.start);
                complaints.push(format!("{shown}:{line}: this is not Fluent: {}", error.kind));
            }
            return;
        }
    };
    for entry in &resource.body {
        let (name, value, has_attributes, is_term) = match entry {
            Entry::Message(message) => {
                (message.id.name, message.value.as_ref(), !message.attributes.is_empty(), false)
            }
            Entry::Term(term) => (term.id.name, Some(&term.value), !term.attributes.is_empty(), true),
            Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) => continue,
            Entry::Junk { content } => {
                complaints.push(format!("{shown}: this is not Fluent: {}", content.trim()));
                continue;
            }
        };
        let place = format!("{shown}:{}", line_of_name(text, name, is_term));
        if has_attributes {
            complaints.push(format!("{place}: {name} has an attribute; give that text a message of its own"));
        }
        let Some(value) = value else {
            complaints.push(format!("{place}: {name} is empty"));
            continue;
        };
        let mut message = Message { place: place.clone(), noun: noun.to_owned(), ..Message::default() };
        let mut walk = Walk { message: &mut message, complaints, name };
        walk.pattern(value);
        if !is_term {
            good_name(name, noun, &place, complaints);
        }
        let shelf = if is_term { &mut language.terms } else { &mut language.messages };
        if let Some(earlier) = shelf.insert(name.to_owned(), message) {
            complaints.push(format!("{place}: {name} is already said at {}", earlier.place));
        }
    }
}

fn good_name(name: &str, noun: &str, place: &str, complaints: &mut Vec<String>) {
    let kebab = name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
        && !name.ends_with('-')
        && !name.contains("--");
    if !kebab {
        complaints.push(format!("{place}: {name} must be lower-case words joined by single hyphens"));
    }
    let rest = name.strip_prefix(noun).and_then(|rest| rest.strip_prefix('-'));
    if rest.is_none_or(str::is_empty) {
        complaints.push(format!("{place}: {name} must begin with the name of its file: {noun}-…"));
    }
}

/// Collects what a pattern uses.
struct Walk<'a> {
    message: &'a mut Message,
    complaints: &'a mut Vec<String>,
    name: &'a str,
}

impl Walk<'_> {
    fn pattern(&mut self, pattern: &Pattern<&str>) {
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { .. } => {}
                PatternElement::Placeable { expression } => self.expression(expression),
            }
        }
    }

    fn expression(&mut self, expression: &Expression<&str>) {
        match expression {
            Expression::Inline(inline) => self.inline(inline),
            Expression::Select { selector, variants } => {
                self.selector(selector, variants);
                for variant in variants {
                    self.pattern(&variant.value);
                }
            }
        }
    }

    fn selector(&mut self, selector: &InlineExpression<&str>, variants: &[Variant<&str>]) {
        let InlineExpression::VariableReference { id } = selector else {
            return self.inline(selector);
        };
        const CATEGORIES: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];
        let plural = variants.iter().all(|variant| match &variant.key {
            VariantKey::Identifier { name } => CATEGORIES.contains(name),
            VariantKey::NumberLiteral { .. } => true,
        });
        self.variable(id.name, if plural { Kind::Number } else { Kind::Text });
        if plural {
            let named = variants.iter().filter_map(|variant| match &variant.key {
                VariantKey::Identifier { name } => Some((*name).to_owned()),
                VariantKey::NumberLiteral { .. } => None,
            });
            self.message.plurals.push(named.collect());
        }
    }

    fn inline(&mut self, inline: &InlineExpression<&str>) {
        match inline {
            InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. } => {}
            InlineExpression::VariableReference { id } => self.variable(id.name, Kind::Text),
            InlineExpression::MessageReference { id, .. } => {
                self.message.quotes.insert(id.name.to_owned());
            }
            InlineExpression::TermReference { id, .. } => {
                self.message.terms.insert(id.name.to_owned());
            }
            InlineExpression::Placeable { expression } => self.expression(expression),
            InlineExpression::FunctionReference { id, arguments } => {
                let Some(kind) = Kind::of_function(id.name) else {
                    let sentence = format!(
                        "{}: {} calls {}(), which nobody knows; there are NUMBER, DATE, LONGDATE, FULLDATE, MONEY, SHARE",
                        self.message.place, self.name, id.name
                    );
                    return self.complaints.push(sentence);
                };
                match arguments.positional.as_slice() {
                    [InlineExpression::VariableReference { id }] if arguments.named.is_empty() => {
                        self.variable(id.name, kind);
                    }
                    _ => self.complaints.push(format!(
                        "{}: {} must give {}() exactly one $variable",
                        self.message.place, self.name, id.name
                    )),
                }
            }
        }
    }

    /// A plain `{ $x }` says nothing about the kind; any other use decides it, and two uses must agree.
    fn variable(&mut self, variable: &str, kind: Kind) {
        let known = self.message.variables.get(variable).copied().unwrap_or(Kind::Text);
        match merged(known, kind) {
            Some(kind) => {
                self.message.variables.insert(variable.to_owned(), kind);
            }
            None => self.complaints.push(format!(
                "{}: {} uses ${variable} both as {} and as {}",
                self.message.place,
                self.name,
                known.name(),
                kind.name()
            )),
        }
    }
}

/// The kind two uses agree on, if they do.
pub(crate) fn merged(one: Kind, other: Kind) -> Option<Kind> {
    match (one, other) {
        (Kind::Text, kind) | (kind, Kind::Text) => Some(kind),
        (one, other) if one == other => Some(one),
        _ => None,
    }
}

fn line_of(text: &str, position: usize) -> usize {
    text.bytes().take(position).filter(|byte| *byte == b'\n').count() + 1
}

fn line_of_name(text: &str, name: &str, is_term: bool) -> usize {
    let name = if is_term { format!("-{name}") } else { name.to_owned() };
    let starts = |line: &str| line.strip_prefix(&name).is_some_and(|rest| rest.trim_start().starts_with('='));
    text.lines().position(starts).map_or(1, |index| index + 1)
}
