//! Sentences of running prose and their lengths in words, for advice on long ones.

use std::ops::Range;

use pulldown_cmark::{Event, Parser, Tag, TagEnd};

use super::reading::OPTIONS;
use crate::byte_set::ByteSet;

/// The sentences of paragraphs, lists and notes, each with its number of words. Headings, tables,
/// code and images contain none. A sentence ends with its paragraph, with a hard line break, or
/// with `.`, `!`, `?` or `…` before a word that does not begin with a lower-case letter; but not
/// after an abbreviation (”bl.a.”, ”kl.”) or an initial.
pub fn sentences(text: &str) -> Vec<(Range<usize>, usize)> {
    let mut found = Vec::new();
    let mut prose = ParagraphText::default();
    // How many elements are open within one that contains no prose, counting that one.
    let mut aside = 0_usize;
    for (event, span) in Parser::new_ext(text, OPTIONS).into_offset_iter() {
        match event {
            Event::Start(tag) if aside > 0 || holds_no_prose(&tag) => {
                if aside == 0 && !is_inline(tag.to_end()) {
                    prose.end(&mut found);
                }
                aside += 1;
            }
            Event::End(_) if aside > 0 => aside -= 1,
            _ if aside > 0 => {}
            Event::Start(tag) if !is_inline(tag.to_end()) => prose.end(&mut found),
            Event::End(tag) if !is_inline(tag) => prose.end(&mut found),
            Event::Text(said) | Event::Code(said) => prose.add(&said, span),
            Event::SoftBreak => prose.add(" ", span),
            Event::HardBreak | Event::Rule => prose.end(&mut found),
            _ => {}
        }
    }
    found
}

fn holds_no_prose(tag: &Tag<'_>) -> bool {
    matches!(
        tag,
        Tag::Heading { .. }
            | Tag::Table(_)
            | Tag::CodeBlock(_)
            | Tag::HtmlBlock
            | Tag::Image { .. }
    )
}

fn is_inline(tag: TagEnd) -> bool {
    matches!(
        tag,
        TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link | TagEnd::Image
    )
}

/// The words of a paragraph, and where they are in the text.
#[derive(Default)]
struct ParagraphText {
    said: String,
    /// Where each piece begins in `said`, and its span in the text.
    pieces: Vec<(usize, Range<usize>)>,
}

impl ParagraphText {
    fn add(&mut self, said: &str, span: Range<usize>) {
        self.pieces.push((self.said.len(), span));
        self.said.push_str(said);
    }

    fn end(&mut self, found: &mut Vec<(Range<usize>, usize)>) {
        self.cut(found);
        self.said.clear();
        self.pieces.clear();
    }

    fn cut(&self, found: &mut Vec<(Range<usize>, usize)>) {
        let mut tokens = tokens(&self.said).peekable();
        let mut start = None;
        let mut words = 0;
        while let Some((at, token)) = tokens.next() {
            let start_here = *start.get_or_insert(at);
            words += usize::from(token.contains(char::is_alphanumeric));
            let next = tokens.peek().map(|&(_, next)| next);
            if next.is_none_or(|next| ends_sentence(token, next)) {
                if words > 0 {
                    found.push((self.span(start_here, at + token.len()), words));
                }
                start = None;
                words = 0;
            }
        }
    }

    /// The span in the text of `said[from..to]`. A piece that differs from how it is written (an
    /// entity, code in backticks) is included whole.
    fn span(&self, from: usize, to: usize) -> Range<usize> {
        let (at, first, as_written) = self.piece(from);
        let start = first.start + if as_written { from - at } else { 0 };
        let (at, last, as_written) = self.piece(to - 1);
        let end = if as_written { last.start + to - at } else { last.end };
        start..end
    }

    fn piece(&self, at: usize) -> (usize, Range<usize>, bool) {
        let next = self.pieces.partition_point(|&(start, _)| start <= at);
        let (start, span) = self.pieces[next - 1].clone();
        let end = self.pieces.get(next).map_or(self.said.len(), |&(end, _)| end);
        let as_written = span.len() == end - start;
        (start, span, as_written)
    }
}

/// The words of a text, separated by white space, and where each begins.
fn tokens(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let rest = text[at..].trim_start();
        let start = text.len() - rest.len();
        at = start;
        loop {
            at = ByteSet::WHITE_SPACE.first_from(text, at).unwrap_or(text.len());
            match text[at..].chars().next() {
                Some(c) if !c.is_whitespace() => at += c.len_utf8(),
                _ => break,
            }
        }
        (at > start).then(|| (start, &text[start..at]))
    })
}

fn ends_sentence(token: &str, next: &str) -> bool {
    // Most words end in a letter.
    if token.as_bytes().last().is_none_or(u8::is_ascii_alphanumeric) {
        return false;
    }
    let token = token.trim_end_matches(['”', '"', '’', '\'', '»', ')', ']']);
    let ends = match token.strip_suffix('.') {
        Some(word) => !is_abbreviation(word.trim_start_matches(|c: char| !c.is_alphanumeric())),
        None => token.ends_with(['!', '?', '…']),
    };
    ends && !next.chars().find(|c| c.is_alphanumeric()).is_some_and(char::is_lowercase)
}

/// Whether a word without its last full stop is an abbreviation. ”etc.” may also end a sentence; it
/// is better to miss an end than to cut a sentence in two.
pub fn is_abbreviation(word: &str) -> bool {
    let letters = |part: &str| {
        part.chars().all(char::is_alphabetic) && (1..=2).contains(&part.chars().take(3).count())
    };
    // bl.a, t.ex, fr.o.m, d.v.s
    let dotted = word.contains('.') && word.split('.').all(letters);
    let mut chars = word.chars();
    let single = match (chars.next(), chars.next()) {
        // ”i”, ”å” and ”ö” are words; other single letters are initials, or the ”t” of ”t. ex.”
        (Some(letter), None) => letter.is_alphabetic() && !matches!(letter, 'i' | 'å' | 'ö'),
        _ => false,
    };
    dotted || single || (word.len() < 8 && ABBREVIATIONS.contains(&&*word.to_lowercase()))
}

const ABBREVIATIONS: [&str; 50] = [
    "ang", "anm", "avd", "bil", "bl", "c:a", "ca", "dir", "dnr", "doc", "dr", "dvs", "enl", "etc",
    "ev", "ex", "exkl", "fig", "forts", "fr", "inkl", "jfr", "kap", "kl", "kv", "mfl", "mm", "mom",
    "mr", "mrs", "ms", "nr", "osv", "pga", "prof", "red", "resp", "s:t", "s:ta", "sid", "sk", "st",
    "stf", "tel", "tex", "tf", "tfn", "tom", "vol", "vs",
];
