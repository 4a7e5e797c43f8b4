//! The schema: complete in both languages, and true of what the program reads.

mod declared;
