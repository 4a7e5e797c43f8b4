//! The ledger with the addresses that a build adds. If people have written comments in it, the
//! comments stay, and so does the whole layout. That takes a parser that preserves the text, about
//! 0.15 s for 30 000 addresses; a ledger without comments is simply written anew.

use std::collections::BTreeSet;

use toml_edit::{Array, DocumentMut};

use super::array::with_lines;
use super::entries::{FILE, Ledger, Withdrawal};
use super::read::read;
use super::text::{self, PREFACE};
use crate::content::RawFile;
use crate::model::Address;

/// What a build adds to a ledger.
struct Fresh<'a> {
    published: BTreeSet<&'a Address>,
    packages: BTreeSet<&'a str>,
}

/// The text of the ledger when these addresses have been published as well, and these yearly
/// packages made.
pub fn merged<'a>(
    ledger: &Ledger,
    published: impl Iterator<Item = &'a Address>,
    packages: impl Iterator<Item = &'a str>,
) -> String {
    let fresh = Fresh {
        published: published.filter(|address| !ledger.has_published(address)).collect(),
        packages: packages.filter(|name| !known_packages(ledger).any(|it| it == *name)).collect(),
    };
    let former = ledger.source.as_ref().map_or("", |source| &source.text);
    if has_comments(ledger, former) {
        if fresh.published.is_empty() && fresh.packages.is_empty() {
            return former.to_owned();
        }
        if let Some(text) = added(former, &fresh).filter(|text| says(text, ledger, &fresh)) {
            return text;
        }
    }
    let known = ledger.published.iter().map(|published| &published.value);
    let packages = known_packages(ledger).chain(fresh.packages).collect();
    text::text(&known.chain(fresh.published).collect(), &packages, &ledger.withdrawn)
}

fn known_packages(ledger: &Ledger) -> impl Iterator<Item = &str> {
    ledger.packages.iter().map(|name| name.value.as_str())
}

/// Whether a ledger's text has comments other than those that the program writes: it has, if it
/// contains more number signs than what was read from it. What is written with a backslash is not
/// counted for certain, so such a text is taken to have them.
fn has_comments(ledger: &Ledger, text: &str) -> bool {
    let signs = |text: &str| text.bytes().filter(|byte| *byte == b'#').count();
    let published = ledger.published.iter().map(|address| signs(address.as_str()));
    let withdrawn = ledger.withdrawn.iter().map(|withdrawal| {
        let Withdrawal { address, decision, reason, title, follows_up, date: _ } = withdrawal;
        let others: usize = follows_up.iter().map(|address| signs(address.as_str())).sum();
        let words = signs(decision) + signs(reason) + title.as_deref().map_or(0, signs);
        signs(address.as_str()) + words + others
    });
    let packages = known_packages(ledger).map(signs);
    let values: usize = published.chain(withdrawn).chain(packages).sum();
    let text = text.strip_prefix(PREFACE).unwrap_or(text);
    signs(text) > values || (signs(text) > 0 && text.contains('\\'))
}

/// A ledger's text with these added, each on a line before the first that sorts after it;
/// everything else is left as it is. `None` if the text does not have the form of a ledger.
fn added(text: &str, fresh: &Fresh<'_>) -> Option<String> {
    let mut document: DocumentMut = text.parse().ok()?;
    let published = fresh.published.iter().map(|address| address.as_str()).collect();
    let packages = fresh.packages.iter().copied().collect();
    for (key, added) in [("published", published), ("packages", packages)] {
        let added: Vec<&str> = added;
        if added.is_empty() {
            continue;
        }
        let array = document.entry(key).or_insert_with(|| Array::new().into()).as_array_mut()?;
        *array = with_lines(std::mem::take(array), added.into_iter());
    }
    Some(document.to_string())
}

/// Whether a text reads as the ledger with these added, whatever comments it has.
fn says(text: &str, ledger: &Ledger, fresh: &Fresh<'_>) -> bool {
    let (now, problems) = read(&RawFile::new(FILE, text.as_bytes()));
    let known = ledger.published.iter().map(|published| &published.value);
    let expected: BTreeSet<&Address> = known.chain(fresh.published.iter().copied()).collect();
    let packages: BTreeSet<&str> =
        known_packages(ledger).chain(fresh.packages.iter().copied()).collect();
    let withdrawn = now.withdrawn.iter().zip(&ledger.withdrawn);
    problems.is_empty()
        && now.published.iter().map(|published| &published.value).eq(expected)
        && known_packages(&now).eq(packages)
        && now.withdrawn.len() == ledger.withdrawn.len()
        && withdrawn.into_iter().all(|(a, b)| {
            a.address.value == b.address.value
                && (a.date, &a.decision, &a.reason) == (b.date, &b.decision, &b.reason)
                && (&a.title, &a.follows_up) == (&b.title, &b.follows_up)
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The text of a ledger after a build that publishes these addresses.
    #[track_caller]
    fn after(text: &str, published: &[&str]) -> String {
        let (ledger, problems) = read(&RawFile::new(FILE, text.as_bytes()));
        assert_eq!(problems, []);
        let published: Vec<Address> =
            published.iter().map(|it| Address::parse(it).expect("an address")).collect();
        merged(&ledger, published.iter(), std::iter::empty())
    }

    #[test]
    fn the_names_of_packages_are_added_and_none_is_dropped() {
        let after = |text: &str, packages: &[&str]| {
            let (ledger, problems) = read(&RawFile::new(FILE, text.as_bytes()));
            assert_eq!(problems, []);
            let a = Address::parse("a.html").expect("an address");
            merged(&ledger, std::iter::once(&a), packages.iter().copied())
        };
        // Of the older form, and one that the program wrote.
        let text = after("published = [\"a.html\"]\n", &["2020", "2018"]);
        assert!(text.ends_with("]\n\npackages = [\n  \"2018\",\n  \"2020\",\n]\n"), "{text}");
        assert_eq!(after(&text, &["2020"]), text);
        assert!(after(&text, &["2019"]).contains("\"2018\",\n  \"2019\",\n  \"2020\""));
        let by_hand = "# Vår lista.\npublished = [\n  \"a.html\",\n] # slut\n\n[[withdrawn]]\n\
                       address = \"b.html\"\ndate = 2026-11-22\ndecision = \"D\"\nreason = \"R\"\n";
        let added = after(by_hand, &["2020"]);
        assert!(added.starts_with("# Vår lista.\n") && added.contains("] # slut\n"), "{added}");
        let (ledger, problems) = read(&RawFile::new(FILE, added.as_bytes()));
        assert_eq!(problems, []);
        assert_eq!(known_packages(&ledger).collect::<Vec<_>>(), ["2020"]);
        assert_eq!(ledger.withdrawn.len(), 1);
    }

    #[test]
    fn comments_stay_where_they_were_written() {
        let text = "\
# Vår lista.
published = [ # sorterad
  \"a.html\", # den första
  # Bytte namn 2024.
  \"c.html\",
  \"d.html\", # till och med # här
  # Här slutar listan.
]

# Beslutat i nämnden.
[[withdrawn]]
address = \"d.html\"   # gammal
date = 2026-11-22
decision = \"§ 1 # 2\"
reason = 'Fel.'
";
        assert_eq!(
            after(text, &["0.html", "a.html", "b.html", "e.html", "f.html"]),
            "\
# Vår lista.
published = [ # sorterad
  \"0.html\",
  \"a.html\", # den första
  \"b.html\",
  # Bytte namn 2024.
  \"c.html\",
  \"d.html\", # till och med # här
  \"e.html\",
  \"f.html\",
  # Här slutar listan.
]

# Beslutat i nämnden.
[[withdrawn]]
address = \"d.html\"   # gammal
date = 2026-11-22
decision = \"§ 1 # 2\"
reason = 'Fel.'
"
        );
        assert_eq!(after(text, &["a.html", "c.html"]), text);
    }

    #[test]
    fn comments_stay_however_the_list_is_laid_out() {
        let add = |text: &str| after(text, &["b.html"]);
        assert_eq!(
            add("# K.\npublished = [\"a.html\", \"c.html\"]\n"),
            "# K.\npublished = [\n  \"a.html\",\n  \"b.html\",\n  \"c.html\",\n]\n"
        );
        assert_eq!(
            add("published = [\n\"a.html\" # sist\n] # slut\n"),
            "published = [\n\"a.html\", # sist\n  \"b.html\",\n] # slut\n"
        );
        assert_eq!(
            add("published = [\n  # tom\n]\n"),
            "published = [\n  \"b.html\",\n  # tom\n]\n"
        );
        assert_eq!(add("published = [] # tom\n"), "published = [\n  \"b.html\",\n] # tom\n");
        let withdrawn = "[[withdrawn]]\naddress = \"a.html\"\ndate = 2026-11-22\n\
                         decision = \"D\"\nreason = \"R\" # kort\n";
        let added = add(withdrawn);
        assert!(added.contains("\"b.html\"") && added.contains("# kort"), "{added}");
    }

    #[test]
    fn a_number_sign_that_is_written_in_another_way_hides_no_comment() {
        let text = "published = [\"a.html\"] # min\n\n[[withdrawn]]\naddress = \"z.html\"\n\
                    date = 2026-11-22\ndecision = \"\\u0023 1\"\nreason = \"R\"\n";
        assert!(after(text, &["b.html"]).contains("# min"));
    }

    #[test]
    fn a_ledger_without_comments_is_written_anew() {
        let by_hand = "published = ['c.html', \"a.html\"]\n";
        let text = after(by_hand, &["b.html"]);
        assert!(text.starts_with(PREFACE), "{text}");
        assert!(text.ends_with("\n  \"a.html\",\n  \"b.html\",\n  \"c.html\",\n]\n"), "{text}");
        assert_eq!(after(&text, &["b.html"]), text);
        // A number sign in a decision is not a comment.
        let withdrawn = "\n[[withdrawn]]\naddress = \"z.html\"\ndate = 2026-11-22\n\
                         decision = \"# 1\"\nreason = \"R\"\n";
        assert!(after(&format!("{text}{withdrawn}"), &["0.html"]).starts_with(PREFACE));
    }
}
