//! Markup that was meant and is shown as characters: `##Rubrik`, `**ord:**nästa`, a bullet from a
//! word processor, columns with tabs between them.

use std::ops::Range;

use super::bullets::{is_bullet, list_mark};
use super::dialects::{foreign_mark, notes_within};
use super::open::PlainRun;
use super::reader::MarkdownReader;
use super::sentence::reads_as_sentence;
use crate::byte_set::ByteSet;
use crate::markdown::outline::RemarkKind;

/// What a run has if anything in the middle of it may be markup.
const MARKS: ByteSet = ByteSet::of(b"*_=+~^{}[<)\t");
/// A heading of one line is not longer.
const LONGEST_HEADING: usize = 80;

impl MarkdownReader<'_> {
    /// Adds a piece of text to the current run, or begins another.
    pub(super) fn run_on(&mut self, span: Range<usize>) {
        if let Some(run) = &mut self.run
            && run.span.end == span.start
        {
            run.span.end = span.end;
            return;
        }
        self.end_run();
        let begins_line = std::mem::take(&mut self.line_begins);
        self.run = Some(PlainRun { span, begins_line });
    }

    /// Looks at the run that has ended.
    pub(super) fn end_run(&mut self) {
        let Some(PlainRun { span, begins_line }) = self.run.take() else { return };
        let Some(written) = self.text.get(span.clone()) else { return };
        let escaped = self.text[..span.start].ends_with('\\');
        if begins_line && !escaped {
            self.line(written, span.clone());
        }
        if !MARKS.is_in(written) {
            return;
        }
        let at = |range: Range<usize>| span.start + range.start..span.start + range.end;
        if let Some(mark) = foreign_mark(written).filter(|mark| !escaped || mark.start > 0) {
            self.remark(RemarkKind::ForeignMark, at(mark));
        }
        if let Some(mark) = loose_mark(written) {
            self.remark(RemarkKind::LooseMark, at(mark));
        }
        if written.trim_matches([' ', '\t']).contains('\t') {
            self.remark(RemarkKind::Tabs, self.trimmed(span.clone()));
        }
        for note in notes_within(written).filter(|note| !escaped || note.start > 0) {
            self.remark(RemarkKind::NoteWithin, at(note));
        }
        self.addresses(&span);
        for note in unknown_notes(written).filter(|note| !escaped || note.start > 0) {
            self.remark(RemarkKind::UnknownNote, at(note));
        }
    }

    /// Looks at the beginning of a line.
    fn line(&mut self, written: &str, span: Range<usize>) {
        let first = written.chars().next().unwrap_or(' ');
        let hashes = written.bytes().take_while(|byte| *byte == b'#').count();
        let after = |length: usize| written[length..].chars().next();
        let marked = span.start..span.start + written.trim_end().len();
        if (1..=6).contains(&hashes) {
            match after(hashes) {
                Some(blank) if is_hard_blank(blank) => {
                    self.remark(RemarkKind::MarkBeforeHardBlank, marked);
                }
                Some(letter) if letter.is_alphanumeric() => {
                    let alone = hashes > 1
                        || (letter.is_uppercase()
                            && written.matches('#').count() == 1
                            && written.len() < LONGEST_HEADING
                            && self.is_whole_paragraph(&span));
                    if alone {
                        self.remark(RemarkKind::MarkWithoutBlank, marked);
                    }
                }
                _ => {}
            }
            return;
        }
        if hashes > 6 && after(hashes).is_some_and(|c| c.is_whitespace() || c.is_alphanumeric()) {
            self.remark(RemarkKind::TooManyHashes, marked);
            return;
        }
        let text = self.text;
        let line = text[span.start..].lines().next().unwrap_or("");
        self.foreign_line(written, line, &span);
        if first != ' ' && is_hard_blank(first) {
            let rest = written.trim_start_matches(|c| c == ' ' || is_hard_blank(c));
            let hashes = rest.bytes().take_while(|byte| *byte == b'#').count();
            let mark = list_mark(rest).max(hashes);
            if mark > 0 && rest[mark..].starts_with(char::is_whitespace) {
                self.remark(RemarkKind::HardBlankBeforeMark, marked);
            }
            return;
        }
        let mark = list_mark(written);
        if mark > 0 && after(mark).is_some_and(is_hard_blank) {
            self.remark(RemarkKind::MarkBeforeHardBlank, marked);
        } else if is_bullet(first) || (first == 'o' && after(1) == Some('\t')) {
            self.remark(RemarkKind::StrangeBullet, marked);
        } else {
            self.item_line(line.trim_end(), span.start);
        }
    }

    /// Whether a paragraph has nothing else than this line.
    fn is_whole_paragraph(&self, line: &Range<usize>) -> bool {
        let before = self.text[..line.start].trim_end_matches([' ', '>']);
        let after = self.text[line.end..].trim_start_matches([' ', '\t', '>']);
        let blank_before = before.is_empty() || before.ends_with("\n\n") || {
            let above = before.strip_suffix('\n').unwrap_or(before);
            above.rsplit('\n').next().is_some_and(|line| line.trim_matches(['>', ' ']).is_empty())
        };
        let after = after.strip_prefix('\n').unwrap_or(after);
        blank_before && (after.is_empty() || after.trim_start_matches([' ', '>']).starts_with('\n'))
    }

    /// Looks at a mark of emphasis around part of a text: between digits it is a sign of
    /// multiplication, `5*3`, and the numbers would run together.
    pub(super) fn between_digits(&mut self, span: &Range<usize>) {
        let Some(marked) = self.text.get(span.clone()) else { return };
        let is_mark = |c: char| matches!(c, '*' | '_' | '~');
        let (before, after) = (&self.text[..span.start], &self.text[span.end..]);
        let (inner, word) = (marked.trim_matches(is_mark), char::is_alphanumeric);
        let opens = before.ends_with(char::is_numeric) && inner.starts_with(word);
        let closes = inner.ends_with(word) && after.starts_with(char::is_numeric);
        if opens || closes {
            let first = before.len() - before.trim_end_matches(word).len();
            let last = after.len() - after.trim_start_matches(word).len();
            self.remark(RemarkKind::MarkInNumber, span.start - first..span.end + last);
        }
    }

    /// Looks at the headings, once all are known. A line `# …` in front matter is a private note,
    /// and somebody may take it for one here too.
    pub(super) fn notes_as_headings(&mut self) {
        let deeper = self.headings.iter().any(|heading| heading.level > 1);
        let suspect = self.headings.iter().filter(|heading| {
            heading.level == 1
                && self.text[heading.span.start..].starts_with('#')
                && (deeper || reads_as_sentence(&heading.text))
        });
        let spans: Vec<Range<usize>> = suspect.map(|heading| heading.span.clone()).collect();
        for span in spans {
            self.remark(RemarkKind::NoteAsHeading, span);
        }
    }
}

/// A blank that Markdown does not take for one: no-break, narrow, ideographic and others.
fn is_hard_blank(character: char) -> bool {
    character.is_whitespace() && !character.is_ascii()
}

/// Two stars or underscores that mark nothing, next to a word.
fn loose_mark(written: &str) -> Option<Range<usize>> {
    for mark in ["**", "__"] {
        let sign = &mark[..1];
        for (at, _) in written.match_indices(mark) {
            let (before, after) = (&written[..at], &written[at + 2..]);
            let alone = !before.ends_with(sign) && !after.starts_with(sign);
            let word = before.ends_with(|c: char| !c.is_whitespace())
                || after.starts_with(|c: char| !c.is_whitespace());
            if alone && word {
                return Some(at..at + 2);
            }
        }
    }
    // `** ord **`
    let alone = |at: &usize| !written[..*at].ends_with('*') && !written[at + 2..].starts_with('*');
    let marks = written.match_indices("**").map(|(at, _)| at).filter(alone);
    let marks: Vec<usize> = marks.take(2).collect();
    if let [open, close] = marks[..] {
        let (before, inner, after) =
            (&written[..open], &written[open + 2..close], &written[close + 2..]);
        let is_apart = |it: &str| it.is_empty() || it.ends_with(' ');
        let blank = inner.starts_with(' ') && inner.ends_with(' ');
        if blank
            && is_apart(before)
            && !after.starts_with(char::is_alphanumeric)
            && inner.trim().starts_with(char::is_alphabetic)
        {
            return Some(open..close + 2);
        }
    }
    // `*ord:*nästa`
    let open = written.match_indices('*').find(|(at, _)| {
        let (before, after) = (&written[..*at], &written[at + 1..]);
        (before.is_empty() || before.ends_with([' ', '(']))
            && after.starts_with(char::is_alphabetic)
    })?;
    let rest = &written[open.0 + 1..];
    let (close, _) = rest.match_indices('*').next()?;
    let fits = rest[..close].ends_with(|c: char| !c.is_alphanumeric() && !c.is_whitespace())
        && rest[close + 1..].starts_with(char::is_alphanumeric);
    fits.then_some(open.0..open.0 + close + 2)
}

/// References to notes that do not exist.
fn unknown_notes(written: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    written.match_indices("[^").filter_map(|(at, _)| {
        let rest = &written[at + 2..];
        let end =
            rest.char_indices().take(100).find(|(_, c)| matches!(c, ']' | '[')).map(|it| it.0)?;
        let name = rest[..end].trim_start();
        let is_name = name.len() == end || name.contains(char::is_alphabetic);
        let named =
            !name.is_empty() && is_name && rest[end..].starts_with(']') && !name.contains(' ');
        named.then_some(at..at + 2 + end + 1)
    })
}
