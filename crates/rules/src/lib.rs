//! The law: values and pure functions. No files, no clock, no random, no SQL, no HTTP, no language.
//!
//! Read in this order: the values ([`ids`], [`person`], [`money`], [`region`], [`role`], [`denial`], [`text`]),
//! then the law as data ([`law`]).
//!
//! # Glossary
//!
//! | қазақша | по-русски | in English | type |
//! |---|---|---|---|
//! | біржолғы ваучер | единоразовый ваучер | voucher | [`ids::VoucherId`] |
//! | өтініш | заявление | application | [`ids::ApplicationId`] |
//! | көрсетілген қызметтер актісі | акт оказанных услуг | act of services | [`ids::ActId`] |
//! | тану орталығы | центр признания | recognition centre | [`ids::CentreId`] |
//! | мансап орталығы | карьерный центр | career centre | [`role::OfficeKind::CareerCentre`] |
//! | еңбек мобильділігі орталығы | центр трудовой мобильности | labour mobility centre | [`role::OfficeKind::MobilityCentre`] |
//! | ЖСН | ИИН | individual identification number | [`person::Iin`] |
//! | БСН | БИН | business identification number | [`person::Bin`] |
//! | шот нөмірі | номер счёта | account number | [`person::Iban`] |
//! | өңір | регион | region | [`region::Region`] |
//! | тармақ | пункт | paragraph | [`law::Paragraph`] |
//! | редакция | редакция | edition | [`law::EditionId`] |

pub mod application;
pub mod calendar;
pub mod case;
pub mod check;
pub mod denial;
pub mod ids;
pub mod law;
pub mod money;
pub mod person;
pub mod refusal;
pub mod region;
pub mod role;
pub mod text;
