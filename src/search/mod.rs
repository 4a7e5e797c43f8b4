//! Searching without a server: an index of the words of all documents, written as script files that
//! a page can load from anywhere, a memory stick included. `words` divides and stems, with the
//! table that the page's script has too; `collect` finds the words of documents, in runs (`run`) of
//! which `kept` brings back those that are as they were; `index` puts them together; `compounds` finds
//! the last parts of long words; `code`, `files` and `script` write. Pure: no I/O and no clock.

mod code;
mod collect;
mod compounds;
mod files;
mod index;
mod kept;
mod posting;
mod run;
mod script;
mod table;
mod term;
mod words;

pub use collect::SearchText;
pub use files::{Choice, Cut, Facet, Facts, GroupFacts, IndexFile, SearchIndex};
pub use index::terms;
pub use kept::{KeptRuns, NoRuns};
pub use script::{Fingerprint, script};
pub use term::Term;
