//! What must be true of any bytes whatever, with one module for each part of the program that reads
//! what somebody has written. libFuzzer gives them its inputs, `tests/fuzz` a short fixed series of
//! its own.
#![forbid(unsafe_code)]

pub mod addresses;
pub mod dates;
pub mod front_matter;
pub mod markdown;
pub mod personal_numbers;

#[path = "../../src/content/inspect/tests/reference.rs"]
mod reference;

/// The bytes as a text; those that are not text are replaced, as an editor would show them.
fn text(data: &[u8]) -> String {
    String::from_utf8_lossy(data).into_owned()
}
