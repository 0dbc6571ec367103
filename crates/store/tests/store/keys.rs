//! Who can open a vault: passwords, the card, removed people, forged key files, another data key.

use std::fs;

use chrono::TimeDelta;
use store::*;

use super::common::*;
use super::upgrade::{assert_is_small_vault, copy_folder, small_vault};

fn try_open(vault: &std::path::Path, login: &str, password: &str, seconds: i64) -> Result<Store> {
    Store::unlock(vault, &Credential::password(login, password), NOW + TimeDelta::seconds(seconds))
}

#[test]
fn wrong_passwords_wait_longer_each_time_also_after_a_restart() {
    let vault = small_vault();
    let Vault { folder: _folder, dir, store, .. } = vault;
    store.lock().unwrap();
    let wrong = |seconds| match try_open(&dir, LOGIN, "guess", seconds) {
        Err(Error::WrongPassword { wait_seconds }) => ("wrong", wait_seconds),
        Err(Error::TooEarly { wait_seconds }) => ("early", wait_seconds),
        other => panic!("no guess opens: {other:?}"),
    };
    // Every call opens the folder anew, as a restarted program does.
    let mut answers = Vec::new();
    for seconds in [0, 0, 1, 2, 3, 100, -500] {
        answers.push(wrong(seconds));
    }
    let expected =
        [("wrong", 1), ("early", 1), ("wrong", 2), ("early", 1), ("wrong", 4), ("wrong", 8), ("early", 8)];
    assert_eq!(answers, expected, "a clock set back does not shorten the wait");
    // Nor does it make anybody wait until the clock is where it was: eight seconds are eight seconds.
    assert_eq!(
        Store::wait(&dir, "ADMIN", NOW + TimeDelta::seconds(-496)).unwrap(),
        Wait { seconds: 4, tries: 4 }
    );
    assert!(
        matches!(try_open(&dir, LOGIN, PASSWORD, -496), Err(Error::TooEarly { .. })),
        "the right one waits too"
    );
    let store = try_open(&dir, LOGIN, PASSWORD, -492).unwrap();
    assert_eq!(store.failures_before(), 4, "the person is told of four tries");
    store.lock().unwrap();
    assert_eq!(
        try_open(&dir, LOGIN, PASSWORD, -491).unwrap().failures_before(),
        0,
        "and then they are forgotten"
    );
    assert!(
        matches!(try_open(&dir, "nobody", "guess", -491), Err(Error::WrongPassword { .. })),
        "the same answer"
    );
}

#[test]
fn a_password_changes_without_touching_the_data() {
    let vault = small_vault();
    let database = |vault: &Vault| fs::read(vault.dir.join("store.db")).unwrap();
    vault.store.checkpoint().unwrap();
    let before = database(&vault);
    let cost = Cost::weak_for_tests();
    let wrong = vault.store.change_password(vault.admin, LOGIN, "not it", "new phrase", cost);
    assert!(matches!(wrong, Err(Error::WrongPassword { .. })), "the old one is asked for");
    vault.store.change_password(vault.admin, LOGIN, PASSWORD, "new phrase ұзын", cost).unwrap();
    assert_eq!(database(&vault), before, "not a byte of the database changed");
    let Vault { folder: _folder, dir, store, .. } = vault;
    store.lock().unwrap();
    assert!(
        matches!(try_open(&dir, LOGIN, PASSWORD, 0), Err(Error::WrongPassword { .. })),
        "the old one is gone"
    );
    // й typed as two signs is the same letter.
    assert_is_small_vault(&try_open(&dir, "Admin ", "new phrase ұзын", 2).unwrap());
}

#[test]
fn another_person_opens_the_same_vault_and_a_removed_one_does_not() {
    let vault = small_vault();
    let second = vault.add_user("second", "second long phrase");
    let again = NewUser::new(UserId::new(NOW).unwrap(), "SECOND", "x");
    assert!(
        matches!(vault.store.add_login(&again, Cost::weak_for_tests()), Err(Error::LoginTaken)),
        "one login each"
    );
    assert_eq!(vault.store.check_password("second", "second long phrase").unwrap(), second, "asked again");
    assert!(vault.store.check_password("second", PASSWORD).is_err(), "each has an own password");
    let Vault { folder: _folder, dir, store, admin, .. } = vault;
    store.lock().unwrap();
    let old_keys = fs::read(dir.join("keys.tanu")).unwrap();
    let store = try_open(&dir, "second", "second long phrase", 0).unwrap();
    assert_eq!(store.user(), Some(second), "she is who she is");
    assert_is_small_vault(&store);
    store.lock().unwrap();
    let store = open(&dir).unwrap();
    store.remove_login(second).unwrap();
    assert!(matches!(store.remove_login(second), Err(Error::NoSuchUser)), "only once");
    assert!(matches!(store.remove_login(admin), Err(Error::LastLogin)), "somebody must be left");
    store.lock().unwrap();
    assert!(try_open(&dir, "second", "second long phrase", 0).is_err(), "removed");
    fs::write(dir.join("keys.tanu"), old_keys).unwrap();
    let back = try_open(&dir, "second", "second long phrase", 5);
    assert!(
        matches!(back, Err(Error::KeyFileForged { .. })),
        "an older key file put back is noticed: {back:?}"
    );
}

#[test]
fn a_person_whose_login_is_closed_is_turned_away() {
    let vault = small_vault();
    let second = vault.add_user("second", "second long phrase");
    let row = vault.store.find_user(second).unwrap().unwrap();
    vault.store.write(vault.op(None), |tx| tx.put_user(&UserRow { disabled: true, ..row })).unwrap();
    let Vault { folder: _folder, dir, store, .. } = vault;
    store.lock().unwrap();
    assert!(matches!(try_open(&dir, "second", "second long phrase", 0), Err(Error::UserDisabled)));
}

#[test]
fn the_card_opens_the_vault_and_a_new_card_closes_the_old() {
    let vault = small_vault();
    let Vault { folder: _folder, dir, store, admin, recovery } = vault;
    store.lock().unwrap();
    let card = RecoveryCode::parse(&recovery.to_card().to_lowercase()).unwrap();
    let store = Store::unlock(&dir, &Credential::Recovery(card.clone()), NOW).unwrap();
    assert_eq!(store.user(), None, "a card is nobody");
    store.reset_password(admin, LOGIN, "set after the card", Cost::weak_for_tests()).unwrap();
    let new_card = store.renew_recovery_code().unwrap();
    store.lock().unwrap();
    let old = Store::unlock(&dir, &Credential::Recovery(card), NOW);
    assert!(matches!(old, Err(Error::WrongRecoveryCode)), "the old card opens nothing");
    Store::unlock(&dir, &Credential::Recovery(new_card), NOW + TimeDelta::seconds(9))
        .unwrap()
        .lock()
        .unwrap();
    assert_is_small_vault(&try_open(&dir, LOGIN, "set after the card", 9).unwrap());
}

#[test]
fn every_changed_byte_of_the_key_file_is_noticed() {
    let vault = small_vault();
    let Vault { folder: _folder, dir, store, .. } = vault;
    store.lock().unwrap();
    let path = dir.join("keys.tanu");
    let good = fs::read(&path).unwrap();
    for at in 0..good.len() {
        let mut bad = good.clone();
        bad[at] ^= 1 << (at % 8);
        fs::write(&path, &bad).unwrap();
        match open(&dir) {
            Err(Error::KeyFileDamaged { .. } | Error::NewerKeyFile { .. }) => {}
            other => panic!("byte {at} changed: {other:?}"),
        }
    }
    fs::write(&path, &good[..good.len() / 2]).unwrap();
    assert!(matches!(open(&dir), Err(Error::KeyFileDamaged { .. })), "cut short");
    fs::write(&path, String::from_utf8(good.clone()).unwrap().replacen("tanu keys 1", "tanu keys 2", 1))
        .unwrap();
    assert!(matches!(open(&dir), Err(Error::NewerKeyFile { found: 2, known: 1 })), "of a newer program");
    fs::write(&path, good).unwrap();
    open(&dir).unwrap();
}

#[test]
fn a_new_data_key_keeps_people_and_card_and_shuts_out_the_old_key_file() {
    let vault = small_vault();
    let second = vault.add_user("second", "second long phrase");
    let before = vault.folder.path().join("before");
    vault.store.checkpoint().unwrap();
    copy_folder(&vault.dir, &before);
    vault.store.rekey().unwrap();
    assert_is_small_vault(&vault.store);
    vault.receive(3, "Үш", "Три", &iin(3));
    assert!(vault.store.verify().unwrap().is_good(), "{:?}", vault.store.verify());
    let card = vault.recovery.clone();
    let Vault { folder: _folder, dir, store, .. } = vault;
    store.lock().unwrap();
    for (credential, who) in [
        (Credential::password(LOGIN, PASSWORD), "who changed it"),
        (Credential::password("second", "second long phrase"), "who was not asked"),
        (Credential::Recovery(card), "the card in its envelope"),
    ] {
        let store = Store::unlock(&dir, &credential, NOW).unwrap_or_else(|error| panic!("{who}: {error:?}"));
        assert!(store.logins().contains(&second), "{who}");
        assert_eq!(store.search(&Scope::Everything, "үш", 5).unwrap().len(), 1, "{who} sees what came after");
        store.lock().unwrap();
    }
    // Somebody who copied the key file before the change has nothing to open with it.
    fs::copy(before.join("keys.tanu"), dir.join("keys.tanu")).unwrap();
    assert!(open(&dir).unwrap_err().is_damage(), "the old key opens nothing new");
}

#[test]
fn a_rekey_cut_short_anywhere_leaves_a_vault_that_opens() {
    let vault = small_vault();
    let before = vault.folder.path().join("before");
    let after = vault.folder.path().join("after");
    vault.store.checkpoint().unwrap();
    copy_folder(&vault.dir, &before);
    vault.store.rekey().unwrap();
    copy_folder(&vault.dir, &after);
    let mix = |files: &[(&str, &std::path::Path, &str)]| {
        let dir = vault.folder.path().join("cut");
        let _ = fs::remove_dir_all(&dir);
        copy_folder(&before, &dir);
        let _ = fs::remove_file(dir.join("store.db-wal"));
        for (to, from, name) in files {
            fs::copy(from.join(name), dir.join(to)).unwrap();
        }
        let store = open(&dir).unwrap();
        assert_is_small_vault(&store);
        assert!(!dir.join("keys.next").exists(), "the change is ended or taken back");
        store.lock().unwrap();
        assert_is_small_vault(&open(&dir).unwrap());
    };
    mix(&[("keys.next", &after, "keys.tanu")]);
    let torn = vault.folder.path().join("torn");
    fs::create_dir(&torn).unwrap();
    let whole = fs::read(after.join("keys.tanu")).unwrap();
    fs::write(torn.join("keys.tanu"), &whole[..100]).unwrap();
    mix(&[("keys.next", &torn, "keys.tanu")]);
}

#[test]
fn a_slot_that_is_too_cheap_is_locked_again_at_sign_in() {
    let vault = small_vault();
    let store = &vault.store;
    let policy = Cost::small_machine();
    assert!(store.strengthen(vault.admin, LOGIN, PASSWORD, policy).unwrap(), "it was weaker than the policy");
    assert!(!store.strengthen(vault.admin, LOGIN, PASSWORD, policy).unwrap(), "now it is not");
    assert!(
        !store.strengthen(vault.admin, LOGIN, PASSWORD, Cost::weak_for_tests()).unwrap(),
        "and never weakened"
    );
    assert_is_small_vault(&vault.reopen().store);
}

#[test]
fn the_production_cost_is_at_least_what_was_measured_to_be_enough() {
    let measured = Cost::measured().unwrap();
    assert!(!measured.is_below(&Cost::standard()), "measuring only adds: {measured:?}");
    assert!(!Cost::standard().is_below(&Cost::small_machine()), "and the floor is below the standard");
    assert!(
        Cost::weak_for_tests().is_below(&Cost::small_machine()),
        "the cost of tests is never enough for people"
    );
}
