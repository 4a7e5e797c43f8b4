//! A short, fixed part of the fuzzing in `fuzz/`: the same targets on a few thousand inputs, made
//! from the same seeds by a generator with a fixed seed of its own.

#[path = "../faults/random.rs"]
mod random;
#[path = "../../fuzz/src/lib.rs"]
mod targets;

mod mutation;
mod seeds;

use std::panic::catch_unwind;

use mutation::Mutator;

/// Gives a target the files of these folders as they are, and then this many inputs made from them.
/// An input that fails is printed, since its number no longer identifies it once the seeds have
/// changed.
fn fuzz(target: &str, folders: &[&str], tries: usize, holds: fn(&[u8])) {
    let seeds = seeds::files(folders);
    assert!(!seeds.is_empty());
    let mut mutator = Mutator::new(20_261_122, seeds::words(target));
    let made: Vec<_> = (0..tries).map(|_| mutator.input(&seeds)).collect();
    for input in seeds.iter().chain(&made) {
        let tried = catch_unwind(|| holds(input));
        assert!(tried.is_ok(), "fails on {:?}", String::from_utf8_lossy(input));
    }
}

#[test]
fn front_matter() {
    fuzz("front_matter", &["content", "tests/errors"], 500, targets::front_matter::holds);
}

#[test]
fn dates() {
    fuzz("dates", &["fuzz/seeds/dates"], 10_000, targets::dates::holds);
}

#[test]
fn markdown() {
    fuzz("markdown", &["content", "tests/errors"], 5000, targets::markdown::holds);
}

#[test]
fn addresses() {
    fuzz("addresses", &["fuzz/seeds/addresses"], 2000, targets::addresses::holds);
}

#[test]
fn personal_numbers() {
    fuzz(
        "personal_numbers",
        &["fuzz/seeds/personal_numbers"],
        1500,
        targets::personal_numbers::holds,
    );
}
