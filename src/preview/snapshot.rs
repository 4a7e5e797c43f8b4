//! One version of the site, shared by all who are shown a page of it.

use std::sync::Arc;

use crate::content::{Loaded, ParsedContent, ParsedFile};
use crate::digest::{Digest, Digester};
use crate::model::Address;
use crate::pipeline::Assembled;
use crate::render::Theme;
use crate::site::Origin;

/// A version of the site without errors: every page of it can be made.
pub struct Snapshot {
    pub loaded: Arc<Loaded>,
    /// As parsed, in the order of `loaded.markdown`.
    pub files: Vec<Arc<ParsedFile>>,
    /// Its own problems are left out: those of the newest version are reported.
    pub assembled: Assembled,
    pub theme: Arc<Theme>,
    /// A digest of the stylesheets.
    pub styles: Digest,
    /// A digest of everything else that a page shows but its view does not hold: images,
    /// attachments, scripts.
    pub beside: Digest,
}

impl Snapshot {
    /// The version assembled from these files with this theme.
    pub fn of(
        loaded: &Arc<Loaded>,
        content: &ParsedContent,
        assembled: Assembled,
        theme: Arc<Theme>,
    ) -> Snapshot {
        let (mut styles, mut beside) = (Digester::new(), Digester::new());
        for (address, bytes) in theme.assets() {
            let to = if is_stylesheet(address) { &mut styles } else { &mut beside };
            to.update(address.as_str().as_bytes());
            to.update(bytes);
        }
        for other in &loaded.others {
            beside.update(other.path.as_str());
            beside.update(other.digest);
        }
        Snapshot {
            loaded: loaded.clone(),
            files: content.files.clone(),
            assembled,
            theme,
            styles: styles.finish(),
            beside: beside.finish(),
        }
    }

    /// The file behind a page, relative to the site's folder, and whether it is a draft; `None` for
    /// pages without a file.
    pub fn source_of(&self, address: &Address) -> Option<(&str, bool)> {
        let archive = &self.assembled.archive;
        let document = |id| {
            let document = &archive.document(id).document;
            (&*document.source.path, document.common.draft)
        };
        match self.assembled.plan.origin(address)? {
            Origin::Document(id) => Some(document(id)),
            Origin::Place(id) => Some((&*archive.place(id).place.source.path, false)),
            Origin::Ledger => Some(("addresses.toml", false)),
            Origin::Program => None,
        }
    }
}

fn is_stylesheet(address: &Address) -> bool {
    address.as_str().ends_with(".css")
}
