//! What the lists that `publish --plan` makes were compared with.

use std::path::Path;

use crate::diagnostic::Text;
use crate::host::HostError;
use crate::shown_path::shown_path;
use crate::text;

/// What the lists of a plan were made by comparing the built site with.
pub enum Compared<'a> {
    /// A copy of the host's list.
    List(&'a Path),
    /// The host as it is now.
    Host(&'a str),
    /// The site's target cannot be reached from here, for this reason.
    OutOfReach(HostError),
    /// There is no host of a kind that the program can reach.
    Nothing,
}

impl Compared<'_> {
    pub fn in_words(&self) -> Text {
        match self {
            Compared::List(list) => {
                let list = shown_path(list);
                text!("Jämfört med listan {list}.", "Compared with the list {list}.")
            }
            Compared::Host(place) => {
                text!("Jämfört med {place}, som det är nu.", "Compared with {place}, as it is now.")
            }
            Compared::OutOfReach(error) => {
                let Text { sv, en } = error.message();
                text!(
                    "{sv} Därför jämfördes med ingenting: alla filer räknas som nya och inget tas bort. Finns webbplatsen redan på servern: hämta dess SHA256SUMS och lägg till --against SHA256SUMS.",
                    "{en} So nothing was compared: every file counts as new and nothing is deleted. If the site is on the server already: fetch its SHA256SUMS and add --against SHA256SUMS."
                )
            }
            Compared::Nothing => text!(
                "Jämfört med ingenting, så alla filer räknas som nya och inget tas bort. Finns webbplatsen redan på servern: hämta dess SHA256SUMS och lägg till --against SHA256SUMS.",
                "Compared with nothing, so that every file counts as new and nothing is deleted. If the site is on the server already: fetch its SHA256SUMS and add --against SHA256SUMS."
            ),
        }
    }
}
