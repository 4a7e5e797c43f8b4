//! The words of a large archive, as the last build collected them, in the program's own folder of the
//! site: see [`KeptRuns`].

use crate::digest::Digest;
use crate::publish::remembered::Remembered;
use crate::search::KeptRuns;

const DIGEST: usize = 32;

/// The runs of words that are remembered with a site.
pub struct SearchRuns<'a> {
    remembered: &'a Remembered,
    /// Runs of another version of the program may be of other words.
    build: Digest,
}

impl<'a> SearchRuns<'a> {
    /// The runs that a site remembers, for the program of this build.
    pub fn of(remembered: &'a Remembered, build: Digest) -> SearchRuns<'a> {
        SearchRuns { remembered, build }
    }
}

/// A file has the digest of the program, of what the run was made from, and of the run, then the run.
impl KeptRuns for SearchRuns<'_> {
    fn find(&self, number: u32) -> Option<(Digest, Vec<u8>)> {
        let mut bytes = self.remembered.read(&name(number))?;
        let mut digests = bytes.get(..3 * DIGEST)?.chunks_exact(DIGEST);
        let mut next = || Some(Digest(digests.next()?.try_into().ok()?));
        let (build, made_from, of_run) = (next()?, next()?, next()?);
        if build != self.build {
            return None;
        }
        bytes.drain(..3 * DIGEST);
        (Digest::of(&bytes) == of_run).then_some((made_from, bytes))
    }

    fn keep(&self, number: u32, made_from: Digest, run: &[u8]) {
        let mut bytes = Vec::with_capacity(3 * DIGEST + run.len());
        for digest in [self.build, made_from, Digest::of(run)] {
            bytes.extend_from_slice(digest.as_ref());
        }
        bytes.extend_from_slice(run);
        self.remembered.keep_words(&name(number), &bytes);
    }
}

fn name(number: u32) -> String {
    format!("words-{number}")
}
