//! Properties of every date, period and address, tried on made-up ones.

use loftesarkiv::model::date::PartialDate;
use loftesarkiv::model::period::{End, Period};
use loftesarkiv::model::{Address, ContentPath};
use loftesarkiv::slug::segment;
use proptest::prelude::*;
use proptest::test_runner::{Config, RngSeed};

proptest! {
    #![proptest_config(Config {
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(20_150_105),
        ..Config::default()
    })]

    #[test]
    fn a_date_is_written_as_it_is_read(text in "(19|20|21|0|9)?[0-9]{2}(-[01][0-9](-[0-3][0-9])?)?|\\PC{0,12}") {
        if let Ok(date) = PartialDate::parse(&text) {
            prop_assert_eq!(date.to_string(), text);
            prop_assert!(date.first_day() <= date.last_day());
        }
    }

    #[test]
    fn a_period_never_ends_before_it_begins(a in "20[0-9]{2}(-(0[1-9]|1[0-2]))?", b in "20[0-9]{2}(-(0[1-9]|1[0-2]))?") {
        let read = |text: &str| PartialDate::parse(text).expect("a date");
        let (from, until) = (read(&a), read(&b));
        match Period::new(Some(from), End::Known(until)) {
            Ok(period) => prop_assert!(period.first_day() <= period.last_day()),
            Err(_) => prop_assert!(until.last_day() < from.first_day()),
        }
    }

    #[test]
    fn a_segment_is_plain_and_its_own_segment(name in "\\PC{0,40}") {
        if let Some(made) = segment(&name) {
            prop_assert!(made.bytes().all(|b| matches!(b, b'a'..=b'z' | b'0'..=b'9' | b'-')));
            prop_assert!(!made.starts_with('-') && !made.ends_with('-') && !made.contains("--"));
            prop_assert_eq!(segment(&made), Some(made));
        }
    }

    #[test]
    fn the_address_of_a_file_stays_inside_and_is_an_address(path in "(\\PC{0,12}/){0,3}\\PC{1,20}(\\.md)?") {
        if let Ok(address) = Address::of_content(ContentPath::new(&path)) {
            prop_assert!(address.as_str().is_ascii() && !address.as_str().contains(".."));
            prop_assert_eq!(Address::parse(address.as_str()), Some(address.clone()));
        }
    }
}
