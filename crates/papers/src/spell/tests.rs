//! Rows of sums and dates in words.

use super::*;

fn tenge(text: &str) -> Money {
    Money::parse(text).expect("the row is a sum")
}

fn day(text: &str) -> NaiveDate {
    text.parse().expect("the row is a date")
}

#[test]
fn sums_are_spelt_in_both_languages() {
    let rows = [
        ("0", "ноль тенге ноль тиынов", "нөл теңге нөл тиын"),
        ("1.01", "один тенге один тиын", "бір теңге бір тиын"),
        ("2.22", "два тенге двадцать два тиына", "екі теңге жиырма екі тиын"),
        ("11.11", "одиннадцать тенге одиннадцать тиынов", "он бір теңге он бір тиын"),
        ("100", "сто тенге ноль тиынов", "жүз теңге нөл тиын"),
        ("1000", "одна тысяча тенге ноль тиынов", "бір мың теңге нөл тиын"),
        ("2002", "две тысячи два тенге ноль тиынов", "екі мың екі теңге нөл тиын"),
        (
            "12975.50",
            "двенадцать тысяч девятьсот семьдесят пять тенге пятьдесят тиынов",
            "он екі мың тоғыз жүз жетпіс бес теңге елу тиын",
        ),
        (
            "21001000",
            "двадцать один миллион одна тысяча тенге ноль тиынов",
            "жиырма бір миллион бір мың теңге нөл тиын",
        ),
        (
            "1234567890.99",
            "один миллиард двести тридцать четыре миллиона пятьсот шестьдесят семь тысяч восемьсот девяносто тенге \
             девяносто девять тиынов",
            "бір миллиард екі жүз отыз төрт миллион бес жүз алпыс жеті мың сегіз жүз тоқсан теңге тоқсан тоғыз тиын",
        ),
    ];
    for (value, ru, kk) in rows {
        assert_eq!(sum(Tongue::Ru, tenge(value)), ru, "{value} in Russian");
        assert_eq!(sum(Tongue::Kk, tenge(value)), kk, "{value} in Kazakh");
    }
}

#[test]
fn dates_are_spelt_with_their_endings() {
    let rows = [
        (
            "2025-10-14",
            "четырнадцатое октября две тысячи двадцать пятого года",
            "екі мың жиырма бесінші жылғы он төртінші қазан",
        ),
        (
            "2026-03-03",
            "третье марта две тысячи двадцать шестого года",
            "екі мың жиырма алтыншы жылғы үшінші наурыз",
        ),
        (
            "2023-01-20",
            "двадцатое января две тысячи двадцать третьего года",
            "екі мың жиырма үшінші жылғы жиырмасыншы қаңтар",
        ),
        (
            "2000-12-31",
            "тридцать первое декабря двухтысячного года",
            "екі мыңыншы жылғы отыз бірінші желтоқсан",
        ),
        (
            "1999-05-30",
            "тридцатое мая одна тысяча девятьсот девяносто девятого года",
            "бір мың тоғыз жүз тоқсан тоғызыншы жылғы отызыншы мамыр",
        ),
        ("2040-08-10", "десятое августа две тысячи сорокового года", "екі мың қырқыншы жылғы оныншы тамыз"),
    ];
    for (date_text, ru, kk) in rows {
        assert_eq!(date(Tongue::Ru, day(date_text)), ru, "{date_text} in Russian");
        assert_eq!(date(Tongue::Kk, day(date_text)), kk, "{date_text} in Kazakh");
    }
}

#[test]
fn kazakh_months_take_the_ending_of_their_vowels_and_last_letter() {
    let endings = [
        "қаңтардағы",
        "ақпандағы",
        "наурыздағы",
        "сәуірдегі",
        "мамырдағы",
        "маусымдағы",
        "шілдедегі",
        "тамыздағы",
        "қыркүйектегі",
        "қазандағы",
        "қарашадағы",
        "желтоқсандағы",
    ];
    for (index, expected) in (1_u32..).zip(endings) {
        let date = NaiveDate::from_ymd_opt(2025, index, 5).expect("a date");
        assert_eq!(dated(Tongue::Kk, date), format!("2025 жылғы 5 {expected}"));
    }
    assert_eq!(dated(Tongue::Ru, day("2025-10-14")), "от 14 октября 2025 года");
    assert_eq!(
        through(Tongue::Kk, day("2025-09-01")),
        "2025 жылғы 1 қыркүйекке дейін (осы күнді қоса алғанда)"
    );
    assert_eq!(through(Tongue::Ru, day("2025-09-01")), "по 1 сентября 2025 года включительно");
    let endings = [
        ("2025-01-09", "2025 жылғы 9 қаңтарда", "2025 жылғы 9 қаңтардан"),
        ("2025-04-09", "2025 жылғы 9 сәуірде", "2025 жылғы 9 сәуірден"),
        ("2025-06-09", "2025 жылғы 9 маусымда", "2025 жылғы 9 маусымнан"),
        ("2025-07-09", "2025 жылғы 9 шілдеде", "2025 жылғы 9 шілдеден"),
        ("2025-08-09", "2025 жылғы 9 тамызда", "2025 жылғы 9 тамыздан"),
        ("2025-09-09", "2025 жылғы 9 қыркүйекте", "2025 жылғы 9 қыркүйектен"),
        ("2025-10-09", "2025 жылғы 9 қазанда", "2025 жылғы 9 қазаннан"),
        ("2025-11-09", "2025 жылғы 9 қарашада", "2025 жылғы 9 қарашадан"),
    ];
    for (date_text, at, from) in endings {
        assert_eq!(on(Tongue::Kk, day(date_text)), at, "{date_text}: when");
        assert_eq!(since(Tongue::Kk, day(date_text)), from, "{date_text}: since when");
    }
}

/// Words up to a hundred and what they are worth.
const SMALL: &str = "\
    ноль 0 один 1 одна 1 два 2 две 2 три 3 четыре 4 пять 5 шесть 6 семь 7 восемь 8 девять 9 десять 10 \
    одиннадцать 11 двенадцать 12 тринадцать 13 четырнадцать 14 пятнадцать 15 шестнадцать 16 семнадцать 17 \
    восемнадцать 18 девятнадцать 19 двадцать 20 тридцать 30 сорок 40 пятьдесят 50 шестьдесят 60 семьдесят 70 \
    восемьдесят 80 девяносто 90 сто 100 двести 200 триста 300 четыреста 400 пятьсот 500 шестьсот 600 семьсот 700 \
    восемьсот 800 девятьсот 900 \
    нөл 0 бір 1 екі 2 үш 3 төрт 4 бес 5 алты 6 жеті 7 сегіз 8 тоғыз 9 он 10 жиырма 20 отыз 30 қырық 40 елу 50 \
    алпыс 60 жетпіс 70 сексен 80 тоқсан 90";
/// One, few and many of the powers of a thousand in Russian; Kazakh has one form.
const POWERS: [([&str; 4], i64); 3] = [
    (["тысяча", "тысячи", "тысяч", "мың"], 1_000),
    (["миллион", "миллиона", "миллионов", "миллион"], 1_000_000),
    (["миллиард", "миллиарда", "миллиардов", "миллиард"], 1_000_000_000),
];

/// The form of a noun behind a number, as a school book says it.
fn form(number: i64) -> usize {
    match (number % 100, number % 10) {
        (11..=14, _) => 2,
        (_, 1) => 0,
        (_, 2..=4) => 1,
        (_, _) => 2,
    }
}

/// A number read back from its words; every ending is looked at on the way.
fn read_back(text: &str, tongue: Tongue) -> i64 {
    let small: std::collections::BTreeMap<&str, i64> = SMALL
        .split_whitespace()
        .collect::<Vec<_>>()
        .chunks(2)
        .map(|pair| (pair[0], pair[1].parse().expect("a number")))
        .collect();
    let (mut total, mut group, mut last) = (0, 0, "");
    for word in text.split(' ') {
        let power = POWERS.iter().find(|(names, _)| names.contains(&word));
        if let Some((names, worth)) = power {
            let wanted = match tongue {
                Tongue::Kk => names[3],
                Tongue::Ru => names[form(group)],
            };
            assert_eq!(word, wanted, "{text}: the form of {word} behind {group}");
            if tongue == Tongue::Ru && matches!(last, "один" | "одна" | "два" | "две") {
                assert_eq!(matches!(last, "одна" | "две"), *worth == 1_000, "{text}: the gender of {last}");
            }
            assert!(group > 0, "{text}: {word} of how many");
            total += group * worth;
            group = 0;
        } else if word == "жүз" {
            group = group.max(1) * 100;
        } else {
            group += *small.get(word).unwrap_or_else(|| panic!("{text}: «{word}» is no word of a number"));
        }
        last = word;
    }
    assert!(!matches!(last, "одна" | "две"), "{text}: a tenge and a tiyn are masculine");
    total + group
}

#[test]
fn a_big_table_of_numbers_reads_back_as_it_was() {
    let mut values: Vec<i64> = (0..=3_000).collect();
    for power in [1_000, 1_000_000, 1_000_000_000] {
        for step in [1, 2, 5, 10, 11, 12, 14, 19, 20, 21, 22, 25, 40, 99] {
            values.extend([power * step, power * step + 1, power * step - 1, power * step + 100]);
        }
    }
    let mut seed: i64 = 20_261_125;
    println!("seed {seed}");
    for _ in 0..3_000 {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        values.push((seed >> 20).abs() % 100_000_000_000);
    }
    for value in values {
        for tongue in [Tongue::Kk, Tongue::Ru] {
            let Some(money) = Money::from_tiyn(value * 100 + value % 100) else { continue };
            let text = sum(tongue, money);
            let (tenge, tiyn) = match tongue {
                Tongue::Kk => text.split_once(" теңге ").expect("the currency is named"),
                Tongue::Ru => text.split_once(" тенге ").expect("the currency is named"),
            };
            assert_eq!(read_back(tenge, tongue), value, "{text}");
            let (tiyn, counted) = tiyn.rsplit_once(' ').expect("the coin is named");
            let names = match tongue {
                Tongue::Kk => ["тиын"; 3],
                Tongue::Ru => ["тиын", "тиына", "тиынов"],
            };
            assert_eq!(read_back(tiyn, tongue), value % 100, "{text}");
            assert_eq!(counted, names[form(value % 100)], "{text}: the form of the coin");
        }
    }
}
