//! Only with the feature `bench`, which no program turns on: the same store without any cipher, so that a bench
//! can say what the ciphers cost. Pages and bodies lie in the clear; chain, signatures and witnesses stay.

use std::sync::atomic::{AtomicBool, Ordering};

static PLAIN: AtomicBool = AtomicBool::new(false);

/// From now on this process makes and opens vaults without a cipher, and can open no others.
pub fn without_ciphers() {
    PLAIN.store(true, Ordering::SeqCst);
}

pub(crate) fn is_plain() -> bool {
    PLAIN.load(Ordering::SeqCst)
}
