//! Compares the sentences that count commitments with the standing of each commitment.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::claims::{SUMMED_UP, owners, text};

/// Each standing of a commitment, and the words that count it: in a pledge and in a plan, for one
/// and for several.
const PARTS: [(&str, &[&str]); 10] = [
    ("kept", &["uppfyllt", "uppfyllda", "genomförd", "genomförda"]),
    (
        "partly-kept",
        &["delvis uppfyllt", "delvis uppfyllda", "delvis genomförd", "delvis genomförda"],
    ),
    ("not-kept", &["inte uppfyllt", "inte uppfyllda", "inte genomförd", "inte genomförda"]),
    ("cancelled", &["inställt", "inställda", "inställd"]),
    ("not-started", &["inte påbörjat", "inte påbörjade", "inte påbörjad"]),
    ("ongoing", &["pågår", "pågick vid den senaste uppföljningen"]),
    ("not-assessable", &["går inte att bedöma"]),
    ("reported", &["har resultat utan bedömning"]),
    ("followed-up-as-a-whole", &["följdes upp som helhet"]),
    ("none", &["saknar uppföljning i arkivet"]),
];

/// A count as a sentence gives it, and the documents that it claims to count.
struct Said<'a> {
    sentence: &'a str,
    total: usize,
    parts: BTreeMap<&'static str, usize>,
    counted: Vec<&'a Value>,
}

/// Finds every count whose numbers do not add up or are not those of the documents that it names,
/// and every commitment in force that no count includes. `page` is the place whose page it is.
pub fn contradictions(row: &str, documents: &[&Value], page: &str, found: &mut Vec<String>) {
    let said = said(row, documents, found);
    for count in &said {
        let sentence = count.sentence;
        if count.parts.values().sum::<usize>() != count.total {
            found.push(format!("the numbers do not add up: {sentence}"));
        }
        let mut known: BTreeMap<&str, usize> = BTreeMap::new();
        for commitment in count.counted.iter().flat_map(|document| commitments(document)) {
            *known.entry(text(commitment, "standing")).or_default() += 1;
        }
        if !count.parts.iter().map(|(part, n)| (*part, *n)).eq(known.clone()) {
            found.push(format!("“{sentence}”, but the commitments stand {known:?}"));
        }
    }
    // If more than twelve places are summed up, their commitments are counted on their own pages,
    // but those of the page's own place are counted here.
    let are_summed_up =
        row.contains(SUMMED_UP) || row.contains("Hur det gick för var och en står i listan.");
    let is_told = |document: &&&Value| !are_summed_up || owners(document) == [page];
    let in_force = documents.iter().filter(|document| document["state"] == "in-force");
    for document in in_force.filter(is_told) {
        let counted = said.iter().any(|count| {
            count.counted.iter().any(|counted| counted["address"] == document["address"])
        });
        if !counted && !commitments(document).is_empty() {
            found.push(format!("{} is in force but not counted: {row}", document["title"]));
        }
    }
}

fn commitments(document: &Value) -> &[Value] {
    document["commitments"].as_array().map_or(&[], Vec::as_slice)
}

/// The counts of a row. Each ends where the documents that it counts have been named.
fn said<'a>(row: &'a str, documents: &[&'a Value], found: &mut Vec<String>) -> Vec<Said<'a>> {
    const NAMES: &str = "Räknat på ";
    let mut said = Vec::new();
    let mut rest = row;
    while let Some(at) = rest.find(NAMES) {
        let (before, after) = (&rest[..at], &rest[at + NAMES.len()..]);
        let (counted, after) = named(after, documents);
        match read(before, counted) {
            Some(count) => said.push(count),
            None => found.push(format!("no count stands before “{NAMES}”: {before}")),
        }
        rest = after;
    }
    if read(rest, Vec::new()).is_some() {
        found.push(format!("a count does not say what it counts: {rest}"));
    }
    said
}

/// The documents that a list of titles begins with, and what comes after it.
fn named<'a>(mut list: &'a str, documents: &[&'a Value]) -> (Vec<&'a Value>, &'a str) {
    let mut named: Vec<&Value> = Vec::new();
    loop {
        // The longest title that fits, since one title may be the beginning of another.
        let fits = documents
            .iter()
            .filter(|document| !named.iter().any(|other| other["address"] == document["address"]))
            .filter(|document| list.starts_with(text(document, "title")))
            .max_by_key(|document| text(document, "title").len());
        let Some(document) = fits else { return (named, list) };
        named.push(*document);
        list = &list[text(document, "title").len()..];
        match list.strip_prefix(", ").or_else(|| list.strip_prefix(" och ")) {
            Some(more) => list = more,
            None => return (named, list),
        }
    }
}

/// The last count of a piece of a row, if there is one.
fn read<'a>(piece: &'a str, counted: Vec<&'a Value>) -> Option<Said<'a>> {
    // The words between the number and the parts. Each of these lists is followed by its parts.
    const LISTS: [&str; 4] = [
        " åtaganden: ",
        " åtgärder: ",
        " åtaganden som arkivet känner till: ",
        " åtgärder som arkivet känner till: ",
    ];
    const ALIKE: [&str; 2] = [" åtaganden ", " åtgärder "];
    const ONLY: [&str; 4] = [
        "Det enda åtagandet ",
        "Den enda åtgärden ",
        "Det enda åtagande som arkivet känner till ",
        "Den enda åtgärd som arkivet känner till ",
    ];
    let last = |markers: &[&'static str], text: &'a str| {
        let found = markers.iter().filter_map(|marker| Some((text.rfind(marker)?, *marker)));
        let (at, marker) = found.max()?;
        Some((&text[..at], &text[at + marker.len()..]))
    };
    let part = |words: &str| {
        let words = words.trim().trim_start_matches("är ");
        PARTS.iter().find(|(_, said)| said.contains(&words)).map(|(part, _)| *part)
    };
    // The sentence "1 medborgarlöfte räknas inte med: arkivet har inte dess åtaganden ett och ett."
    // does not count any commitments.
    let sentences: Vec<&str> =
        piece.split_inclusive('.').filter(|sentence| !sentence.contains("inte med: ")).collect();
    sentences.into_iter().rev().find_map(|sentence| {
        let mut parts = BTreeMap::new();
        let total;
        let plain = sentence.strip_suffix('.').unwrap_or(sentence);
        let mut add = |list: &str| {
            for item in list.split(", ") {
                let (n, words) = item.trim().split_once(' ')?;
                *parts.entry(part(words)?).or_default() += n.parse::<usize>().ok()?;
            }
            Some(())
        };
        if let Some((before, list)) = last(&LISTS, plain) {
            total = before.split_whitespace().next_back()?.parse().ok()?;
            add(list)?;
        } else if let Some((_, words)) = last(&ONLY, plain) {
            total = 1;
            parts.insert(part(words)?, 1);
        } else {
            // "2 av 2 åtaganden saknar uppföljning i arkivet."
            let (before, words) = last(&ALIKE, plain)?;
            let mut before = before.split_whitespace();
            total = before.next_back()?.parse().ok()?;
            let of = before.nth_back(1)?.parse().ok()?;
            parts.insert(part(words)?, of);
        }
        Some(Said { sentence, total, parts, counted: counted.clone() })
    })
}
