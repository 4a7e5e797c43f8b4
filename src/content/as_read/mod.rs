//! What the readers of a published file see of it: a text without the escapes, folds and tags of
//! its format. Lines end in `\n`, cells in a tab, and everything leads back to where it is written.

mod escapes;
mod marked;
mod points;
mod rtf;

use crate::markdown::{self, ShownText};
use marked::MarkedForm;
pub(super) use marked::entity;
pub(super) use points::without_points;

/// A file as it is read, and whether its cells are in columns.
pub(super) struct AsRead {
    pub shown: ShownText,
    pub columns: bool,
}

/// Reads a file with this extension; a text of a format that is not known is read as it stands.
pub(super) fn as_read(extension: &str, text: &str) -> AsRead {
    let (shown, columns) = match extension {
        "md" => (markdown::shown(text), true),
        "csv" | "tsv" => (table(text), true),
        "html" | "htm" => (marked::read(text, MarkedForm::Page), true),
        "svg" => (marked::read(text, MarkedForm::Drawing), false),
        "xml" => (marked::read(text, MarkedForm::Data), false),
        "json" | "geojson" | "js" | "mjs" | "map" | "webmanifest" => (escapes::json(text), false),
        "ics" => (escapes::calendar(text), false),
        "rtf" => (rtf::read(text), true),
        _ => {
            let mut shown = ShownText::default();
            shown.push(text, 0..text.len());
            (shown, true)
        }
    };
    AsRead { shown, columns }
}

/// A table: cells are divided by tabs, semicolons or bars; by commas on a line that has none of
/// them, since a comma is also part of a number.
fn table(text: &str) -> ShownText {
    let mut shown = ShownText::default();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let by_comma = !line.contains([';', '\t', '|']);
        let mut from = 0;
        for (at, sign) in line.char_indices() {
            let divides = matches!(sign, ';' | '\t' | '|') || (by_comma && sign == ',');
            if divides || sign == '"' {
                shown.push(&line[from..at], start + from..start + at);
                let place = start + at..start + at + 1;
                shown.push(if divides { "\t" } else { "" }, place);
                from = at + 1;
            }
        }
        shown.push(&line[from..], start + from..start + line.len());
        start += line.len();
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(extension: &str, text: &str) -> String {
        as_read(extension, text).shown.text
    }

    #[test]
    fn a_file_is_read_without_what_belongs_to_its_format() {
        assert_eq!(read("txt", "a;b\n\\c"), "a;b\n\\c");
        assert_eq!(read("csv", "\"a\";b,c\nd,e\n"), "a\tb,c\nd\te\n");
        assert_eq!(read("tsv", "a\tb"), "a\tb");
        assert_eq!(read("json", r#"{"a":"1\u002d2\ud83d\ude00\n\"\q"}"#), "{\"a\":\"1-2😀 \"q\"}");
        assert_eq!(read("ics", "A:b\n c\\, d\\ne\n\tf"), "A:bc, d\nef");
        assert_eq!(read("html", "<p>a<b>b</b> &ndash;&#45;\n c</p><p>d"), "\nab –- c\nd");
        assert_eq!(read("html", "<tr><td>a</td><td>b</td></tr>"), "\na\tb\t\n");
        assert_eq!(read("html", "a<!-- b -->c < d & e"), "ac < d & e");
        assert_eq!(
            read("svg", "<text>a<tspan>b</tspan><tspan x='1'>c</tspan></text>"),
            "\nab\nc\n"
        );
        assert_eq!(read("xml", "<a><b>c</b><d>e</d></a><![CDATA[<f>]]>"), "\tc\te\t<f>");
        let rtf = r"{\rtf1\ansi{\fonttbl{\f0 Arial;}}\f0 a\-b {\b c}d\'e5\u8211?e\par f\cell g}";
        assert_eq!(read("rtf", rtf), "ab cdå–e\nf\tg");
        assert_eq!(read("md", "a**b**\\-c"), "ab-c\n");
    }

    #[test]
    fn what_is_read_leads_back_to_where_it_is_written() {
        for (extension, text, part, written) in [
            ("json", r#"["x 12\u002d34 y"]"#, "12-34", r"12\u002d34"),
            ("ics", "A:x12-\n 34", "12-34", "12-\n 34"),
            ("svg", "<text>x 12<tspan>-34</tspan></text>", "12-34", "12<tspan>-34"),
            ("rtf", r"{\rtf1 x 12\-34 y}", "1234", r"12\-34"),
            ("csv", "a;12;34", "12\t34", "12;34"),
        ] {
            let AsRead { shown, .. } = as_read(extension, text);
            let at = shown.text.find(part).expect("shown");
            assert_eq!(&text[shown.written(at..at + part.len())], written, "{extension}");
        }
    }

    #[test]
    fn half_a_format_is_read_to_its_end() {
        for text in ["<", "<a", "<!--", "<![CDATA[", "&", "&#", "&#x110000;", "\\", "\\u", "{", "}"]
        {
            for extension in ["csv", "html", "svg", "xml", "json", "ics", "rtf", "md", "txt"] {
                let _ = read(extension, text);
                let _ = read(extension, &format!("å{text}å"));
            }
        }
    }
}
