//! The rule that a yearly package never loses its record: without it nobody would see that something
//! in the package changes, and the year could be packed once more as something else.

use super::FOLDER;
use crate::content::Loaded;
use crate::diagnostic::{Code, Problem};
use crate::ledger::Ledger;
use crate::text;

/// A problem for each package in the ledger that has no record any more. One that cannot be read is
/// there, and is reported as that.
pub fn lost(loaded: &Loaded, ledger: &Ledger) -> Vec<Problem> {
    let record = |name: &str| format!("{FOLDER}/{name}.toml");
    let is_gone = |path: &String| !loaded.seals.iter().any(|raw| raw.path == *path);
    let all = ledger.packages.iter().map(|name| (name, record(name)));
    all.filter(|(_, path)| is_gone(path))
        .map(|(name, path)| {
            let (span, name) = (name.span.clone(), &name.value);
            Problem::at(
                Code::SealedLost,
                &ledger.source(),
                span,
                text!(
                    "Årspaketet {name} är gjort, men dess protokoll {path} finns inte. Utan det märks det inte om något i paketet ändras.",
                    "The yearly package {name} has been made, but its record {path} is not there. Without it nobody sees whether something in the package changes."
                ),
                text!(
                    "Hämta tillbaka {path} ur versionshanteringen eller en säkerhetskopia. Har paketet aldrig lämnats till arkivet, och ska det göras om: stryk {name} under packages i addresses.toml.",
                    "Restore {path} from version control or a backup. If the package was never given to the records archive, and is to be made anew: strike {name} under packages in addresses.toml."
                ),
            )
        })
        .collect()
}
