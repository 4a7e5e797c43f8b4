//! One reader of TOML, field by field, for front matter, settings and ledger alike. It collects
//! every problem, knows which keys were asked for, and leaves nothing that stands in the file
//! unread without saying so.

mod dates;
mod expected;
mod leftovers;
mod need;
mod newer;
mod periods;
mod scan;
mod slips;
mod syntax;
mod table;
mod values;

use std::cell::{Cell, RefCell};
use std::sync::Arc;

use toml::de::DeTable;

pub use table::Table;
pub use values::Vocabulary;

use crate::diagnostic::{Code, Problem, Source, Span, Text};
pub use crate::schema::Owner;
use syntax::{Explained, Syntax};

/// Longer front matter is a body without the line that should stand before it. The ledger, which
/// the program writes, has an address a line and may be as long as any file.
const LONGEST: usize = 1024 * 1024;

/// When this many problems are known the rest is not looked into: none of it would be shown.
const MOST: usize = 300;

/// Reads one stretch of TOML in a source.
pub struct Reader<'s> {
    source: &'s Arc<Source>,
    /// Where the TOML begins in the source.
    start: usize,
    /// Which sort of file it is, as far as known.
    owner: Cell<Owner>,
    syntax: Syntax,
    problems: RefCell<Vec<Problem>>,
    unusable: Cell<bool>,
}

/// What came of reading.
pub struct Outcome<T> {
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
) -> Outcome<T> {
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
    let reader = Reader { source, start, owner, syntax, problems, unusable };
    let value = read(&Table::root(&reader, entries.get_ref(), opening));
    let mut problems = reader.problems.into_inner();
    problems.sort_by_key(|problem| problem.span.as_ref().map(|span| (span.start, span.end)));
    Outcome { value, problems, unusable: reader.unusable.get() }
}

impl Reader<'_> {
    /// A problem at a place, unless a syntax error there explains it.
    fn report(&self, code: Code, span: Span, message: Text, help: Text) {
        if !self.syntax.explains(&span) && !self.is_full() {
            let problem = Problem::at(code, self.source, span, message, help);
            self.problems.borrow_mut().push(problem);
        }
    }

    /// Whether there are more problems than are shown.
    fn is_full(&self) -> bool {
        self.problems.borrow().len() >= MOST
    }

    /// What was read cannot stand for the whole file.
    fn mark_unusable(&self) {
        self.unusable.set(true);
    }

    /// The characters at a place.
    fn written(&self, span: &Span) -> &str {
        &self.source.text[span.clone()]
    }
}
