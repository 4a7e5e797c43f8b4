//! Runs that an earlier build has kept, so that an edit does not pay for the words of all documents
//! again. Each is known by a digest of everything that it was made from.

use super::collect::{Fields, SearchText, WordCollector};
use super::run::IndexRun;
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
        collector: &mut WordCollector,
    ) -> IndexRun {
        let now = made_from(documents, fields);
        if let Some((before, bytes)) = self.find(number)
            && before == now
            && let Some(run) = IndexRun::of_bytes(bytes)
        {
            return run;
        }
        let run = collector.run(documents, fields);
        self.keep(number, now, run.as_bytes());
        run
    }
}

/// A digest of everything that a run is made from. Markdown is known as it is written, since its
/// words follow from it and to find them takes longer than all the rest.
fn made_from<T>(documents: &[(u32, T)], fields: &impl Fields<T>) -> Digest {
    let mut digest = Digester::new();
    for (number, document) in documents {
        // No text has this level.
        digest.update([0]);
        digest.update(number.to_le_bytes());
        fields(document, &mut |level, text| match text {
            SearchText::Plain(text) => {
                digest.update([level, 0]);
                digest.update((text.len() as u64).to_le_bytes());
                digest.update(text);
            }
            SearchText::Markdown(text) => {
                digest.update([level, 1]);
                digest.update(text.digest());
            }
        });
    }
    digest.finish()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;
    use std::sync::Mutex;

    use super::*;
    use crate::model::Tail;
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
            take(1, SearchText::Markdown(&Tail::from(&**text)));
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
}
