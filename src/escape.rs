//! Text made safe for HTML and XML.

/// Appends text with `&`, `<`, `>`, `"` and `'` as references.
pub fn html(text: &str, out: &mut String) {
    let mut rest = text;
    let special = |byte| matches!(byte, b'&' | b'<' | b'>' | b'"' | b'\'');
    while let Some(at) = rest.bytes().position(special) {
        out.push_str(&rest[..at]);
        out.push_str(match rest.as_bytes()[at] {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'"' => "&quot;",
            _ => "&#39;",
        });
        rest = &rest[at + 1..];
    }
    out.push_str(rest);
}

/// Appends text for XML: as for HTML, and without the characters that XML 1.0 forbids.
pub fn xml(text: &str, out: &mut String) {
    if text.chars().all(allowed_in_xml) {
        html(text, out);
    } else {
        html(&text.chars().filter(|c| allowed_in_xml(*c)).collect::<String>(), out);
    }
}

fn allowed_in_xml(character: char) -> bool {
    matches!(character, '\t' | '\n' | '\r' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..)
}
