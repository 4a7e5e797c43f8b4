//! The copy of `site.toml` in a package. How the site gets to its server, with the names of accounts
//! there, is no record and of no use to its readers, but would be to somebody who wants to get in; a
//! package is handed out to whoever asks. The rest stays as it is written.

use std::borrow::Cow;

use toml_edit::{DocumentMut, Item, Table};

use super::facts::PackageFacts;
use crate::text;

/// The table that says where the site is published.
const PUBLISHING: &str = "publish";

/// The settings as a package holds them: as they are, unless they say how the site is published.
pub fn packed<'a>(facts: &PackageFacts<'_>, settings: &'a [u8]) -> Cow<'a, [u8]> {
    let note = facts.say(text!(
        "# [publish] är utelämnat ur paketet: hur webbplatsen når sin server hör inte till det som arkiveras.\n",
        "# [publish] is left out of the package: how the site gets to its server is not archived.\n"
    ));
    match without_publishing(&facts.archive.settings.source.text, &note) {
        Some(rest) => Cow::Owned(rest.into_bytes()),
        None => Cow::Borrowed(settings),
    }
}

/// The settings without the table, and with a note at their end; `None` if they do not have it.
fn without_publishing(settings: &str, note: &str) -> Option<String> {
    // Settings that cannot be read are errors, so that no package is made.
    let mut settings: DocumentMut = settings.parse().ok()?;
    let removed = settings.remove(PUBLISHING)?;
    let others = settings.iter().filter_map(|(_, item)| last_position(item)).max();
    if last_position(&removed) > others {
        // What follows the last table are remarks on it.
        settings.set_trailing("");
    }
    Some(format!("{}\n{note}", settings.to_string().trim_end()))
}

/// The position among the headers of the last one of a table and those in it.
fn last_position(item: &Item) -> Option<isize> {
    let of_table = |table: &Table| {
        let inner = table.iter().filter_map(|(_, item)| last_position(item));
        inner.chain(table.position()).max()
    };
    match item {
        Item::Table(table) => of_table(table),
        Item::ArrayOfTables(tables) => tables.iter().filter_map(of_table).max(),
        Item::Value(_) | Item::None => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn how_the_site_is_published_is_left_out_and_the_rest_stays() {
        let rest = "title = \"A\" # namnet\n# Arkivet.\n[archive]\ncreator = \"B\"\n";
        for publishing in [
            "# Servern.\n[publish]\nto = \"sftp://eva@host/a\" # konto\n# to = \"//server/a\"\n",
            "[publish.prov]\nto = \"sftp://eva@host/a\"\n\n[publish.skarp]\nto = \"//eva/a\"\n# eva\n",
        ] {
            for whole in [
                format!("{rest}{publishing}"),
                rest.replacen("# Arkivet", &format!("{publishing}# Arkivet"), 1),
            ] {
                let packed = without_publishing(&whole, "# Not.\n").expect("a table");
                // Remarks between two tables are on the second.
                let packed = packed.replace("# to = \"//server/a\"\n", "").replace("# eva\n", "");
                assert_eq!(packed, format!("{rest}# Not.\n"), "{whole}");
            }
        }
        for dotted in ["publish.to = \"//eva/a\"\n", "publish = { to = \"//eva/a\" }\n"] {
            let packed = without_publishing(&format!("{dotted}{rest}"), "# Not.\n");
            assert_eq!(packed.as_deref(), Some(&*format!("{rest}# Not.\n")), "{dotted}");
        }
        assert_eq!(without_publishing(rest, "# Not.\n"), None);
    }
}
