//! Invented applicants: names from lists, numbers with valid check digits that belong to nobody, and a
//! one-page sample in place of every copy.

use super::chance::Chance;
use chrono::{DateTime, Datelike, FixedOffset, NaiveDate};
use rules::person::Iin;
use serde_json::{Value, json};

const SURNAMES: [(&str, &str); 16] = [
    ("Сейітов", "Сейітова"),
    ("Әбдірахманов", "Әбдірахманова"),
    ("Құсайынов", "Құсайынова"),
    ("Өтеген", "Өтеген"),
    ("Ыбыраев", "Ыбыраева"),
    ("Нұрпейісов", "Нұрпейісова"),
    ("Жақсылық", "Жақсылық"),
    ("Төлегенов", "Төлегенова"),
    ("Ғабдуллин", "Ғабдуллина"),
    ("Кенжебаев", "Кенжебаева"),
    ("Лисовский", "Лисовская"),
    ("Гордиенко", "Гордиенко"),
    ("Ким", "Ким"),
    ("Мельников", "Мельникова"),
    ("Шульц", "Шульц"),
    ("Ахметжанов", "Ахметжанова"),
];
const MEN: [&str; 10] =
    ["Ерлан", "Нұрбол", "Қайрат", "Әлібек", "Бауыржан", "Сергей", "Виктор", "Дәурен", "Арман", "Игорь"];
const WOMEN: [&str; 10] =
    ["Айнұр", "Гүлмира", "Жанар", "Әсем", "Мәдина", "Ольга", "Наталья", "Сәуле", "Індіра", "Ұлжан"];
const FATHERS: [&str; 8] = ["Серік", "Бақыт", "Марат", "Қанат", "Асқар", "Ермек", "Төлеу", "Нұрлан"];

/// Professions of the sample register: code, name, profile, field of study.
const PROFESSIONS: [(&str, &str, &str, &str); 6] = [
    ("7212-4-001", "Электрогазосварщик", "technical", "Сварочное дело"),
    ("5120-4-002", "Повар", "social", "Организация питания"),
    ("7411-4-003", "Электромонтёр", "technical", "Электрооборудование"),
    ("7115-3-004", "Плотник", "technical", "Строительство"),
    ("5142-3-005", "Парикмахер", "social", "Парикмахерское искусство"),
    ("8332-3-006", "Водитель грузового автомобиля", "technical", "Эксплуатация транспорта"),
];
const CENTRES: [(&str, &str, &str); 3] = [
    ("ТОО «Тобыл біліктілік орталығы»", "240141990028", "39"),
    ("ТОО «Кәсіби тану»", "240140990034", "39"),
    ("ТОО «Есіл сынақ орталығы»", "240240990058", "55"),
];
const COLLEGE: &str = "КГКП «Тобольский политехнический колледж»";

/// What is wrong with an invented application.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flaw {
    None,
    /// Less experience than the standard asks for.
    TooLittleExperience,
    /// No copy that proves work.
    NoWorkCopy,
}

/// An application as the platform would export it.
pub fn application(
    number: u32,
    received: DateTime<FixedOffset>,
    flaw: Flaw,
    chance: &mut Chance,
) -> Option<Value> {
    let woman = chance.below(2) == 0;
    let surname = chance.one_of(&SURNAMES)?;
    let surname = if woman { surname.1 } else { surname.0 };
    let name = chance.one_of(if woman { &WOMEN } else { &MEN })?;
    let father = chance.one_of(&FATHERS)?;
    let patronymic = format!("{father}{}", if woman { "қызы" } else { "ұлы" });
    let born = NaiveDate::from_yo_opt(
        i32::try_from(chance.between(1970, 2001)).ok()?,
        u32::try_from(chance.between(1, 365)).ok()?,
    )?;
    let iin = iin(born, woman, chance)?;
    let (code, profession, profile, field) = *chance.one_of(&PROFESSIONS)?;
    let (centre, bin, venue) = *chance.one_of(&CENTRES)?;
    let graduated = born.year() + 19;
    let full = format!("{surname} {name} {patronymic}");
    let stamp = received.to_rfc3339();
    let years = if flaw == Flaw::TooLittleExperience { 1 } else { 6 };
    let from = NaiveDate::from_ymd_opt(received.year() - 1 - years, 2, 1)?;
    let to = NaiveDate::from_ymd_opt(received.year() - 1, 1, 31)?;
    let price = if profile == "social" { "11500.00" } else { "26000.00" };
    let mut documents = vec![json!({
        "kind": "diploma", "file": "diploma.pdf", "pages": 1, "name_on_document": full,
        "number": format!("ТКБ 09{number:05}"), "issued": format!("{graduated}-06-27"),
    })];
    let proof = if flaw == Flaw::NoWorkCopy { "pension_fund_extract" } else { "labour_book" };
    documents.push(json!({ "kind": proof, "file": "work.pdf", "pages": 1, "name_on_document": full }));
    Some(json!({
        "version": 1,
        "number": format!("НСК-{}-{:06}", received.year(), 100_000 + number),
        "language": if chance.below(3) == 0 { "ru" } else { "kk" },
        "received": stamp,
        "region": "39",
        "applicant": {
            "surname": surname, "name": name, "patronymic": patronymic, "iin": iin, "born": born,
        },
        "level": 4,
        "profession": {
            "code": code, "name": profession, "in_register": true, "profile": profile, "levels": [3, 4],
            "skills": [profession],
            "requirement": {
                "source": "standard", "education": "vocational", "education_field": field,
                "experience_months": 36,
            },
        },
        "consent": { "personal_data": true, "mailings": chance.below(2) == 0 },
        "education": [{
            "institution": COLLEGE, "field": field, "level": "vocational",
            "graduated": format!("{graduated}-06-27"),
        }],
        "work": [{
            "from": from, "to": to, "employer": "ТОО «Дала Монтаж»", "position": profession,
            "document": "work.pdf", "in_profession": true,
        }],
        "skills": [{ "name": profession }],
        "account": "KZ64722C000990000017",
        "residence": { "region": "39", "kato": "390000000", "address": "Қостанай қ., Үлгі к-сі, 7" },
        "liability_warned": true,
        "recognition_centre": {
            "name": centre, "bin": bin, "venue_region": venue, "accredited_from": "2024-02-01",
            "accredited_to": "2027-01-31", "professions": [code], "price": price,
        },
        "phone": format!("+7701{:07}", 5_000_000 + number),
        "email": format!("applicant{number}@example.com"),
        "signature": { "valid": true, "signed_at": stamp, "iin": iin },
        "date": received.date_naive(),
        "platform_checks": {
            "checked_at": stamp, "registered_unemployed": true, "voucher_available": true,
            "no_voucher_this_year": true,
        },
        "documents": documents,
    }))
}

/// A number with a valid check digit whose serial part (99xx) is not given out.
fn iin(born: NaiveDate, woman: bool, chance: &mut Chance) -> Option<String> {
    let century = match (born.year() < 2000, woman) {
        (true, false) => 3,
        (true, true) => 4,
        (false, false) => 5,
        (false, true) => 6,
    };
    for _ in 0..50 {
        let serial = 9900 + chance.below(100);
        let stem = format!("{:02}{:02}{:02}{century}{serial}", born.year() % 100, born.month(), born.day());
        // The right check digit is the one the rules accept; some stems have none.
        let found = (0..10).map(|digit| format!("{stem}{digit}")).find(|text| Iin::parse(text).is_ok());
        if found.is_some() {
            return found;
        }
    }
    None
}

/// A page that says it is a sample, as a PDF every reader opens.
pub fn sample_page(title: &str) -> Vec<u8> {
    // The base fonts of PDF have no Cyrillic: the sample speaks Latin.
    let shown: String = title.chars().filter(|c| c.is_ascii_alphanumeric() || " .-".contains(*c)).collect();
    let content = format!(
        "BT /F1 28 Tf 90 640 Td (SAMPLE - ULGI - OBRAZEC) Tj ET BT /F1 16 Tf 90 600 Td ({shown}) Tj ET \
         0.6 w 60 60 475 722 re S"
    );
    let objects = [
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_owned(),
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R \
         /Resources << /Font << /F1 5 0 R >> >> >>"
            .to_owned(),
        format!("<< /Length {} >>\nstream\n{content}\nendstream", content.len()),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>".to_owned(),
    ];
    let mut file = String::from("%PDF-1.4\n");
    let mut places = Vec::new();
    for (number, object) in (1u32..).zip(&objects) {
        places.push(file.len());
        file += &format!("{number} 0 obj\n{object}\nendobj\n");
    }
    let xref = file.len();
    file += &format!("xref\n0 {}\n0000000000 65535 f \n", places.len() + 1);
    for place in &places {
        file += &format!("{place:010} 00000 n \n");
    }
    let size = places.len() + 1;
    file += &format!("trailer\n<< /Size {size} /Root 1 0 R >>\nstartxref\n{xref}\n%%EOF\n");
    file.into_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::intake::copy::{Format, Look, look};
    use rules::application::Application;

    #[test]
    fn the_sample_is_a_page_that_can_be_read() {
        let expected = Look { format: Format::Pdf, pages: Some(1), fault: None };
        assert_eq!(look(&sample_page("diploma 12")), expected, "the viewer must open it");
    }

    #[test]
    fn an_invented_application_is_read_whole_and_its_number_is_valid() {
        const SEED: u64 = 11;
        println!("seed {SEED}");
        let mut chance = Chance::of(SEED);
        let received = DateTime::parse_from_rfc3339("2025-02-03T11:20:00+05:00").unwrap();
        for number in 0..200 {
            let flaw = [Flaw::None, Flaw::TooLittleExperience, Flaw::NoWorkCopy][number as usize % 3];
            let made = application(number, received, flaw, &mut chance).unwrap();
            let read = Application::from_value(&made).unwrap();
            assert!(read.unread.is_empty(), "every field is known: {:?}", read.unread);
            let iin = read.applicant.iin.unwrap();
            assert!(Iin::parse(&iin).is_ok(), "{iin} has a right check digit");
        }
    }
}
