//! A register as a table of typed cells: the same rows go to Excel, to the printed register and to the screen.

use chrono::NaiveDate;
use rules::money::Money;
use words::{Lang, msg};

/// Which register of the office.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Journal of applications (par. 3, 8). қаз. «өтініштер журналы», рус. «журнал заявлений».
    Applications,
    /// Refusals of par. 8 and 9. қаз. «бас тартулар тізілімі», рус. «реестр отказов».
    Refusals,
    /// Vouchers issued (par. 10–13). қаз. «ваучерлер тізілімі», рус. «реестр ваучеров».
    Vouchers,
    /// Payments of par. 17. қаз. «төлемдер тізілімі», рус. «реестр выплат».
    Payments,
}

impl Kind {
    pub const ALL: [Kind; 4] = [Kind::Applications, Kind::Refusals, Kind::Vouchers, Kind::Payments];

    /// Stable name, used in the names of files.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Kind::Applications => "applications",
            Kind::Refusals => "refusals",
            Kind::Vouchers => "vouchers",
            Kind::Payments => "payments",
        }
    }

    /// Title in the reader's language.
    #[must_use]
    pub fn title(self, lang: Lang) -> String {
        match self {
            Kind::Applications => msg::register_applications(lang),
            Kind::Refusals => msg::register_refusals(lang),
            Kind::Vouchers => msg::register_vouchers(lang),
            Kind::Payments => msg::register_payments(lang),
        }
    }
}

/// What a column holds; decides the format and the alignment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holds {
    /// Anything written.
    Text,
    /// Digits that are no number: ИИН, БИН, with their leading zeros.
    Digits,
    /// A civil date.
    Date,
    /// A count.
    Number,
    /// Tenge with tiyn; such a column is added up.
    Money,
}

/// A column: its heading, what it holds, and how many characters wide it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    pub heading: String,
    pub holds: Holds,
    pub width: u16,
}

/// One cell. Nothing known is an empty cell, never a dash or a zero.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    Empty,
    Text(String),
    Date(NaiveDate),
    Number(i64),
    Money(Money),
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        if text.is_empty() { Cell::Empty } else { Cell::Text(text.to_owned()) }
    }
}
impl From<String> for Cell {
    fn from(text: String) -> Self {
        if text.is_empty() { Cell::Empty } else { Cell::Text(text) }
    }
}
impl From<NaiveDate> for Cell {
    fn from(date: NaiveDate) -> Self {
        Cell::Date(date)
    }
}
impl From<Money> for Cell {
    fn from(sum: Money) -> Self {
        Cell::Money(sum)
    }
}
impl From<u32> for Cell {
    fn from(number: u32) -> Self {
        Cell::Number(i64::from(number))
    }
}
impl<T: Into<Cell>> From<Option<T>> for Cell {
    fn from(cell: Option<T>) -> Self {
        cell.map_or(Cell::Empty, Into::into)
    }
}

/// A line of the second sheet: under what conditions the register was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parameter {
    pub label: String,
    pub value: Cell,
}

/// A register ready to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Register {
    pub kind: Kind,
    pub lang: Lang,
    pub columns: Vec<Column>,
    /// Every row has one cell a column.
    pub rows: Vec<Vec<Cell>>,
    pub parameters: Vec<Parameter>,
}

impl Register {
    /// The sum of a column of money; `None` for another column and for a sum no register can hold.
    #[must_use]
    pub fn total(&self, column: usize) -> Option<Money> {
        if self.columns.get(column)?.holds != Holds::Money {
            return None;
        }
        let sums = self.rows.iter().filter_map(|row| match row.get(column) {
            Some(Cell::Money(sum)) => Some(*sum),
            Some(Cell::Empty | Cell::Text(_) | Cell::Date(_) | Cell::Number(_)) | None => None,
        });
        Money::total(sums)
    }
}
