//! The theme's texts: plain, with `{name}` placeholders, or with a form for each number.

use std::fmt;

/// A part of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Piece<'a> {
    /// Text to be shown as it is.
    Plain(&'a str),
    /// `{name}`: a–z, 0–9 and `_`, beginning with a letter. Any other brace is plain text.
    Placeholder(&'a str),
}

/// The pieces of a text, in order.
pub fn pieces(text: &str) -> impl Iterator<Item = Piece<'_>> {
    let mut rest = text;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        if let Some(name) = placeholder(rest) {
            rest = &rest[name.len() + 2..];
            return Some(Piece::Placeholder(name));
        }
        let braces = memchr::memchr_iter(b'{', rest.as_bytes());
        let end = braces
            .skip_while(|at| *at == 0)
            .find(|at| placeholder(&rest[*at..]).is_some())
            .unwrap_or(rest.len());
        let (plain, after) = rest.split_at(end);
        rest = after;
        Some(Piece::Plain(plain))
    })
}

/// The placeholder at the beginning of a text.
fn placeholder(text: &str) -> Option<&str> {
    let inside = text.strip_prefix('{')?;
    let name = &inside[..inside.find('}')?];
    let named = name.starts_with(|c: char| c.is_ascii_lowercase())
        && name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_');
    named.then_some(name)
}

/// The placeholders of a text, sorted and without duplicates.
pub fn placeholders(text: &str) -> Vec<&str> {
    let mut names: Vec<_> = pieces(text)
        .filter_map(|piece| match piece {
            Piece::Placeholder(name) => Some(name),
            Piece::Plain(_) => None,
        })
        .collect();
    names.sort_unstable();
    names.dedup();
    names
}

/// The text with its placeholders filled. For the program's own phrases, whose placeholders were
/// checked when the theme was loaded: a placeholder without a value is left as it is.
pub fn fill(text: &str, values: &[(&str, &dyn fmt::Display)]) -> String {
    let mut filled = String::with_capacity(text.len() + 16);
    for piece in pieces(text) {
        match piece {
            Piece::Plain(plain) => filled.push_str(plain),
            Piece::Placeholder(name) => match values.iter().find(|(given, _)| *given == name) {
                Some((_, value)) => filled.push_str(&value.to_string()),
                None => {
                    filled.push('{');
                    filled.push_str(name);
                    filled.push('}');
                }
            },
        }
    }
    filled
}

/// A text with a form for each number: `{ one = "…", other = "…" }`, and, where the language has
/// words for them, also `zero` ("inga") and `two` ("båda").
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plural {
    pub zero: Option<String>,
    pub one: String,
    pub two: Option<String>,
    pub other: String,
}

impl Plural {
    /// The names of the forms.
    pub const FORMS: [&str; 4] = ["zero", "one", "two", "other"];

    /// The form for a number; the rule is the same in Swedish and English.
    pub fn form(&self, number: u64) -> &str {
        match number {
            0 => self.zero.as_ref().unwrap_or(&self.other),
            1 => &self.one,
            2 => self.two.as_ref().unwrap_or(&self.other),
            _ => &self.other,
        }
    }

    /// Every form that the text has.
    pub fn forms(&self) -> impl Iterator<Item = &str> {
        [self.zero.as_deref(), Some(&*self.one), self.two.as_deref(), Some(&*self.other)]
            .into_iter()
            .flatten()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_in_braces_are_placeholders() {
        let found: Vec<_> = pieces("{a}–{b_2} {Ej} {} {").collect();
        use Piece::{Placeholder, Plain};
        assert_eq!(found, [Placeholder("a"), Plain("–"), Placeholder("b_2"), Plain(" {Ej} {} {")]);
    }

    #[test]
    fn placeholders_are_filled() {
        assert_eq!(fill("från {from}", &[("from", &"2018")]), "från 2018");
    }
}
