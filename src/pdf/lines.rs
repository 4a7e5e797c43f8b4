//! Breaking a paragraph into lines: at spaces, after hyphens, within words where the language
//! divides them, and, when a word is longer than a line, wherever the line ends.

use std::ops::Range;

use hypher::Lang;

use super::faces::Glyph;
use super::structure::Slot;
use super::style::Style;

/// Ends a line within a paragraph.
pub const BREAK: char = '\u{2028}';
const SOFT_HYPHEN: char = '\u{ad}';
const PLACE_TO_BREAK: char = '\u{200b}';

/// A stretch of a paragraph's text in one style.
#[derive(Debug, Clone)]
pub struct Inline {
    pub text: String,
    pub style: Style,
    pub slot: Slot,
    /// The link that it is part of.
    pub link: Option<usize>,
    /// The language by which words are divided.
    pub language: Option<Lang>,
}

/// A stretch of a line in one style, placed.
#[derive(Debug, Clone)]
pub struct TextRun {
    /// From the page's left edge.
    pub x: f32,
    /// The baseline, from the top of the row.
    pub y: f32,
    pub style: Style,
    pub slot: Slot,
    pub link: Option<usize>,
    pub text: String,
    /// Each with its bytes in the text.
    pub glyphs: Vec<(Glyph, Range<usize>)>,
    /// Without spaces at the end of the line.
    pub width: f32,
}

/// A line of a paragraph.
#[derive(Debug)]
pub struct TextLine {
    pub runs: Vec<TextRun>,
    pub height: f32,
    /// Without spaces at its end.
    pub width: f32,
}

/// One character of a paragraph.
#[derive(Debug, Clone, Copy)]
struct Sign {
    character: char,
    glyph: Glyph,
    inline: usize,
    width: f32,
}

/// The characters of a line, and whether it ends with a hyphen that is not in the text.
#[derive(Debug, PartialEq)]
struct BrokenLine {
    signs: Range<usize>,
    hyphen: bool,
}

/// The lines of a paragraph, at most `width` wide. A character that the typeface does not have is an
/// error.
pub fn lines(inlines: &[Inline], x: f32, width: f32) -> Result<Vec<TextLine>, char> {
    let signs = signs(inlines)?;
    let paragraph = ParagraphSigns { signs: &signs, inlines, width };
    Ok(paragraph.broken().iter().map(|broken| paragraph.line(broken, x)).collect())
}

/// The width of a text on one line.
pub fn width(text: &str, style: Style) -> Result<f32, char> {
    text.chars().map(|character| Ok(sign(character, style, 0)?.width)).sum()
}

/// A text on one line, in one style.
pub fn run(text: &str, style: Style, slot: Slot, x: f32) -> Result<TextRun, char> {
    let inline = Inline { text: text.to_owned(), style, slot, link: None, language: None };
    let found = lines(&[inline], x, f32::INFINITY)?.into_iter().next();
    let run = found.and_then(|line| line.runs.into_iter().next());
    Ok(run.unwrap_or_else(|| TextRun {
        x,
        y: 0.0,
        style,
        slot,
        link: None,
        text: String::new(),
        glyphs: Vec::new(),
        width: 0.0,
    }))
}

fn signs(inlines: &[Inline]) -> Result<Vec<Sign>, char> {
    let each = inlines.iter().enumerate().flat_map(|(n, inline)| {
        inline.text.chars().map(move |character| sign(character, inline.style, n))
    });
    each.collect()
}

fn sign(character: char, style: Style, inline: usize) -> Result<Sign, char> {
    let glyph = match character {
        BREAK => Glyph::NOTHING,
        _ => style.face.glyph(character).ok_or(character)?,
    };
    Ok(Sign { character, glyph, inline, width: glyph.width * style.size / 1000.0 })
}

/// How much of a line must be filled before a word is moved to the next line whole rather than
/// divided.
const FULL_ENOUGH: f32 = 0.86;

struct ParagraphSigns<'a> {
    signs: &'a [Sign],
    inlines: &'a [Inline],
    width: f32,
}

impl ParagraphSigns<'_> {
    fn broken(&self) -> Vec<BrokenLine> {
        let mut lines = Vec::new();
        let mut start = 0;
        while start < self.signs.len() {
            let (line, next) = self.one(start);
            lines.push(line);
            start = next;
        }
        lines
    }

    /// The line that begins at `start`, and where the next one begins.
    fn one(&self, start: usize) -> (BrokenLine, usize) {
        let mut filled = 0.0;
        let mut last: Option<BrokenLine> = None;
        for (at, sign) in self.signs.iter().enumerate().skip(start) {
            if sign.character == BREAK {
                return (BrokenLine { signs: start..at, hyphen: false }, at + 1);
            }
            filled += sign.width;
            if filled > self.width + 0.01 && sign.character != ' ' {
                let broken = self.at_overflow(start, at, last);
                let next = broken.signs.end;
                return (broken, next);
            }
            if let Some(hyphen) = self.can_break_after(at) {
                last = Some(BrokenLine { signs: start..at + 1, hyphen });
            }
        }
        let end = self.signs.len();
        (BrokenLine { signs: start..end, hyphen: false }, end)
    }

    /// The line when the sign at `at` no longer has room.
    fn at_overflow(&self, start: usize, at: usize, last: Option<BrokenLine>) -> BrokenLine {
        let wide_enough =
            |broken: &BrokenLine| self.filled(broken.signs.clone()) >= self.width * FULL_ENOUGH;
        if let Some(last) = last.as_ref().filter(|last| wide_enough(last) || last.hyphen) {
            return BrokenLine { signs: last.signs.clone(), hyphen: last.hyphen };
        }
        let after = last.as_ref().map_or(start, |last| last.signs.end);
        let divided = self.divisions(at).into_iter().rev().find(|end| {
            let hyphen = self.hyphen(end - 1).width;
            *end > after && *end <= at && self.filled(start..*end) + hyphen <= self.width
        });
        match (divided, last) {
            (Some(end), _) => BrokenLine { signs: start..end, hyphen: true },
            (None, Some(last)) => last,
            (None, None) => BrokenLine { signs: start..at.max(start + 1), hyphen: false },
        }
    }

    /// The width of signs, without spaces at their end.
    fn filled(&self, signs: Range<usize>) -> f32 {
        let signs = &self.signs[signs];
        let seen = signs.iter().rposition(|sign| sign.character != ' ').map_or(0, |at| at + 1);
        signs[..seen].iter().map(|sign| sign.width).sum()
    }

    /// Whether a line may end after a sign: `Some(true)` if it then gets a hyphen.
    fn can_break_after(&self, at: usize) -> Option<bool> {
        let around = |at: Option<usize>| at.and_then(|at| self.signs.get(at)).map(|s| s.character);
        let before = || around(at.checked_sub(1)).is_some_and(char::is_alphanumeric);
        let after = || around(at.checked_add(1)).is_some_and(char::is_alphabetic);
        match self.signs[at].character {
            ' ' | PLACE_TO_BREAK => Some(false),
            SOFT_HYPHEN => Some(true),
            '-' | '‐' | '–' | '/' if before() && after() => Some(false),
            _ => None,
        }
    }

    /// Where the word around a sign may be divided: the signs before which the next line would
    /// begin, in order. Only what is all letters is divided, not addresses and numbers.
    fn divisions(&self, at: usize) -> Vec<usize> {
        let inline = &self.inlines[self.signs[at].inline];
        let Some(language) = inline.language.filter(|_| inline.style.hyphens) else {
            return Vec::new();
        };
        let is_space = |sign: &Sign| sign.character.is_whitespace();
        let begin = self.signs[..at].iter().rposition(is_space).map_or(0, |space| space + 1);
        let end = self.signs[at..].iter().position(is_space).map_or(self.signs.len(), |n| at + n);
        let whole = &self.signs[begin..end];
        let Some(first) = whole.iter().position(|sign| sign.character.is_alphabetic()) else {
            return Vec::new();
        };
        let last = whole.iter().rposition(|sign| sign.character.is_alphabetic()).unwrap_or(first);
        let words = &whole[first..=last];
        if !words.iter().all(|sign| sign.character.is_alphabetic() || sign.character == '-') {
            return Vec::new();
        }
        let mut divisions = Vec::new();
        let mut from = begin + first;
        for word in words.split(|sign| sign.character == '-') {
            let small: String = word.iter().map(|sign| small(sign.character)).collect();
            if word.len() >= SHORTEST_DIVIDED {
                let mut done = from;
                let syllables = hypher::hyphenate_bounded(&small, language, KEPT, KEPT);
                for syllable in syllables {
                    done += syllable.chars().count();
                    if done < from + word.len() {
                        divisions.push(done);
                    }
                }
            }
            from += word.len() + 1;
        }
        divisions
    }

    fn hyphen(&self, at: usize) -> Sign {
        let inline = self.signs[at].inline;
        let hyphen = sign('-', self.inlines[inline].style, inline);
        let nothing = Sign { character: '-', glyph: Glyph::NOTHING, inline, width: 0.0 };
        let hyphen = hyphen.unwrap_or(nothing);
        Sign { character: SOFT_HYPHEN, ..hyphen }
    }

    fn line(&self, broken: &BrokenLine, x: f32) -> TextLine {
        let mut signs = self.signs[broken.signs.clone()].to_vec();
        if broken.hyphen
            && let Some(last) = broken.signs.end.checked_sub(1)
        {
            signs.push(self.hyphen(last));
        }
        let mut line = TextLine { runs: Vec::new(), height: 0.0, width: 0.0 };
        let mut left = x;
        for same in signs.chunk_by(|a, b| a.inline == b.inline) {
            let inline = &self.inlines[same[0].inline];
            let mut run = TextRun {
                x: left,
                y: 0.0,
                style: inline.style,
                slot: inline.slot,
                link: inline.link,
                text: String::new(),
                glyphs: Vec::with_capacity(same.len()),
                width: 0.0,
            };
            let mut to = 0.0;
            for sign in same {
                to += sign.width;
                if sign.glyph == Glyph::NOTHING {
                    continue;
                }
                let begin = run.text.len();
                run.text.push(if sign.character == '\u{f0b7}' { '•' } else { sign.character });
                run.glyphs.push((sign.glyph, begin..run.text.len()));
                if sign.character != ' ' {
                    run.width = to;
                }
            }
            line.height = line.height.max(inline.style.line());
            if run.width > 0.0 {
                line.width = left + run.width - x;
            }
            left += to;
            if !run.glyphs.is_empty() {
                line.runs.push(run);
            }
        }
        if line.height == 0.0 {
            let inline = self.signs.get(broken.signs.start).map_or(0, |sign| sign.inline);
            line.height = self.inlines.get(inline).map_or(0.0, |inline| inline.style.line());
        }
        let size = line.runs.iter().map(|run| run.style.size).fold(0.0, f32::max);
        let baseline = line.height / 2.0 + size * 0.33;
        for run in &mut line.runs {
            run.y = baseline - run.style.raised;
        }
        line
    }
}

/// The shortest word that is divided, and the fewest letters on either line: what the theme asks of
/// browsers too.
const SHORTEST_DIVIDED: usize = 10;
const KEPT: usize = 4;

/// A letter in lower case, if that is one letter; as the patterns have them.
fn small(letter: char) -> char {
    let mut small = letter.to_lowercase();
    match (small.next(), small.next()) {
        (Some(one), None) => one,
        _ => letter,
    }
}

#[cfg(test)]
mod tests;
