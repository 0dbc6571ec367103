//! `Banks`: which bank an account number seems to belong to. A hint only: codes outlive the names of banks.

use super::fault::{DataFault, check_format, read_json};
use crate::text::Text;
use serde::{Deserialize, Serialize};

/// Known bank codes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Banks {
    format: u32,
    /// What the list is good for.
    pub note: Text,
    banks: Vec<Bank>,
}

/// One bank.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bank {
    /// Three digits.
    pub code: String,
    /// Its name.
    pub name: String,
}

impl Banks {
    /// Reads the list from its file. Errors say which row is wrong and why.
    pub fn parse(text: &str) -> Result<Banks, DataFault> {
        let banks: Banks = read_json(text)?;
        check_format(banks.format, 1)?;
        for (place, bank) in banks.banks.iter().enumerate() {
            let right = bank.code.len() == 3 && bank.code.bytes().all(|letter| letter.is_ascii_digit());
            if !right {
                return Err(
                    DataFault::at(format!("banks[{place}].code"), "bank_code").with("value", &bank.code)
                );
            }
        }
        Ok(banks)
    }

    /// The bank of a code; none is a warning for a person, never an error.
    pub fn find(&self, code: &str) -> Option<&Bank> {
        self.banks.iter().find(|bank| bank.code == code)
    }
}
