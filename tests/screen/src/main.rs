//! Opens a program on a display of its own, waits until it has painted, saves the picture and ends it:
//! `screen PICTURE.png PROGRAM [ARGUMENT]…`. For `make run` on a machine without a display.

#[cfg(unix)]
fn main() -> std::process::ExitCode {
    use std::process::ExitCode;
    let mut arguments = std::env::args_os().skip(1);
    let (Some(picture), Some(program)) = (arguments.next(), arguments.next()) else {
        eprintln!("usage: screen PICTURE.png PROGRAM [ARGUMENT]...");
        return ExitCode::from(2);
    };
    match photograph(std::path::Path::new(&picture), &program, arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(fault) => {
            eprintln!("{fault}");
            let mut cause = std::error::Error::source(&fault);
            while let Some(error) = cause {
                eprintln!("  because: {error}");
                cause = error.source();
            }
            ExitCode::FAILURE
        }
    }
}

#[cfg(unix)]
fn photograph(
    picture: &std::path::Path,
    program: &std::ffi::OsStr,
    arguments: impl Iterator<Item = std::ffi::OsString>,
) -> Result<(), screen::Fault> {
    use std::process::{Command, Stdio};
    use std::time::Duration;
    let display = screen::Display::start(screen::Size::OFFICE)?;
    let mut command = Command::new(program);
    command.args(arguments).stdin(Stdio::null());
    let mut group = screen::Group::start(display.dress(&mut command))?;
    display.painted(&mut group, Duration::from_secs(60))?.save(picture)
}

#[cfg(windows)]
fn main() {
    eprintln!("Windows has no virtual display; open tanu.exe on the desktop instead");
}
