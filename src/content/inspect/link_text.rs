//! Links whose text does not say where they lead. Screen reader users often hear only the links of
//! a page, one after another.

use std::ops::Range;
use std::sync::Arc;

use super::limit::MOST;
use crate::diagnostic::{Code, Problem, Source};
use crate::markdown::{LinkKind, MarkdownLink};
use crate::model::document::Body;
use crate::text;

/// Texts that say nothing, in lower case.
const EMPTY_WORDS: [&str; 39] = [
    "denna länk",
    "denna sida",
    "den här länken",
    "den här sidan",
    "fortsätt",
    "fortsätt läsa",
    "följ länken",
    "gå hit",
    "här",
    "hit",
    "klicka",
    "klicka här",
    "ladda ner",
    "ladda ned",
    "länk",
    "länken",
    "läs",
    "läs hela",
    "läs här",
    "läs mer",
    "läs mera",
    "läs mer här",
    "läs vidare",
    "mer",
    "mer info",
    "mer information",
    "mera",
    "se här",
    "se mer",
    "tryck här",
    "click",
    "click here",
    "here",
    "link",
    "more",
    "more information",
    "read more",
    "see more",
    "this link",
];

pub(super) fn problems(source: &Arc<Source>, body: &Body) -> Vec<Problem> {
    body.outline
        .links
        .iter()
        .filter(|link| link.kind == LinkKind::Link)
        .filter_map(|link| problem(source, body, link))
        .take(MOST)
        .collect()
}

fn problem(source: &Arc<Source>, body: &Body, link: &MarkdownLink) -> Option<Problem> {
    let place = place(&body.text, link);
    let span = body.start + place.start..body.start + place.end;
    let shown = link.text.trim();
    if is_address(shown) {
        return Some(Problem::at(
            Code::LinkText,
            source,
            span,
            text!(
                "Länktexten är en webbadress. En skärmläsare läser upp den tecken för tecken.",
                "The link's text is a web address. A screen reader reads it out character by character."
            ),
            text!(
                "Skriv vad som finns där i stället för adressen: [ … ](https://…)",
                "Write what is there instead of the address: [ … ](https://…)"
            ),
        ));
    }
    says_nothing(shown).then(|| {
        Problem::at(
            Code::LinkText,
            source,
            span,
            text!(
                "Länktexten ”{shown}” säger inte vart länken leder. Den som lyssnar på sidan hör ofta bara länkarna, en efter en.",
                "The link's text “{shown}” does not say where the link leads. Whoever listens to the page often hears the links alone, one after another."
            ),
            text!(
                "Låt länken vara det som finns där: [ … ](…)",
                "Let the link be what is there: [ … ](…)"
            ),
        )
    })
}

fn says_nothing(text: &str) -> bool {
    let words: Vec<_> = text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    !words.is_empty() && EMPTY_WORDS.contains(&words.join(" ").as_str())
}

fn is_address(text: &str) -> bool {
    let lower = text.to_lowercase();
    ["http://", "https://", "www."].iter().any(|start| lower.starts_with(start))
        && !text.contains(char::is_whitespace)
}

/// The span of the link's text if it is written as it reads, right before the destination;
/// otherwise the span from the outline.
fn place(text: &str, link: &MarkdownLink) -> Range<usize> {
    let before = &text[..link.span.start];
    let before = before.strip_suffix('<').unwrap_or(before);
    before
        .strip_suffix("](")
        .filter(|before| before.ends_with(&link.text) && !link.text.is_empty())
        .map_or(link.span.clone(), |before| before.len() - link.text.len()..before.len())
}
