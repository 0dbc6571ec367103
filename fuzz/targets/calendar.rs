//! Calendar files and changes of a calendar: whatever is read must give a calendar that answers.

#![no_main]

use libfuzzer_sys::fuzz_target;
use rules::calendar::{Amendment, Calendar, CalendarLaw, Week, YearDays, due};
use rules::law::builtin::calendar;

const LAW: &str = include_str!("../../assets/law/calendar/law.json");

fuzz_target!(|text: &str| {
    let _ = CalendarLaw::parse(text);
    if let (Ok(law), Ok(year)) = (CalendarLaw::parse(LAW), YearDays::parse(text)) {
        if let Ok(calendar) = Calendar::new(law, vec![year], Vec::new()) {
            let (first, last) = calendar.known();
            for week in [Week::Five, Week::Six] {
                let _ = due(first, 5, &calendar, week);
                assert!(due(last, 1, &calendar, week).is_err(), "the known days end");
            }
        }
    }
    if let (Ok(calendar), Ok(change)) = (calendar(), Amendment::parse(text)) {
        let amended = rules::calendar::Amended {
            change,
            by: String::new(),
            at: Default::default(),
            note: String::new(),
        };
        if let Ok(new) = calendar.amend(amended) {
            assert_ne!(new.version(), calendar.version(), "a change makes a new version");
        }
    }
});
