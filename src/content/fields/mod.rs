//! One reader of TOML, field by field, for front matter, settings and ledger alike. It collects
//! every problem, knows which keys were asked for, and leaves nothing that stands in the file
//! unread without saying so.

mod dates;
mod expected;
mod leftovers;
mod need;
mod newer;
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

use toml::de::DeTable;

pub use table::Table;
pub use values::Vocabulary;

use crate::diagnostic::{Problem, Source, Span};
pub use crate::schema::Owner;
use reader::TomlReader;
use syntax::Explained;

/// Longer front matter is a body without the line that should stand before it. The ledger, which
/// the program writes, has an address a line and may be as long as any file.
const LONGEST: usize = 1024 * 1024;

/// What came of reading.
pub struct ReadOutcome<T> {
    pub value: T,
    /// In order of place.
    pub problems: Vec<Problem>,
    /// Something required is missing or unreadable, or whole lines were lost.
    pub unusable: bool,
}

/// Parses `span` of the source as TOML and lets `read` ask for its fields. `opening` is shown for
/// what concerns the table as a whole. Lines that are no TOML are reported, and what can be read
/// without them is read.
pub fn read<T>(
    source: &Arc<Source>,
    file: Owner,
    opening: Span,
    span: Span,
    read: impl FnOnce(&Table<'_>) -> T,
) -> ReadOutcome<T> {
    let toml = &source.text[span.clone()];
    let start = span.start;
    let too_long = toml.len() > LONGEST && file != Owner::Ledger;
    let toml = if too_long { "" } else { toml };
    let (mut entries, errors) = DeTable::parse_recoverable(toml);
    let Explained { syntax, problems, mended } = match too_long {
        true => syntax::too_long(source, opening.clone(), span.len()),
        false => syntax::explain(source, start, toml, &errors),
    };
    let mut problems = problems;
    if errors.is_empty() {
        problems.extend(newer::problems(source, start, toml));
    }
    if let Some(mended) = &mended {
        (entries, _) = DeTable::parse_recoverable(mended);
    }
    let unusable = Cell::new(syntax.keys_lost());
    let problems = RefCell::new(problems);
    let owner = Cell::new(file);
    let reader = TomlReader { source, start, owner, syntax, problems, unusable };
    let value = read(&Table::root(&reader, entries.get_ref(), opening));
    let mut problems = reader.problems.into_inner();
    problems.sort_by_key(|problem| problem.span.as_ref().map(|span| (span.start, span.end)));
    ReadOutcome { value, problems, unusable: reader.unusable.get() }
}
