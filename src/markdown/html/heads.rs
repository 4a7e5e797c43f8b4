//! The heads and columns of tables.

use pulldown_cmark::Alignment;

use crate::markdown::part::{BodyEvent, Element};

pub fn alignment_class(alignment: Alignment) -> &'static str {
    match alignment {
        Alignment::None => "",
        Alignment::Left => " class=\"text-left\"",
        Alignment::Center => " class=\"text-center\"",
        Alignment::Right => " class=\"text-right\"",
    }
}

/// Whether a head of a table begins.
pub fn opens_head(part: Option<&BodyEvent<'_>>) -> bool {
    matches!(part, Some(BodyEvent::Open(Element::HeadCell(_))))
}

pub fn closes_head(part: Option<&BodyEvent<'_>>) -> bool {
    matches!(part, Some(BodyEvent::Close(Element::HeadCell(_))))
}
