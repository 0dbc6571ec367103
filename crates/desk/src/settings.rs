//! What one person chose for the window, and the filters kept under a name. Nobody else sees them.

use crate::contract::session::Nothing;
use crate::contract::settings::{SaveView, SavedView, SettingsView, ViewName};
use crate::contract::{Answer, No, Outcome, Topic};
use crate::workplace::Workplace;

/// Key of the settings of a person.
pub(crate) const WINDOW: &str = "window";
/// The screen whose filters are kept.
const QUEUE: &str = "queue";
/// More names than that are not found again in a menu.
const VIEWS_MAX: usize = 50;

pub fn set(desk: &mut Workplace, wanted: SettingsView) -> Outcome<SettingsView> {
    let kept = SettingsView { zoom: wanted.zoom.clamp(80, 200), ..wanted };
    let text = serde_json::to_string(&kept).map_err(|_| No::bug("answer"))?;
    let me = desk.me.user;
    desk.keep("settings_set", |tx| tx.put_setting(Some(me), WINDOW, &text))?;
    desk.settings = kept;
    Ok(Answer::changing(kept, &[Topic::Settings]))
}

pub fn views(desk: &mut Workplace, _: Nothing) -> Outcome<Vec<SavedView>> {
    Ok(Answer::only(listed(desk)?))
}

fn listed(desk: &Workplace) -> Result<Vec<SavedView>, No> {
    let views = desk.store.saved_views(desk.me.user, QUEUE)?;
    Ok(views.into_iter().map(|view| SavedView { name: view.name, filter: view.body }).collect())
}

pub fn save_view(desk: &mut Workplace, view: SaveView) -> Outcome<Vec<SavedView>> {
    let name = view.name.trimmed().ok_or_else(|| No::invalid("name"))?;
    if listed(desk)?.len() >= VIEWS_MAX {
        return Err(No::denial("too-many-views"));
    }
    let kept = store::SavedView {
        screen: QUEUE.to_owned(),
        name: name.to_owned(),
        place: 0,
        body: view.filter.as_str().to_owned(),
    };
    desk.keep("views_save", |tx| tx.put_view(&kept))?;
    Ok(Answer::changing(listed(desk)?, &[Topic::Views]))
}

pub fn delete_view(desk: &mut Workplace, view: ViewName) -> Outcome<Vec<SavedView>> {
    desk.keep("views_delete", |tx| tx.drop_view(QUEUE, view.name.as_str()))?;
    Ok(Answer::changing(listed(desk)?, &[Topic::Views]))
}
