//! Identifiers: one type per thing, so that the id of a case never fits where the id of a voucher goes.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;
use uuid::Uuid;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl FromStr for $name {
            type Err = uuid::Error;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Uuid::parse_str(text.trim()).map(Self)
            }
        }
    )+};
}

ids! {
    /// One case: everything that happened around one application. іс / дело.
    CaseId,
    /// One application of Appendix 1. өтініш / заявление.
    ApplicationId,
    /// One voucher. ваучер / ваучер.
    VoucherId,
    /// One act of services of Appendix 2. көрсетілген қызметтер актісі / акт оказанных услуг.
    ActId,
    /// One document attached to a case. құжат / документ.
    DocumentId,
    /// One sick-leave sheet. еңбекке уақытша жарамсыздық парағы / лист временной нетрудоспособности.
    SheetId,
    /// One recognition centre. тану орталығы / центр признания.
    CentreId,
    /// One request, named by its author: the same command twice changes nothing.
    CommandId,
    /// One fact that happened.
    EventId,
    /// One person who works with the program. пайдаланушы / пользователь.
    UserId,
    /// One computer of an office. құрылғы / устройство.
    DeviceId,
    /// One office: a career centre or a mobility centre.
    OfficeId,
    /// One register of payments. тізілім / реестр.
    RegisterId,
}
