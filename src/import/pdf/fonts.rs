//! The typefaces of a PDF: what their codes mean, and how wide they are.

use std::collections::BTreeMap;

use hayro_syntax::object::{Array, Dict, Name, Object, Stream};

use super::bounded::fits;
use super::encodings;
use super::to_unicode::CodeTexts;

/// A typeface.
pub struct PdfFont {
    texts: CodeTexts,
    /// Whether a code is two bytes.
    wide: bool,
    /// Whether its letters are signs, such as bullets.
    symbols: bool,
    encoding: Option<String>,
    /// The texts of single codes that differ from the encoding.
    differing: BTreeMap<u8, Option<String>>,
    widths: BTreeMap<u32, f64>,
    usual_width: f64,
}

/// A code that is shown.
pub struct ShownCode {
    /// `None` if nothing says what it means.
    pub text: Option<String>,
    /// In thousandths of the size.
    pub width: f64,
    /// Whether it is the code to which the spacing of words is added.
    pub is_space: bool,
}

impl PdfFont {
    pub fn read(font: &Dict<'_>) -> PdfFont {
        let name = |dict: &Dict<'_>, key: &str| {
            dict.get::<Name<'_>>(key).map(|name| name.as_str().to_owned())
        };
        let table = font.get::<Stream<'_>>("ToUnicode");
        let table = table
            .filter(fits)
            .and_then(|table| table.decoded_data().ok().map(|it| it.into_owned()));
        let texts = table.map(|table| CodeTexts::parse(&table)).unwrap_or_default();
        let wide = name(font, "Subtype").as_deref() == Some("Type0");
        let base = name(font, "BaseFont").unwrap_or_default();
        let symbols = ["Symbol", "Wingdings", "Webdings", "Dingbats"];
        let symbols = symbols.iter().any(|own| base.contains(own));
        let (encoding, differing) = match font.get::<Object<'_>>("Encoding") {
            Some(Object::Name(name)) => (Some(name.as_str().to_owned()), BTreeMap::new()),
            Some(Object::Dict(dict)) => (name(&dict, "BaseEncoding"), differing(&dict)),
            _ => (None, BTreeMap::new()),
        };
        let (widths, usual_width) = if wide { wide_widths(font) } else { widths(font) };
        PdfFont { texts, wide, symbols, encoding, differing, widths, usual_width }
    }

    /// The codes of a text.
    pub fn codes(&self, bytes: &[u8]) -> Vec<ShownCode> {
        let length = if self.wide { 2 } else { 1 };
        let codes = bytes.chunks(length).map(|code| {
            let number = code.iter().fold(0_u32, |number, byte| number << 8 | u32::from(*byte));
            let width = self.widths.get(&number).copied().unwrap_or(self.usual_width);
            let is_space = !self.wide && number == 32;
            ShownCode { text: self.text(number), width, is_space }
        });
        codes.collect()
    }

    fn text(&self, code: u32) -> Option<String> {
        if let Some(text) = self.texts.text(code) {
            return Some(text.chars().map(ligature).collect());
        }
        // The signs of such a typeface are drawn before the items of lists.
        if self.symbols {
            return Some("•".to_owned());
        }
        if self.wide {
            return None;
        }
        let code = u8::try_from(code).ok()?;
        match self.differing.get(&code) {
            Some(text) => text.clone(),
            None => {
                // A table that leaves a code out means that it has no text.
                let known = encodings::character(self.encoding.as_deref(), code);
                known.filter(|_| self.texts.is_empty() || code.is_ascii()).map(String::from)
            }
        }
    }
}

/// Two letters in one.
fn ligature(character: char) -> String {
    match character {
        '\u{fb00}' => "ff".to_owned(),
        '\u{fb01}' => "fi".to_owned(),
        '\u{fb02}' => "fl".to_owned(),
        '\u{fb03}' => "ffi".to_owned(),
        '\u{fb04}' => "ffl".to_owned(),
        '\t' | '\r' | '\n' => " ".to_owned(),
        other => other.to_string(),
    }
}

fn differing(encoding: &Dict<'_>) -> BTreeMap<u8, Option<String>> {
    let mut found = BTreeMap::new();
    let mut code = 0_u8;
    for entry in
        encoding.get::<Array<'_>>("Differences").iter().flat_map(|it| it.iter::<Object<'_>>())
    {
        match entry {
            Object::Number(number) => code = u8::try_from(number.as_i64()).unwrap_or(0),
            Object::Name(name) => {
                found.insert(code, encodings::named(name.as_str()));
                code = code.wrapping_add(1);
            }
            _ => {}
        }
    }
    found
}

fn widths(font: &Dict<'_>) -> (BTreeMap<u32, f64>, f64) {
    let first = font.get::<i32>("FirstChar").and_then(|first| u32::try_from(first).ok());
    let widths = font.get::<Array<'_>>("Widths");
    let widths = widths.iter().flat_map(|it| it.iter::<f32>()).take(256);
    let codes = first.unwrap_or(0)..;
    let found: BTreeMap<u32, f64> = codes.zip(widths.map(f64::from)).collect();
    (found, 500.0)
}

fn wide_widths(font: &Dict<'_>) -> (BTreeMap<u32, f64>, f64) {
    let descendants = font.get::<Array<'_>>("DescendantFonts");
    let inner = descendants.and_then(|it| it.iter::<Dict<'_>>().next());
    let Some(inner) = inner else { return (BTreeMap::new(), 1000.0) };
    let usual = inner.get::<f32>("DW").map_or(1000.0, f64::from);
    let mut found = BTreeMap::new();
    let listed = inner.get::<Array<'_>>("W");
    let mut entries = listed.iter().flat_map(|it| it.iter::<Object<'_>>());
    let whole = |object: Object<'_>| match object {
        Object::Number(number) => u32::try_from(number.as_i64()).ok(),
        _ => None,
    };
    while let Some(first) = entries.next().and_then(whole) {
        match entries.next() {
            Some(Object::Array(widths)) => {
                found.extend((first..).zip(widths.iter::<f32>().map(f64::from)));
            }
            Some(last) => {
                let Some(last) = whole(last) else { break };
                let Some(Object::Number(width)) = entries.next() else { break };
                for code in first..=last.min(first.saturating_add(65_535)) {
                    found.insert(code, width.as_f64());
                }
            }
            None => break,
        }
    }
    (found, usual)
}
