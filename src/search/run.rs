//! A run: the words of some documents, and for each where it stands, as bytes.

use super::posting::{Posting, PostingBytes, pop_number, push_number, push_postings};

/// The words of some documents: each with its length, then how many bytes say where it stands, and
/// these. After the last comes a word without letters. A national archive has some twelve megabytes of
/// them.
#[derive(Debug, PartialEq, Eq)]
pub struct IndexRun(Vec<u8>);

impl IndexRun {
    /// These words, and where each stands in ascending order.
    pub fn of<'a>(terms: impl Iterator<Item = (&'a str, &'a [Posting])>) -> IndexRun {
        let mut bytes = Vec::new();
        let mut places = Vec::new();
        for (term, postings) in terms {
            push_bytes(&mut bytes, term.as_bytes());
            places.clear();
            push_postings(&mut places, postings);
            push_bytes(&mut bytes, &places);
        }
        push_bytes(&mut bytes, &[]);
        bytes.shrink_to_fit();
        IndexRun(bytes)
    }

    /// Where each word stands, in the order of [`IndexRun::terms`].
    pub fn places(&self) -> impl Iterator<Item = PostingBytes<'_>> {
        let mut rest = &self.0[..];
        std::iter::from_fn(move || {
            next_bytes(&mut rest).filter(|term| !term.is_empty())?;
            next_bytes(&mut rest).map(PostingBytes::of)
        })
    }

    /// Every word, with where it stands.
    pub fn terms(&self) -> impl Iterator<Item = (&str, PostingBytes<'_>)> {
        let mut rest = &self.0[..];
        std::iter::from_fn(move || next_term(&mut rest))
    }

    /// The run that these bytes stand for, if they are whole.
    pub fn of_bytes(bytes: Vec<u8>) -> Option<IndexRun> {
        let mut rest = &bytes[..];
        while let Some((_, postings)) = next_term(&mut rest) {
            if !postings.are_whole() {
                return None;
            }
        }
        (rest == [0]).then_some(IndexRun(bytes))
    }

    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }
}

/// The next term and where it stands. After the last term nothing is taken.
fn next_term<'a>(bytes: &mut &'a [u8]) -> Option<(&'a str, PostingBytes<'a>)> {
    let mut rest = *bytes;
    let term = str::from_utf8(next_bytes(&mut rest)?).ok().filter(|term| !term.is_empty())?;
    let postings = PostingBytes::of(next_bytes(&mut rest)?);
    *bytes = rest;
    Some((term, postings))
}

fn push_bytes(run: &mut Vec<u8>, bytes: &[u8]) {
    push_number(run, u32::try_from(bytes.len()).unwrap_or(u32::MAX));
    run.extend_from_slice(bytes);
}

/// Bytes after the number that says how many they are.
fn next_bytes<'a>(rest: &mut &'a [u8]) -> Option<&'a [u8]> {
    let length = usize::try_from(pop_number(rest)?).ok()?;
    let (bytes, after) = rest.split_at_checked(length)?;
    *rest = after;
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(run: &IndexRun) -> Vec<(String, Vec<Posting>)> {
        run.terms().map(|(term, postings)| (term.to_owned(), postings.collect())).collect()
    }

    #[test]
    fn what_is_written_is_read_again() {
        let far = [Posting::new(3, 1), Posting::new(4, 3), Posting::new((1 << 30) - 1, 2)];
        let many: Vec<Posting> = (0..400).map(|n| Posting::new(n * 7, 2)).collect();
        let run = IndexRun::of([("löft", &far[..]), ("trygg", &many)].into_iter());
        let written = [("löft".to_owned(), far.to_vec()), ("trygg".to_owned(), many)];
        assert_eq!(read(&run), written);
        let again = IndexRun::of_bytes(run.as_bytes().to_vec()).unwrap();
        assert_eq!(read(&again), written);
    }

    #[test]
    fn any_bytes_are_read_whole_or_refused() {
        let mut state: u64 = 1;
        let mut whole = 0;
        for length in 0..20_000 {
            let bytes: Vec<u8> = (0..length % 12)
                .map(|_| {
                    state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
                    // Small numbers, so that some are lengths that fit.
                    (state >> 33) as u8 >> (state >> 60 & 7)
                })
                .collect();
            let Some(run) = IndexRun::of_bytes(bytes.clone()) else { continue };
            whole += usize::from(bytes.len() > 3);
            let terms = read(&run);
            let again = terms.iter().map(|(term, postings)| (&**term, &**postings));
            let again = IndexRun::of(again);
            assert_eq!(read(&again), read(&run), "{bytes:?}");
        }
        assert!(whole > 0, "no bytes were read");
    }
}
