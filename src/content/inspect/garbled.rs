//! Characters that a page should not show: letters that were read in the wrong encoding, signs of a
//! font that the reader does not have, and invisible characters that break words or turn them round.

use std::ops::Range;
use std::sync::Arc;

use super::limit::MOST;
use crate::diagnostic::{Code, Problem, Source, Text};
use crate::text;

/// Reports them, front matter included.
pub(super) fn problems(source: &Arc<Source>) -> Vec<Problem> {
    find(&source.text)
        .take(MOST)
        .map(|(span, what)| {
            let (message, help) = what.in_words(&source.text[span.clone()]);
            Problem::at(Code::GarbledText, source, span, message, help)
        })
        .collect()
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
    let mut at = 0;
    std::iter::from_fn(move || {
        let bytes = text.as_bytes();
        loop {
            // All of these are outside ASCII.
            at += bytes.get(at..)?.iter().position(|byte| !byte.is_ascii())?;
            let rest = &text[at..];
            let mut characters = rest.chars();
            let first = characters.next()?;
            let second = characters.next();
            let (length, what) = judge(first, second);
            let start = at;
            at += length;
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
        '\u{200b}' | '\u{2060}'..='\u{2064}' | '\u{feff}' => Garbled::Invisible,
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => Garbled::Turning,
        '\u{f000}'..='\u{f0ff}' => Garbled::OfAFont,
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
            '¥' | '¤'
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
    fn garbled_characters_are_found_and_letters_of_other_languages_are_not() {
        let found = |text: &str| find(text).map(|it| it.1).collect::<Vec<_>>();
        for wrong in ["MedborgarlÃ¶fte", "Ã…mÃ¥l", "Â§ 5", "2018â€“2019"] {
            assert!(found(wrong).contains(&Garbled::WrongEncoding), "{wrong}");
        }
        for right in ["Åmål", "SÃO PAULO", "château", "Ângela", "pâle", "§ 5", "2018–2019", "שלום"]
        {
            assert_eq!(found(right), [], "{right}");
        }
        assert_eq!(found("med\u{ad}borgar\u{ad}löfte"), [Garbled::SoftHyphen; 2]);
        assert_eq!(
            found("a\u{200b}b \u{202e}c \u{f0b7} \u{fffd}"),
            [Garbled::Invisible, Garbled::Turning, Garbled::OfAFont, Garbled::Replaced,]
        );
    }
}
