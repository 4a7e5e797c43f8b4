//! The points of a drawing, which are numbers that nobody reads.

/// The attributes of SVG that hold rows of numbers.
const ROWS: [&str; 12] = [
    "d",
    "points",
    "transform",
    "gradientTransform",
    "patternTransform",
    "viewBox",
    "values",
    "kernelMatrix",
    "tableValues",
    "stroke-dasharray",
    "x",
    "y",
];

/// A drawing with an `x` for every digit of a row of numbers; all else stays in its place.
pub(in crate::content) fn without_points(drawing: &str) -> String {
    let mut bytes = drawing.as_bytes().to_vec();
    for (at, _) in drawing.match_indices('=') {
        let before = drawing[..at].trim_end();
        let name = before.rsplit(|c: char| c.is_whitespace()).next().unwrap_or("");
        let rest = drawing[at + 1..].trim_start();
        let quote = rest.chars().next().filter(|c| matches!(c, '"' | '\''));
        let Some(quote) = quote.filter(|_| ROWS.contains(&name)) else { continue };
        let start = drawing.len() - rest.len() + 1;
        let end = drawing[start..].find(quote).map_or(start, |length| start + length);
        for byte in &mut bytes[start..end] {
            if byte.is_ascii_digit() {
                *byte = b'x';
            }
        }
    }
    String::from_utf8(bytes).unwrap_or_else(|_| drawing.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_of_numbers_are_left_out_and_words_are_not() {
        assert_eq!(
            without_points("<path d='M12 1' id=\"1\"/><g points = \"1 2\">3 d=4</g>"),
            "<path d='Mxx x' id=\"1\"/><g points = \"x x\">3 d=4</g>"
        );
        assert_eq!(
            without_points("<text x='1' aria-label='1å'>1"),
            "<text x='x' aria-label='1å'>1"
        );
        for odd in ["d=", "d='", "d='1", "=", "d=å", ""] {
            assert_eq!(without_points(odd).len(), odd.len());
        }
    }
}
