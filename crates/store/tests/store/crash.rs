//! Power cuts: what the disk may hold is built from a record of what was asked of it, and opened.
//!
//! The record is made by a small library laid before the C library (Linux). After each of many points the
//! disk may hold: all that was synced, and of the rest nothing, everything, some pieces of 4 KiB, some sectors
//! of 512 bytes, or garbage where a sector was being written. Names change in order, but late.

#![cfg(target_os = "linux")]

use std::collections::{BTreeMap, HashMap};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::child::{assert_whole, start};
use super::damage::scattered;

#[derive(Debug)]
enum Asked {
    Created { file: u64, path: PathBuf },
    Written { file: u64, at: usize, bytes: Vec<u8> },
    Cut { file: u64, size: usize },
    Synced { file: u64 },
    FolderSynced { path: PathBuf },
    Renamed { from: PathBuf, to: PathBuf },
    Removed { path: PathBuf },
    FolderMade,
    Acknowledged { number: u64 },
}

#[derive(Clone)]
enum Pending {
    Write(usize, Vec<u8>),
    Cut(usize),
}

#[derive(Clone)]
enum Naming {
    Create(PathBuf, u64),
    Rename(PathBuf, PathBuf),
    Remove(PathBuf),
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Policy {
    Nothing,
    Everything,
    Pieces,
    Sectors,
    MostOfIt,
    Garbage,
}

const POLICIES: [Policy; 6] =
    [Policy::Nothing, Policy::Everything, Policy::Pieces, Policy::Sectors, Policy::MostOfIt, Policy::Garbage];

/// What is surely on the disk and what may be.
#[derive(Default)]
struct Disk {
    synced: HashMap<u64, Vec<u8>>,
    pending: HashMap<u64, Vec<Pending>>,
    names: BTreeMap<PathBuf, u64>,
    naming: Vec<Naming>,
    acknowledged: Vec<u64>,
}

#[test]
fn what_was_called_saved_survives_a_power_cut_at_any_point() {
    let folder = tempfile::tempdir().unwrap();
    let library = compile(folder.path());
    let root = folder.path().join("work");
    fs::create_dir(&root).unwrap();
    let trace = folder.path().join("trace");
    let environment = [
        ("LD_PRELOAD", library.as_path()),
        ("TANU_TRACE", trace.as_path()),
        ("TANU_TRACE_ROOT", root.as_path()),
    ];
    let status = start(&root, 18, &environment).wait().unwrap();
    assert!(status.success(), "the traced child worked");
    let asked = read(&fs::read(&trace).unwrap());
    let acks = asked.iter().filter(|one| matches!(one, Asked::Acknowledged { .. })).count();
    assert_eq!(acks, 18, "the record holds all of its work");
    let syncs = asked.iter().filter(|one| matches!(one, Asked::Synced { .. })).count();
    assert!(syncs > 50, "and the syncs between: {syncs}");

    let seed = 7;
    println!("seed {seed}, {} operations", asked.len());
    let images = folder.path().join("image");
    let mut disk = Disk::default();
    let mut built = 0u64;
    for (index, one) in asked.iter().enumerate() {
        disk.apply(one);
        // Right after the word "saved" nothing may be missing; elsewhere nothing may be broken.
        let policies = match one {
            Asked::Acknowledged { .. } => POLICIES.to_vec(),
            _ if index % 17 == 0 => vec![POLICIES[index / 17 % 6], POLICIES[(index / 17 + 3) % 6]],
            _ => continue,
        };
        for policy in policies {
            built += 1;
            let _ = fs::remove_dir_all(&images);
            disk.build(&images, &root, policy, seed + built);
            let why = format!("operation {index} of {}, {policy:?}, seed {}", asked.len(), seed + built);
            assert_whole(&images.join("vault"), &disk.acknowledged, &why);
        }
    }
    println!("{built} images");
    assert!(built > 250, "many points were tried: {built}");
}

fn compile(folder: &Path) -> PathBuf {
    let library = folder.join("iotrace.so");
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/store/iotrace.c");
    let compiler = std::env::var("CC").unwrap_or_else(|_| "cc".into());
    let status = Command::new(compiler)
        .args(["-shared", "-fPIC", "-O1", "-w", "-o"])
        .args([&library, &source])
        .arg("-ldl")
        .status()
        .unwrap();
    assert!(status.success(), "the C compiler that builds the database engine builds the tracer too");
    library
}

fn read(mut bytes: &[u8]) -> Vec<Asked> {
    let mut all = Vec::new();
    let mut acks = 0;
    while let Some((head, rest)) = bytes.split_first_chunk::<21>() {
        let number = |at: usize| u64::from_le_bytes(head[at..at + 8].try_into().unwrap());
        let (file, place) = (number(1), number(9) as usize);
        let length = u32::from_le_bytes(head[17..21].try_into().unwrap()) as usize;
        let (data, rest) = rest.split_at(length);
        bytes = rest;
        let path = || PathBuf::from(String::from_utf8(data.to_vec()).unwrap());
        all.push(match head[0] {
            b'O' if path().ends_with("acks") => {
                acks = file;
                continue;
            }
            b'W' if file == acks => {
                let text = std::str::from_utf8(data).unwrap();
                // The number and the end of its line may come in two writes.
                let Ok(number) = text.trim().parse() else { continue };
                Asked::Acknowledged { number }
            }
            b'O' => Asked::Created { file, path: path() },
            b'W' => Asked::Written { file, at: place, bytes: data.to_vec() },
            b'T' => Asked::Cut { file, size: place },
            b'S' => Asked::Synced { file },
            b'D' => Asked::FolderSynced { path: path() },
            b'U' => Asked::Removed { path: path() },
            b'M' => Asked::FolderMade,
            b'R' => {
                let both = String::from_utf8(data.to_vec()).unwrap();
                let (from, to) = both.split_once('\n').unwrap();
                Asked::Renamed { from: from.into(), to: to.into() }
            }
            other => panic!("a record of kind {other}"),
        });
    }
    all
}

impl Disk {
    fn apply(&mut self, asked: &Asked) {
        match asked {
            Asked::Created { file, path } => {
                self.synced.insert(*file, Vec::new());
                self.pending.insert(*file, Vec::new());
                self.naming.push(Naming::Create(path.clone(), *file));
            }
            Asked::Written { file, at, bytes } => {
                self.pending.entry(*file).or_default().push(Pending::Write(*at, bytes.clone()));
            }
            Asked::Cut { file, size } => self.pending.entry(*file).or_default().push(Pending::Cut(*size)),
            Asked::Synced { file } => {
                let content = self.synced.entry(*file).or_default();
                for one in self.pending.entry(*file).or_default().drain(..) {
                    change(content, &one);
                }
            }
            Asked::FolderSynced { path } => {
                let here = |name: &Path| name.parent() == Some(path.as_path());
                let mut left = Vec::new();
                for one in std::mem::take(&mut self.naming) {
                    let durable = match &one {
                        Naming::Create(name, _) | Naming::Remove(name) => here(name),
                        Naming::Rename(from, to) => here(from) || here(to),
                    };
                    if durable { rename(&mut self.names, &one) } else { left.push(one) }
                }
                self.naming = left;
            }
            Asked::Renamed { from, to } => self.naming.push(Naming::Rename(from.clone(), to.clone())),
            Asked::Removed { path } => self.naming.push(Naming::Remove(path.clone())),
            Asked::FolderMade => {}
            Asked::Acknowledged { number } => self.acknowledged.push(*number),
        }
    }

    /// Writes one of the disks that a power cut may leave.
    fn build(&self, to: &Path, root: &Path, policy: Policy, seed: u64) {
        let mut dice = scattered(seed, 4096, u64::MAX - 1).into_iter().cycle();
        let mut names = self.names.clone();
        let late = match policy {
            Policy::Nothing => 0,
            Policy::Everything => self.naming.len(),
            _ => dice.next().unwrap() as usize % (self.naming.len() + 1),
        };
        for one in self.naming.iter().take(late) {
            rename(&mut names, one);
        }
        fs::create_dir_all(to.join("vault")).unwrap();
        for (name, file) in names {
            let mut content = self.synced.get(&file).cloned().unwrap_or_default();
            for one in self.pending.get(&file).map(Vec::as_slice).unwrap_or_default() {
                for part in parts(one, policy, &mut dice) {
                    change(&mut content, &part);
                }
            }
            let path = to.join(name.strip_prefix(root).unwrap());
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, content).unwrap();
        }
    }
}

/// What of one unsynced request reached the disk.
fn parts(one: &Pending, policy: Policy, dice: &mut impl Iterator<Item = u64>) -> Vec<Pending> {
    let mut half = || dice.next().unwrap().is_multiple_of(2);
    match (policy, one) {
        (Policy::Nothing, _) => Vec::new(),
        (Policy::Everything, _) => vec![one.clone()],
        (Policy::Pieces | Policy::Sectors | Policy::Garbage, Pending::Cut(_)) => {
            if half() {
                vec![one.clone()]
            } else {
                Vec::new()
            }
        }
        (Policy::Pieces, Pending::Write(at, bytes)) => {
            pieces(*at, bytes, 4096).into_iter().filter(|_| half()).collect()
        }
        (Policy::Sectors, Pending::Write(at, bytes)) => {
            pieces(*at, bytes, 512).into_iter().filter(|_| half()).collect()
        }
        (Policy::MostOfIt, _) => {
            if !dice.next().unwrap().is_multiple_of(10) {
                vec![one.clone()]
            } else {
                Vec::new()
            }
        }
        (Policy::Garbage, Pending::Write(at, bytes)) => {
            let mut torn = pieces(*at, bytes, 512);
            for piece in &mut torn {
                if let Pending::Write(_, bytes) = piece
                    && dice.next().unwrap().is_multiple_of(3)
                {
                    let noise = dice.next().unwrap().to_le_bytes();
                    bytes.iter_mut().zip(noise.iter().cycle()).for_each(|(byte, noise)| *byte ^= noise | 1);
                }
            }
            torn
        }
    }
}

/// Cuts a write where the sectors of the disk end.
fn pieces(at: usize, bytes: &[u8], size: usize) -> Vec<Pending> {
    let mut all = Vec::new();
    let (mut place, mut rest) = (at, bytes);
    while !rest.is_empty() {
        let (piece, after) = rest.split_at((size - place % size).min(rest.len()));
        all.push(Pending::Write(place, piece.to_vec()));
        place += piece.len();
        rest = after;
    }
    all
}

fn change(content: &mut Vec<u8>, one: &Pending) {
    match one {
        Pending::Cut(size) => content.resize(*size, 0),
        Pending::Write(at, bytes) => {
            let end = at + bytes.len();
            if content.len() < end {
                content.resize(end, 0);
            }
            content[*at..end].copy_from_slice(bytes);
        }
    }
}

fn rename(names: &mut BTreeMap<PathBuf, u64>, one: &Naming) {
    match one {
        Naming::Create(name, file) => {
            names.insert(name.clone(), *file);
        }
        Naming::Remove(name) => {
            names.remove(name);
        }
        Naming::Rename(from, to) => {
            let moved: Vec<(PathBuf, u64)> = names
                .iter()
                .filter(|(name, _)| name.starts_with(from))
                .map(|(n, f)| (n.clone(), *f))
                .collect();
            for (name, file) in moved {
                names.remove(&name);
                let rest = name.strip_prefix(from).unwrap();
                names.insert(if rest.as_os_str().is_empty() { to.clone() } else { to.join(rest) }, file);
            }
        }
    }
}
