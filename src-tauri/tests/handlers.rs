//! The handlers of the window without a window: the real list, the real permissions and the real desk, on
//! the mock runtime. What the page may call, what it may not, and what it gets.
#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test says what it expects")]

use desk::Desk;
use desk::contract::COMMANDS;
use desk::demonstration::make;
use desk::world::{FixedClock, PreparedPicker, World};
use serde_json::{Value, json};
use std::path::Path;
use std::sync::Arc;
use tauri::ipc::{CallbackFn, InvokeBody, InvokeResponseBody};
use tauri::test::{INVOKE_KEY, MockRuntime, get_ipc_response, mock_builder};
use tauri::webview::InvokeRequest;
use tauri::{App, Listener, WebviewWindow, WebviewWindowBuilder};

fn desk_at(folder: &Path) -> Arc<Desk> {
    let now = chrono::DateTime::parse_from_rfc3339(make::MORNING).unwrap().to_utc();
    let papers = folder.join("papers");
    let world = World {
        clock: Box::new(FixedClock::at(now)),
        picker: Box::new(PreparedPicker::default()),
        printer: Box::new(desk::printing::Folder::at(&papers)),
        cost: desk::world::strength_for_tests(),
        room: desk::world::room_for_tests(),
        version: "test".into(),
        demonstration: None,
        papers,
    };
    Arc::new(Desk::open(folder, world))
}

fn program(folder: &Path) -> App<MockRuntime> {
    tanu_lib::program(mock_builder(), desk_at(folder))
        .build(tanu_lib::context())
        .expect("the program is built")
}

fn window(app: &App<MockRuntime>, label: &str) -> WebviewWindow<MockRuntime> {
    WebviewWindowBuilder::new(app, label, tauri::WebviewUrl::default())
        .build()
        .expect("a window without a screen")
}

fn invoke(
    window: &WebviewWindow<MockRuntime>,
    url: &str,
    command: &str,
    body: Value,
) -> Result<InvokeResponseBody, Value> {
    let request = InvokeRequest {
        cmd: command.to_owned(),
        callback: CallbackFn(0),
        error: CallbackFn(1),
        url: url.parse().unwrap(),
        body: InvokeBody::Json(body),
        headers: tauri::http::HeaderMap::default(),
        invoke_key: INVOKE_KEY.to_owned(),
    };
    get_ipc_response(window, request)
}

/// Where our own pages come from.
const OURS: &str = if cfg!(windows) { "http://tauri.localhost" } else { "tauri://localhost" };

fn call(
    window: &WebviewWindow<MockRuntime>,
    command: &str,
    args: Value,
) -> Result<InvokeResponseBody, Value> {
    invoke(window, OURS, command, json!({ "args": args }))
}

#[test]
fn every_command_of_the_contract_reaches_the_desk_and_a_locked_one_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let app = program(folder.path());
    let window = window(&app, "main");
    for command in COMMANDS {
        match call(&window, command.name, json!({})) {
            Ok(_) => assert_eq!(command.who, desk::contract::Who::Anyone, "{} answered nobody", command.name),
            Err(no) => {
                let kind = no.get("kind").and_then(Value::as_str).unwrap_or_default();
                // Open to anybody, but without its arguments or without a card on the screen.
                let expected: &[&str] = if command.who == desk::contract::Who::Anyone {
                    &["invalid", "denial"]
                } else {
                    &["locked"]
                };
                assert!(
                    expected.contains(&kind),
                    "{}: the desk said no, not the list of permissions: {no}",
                    command.name
                );
            }
        }
    }
}

#[test]
fn what_no_permission_names_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let app = program(folder.path());
    let (main, other) = (window(&app, "main"), window(&app, "other"));
    let rows = [
        ("a window that no permission names", invoke(&other, OURS, "session_state", json!({ "args": {} }))),
        ("a page from the web", invoke(&main, "https://example.org", "session_state", json!({ "args": {} }))),
        ("a command that is not ours", call(&main, "store_sql", json!({}))),
        ("sending events", invoke(&main, OURS, "plugin:event|emit", json!({ "event": "x", "payload": 1 }))),
        (
            "opening windows",
            invoke(&main, OURS, "plugin:webview|create_webview_window", json!({ "options": {} })),
        ),
        ("closing the window", invoke(&main, OURS, "plugin:window|close", json!({ "label": "main" }))),
        ("reading a path", invoke(&main, OURS, "plugin:path|resolve_directory", json!({ "directory": 1 }))),
    ];
    for (what, answer) in rows {
        let refused = answer.err().unwrap_or_else(|| json!("it was allowed"));
        let text = refused.to_string();
        assert!(
            text.contains("not allowed") || text.contains("not found"),
            "{what} is refused by the list of permissions: {text}"
        );
    }
}

#[test]
fn answers_are_json_papers_are_bytes_and_heavy_arguments_are_turned_away() {
    let folder = tempfile::tempdir().unwrap();
    let at = chrono::DateTime::parse_from_rfc3339(make::MORNING).unwrap().to_utc();
    let made = make::office(folder.path(), 14, 5, desk::world::strength_for_tests(), at).unwrap();
    let app = program(folder.path());
    let window = window(&app, "main");
    let account = made.accounts.iter().find(|account| account.login == "supervisor").unwrap();
    let sign_in = json!({ "login": account.login, "password": account.password });
    let InvokeResponseBody::Json(view) = call(&window, "session_sign_in", sign_in).unwrap() else {
        unreachable!("an answer is JSON");
    };
    let view: Value = serde_json::from_str(&view).unwrap();
    assert_eq!(view["value"]["state"], "open", "the supervisor sits at the desk");
    assert_eq!(view["changed"], json!(["session"]), "the window is told what to ask again for");
    let InvokeResponseBody::Json(stack) = call(&window, "refusal_to_sign", json!({})).unwrap() else {
        unreachable!("an answer is JSON");
    };
    let stack: Value = serde_json::from_str(&stack).unwrap();
    let case = stack["value"][0]["case"].clone();
    let ask = json!({ "case": case, "kind": "refusal", "language": "ru" });
    let paper = call(&window, "paper_preview", ask).unwrap();
    assert!(
        matches!(&paper, InvokeResponseBody::Raw(bytes) if bytes.starts_with(b"%PDF-")),
        "a paper crosses as bytes, not as text in JSON"
    );
    let heavy = json!({ "text": "ұ".repeat(600_000), "limit": 5 });
    let no = call(&window, "search_all", heavy).unwrap_err();
    assert_eq!(no["code"], "arguments-too-large", "{no}");
    let mut deep = json!(1);
    for _ in 0..100 {
        deep = json!([deep]);
    }
    let no = call(&window, "search_all", deep).unwrap_err();
    assert_eq!(no["kind"], "invalid", "{no}");
}

#[test]
fn dropped_folders_are_told_in_one_word_that_names_each() {
    let folder = tempfile::tempdir().unwrap();
    let at = chrono::DateTime::parse_from_rfc3339(make::MORNING).unwrap().to_utc();
    let made = make::office(folder.path(), 1, 5, desk::world::strength_for_tests(), at).unwrap();
    let app = program(folder.path());
    let window = window(&app, "main");
    let (tell, heard) = std::sync::mpsc::channel::<Value>();
    app.listen_any(tanu_lib::host::IMPORTED, move |event| {
        let _ = tell.send(serde_json::from_str(event.payload()).unwrap());
    });
    let drop = |paths: &[&Path]| {
        let paths = paths.iter().map(|path| path.to_path_buf()).collect();
        tanu_lib::dropped::import(app.handle(), paths);
        heard.recv_timeout(std::time::Duration::from_secs(60)).expect("the page is told")
    };
    let demo = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/demo");
    let (clean, saturday, empty) = (demo.join("clean"), demo.join("saturday"), demo.join("nothing"));

    assert_eq!(drop(&[&clean])["kind"], "locked", "nobody sits at the desk: nothing is taken");

    let account = made.accounts.iter().find(|account| account.login == "specialist").unwrap();
    let sign_in = json!({ "login": account.login, "password": account.password });
    call(&window, "session_sign_in", sign_in).unwrap();
    let told = drop(&[&clean, &empty, &saturday]);
    let names = |part: &str| -> Vec<String> {
        let rows = told[part].as_array().expect("an answer has both lists");
        rows.iter().map(|row| row["folder"].as_str().unwrap_or_default().to_owned()).collect()
    };
    assert_eq!(names("taken"), ["clean", "saturday"], "both applications are taken: {told}");
    assert_eq!(names("refused"), ["nothing"], "the folder that is not there is named: {told}");
    let no = drop(&[Path::new("clean")]);
    assert_eq!(no["kind"], "invalid", "a name without its place is no folder: {no}");
}

#[test]
fn the_page_is_closed_to_the_outside_by_its_configuration() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let read = |file: &str| -> Value {
        serde_json::from_str(&std::fs::read_to_string(root.join(file)).unwrap()).unwrap()
    };
    let configuration = read("tauri.conf.json");
    let security = &configuration["app"]["security"];
    let csp = security["csp"].as_object().unwrap();
    assert_eq!(csp["default-src"], "'none'", "what is not named is not allowed");
    for (directive, sources) in csp {
        let sources = sources.as_str().unwrap();
        for open in ["'unsafe-inline'", "'unsafe-eval'", "*", "https:", "data: 'self'"] {
            assert!(!sources.split(' ').any(|source| source == open), "{directive} lets in {open}");
        }
    }
    assert_eq!(csp["script-src"], "'self' 'wasm-unsafe-eval'", "scripts are ours alone");
    for closed in ["frame-src", "object-src", "base-uri", "form-action"] {
        assert_eq!(csp[closed], "'none'", "{closed}");
    }
    assert_eq!(security["freezePrototype"], json!(true));
    assert_eq!(security["assetProtocol"]["enable"], json!(false), "no files of the disk by address");
    assert_eq!(security["capabilities"], json!(["main"]), "one list of permissions, named");
    assert_eq!(configuration["app"]["withGlobalTauri"], json!(false));
    assert_eq!(
        configuration["app"]["windows"],
        json!([]),
        "windows are opened by the program, closed to the outside"
    );
    let capability = read("src-tauri/capabilities/main.json");
    assert_eq!(capability["windows"], json!(["main"]));
    assert!(capability.get("remote").is_none(), "no page from elsewhere may call");
    for permission in capability["permissions"].as_array().unwrap() {
        let permission = permission.as_str().unwrap();
        let known = permission.starts_with("allow-")
            || ["core:event:allow-listen", "core:event:allow-unlisten"].contains(&permission);
        assert!(known, "{permission} is more than the window needs");
    }
}

#[test]
fn developer_tools_and_open_plugins_are_not_built_in() {
    let manifest = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.toml")).unwrap();
    for feature in ["devtools", "dynamic-acl", "protocol-asset", "tauri-plugin-"] {
        assert!(!manifest.contains(feature), "{feature} opens the window: keep it out of Cargo.toml");
    }
}
