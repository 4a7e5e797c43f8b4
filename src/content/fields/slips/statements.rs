//! Mistakes in a line as a whole: no `=`, comments or lists in the syntax of another language,
//! headers.

use super::keys::{duplicate, header, invisible, known, unfit};
use super::slip::{FaultyLine, Slip, correct, quoted};
use super::{repair, texts};
use crate::content::fields::scan::outside_quotes;
use crate::text;

/// The mistake on a line that is not inside a list or a long text.
pub fn slip(faulty: &FaultyLine<'_>) -> Option<Slip> {
    let line = faulty.line;
    let whole = faulty.trimmed();
    let trimmed = &line[whole.clone()];
    if let Some(slip) = conflict(faulty) {
        return Some(slip);
    }
    if let Some(at) = faulty.says("duplicate key") {
        return Some(duplicate(faulty, at));
    }
    if faulty.says("with a dotted key").is_some() {
        return Some(dotted(trimmed).at(whole));
    }
    if let Some(slip) = invisible(faulty) {
        return Some(slip);
    }
    if trimmed.starts_with('[') || (trimmed.ends_with("]]") && !trimmed.contains(['=', '"'])) {
        return Some(header(faulty));
    }
    if let Some(slip) = not_toml(trimmed) {
        return Some(slip.at(whole));
    }
    match assignment(line) {
        None => Some(no_equals(faulty)),
        Some(at) => {
            let key = whole.start.min(at)..at;
            let written = line[key.clone()].trim();
            let fits = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.');
            if written.is_empty() {
                Some(no_key().at(at..at + 1))
            } else if !written.chars().all(fits) && !is_quoted(written) {
                let key = key.start..key.start + written.len();
                Some(unfit(faulty, key, Some(&line[at + 1..])))
            } else {
                texts::value(faulty, written, at + 1)
            }
        }
    }
}

fn is_quoted(key: &str) -> bool {
    key.len() > 1
        && ((key.starts_with('"') && key.ends_with('"'))
            || (key.starts_with('\'') && key.ends_with('\'')))
}

/// The position of the `=` between key and value.
fn assignment(line: &str) -> Option<usize> {
    outside_quotes(line)
        .into_iter()
        .find_map(|part| line[part.clone()].find('=').map(|at| part.start + at))
}

/// The conflict markers that version control leaves when two people have changed the same line,
/// with all lines between them.
pub fn conflict(faulty: &FaultyLine<'_>) -> Option<Slip> {
    let whole = faulty.trimmed();
    let marks = ["<<<<<<<", "=======", ">>>>>>>", "|||||||"];
    let line = &faulty.line[whole.clone()];
    let mark = marks.iter().find(|mark| line.starts_with(**mark))?;
    let last = faulty.below.lines().position(|line| line.starts_with(">>>>>>>"));
    let lines_more = match (*mark, last) {
        (">>>>>>>", _) | (_, None) => 0,
        (_, Some(last)) => last + 1,
    };
    let slip = Slip::new(
        text!(
            "Här har två ändringar av samma fil inte kunnat slås ihop: versionshanteringen har lämnat kvar båda.",
            "Here two changes of the same file could not be merged: version control has left both."
        ),
        text!(
            "Välj det som ska gälla, och ta bort raderna som börjar med <<<<<<<, ======= och >>>>>>>.",
            "Choose what is to hold, and remove the lines that begin with <<<<<<<, ======= and >>>>>>>."
        ),
    );
    Some(Slip { lines_more, ..slip.at(whole) })
}

fn dotted(line: &str) -> Slip {
    Slip::new(
        text!(
            "”{line}” lägger till nycklar under något som redan har ett annat värde.",
            "“{line}” adds keys to something that already has another value."
        ),
        text!(
            "Använd en rubrik som [contact] en enda gång, och skriv nycklarna på raderna under den.",
            "Use a header such as [contact] only once, and write the keys on the lines under it."
        ),
    )
}

/// Comments, lists and rules in the syntax of other languages.
fn not_toml(line: &str) -> Option<Slip> {
    let comment = ["//", "/*", "<!--", "%", ";", "--"]
        .iter()
        .find_map(|mark| line.strip_prefix(mark))
        .filter(|rest| rest.contains(char::is_alphabetic));
    if let Some(rest) = comment {
        let rest = rest.trim_end_matches("-->").trim_end_matches("*/").trim();
        return Some(Slip::new(
            text!(
                "Anteckningar i uppgifterna börjar med #.",
                "Notes in the front matter begin with #."
            ),
            correct(&format!("# {rest}")),
        ));
    }
    if line.starts_with(['-', '*', '•', '–', '—', '_']) && !line.contains(char::is_alphanumeric)
    {
        return Some(Slip::new(
            text!(
                "Här står bara streck. Uppgifterna slutar vid en rad med tre plustecken, +++.",
                "Here stand only dashes. The front matter ends at a line of three plus signs, +++."
            ),
            text!(
                "Ta bort raden, eller skriv +++ om uppgifterna ska sluta här.",
                "Remove the line, or write +++ if the front matter is to end here."
            ),
        ));
    }
    let item = ["- ", "* ", "• ", "– "].iter().find_map(|mark| line.strip_prefix(mark))?;
    let item = quoted(item.trim_matches(['"', '\'', '”', '“', ',']));
    Some(Slip::new(
        text!(
            "Listor skrivs inte med streck eller punkter, utan inom hakparenteser.",
            "Lists are not written with dashes or bullets, but within brackets."
        ),
        text!(
            "Skriv listan efter sin nyckel, till exempel focus = [{item}, \"trafik\"]",
            "Write the list after its key, such as focus = [{item}, \"trafik\"]"
        ),
    ))
}

fn no_key() -> Slip {
    Slip::new(
        text!("Det står ingen nyckel före =.", "There is no key before =."),
        text!(
            "Skriv nyckelns namn först på raden, till exempel title = \"…\"",
            "Write the name of the key first on the line, such as title = \"…\""
        ),
    )
}

/// A line without `=`: `title: x`, `title "x"`, or running text.
fn no_equals(faulty: &FaultyLine<'_>) -> Slip {
    let line = faulty.line;
    let whole = faulty.trimmed();
    let trimmed = &line[whole.clone()];
    if let Some((key, value)) = trimmed.split_once(':')
        && (known(key).is_some() || (!key.trim().contains(' ') && !value.starts_with("//")))
    {
        let at = whole.start + key.len();
        let name = known(key).unwrap_or(key.trim());
        return Slip::new(
            text!(
                "Mellan nyckel och värde ska det stå =, men här står kolon.",
                "Between key and value stands =, but here stands a colon."
            ),
            repair::line(faulty, name, value),
        )
        .at(at..at + 1);
    }
    let first = trimmed.split([' ', '\t', '"']).next().unwrap_or("");
    if let Some(name) = known(first).filter(|_| first.len() > 2) {
        return Slip::new(
            text!(
                "Nyckeln ”{first}” saknar = och ett värde.",
                "The key “{first}” has no = and no value."
            ),
            repair::line(faulty, name, &trimmed[first.len()..]),
        )
        .at(whole);
    }
    Slip::new(
        text!(
            "Här står text som inte hör till någon nyckel.",
            "Here stands text that belongs to no key."
        ),
        text!(
            "Löptext skrivs efter den avslutande raden +++. Är raden en anteckning: sätt # först. Hör den till raden före: skriv allt på en rad, inom citattecken.",
            "Running text is written after the closing line +++. If the line is a note: put # first. If it belongs to the line before: write all of it on one line, in quotes."
        ),
    )
    .at(whole)
}
