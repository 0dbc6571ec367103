//! Who a person or an organisation is: numbers, names, ways to reach them. Parsed at the door, trusted inside.

pub mod bin;
pub mod check_digit;
pub mod email;
pub mod iban;
pub mod iin;
pub mod name;
pub mod phone;

pub use bin::{Bin, BinFault, BinKind};
pub use email::{Email, EmailFault};
pub use iban::{Iban, IbanChange, IbanFault};
pub use iin::{Iin, IinFault, Sex};
pub use name::{NameFault, PersonName};
pub use phone::{Phone, PhoneFault};
