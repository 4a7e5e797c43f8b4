//! Personal numbers, private addresses, mobile numbers.

use proptest::prelude::*;
use proptest::test_runner::{Config, RngSeed};

use super::reference;
use crate::content::inspect::glance::Glance;
use crate::content::inspect::personal_number::NumberSort;
use crate::content::inspect::{email, inspect_text, mobile, personal_number};
use crate::diagnostic::{Code, Source};

fn personal(text: &str) -> Vec<&str> {
    let found = personal_number::find(text).into_iter().map(|(span, _)| span).collect::<Vec<_>>();
    assert_eq!(found, reference::personal_numbers(text), "the reference disagrees on {text:?}");
    assert!(found.is_empty() || Glance::of(text).may_hold_a_number(), "{text:?}");
    found.into_iter().map(|span| &text[span]).collect()
}

#[test]
fn personal_numbers_are_found_however_they_are_written() {
    for number in [
        "191212121212",
        "1212121212",
        "19121212-1212",
        "121212-1212",
        "121212+1212",
        "19121212 1212",
        "121212 1212",
        "19 121212-1212",
        "1912-12-12-1212",
        "1912-12-12 1212",
        "1912 12 12 1212",
        "1912 1212 1212",
        "12 12 12-1212",
        "19 12 12 12 12 12",
        "1 9 1 2 1 2 1 2 - 1 2 1 2",
        "121212 - 1212",
        "121212  1212",
        "121212\u{a0}1212",
        "121212\u{202f}1212",
        "121212\u{2009}1212",
        "121212–1212",
        "121212\u{2011}1212",
        "121212−1212",
        "121212\u{ad}1212",
        "1\u{ad}2\u{200b}1\u{feff}2\u{2060}12-1212",
        "121212\u{ad}-\u{ad}1212",
        "１９１２１２１２－１２１２",
        "١٢١٢١٢-١٢١٢",
        "𝟏𝟐𝟏𝟐𝟏𝟐-1212",
    ] {
        assert_eq!(personal(number), [number]);
        let sentence = format!("Född 2 maj, nr {number}, bosatt i Håbo.");
        assert_eq!(personal(&sentence), [number]);
    }
}

#[test]
fn personal_numbers_are_found_wherever_they_stand() {
    assert_eq!(personal("pnr:121212-1212."), ["121212-1212"]);
    assert_eq!(personal("[x](https://example.se/?p=191212121212&a)"), ["191212121212"]);
    assert_eq!(personal("case_number = \"121212-1212\""), ["121212-1212"]);
    assert_eq!(personal("121212-1212, 19121212-1212"), ["121212-1212", "19121212-1212"]);
    assert_eq!(personal("121212-1212 121212-1212"), ["121212-1212", "121212-1212"]);
    assert_eq!(personal("paragraf 5 121212-1212 2018"), ["121212-1212"]);
}

#[test]
fn coordination_numbers_are_told_apart() {
    let sorts = |text| personal_number::find(text).into_iter().map(|(_, s)| s).collect::<Vec<_>>();
    assert_eq!(sorts("18900131-0012"), []);
    assert_eq!(sorts("18900131-0011"), [NumberSort::Personal]);
    assert_eq!(sorts("18900191-0018"), [NumberSort::Coordination]);
    assert_eq!(personal("18900191-0018"), ["18900191-0018"]);
}

#[test]
fn other_numbers_are_left_alone() {
    for text in [
        "212000-0357", // organisation number: Eskilstuna's
        "16212000-0357",
        "121212-1213",   // check digit
        "18900132-0010", // 32 January
        "18900192-0017", // and as a coordination number
        "121312-1211",   // month 13
        "18900229-0014", // 1890 was no leap year
        "17121212-1212", // nobody
        "1912121212123", // longer runs
        "0191212121212",
        "55191212121212",
        "12121212123",
        "0303-23 80 00", // Kungälv's switchboard, by its digits a date
        "0303 23 80 00",
        "+46 303-23 80 00",
        "tel:0303238000",
        "2016-06-01 – 2019-12-31", // by its first twelve digits a number
        "2016-06-01–2019-12-31",
        "20160601-20191231",
        "2012-11-12 13:14",
        "1 212 121 212 kronor",
        "12\t1212\t1212",
        "121212,1212",
        "121212.1212",
        "121212\n1212",
        "121212    1212",
        "1 2 1 2 1 2 1 2 1 2 1 2 1 2",
        "KS-2020/42.142",
    ] {
        assert!(personal(text).is_empty(), "{text}");
    }
}

#[test]
fn a_leap_day_needs_a_leap_year_that_the_number_can_mean() {
    assert_eq!(personal("18960229-0018").len(), 1);
    assert_eq!(personal("000229-0013").len(), 1); // 2000
    assert!(personal("19000229-0013").is_empty());
}

#[test]
fn a_flood_of_digits_gives_a_hundred_problems() {
    for text in ["1".repeat(1_000_000), "1 ".repeat(50_000), "121212-1212 ".repeat(5_000)] {
        let found = inspect_text(&Source::new("content/a.txt", text));
        assert!(found.len() <= 100);
    }
}

/// Pieces of texts that are almost personal numbers.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        6 => prop::sample::select(vec![
            "19", "18", "20", "12", "1212", "121212", "19121212", "191212121212", "1212121212",
            "0", "1", "2", "08", "070", "0303", "238000", "23", "80", "00", "2016-01-01", "000229",
            "18900131", "0011", "900191", "0018", "0013", "123", "121", "212",
        ]),
        4 => prop::sample::select(vec![
            " ", "-", "–", "+", "\u{a0}", "\u{ad}", "\u{200b}", " - ", "  ", "    ", "\n", "\t",
        ]),
        1 => prop::sample::select(vec!["å", "x", ",", "tel:", "_", "٣", "０", "𝟏", "²", "½"]),
    ];
    prop::collection::vec(piece, 1..24).prop_map(|pieces| pieces.concat())
}

/// A made-up number with a correct check digit, spaced at random.
fn spaced_number() -> impl Strategy<Value = String> {
    let gap = prop::sample::select(vec!["", "", "", "", " ", "-", "\u{ad}", " – "]);
    (
        0..100u32,
        1..14u32,
        prop_oneof![1..33u32, 60..93u32],
        0..1000u32,
        prop::collection::vec(gap, 11),
        any::<bool>(),
    )
        .prop_map(|(year, month, day, serial, gaps, long)| {
            let nine = format!("{year:02}{month:02}{day:02}{serial:03}");
            let sum: u32 = nine
                .bytes()
                .enumerate()
                .map(|(i, b)| u32::from(b - b'0') * (2 - (i as u32) % 2))
                .map(|n| n / 10 + n % 10)
                .sum();
            let century = if long { "18" } else { "" };
            let number = format!("{century}{nine}{}", (10 - sum % 10) % 10);
            let mut spaced = String::new();
            for (i, digit) in number.chars().enumerate() {
                if i > 0 {
                    spaced.push_str(gaps[i - 1]);
                }
                spaced.push(digit);
            }
            spaced
        })
}

proptest! {
    #![proptest_config(Config {
        cases: 1000,
        rng_seed: RngSeed::Fixed(19_121_212),
        failure_persistence: None,
        ..Config::default()
    })]

    #[test]
    fn another_implementation_finds_the_same(text in pieces()) {
        personal(&text);
    }

    #[test]
    fn another_implementation_finds_the_same_numbers(a in spaced_number(), b in spaced_number()) {
        personal(&a);
        personal(&format!("{a} {b}"));
    }

    #[test]
    fn any_text_is_read_without_panic(text in any::<String>()) {
        personal_number::find(&text);
        email::find(&text);
        mobile::find(&text);
    }
}

fn addresses(text: &str) -> Vec<&str> {
    let found = email::find(text);
    assert!(found.is_empty() || Glance::of(text).may_hold_an_address(), "{text:?}");
    found.into_iter().map(|(span, _)| &text[span]).collect()
}

#[test]
fn private_addresses_are_found() {
    assert_eq!(addresses("Skriv till anna.ek@gmail.com."), ["anna.ek@gmail.com"]);
    assert_eq!(addresses("<anna@Hotmail.SE>"), ["anna@Hotmail.SE"]);
    assert_eq!(addresses("[e-post](mailto:anna-ek@telia.com)"), ["anna-ek@telia.com"]);
    assert_eq!(addresses("mailto:anna%40live.se"), ["anna%40live.se"]);
    assert_eq!(addresses("anna (at) yahoo.co.uk"), ["anna (at) yahoo.co.uk"]);
    for address in [
        "anna (AT) gmail.com",
        "anna @ gmail.com",
        "anna(snabel-a)gmail.com",
        "anna [snabela] telia.com",
        "anna[at]gmail[punkt]com",
        "anna (at) gmail(dot)com",
    ] {
        assert_eq!(addresses(&format!("Skriv till {address}, tack.")), [address]);
        assert_eq!(addresses(&format!("({address})")), [address]);
    }
    assert_eq!(addresses("ann\u{ad}a@g\u{200b}mail.com"), ["ann\u{ad}a@g\u{200b}mail.com"]);
    assert_eq!(
        addresses("a@me.com, b@bredband2.com; c@comhem.se/d@proton.me"),
        ["a@me.com", "b@bredband2.com", "c@comhem.se", "d@proton.me"]
    );
}

#[test]
fn other_addresses_are_left_alone() {
    for text in [
        "kommun@habo.example.se",
        "registrator@polisen.se",
        "anna@gmail.com.example.se",
        "anna@mygmail.com",
        "anna@live.habo.se",
        "@gmail.com",
        "följ @outlook",
        "läs (a) och (b) i bilagan",
        "se (at) eller (a) live",
        "anna @gmail.com",
        "gmail.com",
        "anna@",
    ] {
        assert!(addresses(text).is_empty(), "{text}");
    }
}

fn mobiles(text: &str) -> Vec<&str> {
    let found = mobile::find(text);
    assert!(found.is_empty() || Glance::of(text).may_hold_a_number(), "{text:?}");
    found.into_iter().map(|span| &text[span]).collect()
}

#[test]
fn mobile_numbers_are_found_however_they_are_written() {
    for number in [
        "070-174 06 05",
        "070-1740605",
        "0701740605",
        "0701-74 06 05",
        "070 174 06 05",
        "070\u{a0}174\u{a0}06\u{a0}05",
        "070–174 06 05",
        "070/174 06 05",
        "+46701740605",
        "+46 70 174 06 05",
        "+46 (0)70-174 06 05",
        "+46(0)701740605",
        "+46-70-174 06 05",
        "0046 70 174 06 05",
        "0046701740605",
        "\u{ad}070-17\u{ad}4 06 05",
        "０７０－１７４０６０５",
    ] {
        let visible = number.trim_start_matches('\u{ad}');
        assert_eq!(mobiles(number), [visible]);
        assert_eq!(mobiles(&format!("Ring 2 gånger, ({number})!")), [visible]);
    }
    assert_eq!(mobiles("(070) 174 06 05"), ["070) 174 06 05"]);
    assert_eq!(mobiles("070-174 06 05, 070-174 06 99"), ["070-174 06 05", "070-174 06 99"]);
}

#[test]
fn landlines_times_and_longer_numbers_are_left_alone() {
    for text in [
        "016-710 10 00",
        "08-508 000 00",
        "+46 16 710 10 00",
        "077-174 06 05",
        "070-174 06 0",
        "070-174 06 051",
        "1070-174 06 05",
        "x0701740605",
        "0701740605x",
        "kl. 07 00 till 09 30 10",
        "07.00–09.30",
        "114 14",
        "+47 70 174 06 05",
    ] {
        assert!(mobiles(text).is_empty(), "{text}");
    }
}

#[test]
fn a_published_text_file_is_searched_for_numbers_and_addresses_only() {
    let csv = "namn;nummer\nTolvan;19121212-1212\nx;070-174 06 05;anna@gmail.com\n";
    let found = inspect_text(&Source::new("content/a.csv", csv));
    assert_eq!(
        found.iter().map(|p| p.code).collect::<Vec<_>>(),
        [Code::PersonalNumber, Code::PrivateEmail]
    );
}
