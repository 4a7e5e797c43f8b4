//! Read: what each of a site's files says, before anything is linked.

use crate::content::{self, Loaded, ParsedContent};
use crate::ledger::ReadLedger;
use crate::seals::{ReadSeals, lost};

/// Everything that a site's files say, each file by itself; nothing here has looked at two of them.
#[derive(Debug)]
pub struct Sources {
    pub content: ParsedContent,
    pub ledger: ReadLedger,
    pub seals: ReadSeals,
}

impl Sources {
    /// Parses what was loaded.
    pub fn read(loaded: &Loaded) -> Sources {
        // In a large archive the ledger is by far the longest file.
        let (ledger, content) = rayon::join(|| ReadLedger::of(loaded), || content::parse(loaded));
        let seals = seals_of(loaded, &ledger);
        Sources { content, ledger, seals }
    }

    /// Reads again after a change: a file that is the same as in `before` is not parsed again.
    pub fn read_again(loaded: &Loaded, before: (&Loaded, &Sources)) -> Sources {
        let (loaded_before, sources_before) = before;
        let digest = |loaded: &Loaded| loaded.ledger.as_ref().map(|raw| raw.digest);
        let same = digest(loaded) == digest(loaded_before)
            && loaded.standing == loaded_before.standing
            && loaded.problems == loaded_before.problems;
        let ledger = if same { sources_before.ledger.clone() } else { ReadLedger::of(loaded) };
        let content = content::parse_again(loaded, (loaded_before, &sources_before.content));
        let seals = seals_of(loaded, &ledger);
        Sources { content, ledger, seals }
    }
}

/// The records, and the problem with each that the ledger knows of and that is gone.
fn seals_of(loaded: &Loaded, ledger: &ReadLedger) -> ReadSeals {
    let mut seals = ReadSeals::of(loaded);
    seals.problems.extend(lost(loaded, &ledger.ledger));
    seals
}
