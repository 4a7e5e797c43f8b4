//! What archives call the formats of a package's files: names, versions, and the keys of PRONOM, the
//! British National Archives' register.

use crate::media_type::media_type;

/// A format.
#[derive(Debug, Clone, Copy)]
pub struct FileFormat {
    pub name: &'static str,
    pub version: Option<&'static str>,
    pub media_type: &'static str,
    /// Its key in PRONOM; none where the version of a format that editors choose decides it.
    pub pronom: Option<&'static str>,
}

/// The format of a file by its path; `is_own_pdf` tells whether it is one of the program's own PDFs.
pub fn of(path: &str, is_own_pdf: bool) -> FileFormat {
    let media_type = media_type(path);
    let (name, version, pronom) = match media_type {
        "text/html" => ("HTML", None, Some("fmt/471")),
        "text/css" => ("CSS", None, Some("x-fmt/224")),
        "text/javascript" => ("JavaScript", None, Some("x-fmt/423")),
        "text/markdown" => ("Markdown", None, Some("fmt/1149")),
        "text/csv" => ("CSV", None, Some("x-fmt/18")),
        "text/plain" => ("Plain text UTF-8", None, Some("x-fmt/111")),
        "text/calendar" => ("iCalendar", None, Some("fmt/388")),
        "application/xml" | "application/rdf+xml" | "application/atom+xml" => {
            ("XML", Some("1.0"), Some("fmt/101"))
        }
        "application/json" => ("JSON", None, Some("fmt/817")),
        "application/toml" => ("TOML", Some("1.0"), None),
        "application/pdf" if is_own_pdf => ("PDF/A", Some("2a"), Some("fmt/476")),
        "application/pdf" => ("PDF", None, None),
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" => {
            ("Office Open XML Workbook", None, Some("fmt/214"))
        }
        "image/svg+xml" => ("SVG", None, Some("fmt/92")),
        "image/png" => ("PNG", None, None),
        "image/jpeg" => ("JPEG", None, None),
        "font/woff2" => ("WOFF2", None, Some("fmt/1172")),
        "application/octet-stream" => ("unknown", None, None),
        // A format that archives know by its media type alone.
        other => (other, None, None),
    };
    FileFormat { name, version, media_type, pronom }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats_have_the_keys_of_pronom_whatever_the_case_of_a_name() {
        let key = |path| of(path, false).pronom;
        for (path, expected) in [
            ("webb/data/INDEX.HTML", Some("fmt/471")),
            ("webb/data/feed.xml", Some("fmt/101")),
            ("webb/data/data/catalog.rdf", Some("fmt/101")),
            ("webb/data/kalender.ics", Some("fmt/388")),
            ("kallfiler/data/avtal.PDF", None),
            ("kallfiler/data/avtal.docx", None),
        ] {
            assert_eq!(key(path), expected, "{path}");
        }
        let own = of("representations/pdf/data/a.pdf", true);
        assert_eq!((own.name, own.version, own.pronom), ("PDF/A", Some("2a"), Some("fmt/476")));
        assert_eq!(of("avtal.docx", false).name, of("avtal.docx", false).media_type);
    }
}
