//! House rules that a test can check: floors, traces, things that must not be in the tree.
