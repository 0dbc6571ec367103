//! Acts of services over several cases (paragraphs 14 to 17): the cases of one act gathered, examined by the
//! Rules, and received, returned or accepted together.

mod examine;
mod list;
mod sheet;
mod together;
mod view;

pub(crate) use list::{list, vouchers};
pub(crate) use sheet::{Key, Member, Sheet, mark_of};
pub(crate) use together::{OTHER_LINES, accept, give_back, is_about_person, receive};
pub(crate) use view::{examine_draft, open, paragraph, preview};
