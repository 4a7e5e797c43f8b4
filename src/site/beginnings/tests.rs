//! How titles that begin alike are divided.

use super::*;
use crate::language::Language;

fn titled<'a>(titles: &[&'a str]) -> Vec<Titled<'a, &'a str>> {
    titles.iter().map(|title| Titled::new(*title, title, 10)).collect()
}

/// The labels, names and numbers of titles of which so many fit on a page, and how many titles
/// each has.
fn parts(titles: &[&str], fit: usize) -> Vec<(String, String, usize)> {
    let alphabet = Alphabet::of(Language::Swedish);
    let parts = divided(&alphabet, titled(titles), 10 * fit);
    let parts = parts.into_iter().map(|part| {
        let number = part.number.map(|number| format!(" ({number})")).unwrap_or_default();
        (part.label + &number, part.name, part.titles.len())
    });
    parts.collect()
}

fn part(label: &str, name: &str, titles: usize) -> (String, String, usize) {
    (label.to_owned(), name.to_owned(), titles)
}

const PLEDGES: [&str; 8] = [
    "Medborgarlöfte Ale 2018",
    "Medborgarlöfte Alvesta 2018",
    "Medborgarlöfte Boden 2018",
    "Medborgarlöfte Upplands-Bro 2018",
    "Medborgarlöfte Uppsala 2018",
    "Medborgarlöfte Uppsala 2019",
    "Medborgarlöfte Åmål 2018",
    "Mål för 2018",
];

#[test]
fn what_begins_alike_is_divided_by_the_letters_after_that() {
    assert_eq!(
        parts(&PLEDGES, 3),
        [
            part("Medborgarlöfte A–B", "medborgarlofte-a", 3),
            part("Medborgarlöfte U…", "medborgarlofte-u", 3),
            part("Medborgarlöfte Å…", "medborgarlofte-a-ring", 1),
            part("Må…", "m-a-ring", 1),
        ]
    );
    assert_eq!(
        parts(&PLEDGES, 2),
        [
            part("Medborgarlöfte A…", "medborgarlofte-a", 2),
            part("Medborgarlöfte B…", "medborgarlofte-b", 1),
            part("Medborgarlöfte Uppl…", "medborgarlofte-uppl", 1),
            part("Medborgarlöfte Upps…", "medborgarlofte-upps", 2),
            part("Medborgarlöfte Å…", "medborgarlofte-a-ring", 1),
            part("Må…", "m-a-ring", 1),
        ]
    );
}

#[test]
fn numbers_are_read_as_wholes_and_what_is_the_same_is_counted() {
    let titles = ["Löfte", "Löfte 9", "Löfte 10", "Löfte 10", "Löfte 10", "Löften"];
    assert_eq!(
        parts(&titles, 2),
        [
            part("Löfte", "lofte", 1),
            part("Löfte 9…", "lofte-9", 1),
            part("Löfte 10 (1)", "lofte-10", 2),
            part("Löfte 10 (2)", "lofte-10", 1),
            part("Löften…", "loften", 1),
        ]
    );
    // What belongs together is so even if the alphabet has put another between.
    let titles = ["Löfte – Ale", "Löftena", "Löfte Boda"];
    assert_eq!(parts(&titles, 2), [part("Löfte", "lofte", 2), part("Löften…", "loften", 1)]);
}

#[test]
fn nothing_is_lost_and_no_page_is_too_long_however_titles_begin() {
    let alphabet = Alphabet::of(Language::Swedish);
    let words = ["a", "Å", "é", "ü", "10", "9", " ", "–", "Д", "ع", "★", ""];
    let mut titles: Vec<String> = Vec::new();
    for a in words {
        for b in words {
            for c in words {
                titles.push(format!("{a}{b}{c}"));
            }
        }
    }
    titles.sort_by(|a, b| alphabet.compare(a, b));
    let all: Vec<&str> = titles.iter().map(String::as_str).collect();
    for fit in [1, 7, 100] {
        let parts = divided(&alphabet, titled(&all), 10 * fit);
        assert!(parts.iter().all(|part| (1..=fit).contains(&part.titles.len())), "{fit}");
        let mut listed: Vec<&str> = parts.into_iter().flat_map(|part| part.titles).collect();
        let mut expected = all.clone();
        listed.sort_unstable();
        expected.sort_unstable();
        assert_eq!(listed, expected);
    }
    assert!(divided(&alphabet, titled(&[]), 10).is_empty());
}

#[test]
fn a_page_has_a_heading_for_each_beginning() {
    let alphabet = Alphabet::of(Language::Swedish);
    let heading = |text: &str, count| (text.to_owned(), count);
    assert_eq!(
        headings(&alphabet, titled(&PLEDGES[..6]).into_iter()),
        [
            heading("Medborgarlöfte A…", 2),
            heading("Medborgarlöfte B…", 1),
            heading("Medborgarlöfte U…", 3)
        ]
    );
    assert_eq!(
        headings(&alphabet, titled(&PLEDGES[3..6]).into_iter()),
        [heading("Medborgarlöfte Uppl…", 1), heading("Medborgarlöfte Upps…", 2)]
    );
    assert_eq!(headings(&alphabet, titled(&["Löfte", "Löfte"]).into_iter()).len(), 1);
}
