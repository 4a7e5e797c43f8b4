//! What is difficult to lay out.

use crate::read::{PAGE, page_of, pdf_of};
use crate::words::same_words;

/// The same words over and over.
pub fn long(words: usize) -> String {
    let each = ["Samverkan", "mellan", "polis", "och", "kommun", "ska", "märkas", "i", "vardagen."];
    each.iter().cycle().take(words).copied().collect::<Vec<_>>().join(" ")
}

#[test]
fn tight_nested_lists_keep_their_words_and_their_indents() {
    let main = "<h1>Listor</h1><ul><li>ett<ul><li>två<ol><li>tre</li><li>fyra</li></ol></li></ul></li>\
                <li>fem</li></ul>";
    let pdf = pdf_of("nested", &page_of(main));
    let words = pdf.words();
    let at = |text: &str| words.iter().find(|word| word.text == text).expect(text);
    assert!(at("ett").left < at("två").left && at("två").left < at("tre").left);
    assert_eq!(at("ett").left, at("fem").left);
    assert_eq!(at("tre").left, at("fyra").left);
    let tops: Vec<f32> = ["ett", "två", "tre", "fyra", "fem"].map(|word| at(word).top).into();
    assert!(tops.windows(2).all(|two| two[1] - two[0] > 10.0), "{tops:?}");
    assert_eq!(pdf.text().join(" "), "Listor • ett – två 1. tre 2. fyra • fem");
}

#[test]
fn a_list_is_numbered_as_on_the_page() {
    let main = "<h1>Nummer</h1><ol start=\"3\"><li>tre</li><li value=\"7\">sju</li><li>åtta</li></ol>\
                <ol><li>ett</li></ol>";
    assert_eq!(
        pdf_of("numbers", &page_of(main)).text().join(" "),
        "Nummer 3. tre 7. sju 8. åtta 1. ett"
    );
}

#[test]
fn deep_nesting_leaves_room_for_words() {
    let (open, close) = ("<ul><li>djup ".repeat(60), "</li></ul>".repeat(60));
    let pdf =
        pdf_of("deep", &page_of(&format!("<h1>Djup</h1>{open}uppföljningsöverenskommelse{close}")));
    let text = pdf.text().join("");
    assert!(text.replace(['•', '–'], "").ends_with("djupuppföljningsöverenskommelse"), "{text}");
}

#[test]
fn words_longer_than_a_line_are_broken_within_the_page() {
    let word = "ä".repeat(300);
    let address = format!("https://exempel.se/{}", "mycket_langt/".repeat(30));
    let main = format!("<h1>{word}</h1><p>{word}</p><p>{address}</p><ul><li>{word}</li></ul>");
    let pdf = pdf_of("words", &page_of(&main));
    same_words("words", &format!("{word} {word} {address} {word}"), &pdf.text());
}

#[test]
fn a_table_across_pages_repeats_its_head() {
    let rows: String =
        (1..=90).map(|n| format!("<tr><td>Rad {n}</td><td>{}</td></tr>", long(12))).collect();
    let main = format!(
        "<h1>Tabell</h1><div class=\"table\"><table><thead><tr><th scope=\"col\">Nummer</th>\
         <th scope=\"col\">Beskrivning</th></tr></thead><tbody>{rows}</tbody></table></div>"
    );
    let pdf = pdf_of("table", &page_of(&main));
    assert!(pdf.pages.len() > 2);
    for page in &pdf.pages {
        assert!(page.iter().any(|word| word.text == "Beskrivning"));
    }
    let text = pdf.text().join(" ");
    let at = |n: usize| text.find(&format!("Rad {n} ")).unwrap_or_else(|| panic!("row {n}"));
    assert!((1..90).all(|n| at(n) < at(n + 1)), "in order, and none lost");
}

#[test]
fn a_row_longer_than_a_page_goes_on_on_the_next() {
    let main = format!("<h1>Rad</h1><table><tr><td>kort</td><td>{}</td></tr></table>", long(900));
    let pdf = pdf_of("row", &page_of(&main));
    assert!(pdf.pages.len() >= 2);
    assert_eq!(pdf.text().iter().filter(|word| *word == "kommun").count(), 100);
}

#[test]
fn a_table_too_wide_for_the_page_stays_on_it() {
    let cells = |name: &str| {
        ('a'..='n').map(|n| format!("<{name}>{n}:Överenskommelse</{name}>")).collect::<String>()
    };
    let main =
        format!("<h1>Bred</h1><table><tr>{}</tr><tr>{}</tr></table>", cells("th"), cells("td"));
    // Reading the text finds whether anything lies outside the page.
    let text = pdf_of("wide", &page_of(&main)).text();
    let (text, letters) = (text.concat(), text.join(" "));
    for n in 'a'..='n' {
        // In columns of a few letters, lines of neighbouring cells are read as they lie.
        assert_eq!(text.matches(&format!("{n}:")).count(), 2, "column {n}: {letters}");
    }
    let count = |letter: char| text.chars().filter(|c| *c == letter).count();
    for (letter, each) in [('Ö', 1), ('v', 1), ('r', 1), ('s', 2)] {
        assert_eq!(
            count(letter),
            28 * each + "Bred".matches(letter).count(),
            "{letter}: {letters}"
        );
    }
}

#[test]
fn a_heading_is_never_alone_at_the_foot_of_a_page() {
    for filler in (300..420).step_by(5) {
        let main = format!(
            "<h1>Sida</h1><p>{}</p><h2>Underrubriken</h2><h3>Tredje</h3><p>{}</p>",
            long(filler),
            "Avslutning här. ".repeat(40)
        );
        let pdf = pdf_of(&format!("heading{filler}"), &page_of(&main));
        for page in &pdf.pages {
            if let Some(at) = page.iter().position(|word| word.text == "Underrubriken") {
                let heading = &page[at];
                let below = page.iter().filter(|word| {
                    word.text == "Avslutning"
                        && word.top > heading.bottom
                        && word.bottom < PAGE.1 - 60.0
                });
                assert!(below.count() >= 2, "with {filler} words before it");
            }
        }
    }
}

#[test]
fn notes_links_and_definitions_keep_their_order() {
    let main = "<h1>Ordning</h1><dl class=\"facts\"><div><dt>Kommun</dt><dd>Eskilstuna, som är en kommun med \
                många invånare och en lång beskrivning som tar flera rader i den högra spalten av sidan</dd></div>\
                <div><dt>Ett ord som behöver flera rader i vänster spalt</dt><dd><ul><li>A</li><li>B</li></ul></dd></div></dl>\
                <p>Se <a href=\"../x.html\">avtalet</a><sup><a href=\"#not-1\" id=\"not-1-ref\">1</a></sup>.</p>\
                <section class=\"notes\"><h2>Noter</h2><ol><li id=\"not-1\"><p>Not. <a href=\"#not-1-ref\">↩\u{fe0e}</a></p></li></ol></section>";
    let pdf = pdf_of("order", &page_of(main));
    let expected = "Ordning Kommun Eskilstuna, som är en kommun med många invånare och en lång beskrivning som tar \
                    flera rader i den högra spalten av sidan Ett ord som behöver flera rader i vänster spalt A B Se avtalet1. \
                    Noter 1. Not. ↩";
    same_words("order", expected, &pdf.text());
}
