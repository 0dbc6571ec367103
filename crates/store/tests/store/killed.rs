//! The program is killed without warning, again and again, on one vault.

use std::thread::sleep;
use std::time::{Duration, Instant};

use super::child::{acknowledged, assert_whole, start, vault_of};
use super::damage::scattered;

#[test]
fn what_was_called_saved_survives_being_killed() {
    let folder = tempfile::tempdir().unwrap();
    let seed = 9;
    println!("seed {seed}");
    let mut saved = 0;
    for (round, pause) in scattered(seed, 30, 120).into_iter().enumerate() {
        let mut child = start(folder.path(), u64::MAX, &[]);
        // Not before it got to work, however busy this machine is.
        let begun = Instant::now();
        while acknowledged(folder.path()).len() <= saved && begun.elapsed() < Duration::from_secs(20) {
            sleep(Duration::from_millis(2));
        }
        sleep(Duration::from_millis(pause));
        child.kill().unwrap();
        child.wait().unwrap();
        let acknowledged = acknowledged(folder.path());
        let expected: Vec<u64> = (1..=acknowledged.len() as u64).collect();
        assert_eq!(acknowledged, expected, "round {round}: nothing is said twice or left out");
        assert_whole(&vault_of(folder.path()), &acknowledged, &format!("killed in round {round}"));
        saved = acknowledged.len();
    }
    assert!(saved >= 30, "the child got to work between the kills: {saved}");
}
