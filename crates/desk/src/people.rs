//! The people of the office: each has an own login, one role and one office. What each may do with a case
//! is decided by the Rules; who may call what at all stands in the list of commands.

use crate::card::ShownCard;
use crate::contract::card::RecoveryCard;
use crate::contract::limits::Text;
use crate::contract::people::{AddPerson, ChangeRole, PersonId, PersonRow, ResetPassword};
use crate::contract::session::{Nothing, Role};
use crate::contract::{Answer, No, Outcome, Topic};
use crate::password;
use crate::project;
use crate::workplace::Workplace;
use crate::world::wall;
use serde::{Deserialize, Serialize};
use store::{NewEvent, NewUser, UserId, UserRow};

/// Facts about people, as they are kept. A kept shape is never edited.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum PersonFact {
    PersonAdded {
        login: String,
        name: String,
        role: String,
        office: String,
        territory: Vec<String>,
        key: Option<String>,
    },
    RoleChanged {
        role: String,
        office: String,
    },
    PersonDisabled {},
    PasswordChanged {
        /// By the person, with the old one; otherwise by an administrator.
        own: bool,
        key: Option<String>,
    },
}

impl PersonFact {
    pub const VERSION: u16 = 1;

    pub fn kind(&self) -> &'static str {
        match self {
            PersonFact::PersonAdded { .. } => "person_added",
            PersonFact::RoleChanged { .. } => "role_changed",
            PersonFact::PersonDisabled {} => "person_disabled",
            PersonFact::PasswordChanged { .. } => "password_changed",
        }
    }

    pub fn event(&self) -> Result<NewEvent, No> {
        let body = serde_json::to_vec(self).map_err(|_| No::bug("answer"))?;
        Ok(NewEvent::new(self.kind(), Self::VERSION, &body))
    }
}

pub fn stream_of(user: UserId) -> String {
    format!("person/{user}")
}

pub fn role_code(role: Role) -> &'static str {
    rules::role::Role::from(role).code()
}

pub fn find_role(code: &str) -> Option<Role> {
    rules::role::Role::find(code).map(Role::from)
}

pub fn list(desk: &mut Workplace, _: Nothing) -> Outcome<Vec<PersonRow>> {
    Ok(Answer::only(rows(desk)?))
}

fn rows(desk: &Workplace) -> Result<Vec<PersonRow>, No> {
    let mut rows = Vec::new();
    for user in desk.store.users()? {
        let Some(role) = user.roles.first().and_then(|code| find_role(code)) else { continue };
        let office = desk.office.side_of(&user.office);
        let seen = desk.store.setting(Some(user.user), "last_seen")?;
        let last_seen = seen
            .and_then(|at| at.parse::<chrono::DateTime<chrono::Utc>>().ok())
            .map(|at| wall(at, desk.office.region));
        rows.push(PersonRow {
            id: user.user.to_string(),
            login: user.login,
            name: user.name_kk,
            role,
            office,
            active: !user.disabled,
            last_seen,
            me: user.user == desk.me.user,
        });
    }
    Ok(rows)
}

pub fn add(desk: &mut Workplace, new: AddPerson) -> Outcome<Vec<PersonRow>> {
    let login = login(&new.login)?;
    let name = new.name.trimmed().ok_or_else(|| No::invalid("name"))?;
    password::is_fit(new.password.as_str(), &[&[&login, name], desk.office.names().as_slice()].concat())?;
    let user = UserId::new(desk.now())?;
    let given = NewUser { user, login: login.clone(), password: new.password.as_str().to_owned().into() };
    // The login first: a person without a login can be added again, a login without a person opens nothing.
    let key = desk.store.add_login(&given, desk.world.cost)?;
    let fact = PersonFact::PersonAdded {
        login,
        name: name.to_owned(),
        role: role_code(new.role).to_owned(),
        office: desk.office.id_of(new.office).to_owned(),
        territory: vec![desk.office.region.code().to_owned()],
        key: Some(hex(&key)),
    };
    if let Err(no) = desk.record_person("add_person", user, &fact) {
        desk.store.remove_login(user)?;
        return Err(no);
    }
    Ok(Answer::changing(rows(desk)?, &[Topic::People, Topic::Journal]))
}

pub fn change_role(desk: &mut Workplace, change: ChangeRole) -> Outcome<Vec<PersonRow>> {
    let user = known(desk, &change.id)?;
    if user.user == desk.me.user {
        // The last administrator would lock everybody out of these very pages.
        return Err(No::denial("own-role"));
    }
    let office = desk.office.id_of(change.office).to_owned();
    let fact = PersonFact::RoleChanged { role: role_code(change.role).to_owned(), office };
    desk.record_person("change_role", user.user, &fact)?;
    Ok(Answer::changing(rows(desk)?, &[Topic::People, Topic::Journal]))
}

pub fn disable(desk: &mut Workplace, person: PersonId) -> Outcome<Vec<PersonRow>> {
    let user = known(desk, &person.id)?;
    if user.user == desk.me.user {
        return Err(No::denial("own-role"));
    }
    desk.record_person("disable_person", user.user, &PersonFact::PersonDisabled {})?;
    desk.store.remove_login(user.user)?;
    Ok(Answer::changing(rows(desk)?, &[Topic::People, Topic::Journal]))
}

pub fn reset_password(desk: &mut Workplace, reset: ResetPassword) -> Outcome<Vec<PersonRow>> {
    let user = known(desk, &reset.id)?;
    let about = [&[user.login.as_str(), &user.name_kk], desk.office.names().as_slice()].concat();
    password::is_fit(reset.password.as_str(), &about)?;
    if user.disabled {
        return Err(No::denial("user-disabled"));
    }
    let key = desk.store.reset_password(user.user, &user.login, reset.password.as_str(), desk.world.cost)?;
    let fact = PersonFact::PasswordChanged { own: false, key: Some(hex(&key)) };
    desk.record_person("reset_password", user.user, &fact)?;
    Ok(Answer::changing(rows(desk)?, &[Topic::People, Topic::Journal]))
}

/// A new card; the old one opens nothing any more. Its code can be printed while it is on the screen.
pub fn recovery_card(desk: &mut Workplace, _: Nothing) -> Outcome<RecoveryCard> {
    let code = desk.store.renew_recovery_code()?;
    desk.record_plain("renew_recovery", project::OFFICE, "recovery_renewed", &serde_json::json!({}))?;
    let card = ShownCard::new(&code, &desk.store, &desk.office, desk.today());
    let view = card.view();
    desk.show_card(card);
    Ok(Answer::changing(view, &[Topic::Journal]))
}

fn known(desk: &Workplace, id: &Text<40>) -> Result<UserRow, No> {
    let id: uuid::Uuid = id.as_str().parse().map_err(|_| No::invalid("person"))?;
    desk.store.find_user(UserId(id))?.ok_or_else(|| No::denial("no-such-user"))
}

/// A login: letters, digits, dot, dash, underscore, so that it can be read over the phone.
pub fn login(text: &Text<64>) -> Result<String, No> {
    let login = text.trimmed().ok_or_else(|| No::invalid("login"))?;
    let fits = login.chars().count() >= 2
        && login.chars().all(|c| c.is_alphanumeric() || matches!(c, '.' | '-' | '_' | '@'));
    if fits { Ok(login.to_owned()) } else { Err(No::invalid("login")) }
}

pub(crate) fn hex(bytes: &[u8]) -> String {
    crate::intake::folder::hex(bytes)
}
