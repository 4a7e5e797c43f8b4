//! The typeface: which glyph a character has, and how wide it is.

use std::sync::LazyLock;

use skrifa::instance::{LocationRef, Size};
use skrifa::metrics::GlyphMetrics;
use skrifa::{FontRef, MetadataProvider};

/// One of the typeface's faces.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Face {
    Regular,
    Semibold,
    Italic,
}

impl Face {
    pub const ALL: [Face; 3] = [Face::Regular, Face::Semibold, Face::Italic];

    /// The font file.
    pub fn data(self) -> &'static [u8] {
        match self {
            Face::Regular => include_bytes!("faces/regular.ttf"),
            Face::Semibold => include_bytes!("faces/semibold.ttf"),
            Face::Italic => include_bytes!("faces/italic.ttf"),
        }
    }

    /// The glyph of a character; `None` if the face has none. What cannot be seen, such as a joiner,
    /// has the glyph of [`Glyph::NOTHING`].
    pub fn glyph(self, character: char) -> Option<Glyph> {
        if is_unseen(character) {
            return Some(Glyph::NOTHING);
        }
        let measured = &MEASURED[self as usize];
        let glyph = |character: char| {
            let at = measured.binary_search_by_key(&character, |(known, _)| *known).ok()?;
            Some(measured[at].1)
        };
        glyph(character).or_else(|| glyph(stand_in(character)?))
    }
}

/// A glyph and its width.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Glyph {
    pub id: u32,
    /// In thousandths of the font's size.
    pub width: f32,
}

impl Glyph {
    /// What is not drawn. The id is that of the glyph for characters that a font does not have.
    pub const NOTHING: Glyph = Glyph { id: 0, width: 0.0 };
}

/// The glyphs of every face, by character.
static MEASURED: LazyLock<[Vec<(char, Glyph)>; 3]> = LazyLock::new(|| Face::ALL.map(measure));

fn measure(face: Face) -> Vec<(char, Glyph)> {
    let Ok(font) = FontRef::new(face.data()) else { return Vec::new() };
    let metrics = GlyphMetrics::new(&font, Size::new(1000.0), LocationRef::default());
    let mapped = font.charmap().mappings().filter_map(|(code, id)| {
        let width = metrics.advance_width(id)?;
        Some((char::from_u32(code)?, Glyph { id: id.to_u32(), width }))
    });
    let mut measured: Vec<_> = mapped.collect();
    measured.sort_by_key(|(character, _)| *character);
    measured
}

/// Characters that have no look of their own: joiners, marks of direction, choices of variant, and
/// the soft hyphen and other places where a line may be broken.
fn is_unseen(character: char) -> bool {
    matches!(character,
        '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}')
}

/// The character that looks as much like this one as is needed.
fn stand_in(character: char) -> Option<char> {
    Some(match character {
        '\u{2011}' => '-',
        '\u{202f}' | '\u{205f}' | '\u{3000}' | '\t' | '\n' | '\r' => ' ',
        // The way back from a note.
        '↩' => '←',
        '❏' | '❑' | '❒' => '□',
        '✔' => '✓',
        '➔' | '➜' | '⟶' => '→',
        '\u{f0b7}' => '•',
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_face_has_the_letters_of_the_languages_of_sweden() {
        let letters = "ABCÅÄÖåäöéÉüáčđŋšŧžÁČĐŊŠŦŽǯʒǥÀàßæøЖжΩ0123456789–—…’”•§€№½→←✓□ ";
        for face in Face::ALL {
            for letter in letters.chars() {
                let glyph = face.glyph(letter).unwrap_or(Glyph::NOTHING);
                assert!(glyph.id > 0 && glyph.width > 0.0, "{letter} in {face:?}");
            }
            assert_eq!(face.glyph('\u{fe0e}'), Some(Glyph::NOTHING));
            assert_eq!(face.glyph('中'), None);
            assert_eq!(face.glyph('ب'), None);
        }
    }
}
