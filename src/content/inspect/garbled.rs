//! Characters that a page should not show: letters that were read in the wrong encoding, signs of a
//! font that the reader does not have, and invisible characters that break words or turn them round.

use std::ops::Range;
use std::sync::Arc;

use super::limit::MOST;
use crate::byte_set::ByteSet;
use crate::diagnostic::{Code, Problem, Source, Span, Text};
use crate::markdown::{self, ShownText};
use crate::model::document::Body;
use crate::text;

/// Reports them, front matter included; except for control characters before the body, which TOML
/// refuses itself.
pub(super) fn problems(source: &Arc<Source>, body: usize) -> Vec<Problem> {
    let refused = |span: &Range<usize>| span.start < body && source.text[span.clone()].is_ascii();
    find(&source.text)
        .filter(|(span, _)| !refused(span))
        .take(MOST)
        .map(|(span, what)| problem(source, &span, what, &source.text[span.clone()]))
        .collect()
}

/// Reports the first of those that a value has because of its escapes.
pub(super) fn in_value(source: &Arc<Source>, span: &Span, value: &str) -> Option<Problem> {
    let written = find(&source.text[span.clone()]).count();
    let (place, what) = find(value).nth(written)?;
    Some(problem(source, span, what, &value[place]))
}

/// Reports those that a body has because of its entities: `&shy;`, `&#8238;`.
pub(super) fn of_entities(source: &Arc<Source>, body: &Body, shown: &ShownText) -> Vec<Problem> {
    let text = &*body.text;
    if !text.contains('&') {
        return Vec::new();
    }
    let is_of_entity = |written: &Range<usize>| {
        let written = &text[written.clone()];
        written.contains('&') && find(written).next().is_none()
    };
    let in_text = find(&shown.text)
        .map(|(place, what)| (shown.written(place.clone()), what, &shown.text[place]))
        .filter(|(written, ..)| is_of_entity(written))
        .map(|(written, what, character)| (written, what, character.to_owned()));
    let links = &body.outline.links;
    let destinations = links.iter().map(|link| (link.span.clone(), link.destination.clone()));
    let in_links = destinations.chain(markdown::titles(text)).filter_map(|(span, value)| {
        let (place, what) = find(&value).next()?;
        is_of_entity(&span).then(|| (span, what, value[place].to_owned()))
    });
    let all = in_text.chain(in_links).take(MOST);
    all.map(|(written, what, character)| {
        let span = body.start + written.start..body.start + written.end;
        problem(source, &span, what, &character)
    })
    .collect()
}

fn problem(source: &Arc<Source>, span: &Span, what: Garbled, written: &str) -> Problem {
    let (message, help) = what.in_words(written);
    Problem::at(Code::GarbledText, source, span.clone(), message, help)
}

/// What is wrong with a character.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Garbled {
    /// UTF-8 that was read as Windows-1252: `MedborgarlÃ¶fte`.
    WrongEncoding,
    /// What stands for a character that could not be read.
    Replaced,
    /// A soft hyphen.
    SoftHyphen,
    /// An invisible character within a word.
    Invisible,
    /// A character that turns the direction of what follows.
    Turning,
    /// A sign of a font such as Symbol or Wingdings.
    OfAFont,
    /// A control character, or another that is no letter and no sign.
    NoCharacter,
}

impl Garbled {
    fn in_words(self, written: &str) -> (Text, Text) {
        match self {
            Garbled::WrongEncoding => (
                text!(
                    "”{written}” är å, ä, ö eller ett annat tecken som har lästs i fel teckenkodning.",
                    "“{written}” is å, ä, ö or another character that was read in the wrong encoding."
                ),
                text!(
                    "Skriv det rätta tecknet. Är hela texten så här: hämta den på nytt ur originalet och spara som UTF-8.",
                    "Write the right character. If the whole text is like this: fetch it again from the original and save it as UTF-8."
                ),
            ),
            Garbled::Replaced => (
                text!(
                    "Här står ett ersättningstecken, {written}: ett tecken gick förlorat när texten sparades.",
                    "This is a replacement character, {written}: a character was lost when the text was saved."
                ),
                text!("Skriv tecknet som källan har.", "Write the character that the source has."),
            ),
            Garbled::SoftHyphen => (
                text!(
                    "Här finns ett osynligt mjukt bindestreck. Den som söker efter ordet hittar det inte.",
                    "There is an invisible soft hyphen here. Whoever searches for the word does not find it."
                ),
                text!(
                    "Ta bort det: radera ordet och skriv det på nytt.",
                    "Remove it: delete the word and type it again."
                ),
            ),
            Garbled::Invisible => (
                text!(
                    "Här finns ett osynligt tecken. Den som söker efter ordet hittar det inte.",
                    "There is an invisible character here. Whoever searches for the word does not find it."
                ),
                text!(
                    "Ta bort det: radera ordet och skriv det på nytt.",
                    "Remove it: delete the word and type it again."
                ),
            ),
            Garbled::Turning => (
                text!(
                    "Här finns ett osynligt tecken som vänder skriftens riktning, så att orden läses i en annan ordning än de står.",
                    "There is an invisible character here that turns the direction of writing, so that words are read in another order than they stand."
                ),
                text!(
                    "Ta bort det. En text på ett språk som skrivs från höger behöver det inte.",
                    "Remove it. A text in a language written from the right does not need it."
                ),
            ),
            Garbled::NoCharacter => {
                let code = written.chars().next().map_or(0, u32::from);
                (
                    text!(
                        "Här finns ett osynligt tecken, U+{code:04X}, som inte är någon bokstav. Sådana följer ofta med när text klistras in ur en PDF. På sidan blir det �, eller ingenting alls.",
                        "There is an invisible character here, U+{code:04X}, which is no letter. They often come along when text is pasted from a PDF. On the page it becomes �, or nothing at all."
                    ),
                    text!(
                        "Ta bort det: radera orden omkring det och skriv dem på nytt.",
                        "Remove it: delete the words around it and type them again."
                    ),
                )
            }
            Garbled::OfAFont => (
                text!(
                    "Här står ett tecken ur ett symbolteckensnitt, oftast en listpunkt från Word. Läsaren ser en tom ruta.",
                    "This is a sign of a symbol font, mostly a bullet from Word. The reader sees an empty box."
                ),
                text!(
                    "Skriv - för en punkt i en lista, eller det tecken som menas.",
                    "Write - for an item of a list, or the sign that is meant."
                ),
            ),
        }
    }
}

/// Everything of the sort in a text, in order.
pub(super) fn find(text: &str) -> impl Iterator<Item = (Range<usize>, Garbled)> + '_ {
    // All of these are outside ASCII, or control characters.
    const MAY_BE_GARBLED: ByteSet =
        ByteSet::of(b"\x0b\x0c").and(0, 8).and(0x0e, 0x1f).and(0x7f, 0xff);
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            at = MAY_BE_GARBLED.first_from(text, at)?;
            if let Some(length) = sound(&text.as_bytes()[at..]) {
                at += length;
                continue;
            }
            let rest = &text[at..];
            let mut characters = rest.chars();
            let first = characters.next()?;
            let second = characters.next();
            let (mut length, mut what) = judge(first, second);
            let start = at;
            // What remains of `Â` and a no-break space once somebody has typed an ordinary one.
            let after_word = |c: char| c.is_lowercase() || c.is_ascii_digit();
            if first == 'Â' && second == Some(' ') && text[..start].ends_with(after_word) {
                (length, what) = (first.len_utf8() + 1, Some(Garbled::WrongEncoding));
            }
            at += length;
            // The flags of Scotland and Wales are written with such.
            let mut before = text[..start].chars().rev().take(LONGEST_FLAG);
            if is_tag(first) && before.find(|c| !is_tag(*c)) == Some('\u{1f3f4}') {
                continue;
            }
            let in_word = || {
                text[..start].ends_with(char::is_alphanumeric)
                    && second.is_some_and(char::is_alphanumeric)
            };
            match what {
                Some(Garbled::Invisible) if !in_word() => {}
                Some(what) => return Some((start..at, what)),
                None => {}
            }
        }
    })
}

/// The length in bytes of the usual characters outside ASCII: what Latin 1 has from `À` on, without the
/// letters that may come of a wrong encoding, and dashes and quotation marks.
fn sound(bytes: &[u8]) -> Option<usize> {
    match bytes {
        // `Â`, `Ã` and `â` are to be judged.
        [0xc3, 0x82 | 0x83 | 0xa2, ..] => None,
        [0xc3, ..] => Some(2),
        [0xe2, 0x80, 0x90..=0xa7, ..] => Some(3),
        _ => None,
    }
}

/// No flag is spelt with more characters.
const LONGEST_FLAG: usize = 8;

/// An invisible letter with which a flag is spelt.
fn is_tag(character: char) -> bool {
    matches!(character, '\u{e0000}'..='\u{e007f}')
}

/// What the first of two characters is, if anything, and the length of what was judged.
fn judge(first: char, second: Option<char>) -> (usize, Option<Garbled>) {
    let length = first.len_utf8();
    let what = match first {
        'Ã' | 'Â' | 'â' => {
            return match second.filter(|second| follows(first, *second)) {
                Some(second) => (length + second.len_utf8(), Some(Garbled::WrongEncoding)),
                None => (length, None),
            };
        }
        '\u{fffd}' => Garbled::Replaced,
        '\u{ad}' => Garbled::SoftHyphen,
        '\u{200b}' | '\u{2060}'..='\u{2064}' => Garbled::Invisible,
        '\n' | '\r' | '\t' => return (length, None),
        // What Unicode keeps for no character at all ends each plane of 65 536.
        _ if first.is_control() || u32::from(first) & 0xfffe == 0xfffe => Garbled::NoCharacter,
        '\u{feff}' | '\u{2028}' | '\u{2029}' | '\u{fdd0}'..='\u{fdef}' => Garbled::NoCharacter,
        _ if is_tag(first) => Garbled::NoCharacter,
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => Garbled::Turning,
        '\u{e000}'..='\u{f8ff}' | '\u{f0000}'.. => Garbled::OfAFont,
        _ => return (length, None),
    };
    (length, Some(what))
}

/// Whether the second byte of a character in UTF-8 looks like this in Windows-1252. The pairs are
/// those of Swedish texts, since `Ã` and `â` are letters of other languages.
fn follows(first: char, second: char) -> bool {
    match first {
        'Ã' => matches!(
            second,
            'ƒ' | '‚'
                | '¢'
                | '¥'
                | '¤'
                | '¶'
                | '…'
                | '„'
                | '–'
                | '©'
                | '¼'
                | '¸'
                | '¦'
                | '¨'
                | '‰'
                | 'œ'
                | '˜'
                | '\u{80}'..='\u{9f}'
        ),
        'Â' => matches!(second, '§' | '´' | '°' | '·' | '»' | '«' | '½' | '\u{a0}' | '\u{ad}'),
        'â' => matches!(second, '€' | '\u{80}' | '‚' | '„'),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_sound_at_a_glance_is_so_when_it_is_judged() {
        let sound = ('\u{80}'..=char::MAX).filter(|c| sound(c.to_string().as_bytes()).is_some());
        let mut count = 0;
        for character in sound {
            for second in [None, Some('a'), Some('¶'), Some('\u{80}'), Some('€')] {
                assert_eq!(judge(character, second), (character.len_utf8(), None), "{character:?}");
            }
            count += 1;
        }
        assert_eq!(count, 64 - 3 + 24);
    }

    #[test]
    fn garbled_characters_are_found_and_letters_of_other_languages_are_not() {
        let found = |text: &str| find(text).map(|it| it.1).collect::<Vec<_>>();
        for wrong in [
            "MedborgarlÃ¶fte",
            "MedborgarlÃƒÂ¶fte",
            "kommunÂ s",
            "5Â %",
            "bÃ‚Â¤r",
            "Ã…mÃ¥l",
            "Â§ 5",
            "2018â€“2019",
        ] {
            assert!(found(wrong).contains(&Garbled::WrongEncoding), "{wrong}");
        }
        for right in [
            "Åmål",
            "SÃO PAULO",
            "château",
            "Ângela",
            "SAINT-ÂGE",
            "în România Â",
            "pâle",
            "§ 5",
            "2018–2019",
            "שלום",
        ] {
            assert_eq!(found(right), [], "{right}");
        }
        for odd in [
            '\u{1}',
            '\u{8}',
            '\u{b}',
            '\u{c}',
            '\u{1b}',
            '\u{7f}',
            '\u{85}',
            '\u{2028}',
            '\u{2029}',
            '\u{feff}',
            '\u{fdd0}',
            '\u{fffe}',
            '\u{1ffff}',
            '\u{e0001}',
            '\u{e0041}',
        ] {
            assert_eq!(found(&format!("a{odd}b")), [Garbled::NoCharacter], "{odd:?}");
            assert_eq!(found(&format!("a {odd} b")), [Garbled::NoCharacter], "{odd:?}");
        }
        assert_eq!(found("\u{e000}\u{f8ff}\u{f0000}\u{10fffd}"), [Garbled::OfAFont; 4]);
        let wales = "\u{1f3f4}\u{e0067}\u{e0062}\u{e0077}\u{e006c}\u{e0073}\u{e007f}";
        for right in ["a\tb\r\nc", "👩\u{200d}👧 ❤\u{fe0f} 🇸🇪", wales] {
            assert_eq!(found(right), [], "{right}");
        }
        assert_eq!(found("med\u{ad}borgar\u{ad}löfte"), [Garbled::SoftHyphen; 2]);
        assert_eq!(
            found("a\u{200b}b \u{202e}c \u{f0b7} \u{fffd}"),
            [Garbled::Invisible, Garbled::Turning, Garbled::OfAFont, Garbled::Replaced,]
        );
    }
}
