//! What archives call the formats of a package's files: media types, and the keys of PRONOM, the
//! British National Archives' register.

/// A format.
#[derive(Debug, Clone, Copy)]
pub struct FileFormat {
    pub name: &'static str,
    pub version: Option<&'static str>,
    pub media_type: &'static str,
    /// Its key in PRONOM.
    pub pronom: Option<&'static str>,
}

const fn format(
    name: &'static str,
    media_type: &'static str,
    pronom: Option<&'static str>,
) -> FileFormat {
    FileFormat { name, version: None, media_type, pronom }
}

/// The format of a file, by its extension; `pdf_a` is that of the program's own PDF.
pub fn of(path: &str, is_own_pdf: bool) -> FileFormat {
    let name = path.rsplit('/').next().unwrap_or(path);
    match name.rsplit_once('.').map_or("", |(_, extension)| extension) {
        "html" => format("HTML", "text/html", Some("fmt/471")),
        "css" => format("CSS", "text/css", Some("x-fmt/224")),
        "md" => format("Markdown", "text/markdown", Some("fmt/1149")),
        "xml" | "rdf" => {
            FileFormat { version: Some("1.0"), ..format("XML", "application/xml", Some("fmt/101")) }
        }
        "csv" => format("CSV", "text/csv", Some("x-fmt/18")),
        "pdf" if is_own_pdf => FileFormat {
            version: Some("2a"),
            ..format("PDF/A", "application/pdf", Some("fmt/476"))
        },
        "pdf" => format("PDF", "application/pdf", None),
        "svg" => format("SVG", "image/svg+xml", Some("fmt/92")),
        "woff2" => format("WOFF2", "font/woff2", Some("fmt/1172")),
        "js" => format("JavaScript", "text/javascript", Some("x-fmt/423")),
        "txt" => format("Plain text UTF-8", "text/plain", Some("x-fmt/111")),
        "ics" => format("iCalendar", "text/calendar", Some("fmt/388")),
        "json" => format("JSON", "application/json", Some("fmt/817")),
        "toml" => FileFormat { version: Some("1.0"), ..format("TOML", "application/toml", None) },
        "xlsx" => format(
            "Office Open XML Workbook",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Some("fmt/214"),
        ),
        "png" => format("PNG", "image/png", None),
        "jpg" | "jpeg" => format("JPEG", "image/jpeg", None),
        _ if name == "SHA256SUMS" => format("Plain text UTF-8", "text/plain", Some("x-fmt/111")),
        _ => format("unknown", "application/octet-stream", None),
    }
}
