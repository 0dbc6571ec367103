//! Nothing is read or written outside the folder a person chose, whatever a path, the number of a case or a name
//! inside an imported folder says.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::expect_used,
    reason = "a test says what it expects"
)]

#[path = "shared/shapes.rs"]
mod shapes;

use chrono::{DateTime, Utc};
use desk::contract::COMMANDS;
use desk::demonstration::make;
use desk::world::{FixedClock, PreparedPicker, World};
use desk::{Desk, Reply};
use serde_json::{Value, json};
use shapes::{Meaning, meaning, spots, with};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

fn morning() -> DateTime<Utc> {
    DateTime::parse_from_rfc3339(make::MORNING).unwrap().to_utc()
}

fn demo(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../assets/demo").canonicalize().unwrap().join(name)
}

/// A place with the data, the folder a person chooses, and what lies beside it.
struct House {
    folder: tempfile::TempDir,
    desk: Desk,
    made: make::Made,
}

impl House {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let data = folder.path().join("data");
        let made = make::office(&data, 14, 1, desk::world::strength_for_tests(), morning()).unwrap();
        let desk = desk_over(folder.path(), "data");
        for name in ["chosen", "outside"] {
            std::fs::create_dir(folder.path().join(name)).unwrap();
        }
        copy_folder(&demo("clean"), &folder.path().join("outside/clean"));
        Self { folder, desk, made }
    }

    fn chosen(&self) -> PathBuf {
        self.folder.path().join("chosen")
    }

    fn outside(&self) -> PathBuf {
        self.folder.path().join("outside")
    }

    fn sign_in(&self, login: &str) {
        let account = self.made.accounts.iter().find(|account| account.login == login).unwrap();
        self.say("session_sign_in", json!({ "login": account.login, "password": account.password }));
    }

    fn call(&self, name: &str, args: Value) -> Result<Value, Value> {
        answer(&self.desk, name, args)
    }

    fn say(&self, name: &str, args: Value) -> Value {
        self.call(name, args).unwrap_or_else(|no| panic!("{name} was refused: {no}"))
    }

    fn case(&self, stage: &str) -> Value {
        let page = json!({ "strip": null, "mine": false, "closed": false, "text": null, "centre": null,
            "stages": [stage], "order": "fatal_date", "page": { "offset": 0, "limit": 9 } });
        self.say("queue_page", page)["rows"][0]["case"].clone()
    }

    /// An application whose form was changed, ready to be taken in.
    fn application(&self, name: &str, change: impl FnOnce(&mut Value)) -> PathBuf {
        let folder = self.folder.path().join("arrived").join(name);
        copy_folder(&demo("clean"), &folder);
        let file = folder.join("application.json");
        let mut form: Value = serde_json::from_slice(&std::fs::read(&file).unwrap()).unwrap();
        change(&mut form);
        std::fs::write(file, form.to_string()).unwrap();
        folder
    }
}

fn desk_over(folder: &Path, data: &str) -> Desk {
    let papers = folder.join("papers");
    let world = World {
        clock: Box::new(FixedClock::at(morning())),
        picker: Box::new(PreparedPicker::default()),
        printer: Box::new(desk::printing::Folder::at(&papers)),
        cost: desk::world::strength_for_tests(),
        room: desk::world::room_for_tests(),
        version: "test".into(),
        demonstration: None,
        papers,
    };
    Desk::open(folder.join(data), world)
}

fn answer(desk: &Desk, name: &str, args: Value) -> Result<Value, Value> {
    match desk.call(name, args) {
        Ok(Reply::Said { text, .. }) => Ok(serde_json::from_str::<Value>(&text).unwrap()["value"].clone()),
        Ok(Reply::Raw(bytes)) => Ok(json!({ "bytes": bytes })),
        Err(no) => Err(serde_json::to_value(no).unwrap()),
    }
}

fn copy_folder(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        std::fs::copy(&path, to.join(path.file_name().unwrap())).unwrap();
    }
}

/// Every file below a folder with its bytes; folders too.
fn below(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut all = BTreeMap::new();
    for entry in std::fs::read_dir(folder).into_iter().flatten() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            all.insert(path.clone(), Vec::new());
            all.extend(below(&path));
        } else {
            all.insert(path.clone(), std::fs::read(&path).unwrap_or_default());
        }
    }
    all
}

fn names(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).into_iter().flatten();
    let mut names: Vec<String> =
        entries.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

/// A file name that is one on every system and leads nowhere.
fn is_tame(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default().to_uppercase();
    let port = ["COM", "LPT"].iter().any(|port| stem.len() == 4 && stem.starts_with(port));
    !name.is_empty()
        && name.len() <= 255
        && !name.starts_with(['.', ' '])
        && !name.ends_with(['.', ' '])
        && !name.chars().any(|c| c.is_control() || "/\\:*?\"<>|\u{202e}".contains(c))
        && !["CON", "PRN", "AUX", "NUL"].contains(&stem.as_str())
        && !port
}

/// Paths that lead somewhere else than they seem to, or to no folder at all.
fn astray(chosen: &Path, outside: &Path) -> Vec<String> {
    let chosen = chosen.display();
    let mut all: Vec<String> = [
        "..",
        ".",
        "clean",
        "../outside",
        "./clean",
        "~",
        "~/papers",
        "$HOME",
        "file:///tmp",
        "C:\\Windows",
        "C:relative",
        "\\\\server\\share\\papers",
        "\\\\.\\PhysicalDrive0",
        "//../outside",
        "con",
        "NUL",
        "\u{0}/tmp",
        "/tmp/\u{0}x",
        "/tmp/\nx\u{7}",
        "%2e%2e/outside",
    ]
    .map(str::to_owned)
    .into();
    all.extend([
        format!("{chosen}/../outside/clean"),
        format!("{chosen}/./../outside/clean"),
        format!("{chosen}/a/b/../../../outside/clean"),
        format!("{chosen}/..//outside"),
        format!("{}/..", outside.display()),
        format!("{chosen}/\u{0}"),
        format!("/{}", "x".repeat(5_000)),
    ]);
    all
}

#[test]
fn no_path_of_any_command_leads_astray() {
    let house = House::new();
    let here = std::env::current_dir().unwrap();
    let (outside, around) = (below(&house.outside()), names(&here));
    let beside = names(house.folder.path());
    let mut told = BTreeMap::new();
    for (name, shape) in shapes::commands() {
        let card = COMMANDS.iter().find(|card| card.name == name).unwrap();
        let sample = shape.samples("").remove(0);
        let paths: Vec<_> = spots(&sample, &shape)
            .into_iter()
            .filter(|spot| spot.shape.takes(&json!("")) && meaning(&spot.name) == Meaning::Path)
            .collect();
        if paths.is_empty() {
            continue;
        }
        let account = house.made.accounts.iter().rfind(|account| card.who.includes(account.role)).unwrap();
        // Somebody who may see cases asks about one; overseers hand out what is kept of a person.
        house.sign_in("head");
        let case = house.case("issued");
        house.sign_in(&account.login);
        for spot in paths {
            for path in astray(&house.chosen(), &house.outside()) {
                let mut args = with(&sample, &spot.pointer, json!(path));
                if args.get("case").is_some() {
                    args["case"] = case.clone();
                }
                let no = match house.call(&name, args) {
                    Err(no) => no,
                    // What is looked at or printed is saved nowhere.
                    Ok(_) if ["register_preview", "register_print"].contains(&name.as_str()) => continue,
                    Ok(answer) => panic!("{name} goes to {path:?}: {answer}"),
                };
                *told.entry(no["code"].as_str().unwrap().to_owned()).or_insert(0) += 1;
            }
        }
    }
    println!("{told:?}");
    assert!(told["path"] > 100 && told["arguments"] > 20, "paths were looked at and refused: {told:?}");
    assert_eq!(below(&house.outside()), outside, "what lies outside is as it was");
    assert_eq!(names(&here), around, "nothing was made where the program stands");
    let printed = names(house.folder.path()).into_iter().filter(|name| name != "papers");
    assert_eq!(printed.collect::<Vec<_>>(), beside, "nor beside the folder that was chosen");
    assert_eq!(names(&house.chosen()), Vec::<String>::new(), "nor in it");
}

#[test]
fn a_folder_that_was_chosen_takes_the_files_whatever_it_is_called() {
    let house = House::new();
    house.sign_in("head");
    let case = house.case("issued");
    for name in ["CON", "nul", "қағаздар мен құжаттар", "a b ", "x.", "-rf", "🏳️‍🌈", "..."]
    {
        let folder = house.chosen().join(name);
        let ask = json!({ "case": case, "kind": "voucher", "language": "kk", "folder": folder });
        // A name no disk has is refused by the disk; nothing is put into a folder of another name.
        if let Ok(saved) = house.call("paper_save", ask) {
            let path = PathBuf::from(saved["path"].as_str().unwrap());
            assert!(
                path.is_file() && path.parent().unwrap().starts_with(house.chosen()),
                "{name:?}: {path:?}"
            );
        }
    }
    let long = house.chosen().join("x".repeat(300));
    let ask = json!({ "case": case, "kind": "voucher", "language": "kk", "folder": long });
    assert_eq!(house.call("paper_save", ask).unwrap_err()["kind"], "failure", "longer than any disk takes");
    assert_eq!(names(house.folder.path()), ["chosen", "data", "outside"], "nothing beside it");
}

#[test]
fn whatever_a_case_is_called_its_files_stay_in_their_folder() {
    let house = House::new();
    let numbers = [
        "../../outside/x",
        "..\\..\\outside\\x",
        "/etc/passwd",
        "C:evil",
        "a:b",
        "CON",
        "con",
        "NUL.txt",
        "COM1",
        ".",
        "..",
        "...",
        " x ",
        "x.",
        ".hidden",
        "-rf",
        "a*b?c|d",
        "\u{202e}fdp.exe",
        "қ/қ",
        "🏳️‍🌈",
        "x\ny",
    ];
    let long = ["ұ".repeat(300), "漢".repeat(120), "x".repeat(5_000)];
    let (mut cases, mut files) = (Vec::new(), Vec::new());
    house.sign_in("specialist");
    for (place, number) in numbers.into_iter().chain(long.iter().map(String::as_str)).enumerate() {
        let folder = house.application(&place.to_string(), |form| {
            form["number"] = json!(number);
            form["documents"] = json!([]);
        });
        let done = house.say("intake_folder", json!({ "path": folder }));
        let case = done["taken"][0]["case"].clone();
        assert!(case.is_string(), "{number:?} is taken in: {done}");
        let paper = json!({ "case": case, "kind": "hand_out", "language": "kk", "folder": house.chosen() });
        // What no paper can show is not saved.
        files.extend(house.call("paper_save", paper).ok().map(|saved| (number, saved)));
        cases.push((number, case));
    }
    house.sign_in("auditor");
    for (number, case) in cases {
        let export = json!({ "case": case, "folder": house.chosen(), "passphrase": "тоғыз ақ тиін жүгірді" });
        files.push((number, house.say("export_person", export)));
    }
    for (number, file) in &files {
        let path = PathBuf::from(file["path"].as_str().unwrap());
        let name = path.file_name().unwrap().to_str().unwrap();
        assert!(path.is_file(), "{number:?}: {path:?} is there");
        assert_eq!(path.parent(), Some(house.chosen().as_path()), "{number:?}");
        assert!(is_tame(name), "{number:?} makes {name:?}");
    }
    assert!(files.len() > 40, "files were made: {}", files.len());
    assert_eq!(names(house.folder.path()), ["arrived", "chosen", "data", "outside"], "and nowhere else");
    let outside = names(&house.outside());
    assert_eq!(outside, ["clean"], "least of all outside");
}

/// Puts links and a pipe into a folder, and tells the names by which a copy must not be read.
#[cfg(unix)]
fn links(folder: &Path, secret: &Path) -> Vec<&'static str> {
    use std::os::unix::fs::symlink;
    symlink(secret, folder.join("link.pdf")).unwrap();
    symlink(secret.parent().unwrap(), folder.join("away")).unwrap();
    symlink("diploma.pdf", folder.join("near.pdf")).unwrap();
    let pipe = std::process::Command::new("mkfifo").arg(folder.join("pipe.pdf")).status().unwrap();
    assert!(pipe.success(), "a pipe stands in the folder");
    vec!["link.pdf", "away/secret.pdf", "away", "near.pdf", "pipe.pdf", "/dev/zero", "/dev/stdin"]
}

/// On Windows only an administrator makes links.
#[cfg(windows)]
fn links(_: &Path, _: &Path) -> Vec<&'static str> {
    Vec::new()
}

#[test]
fn a_copy_named_outside_its_folder_is_told_and_not_read() {
    let house = House::new();
    let secret = house.outside().join("secret.pdf");
    // A paper that could be taken for a copy, but for one byte of its own.
    let bytes = [std::fs::read(demo("saturday/contract.pdf")).unwrap(), b"\n%secret".to_vec()].concat();
    std::fs::write(&secret, &bytes).unwrap();
    let absolute = secret.to_string_lossy().into_owned();
    let deep = format!("{}outside/secret.pdf", "../".repeat(40));
    let mut astray = vec![
        "../../outside/secret.pdf",
        "..\\..\\outside\\secret.pdf",
        "./../../outside/secret.pdf",
        "scans/../../../outside/secret.pdf",
        "..",
        "../..",
        "/",
        "\\",
        "C:\\secret.pdf",
        "C:secret.pdf",
        "\\\\server\\share\\secret.pdf",
        "//server/share/secret.pdf",
        "file:///secret.pdf",
        "diploma.pdf::$DATA",
        "diploma.pdf:x",
        "CON",
        "con.pdf",
        "NUL",
        "nul.pdf",
        "scans/AUX.pdf",
        "COM1.pdf",
        "LPT9",
        "diploma.pdf.",
        "diploma.pdf. .",
        "scans./diploma.pdf",
        "scans /x.pdf",
        "... /secret.pdf",
        "dip\u{0}loma.pdf",
        "dip\u{7}loma.pdf",
        absolute.as_str(),
        deep.as_str(),
    ];
    let long = "x".repeat(5_000);
    let folder = house.application("hostile", |_| {});
    astray.extend(links(&folder, &secret));
    // One more that is only too long, and one that is in its place.
    let told_otherwise = [long.as_str(), "diploma.pdf"];
    let file = folder.join("application.json");
    let mut form: Value = serde_json::from_slice(&std::fs::read(&file).unwrap()).unwrap();
    let all = astray.iter().chain(&told_otherwise);
    form["documents"] = all.map(|file| json!({ "kind": "diploma", "file": file, "pages": 1 })).collect();
    std::fs::write(file, form.to_string()).unwrap();
    house.sign_in("specialist");
    let done = house.say("intake_folder", json!({ "path": folder }));
    let taken = &done["taken"][0];
    let problems = taken["problems"].as_array().unwrap_or_else(|| panic!("it is taken in: {done}"));
    for name in &astray {
        let told = problems.iter().find(|problem| problem["file"] == json!(name));
        assert_eq!(told.map(|told| &told["code"]), Some(&json!("outside")), "{name:?}");
    }
    let view = house.say("case_open", json!({ "case": taken["case"] }));
    let documents = view["documents"].as_array().unwrap();
    let mut given = 0;
    for document in documents {
        if let Ok(copy) =
            house.call("case_document", json!({ "case": taken["case"], "document": document["id"] }))
        {
            assert_ne!(copy["bytes"], json!(bytes), "{} was read from outside", document["file"]);
            given += 1;
        }
    }
    assert!(given >= 1, "the copy in its place was taken: {documents:?}");
}

#[cfg(unix)]
#[test]
fn a_form_or_a_folder_that_is_a_link_is_not_followed() {
    use std::os::unix::fs::symlink;
    let house = House::new();
    house.sign_in("specialist");
    let arrived = house.folder.path().join("arrived");
    for name in ["linked-form", "pipe", "folder"] {
        std::fs::create_dir_all(arrived.join(name)).unwrap();
    }
    symlink(house.outside().join("clean/application.json"), arrived.join("linked-form/application.json"))
        .unwrap();
    let pipe =
        std::process::Command::new("mkfifo").arg(arrived.join("pipe/application.json")).status().unwrap();
    assert!(pipe.success(), "a pipe stands in the folder");
    std::fs::create_dir(arrived.join("folder/application.json")).unwrap();
    symlink(house.outside().join("clean"), arrived.join("linked-folder")).unwrap();
    for name in ["linked-form", "pipe", "folder"] {
        let done = house.say("intake_folder", json!({ "path": arrived.join(name) }));
        assert_eq!(done["taken"], json!([]), "{name}");
        assert_eq!(done["refused"][0]["code"], "no-application", "{name}");
    }
    // Of a folder of folders only those that lie in it are taken.
    let all = house.say("intake_folder", json!({ "path": arrived }));
    assert_eq!(all["refused"][0]["code"], "no-application", "nothing of all that is an application: {all}");
    house.application("true", |_| {});
    let all = house.say("intake_folder", json!({ "path": arrived }));
    let folders: Vec<&Value> = all["taken"].as_array().unwrap().iter().map(|one| &one["folder"]).collect();
    assert_eq!(folders, [&json!("true")], "{all}");
}

#[cfg(unix)]
#[test]
fn a_backup_behind_a_link_is_not_found_and_a_path_astray_restores_nothing() {
    use std::os::unix::fs::symlink;
    let house = House::new();
    house.sign_in("admin");
    house.say("backup_now", json!({ "folder": house.outside() }));
    house.desk.lock();
    let backup = names(&house.outside()).into_iter().find(|name| name != "clean").unwrap();
    symlink(house.outside().join(&backup), house.chosen().join(&backup)).unwrap();
    symlink(house.outside(), house.chosen().join("tanu-0195a3f1")).unwrap();
    let fresh = desk_over(house.folder.path(), "fresh");
    let look = |folder: &Path| answer(&fresh, "backup_look", json!({ "folder": folder }));
    assert_eq!(look(&house.outside()).unwrap().as_array().unwrap().len(), 1, "it is there");
    assert_eq!(look(&house.chosen()), Ok(json!([])), "but not here");
    let key = json!({ "by": "password", "login": "admin", "password": "silver birch garden" });
    for path in astray(&house.chosen(), &house.outside().join(&backup)) {
        let no = answer(&fresh, "office_restore", json!({ "folder": path, "key": key })).unwrap_err();
        assert!(["path", "arguments"].contains(&no["code"].as_str().unwrap()), "{path:?}: {no}");
    }
    assert!(!house.folder.path().join("fresh").exists(), "nothing was put in place");
}
