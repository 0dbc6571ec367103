//! A register as an Excel workbook: real dates and numbers, a head that stays, a filter, and a second sheet that says
//! under what conditions it was made.

use super::sheet::{Cell, Holds, Register};
use chrono::{DateTime, Datelike, Timelike, Utc};
use rules::money::Money;
use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Formula, Workbook, Worksheet,
    XlsxError,
};
use words::msg;

/// Excel takes no more rows than this on a sheet, the head among them.
const SHEET_ROWS_MAX: usize = 1_048_576;
/// Excel takes no more characters than this in a cell.
const CELL_CHARACTERS_MAX: usize = 32_767;
const FIRST_ROW: u32 = 1;
const DATE: &str = "dd.mm.yyyy";
const MONEY: &str = "#,##0.00";

/// Why a register is no workbook.
#[derive(Debug, thiserror::Error)]
pub enum WorkbookFailure {
    #[error("{rows} rows do not fit into one sheet of Excel")]
    TooManyRows { rows: usize },
    #[error("row {row} of column {column} is longer than a cell of Excel")]
    TooLong { row: usize, column: usize },
    #[error("could not make the workbook")]
    Make(#[from] XlsxError),
}

impl WorkbookFailure {
    /// Key of the words that tell a person, `register-<code>`.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            WorkbookFailure::TooManyRows { .. } => "too-many-rows",
            WorkbookFailure::TooLong { .. } => "cell-too-long",
            WorkbookFailure::Make(_) => "workbook-failed",
        }
    }
}

/// The workbook as bytes; `made` is the instant it says it was made, so the same register is the same file.
///
/// # Errors
/// See [`WorkbookFailure`].
pub fn workbook(register: &Register, made: DateTime<Utc>) -> Result<Vec<u8>, WorkbookFailure> {
    if register.rows.len() + 2 > SHEET_ROWS_MAX {
        return Err(WorkbookFailure::TooManyRows { rows: register.rows.len() });
    }
    let mut book = Workbook::new();
    let title = register.kind.title(register.lang);
    let properties = DocProperties::new().set_title(&title).set_creation_datetime(&instant(made)?);
    book.set_properties(&properties);
    rows(book.add_worksheet(), register, &title)?;
    parameters(book.add_worksheet(), register)?;
    Ok(book.save_to_buffer()?)
}

fn rows(sheet: &mut Worksheet, register: &Register, title: &str) -> Result<(), WorkbookFailure> {
    sheet.set_name(sheet_name(title))?;
    let head = Format::new()
        .set_bold()
        .set_text_wrap()
        .set_align(FormatAlign::Center)
        .set_align(FormatAlign::VerticalCenter)
        .set_background_color(Color::RGB(0x00E8_ECEF))
        .set_border(FormatBorder::Thin);
    let formats: Vec<Format> = register.columns.iter().map(|column| format(column.holds)).collect();
    for (place, column) in register.columns.iter().enumerate() {
        let at = index(place);
        sheet.write_string_with_format(0, at, &column.heading, &head)?;
        sheet.set_column_width(at, f64::from(column.width))?;
    }
    sheet.set_row_height(0, 32)?;
    for (place, row) in register.rows.iter().enumerate() {
        let at = FIRST_ROW + u32::try_from(place).unwrap_or(u32::MAX);
        for (column, (cell, format)) in row.iter().zip(&formats).enumerate() {
            write(sheet, (at, index(column)), cell, format).map_err(|failure| match failure {
                WorkbookFailure::TooLong { .. } => {
                    WorkbookFailure::TooLong { row: place + 1, column: column + 1 }
                }
                other @ (WorkbookFailure::TooManyRows { .. } | WorkbookFailure::Make(_)) => other,
            })?;
        }
    }
    let last_column = index(register.columns.len().saturating_sub(1));
    let last_row = u32::try_from(register.rows.len()).unwrap_or(u32::MAX);
    sheet.autofilter(0, 0, last_row, last_column)?;
    let bottom = totals(sheet, register, last_row)?;
    sheet.set_freeze_panes(FIRST_ROW, 2)?;
    sheet.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0);
    sheet.set_repeat_rows(0, 0)?;
    sheet.set_print_area(0, 0, bottom, last_column)?;
    // Centimetres would be kinder; the file format counts inches: 20 mm on the side of the holes.
    sheet.set_margins(0.79, 0.4, 0.7, 0.7, 0.3, 0.3);
    // An ampersand in a name would begin a code of the header.
    sheet.set_header(format!("&C&\"Arial,Bold\"{}", title.replace('&', "&&")));
    sheet.set_footer("&R&P / &N");
    Ok(())
}

/// A line of sums under the rows, with a formula so that it follows the filter; returns the last row used.
fn totals(sheet: &mut Worksheet, register: &Register, last_row: u32) -> Result<u32, WorkbookFailure> {
    let has_money = register.columns.iter().any(|column| column.holds == Holds::Money);
    if !has_money || register.rows.is_empty() {
        return Ok(last_row);
    }
    let at = last_row + 1;
    let bold = Format::new().set_bold().set_border_top(FormatBorder::Medium);
    let money = bold.clone().set_num_format(MONEY);
    for (place, column) in register.columns.iter().enumerate() {
        let to = index(place);
        match register.total(place) {
            Some(sum) => {
                let letters = letters(place);
                // 109 adds up only what the filter shows.
                let formula = Formula::new(format!("SUBTOTAL(109,{letters}2:{letters}{})", last_row + 1))
                    .set_result(tenge_text(sum));
                sheet.write_formula_with_format(at, to, formula, &money)?;
            }
            None if place == 1 => {
                sheet.write_string_with_format(at, to, msg::register_total(register.lang), &bold)?;
            }
            None => {
                debug_assert!(column.holds != Holds::Money, "a sum beyond all bounds");
                sheet.write_blank(at, to, &bold)?;
            }
        }
    }
    Ok(at)
}

fn parameters(sheet: &mut Worksheet, register: &Register) -> Result<(), WorkbookFailure> {
    sheet.set_name(sheet_name(&msg::register_parameters(register.lang)))?;
    sheet.set_column_width(0, 34)?;
    sheet.set_column_width(1, 60)?;
    sheet.set_landscape().set_paper_size(9);
    let label = Format::new().set_bold().set_align(FormatAlign::Top);
    for (place, parameter) in register.parameters.iter().enumerate() {
        let at = u32::try_from(place).unwrap_or(u32::MAX);
        sheet.write_string_with_format(at, 0, &parameter.label, &label)?;
        let holds = match parameter.value {
            Cell::Date(_) => Holds::Date,
            Cell::Money(_) => Holds::Money,
            Cell::Number(_) => Holds::Number,
            Cell::Text(_) | Cell::Empty => Holds::Text,
        };
        write(sheet, (at, 1), &parameter.value, &format(holds).set_align(FormatAlign::Left))?;
    }
    Ok(())
}

fn write(
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    cell: &Cell,
    format: &Format,
) -> Result<(), WorkbookFailure> {
    match cell {
        Cell::Empty => sheet.write_blank(row, column, format)?,
        // As text whatever it looks like: `=1+1` in a name is a name, and an ИИН keeps its zeros.
        Cell::Text(text) if text.chars().count() > CELL_CHARACTERS_MAX => {
            return Err(WorkbookFailure::TooLong { row: 0, column: 0 });
        }
        Cell::Text(text) => sheet.write_string_with_format(row, column, printable(text), format)?,
        Cell::Date(date) => {
            let year = u16::try_from(date.year()).unwrap_or(u16::MAX);
            let date = ExcelDateTime::from_ymd(year, two_digits(date.month()), two_digits(date.day()))?;
            sheet.write_datetime_with_format(row, column, date, format)?
        }
        Cell::Number(number) => sheet.write_number_with_format(row, column, as_float(*number), format)?,
        Cell::Money(sum) => sheet.write_number_with_format(row, column, tenge(*sum), format)?,
    };
    Ok(())
}

/// Characters that XML cannot hold have no place in a table either.
fn printable(text: &str) -> String {
    text.chars()
        .map(|c| if c.is_control() && c != '\n' || matches!(c, '\u{fffe}' | '\u{ffff}') { ' ' } else { c })
        .collect()
}

fn format(holds: Holds) -> Format {
    let base = Format::new().set_align(FormatAlign::Top).set_border(FormatBorder::Hair);
    match holds {
        Holds::Text => base.set_text_wrap(),
        Holds::Digits => base.set_num_format("@"),
        Holds::Date => base.set_num_format(DATE).set_align(FormatAlign::Center),
        Holds::Number => base.set_num_format("0"),
        Holds::Money => base.set_num_format(MONEY),
    }
}

/// A cell of Excel is a float. A sum of at most a hundred billion tenge has tiyn that a float holds exactly
/// enough to be shown right, and no sum is computed from the sheet.
#[expect(clippy::cast_precision_loss, reason = "at most 14 digits, a float holds 15")]
fn tenge(sum: Money) -> f64 {
    sum.tiyn() as f64 / 100.0
}

#[expect(clippy::cast_precision_loss, reason = "counts of a register, far below 2^53")]
fn as_float(number: i64) -> f64 {
    number as f64
}

fn tenge_text(sum: Money) -> String {
    format!("{}.{:02}", sum.tiyn() / 100, sum.tiyn() % 100)
}

fn index(place: usize) -> u16 {
    u16::try_from(place).unwrap_or(u16::MAX)
}

fn two_digits(number: u32) -> u8 {
    u8::try_from(number).unwrap_or(u8::MAX)
}

fn letters(column: usize) -> String {
    rust_xlsxwriter::utility::column_number_to_name(index(column))
}

fn instant(at: DateTime<Utc>) -> Result<ExcelDateTime, XlsxError> {
    let year = u16::try_from(at.year()).unwrap_or(u16::MAX);
    let day = ExcelDateTime::from_ymd(year, two_digits(at.month()), two_digits(at.day()))?;
    day.and_hms(u16::try_from(at.hour()).unwrap_or(0), two_digits(at.minute()), f64::from(at.second()))
}

/// Excel takes 31 characters and none of these in the name of a sheet.
fn sheet_name(title: &str) -> String {
    title.chars().map(|c| if "[]:*?/\\'".contains(c) { ' ' } else { c }).take(31).collect()
}
