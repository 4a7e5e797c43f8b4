//! Whether a build would be made from the same inputs as the last one.

use super::options::Options;
use crate::archive::Drafts;
use crate::content::Loaded;
use crate::diagnostic::Problem;
use crate::digest::{Digest, Digester};
use crate::language::Language;
use crate::render::{BUILD_ID, ThemeFiles};

/// One digest of everything that a build is made from, the problems of reading included: if it is
/// the same, so is the site. The
/// ledger is given separately, since a build that adds to it is made from the ledger that it leaves
/// behind. A build that leaves the ledger alone therefore does not count as one that adds to it.
pub fn inputs(
    loaded: &Loaded,
    ledger: Option<Digest>,
    theme: &(ThemeFiles, Vec<Problem>),
    options: &Options,
    keeps_ledger: bool,
) -> Digest {
    let mut digester = Digester::new();
    let mut add = |name: &str, digest: &[u8]| {
        digester.update((name.len() as u64).to_le_bytes());
        digester.update(name);
        digester.update(digest);
    };
    add("build", &BUILD_ID);
    add("theme", &theme.0.digest().0);
    add("today", options.today.to_string().as_bytes());
    add("strict", &[u8::from(options.strict)]);
    add("drafts", &[u8::from(options.drafts == Drafts::Shown)]);
    add("keeps ledger", &[u8::from(keeps_ledger)]);
    add("ledger", &ledger.unwrap_or(Digest::NONE).0);
    add("language", options.language.map_or("", Language::tag).as_bytes());
    for raw in loaded.settings.iter().chain(&loaded.seals).chain(&loaded.markdown) {
        add(&raw.path, &raw.digest.0);
    }
    for other in &loaded.others {
        add(other.path.as_str(), &other.digest.0);
    }
    // What could not be read has no digest, but its problems are part of the outcome.
    for problem in loaded.problems.iter().chain(&theme.1) {
        for part in [problem.code.as_str(), &*problem.source.path, &*problem.message.sv] {
            digester.update((part.len() as u64).to_le_bytes());
            digester.update(part);
        }
    }
    digester.finish()
}
