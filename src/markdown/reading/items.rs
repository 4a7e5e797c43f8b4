//! Items of lists that Markdown does not know as such: `-ett`, `(1) ett`, `– ett`. They run on as one
//! paragraph, or in the item before.

use std::collections::BTreeMap;
use std::ops::Range;

use super::bullets::{SIGNS, begins_text};
use super::labels::{Label, LabelPlace};
use super::open::{ItemLine, ItemMark, OpenList};
use super::reader::MarkdownReader;
use crate::markdown::outline::RemarkKind;

impl MarkdownReader<'_> {
    /// Begins a list. What stands right before it may be its first item.
    pub(super) fn begin_list(&mut self, start: Option<u64>, span: &Range<usize>) {
        let before = std::mem::take(&mut self.last_item);
        self.end_lines();
        let before = self.last_item.take().or(before);
        let written = self.text[span.start..].trim_start();
        let digits = written.bytes().take_while(u8::is_ascii_digit).count();
        let sign = written[digits..].chars().next().unwrap_or('-');
        let list = OpenList { next: start, sign };
        if let Some(ItemLine { mark, span: item }) = before {
            let between = self.text[item.start..].get(..span.start.saturating_sub(item.start));
            let follows = between.and_then(|it| it.split_once('\n'));
            let precedes = OpenList { next: start.and_then(|it| it.checked_sub(1)), sign };
            if follows.is_some_and(|(_, rest)| is_empty(rest))
                && let Some(proposed) = self.joined(&mark, &item, precedes)
            {
                self.remark(RemarkKind::JoinedItem(proposed), item);
            }
        }
        self.lists.push(list);
    }

    /// Ends the innermost list.
    pub(super) fn end_list(&mut self, span: &Range<usize>) {
        self.ended_list = self.lists.pop().map(|list| (list, span.end));
    }

    /// Looks at a line of text that no other mark begins, and that begins here.
    pub(super) fn item_line(&mut self, written: &str, start: usize) {
        let span = start..start + written.len();
        let begins_paragraph = std::mem::take(&mut self.paragraph_begins);
        let list_before = self.ended_list.take();
        let Some(mark) = mark(written) else { return };
        if self.goes_on_from_number(written, &span) {
            return;
        }
        let line = self.text[..span.start].rfind('\n').map_or(0, |end| end + 1);
        let continues = is_empty(&self.text[line..span.start]);
        let list = match self.lists.last() {
            Some(list) => continues.then_some(*list),
            None => list_before
                .filter(|(_, end)| begins_paragraph && self.is_blank_between(*end, span.start))
                .map(|(list, _)| list),
        };
        match list.and_then(|list| self.joined(&mark, &span, list)) {
            Some(proposed) => {
                if let Some(list) = self.lists.last_mut() {
                    list.next = list.next.map(|next| next.saturating_add(1));
                }
                self.remark(RemarkKind::JoinedItem(proposed), span);
            }
            None => self.items.push(ItemLine { mark, span }),
        }
    }

    fn is_blank_between(&self, from: usize, to: usize) -> bool {
        from >= to || self.text.get(from..to).is_some_and(is_empty)
    }

    /// How a line that belongs to a list is written, if it was plainly meant as an item of it.
    fn joined(&self, mark: &ItemMark, span: &Range<usize>, list: OpenList) -> Option<String> {
        let within = !self.lists.is_empty();
        let written = &self.text[span.clone()];
        let (length, number) = match mark {
            ItemMark::Bullet { length } => {
                let rest = &written[*length..];
                let plain = match rest.chars().next() {
                    // A dash in the middle of a sentence may begin a line.
                    Some(' ') => within && rest.trim_start().starts_with(char::is_uppercase),
                    Some(next) if next.is_ascii_digit() => self.follows_number_item(span),
                    _ => !self.ends_compound(rest, span),
                };
                (plain.then_some(*length)?, None)
            }
            ItemMark::Sign(sign) => {
                let recurs = written[sign.len()..].contains(sign.as_str());
                let is_mark = matches!(sign.as_str(), "--" | "---" | "**" | "***" | "_");
                ((is_mark && !recurs).then_some(sign.len())?, None)
            }
            ItemMark::Label(label) => {
                let next = list.next?;
                let fits = label.number() == Some(next) && label.is_closed();
                ((fits || label.is_tight()).then_some(label.length)?, label.number())
            }
        };
        let text = written[length..].trim_start();
        let shown: String = text.chars().take(LONGEST_PROPOSED).collect();
        let more = if shown.len() < text.len() { "…" } else { "" };
        Some(match (list.next, list.sign) {
            (Some(next), sign) => format!("{}{sign} {shown}{more}", number.unwrap_or(next)),
            (None, sign) => format!("{sign} {shown}{more}"),
        })
    }

    /// The line before a line.
    fn line_before(&self, span: &Range<usize>) -> &str {
        let above = self.text[..span.start].rsplit_once('\n').map_or("", |(above, _)| above);
        above.rsplit('\n').next().unwrap_or("").trim()
    }

    /// Whether a number after a dash belongs to the one before it: `18\n-25 år`.
    fn goes_on_from_number(&self, written: &str, span: &Range<usize>) -> bool {
        let rest = written.trim_start_matches(['-', '–', '−']);
        let is_number =
            rest.len() < written.len() && rest.starts_with(|c: char| c.is_ascii_digit());
        is_number && self.line_before(span).ends_with(|c: char| c.is_ascii_digit())
    }

    /// Whether `-20 bilar` follows an item that begins with a number as well.
    fn follows_number_item(&self, span: &Range<usize>) -> bool {
        let above = self.line_before(span);
        let item = above.trim_start_matches(['-', '*', '+', '>', ' ']);
        item.len() < above.len() && item.starts_with(|c: char| c.is_ascii_digit())
    }

    /// Whether a hyphen ends a word that began on the line before: `18-\n-åring`, `18\n-åring`.
    fn ends_compound(&self, rest: &str, span: &Range<usize>) -> bool {
        let above = self.line_before(span);
        let after_number = above.ends_with(|c: char| c.is_ascii_digit())
            && ["år", "tal", "procent", "manna"].iter().any(|it| rest.starts_with(it));
        above.ends_with(['-', '–']) || after_number
    }

    /// Looks at the lines of a block that has ended: several that look like items are a list that
    /// was not recognised.
    pub(super) fn end_lines(&mut self) {
        self.end_run();
        self.end_bars();
        let mut items = std::mem::take(&mut self.items);
        match first_of_several(&items) {
            Some(first) => {
                let first = items.swap_remove(first);
                self.remark(RemarkKind::LinesAsItems, first.span);
            }
            None => self.last_item = items.pop(),
        }
    }
}

/// The first of several lines that are items together. Each line is looked at once.
fn first_of_several(items: &[ItemLine]) -> Option<usize> {
    let mut certain: Option<usize> = None;
    let mut signs: BTreeMap<&str, usize> = BTreeMap::new();
    // Where the first of those that are numbered one after the other is, and how many they are.
    let mut labels: BTreeMap<LabelPlace<'_>, (usize, usize)> = BTreeMap::new();
    for (at, item) in items.iter().enumerate() {
        let is_certain = match &item.mark {
            ItemMark::Bullet { .. } => true,
            ItemMark::Label(label) => label.is_certain(),
            ItemMark::Sign(sign) => match signs.insert(sign, at) {
                Some(first) => return Some(first),
                None => false,
            },
        };
        if is_certain && let Some(first) = certain.replace(at) {
            return Some(first);
        }
        let ItemMark::Label(label) = &item.mark else { continue };
        for place @ (before, after, sort, number) in label.places() {
            let previous = number.checked_sub(1).map(|number| (before, after, sort, number));
            let (first, row) = match previous.and_then(|it| labels.get(&it)) {
                Some((first, row)) => (*first, row + 1),
                None if label.is_bare() && number != 1 => continue,
                None => (at, 1),
            };
            if row >= if label.is_bare() { 3 } else { 2 } {
                return Some(first);
            }
            labels.insert(place, (first, row));
        }
    }
    None
}

/// How much of a line is repeated in what is proposed.
const LONGEST_PROPOSED: usize = 40;

/// Whether a stretch holds nothing but blanks and the marks of quotations.
fn is_empty(text: &str) -> bool {
    text.trim_matches(|c: char| c.is_whitespace() || c == '>').is_empty()
}

/// What a line begins with, if it looks like an item: `– ett`, `-ett`, `a) ett`, `1.ett`, `_ ett`.
fn mark(line: &str) -> Option<ItemMark> {
    let mut characters = line.chars();
    let (first, next) = (characters.next()?, characters.next()?);
    let length = first.len_utf8();
    let is_bullet = match first {
        '–' | '—' | '−' => next.is_whitespace() || begins_text(next) || next.is_ascii_digit(),
        '*' => next != '*' && begins_text(next),
        '-' | '+' => begins_text(next),
        _ => false,
    };
    let number = matches!(first, '-' | '–' | '−') && next.is_ascii_digit();
    if is_bullet && !number {
        return Some(ItemMark::Bullet { length });
    }
    if number && line[length..].contains(char::is_alphabetic) {
        return Some(ItemMark::Bullet { length });
    }
    if let Some(label) = Label::of(line) {
        return Some(ItemMark::Label(label));
    }
    // The signs that are letters stand alone.
    if first.is_alphabetic() && next.is_alphabetic() {
        return None;
    }
    let sign = SIGNS.iter().find(|sign| line.starts_with(**sign))?;
    let rest = &line[sign.len()..];
    let word = rest.trim_start_matches(' ');
    let is_long = sign.len() > 1 && sign.is_ascii();
    let apart = word.len() < rest.len() || is_long;
    let is_text = word.starts_with(begins_text);
    (apart && is_text).then(|| ItemMark::Sign((*sign).to_owned()))
}
