//! Texts that do not end where they should, or not with the quotes of TOML.

use super::slip::{FaultyLine, Slip, correct, quoted};
use crate::content::excerpt::excerpt;
use crate::content::fields::scan::{is_assignment, is_header, outside_quotes};
use crate::diagnostic::Span;
use crate::text;

/// Quotes that are not those of TOML.
pub const CURLY: &[char] = &['”', '“', '„', '‟', '»', '«', '´', '`', '’', '‘', '″'];

/// `"…` without an end, with a curly quote at the end, with quotes inside, or with more text after
/// it.
pub fn text_in_quotes(faulty: &FaultyLine<'_>, key: &str, whole: Span) -> Slip {
    let value = &faulty.line[whole.clone()];
    let inner = &value[1..];
    if let Some(at) = bad_escape(inner) {
        let at = whole.start + 1 + at;
        let plain = inner.strip_suffix('"').unwrap_or(inner);
        let corrected = format!("{key} = '{plain}'");
        return Slip::new(
            text!(
                "Ett omvänt snedstreck, \\, har särskild betydelse inom citattecken.",
                "A backslash, \\, has a special meaning within quotes."
            ),
            if plain.contains('\'') {
                text!("Skriv det dubbelt: \\\\", "Write it twice: \\\\")
            } else if plain.contains(".md") || plain.contains('/') || plain.starts_with("..") {
                correct(&format!("{key} = \"{}\"", plain.replace('\\', "/")))
            } else {
                correct(&corrected)
            },
        )
        .at(at..at + 1);
    }
    if let Some(at) = faulty.says("non-double-quote visible") {
        return Slip::new(
            text!(
                "Här står ett styrtecken som inte kan finnas i en text, troligen inklistrat.",
                "Here stands a control character that no text can hold, probably pasted."
            ),
            text!(
                "Ta bort det, eller skriv om ordet där det står.",
                "Remove it, or retype the word where it is."
            ),
        )
        .at(at.clone());
    }
    let quotes = inner.matches('"').count();
    if quotes == 0 {
        if let Some(text) = inner.strip_suffix(CURLY) {
            return Slip::new(
                text!(
                    "Texten börjar med ett rakt citattecken, \", men slutar med ett typografiskt. Båda ska vara raka.",
                    "The text begins with a straight quote, \", but ends with a curly one. Both must be straight."
                ),
                correct(&format!("{key} = {}", quoted(text))),
            )
            .at(whole);
        }
        if let Some(lines) = runs_on(faulty.below) {
            let slip = Slip::new(
                text!(
                    "Texten går över flera rader, men inom vanliga citattecken måste den stå på en rad.",
                    "The text runs over several lines, but within ordinary quotes it must stand on one."
                ),
                text!(
                    "Skriv ihop raderna till en, eller använd tre citattecken före och efter texten: {key} = \"\"\"…\"\"\"",
                    "Join the lines into one, or use three quotes before and after the text: {key} = \"\"\"…\"\"\""
                ),
            );
            return Slip { lines_more: lines, ..slip.at(whole) };
        }
        return Slip::new(
            text!("Det avslutande citattecknet saknas.", "The closing quote is missing."),
            correct(&format!("{key} = \"{}\"", inner.trim_end())),
        )
        .at(whole);
    }
    let closed = inner.find('"').unwrap_or(0);
    let after = inner[closed + 1..].trim();
    let shown = excerpt(after);
    if after.chars().all(|c| matches!(c, ',' | ';' | '.')) && !after.is_empty() {
        let end = whole.start + 1 + closed + 1;
        return Slip::new(
            text!(
                "Efter värdet står ”{shown}”, men raden ska sluta med citattecknet.",
                "After the value stands “{shown}”, but the line must end with the quote."
            ),
            correct(&format!("{key} = \"{}\"", &inner[..closed])),
        )
        .at(end..whole.end);
    }
    if quotes >= 3 && inner.ends_with('"') {
        let text = inner.strip_suffix('"').unwrap_or(inner);
        return Slip::new(
            text!(
                "Texten innehåller själv raka citattecken, så den tycks sluta för tidigt.",
                "The text itself holds straight quotes, so it seems to end too early."
            ),
            correct(&format!("{key} = {}", quoted(text))),
        )
        .at(whole);
    }
    let end = whole.start + 1 + closed + 1;
    Slip::new(
        text!(
            "Efter värdets avslutande citattecken står mer text, ”{shown}”, som inte hör till något.",
            "After the value's closing quote stands more text, “{shown}”, that belongs to nothing."
        ),
        text!(
            "Flytta in texten före citattecknet, sätt # före den om den är en anteckning, eller skriv den på en egen rad.",
            "Move the text inside the quotes, put # before it if it is a note, or write it on a line of its own."
        ),
    )
    .at(end + (inner[closed + 1..].len() - inner[closed + 1..].trim_start().len())..whole.end)
}

/// How many of the lines below belong to a text that should have ended: up to one that ends in a
/// quote, provided that none of them begins something new.
fn runs_on(below: &str) -> Option<usize> {
    const FURTHEST: usize = 30;
    for (index, line) in below.lines().take(FURTHEST).enumerate() {
        if is_assignment(line) || is_header(line) {
            return None;
        }
        if line.trim_end().ends_with('"') {
            return Some(index + 1);
        }
    }
    None
}

/// The position of a backslash that does not begin an escape of TOML.
fn bad_escape(inner: &str) -> Option<usize> {
    let mut characters = inner.char_indices();
    while let Some((at, character)) = characters.next() {
        match character {
            '"' => return None,
            '\\' => {
                let (_, next) = characters.next()?;
                if !matches!(next, 'b' | 't' | 'n' | 'f' | 'r' | '"' | '\\' | 'e') {
                    return Some(at);
                }
            }
            _ => {}
        }
    }
    None
}

pub fn text_in_single_quotes(key: &str, value: &str) -> Slip {
    let text = value.trim_matches('\'');
    let (message, help) = (
        text!(
            "Texten inom enkla citattecken slutar inte där raden slutar.",
            "The text within single quotes does not end where the line ends."
        ),
        correct(&format!("{key} = {}", quoted(text))),
    );
    Slip::new(message, help)
}

/// Curly quotes where straight ones should be.
pub fn curly(line: &str) -> Option<Slip> {
    let parts = outside_quotes(line);
    let at =
        parts.iter().find_map(|part| line[part.clone()].find(CURLY).map(|at| part.start + at))?;
    let mut corrected = String::with_capacity(line.len());
    for (index, character) in line.char_indices() {
        let outside = parts.iter().any(|part| part.contains(&index));
        corrected.push(if outside && CURLY.contains(&character) { '"' } else { character });
    }
    let width = line[at..].chars().next().map_or(1, char::len_utf8);
    Some(curly_slip(&corrected).at(at..at + width))
}

pub fn curly_slip(corrected: &str) -> Slip {
    Slip::new(
        text!(
            "Här står typografiska citattecken, som Word skriver. Runt ett värde ska de vara raka: \".",
            "Here stand curly quotes, as Word writes them. Around a value they must be straight: \"."
        ),
        correct(corrected),
    )
}
