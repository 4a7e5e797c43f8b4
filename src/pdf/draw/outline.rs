//! The outline of a document, by which a reader leafs through its headings.

use krilla::destination::XyzDestination;
use krilla::geom::Point;
use krilla::outline::{Outline, OutlineNode};

use crate::pdf::pages::Paged;

/// The outline: every heading, below that of a higher level before it.
pub fn outline(paged: &Paged) -> Outline {
    let mut outline = Outline::new();
    // The open entries, the innermost last.
    let mut open: Vec<(u16, OutlineNode)> = Vec::new();
    let close = |open: &mut Vec<(u16, OutlineNode)>, outline: &mut Outline| {
        if let Some((_, closed)) = open.pop() {
            match open.last_mut() {
                Some((_, outer)) => outer.push_child(closed),
                None => outline.push_child(closed),
            }
        }
    };
    for (level, text, page, y) in &paged.headings {
        while open.last().is_some_and(|(above, _)| above >= level) {
            close(&mut open, &mut outline);
        }
        let at = XyzDestination::new(*page, Point::from_xy(0.0, (y - 8.0).max(0.0)));
        open.push((*level, OutlineNode::new(text.clone(), at)));
    }
    while !open.is_empty() {
        close(&mut open, &mut outline);
    }
    outline
}
