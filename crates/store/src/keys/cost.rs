//! What one guess at a password costs: the parameters of Argon2id, kept with each slot.

use std::time::Instant;

use argon2::{Algorithm, Argon2, Params, Version};
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use super::seal::Secret;
use crate::error::{Error, Result};

/// Memory, passes and lanes of Argon2id. Made by a named constructor only.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cost {
    memory_kib: u32,
    passes: u32,
    lanes: u32,
}

/// What a slot may ask for at most, so that a forged key file cannot exhaust the machine.
const MEMORY_KIB_MAX: u32 = 512 * 1024;
const PASSES_MAX: u32 = 64;
/// Memory times passes: three times of what the slowest honest slot asks for.
const WORK_KIB_MAX: u64 = 4 * 1024 * 1024;
/// One guess should take at least this long on the machine where the password was set.
const TARGET_MS: u128 = 400;

impl Cost {
    /// 128 MiB, three passes, one lane: about 0.3 s on an office PC.
    pub fn standard() -> Cost {
        Cost { memory_kib: 128 * 1024, passes: 3, lanes: 1 }
    }

    /// The floor for a PC with less than 4 GB of memory.
    pub fn small_machine() -> Cost {
        Cost { memory_kib: 64 * 1024, passes: 3, lanes: 1 }
    }

    /// Starts at [`Cost::standard`] and adds passes until one guess takes 0.4 s here. Takes about a second.
    pub fn measured() -> Result<Cost> {
        let mut cost = Cost::standard();
        while cost.passes < 12 {
            let begun = Instant::now();
            cost.derive(b"how long does a guess take here", &[7; 16])?;
            if begun.elapsed().as_millis() >= TARGET_MS {
                break;
            }
            cost.passes += 1;
        }
        Ok(cost)
    }

    /// Cheap and weak: for tests, which set and try thousands of passwords. Never for people.
    pub fn weak_for_tests() -> Cost {
        Cost { memory_kib: 64, passes: 1, lanes: 1 }
    }

    /// True when this slot is cheaper to guess than `policy` asks for and should be wrapped again.
    pub fn is_below(&self, policy: &Cost) -> bool {
        self.memory_kib < policy.memory_kib || self.passes < policy.passes
    }

    pub(crate) fn derive(&self, password: &[u8], salt: &[u8; 16]) -> Result<Secret> {
        let refused = |what: String| Error::Derivation { what };
        let work_kib = u64::from(self.memory_kib) * u64::from(self.passes);
        let within = self.memory_kib <= MEMORY_KIB_MAX && self.passes <= PASSES_MAX && self.lanes <= 16;
        if !within || work_kib > WORK_KIB_MAX {
            return Err(refused("the key file asks for more work than any honest one".into()));
        }
        let params = Params::new(self.memory_kib, self.passes, self.lanes, Some(32))
            .map_err(|error| refused(error.to_string()))?;
        let mut out = Zeroizing::new([0u8; 32]);
        Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
            .hash_password_into(password, salt, out.as_mut())
            .map_err(|error| refused(error.to_string()))?;
        Ok(Secret(*out))
    }
}
