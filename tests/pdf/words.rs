//! The words of each PDF are those of its page's `main`, in the same order.

use std::collections::BTreeMap;

use loftesarkiv::pdf;

use crate::read::pdf_with;
use crate::support::Site;
use crate::support::html::visible_text;

/// What is shown of a page's `main`, also on paper: not the link from each commitment to itself.
fn main_of(html: &str) -> String {
    let begin = html.find("<main").expect("a main");
    let end = html.find("</main>").expect("its end");
    let mut parts = html[begin..end].split("<p class=\"here\">");
    let mut text = parts.next().unwrap_or("").to_owned();
    for part in parts {
        text.push_str(part.split_once("</p>").expect("the end of a link").1);
    }
    text
}

/// A photograph is a picture in the PDF; of a drawing (SVG) it tells in words.
fn with_drawings_in_words(html: &str) -> String {
    let mut parts = html.split("<img ");
    let mut text = parts.next().unwrap_or("").to_owned();
    for part in parts {
        let (tag, after) = part.split_once('>').expect("the end of a tag");
        let value = |name: &str| {
            let after = tag.split_once(&format!("{name}=\"")).map_or("", |(_, value)| value);
            after.split('"').next().unwrap_or("")
        };
        let name = value("src").rsplit('/').next().unwrap_or("");
        if name.ends_with(".svg") {
            text.push_str(&format!(" Bilden {name} visas inte här"));
            match value("alt") {
                "" => text.push('.'),
                said => text.push_str(&format!(": {said}")),
            }
        }
        text.push_str(after);
    }
    text
}

/// The file that a page calls so.
fn linked<'a>(files: &'a BTreeMap<String, Vec<u8>>, page: &str, src: &str) -> Option<&'a Vec<u8>> {
    files.get(&pdf::resolved(page, src))
}

/// Compares the words of all documents of a site.
fn compare(site: &Site, name: &str) -> usize {
    let mut compared = 0;
    let files = site.published();
    for (address, bytes) in &files {
        let html = String::from_utf8_lossy(bytes);
        if !address.ends_with(".html") || !html.contains("<body data-page=\"document\"") {
            continue;
        }
        let picture = |src: &str| linked(&files, address, src).cloned();
        let pdf = pdf_with(&format!("{name}_{address}"), &html, &picture);
        let heads: Vec<Vec<String>> = html
            .split("<thead>")
            .skip(1)
            .map(|head| visible_text(head.split("</thead>").next().unwrap_or("")))
            .map(|head| head.split_whitespace().map(str::to_owned).collect())
            .collect();
        let page = visible_text(&with_drawings_in_words(&main_of(&html)));
        same_words(address, &page, &pdf.text_without(&heads));
        compared += 1;
    }
    compared
}

/// A word of the page may be several of the PDF, where an address was broken at the end of a line;
/// and the marks of lists are only in the PDF.
pub fn same_words(name: &str, page: &str, pdf: &[String]) {
    let is_mark = |word: &String| {
        let number = word.strip_suffix('.').unwrap_or("");
        ["•", "–"].contains(&word.as_str())
            || (!number.is_empty() && number.bytes().all(|b| b.is_ascii_digit()))
    };
    let mut rest = pdf.iter().peekable();
    for word in page.split_whitespace() {
        let wanted: String = word.chars().filter(|c| !matches!(c, '\u{fe0e}' | '\u{ad}')).collect();
        if wanted.is_empty() {
            continue;
        }
        let mut found = String::new();
        while found != wanted {
            let Some(next) = rest.next() else {
                panic!("{name}: the PDF ends before {word:?}");
            };
            if found.is_empty() && is_mark(next) && !wanted.starts_with(next.as_str()) {
                continue;
            }
            found.push_str(next);
            assert!(wanted.starts_with(&found), "{name}: {wanted:?} is {found:?} in the PDF");
        }
    }
    let left: Vec<_> = rest.filter(|&word| !is_mark(word)).collect();
    assert!(left.is_empty(), "{name}: only in the PDF: {left:?}");
}

#[test]
fn the_documents_of_the_archive_say_what_their_pages_say() {
    let site = Site::repository().build();
    assert!(compare(&site, "archive") > 20);
}

#[test]
fn the_documents_of_the_fixture_say_what_their_pages_say() {
    let site = Site::from("browser/site").build();
    assert!(compare(&site, "fixture") > 10);
}

#[test]
#[should_panic(expected = "the PDF ends before")]
fn a_lost_word_is_found() {
    same_words("x", "ett två", &["ett".to_owned()]);
}
