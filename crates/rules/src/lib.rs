//! The law: values and pure functions. No files, no clock, no random, no SQL, no HTTP, no language.
//!
//! Read in this order: the values ([`ids`], [`person`], [`money`], [`region`], [`role`], [`denial`], [`text`]),
//! then the law as data ([`law`], [`calendar`]), then what follows from it ([`voucher`], [`act`], [`quota`],
//! [`application`], [`check`], [`refusal`], [`case`]).
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
//! | редакция | редакция | edition | [`law::Edition`] |
//! | негіз | основание | ground | [`law::Ground`] |
//! | жұмыс күні | рабочий день | working day | [`calendar::DayKind`] |
//! | мерзім | срок | term | [`law::Term`] |
//! | АЕК | МРП | monthly calculation index | [`law::Mrp`] |
//! | еңбекке уақытша жарамсыздық парағы | лист временной нетрудоспособности | sick-leave sheet | [`voucher::Sheet`] |
//! | қолданылу мерзімі | срок действия | validity | [`voucher::Validity`] |
//! | бейін | профиль | profile | [`act::Profile`] |
//! | өңірлер арасында бөлу | распределение между регионами | distribution | [`quota::Plan`] |

pub mod act;
pub mod application;
pub mod calendar;
pub mod case;
pub mod check;
pub mod denial;
pub mod ids;
pub mod law;
pub mod money;
pub mod person;
pub mod quota;
pub mod refusal;
pub mod region;
pub mod role;
pub mod scenario;
pub mod text;
pub mod voucher;
