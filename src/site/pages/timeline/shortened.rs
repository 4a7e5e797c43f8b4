//! The timeline of a police area that is long: the latest years are whole, and earlier ones are on
//! their own pages. What has no date stays, because it has no such page.

use crate::site::view::{EntryType, YearGroup};

/// A timeline with more entries than this is long. Six municipalities that each sign a pledge and
/// follow it up every year need eleven years for as many.
const LONG: usize = 120;
/// How many of the latest years that have documents are whole.
const WHOLE: usize = 3;

/// Leaves only the latest years of a long timeline whole; returns whether it was long.
pub fn shorten(years: &mut [YearGroup]) -> bool {
    if years.iter().map(|group| group.entries.len()).sum::<usize>() <= LONG {
        return false;
    }
    let mut whole = 0;
    for group in years.iter_mut().filter(|group| group.href.is_some()) {
        let is_document = |entry: &EntryType| matches!(entry, EntryType::Document(_));
        if whole == WHOLE {
            group.elsewhere = std::mem::take(&mut group.entries).len();
        } else if group.entries.iter().any(|listed| is_document(&listed.entry.entry_type)) {
            whole += 1;
        }
    }
    years.iter().any(|group| group.elsewhere > 0)
}
