//! A small reproducible source of numbers for property tests: the seed is printed when a test fails.

/// Xorshift: the same seed gives the same numbers on every machine.
pub(crate) struct Numbers(u64);

impl Numbers {
    /// Numbers of a seed; it is printed, and shown when the test fails.
    #[expect(clippy::print_stdout, reason = "the seed of a failing test must be seen")]
    pub(crate) fn of(seed: u64) -> Numbers {
        println!("seed {seed}");
        Numbers(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    /// A number under `bound`.
    pub(crate) fn under(&mut self, bound: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) % bound.max(1)
    }
}
