//! What differs between two texts, by lines or by words. The crate's algorithm is called by its name: where
//! it chooses among all that it has, they are all in the program, which is half a megabyte more.

use std::time::Instant;

use similar::algorithms::{Capture, Compact, IdentifyDistinct, Replace, myers};
use similar::{ChangeTag, DiffTag, DiffableStr};

/// The lines or words of two texts in order, each with where it is.
pub struct TokenDiff<'t> {
    pub tokens: Vec<(ChangeTag, &'t str)>,
}

impl<'t> TokenDiff<'t> {
    /// By lines.
    pub fn of_lines(then: &'t str, now: &'t str, deadline: Instant) -> TokenDiff<'t> {
        TokenDiff::of(&then.tokenize_lines(), &now.tokenize_lines(), deadline)
    }

    /// By words and what stands between them.
    pub fn of_words(then: &'t str, now: &'t str, deadline: Instant) -> TokenDiff<'t> {
        TokenDiff::of(&then.tokenize_words(), &now.tokenize_words(), deadline)
    }

    /// After the deadline a difference that is not the least one is good enough.
    fn of(then: &[&'t str], now: &[&'t str], deadline: Instant) -> TokenDiff<'t> {
        let ids = IdentifyDistinct::<u32>::new(then, 0..then.len(), now, 0..now.len());
        let (old, new) = (ids.old_lookup(), ids.new_lookup());
        let mut found = Compact::new(Replace::new(Capture::new()), old, new);
        let (of_old, of_new) = (ids.old_range(), ids.new_range());
        // What is found is only written down, which does not fail.
        _ = myers::diff_deadline(&mut found, old, of_old, new, of_new, Some(deadline));
        let mut tokens = Vec::with_capacity(then.len() + now.len());
        for operation in found.into_inner().into_inner().into_ops() {
            let (tag, of_then, of_now) = operation.as_tag_tuple();
            let (then, now) = (&then[of_then], &now[of_now]);
            if tag == DiffTag::Equal {
                tokens.extend(then.iter().map(|token| (ChangeTag::Equal, *token)));
                continue;
            }
            tokens.extend(then.iter().map(|token| (ChangeTag::Delete, *token)));
            tokens.extend(now.iter().map(|token| (ChangeTag::Insert, *token)));
        }
        TokenDiff { tokens }
    }

    /// How alike they are, from 0 to 1: the share of all tokens that the other text has too.
    pub fn likeness(&self) -> f64 {
        let equal = self.tokens.iter().filter(|(tag, _)| *tag == ChangeTag::Equal).count();
        let all = self.tokens.len() + equal;
        if all == 0 { 1.0 } else { 2.0 * equal as f64 / all as f64 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tokens_of_each_text_are_all_there_in_order() {
        let deadline = Instant::now() + std::time::Duration::from_secs(60);
        let (then, now) = ("Fler patruller i centrum\noch ljus\n", "Fler lyktor i centrum\n");
        let lines = TokenDiff::of_lines(then, now, deadline);
        let words = TokenDiff::of_words(then, now, deadline);
        for diff in [&lines, &words] {
            let side = |other| -> String {
                let own = diff.tokens.iter().filter(|(tag, _)| *tag != other);
                own.map(|(_, token)| *token).collect()
            };
            assert_eq!(side(ChangeTag::Insert), then);
            assert_eq!(side(ChangeTag::Delete), now);
        }
        let marked = |tag| -> Vec<&str> {
            let own = words.tokens.iter().filter(|(found, _)| *found == tag);
            own.map(|(_, token)| *token).filter(|token| !token.trim().is_empty()).collect()
        };
        assert_eq!(marked(ChangeTag::Insert), ["lyktor"]);
        assert_eq!(marked(ChangeTag::Delete), ["patruller", "och", "ljus"]);
        assert!(words.likeness() > 0.5 && lines.likeness() < 0.1, "{}", words.likeness());
        assert!(TokenDiff::of_words("", "", deadline).likeness() > 0.9);
    }
}
