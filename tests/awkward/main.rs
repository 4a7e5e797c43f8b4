//! Awkward things that real agreements and pledges have been found to do. Each has a site of its
//! own under `tests/cases/`, and the tests compare what the archive makes of it, above all the
//! whole `timeline.json`.

#[path = "../support/mod.rs"]
mod support;

mod alike;
mod areas;
mod concurrent;
mod dates;
mod follow_ups;
mod gaps;
mod joint;
mod levels;
mod long_area;
mod members;
mod originals;
mod people;
mod plans;
mod renamed;
mod signing;
mod sources;
mod subjects;
mod translations;
