//! The end of a document, where it was signed: on which day, and by whom. Names and roles stand beside
//! or below each other, in the cells of a table, or the role above the name.

use super::found::{MOST, Suggested, SuggestedSignatory, days_of_line};
use crate::model::register;

/// How many lines at the end may hold signatures.
const LAST_LINES: usize = 40;
/// How far below the place and the day those who signed begin.
const NEXT_LINES: usize = 8;
/// A line of no more words than this holds nothing but the place and the day.
const SHORT: usize = 6;

/// The day that a text says it was signed on: the last one at its end, otherwise the first.
pub(super) fn day(text: &str) -> Option<Suggested> {
    let lines = written(text);
    let end = lines.len().saturating_sub(LAST_LINES);
    let found = |at: usize| {
        let line = lines[at];
        let days = days_of_line(line);
        let is_short = line.split_whitespace().count() <= SHORT;
        let is_below = is_short && at > 0 && heads_a_day(lines[at - 1]);
        let is_signing = |day: &Suggested| {
            is_below
                || speaks_of_signing(&day.words)
                || is_place_and_day(line)
                || (is_town_and_day(line)
                    && lines[at + 1..].iter().take(NEXT_LINES).any(|it| is_of_signing(it)))
        };
        days.into_iter().find(is_signing)
    };
    (end..lines.len()).rev().find_map(found).or_else(|| (0..end).find_map(found))
}

/// The lines with something in them, without what makes them lists, tables and headings.
fn written(text: &str) -> Vec<&str> {
    let marks = ['*', '|', '_', '\\', ' ', '#'];
    let lines = text.lines().map(|line| line.trim().trim_start_matches("- ").trim_matches(marks));
    let is_rule = |line: &&str| !line.chars().any(char::is_alphanumeric);
    lines.filter(|line| !line.is_empty() && !is_rule(line)).collect()
}

fn speaks_of_signing(words: &str) -> bool {
    let words = words.to_lowercase();
    let signs =
        ["underteckn", "signer", "skriv under", "skrev under", "underskrift", "ort och datum"];
    // "Håbo den 3 februari 2025" stands above the signatures.
    let place = words
        .split_once(" den ")
        .is_some_and(|(before, _)| is_municipality(before.trim_end_matches(',')));
    place || signs.iter().any(|sign| words.contains(sign))
}

/// Whether a line is what stands above a day: "Ort och datum", "Underskrifter".
fn heads_a_day(line: &str) -> bool {
    let line = line.to_lowercase();
    let is_short = line.split_whitespace().count() <= SHORT;
    is_short && (speaks_of_signing(&line) || line.trim_end_matches(':') == "datum")
}

/// Whether a line is a place and a day: "Håbo 2025-02-03", "Datum: 2025-02-03".
fn is_place_and_day(line: &str) -> bool {
    let before = line.split(|c: char| c.is_ascii_digit()).next().unwrap_or_default().to_lowercase();
    let before = before.trim().trim_end_matches([',', ':']).trim_end_matches(" den").trim();
    line.split_whitespace().count() <= SHORT && (before == "datum" || is_municipality(before))
}

/// Whether a line is a day and what may be a town, which the register of municipalities does not have:
/// "Skärhamn den 5 februari 2025". A meeting's day reads the same, so who signed must stand below.
fn is_town_and_day(line: &str) -> bool {
    cells(line).iter().any(|cell| {
        let before = cell.split(|c: char| c.is_ascii_digit()).next().unwrap_or_default().trim();
        let before = before.trim_end_matches(" den").trim_end_matches(',');
        let towns: Vec<&str> = before.split_whitespace().collect();
        let ends_with_year = cell.trim_end_matches('.').ends_with(|c: char| c.is_ascii_digit());
        let is_town = |word: &&str| {
            word.starts_with(char::is_uppercase) && word.chars().skip(1).all(char::is_lowercase)
        };
        (1..=2).contains(&towns.len())
            && towns.iter().all(is_town)
            && !NO_TOWNS.contains(&before.to_lowercase().as_str())
            && ends_with_year
            && cell.split_whitespace().count() <= SHORT
    })
}

/// What stands before a day and is no town.
const NO_TOWNS: [&str; 12] = [
    "antagen",
    "antaget",
    "beslut",
    "beslutad",
    "beslutat",
    "möte",
    "publicerad",
    "publicerat",
    "reviderad",
    "senast",
    "uppdaterad",
    "version",
];

/// Whether a line holds a name, a role or both, beside others or alone.
fn is_of_signing(line: &str) -> bool {
    let is_part = |cell: &&str| is_name(cell) || is_role(cell) || named_with_role(cell).is_some();
    cells(line).iter().any(is_part)
}

/// Whether a text that stands beside others, set apart by tabs, is of those who sign: a name, a role, the
/// line that is signed on, or the place and the day.
pub(super) fn may_stand_beside(text: &str) -> bool {
    let is_rule = !text.chars().any(char::is_alphanumeric);
    is_rule
        || is_name(text)
        || is_role(text)
        || named_with_role(text).is_some()
        || is_place_and_day(text)
        || is_town_and_day(text)
}

/// Whether a text is the name of somebody who signs, alone or with the role.
pub(super) fn names_somebody(text: &str) -> bool {
    is_name(text) || named_with_role(text).is_some()
}

/// The name and the role of one who signs, in the words of one cell: "Anna Berg, ordförande", or without the
/// comma where the role stood in a paragraph of its own.
fn named_with_role(text: &str) -> Option<(&str, &str)> {
    let with_comma = text.split_once(',').map(|(name, role)| (name.trim(), role.trim()));
    if let Some((name, role)) = with_comma
        && is_name(name)
        && is_role(role)
    {
        return Some((name, role));
    }
    let begins_a_role = |rest: &str| {
        let first = rest.split_whitespace().next().unwrap_or_default();
        first.starts_with(char::is_lowercase) || first.ends_with('s') || is_role(first)
    };
    let gaps = text.match_indices(' ').map(|(at, _)| at);
    let halves = gaps.map(|at| (text[..at].trim(), text[at..].trim()));
    let mut halves = halves.filter(|(name, role)| {
        let last = name.split_whitespace().next_back().unwrap_or_default();
        is_name(name)
            && last.starts_with(char::is_uppercase)
            && begins_a_role(role)
            && is_role(role)
    });
    halves.next()
}

fn is_municipality(lowered: &str) -> bool {
    register::municipalities().iter().any(|entry| entry.name.to_lowercase() == lowered)
}

/// What the words for roles contain.
const ROLES: [&str; 12] = [
    "ordförande",
    "kommunalråd",
    "oppositionsråd",
    "chef",
    "direktör",
    "mästare",
    "kommunpolis",
    "områdespolis",
    "kommissarie",
    "intendent",
    "inspektör",
    "samordnare",
];

/// Names with their roles, at the end of the text.
pub(super) fn signatories(text: &str) -> Vec<SuggestedSignatory> {
    let lines = written(text);
    let last = lines.get(lines.len().saturating_sub(LAST_LINES)..).unwrap_or_default();
    let parts: Vec<Vec<&str>> = last.iter().map(|line| cells(line)).collect();
    let is_names = |at: usize| parts.get(at).is_some_and(|it| it.iter().all(|it| is_name(it)));
    let is_roles = |at: usize| parts.get(at).is_some_and(|it| it.iter().all(|it| is_role(it)));
    let is_row = |at: usize| parts[at].len() > 1 && is_names(at);
    // Where the first of them is a role and the last a name, roles stand above names.
    let alone: Vec<usize> = (0..parts.len()).filter(|at| is_names(*at) || is_roles(*at)).collect();
    let above = alone.first().is_some_and(|at| is_roles(*at) && !is_names(*at))
        && alone.last().is_some_and(|at| is_names(*at));
    let mut found: Vec<SuggestedSignatory> = Vec::new();
    let mut add = |name: &str, role: &str| {
        let is_known = found.iter().any(|known| known.name == name);
        if is_name(name) && is_role(role) && !is_known && found.len() < MOST {
            let role = role.trim_end_matches(['.', '|', ' ']).to_owned();
            found.push(SuggestedSignatory { name: name.to_owned(), role });
        }
    };
    for (at, line) in last.iter().enumerate() {
        let beside = if above { at.checked_sub(1) } else { Some(at + 1) };
        let beside = beside.and_then(|at| parts.get(at));
        if is_names(at) && (parts[at].len() == 1 || is_row(at)) {
            for (n, name) in parts[at].iter().enumerate() {
                let role = beside.filter(|it| it.len() == parts[at].len()).and_then(|it| it.get(n));
                add(name, role.unwrap_or(&""));
            }
        } else if parts[at].len() > 1
            && parts[at].iter().any(|cell| named_with_role(cell).is_some())
        {
            for (name, role) in parts[at].iter().filter_map(|cell| named_with_role(cell)) {
                add(name, role);
            }
        } else if let Some((name, role)) = line.split_once([',', '|', '\t']) {
            add(name.trim(), role.trim());
        }
    }
    found
}

/// The cells of a line of a table, or of one whose columns stand far apart; otherwise the line.
fn cells(line: &str) -> Vec<&str> {
    let wide = line.contains("   ");
    let cells = line.split(['|', '\t']).flat_map(|part| {
        let parts: Vec<&str> = if wide { part.split("   ").collect() } else { vec![part] };
        parts
    });
    cells.map(str::trim).filter(|cell| !cell.is_empty()).collect()
}

fn is_role(text: &str) -> bool {
    let text = text.to_lowercase();
    text.chars().count() < 90 && ROLES.iter().any(|role| text.contains(role))
}

/// Whether a text looks like the name of a person: two to four words with capital letters.
fn is_name(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let capital = |word: &&str| {
        let mut letters = word.chars();
        letters.next().is_some_and(char::is_uppercase)
            && letters
                .all(|c| c.is_lowercase() || matches!(c, '-' | '’' | '\'') || c.is_uppercase())
    };
    let particle = |word: &&str| matches!(*word, "af" | "av" | "von" | "de");
    (2..=4).contains(&words.len())
        && words.iter().all(|word| capital(word) || particle(word))
        && !is_role(text)
        && !["kommun", "polis", "region"].iter().any(|word| text.to_lowercase().contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_day_is_found_at_the_end_of_a_long_text() {
        let before: String =
            (1..=20).map(|day| format!("Möte den {day} mars 2024 i centrum.\n\n")).collect();
        for end in [
            "Orust den 3 februari 2026",
            "Orust, den 3 februari 2026",
            "Orust 2026-02-03",
            "Datum: 2026-02-03",
            "Ort och datum\n\nOrust 2026-02-03",
            "## Underskrifter\n\n3 februari 2026",
            "Undertecknat den 3 februari 2026 av",
            "Datum\n\n2026-02-03",
        ] {
            let text = format!("Avtalet undertecknades den 1 mars 2019.\n\n{before}{end}\n");
            let found = day(&text).map(|day| day.value);
            assert_eq!(found.as_deref(), Some("2026-02-03"), "{end}");
        }
        assert_eq!(day(&before), None);
        let early = day("Avtalet undertecknades den 1 mars 2019.\n").map(|day| day.value);
        assert_eq!(early.as_deref(), Some("2019-03-01"));
    }

    #[test]
    fn three_who_sign_are_found_however_they_stand() {
        let three = [
            ("Anna Berg", "kommunstyrelsens ordförande, Orust"),
            ("Per von Ek", "Kommunalråd Tjörn"),
            ("Eva Öst", "Chef lokalpolisområde Södra Bohuslän"),
        ];
        let [a, b, c] = three;
        let columns =
            |by: &str| format!("{}{by}{}{by}{}\n\n{}{by}{}{by}{}\n", a.0, b.0, c.0, a.1, b.1, c.1);
        let below = three.map(|(name, role)| format!("{name}\n\n{role}\n\n")).concat();
        let above = three.map(|(name, role)| format!("{role}\n\n{name}\n\n")).concat();
        let beside = three.map(|(name, role)| format!("- {name}, {role}\n")).concat();
        let table = format!(
            "| {} |  {} | {} |\n| --- | --- | --- |\n| {} | {} | {} |\n",
            a.0, b.0, c.0, a.1, b.1, c.1
        );
        for text in [below, above, beside, table, columns("      "), columns("\t")] {
            let text = format!("Fler patruller i centrum.\n\nOrust 2026-02-03\n\n{text}");
            let found = signatories(&text);
            let found: Vec<_> = found.iter().map(|it| (&*it.name, &*it.role)).collect();
            assert_eq!(found, three, "{text}");
        }
    }

    #[test]
    fn two_who_sign_beside_each_other_are_two() {
        let two =
            [("Anna Berg", "kommunstyrelsens ordförande"), ("Per von Ek", "lokalpolisområdeschef")];
        for text in [
            "| Anna Berg kommunstyrelsens ordförande | Per von Ek lokalpolisområdeschef |\n| --- | --- |\n",
            "| Anna Berg, kommunstyrelsens ordförande | Per von Ek, lokalpolisområdeschef |\n| --- | --- |\n",
            "| Skärhamn den 5 februari 2025 | Orust den 6 februari 2025 |\n| --- | --- |\n| Anna Berg | Per von Ek |\n| kommunstyrelsens ordförande | lokalpolisområdeschef |\n",
            "Anna Berg, kommunstyrelsens ordförande\tPer von Ek, lokalpolisområdeschef\n",
        ] {
            let found = signatories(&format!("Fler patruller.\n\n{text}"));
            let found: Vec<_> = found.iter().map(|it| (&*it.name, &*it.role)).collect();
            assert_eq!(found, two, "{text}");
        }
        let capital = named_with_role("Anna Maria Berg Kommunstyrelsens ordförande");
        assert_eq!(capital, Some(("Anna Maria Berg", "Kommunstyrelsens ordförande")));
        for none in ["Anna Berg", "Kommunstyrelsens ordförande", "Fler patruller i centrum", ""] {
            assert_eq!(named_with_role(none), None, "{none}");
        }
    }

    #[test]
    fn a_town_that_is_no_municipality_stands_with_the_day_above_those_who_sign() {
        let of = |line: &str, below: &str| {
            day(&format!("Avtalet gäller.\n\n{line}\n\n{below}\n")).map(|day| day.value)
        };
        let who = "Anna Berg\n\nkommunstyrelsens ordförande";
        for line in [
            "Skärhamn den 5 februari 2025",
            "Skärhamn, 2025-02-05",
            "Södra Vi den 5 februari 2025",
            "| Skärhamn den 5 februari 2025 | Orust den 6 februari 2025 |",
        ] {
            assert_eq!(of(line, who).as_deref(), Some("2025-02-05"), "{line}");
        }
        for line in [
            "Möte den 5 februari 2025",
            "Antagen den 5 februari 2025",
            "Vi ses på torget den 5 februari 2025",
        ] {
            assert_eq!(of(line, who), None, "{line}");
        }
        assert_eq!(of("Skärhamn den 5 februari 2025", "Fler patruller i centrum."), None);
    }
}
