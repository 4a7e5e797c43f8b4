//! Runs that an earlier build has kept, so that an edit does not pay for the words of all documents
//! again. Each is known by a digest of everything that it was made from.

use super::code::Posting;
use super::run::{Fields, IndexRun, SearchText};
use crate::digest::{Digest, Digester};

/// Where runs are kept. What is kept may be lost or damaged at any time: then it is made again.
pub trait KeptRuns: Sync {
    /// The run that is kept under a number: what it was made from, and its bytes.
    fn find(&self, number: u32) -> Option<(Digest, Vec<u8>)>;

    /// Keeps a run under a number, instead of the one that was kept there.
    fn keep(&self, number: u32, made_from: Digest, bytes: &[u8]);
}

/// Keeps nothing.
#[derive(Debug, Clone, Copy)]
pub struct NoRuns;

impl KeptRuns for NoRuns {
    fn find(&self, _: u32) -> Option<(Digest, Vec<u8>)> {
        None
    }

    fn keep(&self, _: u32, _: Digest, _: &[u8]) {}
}

impl dyn KeptRuns + '_ {
    /// The run of these documents, kept or made, and kept from now on.
    pub(super) fn run<T>(
        &self,
        number: u32,
        documents: &[(u32, T)],
        fields: &impl Fields<T>,
    ) -> IndexRun {
        let now = made_from(documents, fields);
        if let Some((before, bytes)) = self.find(number)
            && before == now
            && let Some(run) = decoded(&bytes)
        {
            return run;
        }
        let run = IndexRun::of(documents, fields);
        self.keep(number, now, &encoded(&run));
        run
    }
}

/// A digest of everything that a run is made from. Markdown is hashed as it is written, since its
/// words follow from it and to find them takes longer than all the rest.
fn made_from<T>(documents: &[(u32, T)], fields: &impl Fields<T>) -> Digest {
    let mut digest = Digester::new();
    for (number, document) in documents {
        // No text has this level.
        digest.update([0]);
        digest.update(number.to_le_bytes());
        fields(document, &mut |level, text| {
            let (form, text) = match text {
                SearchText::Plain(text) => (0, text),
                SearchText::Markdown(text) => (1, text),
            };
            digest.update([level, form]);
            digest.update((text.len() as u64).to_le_bytes());
            digest.update(text);
        });
    }
    digest.finish()
}

/// The bytes of a run: the number of terms, then each with its length and how many places follow;
/// of each place how far it is from the one before, and its level. Numbers have seven bits a byte, the
/// lowest first, and the eighth says that more follows.
fn encoded(run: &IndexRun) -> Vec<u8> {
    let mut bytes = Vec::new();
    push(&mut bytes, run.terms.len() as u64);
    for (term, list) in run.terms.iter().zip(&run.lists) {
        push(&mut bytes, term.len() as u64);
        bytes.extend_from_slice(term.as_bytes());
        push(&mut bytes, list.len() as u64);
        let mut before = 0;
        for posting in list {
            let further = u64::from(posting.number() - before);
            push(&mut bytes, further << 2 | u64::from(posting.level()));
            before = posting.number();
        }
    }
    bytes
}

/// The run that these bytes stand for, if they are whole.
fn decoded(mut bytes: &[u8]) -> Option<IndexRun> {
    let rest = &mut bytes;
    let mut run = IndexRun::default();
    for _ in 0..pop(rest)? {
        let length = usize::try_from(pop(rest)?).ok()?;
        let (term, after) = rest.split_at_checked(length)?;
        *rest = after;
        run.terms.push(str::from_utf8(term).ok()?.to_owned());
        let places = usize::try_from(pop(rest)?).ok()?;
        // No place is shorter than a byte.
        let mut list = Vec::with_capacity(places.min(rest.len()));
        let mut number: u32 = 0;
        for _ in 0..places {
            let value = pop(rest)?;
            number = number.checked_add(u32::try_from(value >> 2).ok()?)?;
            let level = (value & 3) as u8;
            if level == 0 {
                return None;
            }
            list.push(Posting::new(number, level));
        }
        run.lists.push(list);
    }
    rest.is_empty().then_some(run)
}

fn push(bytes: &mut Vec<u8>, mut value: u64) {
    while value > 127 {
        bytes.push((value & 127 | 128) as u8);
        value >>= 7;
    }
    bytes.push(value as u8);
}

fn pop(bytes: &mut &[u8]) -> Option<u64> {
    let mut value = 0;
    for shift in (0..63).step_by(7) {
        let (byte, after) = bytes.split_first()?;
        *bytes = after;
        value |= u64::from(byte & 127) << shift;
        if byte & 128 == 0 {
            return Some(value);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;
    use std::sync::Mutex;

    use super::*;
    use crate::search::index::terms;

    #[derive(Default)]
    struct InMemory(Mutex<BTreeMap<u32, (Digest, Vec<u8>)>>);

    impl KeptRuns for InMemory {
        fn find(&self, number: u32) -> Option<(Digest, Vec<u8>)> {
            self.0.lock().unwrap().get(&number).cloned()
        }

        fn keep(&self, number: u32, made_from: Digest, bytes: &[u8]) {
            self.0.lock().unwrap().insert(number, (made_from, bytes.to_vec()));
        }
    }

    fn texts() -> Vec<(u32, String)> {
        let text = |n: u32| format!("löfte{} trygghetsvandring {} å{}", n % 7, n % 13, n % 400);
        (0..3000).map(|n| (n * 2, text(n))).collect()
    }

    #[test]
    fn an_index_of_kept_runs_is_the_one_that_is_made_anew() {
        let kept = InMemory::default();
        let fields = |text: &String, take: &mut dyn FnMut(u8, SearchText<'_>)| {
            take(1, SearchText::Markdown(text));
            take(3, SearchText::Plain(text.split(' ').next().unwrap_or_default()));
        };
        let mut documents = texts();
        let anew = |documents: &[(u32, String)]| terms(documents, &NoRuns, fields);
        for _ in 0..2 {
            assert_eq!(terms(&documents, &kept, fields), anew(&documents));
        }
        assert_eq!(kept.0.lock().unwrap().len(), 6);
        // A text is changed, a document removed, one added, and one gets another number.
        documents[1200].1 = "någonting annat".to_owned();
        assert_eq!(terms(&documents, &kept, fields), anew(&documents));
        documents.remove(17);
        documents.push((6001, "sist".to_owned()));
        documents[2000].0 += 1;
        let before = kept.0.lock().unwrap().clone();
        assert_eq!(terms(&documents, &kept, fields), anew(&documents));
        let after = kept.0.lock().unwrap().clone();
        let changed = after.iter().filter(|(number, run)| before.get(number) != Some(run));
        assert_eq!(changed.count(), 3, "only those that the changes are in");
    }

    #[test]
    fn what_is_damaged_is_made_again() {
        let kept = InMemory::default();
        let fields = |text: &String, take: &mut dyn FnMut(u8, SearchText<'_>)| {
            take(1, SearchText::Plain(text))
        };
        let documents = texts();
        let anew = terms(&documents, &kept, fields);
        for cut in [0, 1, 40, 1000] {
            for (_, bytes) in kept.0.lock().unwrap().values_mut() {
                bytes.truncate(cut);
            }
            assert_eq!(terms(&documents, &kept, fields), anew, "cut at {cut}");
        }
    }

    #[test]
    fn any_bytes_are_read_or_refused() {
        let mut state: u64 = 1;
        for length in 0..2000 {
            let bytes: Vec<u8> = (0..length % 70)
                .map(|_| {
                    state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
                    (state >> 33) as u8
                })
                .collect();
            if let Some(run) = decoded(&bytes) {
                assert_eq!(decoded(&encoded(&run)), Some(run));
            }
        }
    }
}
