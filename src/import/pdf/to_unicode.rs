//! The table by which a typeface in a PDF says what its codes mean, in the language of PostScript.

use std::collections::BTreeMap;

/// The texts of codes.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct CodeTexts(BTreeMap<u32, String>);

/// How many codes a table may have; there are no more of two bytes.
const MOST: usize = 65_536;

/// A word of the table.
#[derive(Debug, PartialEq)]
enum Token<'a> {
    Hex(Vec<u8>),
    Open,
    Close,
    Word(&'a [u8]),
}

impl CodeTexts {
    pub fn parse(table: &[u8]) -> CodeTexts {
        let mut texts = BTreeMap::new();
        let mut words = HexWords(table);
        while let Some(word) = words.next() {
            match word {
                Token::Word(b"beginbfchar") => single(&mut words, &mut texts),
                Token::Word(b"beginbfrange") => ranges(&mut words, &mut texts),
                _ => {}
            }
        }
        CodeTexts(texts)
    }

    pub fn text(&self, code: u32) -> Option<&str> {
        self.0.get(&code).map(String::as_str)
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

fn single(words: &mut HexWords<'_>, texts: &mut BTreeMap<u32, String>) {
    while let (Some(Token::Hex(code)), Some(Token::Hex(text))) = (words.next(), words.next()) {
        if texts.len() < MOST {
            texts.insert(number(&code), utf_16(&text));
        }
    }
}

fn ranges(words: &mut HexWords<'_>, texts: &mut BTreeMap<u32, String>) {
    while let (Some(Token::Hex(first)), Some(Token::Hex(last))) = (words.next(), words.next()) {
        let (first, last) = (number(&first), number(&last));
        match words.next() {
            Some(Token::Hex(text)) => {
                // The last character goes up with the code.
                let mut units: Vec<u16> = units(&text);
                for code in first..=last.min(first.saturating_add(65_535)) {
                    if texts.len() >= MOST {
                        return;
                    }
                    texts.insert(code, String::from_utf16_lossy(&units));
                    match units.last_mut() {
                        Some(unit) => *unit = unit.wrapping_add(1),
                        None => break,
                    }
                }
            }
            Some(Token::Open) => {
                let mut code = first;
                while let Some(Token::Hex(text)) = words.next() {
                    if texts.len() < MOST {
                        texts.insert(code, utf_16(&text));
                    }
                    code = code.saturating_add(1);
                }
            }
            _ => return,
        }
    }
}

fn number(bytes: &[u8]) -> u32 {
    bytes.iter().take(4).fold(0, |number, byte| number << 8 | u32::from(*byte))
}

fn units(bytes: &[u8]) -> Vec<u16> {
    match bytes {
        [only] => vec![u16::from(*only)],
        bytes => bytes.chunks_exact(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]])).collect(),
    }
}

fn utf_16(bytes: &[u8]) -> String {
    String::from_utf16_lossy(&units(bytes))
}

/// The words that remain.
struct HexWords<'a>(&'a [u8]);

impl<'a> Iterator for HexWords<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        loop {
            let rest = self.0.trim_ascii_start();
            let (first, after) = rest.split_first()?;
            match first {
                b'%' => {
                    let end = after.iter().position(|byte| matches!(byte, b'\n' | b'\r'));
                    self.0 = end.map_or(&[][..], |end| &after[end..]);
                }
                b'[' => {
                    self.0 = after;
                    return Some(Token::Open);
                }
                b']' => {
                    self.0 = after;
                    return Some(Token::Close);
                }
                b'<' if after.first() != Some(&b'<') => {
                    let end = after.iter().position(|byte| *byte == b'>').unwrap_or(after.len());
                    self.0 = after.get(end + 1..).unwrap_or_default();
                    return Some(Token::Hex(hexadecimal(&after[..end])));
                }
                _ => {
                    let is_end = |byte: &u8| {
                        byte.is_ascii_whitespace() || matches!(byte, b'<' | b'[' | b']' | b'%')
                    };
                    let end = after.iter().position(is_end).unwrap_or(after.len());
                    self.0 = &after[end..];
                    return Some(Token::Word(&rest[..=end]));
                }
            }
        }
    }
}

fn hexadecimal(digits: &[u8]) -> Vec<u8> {
    let digits: Vec<u8> = digits
        .iter()
        .filter_map(|digit| char::from(*digit).to_digit(16))
        .filter_map(|digit| u8::try_from(digit).ok())
        .collect();
    digits.chunks(2).map(|pair| pair[0] << 4 | pair.get(1).copied().unwrap_or(0)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_one_by_one_and_in_ranges() {
        let table = b"/CIDInit /ProcSet findresource begin\n1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n\
            2 beginbfchar\n<0003> <0020>\n<0010><00660069>\nendbfchar\n\
            2 beginbfrange\n<0024> <0026> <0041>\n<0030> <0031> [<00E5> <D83DDE00>]\nendbfrange\n% slut\nend";
        let texts = CodeTexts::parse(table);
        let found: Vec<_> =
            [3, 0x10, 0x24, 0x26, 0x27, 0x30, 0x31].map(|code| texts.text(code)).into();
        assert_eq!(
            found,
            [Some(" "), Some("fi"), Some("A"), Some("C"), None, Some("å"), Some("😀")]
        );
        for broken in
            [&b"beginbfrange <00>"[..], b"beginbfchar <", b"beginbfrange <00> <FFFFFFFF> <>", b""]
        {
            assert!(CodeTexts::parse(broken).0.len() <= MOST);
        }
    }
}
