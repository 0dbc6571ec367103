//! `settle --profile P --price P --protocol D`: what is paid for one person, and by whom.

use crate::answer::{Answer, Unusable};
use crate::reader::Reader;
use rules::act::{Profile, Service, SettleFault, Venue, settle};
use rules::law::readings::MrpBasis;
use serde_json::json;
use std::fmt::Write;
use words::{Lang, msg};

#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[arg(long, value_name = "social|technical")]
    profile: String,
    #[arg(long, value_name = "P", allow_hyphen_values = true)]
    price: String,
    #[arg(long, value_name = "D", allow_hyphen_values = true)]
    protocol: String,
    #[arg(long, value_name = "R", allow_hyphen_values = true)]
    home: Option<String>,
    #[arg(long, value_name = "R|remote", allow_hyphen_values = true)]
    venue: Option<String>,
    #[arg(long, value_name = "D", allow_hyphen_values = true)]
    issued: Option<String>,
    #[arg(long, value_name = "D", allow_hyphen_values = true)]
    paid: Option<String>,
    #[arg(long, value_name = "E")]
    edition: Option<String>,
}

pub(crate) fn run(args: &Args, reader: Reader) -> Result<Answer, Unusable> {
    let lang = reader.lang;
    let law = reader.law()?;
    let service = service(args, reader)?;
    let edition = match &args.edition {
        Some(name) => reader.edition(name, &law.editions)?,
        None => law.editions.on(service.protocol).map_err(|fault| reader.edition_fault(&fault))?,
    };
    let found = settle(&service, edition, &law.mrp, &law.calendar).map_err(|fault| match fault {
        SettleFault::ProfileUnknown => Unusable(msg::cli_bad_profile(lang, &args.profile)),
        SettleFault::BasisDateMissing(basis) => {
            Unusable(msg::cli_settle_basis_missing(lang, &said(lang, basis)))
        }
        SettleFault::Mrp(unknown) => {
            Unusable(msg::cli_mrp_unknown(lang, unknown.date, unknown.known_from, unknown.known_to))
        }
        SettleFault::Edition(fault) => reader.edition_fault(&fault),
        SettleFault::TooLarge => {
            Unusable(msg::cli_bad_money(lang, "--price", &args.price, &msg::cli_money_too_large(lang)))
        }
    })?;
    let json = json!({
        "mrp": found.mrp,
        "mrp_date": found.mrp_date,
        "mrp_from": found.mrp_from,
        "mrp_verified": found.mrp_verified,
        "basis": found.basis,
        "cap": found.cap,
        "reimbursed": found.reimbursed,
        "claimant_pays": found.claimant_pays,
        "material_aid": found.material_aid,
        "aid_decided": found.aid_decided,
        "paragraphs": found.paragraphs,
        "alternatives": found.alternatives,
        "unknown": found.unknown,
        "edition": edition.id,
        "readings": found.readings,
    });
    let mut text = msg::cli_settle_mrp(lang, &said(lang, found.basis), found.mrp_date, found.mrp);
    let _ = write!(text, "\n{}", msg::cli_settle_reimbursed(lang, found.cap, found.reimbursed));
    let _ = write!(text, "\n{}", msg::cli_settle_claimant(lang, found.claimant_pays));
    let aid = if found.aid_decided {
        msg::cli_settle_aid(lang, found.material_aid)
    } else {
        msg::cli_settle_aid_undecided(lang)
    };
    let _ = write!(text, "\n{aid}");
    for other in &found.alternatives {
        let line = msg::cli_settle_alternative(
            lang,
            other.material_aid,
            &said(lang, other.basis),
            other.claimant_pays,
            other.mrp_date,
            other.mrp,
            other.reimbursed,
        );
        let _ = write!(text, "\n{line}");
    }
    for other in &found.unknown {
        let line = msg::cli_settle_unknown(lang, &said(lang, other.basis), other.mrp_date);
        let _ = write!(text, "\n{line}");
    }
    if !found.mrp_verified {
        let _ = write!(text, "\n{}", msg::cli_settle_unverified(lang));
    }
    text.push_str(&reader.readings(&found.readings));
    Ok(Answer { json, text, no: false })
}

fn service(args: &Args, reader: Reader) -> Result<Service, Unusable> {
    let profile = match args.profile.trim() {
        "social" => Profile::Social,
        "technical" => Profile::Technical,
        other => return Err(Unusable(msg::cli_bad_profile(reader.lang, other))),
    };
    let date =
        |option, text: &Option<String>| text.as_deref().map(|text| reader.date(option, text)).transpose();
    let home = args.home.as_deref().map(|text| reader.region("--home", Some(text))).transpose()?;
    let venue = match args.venue.as_deref() {
        None => None,
        Some("remote") => Some(Venue::Remote),
        Some(text) => Some(Venue::In(reader.region("--venue", Some(text))?)),
    };
    Ok(Service {
        profile: Some(profile),
        price: reader.money("--price", &args.price)?,
        protocol: reader.date("--protocol", &args.protocol)?,
        issued: date("--issued", &args.issued)?,
        paid: date("--paid", &args.paid)?,
        home,
        venue,
    })
}

fn said(lang: Lang, basis: MrpBasis) -> String {
    match basis {
        MrpBasis::Protocol => msg::cli_basis_protocol(lang),
        MrpBasis::Issue => msg::cli_basis_issue(lang),
        MrpBasis::Payment => msg::cli_basis_payment(lang),
    }
}
