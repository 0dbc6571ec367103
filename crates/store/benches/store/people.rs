//! Synthetic people: names by lists, numbers that are nobody's.

pub(crate) struct Person {
    pub(crate) name_kk: String,
    pub(crate) name_ru: String,
    pub(crate) iin: String,
    pub(crate) body: String,
    pub(crate) office: String,
    pub(crate) fatal: chrono::NaiveDate,
}

const ROOTS: [&str; 24] = [
    "Сейт",
    "Нұр",
    "Бек",
    "Жұма",
    "Қали",
    "Ахмет",
    "Оспан",
    "Ғали",
    "Ержан",
    "Мұса",
    "Тоқ",
    "Сәт",
    "Әбді",
    "Байм",
    "Құлм",
    "Жан",
    "Қас",
    "Смағ",
    "Тұрс",
    "Омар",
    "Рах",
    "Сарс",
    "Есен",
    "Дүйс",
];
const TAILS: [&str; 16] = [
    "аев",
    "бай",
    "баев",
    "ханов",
    "беков",
    "ұлы",
    "қызы",
    "ғали",
    "жанов",
    "тай",
    "мұратов",
    "еков",
    "иев",
    "олла",
    "дин",
    "ман",
];
const FIRST: [(&str, &str); 20] = [
    ("Әлия", "Алия"),
    ("Нұрлан", "Нурлан"),
    ("Гүлнар", "Гульнар"),
    ("Ерлан", "Ерлан"),
    ("Қуаныш", "Куаныш"),
    ("Айгүл", "Айгуль"),
    ("Бауыржан", "Бауыржан"),
    ("Сәуле", "Сауле"),
    ("Дәурен", "Даурен"),
    ("Жанар", "Жанар"),
    ("Мәди", "Мади"),
    ("Әсел", "Асель"),
    ("Олжас", "Олжас"),
    ("Индира", "Индира"),
    ("Тимур", "Тимур"),
    ("Зарина", "Зарина"),
    ("Данияр", "Данияр"),
    ("Камила", "Камила"),
    ("Самат", "Самат"),
    ("Ботагөз", "Ботагоз"),
];

/// The same number is the same person.
pub(crate) fn person(number: u64) -> Person {
    let dice = number.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 13;
    let (root, tail) = (ROOTS[(dice % 24) as usize], TAILS[(dice / 24 % 16) as usize]);
    let (kk, ru) = FIRST[(dice / 384 % 20) as usize];
    let father = ROOTS[(dice / 7680 % 24) as usize];
    let (year, month, day) = (60 + dice % 40, 1 + dice / 40 % 12, 1 + dice / 480 % 28);
    let name_kk = format!("{root}{tail} {kk} {father}ұлы");
    let name_ru =
        format!("{root}{tail} {ru} {father}ович").replace('ұ', "у").replace('қ', "к").replace('ғ', "г");
    let iin = format!("{year:02}{month:02}{day:02}3{:05}", number % 100_000);
    let body = format!(
        "{{\"name_kk\":\"{name_kk}\",\"name_ru\":\"{name_ru}\",\"iin\":\"{iin}\",\"text\":\"{}\"}}",
        "сведения об образовании и опыте работы ".repeat(11)
    );
    let fatal = chrono::NaiveDate::from_ymd_opt(2026, 3, 2).unwrap() + chrono::Days::new(dice % 400);
    Person { name_kk, name_ru, iin, body, office: format!("КЦ-{}", dice % 20), fatal }
}

/// What people type, by turns.
pub(crate) fn two_letters(round: u64) -> String {
    ROOTS[(round % 24) as usize].chars().take(2).collect()
}

pub(crate) fn surname_and_name(round: u64, cases: u64) -> String {
    let person = person(1 + round * 7919 % cases);
    let mut words = person.name_kk.split(' ');
    let surname: String = words.next().unwrap_or_default().chars().take(4).collect();
    let first: String = words.next().unwrap_or_default().chars().take(3).collect();
    format!("{surname} {first}")
}

pub(crate) fn six_digits(round: u64, cases: u64) -> String {
    person(1 + round * 104_729 % cases).iin.chars().take(6).collect()
}
