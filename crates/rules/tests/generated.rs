//! Ten thousand generated applications: whatever is wrong with them, no ground ever appears that the Rules do not know, and a failed gate never refuses.
#![expect(clippy::panic, clippy::expect_used, reason = "a broken world stops the test with its reason")]

mod shared;
#[path = "shared/world.rs"]
mod world;

use std::collections::BTreeSet;

use rules::application::{Application, DocumentKind, EducationLevel};
use rules::case::{Case, Command, Event};
use rules::check::{Verdict, unresolved};
use rules::law::{EditionId, Law, Paragraph, builtin};
use rules::refusal::{Ground, Step};
use rules::role::Role;
use shared::Numbers;
use world::{at, clean, facts, happen, person};

const CASES: usize = 10_000;

/// One of the values.
fn pick<T: Clone>(numbers: &mut Numbers, values: &[T]) -> T {
    values[usize::try_from(numbers.under(values.len() as u64)).unwrap_or(0)].clone()
}

/// The clean application with some of its parts spoilt.
fn spoilt(numbers: &mut Numbers) -> Application {
    let mut application = clean();
    for _ in 0..numbers.under(7) {
        spoil(&mut application, numbers);
    }
    application
}

fn spoil(application: &mut Application, numbers: &mut Numbers) {
    let text = |numbers: &mut Numbers| {
        pick(
            numbers,
            &[None, Some(String::new()), Some("880417399217".into()), Some("x".into()), Some("55".into())],
        )
    };
    let flag = |numbers: &mut Numbers| pick(numbers, &[None, Some(true), Some(false)]);
    let date = |numbers: &mut Numbers| {
        pick(numbers, &["1988-04-17", "2005-01-31", "2024-02-29", "2025-10-01", "2025-10-14", "2026-03-08"])
            .parse()
            .ok()
    };
    match numbers.under(26) {
        0 => application.applicant.iin = text(numbers),
        1 => application.applicant.surname = text(numbers),
        2 => application.applicant.born = date(numbers),
        3 => application.applicant.representative = text(numbers),
        4 => application.level = pick(numbers, &[None, Some(0), Some(3), Some(8), Some(9), Some(255)]),
        5 => application.profession.in_register = flag(numbers),
        6 => application.profession.name = text(numbers),
        7 => application.profession.requirement = None,
        8 => {
            if let Some(requirement) = &mut application.profession.requirement {
                requirement.experience_months = pick(numbers, &[None, Some(0), Some(12), Some(600)]);
                requirement.education =
                    pick(numbers, &[None, Some(EducationLevel::Basic), Some(EducationLevel::Doctor)]);
                requirement.education_field = text(numbers);
            }
        }
        9 => application.consent.personal_data = flag(numbers),
        10 => application.consent.mailings = flag(numbers),
        11 => application.education.clear(),
        12 => {
            for one in &mut application.education {
                one.graduated = date(numbers);
                one.level = pick(numbers, &[None, Some(EducationLevel::Secondary)]);
                one.foreign = flag(numbers);
            }
        }
        13 => application.work.clear(),
        14 => {
            for one in &mut application.work {
                one.from = date(numbers);
                one.to = date(numbers);
                one.in_profession = flag(numbers);
            }
        }
        15 => application.account = text(numbers),
        16 => application.residence.region = text(numbers),
        17 => application.recognition_centre.venue_region = text(numbers),
        18 => {
            application.recognition_centre.accredited_to = date(numbers);
            application.recognition_centre.accredited = flag(numbers);
        }
        19 => application.recognition_centre.professions = pick(numbers, &[None, Some(Vec::new())]),
        20 => application.phone = text(numbers),
        21 => application.email = text(numbers),
        22 => application.signature = None,
        23 => application.date = date(numbers),
        24 => {
            for document in &mut application.documents {
                document.readable = flag(numbers);
                document.encrypted = flag(numbers);
                document.termination_mark = flag(numbers);
                document.pages = pick(numbers, &[None, Some(0), Some(3)]);
                document.name_on_document = text(numbers);
                document.kind = pick(
                    numbers,
                    &[
                        DocumentKind::Diploma,
                        DocumentKind::LabourContract,
                        DocumentKind::PensionFundExtract,
                        DocumentKind::ArchiveCertificate,
                        DocumentKind::Other("рисунок".into()),
                    ],
                );
            }
        }
        _ => {
            application.documents.truncate(usize::try_from(numbers.under(3)).unwrap_or(0));
            if let Some(gates) = &mut application.platform_checks {
                gates.registered_unemployed = flag(numbers);
                gates.voucher_available = flag(numbers);
                gates.no_voucher_this_year = flag(numbers);
            }
        }
    }
}

/// Reviews one application to its end; what was refused on.
fn reviewed(
    application: Application,
    law: &Law,
    edition: &str,
    numbers: &mut Numbers,
) -> Option<Vec<Ground>> {
    let (mut case, mut list) = (Case::default(), Vec::new());
    let moment = at("2025-10-16T10:00");
    let clerk = |role, id: &str| {
        let mut facts = facts(law, person(id, role), moment, &[]);
        facts.edition = EditionId::parse(edition).ok();
        facts
    };
    // A region the office does not belong to is denied at the door.
    let receive = Command::ReceiveApplication {
        application: Box::new(application),
        office: Some("career_centre".into()),
    };
    let by = clerk(Role::Specialist, "aigul");
    if let Err(denial) = happen(&mut case, &mut list, &receive, &by) {
        assert!(["other_region", "receipt_in_future"].contains(&denial.code.as_str()), "{denial:?}");
        return None;
    }
    let findings = by.findings(&case).expect("the edition knows its checks");
    let keys: BTreeSet<String> = findings.iter().map(rules::check::Finding::key).collect();
    assert_eq!(keys.len(), findings.len(), "every finding has a key of its own");
    for finding in &findings {
        let gate = finding.paragraph == Paragraph::whole(3);
        assert!(!gate || finding.ground.is_none(), "{}: a gate never gives a ground (A-04)", finding.check);
        assert_ne!(
            finding.ground,
            Some(Ground::NegativeAnswer),
            "{}: that ground belongs to par. 9",
            finding.check
        );
    }
    // The review is decided only when every check is: before that neither way is free.
    let open = unresolved(&findings);
    let refuse = Command::RefuseByCareerCentre { grounds: Vec::new(), letter: None };
    if !open.is_empty() {
        for command in [&refuse, &Command::ForwardToMobilityCentre {}] {
            let denial = happen(&mut case, &mut list, command, &by).expect_err("checks are open");
            assert_eq!(denial.code, "checks_unresolved");
        }
    }
    let head = clerk(Role::Supervisor, "head");
    for check in open {
        let verdict = if numbers.under(2) == 0 { Verdict::Pass } else { Verdict::Fail };
        let record = Command::RecordCheck { check, verdict, note: Some("посмотрели".into()) };
        happen(&mut case, &mut list, &record, &head).unwrap_or_else(|denial| panic!("{denial:?}"));
    }
    match happen(&mut case, &mut list, &refuse, &by) {
        Ok(_) => {
            assert!(
                happen(&mut case, &mut list, &Command::ForwardToMobilityCentre {}, &by).is_err(),
                "one way only"
            );
            let events = happen(&mut case, &mut list, &Command::ApproveRefusal { number: None }, &head);
            let events = events.unwrap_or_else(|denial| panic!("{denial:?}"));
            events.into_iter().find_map(|event| match event {
                Event::RefusalFormed { step, grounds, .. } => {
                    assert_eq!(step, Step::CareerCentre);
                    Some(grounds)
                }
                _ => None,
            })
        }
        Err(denial) => {
            assert!(["no_ground", "gate_is_no_ground"].contains(&denial.code.as_str()), "{denial:?}");
            happen(&mut case, &mut list, &Command::ForwardToMobilityCentre {}, &by)
                .unwrap_or_else(|denial| panic!("what cannot be refused goes on: {denial:?}"));
            Some(Vec::new())
        }
    }
}

#[test]
fn ten_thousand_applications_meet_no_unlawful_ground() {
    let law = builtin().expect("the shipped law is whole");
    let mut numbers = Numbers::of(380);
    let lawful = [Ground::IncompletePackage, Ground::IncorrectlyFilled, Ground::RequirementsNotMet];
    let (mut refused, mut forwarded) = (0, 0);
    let mut met = BTreeSet::new();
    for number in 0..CASES {
        let edition = if number % 4 == 0 { "C" } else { "B" };
        let application = spoilt(&mut numbers);
        match reviewed(application, &law, edition, &mut numbers) {
            Some(grounds) if grounds.is_empty() => forwarded += 1,
            Some(grounds) => {
                refused += 1;
                assert!(grounds.iter().all(|ground| lawful.contains(ground)), "case {number}: {grounds:?}");
                met.extend(grounds);
            }
            None => {}
        }
    }
    assert_eq!(met.len(), 3, "all three grounds of paragraph 8 were met");
    assert!(
        refused > 1000 && forwarded > 1000,
        "both ways were walked: {refused} refused, {forwarded} sent on"
    );
}
