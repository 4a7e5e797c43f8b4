//! What must hold of any bytes whatever, one module for each part of the program that reads what
//! somebody wrote. libFuzzer gives them its inputs, `tests/fuzz` a short fixed series of its own.
#![forbid(unsafe_code)]

pub mod addresses;
pub mod dates;
pub mod front_matter;
pub mod markdown;
pub mod personal_numbers;

#[path = "../../src/content/inspect/tests/reference.rs"]
mod reference;

/// Bytes as a text; those that are none are replaced, as an editor would show them.
fn text(data: &[u8]) -> String {
    String::from_utf8_lossy(data).into_owned()
}
