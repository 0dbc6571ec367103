//! What the store promises, tried from outside: by its public face and by the bytes on the disk.

mod backup;
mod common;
mod damage;
mod day;
mod keys;
mod secrecy;
mod upgrade;
