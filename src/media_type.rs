//! What kind of file something is, by its name: the media types of what sites consist of, as IANA
//! has them.

/// The last extension of a name or path, in lower case; empty if there is none.
pub fn extension(path: &str) -> String {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.rsplit_once('.').map_or("", |(_, extension)| extension).to_lowercase()
}

/// The media type of a file by its name or path; that of any bytes if nothing is known.
pub fn media_type(path: &str) -> &'static str {
    let name = path.rsplit('/').next().unwrap_or(path);
    if name == "SHA256SUMS" {
        return "text/plain";
    }
    if name == "feed.xml" {
        return "application/atom+xml";
    }
    match extension(name).as_str() {
        "html" | "htm" => "text/html",
        "css" => "text/css",
        "js" | "mjs" => "text/javascript",
        "json" => "application/json",
        "xml" | "xsd" => "application/xml",
        "rdf" => "application/rdf+xml",
        "txt" => "text/plain",
        "md" => "text/markdown",
        "csv" => "text/csv",
        "ics" => "text/calendar",
        "toml" => "application/toml",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "gif" => "image/gif",
        "webp" => "image/webp",
        "avif" => "image/avif",
        "tif" | "tiff" => "image/tiff",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "woff" => "font/woff",
        "ttf" => "font/ttf",
        "otf" => "font/otf",
        "pdf" => "application/pdf",
        "xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "docx" => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "pptx" => "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        "odt" => "application/vnd.oasis.opendocument.text",
        "ods" => "application/vnd.oasis.opendocument.spreadsheet",
        "rtf" => "application/rtf",
        "zip" => "application/zip",
        "mp3" => "audio/mpeg",
        "mp4" => "video/mp4",
        "webm" => "video/webm",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_type_follows_from_the_last_extension_in_upper_or_lower_case() {
        assert_eq!(media_type("kommuner/habo/2018/AVTAL.PDF"), "application/pdf");
        assert_eq!(media_type("a.b/karta.Svg"), "image/svg+xml");
        assert_eq!(media_type("kommuner/habo/feed.xml"), "application/atom+xml");
        assert_eq!(media_type("sitemap.xml"), "application/xml");
        assert_eq!(media_type("webb/data/SHA256SUMS"), "text/plain");
        for unknown in ["pdf", "a.pdf/b", "a.", ""] {
            assert_eq!(media_type(unknown), "application/octet-stream", "{unknown}");
        }
    }
}
