//! RTF: groups in braces, control words after backslashes.

use encoding_rs::WINDOWS_1252;

use crate::markdown::ShownText;

/// Groups of these words hold no text that is shown; nor do those that begin with `\*`.
const UNSEEN: [&str; 5] = ["fonttbl", "colortbl", "stylesheet", "pict", "themedata"];

/// Reads a file.
pub(super) fn read(text: &str) -> ShownText {
    let mut shown = ShownText::default();
    // How deep the groups are, and from which depth on nothing is shown.
    let (mut depth, mut unseen): (usize, Option<usize>) = (0, None);
    let mut at = 0;
    while at < text.len() {
        let rest = &text[at..];
        let plain = rest.find(['\\', '{', '}', '\n', '\r']).unwrap_or(rest.len());
        if unseen.is_none() {
            shown.push(&rest[..plain], at..at + plain);
        }
        at += plain;
        let rest = &text[at..];
        let Some(sign) = rest.chars().next() else { break };
        let length = match sign {
            '{' => {
                depth += 1;
                1
            }
            '}' => {
                unseen = unseen.filter(|from| *from < depth);
                depth = depth.saturating_sub(1);
                1
            }
            '\\' => {
                let control = Control::read(rest);
                if unseen.is_none() && control.is_unseen() {
                    unseen = Some(depth);
                }
                if unseen.is_none() {
                    shown.push(&control.shown(), at..at + control.length);
                }
                control.length
            }
            // The lines of the file are not those of the text.
            _ => sign.len_utf8(),
        };
        at += length;
    }
    shown
}

/// What begins with a backslash.
struct Control<'a> {
    /// The word, or the sign that stands in its place.
    word: &'a str,
    /// The number after the word, or the digits of a byte.
    number: &'a str,
    length: usize,
}

impl Control<'_> {
    fn read(rest: &str) -> Control<'_> {
        let after = &rest[1..];
        let letters = after.bytes().take_while(u8::is_ascii_alphabetic).count();
        if letters == 0 {
            let sign = after.chars().next().map_or(0, char::len_utf8);
            let digits = if after.starts_with('\'') { after.get(1..3) } else { None };
            let number = digits.unwrap_or("");
            let length = 1 + sign + number.len();
            return Control { word: &after[..sign], number, length };
        }
        let (word, rest) = after.split_at(letters);
        let minus = usize::from(rest.starts_with('-'));
        let digits = rest[minus..].bytes().take(10).take_while(u8::is_ascii_digit).count();
        let number = if digits > 0 { &rest[..minus + digits] } else { "" };
        let mut length = 1 + word.len() + number.len();
        let mut after = &rest[number.len()..];
        if let Some(blank) = after.strip_prefix(' ') {
            after = blank;
            length += 1;
        }
        // What programs show that cannot show the character itself.
        if word == "u" && after.starts_with('?') {
            length += 1;
        }
        Control { word, number, length }
    }

    fn is_unseen(&self) -> bool {
        self.word == "*" || UNSEEN.contains(&self.word)
    }

    fn shown(&self) -> String {
        match self.word {
            "par" | "line" | "row" | "sect" | "page" | "\n" | "\r" => "\n".to_owned(),
            "cell" | "tab" => "\t".to_owned(),
            "~" => "\u{a0}".to_owned(),
            "_" => "\u{2011}".to_owned(),
            "emdash" => "—".to_owned(),
            "endash" => "–".to_owned(),
            "{" | "}" | "\\" => self.word.to_owned(),
            "'" => {
                let byte = u8::from_str_radix(self.number, 16).ok();
                let text = byte
                    .map(|byte| WINDOWS_1252.decode_without_bom_handling(&[byte]).0.into_owned());
                text.unwrap_or_default()
            }
            "u" => {
                let code = self.number.parse::<i64>().ok().map(|code| code.rem_euclid(65_536));
                let sign = code.and_then(|code| u32::try_from(code).ok()).and_then(char::from_u32);
                sign.map(String::from).unwrap_or_default()
            }
            // An optional hyphen is seen only where a line ends.
            _ => String::new(),
        }
    }
}
