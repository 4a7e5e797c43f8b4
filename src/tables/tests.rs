//! What holds for every table, whatever the archive.

use std::collections::BTreeSet;

use super::{Cell, DataTable, Holds, say};
use crate::model::{DatedBy, NoticeType, Standing, Status, Wording};
use crate::schema::{BodyType, Both, Kind};

#[test]
fn names_are_plain_and_every_column_is_explained_in_both_languages() {
    for table in DataTable::ALL {
        let columns = table.columns();
        let mut names = BTreeSet::new();
        for about in columns {
            let plain = |b: u8| b.is_ascii_lowercase() || b == b'_';
            assert!(about.name.bytes().all(plain), "{}", about.name);
            assert!(names.insert(about.name), "{} twice in {}", about.name, table.name());
            for text in [about.title(), about.help()] {
                let at = (table.name(), about.name);
                assert!(!text.sv.is_empty() && !text.en.is_empty(), "{at:?}: {text:?}");
            }
            if about.holds == Holds::Code {
                assert!(!about.required, "only municipalities have one");
            }
        }
        for key in table.key() {
            assert!(names.contains(key), "{key} of {}", table.name());
        }
        for reference in table.references() {
            assert!(reference.columns.iter().all(|name| names.contains(name)));
            let there: Vec<&str> = reference.to.columns().iter().map(|about| about.name).collect();
            assert!(reference.key.iter().all(|name| there.contains(name)));
        }
    }
}

#[test]
fn no_column_is_of_a_person_or_of_the_day() {
    // A column for any of these would have its name.
    let never = ["namn_pa", "undertecknare", "kontakt", "fotograf", "lage", "saknas", "i_dag"];
    let all = DataTable::ALL.iter().flat_map(|table| table.columns());
    for about in all {
        // As a word of the name: “utgangslage” is what stood in the source.
        let name = format!("_{}_", about.name);
        let is_in = |word: &&str| name.contains(&format!("_{word}_"));
        assert!(!never.iter().any(is_in), "{}", about.name);
    }
}

/// They are not looked at when a row is made.
#[test]
fn every_word_of_the_program_is_a_cell_as_it_is() {
    let kinds = Kind::ALL.iter().map(|kind| kind.facts().name);
    let verdicts = Status::ALL
        .iter()
        .flat_map(|status| [Kind::Pledge, Kind::ActionPlan].map(|kind| say::status(*status, kind)));
    let standings = [Standing::Judged(Status::Kept), Standing::Reported, Standing::AsAWhole];
    let dates = [DatedBy::Signed, DatedBy::Date, DatedBy::Announced, DatedBy::Published];
    let words: Vec<Both> = kinds
        .chain(verdicts)
        .chain(standings.into_iter().filter_map(say::standing))
        .chain(dates.map(say::dated_by))
        .chain(NoticeType::ALL.iter().copied().map(say::notice_type))
        .chain(Wording::ALL.iter().copied().map(say::wording))
        .chain(BodyType::WORDS.iter().map(|word| word.label))
        .chain([say::YES, say::NO])
        .collect();
    for text in words.iter().flat_map(|words| [words.sv, words.en]) {
        assert_eq!(Cell::text(text), Cell::known(text), "{text:?}");
    }
}
