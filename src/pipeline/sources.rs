//! Read: what a site's files say, before anything is linked.

use crate::content::{self, Loaded, ParsedContent};
use crate::ledger::ReadLedger;

/// Everything that a site's files say, each by itself; nothing here has looked at two of them.
#[derive(Debug)]
pub struct Sources {
    pub content: ParsedContent,
    pub ledger: ReadLedger,
}

impl Sources {
    /// Parses what was loaded.
    pub fn read(loaded: &Loaded) -> Sources {
        // The ledger of a large archive is the longest file by far.
        let (ledger, content) = rayon::join(|| ReadLedger::of(loaded), || content::parse(loaded));
        Sources { content, ledger }
    }

    /// The same after a change: what says the same as `before` is not parsed anew.
    pub fn read_again(loaded: &Loaded, before: (&Loaded, &Sources)) -> Sources {
        let (loaded_before, sources_before) = before;
        let digest = |loaded: &Loaded| loaded.ledger.as_ref().map(|raw| raw.digest);
        let ledger = if digest(loaded) == digest(loaded_before) {
            sources_before.ledger.clone()
        } else {
            ReadLedger::of(loaded)
        };
        let content = content::parse_again(loaded, (loaded_before, &sources_before.content));
        Sources { content, ledger }
    }
}
