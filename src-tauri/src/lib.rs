//! The window: it opens, and passes calls to the desk.
