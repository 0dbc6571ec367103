//! The encrypted database of one workplace: one door for writing, nothing lost, nothing leaked.
