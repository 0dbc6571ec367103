//! One question of IPP to a CUPS server: how a job ended. `lpstat` of CUPS 2.4 lists an aborted, a cancelled and
//! a printed job alike, so the state has to be asked for in the spooler's own protocol (RFC 8011).

use super::port::JobState;
use std::io::{Read, Write};
use std::net::{TcpStream, ToSocketAddrs};
use std::os::unix::net::UnixStream;
use std::path::Path;
use std::time::Duration;

const PATIENCE: Duration = Duration::from_secs(5);
/// An answer to this question has some hundred bytes.
const ANSWER_BYTES_MAX: u64 = 64 * 1024;
const LOCAL_SOCKET: &str = "/run/cups/cups.sock";
const PORT: u16 = 631;

/// State of a job by its number; `None` when the server does not know it or cannot be asked.
pub(super) fn job_state(server: Option<&str>, number: u32) -> Option<JobState> {
    let request = request(number);
    let server = server.map(str::to_owned).or_else(|| std::env::var("CUPS_SERVER").ok());
    let answer = match server.as_deref() {
        Some(path) if path.starts_with('/') => through_socket(path, &request),
        Some(host) => through_network(host, &request),
        None if Path::new(LOCAL_SOCKET).exists() => through_socket(LOCAL_SOCKET, &request),
        None => through_network("localhost", &request),
    };
    state(&answer.ok()?)
}

fn through_socket(path: &str, request: &[u8]) -> std::io::Result<Vec<u8>> {
    let stream = UnixStream::connect(path)?;
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.set_write_timeout(Some(PATIENCE))?;
    exchange(stream, request)
}

fn through_network(host: &str, request: &[u8]) -> std::io::Result<Vec<u8>> {
    let with_port = if host.contains(':') { host.to_owned() } else { format!("{host}:{PORT}") };
    let mut last = std::io::Error::from(std::io::ErrorKind::NotFound);
    for address in with_port.to_socket_addrs()? {
        match TcpStream::connect_timeout(&address, PATIENCE) {
            Ok(stream) => {
                stream.set_read_timeout(Some(PATIENCE))?;
                stream.set_write_timeout(Some(PATIENCE))?;
                return exchange(stream, request);
            }
            Err(cause) => last = cause,
        }
    }
    Err(last)
}

fn exchange(mut stream: impl Read + Write, request: &[u8]) -> std::io::Result<Vec<u8>> {
    stream.write_all(request)?;
    let mut answer = Vec::new();
    stream.take(ANSWER_BYTES_MAX).read_to_end(&mut answer)?;
    Ok(answer)
}

/// Get-Job-Attributes for `job-state`, in HTTP.
fn request(number: u32) -> Vec<u8> {
    let mut body: Vec<u8> = vec![2, 0, 0, 9, 0, 0, 0, 1, 1];
    let uri = format!("ipp://localhost/jobs/{number}");
    let attributes: [(u8, &str, &str); 4] = [
        (0x47, "attributes-charset", "utf-8"),
        (0x48, "attributes-natural-language", "en"),
        (0x45, "job-uri", &uri),
        (0x44, "requested-attributes", "job-state"),
    ];
    for (tag, name, value) in attributes {
        body.push(tag);
        for text in [name, value] {
            body.extend(u16::try_from(text.len()).unwrap_or(0).to_be_bytes());
            body.extend(text.as_bytes());
        }
    }
    body.push(3);
    let head = format!(
        "POST /jobs/ HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/ipp\r\nContent-Length: {}\r\nConnection: close\r\n\r\n",
        body.len()
    );
    [head.as_bytes(), &body].concat()
}

/// Finds the attribute in the answer; nothing else in so short an answer can look like it.
fn state(answer: &[u8]) -> Option<JobState> {
    const NAME: &[u8] = b"\x23\x00\x09job-state\x00\x04";
    let at = answer.windows(NAME.len()).position(|window| window == NAME)?;
    let value: [u8; 4] = answer.get(at + NAME.len()..)?.get(..4)?.try_into().ok()?;
    match u32::from_be_bytes(value) {
        // pending, held, processing, stopped
        3..=6 => Some(JobState::Waiting),
        // cancelled, aborted
        7 | 8 => Some(JobState::Failed),
        9 => Some(JobState::Sent),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answer(value: u32) -> Vec<u8> {
        [
            b"HTTP/1.1 200 OK\r\n\r\n\x02\x00\x00\x00\x00\x00\x00\x01\x02\x23\x00\x09job-state\x00\x04"
                .as_slice(),
            &value.to_be_bytes(),
            b"\x03",
        ]
        .concat()
    }

    #[test]
    fn every_state_of_the_standard_has_its_meaning() {
        let rows = [
            (3, Some(JobState::Waiting)),
            (4, Some(JobState::Waiting)),
            (5, Some(JobState::Waiting)),
            (6, Some(JobState::Waiting)),
            (7, Some(JobState::Failed)),
            (8, Some(JobState::Failed)),
            (9, Some(JobState::Sent)),
            (0, None),
            (10, None),
            (u32::MAX, None),
        ];
        for (value, expected) in rows {
            assert_eq!(state(&answer(value)), expected, "job-state {value}");
        }
    }

    #[test]
    fn an_answer_cut_off_anywhere_says_nothing() {
        let whole = answer(9);
        for length in 0..whole.len() - 1 {
            assert_eq!(state(&whole[..length]), None, "{length} of {} bytes", whole.len());
        }
    }
}
