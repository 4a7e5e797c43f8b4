//! The standing of a commitment.

use std::hash::{Hash, Hasher};

use serde::{Serialize, Serializer};

use crate::model::{Standing, Status};

/// The standing of a commitment as a word: its latest status; `reported` if a result was reported
/// but not judged; `followed-up-as-a-whole`; `missing` if the archive has none of these;
/// `ongoing-over` if it was ongoing at the last follow-up of a pledge whose period has ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StandingWord {
    pub standing: Standing,
    /// Whether the pledge's period has ended.
    pub over: bool,
}

impl StandingWord {
    pub fn as_str(self) -> &'static str {
        match self.standing {
            Standing::Judged(Status::Ongoing) if self.over => "ongoing-over",
            Standing::None => "missing",
            standing => standing.as_str(),
        }
    }

    /// One for each word.
    pub fn all() -> impl Iterator<Item = StandingWord> {
        let judged = Status::ALL.iter().map(|status| Standing::Judged(*status));
        let others = [Standing::Reported, Standing::AsAWhole, Standing::None];
        let ongoing = StandingWord { standing: Standing::Judged(Status::Ongoing), over: true };
        let words = judged.chain(others).map(|standing| StandingWord { standing, over: false });
        words.chain([ongoing])
    }
}

impl Hash for StandingWord {
    fn hash<H: Hasher>(&self, hasher: &mut H) {
        self.as_str().hash(hasher);
    }
}

impl Serialize for StandingWord {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}
