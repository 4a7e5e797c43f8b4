//! The end of a text that is stored once.

use std::fmt;
use std::hash::{Hash, Hasher};
use std::ops::Deref;
use std::sync::Arc;

use serde::{Serialize, Serializer};

use crate::digest::Digest;

/// The end of a shared text: the bodies of a national archive are sixty megabytes.
#[derive(Clone)]
pub struct Tail {
    whole: Arc<str>,
    start: usize,
    /// Of what it says. Several things are made of a text, and each is known by what it was made from.
    digest: Digest,
}

impl Tail {
    /// What follows this many bytes; empty if that is not a character boundary.
    pub fn of(whole: &Arc<str>, start: usize) -> Tail {
        let start = if whole.is_char_boundary(start) { start } else { whole.len() };
        let digest = Digest::of(&whole.as_bytes()[start..]);
        Tail { whole: whole.clone(), start, digest }
    }

    /// The digest of its bytes.
    pub fn digest(&self) -> Digest {
        self.digest
    }
}

impl Deref for Tail {
    type Target = str;

    fn deref(&self) -> &str {
        &self.whole[self.start..]
    }
}

impl From<&str> for Tail {
    fn from(text: &str) -> Tail {
        Tail::of(&text.into(), 0)
    }
}

impl fmt::Debug for Tail {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&**self, f)
    }
}

impl Hash for Tail {
    fn hash<H: Hasher>(&self, hasher: &mut H) {
        self.digest.hash(hasher);
    }
}

impl Serialize for Tail {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self)
    }
}
