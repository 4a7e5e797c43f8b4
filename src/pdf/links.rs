//! Links as they are from where a PDF is.

/// Whether a link is more than a way from the page.
pub(super) fn has_scheme(href: &str) -> bool {
    let scheme = href.split_once(':').map_or("", |(scheme, _)| scheme);
    let is_part = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'-' | b'.');
    !scheme.is_empty() && scheme.bytes().all(is_part)
}

/// A relative link from a page, as seen from where the page's address is seen.
pub fn resolved(from: &str, href: &str) -> String {
    // Nothing is above the root of a host.
    let root = from.find("://").map_or(0, |at| {
        let host = at + "://".len();
        from[host..].find('/').map_or(from.len(), |slash| host + slash + 1)
    });
    let (root, path) = from.split_at(root);
    let mut segments: Vec<&str> = path.split('/').collect();
    segments.pop();
    let mut rest = href;
    loop {
        if let Some(after) = rest.strip_prefix("../") {
            match segments.last() {
                Some(&"..") | None if root.is_empty() => segments.push(".."),
                _ => {
                    segments.pop();
                }
            }
            rest = after;
        } else if let Some(after) = rest.strip_prefix("./") {
            rest = after;
        } else {
            break;
        }
    }
    segments.push(rest);
    format!("{root}{}", segments.join("/"))
}
