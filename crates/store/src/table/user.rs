//! People who work here: login, roles, office, territory. Their password is in the key file, not here.

use rusqlite::{Connection, OptionalExtension, Row};

use crate::error::{Error, Result, Step};
use crate::ids::{OfficeId, UserId};
use crate::keys::normal;
use crate::open::Store;
use crate::write::{Topic, Tx};

/// One person with a login.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UserRow {
    pub user: UserId,
    pub login: String,
    pub name_kk: String,
    pub name_ru: String,
    /// Codes of roles, as the desk names them.
    pub roles: Vec<String>,
    pub office: OfficeId,
    /// КАТО codes of the territory seen.
    pub territory: Vec<String>,
    pub disabled: bool,
    /// Public part of the key by which this person signs commands.
    pub public: Option<[u8; 32]>,
    /// Whatever else the desk keeps of a person: JSON.
    pub extra: String,
}

const COLUMNS: &str = "id, login, name_kk, name_ru, roles, office, territory, disabled, public, extra";

fn row(row: &Row<'_>) -> rusqlite::Result<UserRow> {
    let list = |text: String| serde_json::from_str(&text).unwrap_or_default();
    Ok(UserRow {
        user: row.get(0)?,
        login: row.get(1)?,
        name_kk: row.get(2)?,
        name_ru: row.get(3)?,
        roles: list(row.get(4)?),
        office: row.get(5)?,
        territory: list(row.get(6)?),
        disabled: row.get(7)?,
        public: row.get(8)?,
        extra: row.get(9)?,
    })
}

fn login_key(login: &str) -> String {
    normal(login.trim()).to_lowercase()
}

impl Tx<'_> {
    /// Puts a person; one login for each.
    pub fn put_user(&mut self, user: &UserRow) -> Result<()> {
        let list = |items: &Vec<String>| serde_json::to_string(items).unwrap_or_default();
        let taken: bool = self
            .db
            .query_row(
                "SELECT EXISTS(SELECT 1 FROM user_row WHERE login_key = ?1 AND id <> ?2)",
                (login_key(&user.login), user.user),
                |row| row.get(0),
            )
            .map_err(Error::sql(Step::WriteProjection))?;
        if taken {
            return Err(Error::LoginTaken);
        }
        self.db
            .execute(
                "INSERT OR REPLACE INTO user_row(id, login, login_key, name_kk, name_ru, roles, office, territory,
                   disabled, public, extra) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
                rusqlite::params![
                    user.user,
                    user.login,
                    login_key(&user.login),
                    user.name_kk,
                    user.name_ru,
                    list(&user.roles),
                    user.office,
                    list(&user.territory),
                    user.disabled,
                    user.public,
                    user.extra,
                ],
            )
            .map_err(Error::sql(Step::WriteProjection))?;
        self.touch(Topic::Users);
        Ok(())
    }

    pub fn find_user(&self, user: UserId) -> Result<Option<UserRow>> {
        find(&self.db, user)
    }
}

fn find(db: &Connection, user: UserId) -> Result<Option<UserRow>> {
    db.prepare_cached(&format!("SELECT {COLUMNS} FROM user_row WHERE id = ?1"))
        .and_then(|mut read| read.query_row([user], row).optional())
        .map_err(Error::sql(Step::ReadProjection))
}

/// A person unknown to the database (set up was cut short) is not disabled.
pub(crate) fn is_disabled(db: &Connection, user: UserId) -> Result<bool> {
    Ok(find(db, user)?.is_some_and(|user| user.disabled))
}

impl Store {
    pub fn find_user(&self, user: UserId) -> Result<Option<UserRow>> {
        self.read_with(|db| find(db, user))
    }

    /// Everybody, by login.
    pub fn users(&self) -> Result<Vec<UserRow>> {
        self.read(Step::ReadProjection, |db| {
            let mut read =
                db.prepare_cached(&format!("SELECT {COLUMNS} FROM user_row ORDER BY login_key"))?;
            read.query_map([], row)?.collect()
        })
    }
}
