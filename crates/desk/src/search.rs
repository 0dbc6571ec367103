//! Finding a case by ИИН, name, number of a voucher or an act, or phone; only among those this person may see.

use crate::contract::queue::{SearchAsk, SearchHits};
use crate::contract::{Answer, Outcome};
use crate::queue::shown;
use crate::workplace::Workplace;

const HITS_MAX: u16 = 50;

pub fn all(desk: &mut Workplace, ask: SearchAsk) -> Outcome<SearchHits> {
    let Some(text) = ask.text.trimmed() else {
        return Ok(Answer::only(SearchHits { rows: Vec::new(), more: false }));
    };
    let limit = usize::from(ask.limit.clamp(1, HITS_MAX));
    let wanted = u32::try_from(limit + 1).unwrap_or(u32::MAX);
    let mut hits = desk.store.search(&desk.scope(), text, wanted)?;
    let more = hits.len() > limit;
    hits.truncate(limit);
    let today = desk.today();
    let rows = shown(desk, hits.iter().map(|hit| &hit.case), today);
    Ok(Answer::only(SearchHits { rows, more }))
}
