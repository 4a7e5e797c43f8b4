//! The names of files that are put beside a document, and which of them the archive takes.

use crate::model::address::safe_segment;
use crate::slug::segment;

/// The extensions of images; everything else is an attachment.
const IMAGES: [&str; 6] = ["jpg", "jpeg", "png", "webp", "gif", "avif"];
/// The extensions of attachments that the archive takes.
const ATTACHMENTS: [&str; 13] =
    ["pdf", "docx", "odt", "xlsx", "ods", "csv", "txt", "rtf", "pptx", "odp", "zip", "svg", "tsv"];

/// A safe name for a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SafeName {
    stem: String,
    extension: String,
}

impl SafeName {
    /// The safe form of a name as a browser or an editor gives it; `None` if the archive does not take
    /// files of its type.
    pub fn of(name: &str) -> Option<SafeName> {
        let name = name.rsplit(['/', '\\']).next()?;
        let (stem, extension) = name.rsplit_once('.')?;
        let extension = extension.to_lowercase();
        let known = IMAGES.contains(&&*extension) || ATTACHMENTS.contains(&&*extension);
        let stem = segment(stem).unwrap_or_else(|| "fil".to_owned());
        let stem: String = stem.chars().take(80).collect();
        // A name that Windows keeps for itself, such as con.pdf.
        let stem = if safe_segment(&stem).is_ok() { stem } else { format!("fil-{stem}") };
        known.then_some(SafeName { stem, extension })
    }

    /// What the archive takes: images, and then other files, by how their names end.
    pub fn taken() -> (String, String) {
        (IMAGES.join(", "), ATTACHMENTS.join(", "))
    }

    pub fn is_image(&self) -> bool {
        IMAGES.contains(&&*self.extension)
    }

    /// The name, and then numbered ones, of which the first that is free is to be used.
    pub fn candidates(&self) -> impl Iterator<Item = String> {
        let SafeName { stem, extension } = self;
        let numbered = (2..1000).map(move |n| format!("{stem}-{n}.{extension}"));
        std::iter::once(format!("{stem}.{extension}")).chain(numbered)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_made_safe() {
        let name = |name| SafeName::of(name).and_then(|safe| safe.candidates().next());
        assert_eq!(name("Löfte 2018.PDF").as_deref(), Some("lofte-2018.pdf"));
        assert_eq!(name("../../etc/passwd.pdf").as_deref(), Some("passwd.pdf"));
        assert_eq!(name("C:\\Bilder\\Å.jpg").as_deref(), Some("a.jpg"));
        assert_eq!(name("§§§.png").as_deref(), Some("fil.png"));
        for (reserved, safe) in
            [("con.pdf", "fil-con.pdf"), ("NUL.txt", "fil-nul.txt"), ("COM1.PNG", "fil-com1.png")]
        {
            assert_eq!(name(reserved).as_deref(), Some(safe));
        }
        assert_eq!(name("control.pdf").as_deref(), Some("control.pdf"));
        for other in ["skript.html", "program.exe", "index.md", "namn", ".pdf.sh", ""] {
            assert_eq!(name(other), None, "{other}");
        }
    }
}
