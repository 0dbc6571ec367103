//! A register for paper: the same rows as in Excel, as the printed form takes them.

use super::sheet::{Cell, Holds, Kind, Register};
use chrono::NaiveDate;
use papers::Tongue;
use papers::form::register::{Column, Parameter, RegisterKind, Stand};
use papers::form::{Body, Both, Marks};
use rules::money::Money;
use words::{Lang, format};

/// The printed register. `kk` and `ru` are one register in two languages; `language` is whose rows stand in it.
#[must_use]
pub fn printed(
    kk: &Register,
    ru: &Register,
    language: Tongue,
    body: Body,
    day: NaiveDate,
) -> papers::form::Register {
    let own = match language {
        Tongue::Kk => kk,
        Tongue::Ru => ru,
    };
    // The form numbers the rows itself.
    let columns = own.columns.iter().enumerate().skip(1).map(|(place, column)| Column {
        heading: both(heading(kk, place), heading(ru, place)),
        width: column.width,
        align: match column.holds {
            Holds::Text => Stand::Left,
            Holds::Digits | Holds::Date | Holds::Number => Stand::Center,
            Holds::Money => Stand::Right,
        },
    });
    let rows = own.rows.iter().map(|row| row.iter().skip(1).map(text).collect()).collect();
    let parameters = kk.parameters.iter().zip(&ru.parameters).map(|(kk, ru)| Parameter {
        label: both(&kk.label, &ru.label),
        value: both(&text(&kk.value), &text(&ru.value)),
    });
    papers::form::Register {
        register: match own.kind {
            Kind::Applications => RegisterKind::Applications,
            Kind::Refusals => RegisterKind::Refusals,
            Kind::Vouchers => RegisterKind::Vouchers,
            Kind::Payments => RegisterKind::Payments,
        },
        title: Some(both(&kk.kind.title(Lang::Kk), &ru.kind.title(Lang::Ru))),
        body,
        date: day,
        from: None,
        to: None,
        parameters: parameters.collect(),
        columns: columns.collect(),
        rows,
        total: total(own),
        signer: None,
        language,
        marks: Marks::default(),
    }
}

fn both(kk: &str, ru: &str) -> Both {
    Both { kk: kk.to_owned(), ru: ru.to_owned() }
}

fn heading(register: &Register, place: usize) -> &str {
    register.columns.get(place).map_or("", |column| &column.heading)
}

fn text(cell: &Cell) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) => text.clone(),
        Cell::Date(date) => format::date(*date),
        Cell::Number(number) => format::number(*number),
        Cell::Money(sum) => amount(*sum),
    }
}

/// Without the sign of tenge, which stands in the heading.
fn amount(sum: Money) -> String {
    format::money(sum.tiyn()).trim_end_matches('₸').trim_end().to_owned()
}

fn total(register: &Register) -> Option<Vec<String>> {
    let sums: Vec<Option<Money>> = (1..register.columns.len()).map(|place| register.total(place)).collect();
    if register.rows.is_empty() || sums.iter().all(Option::is_none) {
        return None;
    }
    let mut texts: Vec<String> = sums.into_iter().map(|sum| sum.map_or_else(String::new, amount)).collect();
    if let Some(first) = texts.first_mut() {
        *first = words::msg::register_total(register.lang);
    }
    Some(texts)
}
