//! The Fluent bundles, one per language, made at the first word that is said.

use std::borrow::Cow;
use std::sync::LazyLock;

use chrono::NaiveDate;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use crate::{Arg, Count, EN, KK, Kind, Lang, MESSAGES, RU, Share, Sum, format};

type Bundle = FluentBundle<FluentResource>;

static KAZAKH: LazyLock<Bundle> = LazyLock::new(|| bundle(Lang::Kk, KK));
static RUSSIAN: LazyLock<Bundle> = LazyLock::new(|| bundle(Lang::Ru, RU));
static ENGLISH: LazyLock<Bundle> = LazyLock::new(|| bundle(Lang::En, EN));

/// Every message there is, in alphabetical order.
pub fn keys() -> impl Iterator<Item = &'static str> {
    MESSAGES.iter().map(|(key, _)| *key)
}

/// What a message has to be told, or `None` where there is no such message.
#[must_use]
pub fn arguments(key: &str) -> Option<&'static [(&'static str, Kind)]> {
    let index = MESSAGES.binary_search_by(|(known, _)| (*known).cmp(key)).ok()?;
    MESSAGES.get(index).map(|(_, arguments)| *arguments)
}

/// The text of a message known only by its code: of a check, a ground, a denial.
///
/// `None` where there is no such message, or where an argument it needs is absent or cannot be read as the
/// kind it needs. More arguments than needed do no harm.
#[must_use]
pub fn lookup(lang: Lang, key: &str, args: &[(&str, Arg<'_>)]) -> Option<String> {
    let wanted = arguments(key)?;
    let mut fluent = FluentArgs::new();
    for (name, kind) in wanted {
        let (_, arg) = args.iter().find(|(given, _)| given == name)?;
        fluent.set(*name, value(arg, *kind)?);
    }
    Some(formatted(lang, key, &fluent))
}

/// [`lookup`] for arguments that are all text, as facts of a check are kept.
#[must_use]
pub fn say_in<'a>(
    lang: Lang,
    key: &str,
    args: impl IntoIterator<Item = (&'a str, &'a str)>,
) -> Option<String> {
    let args: Vec<(&str, Arg<'_>)> = args.into_iter().map(|(name, text)| (name, Arg::from(text))).collect();
    lookup(lang, key, &args)
}

/// The text of a message whose arguments the compiler has checked.
pub(crate) fn say(lang: Lang, key: &str, args: &[(&str, Arg<'_>)]) -> String {
    // The generated functions name every argument with its kind, so this always finds the message.
    lookup(lang, key, args).unwrap_or_else(|| key.to_owned())
}

fn formatted(lang: Lang, key: &str, args: &FluentArgs<'_>) -> String {
    let bundle: &Bundle = match lang {
        Lang::Kk => &KAZAKH,
        Lang::Ru => &RUSSIAN,
        Lang::En => &ENGLISH,
    };
    let mut text = String::new();
    if let Some(pattern) = bundle.get_message(key).and_then(|message| message.value()) {
        let mut errors = Vec::new();
        let _ = bundle.write_pattern(&mut text, pattern, Some(args), &mut errors);
        debug_assert!(errors.is_empty(), "the build checks every reference of {key}: {errors:?}");
    }
    text
}

/// The argument as Fluent takes it: numbers as numbers, everything else as the text its function reads.
fn value<'a>(arg: &'a Arg<'_>, kind: Kind) -> Option<FluentValue<'a>> {
    match (kind, arg) {
        (Kind::Text, Arg::Text(text)) => Some(FluentValue::from(text.as_ref())),
        (Kind::Text, Arg::Number(Count(number))) => Some(FluentValue::from(format::number(*number))),
        (Kind::Text, Arg::Date(date)) => Some(FluentValue::from(format::date(*date))),
        (Kind::Text, Arg::Money(Sum(tiyn))) => Some(FluentValue::from(format::money(*tiyn))),
        (Kind::Text, Arg::Share(Share(thousandths))) => Some(FluentValue::from(format::share(*thousandths))),
        (Kind::Number, Arg::Number(Count(number))) => Some(FluentValue::from(*number)),
        (Kind::Number, Arg::Text(text)) => text.trim().parse::<i64>().ok().map(FluentValue::from),
        (Kind::Date, Arg::Date(date)) => Some(FluentValue::from(date.to_string())),
        (Kind::Date, Arg::Text(text)) => {
            text.parse::<NaiveDate>().ok().map(|date| FluentValue::from(date.to_string()))
        }
        (Kind::Money, Arg::Money(Sum(tiyn))) => Some(FluentValue::from(tiyn.to_string())),
        (Kind::Money, Arg::Text(text)) => {
            format::parse_money(text).map(|tiyn| FluentValue::from(tiyn.to_string()))
        }
        (Kind::Share, Arg::Share(Share(thousandths))) => Some(FluentValue::from(*thousandths)),
        (Kind::Share, Arg::Text(text)) => text.trim().parse::<i64>().ok().map(FluentValue::from),
        // A sum is not a date and a date is not a number: the caller mixed up two facts.
        (Kind::Number, Arg::Date(_) | Arg::Money(_) | Arg::Share(_))
        | (Kind::Date, Arg::Number(_) | Arg::Money(_) | Arg::Share(_))
        | (Kind::Money, Arg::Number(_) | Arg::Date(_) | Arg::Share(_))
        | (Kind::Share, Arg::Number(_) | Arg::Date(_) | Arg::Money(_)) => None,
    }
}

fn bundle(lang: Lang, text: &str) -> Bundle {
    let id: LanguageIdentifier = lang.code().parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![id]);
    // Isolation marks would be printed as boxes on paper; the product has no right-to-left language.
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(|value, _| match value {
        FluentValue::Number(number) => Some(format::number(whole(number.value))),
        _ => None,
    }));
    // The build script has parsed the same text without a fault.
    let resource = FluentResource::try_new(text.to_owned()).unwrap_or_else(|(resource, _)| resource);
    bundle.add_resource_overriding(resource);
    let _ = bundle.add_function("NUMBER", |given, _| given.first().cloned().unwrap_or(FluentValue::None));
    let _ = bundle.add_function("SHARE", |given, _| number_of(given, format::share));
    let _ =
        bundle.add_function("MONEY", |given, _| text_of(given, |text| text.parse().ok().map(format::money)));
    let _ =
        bundle.add_function("DATE", |given, _| text_of(given, |text| text.parse().ok().map(format::date)));
    let _ = bundle.add_function("LONGDATE", move |given, _| {
        text_of(given, |text| text.parse().ok().map(|date| format::long_date(lang, date)))
    });
    let _ = bundle.add_function("FULLDATE", move |given, _| {
        text_of(given, |text| text.parse().ok().map(|date| format::full_date(lang, date)))
    });
    bundle
}

fn text_of<'a>(given: &[FluentValue<'a>], shown: impl Fn(&str) -> Option<String>) -> FluentValue<'a> {
    let text: Option<Cow<'_, str>> = match given.first() {
        Some(FluentValue::String(text)) => shown(text).map(Cow::Owned),
        _ => None,
    };
    text.map_or(FluentValue::Error, |text| FluentValue::from(text.into_owned()))
}

fn number_of<'a>(given: &[FluentValue<'a>], shown: impl Fn(i64) -> String) -> FluentValue<'a> {
    match given.first() {
        Some(FluentValue::Number(number)) => FluentValue::from(shown(whole(number.value))),
        _ => FluentValue::Error,
    }
}

/// Fluent carries numbers as floats; ours are counts, far below where a float stops being exact.
#[expect(clippy::cast_possible_truncation, reason = "counts of days and cases, rounded before the cast")]
fn whole(number: f64) -> i64 {
    number.round() as i64
}
