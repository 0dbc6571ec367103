//! Where: the recognition centre chosen, the skills, and what the platform checked by itself.

use serde_json::Value;

use super::super::reader::{Node, ReadError, text_of};
use super::super::{PlatformChecks, RecognitionCentre, Skill};
use super::strings;

pub(super) fn centre(form: &Node<'_>, unread: &mut Vec<String>) -> Result<RecognitionCentre, ReadError> {
    let names = &[
        "recognition_centre",
        "recognition_center",
        "centre",
        "center",
        "cp",
        "цп",
        "f1_13",
        "chosen_centre",
        "centre_of_recognition",
    ];
    let mut centre = match form.child_if_object(names) {
        Some(node) => {
            let span = node.child_if_object(&["accreditation", "accredited"]);
            let dates = span.as_ref().unwrap_or(&node);
            let read = RecognitionCentre {
                name: node.text(&["name", "full_name", "title"])?,
                bin: node.text(&["bin", "бин"])?,
                venue_region: node.text(&["venue_region", "venue", "region", "exam_region"])?,
                accredited_from: dates.date(&["accredited_from", "from", "valid_from", "since", "start"])?,
                accredited_to: dates.date(&[
                    "accredited_to",
                    "to",
                    "valid_to",
                    "until",
                    "accredited_until",
                    "end",
                    "valid_until",
                ])?,
                accredited: match &span {
                    Some(inner) => inner.flag(&["valid", "active", "accredited"])?,
                    None => node.flag(&["accredited", "is_accredited", "active"])?,
                },
                professions: match dates
                    .list(&["professions", "profession", "scope"])
                    .or_else(|| node.list(&["professions", "accredited_for", "scope"]))
                {
                    Some(_) => {
                        let here = strings(dates, &["professions", "profession", "scope"])?;
                        Some(if here.is_empty() {
                            strings(&node, &["professions", "accredited_for", "scope"])?
                        } else {
                            here
                        })
                    }
                    None => None,
                },
                price: node.money(&["price", "cost", "price_tenge"])?,
            };
            if let Some(inner) = &span {
                let _ = inner.find(&["number", "certificate", "no"]);
                unread.extend(inner.leftovers());
            }
            let _ = node.find(&["address", "phone", "certificate", "accreditation_number"]);
            unread.extend(node.leftovers());
            read
        }
        None => RecognitionCentre { name: form.text(names)?, ..RecognitionCentre::default() },
    };
    if centre.price.is_none() {
        centre.price = form.money(&["price", "service_price", "centre_price"])?;
    }
    Ok(centre)
}

pub(super) fn skills(form: &Node<'_>) -> Result<Vec<Skill>, ReadError> {
    let mut out = Vec::new();
    for (path, value) in form.list(&["skills", "skill", "f1_09", "навыки"]).unwrap_or_default() {
        let skill = match value {
            Value::Object(_) => {
                let node = Node::new(path, value)?;
                Skill {
                    name: node.text(&["name", "skill", "title", "text"])?.unwrap_or_default(),
                    by_hand: node
                        .flag(&["by_hand", "manual", "entered_by_hand", "entered_manually", "typed"])?
                        .unwrap_or(false),
                }
            }
            other => Skill { name: text_of(path, other)?, by_hand: false },
        };
        if !skill.name.is_empty() {
            out.push(skill);
        }
    }
    for name in strings(form, &["manual_skills", "manual_skill", "skill_manual", "skills_manual"])? {
        out.push(Skill { name, by_hand: true });
    }
    Ok(out)
}

pub(super) fn platform_checks(
    node: &Node<'_>,
    unread: &mut Vec<String>,
) -> Result<PlatformChecks, ReadError> {
    let read = platform_checks_here(node)?;
    unread.extend(node.leftovers());
    Ok(read)
}

pub(super) fn platform_checks_here(node: &Node<'_>) -> Result<PlatformChecks, ReadError> {
    let not = |flag: Option<bool>| flag.map(|received| !received);
    Ok(PlatformChecks {
        checked_at: node.instant(&["checked_at", "at", "time", "timestamp"])?,
        registered_unemployed: gate(
            node,
            &[
                "registered_unemployed",
                "unemployed",
                "is_unemployed",
                "registered_as_unemployed",
                "unemployed_registered",
            ],
        )?,
        voucher_available: match gate(
            node,
            &[
                "voucher_available",
                "quota_available",
                "quota",
                "available",
                "voucher_in_region",
                "available_in_region",
            ],
        )? {
            Some(available) => Some(available),
            None => not(gate(node, &["quota_exhausted", "no_quota"])?),
        },
        no_voucher_this_year: match gate(
            node,
            &[
                "no_voucher_this_year",
                "no_voucher_received_this_year",
                "no_voucher",
                "not_received_this_year",
                "first_this_year",
                "no_voucher_received",
                "once_a_year",
            ],
        )? {
            Some(none) => Some(none),
            None => not(gate(
                node,
                &[
                    "voucher_received_this_year",
                    "already_received",
                    "voucher_received",
                    "received_this_year",
                    "had_voucher_this_year",
                ],
            )?),
        },
    })
}

/// One automatic check: a flag, or an object with the result and its time.
pub(super) fn gate(node: &Node<'_>, names: &[&str]) -> Result<Option<bool>, ReadError> {
    match node.child_if_object(names) {
        Some(inner) => inner.flag(&["result", "value", "passed", "ok", "pass", "verdict", "status"]),
        None => node.flag(names),
    }
}
