//! What the parts of a document look like: faces, sizes, colours and distances. Lengths are in
//! points.

use super::faces::Face;
use super::tree::PageElement;

/// The page: A4.
pub const PAGE: (f32, f32) = (595.28, 841.89);
/// The text's margins.
pub const LEFT: f32 = 68.0;
pub const RIGHT: f32 = 68.0;
pub const TOP: f32 = 72.0;
pub const BOTTOM: f32 = 72.0;
/// The width of the text.
pub const MEASURE: f32 = PAGE.0 - LEFT - RIGHT;
/// The size of running text.
pub const SIZE: f32 = 10.5;

/// A colour: red, green, blue. Each of those for text has a contrast of at least 4.5:1 to white.
pub type Colour = (u8, u8, u8);
pub const INK: Colour = (0x1a, 0x1f, 0x2b);
pub const MUTED: Colour = (0x4a, 0x52, 0x63);
pub const LINK: Colour = (0x00, 0x49, 0x8f);
pub const LINE: Colour = (0xc9, 0xc5, 0xb8);
pub const RAIL: Colour = (0x6b, 0x74, 0x86);
pub const MARK: Colour = (0xe4, 0xe4, 0xe8);
const GOOD: Colour = (0x0b, 0x5d, 0x2a);
const PART: Colour = (0x7a, 0x4b, 0x00);
const BAD: Colour = (0x8a, 0x13, 0x20);

/// How text looks.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Style {
    pub face: Face,
    pub size: f32,
    /// The distance between lines, as a multiple of the size.
    pub leading: f32,
    pub colour: Colour,
    /// How far above the line.
    pub raised: f32,
    pub underlined: bool,
    pub struck: bool,
    /// Whether words may be divided.
    pub hyphens: bool,
    /// Whether spaces and line breaks are as written.
    pub as_written: bool,
}

impl Style {
    pub const TEXT: Style = Style {
        face: Face::Regular,
        size: SIZE,
        leading: 1.4,
        colour: INK,
        raised: 0.0,
        underlined: false,
        struck: false,
        hyphens: true,
        as_written: false,
    };

    /// The style of a heading of a level from 1.
    pub fn heading(level: u16) -> Style {
        let (size, leading) = match level {
            1 => (24.0, 1.15),
            2 => (15.0, 1.25),
            3 => (12.5, 1.3),
            _ => (SIZE, 1.4),
        };
        Style { face: Face::Semibold, size, leading, hyphens: level > 1, ..Style::TEXT }
    }

    /// The style of what is in an element, by its name and its classes.
    pub fn within(self, element: &PageElement) -> Style {
        let mut style = self;
        match element.name.as_str() {
            "strong" | "b" | "th" | "summary" | "caption" => style.face = Face::Semibold,
            "em" | "i" | "cite" | "figcaption" => style.face = Face::Italic,
            "a" if element.attribute("href").is_some() => {
                style.colour = LINK;
                style.underlined = true;
            }
            "del" | "s" => style.struck = true,
            "sup" => {
                style.raised += style.size * 0.35;
                style.size *= 0.7;
            }
            "small" => style.size *= 0.9,
            "pre" => style.as_written = true,
            "dt" => style.colour = MUTED,
            _ => {}
        }
        if matches!(element.name.as_str(), "pre" | "code") {
            style.hyphens = false;
        }
        for class in element.attribute("class").unwrap_or("").split_ascii_whitespace() {
            match class {
                "about" | "note" | "as-of" => {
                    style.colour = MUTED;
                    style.size = style.size.min(SIZE * 0.93);
                    style.face = Face::Regular;
                }
                "eyebrow" => {
                    style.colour = MUTED;
                    style.face = Face::Semibold;
                }
                "lead" => style.size = SIZE * 1.2,
                "promise" | "counting" | "history-title" | "tag" | "status" => {
                    style.face = Face::Semibold;
                }
                "address" => style.hyphens = false,
                _ => {}
            }
        }
        if element.has_class("status") || element.has_class("tag") {
            style.colour = status_colour(element);
        }
        style
    }

    /// The height of a line.
    pub fn line(self) -> f32 {
        self.size * self.leading
    }
}

fn status_colour(element: &PageElement) -> Colour {
    let colours = [
        ("kept", GOOD),
        ("tag", GOOD),
        ("partly-kept", PART),
        ("not-kept", BAD),
        ("ongoing", LINK),
    ];
    let found = colours.iter().find(|(class, _)| element.has_class(class));
    found.map_or(INK, |(_, colour)| *colour)
}
