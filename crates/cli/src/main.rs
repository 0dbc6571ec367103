//! tanu-cli: the core without a window.

fn main() {}
