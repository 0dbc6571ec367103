//! Prints how long the window takes from process start to the first painted queue, the memory of all its
//! processes, and the size of the program, beside an empty Tauri window of the same profile.
//! `bench-window FOLDER [RUNS]`, where FOLDER holds tanu, tanu-cli and empty-window.
#![expect(clippy::print_stdout, reason = "a bench prints its figures")]

#[cfg(unix)]
mod measure;

#[cfg(unix)]
fn main() -> std::process::ExitCode {
    let mut arguments = std::env::args().skip(1);
    let folder = arguments.next().unwrap_or_else(|| "target/release".to_owned());
    let runs = arguments.next().and_then(|runs| runs.parse().ok()).unwrap_or(7);
    match measure::all(std::path::Path::new(&folder), runs) {
        Ok(()) => std::process::ExitCode::SUCCESS,
        Err(wrong) => {
            eprintln!("{wrong}");
            std::process::ExitCode::FAILURE
        }
    }
}

#[cfg(windows)]
fn main() {
    println!("The window is measured on Linux, where a virtual display and a driver can be started.");
}
