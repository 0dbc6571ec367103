//! Arguments are closed shapes: whatever is added to them, put in the place of something else or left out, at
//! every depth of every command of the contract, is turned away before anybody acts on it; and every text that
//! may be sent is answered without a fall.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test says what it expects"
)]

#[path = "shared/shapes.rs"]
mod shapes;

use chrono::DateTime;
use desk::contract::{COMMANDS, NoKind, Who};
use desk::demonstration::make;
use desk::world::{FixedClock, PreparedPicker, World};
use desk::{Desk, Reply};
use serde_json::{Value, json};
use shapes::{Meaning, Shape, Spot, meaning, spots, with};

struct House {
    // Lives as long as the desk over it.
    _folder: tempfile::TempDir,
    desk: Desk,
    made: make::Made,
}

impl House {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let at = DateTime::parse_from_rfc3339(make::MORNING).unwrap().to_utc();
        let made = make::office(folder.path(), 14, 1, desk::world::strength_for_tests(), at).unwrap();
        let papers = folder.path().join("papers");
        let world = World {
            clock: Box::new(FixedClock::at(at)),
            picker: Box::new(PreparedPicker::default()),
            printer: Box::new(desk::printing::Folder::at(&papers)),
            cost: desk::world::strength_for_tests(),
            room: desk::world::room_for_tests(),
            version: "test".into(),
            demonstration: None,
            papers,
        };
        let desk = Desk::open(folder.path(), world);
        Self { _folder: folder, desk, made }
    }

    fn sign_in(&self, login: &str) {
        let account = self.made.accounts.iter().find(|account| account.login == login).unwrap();
        let sign_in = json!({ "login": account.login, "password": account.password });
        self.desk.call("session_sign_in", sign_in).unwrap_or_else(|no| panic!("{login} sits down: {no:?}"));
    }

    /// Every command with arguments that fit, by somebody who may call it: one signing in for each person.
    fn each_command(&self, mut f: impl FnMut(&str, &Shape, &[Value])) {
        let commands = shapes::commands();
        for account in &self.made.accounts {
            let first = |who: Who| self.made.accounts.iter().find(|one| who.includes(one.role)).unwrap();
            self.sign_in(&account.login);
            for card in COMMANDS.iter().filter(|card| first(card.who).login == account.login) {
                let (_, shape) = commands.iter().find(|(name, _)| name == card.name).unwrap();
                f(card.name, shape, &shape.samples(""));
            }
        }
    }

    /// The arguments were turned away as what they are, before anything else was looked at.
    fn refuses(&self, command: &str, args: Value, why: &str) {
        let shown = args.to_string().chars().take(300).collect::<String>();
        match self.desk.call(command, args) {
            Err(no) if no.kind == NoKind::Invalid && no.code == "arguments" => {}
            other => panic!("{command} with {why} must be turned away: {other:?}\n{shown}"),
        }
    }

    fn is_sound(&self) -> bool {
        self.sign_in("auditor");
        match self.desk.call("journal_verify", json!({})).unwrap() {
            Reply::Said { text, .. } => {
                serde_json::from_str::<Value>(&text).unwrap()["value"]["sound"] == true
            }
            Reply::Raw(_) => false,
        }
    }
}

fn objects<'a>(spots: &'a [Spot], args: &'a Value) -> impl Iterator<Item = &'a Spot> {
    spots.iter().filter(|spot| args.pointer(&spot.pointer).is_some_and(Value::is_object))
}

#[test]
fn a_field_nobody_knows_is_refused_at_every_depth_of_every_command() {
    let house = House::new();
    let (mut tried, mut deepest) = (0u32, 0usize);
    house.each_command(|command, shape, samples| {
        for sample in samples {
            let spots = spots(sample, shape);
            for spot in objects(&spots, sample) {
                let known: Vec<String> =
                    sample.pointer(&spot.pointer).unwrap().as_object().unwrap().keys().cloned().collect();
                // Another spelling of a known name is another name.
                let spelled = known.first().map(|name| name.to_uppercase());
                let strange =
                    ["surplus", "", "__proto__", "case ", "\u{0}", "\u{202e}esac", "role", "😀", "at"];
                let long = "ұ".repeat(70_000);
                for name in strange.into_iter().chain(spelled.as_deref()).chain([long.as_str()]) {
                    if known.iter().any(|one| one == name) {
                        continue;
                    }
                    for value in [Value::Null, json!(1), json!({ "case": {} })] {
                        let mut args = sample.clone();
                        let place = args.pointer_mut(&spot.pointer).unwrap().as_object_mut().unwrap();
                        place.insert(name.to_owned(), value);
                        let shown: String = name.chars().take(12).collect();
                        house.refuses(command, args, &format!("`{shown}` in `{}`", spot.pointer));
                        tried += 1;
                    }
                    deepest = deepest.max(spot.pointer.matches('/').count());
                }
            }
        }
    });
    println!("{tried} strange fields, down to depth {deepest}");
    assert!(tried > 3_000 && deepest >= 2, "{tried} fields, depth {deepest}");
    assert!(house.is_sound(), "nothing was written");
}

/// Values of every kind JSON has, at the ends of what each can say.
fn kinds() -> Vec<Value> {
    let mut deep = json!(1);
    for _ in 0..100 {
        deep = json!([deep]);
    }
    vec![
        Value::Null,
        json!(true),
        json!(0),
        json!(-1.5),
        json!(1e308),
        json!(""),
        json!("no word of any list"),
        json!([[]]),
        json!([{}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}]),
        json!({ "case": 1 }),
        json!({ "$oid": null }),
        deep,
    ]
}

#[test]
fn another_kind_of_value_is_refused_at_every_place_of_every_command() {
    let house = House::new();
    let (mut tried, mut left_out) = (0u32, 0u32);
    house.each_command(|command, shape, samples| {
        for sample in samples {
            for spot in spots(sample, shape) {
                let by_place = by_place(sample.pointer(&spot.pointer).unwrap(), spot.pointer.is_empty());
                let others = kinds().into_iter().chain(by_place);
                for value in others.filter(|value| !spot.shape.takes(value)) {
                    let why = format!("{} at `{}`", kind(&value), spot.pointer);
                    house.refuses(command, with(sample, &spot.pointer, value), &why);
                    tried += 1;
                }
                // A field that may be null may as well be absent; any other must be there.
                let Some((record, field)) = spot.pointer.rsplit_once('/') else { continue };
                let mut args = sample.clone();
                let Some(record) = args.pointer_mut(record).and_then(Value::as_object_mut) else { continue };
                record.remove(field);
                if !spot.shape.takes(&Value::Null) {
                    house.refuses(command, args, &format!("nothing at `{}`", spot.pointer));
                    left_out += 1;
                }
            }
        }
    });
    println!("{tried} values of another kind, {left_out} left out");
    assert!(tried > 3_000 && left_out > 150, "{tried} values, {left_out} left out");
    assert!(house.is_sound(), "nothing was written");
}

/// A record written as a list of its values. The whole is never one; inside, values are read by their places with
/// the limits they have by name, and one value more or less than there are fields is refused.
fn by_place(record: &Value, whole: bool) -> Vec<Value> {
    let Some(record) = record.as_object() else { return Vec::new() };
    let values: Vec<Value> = record.values().cloned().collect();
    let more = json!([values.as_slice(), &[json!(1)]].concat());
    let fewer = (!values.is_empty()).then(|| json!([]));
    let same = whole.then(|| json!(values));
    [Some(more), fewer, same].into_iter().flatten().collect()
}

fn kind(value: &Value) -> String {
    value.to_string().chars().take(20).collect()
}

#[test]
fn a_number_that_no_number_of_the_program_holds_is_refused() {
    let house = House::new();
    let mut tried = 0u32;
    house.each_command(|command, shape, samples| {
        for sample in samples {
            for spot in spots(sample, shape).into_iter().filter(|spot| spot.shape.takes(&json!(1))) {
                for value in [json!(0.5), json!(1e20), json!(i64::MIN), json!(u64::MAX), json!(-1e308)] {
                    let why = format!("{value} at `{}`", spot.pointer);
                    house.refuses(command, with(sample, &spot.pointer, value), &why);
                    tried += 1;
                }
                // What fits is answered, whatever it is answered.
                for value in [0u64, 127, 255, 256, 32_767, 65_535, 65_536, 2_147_483_647, 4_294_967_295] {
                    if let Err(no) = house.desk.call(command, with(sample, &spot.pointer, json!(value))) {
                        assert_ne!(no.kind, NoKind::Bug, "{command} fell over {value}: {no:?}");
                        assert_ne!(no.kind, NoKind::Locked, "{command} threw the person out over {value}");
                    }
                }
            }
        }
    });
    assert!(tried > 100, "{tried} numbers");
    assert!(house.is_sound(), "the journal is whole and the rows agree with it");
}

/// Texts that hurt programs which do not expect them.
fn texts() -> Vec<String> {
    let mut all: Vec<String> = [
        "",
        " \t\n ",
        "\u{0}",
        "а\u{0}б",
        "\u{7f}",
        "\u{85}\u{9b}31m",
        "\u{1b}[2J",
        "\u{202e}fdp.ааа",
        "\u{2066}а\u{2069}\u{200b}\u{feff}",
        "🏳️‍🌈👨‍👩‍👧‍👦",
        "\u{10ffff}\u{e000}\u{fffd}\u{ffff}",
        "%s%n{0}${x}$(id)`id`",
        "'; DROP TABLE event; --",
        "<script>alert(1)</script>",
        "{\"case\":null}",
    ]
    .map(str::to_owned)
    .into();
    // A letter under a tower of accents, a text longer than any field, and one longer than any message.
    all.extend([format!("е{}", "\u{301}".repeat(300)), "ұ".repeat(5_000), "x".repeat(200_000)]);
    all
}

#[test]
fn every_text_of_every_command_is_tried_with_texts_that_hurt() {
    let house = House::new();
    let (mut tried, mut refused) = (0u32, 0u32);
    house.each_command(|command, shape, samples| {
        // These would end the seat or keep it from being taken; the test of the stranger tries them.
        if ["session_lock", "session_sign_in", "session_recover"].contains(&command) {
            return;
        }
        for sample in samples {
            for spot in spots(sample, shape).into_iter().filter(|spot| spot.shape.takes(&json!(""))) {
                // A word of a closed list was tried with another above.
                let meaning = meaning(&spot.name);
                for text in texts() {
                    let args = with(sample, &spot.pointer, json!(text));
                    let shown: String = text.escape_default().take(20).collect();
                    tried += 1;
                    let no = house.desk.call(command, args).err();
                    if let Some(no) = &no {
                        assert_ne!(
                            no.kind,
                            NoKind::Bug,
                            "{command} fell over {shown} in {}: {no:?}",
                            spot.name
                        );
                        assert_ne!(no.kind, NoKind::Locked, "{command} threw the person out");
                        refused += 1;
                    }
                    let is_control = text.chars().any(|c| c.is_control() && !"\n\t\r".contains(c));
                    let is_of_no_kind = match meaning {
                        Meaning::Id | Meaning::Day => false,
                        Meaning::Path | Meaning::Free => is_control || text.chars().count() > 4_096,
                        Meaning::Password => text.chars().count() > 1_024,
                    };
                    let said = no.map(|no| no.code);
                    assert!(
                        !is_of_no_kind || said.as_deref() == Some("arguments"),
                        "{command} takes {shown} in {}: {said:?}",
                        spot.name
                    );
                }
            }
        }
    });
    println!("{tried} texts, {refused} refused");
    assert!(tried > 2_000 && refused > 1_000, "{tried} texts, {refused} refused");
    assert!(house.is_sound(), "the journal is whole and the rows agree with it");
}
