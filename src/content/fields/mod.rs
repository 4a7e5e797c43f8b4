//! One reader of TOML, key by key, for front matter, settings and the ledger. It collects every
//! problem, knows which keys were asked for, and reports everything in the file that was not read.

mod as_written;
mod dates;
mod escapes;
mod expected;
mod explained;
mod header_in_comment;
mod leftovers;
mod marked_up;
mod named;
mod need;
mod newer;
mod no_dates;
mod periods;
mod place;
mod reader;
mod scan;
mod slips;
mod syntax;
mod table;
mod values;
mod written_dates;
mod wrong_type;

use std::cell::{Cell, RefCell};
use std::sync::Arc;

use memchr::{memchr, memmem};
use toml::de::DeTable;

pub use table::Table;
pub use values::Vocabulary;
pub use written_dates::written_date;

use crate::diagnostic::{Problem, Source, Span};
pub use crate::schema::Owner;
use explained::Explained;
use reader::TomlReader;

/// Front matter longer than this is a body without the closing line. The ledger, which the program
/// writes, has a line for each address and may be of any length.
const LONGEST: usize = 1024 * 1024;

/// More characters than this outside quotes and comments are no TOML: the parser takes five hundred
/// bytes for each that is out of place. A ledger with thousands of withdrawals has fewer.
const MOST_OUTSIDE_QUOTES: usize = 250_000;

/// The beginning of the line at which there is more outside quotes and comments than any TOML of a site has.
fn too_much_outside_quotes(toml: &str) -> Option<usize> {
    if toml.len() <= MOST_OUTSIDE_QUOTES {
        return None;
    }
    let mut outside = 0;
    let mut start = 0;
    for line in toml.split_inclusive('\n') {
        let mut quote = None;
        for byte in line.bytes() {
            match (quote, byte) {
                (None, b'#') => break,
                (None, b'"' | b'\'') => quote = Some(byte),
                (None, b' ' | b'\t' | b'\n' | b',') => {}
                (None, _) => {
                    outside += 1;
                    if outside > MOST_OUTSIDE_QUOTES {
                        return Some(start);
                    }
                }
                (Some(open), byte) if open == byte => quote = None,
                (Some(_), _) => {}
            }
        }
        start += line.len();
    }
    None
}

/// Whether a value may be shown otherwise than it is written: with escapes, or over several lines.
fn may_be_shown_otherwise(toml: &str) -> bool {
    let toml = toml.as_bytes();
    let is_in = |quotes: &str| memmem::find(toml, quotes.as_bytes()).is_some();
    memchr(b'\\', toml).is_some() || is_in("\"\"\"") || is_in("'''")
}

/// The result of reading.
pub struct ReadOutcome<T> {
    pub value: T,
    /// In order of place.
    pub problems: Vec<Problem>,
    /// Something required is missing or unreadable, or whole lines could not be read.
    pub unusable: bool,
    /// Whether some of what is written, such as an item of a list, is not in the value.
    pub partial: bool,
}

/// Parses `span` of the source as TOML and lets `read` ask for its keys. `opening` is shown for
/// problems with the table as a whole. Lines that are not TOML are reported, and the rest is read
/// without them.
pub fn read<T>(
    source: &Arc<Source>,
    file: Owner,
    opening: Span,
    span: Span,
    read: impl FnOnce(&Table<'_>) -> T,
) -> ReadOutcome<T> {
    let toml = &source.text[span.clone()];
    let start = span.start;
    let too_long = toml.len() > LONGEST && !matches!(file, Owner::Ledger | Owner::Seal);
    let jumble = too_much_outside_quotes(toml).filter(|_| !too_long);
    let toml = if too_long || jumble.is_some() { "" } else { toml };
    let (mut entries, errors) = DeTable::parse_recoverable(toml);
    let Explained { syntax, problems, mended } = match (too_long, jumble) {
        (true, _) => syntax::too_long(source, opening.clone(), span.len()),
        (false, Some(at)) => syntax::no_toml(source, start + at),
        (false, None) => syntax::explain(source, file, start, toml, &errors),
    };
    let mut problems = problems;
    if errors.is_empty() {
        problems.extend(newer::problems(source, start, toml));
    }
    if let Some(mended) = &mended {
        (entries, _) = DeTable::parse_recoverable(mended);
    }
    if may_be_shown_otherwise(toml) {
        let found = escapes::problems(source, start, entries.get_ref());
        problems.extend(
            found
                .into_iter()
                .filter(|found| found.span.as_ref().is_none_or(|span| !syntax.explains(span))),
        );
    }
    let (unusable, partial) = (Cell::new(syntax.keys_lost()), Cell::new(syntax.keys_lost()));
    let problems = RefCell::new(problems);
    let owner = Cell::new(file);
    let reader = TomlReader { source, start, owner, syntax, problems, unusable, partial };
    let value = read(&Table::root(&reader, entries.get_ref(), opening));
    let mut problems = reader.problems.into_inner();
    problems.sort_by_key(|problem| problem.span.as_ref().map(|span| (span.start, span.end)));
    let (unusable, partial) = (reader.unusable.get(), reader.partial.get());
    ReadOutcome { value, problems, unusable, partial }
}
