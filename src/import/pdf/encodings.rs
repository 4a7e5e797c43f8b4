//! What the codes of a simple typeface mean when it does not say so itself: by the names of the
//! encoding, and of the single letters that differ from it.

use encoding_rs::{MACINTOSH, WINDOWS_1252};

/// The character of a code in an encoding that PDFs name.
pub fn character(encoding: Option<&str>, code: u8) -> Option<char> {
    let by = match encoding {
        Some("MacRomanEncoding") => MACINTOSH,
        Some("WinAnsiEncoding") => WINDOWS_1252,
        // The letters of ASCII are the same in all others.
        _ if code.is_ascii() => WINDOWS_1252,
        _ => return None,
    };
    let bytes = [code];
    let (text, _) = by.decode_without_bom_handling(&bytes);
    text.chars().next().filter(|character| !character.is_control())
}

/// The character of this name, among those that Nordic texts have.
pub fn named(name: &str) -> Option<String> {
    let name = name.split('.').next().unwrap_or_default();
    if let Some(found) = NAMES.iter().find(|(own, _)| *own == name) {
        return Some(found.1.to_owned());
    }
    let mut letters = name.chars();
    if let (Some(only), None) = (letters.next(), letters.next())
        && only.is_ascii_alphanumeric()
    {
        return Some(only.to_string());
    }
    let hexadecimal = name.strip_prefix("uni").or(name.strip_prefix('u'))?;
    let code = u32::from_str_radix(hexadecimal.get(..hexadecimal.len().min(6))?, 16).ok()?;
    char::from_u32(code).map(String::from)
}

/// Adobe's names of characters.
const NAMES: [(&str, &str); 104] = [
    ("space", " "),
    ("nbspace", " "),
    ("nonbreakingspace", " "),
    ("exclam", "!"),
    ("quotedbl", "\""),
    ("numbersign", "#"),
    ("dollar", "$"),
    ("percent", "%"),
    ("ampersand", "&"),
    ("quotesingle", "'"),
    ("quoteright", "’"),
    ("quoteleft", "‘"),
    ("parenleft", "("),
    ("parenright", ")"),
    ("asterisk", "*"),
    ("plus", "+"),
    ("comma", ","),
    ("hyphen", "-"),
    ("sfthyphen", "\u{ad}"),
    ("minus", "−"),
    ("period", "."),
    ("slash", "/"),
    ("zero", "0"),
    ("one", "1"),
    ("two", "2"),
    ("three", "3"),
    ("four", "4"),
    ("five", "5"),
    ("six", "6"),
    ("seven", "7"),
    ("eight", "8"),
    ("nine", "9"),
    ("colon", ":"),
    ("semicolon", ";"),
    ("less", "<"),
    ("equal", "="),
    ("greater", ">"),
    ("question", "?"),
    ("at", "@"),
    ("bracketleft", "["),
    ("backslash", "\\"),
    ("bracketright", "]"),
    ("underscore", "_"),
    ("braceleft", "{"),
    ("bar", "|"),
    ("braceright", "}"),
    ("endash", "–"),
    ("emdash", "—"),
    ("bullet", "•"),
    ("ellipsis", "…"),
    ("quotedblleft", "“"),
    ("quotedblright", "”"),
    ("quotedblbase", "„"),
    ("guillemotleft", "«"),
    ("guillemotright", "»"),
    ("section", "§"),
    ("degree", "°"),
    ("periodcentered", "·"),
    ("middot", "·"),
    ("aring", "å"),
    ("adieresis", "ä"),
    ("odieresis", "ö"),
    ("Aring", "Å"),
    ("Adieresis", "Ä"),
    ("Odieresis", "Ö"),
    ("ae", "æ"),
    ("oslash", "ø"),
    ("AE", "Æ"),
    ("Oslash", "Ø"),
    ("eacute", "é"),
    ("Eacute", "É"),
    ("egrave", "è"),
    ("Egrave", "È"),
    ("ecircumflex", "ê"),
    ("edieresis", "ë"),
    ("aacute", "á"),
    ("agrave", "à"),
    ("acircumflex", "â"),
    ("iacute", "í"),
    ("icircumflex", "î"),
    ("idieresis", "ï"),
    ("oacute", "ó"),
    ("ograve", "ò"),
    ("ocircumflex", "ô"),
    ("uacute", "ú"),
    ("ugrave", "ù"),
    ("udieresis", "ü"),
    ("Udieresis", "Ü"),
    ("ntilde", "ñ"),
    ("ccedilla", "ç"),
    ("germandbls", "ß"),
    ("dotlessi", "ı"),
    ("scaron", "š"),
    ("zcaron", "ž"),
    ("cacute", "ć"),
    ("fi", "fi"),
    ("fl", "fl"),
    ("ff", "ff"),
    ("ffi", "ffi"),
    ("ffl", "ffl"),
    ("acute", "´"),
    ("grave", "`"),
    ("half", "½"),
    ("Euro", "€"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_and_names_are_known() {
        assert_eq!(character(Some("WinAnsiEncoding"), 0xe5), Some('å'));
        assert_eq!(character(Some("MacRomanEncoding"), 0x8c), Some('å'));
        assert_eq!(character(None, b'a'), Some('a'));
        assert_eq!(character(None, 0xe5), None);
        let names = ["adieresis", "A", "uni00E5", "f_i.alt", "g42", "fi.liga"];
        let found = names.map(|name| named(name).unwrap_or_default());
        assert_eq!(found, ["ä", "A", "å", "", "", "fi"]);
    }
}
