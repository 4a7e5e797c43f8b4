//! A cache of what the pages of a place share, for the places whose pages were made most recently.
//! A place's timeline, its embedded version and its years list the same entries, and are made one
//! after the other.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use crate::lock::locked;
use crate::model::PlaceId;
use crate::site::view::{Charted, Listed};

/// More places than there are threads at work on them, but few enough to take little memory.
const MOST: usize = 16;

/// What the pages of a place share.
#[derive(Debug)]
pub struct Shared {
    /// In order of time; `None` if another entry covers it.
    pub entries: Vec<Option<Listed>>,
    pub chart: Option<Charted>,
}

/// The cache, for one archive and plan; `None` if nothing is cached.
#[derive(Debug)]
pub struct Recent(Option<Mutex<HashMap<PlaceId, Arc<Shared>>>>);

impl Default for Recent {
    fn default() -> Recent {
        Recent(Some(Mutex::default()))
    }
}

impl Recent {
    /// Caches nothing: every page makes what it shares with others for itself.
    pub fn nothing() -> Recent {
        Recent(None)
    }

    /// What a place's pages share, from the cache or made now.
    pub fn shared(&self, place: PlaceId, make: impl FnOnce() -> Shared) -> Arc<Shared> {
        let Some(recent) = &self.0 else { return Arc::new(make()) };
        let kept = || locked(recent);
        if let Some(shared) = kept().get(&place) {
            return shared.clone();
        }
        let shared = Arc::new(make());
        let mut kept = kept();
        if kept.len() >= MOST {
            kept.clear();
        }
        kept.insert(place, shared.clone());
        shared
    }
}
