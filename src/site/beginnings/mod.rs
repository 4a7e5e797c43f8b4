//! Titles that begin alike, divided by what distinguishes them: by their next letters or numbers.
//! Nearly all titles of an archive begin with the same word, so its letter is divided by the letters
//! after that word.

#[cfg(test)]
mod tests;

use std::borrow::Cow;

use crate::language::Alphabet;
use crate::slug::segment;

/// What is to be listed by its title.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Titled<'a, T> {
    pub of: T,
    /// The title, from its first letter or digit.
    title: &'a str,
    /// What it takes on a page, in bytes.
    bytes: usize,
    /// How much of the title has been read.
    at: usize,
}

/// Titles that are on one page.
#[derive(Debug, PartialEq, Eq)]
pub struct Beginning<T> {
    /// What they begin with: "Medborgarlöfte H…", or "Medborgarlöfte A–D" if there are several.
    pub label: String,
    /// The same in an address.
    pub name: String,
    /// Which part it is, from 1, if so many titles are the same that they take several.
    pub number: Option<usize>,
    /// In their order.
    pub titles: Vec<T>,
}

/// What a title goes on with.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Next<'a> {
    End,
    /// Spaces and signs, however many.
    Gap,
    Number(&'a str),
    /// A letter in upper case, by which the title is sorted.
    Letter(Cow<'static, str>),
}

/// The letters that need no alphabet.
const PLAIN: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

/// The longest beginning that is written out, in characters.
const LONGEST: usize = 60;

impl<'a, T> Titled<'a, T> {
    pub fn new(of: T, title: &'a str, bytes: usize) -> Titled<'a, T> {
        let bare = title.trim_start_matches(|c: char| !c.is_alphanumeric());
        let title = if bare.is_empty() { title } else { bare };
        Titled { of, title, bytes, at: 0 }
    }

    /// What follows what has been read, and where it ends.
    fn next(&self, alphabet: &Alphabet) -> (Next<'a>, usize) {
        let rest: &'a str = &self.title[self.at..];
        let run = |is: fn(char) -> bool| {
            let end = rest.find(|c| !is(c)).unwrap_or(rest.len());
            (&rest[..end], self.at + end)
        };
        let Some(first) = rest.chars().next() else { return (Next::End, self.at) };
        if first.is_numeric() {
            let (digits, end) = run(char::is_numeric);
            return (Next::Number(digits), end);
        }
        if !first.is_alphabetic() {
            return (Next::Gap, run(|c| !c.is_alphanumeric()).1);
        }
        let end = self.at + first.len_utf8();
        let plain = PLAIN.find(first.to_ascii_uppercase());
        if let Some(letter) = plain.and_then(|at| PLAIN.get(at..=at)) {
            return (Next::Letter(letter.into()), end);
        }
        let letter = alphabet.letter(&rest[..first.len_utf8()]);
        // Letters of other scripts are their own.
        let own = || first.to_uppercase().collect::<String>().into();
        (Next::Letter(if letter == "#" { own() } else { letter.into() }), end)
    }

    /// What has been read, cut at its beginning if it is long.
    fn read(&self) -> String {
        let read = &self.title[..self.at];
        let count = read.chars().count();
        if count <= LONGEST {
            return read.to_owned();
        }
        let tail: String = read.chars().skip(count - LONGEST).collect();
        format!("…{tail}")
    }

    /// What comes next, as the title has it: a letter is in lower case within a word.
    fn as_written(&self, next: &Next) -> String {
        let lower = self.title[self.at..].chars().next().is_some_and(char::is_lowercase);
        match next {
            Next::End | Next::Gap => String::new(),
            Next::Number(digits) => (*digits).to_owned(),
            Next::Letter(letter) if lower => letter.to_lowercase(),
            Next::Letter(letter) => letter.clone().into_owned(),
        }
    }

    /// The title's beginning up to what comes next.
    fn beginning(&self, next: &Next) -> String {
        match next {
            Next::End | Next::Gap => self.read(),
            Next::Number(_) | Next::Letter(_) => {
                format!("{}{}…", self.read(), self.as_written(next))
            }
        }
    }

    /// The same in an address.
    fn name(&self, next: &Next) -> String {
        let read: String =
            segment(&self.read()).unwrap_or_default().chars().take(LONGEST).collect();
        let next = self.as_written(next);
        let name = letter_name(&next.to_uppercase());
        let name = if next.is_empty() { String::new() } else { name };
        let within = self.title[..self.at].ends_with(char::is_alphanumeric) && name.len() == 1;
        let between = if read.is_empty() || name.is_empty() || within { "" } else { "-" };
        format!("{read}{between}{name}").trim_matches('-').to_owned()
    }
}

/// Divides titles, in alphabetical order, so that none of the parts takes more than `most` bytes,
/// unless a single title does. Those that go on alike are put beside each other.
pub fn divided<T>(
    alphabet: &Alphabet,
    titles: Vec<Titled<'_, T>>,
    most: usize,
) -> Vec<Beginning<T>> {
    let mut parts = Vec::new();
    divide(alphabet, titles, most, &mut parts);
    parts
}

/// What the titles of a page begin with, and how many begin so, in the page's order. One or none if
/// nothing distinguishes them.
pub fn headings<'a, T>(
    alphabet: &Alphabet,
    titles: impl Iterator<Item = Titled<'a, T>>,
) -> Vec<(String, usize)> {
    let mut titles: Vec<Titled<'a, T>> = titles.collect();
    read_what_is_common(alphabet, &mut titles);
    let mut headings: Vec<(String, usize)> = Vec::new();
    for titled in &titles {
        let heading = titled.beginning(&titled.next(alphabet).0).trim_end().to_owned();
        match headings.last_mut() {
            Some((last, count)) if same_heading(last, &heading) => *count += 1,
            _ => headings.push((heading, 1)),
        }
    }
    headings
}

/// Whether two headings differ at most in capitals.
fn same_heading(a: &str, b: &str) -> bool {
    a == b || a.to_lowercase() == b.to_lowercase()
}

fn divide<T>(
    alphabet: &Alphabet,
    mut titles: Vec<Titled<'_, T>>,
    most: usize,
    parts: &mut Vec<Beginning<T>>,
) {
    read_what_is_common(alphabet, &mut titles);
    let mut groups = grouped(alphabet, titles);
    if groups.len() <= 1 {
        if let Some((next, titles)) = groups.pop() {
            number(&next, titles, most, parts);
        }
        return;
    }
    let mut page: Vec<(Next<'_>, Vec<Titled<'_, T>>)> = Vec::new();
    let mut filled = 0;
    for (next, titles) in groups {
        let bytes: usize = titles.iter().map(|titled| titled.bytes).sum();
        let alone = bytes > most && titles.len() > 1;
        if alone || filled + bytes > most {
            close(&mut page, parts);
            filled = 0;
        }
        if alone {
            divide(alphabet, titles, most, parts);
        } else {
            filled += bytes;
            page.push((next, titles));
        }
    }
    close(&mut page, parts);
}

/// Reads on in all titles as long as they go on alike.
fn read_what_is_common<T>(alphabet: &Alphabet, titles: &mut [Titled<'_, T>]) {
    read_what_is_written_alike(alphabet, titles);
    loop {
        let mut ends = Vec::with_capacity(titles.len());
        let mut first = None;
        for titled in titles.iter() {
            let (next, end) = titled.next(alphabet);
            if next == Next::End || first.as_ref().is_some_and(|first| *first != next) {
                return;
            }
            first.get_or_insert(next);
            ends.push(end);
        }
        if ends.is_empty() {
            return;
        }
        titles.iter_mut().zip(ends).for_each(|(titled, end)| titled.at = end);
    }
}

/// Reads on in all titles as long as the same bytes follow, which is quick to see. What the last of
/// them begin may go on differently.
fn read_what_is_written_alike<T>(alphabet: &Alphabet, titles: &mut [Titled<'_, T>]) {
    let Some((first, others)) = titles.split_first_mut() else { return };
    let rest = &first.title[first.at..];
    let alike = others.iter().fold(rest.len(), |alike, other| {
        let (ours, theirs) = (&rest.as_bytes()[..alike], &other.title.as_bytes()[other.at..]);
        if theirs.starts_with(ours) {
            return alike;
        }
        ours.iter().zip(theirs).take_while(|(a, b)| a == b).count()
    });
    let (from, end) = (first.at, first.at + rest.floor_char_boundary(alike));
    loop {
        let (next, after) = first.next(alphabet);
        if next == Next::End || after >= end {
            break;
        }
        first.at = after;
    }
    let read = first.at - from;
    others.iter_mut().for_each(|other| other.at += read);
}

/// The titles by what they go on with, in the order of the first of each.
fn grouped<'a, T>(
    alphabet: &Alphabet,
    titles: Vec<Titled<'a, T>>,
) -> Vec<(Next<'a>, Vec<Titled<'a, T>>)> {
    let mut groups: Vec<(Next<'a>, Vec<Titled<'a, T>>)> = Vec::new();
    for titled in titles {
        let (next, _) = titled.next(alphabet);
        match groups.iter_mut().rev().find(|(known, _)| *known == next) {
            Some((_, group)) => group.push(titled),
            None => groups.push((next, vec![titled])),
        }
    }
    groups
}

/// Titles that are the same, on as many pages as they need.
fn number<T>(next: &Next, titles: Vec<Titled<'_, T>>, most: usize, parts: &mut Vec<Beginning<T>>) {
    let bytes: usize = titles.iter().map(|titled| titled.bytes).sum();
    let pages = bytes.div_ceil(most.max(1)).clamp(1, titles.len().max(1));
    let each = titles.len().div_ceil(pages);
    let mut left = titles.into_iter().peekable();
    let mut n = 0;
    while let Some(first) = left.peek() {
        n += 1;
        let (label, name) = (first.beginning(next).trim_end().to_owned(), first.name(next));
        let number = (pages > 1).then_some(n);
        let titles = left.by_ref().take(each).map(|titled| titled.of).collect();
        parts.push(Beginning { label, name, number, titles });
    }
}

/// Makes one page of groups that have been gathered.
fn close<T>(page: &mut Vec<(Next<'_>, Vec<Titled<'_, T>>)>, parts: &mut Vec<Beginning<T>>) {
    let groups = std::mem::take(page);
    let (Some((next, first)), Some((last_next, last))) = (
        groups.first().and_then(|(next, titles)| Some((next, titles.first()?))),
        groups.last().and_then(|(next, titles)| Some((next, titles.first()?))),
    ) else {
        return;
    };
    let is_sign = |next: &Next| matches!(next, Next::End | Next::Gap);
    let label = if groups.len() == 1 {
        first.beginning(next)
    } else if is_sign(next) || is_sign(last_next) {
        let (first, last) = (first.beginning(next), last.beginning(last_next));
        format!("{} – {last}", first.trim_end())
    } else {
        format!("{}{}–{}", first.read(), first.as_written(next), last.as_written(last_next))
    };
    let (label, name) = (label.trim_end().to_owned(), first.name(next));
    let titles = groups.into_iter().flat_map(|(_, titles)| titles).map(|titled| titled.of);
    parts.push(Beginning { label, name, number: None, titles: titles.collect() });
}

/// A letter in addresses.
pub fn letter_name(letter: &str) -> String {
    match letter {
        "Å" => "a-ring".to_owned(),
        "Ä" => "a-prickar".to_owned(),
        "Ö" => "o-prickar".to_owned(),
        letter => segment(letter).unwrap_or_else(|| "tecken".to_owned()),
    }
}
