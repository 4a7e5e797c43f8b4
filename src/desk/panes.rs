//! The pages that are shown beside forms, with what is typed there and not saved: kept in memory alone.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex};

use crate::lock::locked;

/// The latest pages of a few tabs.
#[derive(Debug, Default)]
pub struct Panes(Mutex<VecDeque<Pane>>);

/// The page that a tab shows beside its form.
#[derive(Debug)]
pub struct Pane {
    pub tab: String,
    pub address: String,
    pub page: Arc<[u8]>,
}

/// How many tabs have a page that is kept.
const MOST_TABS: usize = 8;

impl Panes {
    /// The page of a tab.
    pub fn page(&self, tab: &str, address: &str) -> Option<Arc<[u8]>> {
        let panes = locked(&self.0);
        let pane = panes.iter().find(|pane| pane.tab == tab && pane.address == address)?;
        Some(pane.page.clone())
    }

    /// Keeps the page of a tab in place of its earlier one.
    pub fn keep(&self, pane: Pane) {
        let mut panes = locked(&self.0);
        panes.retain(|kept| kept.tab != pane.tab);
        panes.push_back(pane);
        while panes.len() > MOST_TABS {
            panes.pop_front();
        }
    }
}
