//! Mistakes on the left side of a line: keys and headers.

use super::repair;
use super::slip::{FaultyLine, Slip, correct};
use crate::content::fields::header_in_comment::header_in_comment;
use crate::content::fields::scan::{commented_header, is_assignment, outside_quotes, table_of};
use crate::content::names;
use crate::diagnostic::{Span, Text};
use crate::nearest::did_you_mean;
use crate::{schema, text};

/// The key that a line seems to set.
pub fn key(line: &str) -> Option<String> {
    let end = line.find(['=', ':']).unwrap_or(line.len());
    let key = line[..end].trim().trim_matches(['"', '\'', '”', '“']);
    (!key.is_empty()).then(|| key.to_owned())
}

/// Characters that look like a space, or like nothing.
pub fn is_invisible(character: char) -> bool {
    matches!(
        character,
        '\u{a0}' | '\u{ad}' | '\u{1680}' | '\u{2000}'..='\u{200f}' | '\u{2028}'..='\u{202f}'
            | '\u{205f}'..='\u{2064}' | '\u{2066}'..='\u{206f}' | '\u{3000}' | '\u{feff}'
    )
}

/// Non-breaking spaces and similar characters outside quotes.
pub fn invisible(faulty: &FaultyLine<'_>) -> Option<Slip> {
    let line = faulty.line;
    let outside = outside_quotes(line);
    let found = outside.iter().find_map(|part| {
        line[part.clone()].char_indices().find(|(_, c)| is_invisible(*c)).map(|(at, c)| {
            let at = part.start + at;
            (at..at + c.len_utf8(), c)
        })
    });
    let (span, character) = found?;
    let plain: String = line.chars().map(|c| if is_invisible(c) { ' ' } else { c }).collect();
    let code_point = format!("U+{:04X}", u32::from(character));
    let what = match character {
        '\u{a0}' | '\u{202f}' => text!("ett hårt blanksteg", "a non-breaking space"),
        _ => text!("ett osynligt tecken", "an invisible character"),
    };
    Some(
        Slip::new(
            Text {
                sv: format!("Här står {} ({code_point}), troligen inklistrat från Word eller en webbsida. Det ser ut som ett vanligt blanksteg, men är det inte.", what.sv).into(),
                en: format!("Here stands {} ({code_point}), probably pasted from Word or a web page. It looks like an ordinary blank, but is not.", what.en).into(),
            },
            Text {
                sv: format!("Ta bort det, eller ersätt det med ett vanligt blanksteg. {}", correct(&plain).sv).into(),
                en: format!("Remove it, or replace it with an ordinary blank. {}", correct(&plain).en).into(),
            },
        )
        .at(span),
    )
}

/// `[[x]`, `[x]]`, `[x`, `[två ord]`
pub fn header(faulty: &FaultyLine<'_>) -> Slip {
    let span = faulty.trimmed();
    let written = &faulty.line[span.clone()];
    let name = written.trim_matches(['[', ']', ' ', ',', ';', ':']).to_owned();
    let (opening, closing) = (leading(written, '['), leading_back(written, ']'));
    let double = opening >= 2 || closing >= 2;
    let plain = !name.is_empty()
        && name.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.'));
    let slip = if plain {
        let header = if is_list(&name).unwrap_or(double) {
            format!("[[{name}]]")
        } else {
            format!("[{name}]")
        };
        Slip::new(
            text!(
                "Hakparenteserna runt {name} går inte ihop.",
                "The brackets around {name} do not match."
            ),
            correct(&header),
        )
    } else {
        let help = match names::meant(&name, &schema::tables()) {
            Some(meant) if is_list(meant) == Some(true) => correct(&format!("[[{meant}]]")),
            Some(meant) => correct(&format!("[{meant}]")),
            None if name.is_empty() => text!("Ta bort den.", "Remove it."),
            None => text!(
                "Skriv bara namnet på en grupp av nycklar inom hakparenteserna, till exempel [[sources]] eller [contact].",
                "Write only the name of a group of keys within the brackets, such as [[sources]] or [contact]."
            ),
        };
        let message = if name.is_empty() {
            text!("Här står en ensam hakparentes.", "Here stands a bracket on its own.")
        } else {
            text!(
                "En rad som börjar med [ är en rubrik för en grupp av nycklar, men ”{name}” kan inte vara en sådan.",
                "A line that begins with [ is a header of a group of keys, but “{name}” cannot be one."
            )
        };
        Slip::new(message, help)
    };
    Slip { header: true, ..slip.at(span) }
}

fn leading(text: &str, wanted: char) -> usize {
    text.chars().filter(|c| !c.is_whitespace()).take_while(|c| *c == wanted).count()
}

fn leading_back(text: &str, wanted: char) -> usize {
    text.chars().rev().filter(|c| !c.is_whitespace()).take_while(|c| *c == wanted).count()
}

/// Whether a name is that of a list of tables; `None` if it is not that of a table.
pub fn is_list(name: &str) -> Option<bool> {
    schema::is_repeated(name)
}

/// A key with characters that keys cannot have: å ä ö, blanks, punctuation.
pub fn unfit(faulty: &FaultyLine<'_>, key: Span, value: Option<&str>) -> Slip {
    let written = faulty.line[key.clone()].trim().to_owned();
    let bare = written.trim_matches(['"', '\'', '”', '“', '`', '*', '-']).to_owned();
    let meant = known(&bare);
    let help = match (&meant, value) {
        (Some(meant), Some(value)) => repair::line(faulty, meant, value),
        (Some(meant), None) => did_you_mean(meant),
        (None, _) => text!(
            "Använd en av de nycklar som handboken tar upp, till exempel title eller summary. Är raden en anteckning: sätt # först.",
            "Use one of the keys in the handbook, such as title or summary. If the line is a note: put # first."
        ),
    };
    let message = if written.chars().any(|c| "åäöÅÄÖ".contains(c)) {
        text!(
            "Nyckeln ”{written}” innehåller å, ä eller ö. Nycklarna är engelska ord med bokstäverna a–z.",
            "The key “{written}” holds å, ä or ö. Keys are English words of the letters a–z."
        )
    } else if written.contains(char::is_whitespace) {
        text!(
            "”{written}” före = är flera ord. En nyckel är ett enda ord, med _ där det annars stått blanksteg.",
            "“{written}” before = is several words. A key is a single word, with _ where blanks would stand."
        )
    } else {
        text!(
            "”{written}” kan inte vara en nyckel: där får bara stå a–z, 0–9, _ och -.",
            "“{written}” cannot be a key: only a–z, 0–9, _ and - may stand there."
        )
    };
    Slip::new(message, help).at(key)
}

/// The key that a word was meant as, in any kind of file.
pub fn known(word: &str) -> Option<&'static str> {
    let mut all: Vec<&'static str> = schema::names().collect();
    all.sort_unstable();
    all.dedup();
    names::meant(word, &all)
}

/// A key that occurs twice.
pub fn duplicate(faulty: &FaultyLine<'_>, at: &Span) -> Slip {
    let key = faulty.line[at.clone()].trim().to_owned();
    if let Some((_, header)) = commented_header(faulty.above.trim_end_matches('\n'))
        && schema::key_in(faulty.owner, table_of(header), &key).is_some()
    {
        let (message, _) = header_in_comment(header);
        let lines_more = faulty.below.lines().take_while(|line| is_assignment(line)).count();
        let help = text!("Ta bort # före {header}.", "Remove # before {header}.");
        return Slip { lines_more, ..Slip::new(message, help).at(at.clone()) };
    }
    let is_header = faulty.line.trim_start().starts_with('[');
    if is_header && is_list(&key) == Some(true) {
        return Slip::new(
            text!(
                "[{key}] står här för andra gången. En grupp som kan finnas flera gånger skrivs med dubbla hakparenteser.",
                "[{key}] stands here for the second time. A group that can occur several times is written with double brackets."
            ),
            text!(
                "Skriv [[{key}]] på båda ställena.",
                "Write [[{key}]] in both places."
            ),
        )
        .at(at.clone());
    }
    let help = text!(
        "Behåll den ena raden och ta bort den andra. Hör de till olika poster i en lista: skriv en ny rad med [[ … ]] mellan dem.",
        "Keep one of the lines and remove the other. If they belong to different items of a list: write a new line with [[ … ]] between them."
    );
    let message = match earlier(faulty, &key) {
        Some(line) => text!(
            "”{key}” står två gånger, också på rad {line}. Då går det inte att veta vilken som gäller.",
            "“{key}” stands twice, also on line {line}. So it cannot be known which of them holds."
        ),
        None => text!(
            "”{key}” står två gånger. Då går det inte att veta vilken som gäller.",
            "“{key}” stands twice. So it cannot be known which of them holds."
        ),
    };
    Slip::new(message, help).at(at.clone())
}

/// The number of the earlier line with the same key.
fn earlier(faulty: &FaultyLine<'_>, wanted: &str) -> Option<usize> {
    let up =
        faulty.above.lines().rev().position(|line| {
            key(line.trim_matches(['[', ']', ' '])).is_some_and(|it| it == wanted)
        })?;
    (faulty.number - 1).checked_sub(up)
}
