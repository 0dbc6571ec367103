//! The act of services (Appendix 2, F2-01…F2-19) with its list of persons, as it came from the ЦП: facts kept as written, judged by `lines`.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::application::reader::{self, Node, ReadError, ReadProblem};
use crate::money::Money;

/// Most lines and most persons an act may have.
const ROWS_MAX: usize = 10_000;

/// An act of services. көрсетілген қызметтер актісі / акт оказанных услуг.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActPaper {
    /// F2-04.
    pub number: Option<String>,
    /// F2-05.
    pub drawn_on: Option<NaiveDate>,
    /// Day of receipt: day zero of par. 17.
    pub received_on: Option<NaiveDate>,
    /// F2-01, F2-03: the ЦТМ.
    pub customer: Party,
    /// F2-02, F2-03: the ЦП.
    pub contractor: Party,
    /// F2-07…F2-13.
    pub lines: Vec<ActLine>,
    /// F2-14.
    pub total: Option<Money>,
    /// F2-15: the list of persons.
    pub persons: Vec<ActPerson>,
    /// F2-15: pages of the list.
    pub pages: Option<u64>,
    /// F2-16: the signature of the ЦП is valid.
    pub signed: Option<bool>,
    /// Fields that were not understood.
    pub unread: Vec<String>,
}

/// One side of the act.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Party {
    /// Full name.
    pub name: Option<String>,
    /// ИИН or БИН, raw.
    pub bin: Option<String>,
    /// Address and means of communication.
    pub address: Option<String>,
}

/// One line of the table.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActLine {
    /// Column 1.
    pub number: Option<u64>,
    /// Column 2.
    pub service: Option<String>,
    /// Column 3.
    pub on: Option<NaiveDate>,
    /// Column 4.
    pub unit: Option<String>,
    /// Column 5.
    pub quantity: Option<u64>,
    /// Column 6.
    pub price: Option<Money>,
    /// Column 7.
    pub cost: Option<Money>,
}

/// One person of the list; its columns are our own.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActPerson {
    /// Number of the line of the table it belongs to; the only line when absent.
    pub line: Option<u64>,
    /// Name in one line.
    pub name: Option<String>,
    /// ИИН, raw.
    pub iin: Option<String>,
    /// Number of the voucher.
    pub voucher: Option<String>,
    /// Number of the protocol.
    pub protocol: Option<String>,
    /// Day of the protocol.
    pub protocol_on: Option<NaiveDate>,
    /// Region of the exam, raw.
    pub venue: Option<String>,
    /// Sum the ЦП asks from the ЦТМ, if it says so.
    pub reimbursed: Option<Money>,
}

impl ActPaper {
    /// Reads an `act.json`.
    ///
    /// # Errors
    /// [`ReadError`] with the path of the first field that cannot be understood; what is absent or wrong in
    /// substance is a remark, not an error.
    pub fn parse(text: &str) -> Result<ActPaper, ReadError> {
        Self::from_value(&reader::json(text)?)
    }

    /// Reads an act from parsed JSON.
    ///
    /// # Errors
    /// As [`ActPaper::parse`].
    pub fn from_value(value: &Value) -> Result<ActPaper, ReadError> {
        let node = Node::new("", value)?;
        let mut unread = Vec::new();
        let _ = node.find(&["version", "format"]);
        let act = ActPaper {
            number: node.text(&["number", "act_number", "f2_04"])?,
            drawn_on: node.date(&["drawn_on", "date", "f2_05"])?,
            received_on: node.date(&["received_on", "received"])?,
            customer: party(&node, &["customer", "mobility_centre", "f2_01"], &mut unread)?,
            contractor: party(&node, &["contractor", "recognition_centre", "f2_02"], &mut unread)?,
            lines: rows(&node, &["lines", "rows", "services"], &mut unread, line)?,
            total: node.money(&["total", "sum", "f2_14"])?,
            persons: rows(&node, &["persons", "people", "annex", "f2_15"], &mut unread, person)?,
            pages: node.number(&["pages", "annex_pages"])?,
            signed: match node.child_if_object(&["signature", "signed"]) {
                Some(inner) => inner.flag(&["valid"])?,
                None => node.flag(&["signed", "signature"])?,
            },
            unread: Vec::new(),
        };
        unread.extend(node.leftovers());
        if act == ActPaper::default() {
            return Err(ReadError {
                path: "$".to_owned(),
                problem: ReadProblem::SomethingElse("an act (act.json)"),
            });
        }
        Ok(ActPaper { unread, ..act })
    }
}

fn party(node: &Node<'_>, names: &[&str], unread: &mut Vec<String>) -> Result<Party, ReadError> {
    let Some(inner) = node.child_if_object(names) else {
        return Ok(Party { name: node.text(names)?, ..Party::default() });
    };
    let read = Party {
        name: inner.text(&["name", "full_name"])?,
        bin: inner.text(&["bin", "iin", "number"])?,
        address: inner.text(&["address", "contacts"])?,
    };
    unread.extend(inner.leftovers());
    Ok(read)
}

fn rows<T>(
    node: &Node<'_>,
    names: &[&str],
    unread: &mut Vec<String>,
    read: fn(&Node<'_>) -> Result<T, ReadError>,
) -> Result<Vec<T>, ReadError> {
    let list = node.list(names).unwrap_or_default();
    if list.len() > ROWS_MAX {
        let path = node.at(names.first().copied().unwrap_or_default());
        return Err(ReadError { path, problem: ReadProblem::TooLarge(ROWS_MAX) });
    }
    let mut out = Vec::with_capacity(list.len());
    for (path, value) in list {
        let inner = Node::new(path, value)?;
        out.push(read(&inner)?);
        unread.extend(inner.leftovers());
    }
    Ok(out)
}

fn line(node: &Node<'_>) -> Result<ActLine, ReadError> {
    Ok(ActLine {
        number: node.number(&["number", "no", "line"])?,
        service: node.text(&["service", "name", "title"])?,
        on: node.date(&["on", "date", "service_date"])?,
        unit: node.text(&["unit"])?,
        quantity: node.number(&["quantity", "count"])?,
        price: node.money(&["price", "unit_price"])?,
        cost: node.money(&["cost", "sum"])?,
    })
}

fn person(node: &Node<'_>) -> Result<ActPerson, ReadError> {
    Ok(ActPerson {
        line: node.number(&["line", "line_number"])?,
        name: node.text(&["name", "full_name"])?,
        iin: node.text(&["iin"])?,
        voucher: node.text(&["voucher", "voucher_number"])?,
        protocol: node.text(&["protocol", "protocol_number"])?,
        protocol_on: node.date(&["protocol_on", "protocol_date", "protocol_signed_on"])?,
        venue: node.text(&["venue", "venue_region"])?,
        reimbursed: node.money(&["reimbursed", "reimbursement"])?,
    })
}
