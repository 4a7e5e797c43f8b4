//! JSON that can be read and compared, and is not larger than it must be: objects and lists are
//! indented by two spaces down to a depth, and whatever is deeper stands on one line.

use std::io::{self, Write};

use serde::Serialize;
use serde_json::Serializer;
use serde_json::ser::{CompactFormatter, Formatter};

/// A value as JSON with a final newline. `depth` is how many objects and lists around a value are
/// written over several lines: with 2, each item of the lists in an object has a line.
pub fn json_lines(value: &impl Serialize, depth: usize) -> Vec<u8> {
    let mut json = Vec::with_capacity(64 << 10);
    let lines = Lines { most: depth, open: 0, is_empty: true };
    // What is written here consists of structs, lists and texts, so that writing it cannot fail.
    let written = value.serialize(&mut Serializer::with_formatter(&mut json, lines));
    debug_assert!(written.is_ok());
    json.push(b'\n');
    json
}

struct Lines {
    most: usize,
    /// How many objects and lists are open.
    open: usize,
    /// Whether the innermost has nothing yet.
    is_empty: bool,
}

impl Lines {
    fn open<W: Write + ?Sized>(&mut self, to: &mut W, bracket: &[u8]) -> io::Result<()> {
        self.open += 1;
        self.is_empty = true;
        to.write_all(bracket)
    }

    fn close<W: Write + ?Sized>(&mut self, to: &mut W, bracket: &[u8]) -> io::Result<()> {
        self.open -= 1;
        if !self.is_empty && self.open < self.most {
            self.line(to)?;
        }
        self.is_empty = false;
        to.write_all(bracket)
    }

    /// Before an item of the innermost.
    fn item<W: Write + ?Sized>(&mut self, to: &mut W, first: bool) -> io::Result<()> {
        self.is_empty = false;
        if !first {
            to.write_all(b",")?;
        }
        if self.open <= self.most { self.line(to) } else { Ok(()) }
    }

    fn line<W: Write + ?Sized>(&self, to: &mut W) -> io::Result<()> {
        // Deeper than anything that is written over several lines.
        const INDENTED: &[u8] = b"\n                    ";
        debug_assert!(2 * self.open < INDENTED.len(), "{} deep", self.open);
        to.write_all(&INDENTED[..(1 + 2 * self.open).min(INDENTED.len())])
    }
}

impl Formatter for Lines {
    fn begin_array<W: Write + ?Sized>(&mut self, to: &mut W) -> io::Result<()> {
        self.open(to, b"[")
    }

    fn end_array<W: Write + ?Sized>(&mut self, to: &mut W) -> io::Result<()> {
        self.close(to, b"]")
    }

    fn begin_array_value<W: Write + ?Sized>(&mut self, to: &mut W, first: bool) -> io::Result<()> {
        self.item(to, first)
    }

    fn begin_object<W: Write + ?Sized>(&mut self, to: &mut W) -> io::Result<()> {
        self.open(to, b"{")
    }

    fn end_object<W: Write + ?Sized>(&mut self, to: &mut W) -> io::Result<()> {
        self.close(to, b"}")
    }

    fn begin_object_key<W: Write + ?Sized>(&mut self, to: &mut W, first: bool) -> io::Result<()> {
        self.item(to, first)
    }

    fn begin_object_value<W: Write + ?Sized>(&mut self, to: &mut W) -> io::Result<()> {
        CompactFormatter.begin_object_value(to)?;
        if self.open <= self.most { to.write_all(b" ") } else { Ok(()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn items_stand_on_lines_of_their_own_down_to_a_depth() {
        let value = json!({ "a": [{ "b": [1, 2], "c": {} }, {}], "d": [], "e": "x" });
        let text = |depth| String::from_utf8(json_lines(&value, depth)).unwrap();
        assert_eq!(
            text(2),
            concat!(
                "{\n",
                "  \"a\": [\n",
                "    {\"b\":[1,2],\"c\":{}},\n",
                "    {}\n",
                "  ],\n",
                "  \"d\": [],\n",
                "  \"e\": \"x\"\n",
                "}\n"
            )
        );
        assert_eq!(text(0), "{\"a\":[{\"b\":[1,2],\"c\":{}},{}],\"d\":[],\"e\":\"x\"}\n");
        let pretty = serde_json::to_string_pretty(&value).unwrap();
        assert_eq!(text(9), format!("{pretty}\n"));
    }
}
