//! What the store promises, tried from outside: by its public face and by the bytes on the disk.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a helper of a test that cannot go on has to end the test"
)]

mod away;
mod backup;
mod child;
mod common;
mod crash;
mod damage;
mod day;
mod disk;
mod full;
mod keys;
mod killed;
mod queue;
mod search;
mod secrecy;
mod upgrade;
mod waiting;
