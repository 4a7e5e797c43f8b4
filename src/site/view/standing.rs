//! How a commitment stands.

use std::hash::{Hash, Hasher};

use serde::{Serialize, Serializer};

use crate::model::Status;

/// How a commitment stands, in a word: its latest status; `missing` when the archive has none;
/// `ongoing-over` when it was going on at the last follow-up of a pledge that is over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    pub status: Option<Status>,
    /// Of a pledge that is over.
    pub over: bool,
}

impl Standing {
    pub fn as_str(self) -> &'static str {
        match self.status {
            Some(Status::Ongoing) if self.over => "ongoing-over",
            Some(status) => status.as_str(),
            None => "missing",
        }
    }

    /// One for each word.
    pub fn all() -> impl Iterator<Item = Standing> {
        let statuses = Status::ALL.iter().map(|status| Some(*status)).chain([None]);
        let ongoing = Standing { status: Some(Status::Ongoing), over: true };
        statuses.map(|status| Standing { status, over: false }).chain([ongoing])
    }
}

impl Hash for Standing {
    fn hash<H: Hasher>(&self, hasher: &mut H) {
        self.as_str().hash(hasher);
    }
}

impl Serialize for Standing {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}
