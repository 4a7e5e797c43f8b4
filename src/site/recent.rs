//! Entries of the places whose pages were made last. A place's timeline, its embedded version and
//! its years list the same entries, and are made one after the other.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use super::view::Listed;
use crate::model::PlaceId;

/// More places than there are threads at work on them, and few enough to be small.
const MOST: usize = 16;

/// What is still at hand. Of one archive and plan.
#[derive(Debug, Default)]
pub struct Recent(Mutex<HashMap<PlaceId, Arc<[Option<Listed>]>>>);

impl Recent {
    /// A place's entries in order of time, from before or made now.
    pub(super) fn entries(
        &self,
        place: PlaceId,
        make: impl FnOnce() -> Vec<Option<Listed>>,
    ) -> Arc<[Option<Listed>]> {
        // Nothing that panics holds the lock, and what is kept is whole at any moment.
        let kept = || self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(entries) = kept().get(&place) {
            return entries.clone();
        }
        let entries: Arc<[Option<Listed>]> = make().into();
        let mut kept = kept();
        if kept.len() >= MOST {
            kept.clear();
        }
        kept.insert(place, entries.clone());
        entries
    }
}
