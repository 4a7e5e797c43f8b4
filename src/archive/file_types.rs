//! Which types of files are published, by extension, and whether a file's bytes are of the type that
//! its name says.

use crate::content::Sort;

/// The extensions of files that are published: documents, tables, pictures, sound and moving
/// pictures. Browsers and servers run nothing in them.
pub(super) const PUBLISHED: [&str; 52] = [
    "pdf", "txt", "rtf", "doc", "docx", "odt", "ott", "xls", "xlsx", "ods", "csv", "tsv", "ppt",
    "pptx", "odp", "odg", "json", "geojson", "ics", "vtt", "srt", "log", "zip", "epub", "png",
    "jpg", "jpeg", "gif", "webp", "avif", "bmp", "svg", "tif", "tiff", "heic", "heif", "jp2",
    "mp3", "m4a", "aac", "wav", "flac", "ogg", "oga", "opus", "mp4", "m4v", "mov", "webm", "ogv",
    "mpg", "avi",
];

/// The extensions of pictures that browsers show.
pub(super) const SHOWN: [&str; 8] = ["png", "jpg", "jpeg", "gif", "webp", "avif", "bmp", "svg"];

/// The extensions that only a theme's own files have: style sheets, scripts, typefaces, icons.
const OF_A_THEME: [&str; 10] =
    ["css", "js", "mjs", "map", "webmanifest", "woff", "woff2", "ttf", "otf", "ico"];

/// What a web server may run wherever it stands among a name's extensions, as in `a.php.css`.
const RUN: [&str; 22] = [
    "php", "php3", "php4", "php5", "php7", "php8", "phps", "phtml", "phar", "asp", "aspx", "ashx",
    "asmx", "cshtml", "jsp", "jspx", "cgi", "fcgi", "pl", "py", "rb", "shtml",
];

/// The last extension of a name, in lower case; empty if it has none.
pub(super) fn extension_of(name: &str) -> String {
    match name.rsplit_once('.') {
        Some((stem, extension)) if !stem.is_empty() => extension.to_lowercase(),
        _ => String::new(),
    }
}

pub(super) fn is_of_a_theme(extension: &str) -> bool {
    OF_A_THEME.contains(&extension)
}

/// The extension within a name for which a web server may run the file.
pub(super) fn runs_on_a_server(name: &str) -> Option<&'static str> {
    let mut inner = name.split('.').skip(1);
    inner.find_map(|part| RUN.into_iter().find(|run| part.eq_ignore_ascii_case(run)))
}

pub(super) fn is_picture(sort: Sort) -> bool {
    match sort {
        Sort::Drawing { .. } => true,
        Sort::Known(media_type) => media_type.starts_with("image/"),
        Sort::Empty | Sort::Pointer | Sort::Source | Sort::WebPage | Sort::Other => false,
    }
}

/// Whether bytes of this sort belong under an extension. Only what is certain is told: a type that
/// was recognised as another, or a type with a signature that every file of it has.
pub(super) fn fits(extension: &str, sort: Sort) -> bool {
    let media_type = match sort {
        Sort::Known(media_type) => media_type,
        Sort::WebPage => return false,
        Sort::Drawing { .. } => return extension == "svg",
        Sort::Empty | Sort::Pointer | Sort::Source | Sort::Other => "",
    };
    let signed: &[&str] = match extension {
        "pdf" => &["application/pdf"],
        "png" => &["image/png", "image/vnd.mozilla.apng"],
        "jpg" | "jpeg" => &["image/jpeg"],
        "gif" => &["image/gif"],
        "webp" => &["image/webp"],
        "tif" | "tiff" => &["image/tiff"],
        "bmp" => &["image/bmp"],
        "docx" | "xlsx" | "pptx" | "odt" | "ott" | "ods" | "odp" | "odg" | "zip" | "epub" => {
            return media_type.contains("zip")
                || media_type.contains("openxmlformats")
                || media_type.contains("opendocument");
        }
        "doc" | "xls" | "ppt" => {
            // The oldest of them have no signature, and some programs write RTF or pages as such.
            return media_type.is_empty()
                || media_type.contains("ms")
                || media_type.contains("ole")
                || media_type.contains("rtf");
        }
        "rtf" => &["application/rtf", "text/rtf"],
        "avif" | "heic" | "heif" => {
            return media_type.is_empty() || media_type.starts_with("image/");
        }
        "txt" | "csv" | "tsv" | "json" | "geojson" | "ics" | "vtt" | "srt" | "log" => {
            return media_type.is_empty();
        }
        // What a theme makes pages with.
        "css" | "js" | "mjs" | "map" | "webmanifest" => return media_type.is_empty(),
        "woff" | "woff2" | "ttf" | "otf" => {
            return media_type.is_empty() || media_type.contains("font");
        }
        "ico" => return media_type.is_empty() || media_type.starts_with("image/"),
        "mp3" | "wav" | "flac" | "aac" => {
            return media_type.is_empty() || media_type.starts_with("audio/");
        }
        _ => {
            let moving = ["audio/", "video/", "application/ogg"];
            return media_type.is_empty() || moving.iter().any(|it| media_type.starts_with(it));
        }
    };
    // Some RTF and other files of text are not recognised.
    signed.contains(&media_type) || (extension == "rtf" && media_type.is_empty())
}
