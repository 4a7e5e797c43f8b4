//! Which municipalities a document is of together: those that its title or its beginning counts up,
//! "Orusts, Tjörns och Stenungsunds kommuner". One that is only mentioned is no party.

use crate::model::register;

/// A municipality that is named somewhere in a text.
struct NamedMunicipality {
    name: &'static str,
    from: usize,
    until: usize,
    /// Whether the word for a municipality follows the name.
    with_word: bool,
    /// Whether a hyphen stands before it: it is one of two, or a part of some other name.
    after_hyphen: bool,
}

/// What stands before the name of a police area, which may be those of its municipalities.
const AREAS: [&str; 4] = ["polisområde", "polisområdet", "lpo", "polisdistrikt"];

/// How much of a text, in bytes, says whose it is.
const BEGINNING: usize = 2500;

/// The municipalities that the title, or otherwise the beginning of a text, counts up in one breath, in
/// that order; none if it names one alone, as the title of a single pledge does.
pub(super) fn counted_up(title: Option<&str>, text: &str) -> Vec<&'static str> {
    if let Some(title) = title.filter(|title| !mentions(title).is_empty()) {
        return longest(title, false);
    }
    let end = (0..=BEGINNING.min(text.len())).rev().find(|at| text.is_char_boundary(*at));
    longest(&text[..end.unwrap_or_default()], true)
}

/// The longest enumeration of at least two. In a title the names suffice; in running text the word for
/// municipalities must be part of it.
fn longest(text: &str, needs_word: bool) -> Vec<&'static str> {
    let mut chains: Vec<Vec<&NamedMunicipality>> = Vec::new();
    let mentions = mentions(text);
    for mention in &mentions {
        let last = chains.last_mut().filter(|chain| {
            chain.last().is_some_and(|it| is_between(&text[it.until..mention.from]))
        });
        match last {
            Some(chain) => chain.push(mention),
            None => chains.push(vec![mention]),
        }
    }
    let mut best: Vec<&'static str> = Vec::new();
    for chain in chains {
        // "Lokalpolisområde Enköping-Håbo" is the name of one area.
        let before = chain.first().map_or("", |first| text[..first.from].trim_end());
        let before = before.to_lowercase();
        if AREAS.iter().any(|word| before.ends_with(word)) {
            continue;
        }
        if needs_word && !chain.iter().any(|mention| mention.with_word) {
            continue;
        }
        let mut names: Vec<&'static str> = Vec::new();
        for mention in chain {
            if !names.contains(&mention.name) {
                names.push(mention.name);
            }
        }
        if names.len() > best.len().max(1) {
            best = names;
        }
    }
    best
}

/// Whether this stands between two of an enumeration.
fn is_between(text: &str) -> bool {
    let text = text.trim().trim_start_matches(',').trim();
    matches!(text, "" | "och" | "OCH" | "samt" | "&" | "jämte" | "respektive" | "–" | "-")
}

/// The mentions in the order of the text. Names are written with a capital letter, so that `lund` and
/// `mark` are none.
fn mentions(text: &str) -> Vec<NamedMunicipality> {
    let mut found: Vec<NamedMunicipality> = Vec::new();
    for entry in register::municipalities() {
        for written in [entry.name.to_owned(), entry.name.to_uppercase()] {
            for (from, _) in text.match_indices(&*written) {
                let after = from + written.len();
                let rest = &text[after..];
                let name_ends = after + if rest.starts_with(['s', 'S']) { 1 } else { 0 };
                let is_alone = |at: usize| !text[at..].starts_with(char::is_alphabetic);
                let begins = !text[..from].ends_with(char::is_alphabetic);
                let after_hyphen = text[..from].ends_with('-');
                let Some(ends) = [name_ends, after].into_iter().find(|at| is_alone(*at)) else {
                    continue;
                };
                if !begins {
                    continue;
                }
                let word = ["kommuner", "kommun", "städer", "stad"].into_iter().find(|word| {
                    let next = text[ends..].trim_start().to_lowercase();
                    next.strip_prefix(word).is_some_and(|it| !it.starts_with(char::is_alphabetic))
                });
                let until = word.map_or(ends, |word| {
                    let blanks = text[ends..].len() - text[ends..].trim_start().len();
                    ends + blanks + word.len()
                });
                found.push(NamedMunicipality {
                    name: entry.name,
                    from,
                    until,
                    with_word: word.is_some(),
                    after_hyphen,
                });
            }
        }
    }
    // Of two at one place the longer is meant: Upplands-Bro, not Bro.
    found.sort_by_key(|mention| (mention.from, std::cmp::Reverse(mention.until)));
    let mut until = 0;
    found.retain(|mention| {
        let is_new = mention.from >= until && (!mention.after_hyphen || mention.from == until + 1);
        if is_new {
            until = mention.until;
        }
        is_new
    });
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn those_that_a_title_or_a_beginning_counts_up_are_parties() {
        let three = ["Orust", "Tjörn", "Stenungsund"];
        for title in [
            "Medborgarlöfte för Orust, Tjörn och Stenungsund 2026",
            "Medborgarlöfte 2026 Orusts, Tjörns och Stenungsunds kommuner",
            "MEDBORGARLÖFTE ORUST, TJÖRN OCH STENUNGSUND",
            "Orust kommun, Tjörns kommun samt Stenungsunds kommun",
            "Medborgarlöfte Orust–Tjörn–Stenungsund 2026",
            "Medborgarlöfte Orust-Tjörn-Stenungsund 2026",
            "Medborgarlöfte Orust – Tjörn – Stenungsund",
        ] {
            assert_eq!(counted_up(Some(title), ""), three, "{title}");
        }
        let text = "Polisen och Orust, Tjörns och Stenungsunds kommuner lovar följande.\n";
        assert_eq!(counted_up(Some("Medborgarlöfte 2026"), text), three);
    }

    #[test]
    fn one_that_is_only_mentioned_is_no_party() {
        for text in [
            "Polisen och Orust kommun lovar. Tjörns kommun har ett eget löfte.",
            "Vägen mellan Orust och Tjörn.",
            "Upplands-Bro kommun",
            "Norra-Håbo och Tjörns kommuner",
            "",
        ] {
            assert_eq!(counted_up(None, text), [""; 0], "{text}");
        }
        let area = "Orust och Tjörns kommuner hör till samma lokalpolisområde.";
        for title in [
            "Medborgarlöfte för Orust kommun",
            "Lokalpolisområde Enköping-Håbo",
            "Medborgarlöfte i lokalpolisområdet Enköping–Håbo 2026",
            "Medborgarlöfte Upplands-Bro 2026",
        ] {
            assert_eq!(counted_up(Some(title), area), [""; 0], "{title}");
        }
    }
}
