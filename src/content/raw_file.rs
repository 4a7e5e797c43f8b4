//! A text file as it is on disk.

use std::sync::Arc;
use std::time::SystemTime;

use super::source_stamp::SourceStamp;
use crate::diagnostic::canonical::{self, is_canonical};
use crate::diagnostic::{Problem, Source};
use crate::digest::Digest;

/// A text file as it is on disk.
#[derive(Debug, Clone)]
pub struct RawFile {
    /// Relative to the site's folder, with `/` between names, in NFC.
    pub path: String,
    pub bytes: Arc<[u8]>,
    /// The same bytes as text if they are UTF-8, so that canonical text is in memory only once.
    pub(super) text: Option<Arc<str>>,
    /// SHA-256.
    pub digest: Digest,
    /// Shows that the file has not changed; `None` if it must be read to find out.
    pub(super) stamp: Option<SourceStamp>,
}

impl RawFile {
    /// A file that is only in memory.
    pub fn new(path: impl Into<String>, bytes: impl AsRef<[u8]>) -> RawFile {
        let bytes = bytes.as_ref();
        let digest = Digest::of(bytes);
        let text: Option<Arc<str>> = str::from_utf8(bytes).ok().map(Arc::from);
        let bytes = text.clone().map_or_else(|| Arc::from(bytes), Arc::<[u8]>::from);
        RawFile { path: path.into(), bytes, text, digest, stamp: None }
    }

    /// When it was last changed, as its drive says; `None` if it changed a moment before it was read.
    pub fn modified(&self) -> Option<SystemTime> {
        self.stamp.and_then(|stamp| stamp.modified)
    }

    /// Its canonical text, shared with the file if the file's text is canonical already; or the
    /// problem that it is not text.
    pub fn source(&self) -> Result<Arc<Source>, Box<Problem>> {
        match &self.text {
            Some(text) if is_canonical(text) => Ok(Source::new(self.path.as_str(), text.clone())),
            _ => canonical::source(&self.path, &self.bytes),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_that_is_canonical_is_in_memory_once_and_any_other_made_so() {
        let texts = [
            "Å, ä och ö – ”löften”\n",
            "",
            "a\r\nb\rc",
            "\u{feff}BOM",
            "A\u{30a}mål",
            "\u{212b}",
            "ᄀ\u{1161}",
        ];
        for text in texts {
            let raw = RawFile::new("content/a.md", text);
            let shared = raw.source().expect("text");
            assert_eq!(shared, canonical::source("content/a.md", text.as_bytes()).expect("text"));
            let once = raw.text.as_ref().is_some_and(|raw| Arc::ptr_eq(raw, &shared.text));
            assert_eq!(once, *shared.text == *text, "{text:?}");
        }
        for bytes in [&b"\0"[..], b"\xff\xfea", b"\xe5"] {
            assert!(RawFile::new("content/a.md", bytes).source().is_err());
        }
    }
}
