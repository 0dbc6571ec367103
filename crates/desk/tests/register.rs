//! Registers as Excel opens them: values with their types, the head, the filter, the page, the second sheet.
#![expect(clippy::unwrap_used, reason = "a test stops where its own preparations fail")]

use calamine::{Data, Range, Reader, Xlsx};
use chrono::{DateTime, NaiveDate, Utc};
use desk::register::{Cell, Column, Holds, Kind, Parameter, Register, WorkbookFailure, workbook};
use rules::money::Money;
use std::io::{Cursor, Read};
use words::Lang;

fn made() -> DateTime<Utc> {
    "2025-03-11T05:00:00Z".parse().unwrap()
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn payments() -> Register {
    let column = |heading: &str, holds, width| Column { heading: heading.to_owned(), holds, width };
    let row = |n: i64, date: &str, name: &str, iin: &str, sum: &str| {
        vec![
            Cell::Number(n),
            Cell::Date(day(date)),
            name.into(),
            iin.into(),
            Cell::Money(Money::parse(sum).unwrap()),
        ]
    };
    Register {
        kind: Kind::Payments,
        lang: Lang::Ru,
        columns: vec![
            column("№ п/п", Holds::Number, 6),
            column("Дата поручения", Holds::Date, 12),
            column("Получатель", Holds::Text, 34),
            column("БИН / ИИН", Holds::Digits, 15),
            column("К выплате, ₸", Holds::Money, 15),
        ],
        rows: vec![
            row(1, "2025-03-11", "ТОО «Тобыл біліктілік орталығы»", "231140990015", "27524.00"),
            row(2, "2025-02-28", "=HYPERLINK(\"http://x\")", "010101599607", "23592.35"),
            row(3, "2024-12-31", "Әбдіғаппар\u{1}қызы 😀 \u{202e}&<>\"", "", "0.01"),
        ],
        parameters: vec![
            Parameter { label: "Редакция Правил".into(), value: "B".into() },
            Parameter { label: "Составлен".into(), value: Cell::Date(day("2025-03-11")) },
        ],
    }
}

fn open(bytes: &[u8]) -> Xlsx<Cursor<&[u8]>> {
    Xlsx::new(Cursor::new(bytes)).unwrap()
}

fn sheet(bytes: &[u8], name: &str) -> Range<Data> {
    open(bytes).worksheet_range(name).unwrap()
}

fn part(bytes: &[u8], name: &str) -> String {
    let mut book = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    book.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

#[test]
fn every_value_is_read_back_with_its_type() {
    let bytes = workbook(&payments(), made()).unwrap();
    let table = sheet(&bytes, "Реестр выплат");
    let at = |row, column| table.get_value((row, column)).unwrap().clone();
    assert_eq!(at(0, 2), Data::String("Получатель".into()), "the head");
    for (row, date) in [(1, "2025-03-11"), (2, "2025-02-28"), (3, "2024-12-31")] {
        let Data::DateTime(found) = at(row, 1) else {
            unreachable!("row {row}: {:?} is no date", at(row, 1))
        };
        assert_eq!(found.as_datetime().unwrap().date(), day(date), "a date Excel can sort and count with");
    }
    assert_eq!(at(1, 4), Data::Float(27524.0), "a sum is a number");
    assert_eq!(at(2, 4), Data::Float(23592.35), "with its tiyn");
    assert_eq!(at(2, 3), Data::String("010101599607".into()), "an ИИН is text and keeps its zero");
    assert_eq!(at(3, 3), Data::Empty, "what is not known is empty");
    assert_eq!(at(2, 2), Data::String("=HYPERLINK(\"http://x\")".into()), "a name is never a formula");
    assert_eq!(
        at(3, 2),
        Data::String("Әбдіғаппар қызы 😀 \u{202e}&<>\"".into()),
        "Kazakh, emoji and marks stay, a control character does not"
    );
    assert_eq!(at(4, 4), Data::Float(51116.36), "the sum under the column");
    let formulas = open(&bytes).worksheet_formula("Реестр выплат").unwrap();
    let only: Vec<&String> =
        formulas.used_cells().map(|(_, _, formula)| formula).filter(|formula| !formula.is_empty()).collect();
    assert_eq!(only, ["SUBTOTAL(109,E2:E4)"], "the sum follows the filter and nothing else is a formula");
}

#[test]
fn the_sheet_is_ready_to_filter_and_to_print() {
    let bytes = workbook(&payments(), made()).unwrap();
    let table = part(&bytes, "xl/worksheets/sheet1.xml");
    let book = part(&bytes, "xl/workbook.xml");
    for (needed, why) in [
        ("<autoFilter ref=\"A1:E4\"/>", "a filter over head and rows, not over the sums"),
        ("state=\"frozen\"", "the head stays"),
        ("ySplit=\"1\"", "one row of it"),
        ("orientation=\"landscape\"", "across the page"),
        ("paperSize=\"9\"", "A4"),
        ("fitToHeight=\"0\"", "one page wide, as many as needed high"),
        ("width=\"34.7", "widths as asked for"),
        ("&amp;P / &amp;N", "pages are numbered"),
    ] {
        assert!(table.contains(needed), "{why}: {needed} in {table}");
    }
    assert!(book.contains("_xlnm.Print_Area"), "an area to print: {book}");
    assert!(book.contains("_xlnm.Print_Titles"), "the head on every page: {book}");
    assert!(part(&bytes, "xl/styles.xml").contains("dd.mm.yyyy"), "dates look as they are written here");
}

#[test]
fn the_second_sheet_tells_under_what_conditions_it_was_made() {
    for (lang, name) in [(Lang::Kk, "Параметрлер"), (Lang::Ru, "Параметры"), (Lang::En, "Parameters")]
    {
        let register = Register { lang, ..payments() };
        let bytes = workbook(&register, made()).unwrap();
        let table = sheet(&bytes, name);
        assert_eq!(table.get_value((0, 1)), Some(&Data::String("B".into())), "the edition, in {lang}");
        assert!(matches!(table.get_value((1, 1)), Some(Data::DateTime(_))), "a date stays a date, in {lang}");
    }
}

#[test]
fn a_register_without_rows_opens_and_has_its_head() {
    for kind in Kind::ALL {
        for lang in Lang::ALL {
            let register = Register { kind, lang, rows: Vec::new(), parameters: Vec::new(), ..payments() };
            let bytes = workbook(&register, made()).unwrap();
            let first = open(&bytes).sheet_names().first().cloned().unwrap();
            let title: String = kind.title(lang).chars().take(31).collect();
            assert_eq!(first, title, "the sheet is named after the register");
            assert_eq!(sheet(&bytes, &first).height(), 1, "only the head in {kind:?}, {lang}");
        }
    }
}

#[test]
fn the_same_register_is_the_same_file() {
    assert!(
        workbook(&payments(), made()).unwrap() == workbook(&payments(), made()).unwrap(),
        "files are compared by their bytes"
    );
}

#[test]
fn what_excel_cannot_hold_is_refused_with_its_place() {
    let mut register = payments();
    register.rows[1][2] = Cell::Text("ы".repeat(32_768));
    let failure = workbook(&register, made()).unwrap_err();
    assert!(matches!(failure, WorkbookFailure::TooLong { row: 2, column: 3 }), "{failure:?}");
    register.rows[1][2] = Cell::Text("ы".repeat(32_767));
    assert!(workbook(&register, made()).is_ok(), "the longest text that fits");
    let empty: Vec<Vec<Cell>> = vec![Vec::new(); 1_048_575];
    let failure = workbook(&Register { rows: empty, ..payments() }, made()).unwrap_err();
    assert!(matches!(failure, WorkbookFailure::TooManyRows { rows: 1_048_575 }), "{failure:?}");
}
