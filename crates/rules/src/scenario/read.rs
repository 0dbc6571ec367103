//! Reads a scenario file: `{"edition","region","people","steps"}`, forgiving in spelling, exact in what it complains about.

use std::collections::BTreeMap;

use chrono::{DateTime, FixedOffset, NaiveTime};
use serde_json::Value;

use super::command::read_command;
use crate::application::reader::{self, Node, ReadError, ReadProblem, key, shown, text_of, type_problem};
use crate::calendar::Week;
use crate::case::{Actor, Command, Office};
use crate::check::EarlierVoucher;
use crate::law::EditionId;
use crate::region::Region;
use crate::role::{OfficeKind, Role};

/// Most steps a scenario may have.
const STEPS_MAX: usize = 10_000;

/// A scenario as read.
#[derive(Clone, Debug)]
pub struct Scenario {
    /// Edition to take for everything; by date when absent.
    pub edition: Option<EditionId>,
    /// Region of the offices.
    pub region: Region,
    /// Five- or six-day offices.
    pub week: Week,
    /// When offices close.
    pub office_closes: NaiveTime,
    /// Places of the region by year; without a year for every year.
    pub quota: Option<Quota>,
    /// Vouchers issued outside the scenario, by ИИН.
    pub earlier: Vec<(String, EarlierVoucher)>,
    /// Who acts.
    pub people: Vec<Person>,
    /// What happens, in order.
    pub steps: Vec<ScenarioStep>,
    /// Fields that were not understood.
    pub unread: Vec<String>,
}

/// Places under the distribution.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Quota {
    /// The same for every year.
    Yearly(i64),
    /// By year.
    ByYear(BTreeMap<i32, i64>),
}

/// A person of the scenario.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// The person in role and office.
    pub actor: Actor,
}

/// What is asked for at a step.
#[derive(Clone, Debug, PartialEq)]
pub enum Ordered {
    /// A command to one case.
    Command(Box<Command>),
    /// Time passes for all cases.
    Tick,
}

/// One step.
#[derive(Clone, Debug, PartialEq)]
pub struct ScenarioStep {
    /// When.
    pub at: DateTime<FixedOffset>,
    /// Who, by id; nobody for a tick.
    pub by: Option<String>,
    /// Which case.
    pub case: Option<String>,
    /// What.
    pub order: Ordered,
    /// What the author of the scenario expects, if he says so.
    pub expect: Option<Expectation>,
    /// Fields of the step that were not understood.
    pub unread: Vec<String>,
}

/// What should come of a step.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Expectation {
    /// Kinds of events, in order.
    pub events: Option<Vec<String>>,
    /// Code of the denial.
    pub denied: Option<String>,
}

impl Scenario {
    /// Reads a scenario. Applications must stand inside: whoever opened the file has put in those it points to.
    ///
    /// # Errors
    /// [`ReadError`] with the path of the first field that cannot be understood.
    pub fn parse(text: &str) -> Result<Scenario, ReadError> {
        Self::from_value(&reader::json(text)?)
    }

    /// Reads a scenario from parsed JSON.
    ///
    /// # Errors
    /// As [`Scenario::parse`].
    pub fn from_value(value: &Value) -> Result<Scenario, ReadError> {
        let node = Node::new("", value)?;
        let edition = match node.text(&["edition"])? {
            Some(text) if !text.is_empty() => Some(EditionId::parse(&text).map_err(|_| ReadError {
                path: "edition".to_owned(),
                problem: ReadProblem::Value { found: shown(&text), expected: "the name of an edition, as B" },
            })?),
            Some(_) | None => None,
        };
        let region = region(&node, &["region"])?
            .ok_or_else(|| missing("region", "\"region\": a two-digit КАТО code, as \"39\""))?;
        let week = match node.number(&["week", "office_week"])? {
            None | Some(5) => Week::Five,
            Some(6) => Week::Six,
            Some(other) => {
                return Err(ReadError {
                    path: "week".to_owned(),
                    problem: ReadProblem::Value { found: other.to_string(), expected: "5 or 6" },
                });
            }
        };
        let office_closes = closes(&node)?;
        let people = people(&node, region)?;
        let steps = steps(&node, &people)?;
        let _ = node.find(&["title", "name", "description", "comment", "about", "version", "expect"]);
        let scenario = Scenario {
            edition,
            region,
            week,
            office_closes,
            quota: quota(&node)?,
            earlier: earlier(&node)?,
            people,
            steps,
            unread: Vec::new(),
        };
        Ok(Scenario { unread: node.leftovers(), ..scenario })
    }
}

fn missing(path: &str, what: &'static str) -> ReadError {
    ReadError { path: path.to_owned(), problem: ReadProblem::Missing(what) }
}

pub(super) fn region(node: &Node<'_>, names: &[&str]) -> Result<Option<Region>, ReadError> {
    let Some((path, value)) = node.find(names) else { return Ok(None) };
    let text = text_of(path.clone(), value)?;
    match Region::of_kato(&text) {
        Some(region) => Ok(Some(region)),
        None => Err(ReadError {
            path,
            problem: ReadProblem::Value {
                found: shown(&text), expected: "a two-digit КАТО code, as \"39\""
            },
        }),
    }
}

/// The hour offices close when a scenario does not say: the usual end of an office day.
fn closes(node: &Node<'_>) -> Result<NaiveTime, ReadError> {
    let text = node.text(&["office_closes", "closes"])?.unwrap_or_else(|| "18:00".to_owned());
    NaiveTime::parse_from_str(&text, "%H:%M").map_err(|_| ReadError {
        path: "office_closes".to_owned(),
        problem: ReadProblem::Value { found: shown(&text), expected: "a time as 18:00" },
    })
}

fn quota(node: &Node<'_>) -> Result<Option<Quota>, ReadError> {
    let Some((path, value)) = node.find(&["quota", "places"]) else { return Ok(None) };
    let whole = |path: &str, value: &Value| {
        value.as_i64().filter(|places| *places >= 0).ok_or_else(|| ReadError {
            path: path.to_owned(),
            problem: type_problem(value, "a whole number of places"),
        })
    };
    match value {
        Value::Object(years) => {
            let mut by_year = BTreeMap::new();
            for (year, places) in years {
                let path = format!("{path}.{year}");
                let number: i32 = year.parse().map_err(|_| ReadError {
                    path: path.clone(),
                    problem: ReadProblem::Value { found: shown(year), expected: "a year" },
                })?;
                by_year.insert(number, whole(&path, places)?);
            }
            Ok(Some(Quota::ByYear(by_year)))
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) | Value::Array(_) => {
            Ok(Some(Quota::Yearly(whole(&path, value)?)))
        }
    }
}

fn earlier(node: &Node<'_>) -> Result<Vec<(String, EarlierVoucher)>, ReadError> {
    let mut list = Vec::new();
    for (path, value) in node.list(&["earlier", "earlier_vouchers"]).unwrap_or_default() {
        let one = Node::new(path.clone(), value)?;
        let iin = one.text(&["iin"])?.ok_or_else(|| missing(&one.at("iin"), "the ИИН"))?;
        let issued_on = one
            .date(&["issued_on", "issued"])?
            .ok_or_else(|| missing(&one.at("issued_on"), "the day of issue"))?;
        let last_day = one.date(&["last_day"])?.unwrap_or(issued_on);
        let number = one.text(&["number"])?.unwrap_or_default();
        let spent = one.flag(&["spent", "used", "annulled"])?.unwrap_or(false);
        list.push((iin, EarlierVoucher { number, issued_on, last_day, spent }));
    }
    Ok(list)
}

fn people(node: &Node<'_>, region: Region) -> Result<Vec<Person>, ReadError> {
    let mut drafts = Vec::new();
    for (path, value) in node.list(&["people", "persons", "users"]).unwrap_or_default() {
        let one = Node::new(path, value)?;
        let id = one.text(&["id", "name"])?.filter(|id| !id.is_empty());
        let id = id.ok_or_else(|| missing(&one.at("id"), "the id by which steps name the person"))?;
        let role = role(&one)?;
        let home = self::region(&one, &["region"])?.unwrap_or(region);
        let (office, kind) = match one.child_if_object(&["office"]) {
            Some(office) => (office.text(&["id", "name", "code"])?, office.text(&["kind", "type"])?),
            None => (one.text(&["office"])?, one.text(&["office_kind"])?),
        };
        drafts.push((id, role, home, office.filter(|text| !text.is_empty()), kind));
    }
    if drafts.is_empty() {
        return Err(missing("people", "\"people\": at least one {\"id\", \"role\", \"office\"}"));
    }
    let named = |wanted: OfficeKind| {
        let of = move |role: Role| natural(role) == Some(wanted);
        drafts.iter().filter(move |(_, role, ..)| of(*role)).filter_map(|(_, _, _, office, _)| office.clone())
    };
    let career: Vec<String> = named(OfficeKind::CareerCentre).collect();
    let mobility: Vec<String> = named(OfficeKind::MobilityCentre).collect();
    let actors = drafts.iter().map(|(id, role, home, office, kind)| {
        let kind = kind.as_deref().and_then(office_kind).or(natural(*role)).unwrap_or_else(|| match office {
            // A supervisor sits where the others of his office sit; without an office he heads the ЦТМ.
            Some(office) if career.contains(office) => OfficeKind::CareerCentre,
            Some(office) if mobility.contains(office) => OfficeKind::MobilityCentre,
            Some(office) => office_kind(office).unwrap_or(OfficeKind::CareerCentre),
            None => OfficeKind::MobilityCentre,
        });
        let office = office.clone().unwrap_or_else(|| format!("{}-{home}", kind.code()));
        Person {
            actor: Actor { id: id.clone(), role: *role, office: Office { id: office, kind, region: *home } },
        }
    });
    Ok(actors.collect())
}

/// The kind of office a role belongs to by itself.
fn natural(role: Role) -> Option<OfficeKind> {
    match role {
        Role::Specialist => Some(OfficeKind::CareerCentre),
        Role::MobilityOfficer | Role::Accountant => Some(OfficeKind::MobilityCentre),
        Role::Supervisor | Role::Administrator | Role::Auditor => None,
    }
}

/// A kind of office by what its name says.
fn office_kind(text: &str) -> Option<OfficeKind> {
    let text = key(text);
    let says = |words: &[&str]| words.iter().any(|word| text.contains(word));
    if says(&["mobility", "ctm", "цтм", "емо", "lmc"]) {
        Some(OfficeKind::MobilityCentre)
    } else if says(&["career", "кц", "kc", "kts", "мо_"]) {
        Some(OfficeKind::CareerCentre)
    } else {
        None
    }
}

fn role(node: &Node<'_>) -> Result<Role, ReadError> {
    let text =
        node.text(&["role"])?.ok_or_else(|| missing(&node.at("role"), "the role, as \"specialist\""))?;
    let word = key(&text);
    Role::find(&word)
        .or(match word.as_str() {
            "career_specialist"
            | "kc_specialist"
            | "specialist_kc"
            | "career_centre_specialist"
            | "специалист" => Some(Role::Specialist),
            "head" | "manager" | "chief" | "руководитель" | "head_of_office" => {
                Some(Role::Supervisor)
            }
            "officer"
            | "ctm_officer"
            | "ctm"
            | "mobility_centre_officer"
            | "mobility_specialist"
            | "ctm_specialist"
            | "mobility"
            | "mobility_center_officer" => Some(Role::MobilityOfficer),
            "accounting" | "бухгалтер" => Some(Role::Accountant),
            "admin" => Some(Role::Administrator),
            _ => None,
        })
        .ok_or_else(|| ReadError {
            path: node.at("role"),
            problem: ReadProblem::Value {
                found: shown(&text),
                expected: "specialist, supervisor, mobility_officer, accountant, administrator or auditor",
            },
        })
}

fn steps(node: &Node<'_>, people: &[Person]) -> Result<Vec<ScenarioStep>, ReadError> {
    let list = node
        .list(&["steps"])
        .ok_or_else(|| missing("steps", "\"steps\": a list of {\"at\", \"by\", \"case\", \"do\"}"))?;
    if list.len() > STEPS_MAX {
        return Err(ReadError { path: "steps".to_owned(), problem: ReadProblem::TooLarge(STEPS_MAX) });
    }
    list.into_iter().map(|(path, value)| step(&Node::new(path, value)?, people)).collect()
}

fn step(node: &Node<'_>, people: &[Person]) -> Result<ScenarioStep, ReadError> {
    let at = node
        .instant(&["at", "time"])?
        .ok_or_else(|| missing(&node.at("at"), "the instant, as 2025-10-14T10:00:00+05:00"))?;
    let by = node.text(&["by", "actor", "who"])?.filter(|by| !by.is_empty());
    if let Some(by) = &by
        && !people.iter().any(|person| person.actor.id == *by)
    {
        return Err(ReadError {
            path: node.at("by"),
            problem: ReadProblem::Value { found: shown(by), expected: "an id from \"people\"" },
        });
    }
    let case = node.text(&["case", "case_id"])?.filter(|case| !case.is_empty());
    let (path, value) =
        node.find(&["do", "command"]).ok_or_else(|| missing(&node.at("do"), "a command or \"tick\""))?;
    let mut unread = Vec::new();
    let order = order(&path, value, &mut unread)?;
    let ticks = order == Ordered::Tick;
    if by.is_none() && !ticks {
        return Err(missing(&node.at("by"), "\"by\": the id of the person who acts"));
    }
    let expect = node.child(&["expect"])?.map(|inner| expectation(&inner)).transpose()?;
    let _ = node.find(&["comment", "note", "title"]);
    unread.extend(node.leftovers());
    Ok(ScenarioStep { at, by, case, order, expect, unread })
}

/// `"tick"`, `"forward_to_mobility_centre"` or `{"command": {fields}}`.
fn order(path: &str, value: &Value, unread: &mut Vec<String>) -> Result<Ordered, ReadError> {
    let empty = Value::Object(serde_json::Map::new());
    let (name, fields) = match value {
        Value::String(name) => (name, &empty),
        Value::Object(map) => match (map.iter().next(), map.len()) {
            (Some((name, Value::Null)), 1) => (name, &empty),
            (Some((name, fields)), 1) => (name, fields),
            (_, _) => {
                return Err(ReadError {
                    path: path.to_owned(),
                    problem: type_problem(value, "one command, as {\"issue_voucher\": {…}}"),
                });
            }
        },
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::Array(_) => {
            return Err(ReadError {
                path: path.to_owned(),
                problem: type_problem(value, "a command or \"tick\""),
            });
        }
    };
    if key(name) == "tick" {
        return Ok(Ordered::Tick);
    }
    Ok(Ordered::Command(Box::new(read_command(path, name, fields, unread)?)))
}

fn expectation(node: &Node<'_>) -> Result<Expectation, ReadError> {
    let events = match node.list(&["events"]) {
        None => None,
        Some(list) => {
            Some(list.into_iter().map(|(path, value)| text_of(path, value)).collect::<Result<Vec<_>, _>>()?)
        }
    };
    Ok(Expectation { events, denied: node.text(&["denied", "denial"])? })
}
