//! What is placed on a page as part of the text: where it is, and where it belongs in the structure.

use krilla::geom::{Rect, Size, Transform};
use krilla::surface::Surface;

use super::lines::TextRun;
use super::pages::PlacedRow;
use super::rows::PlacedPicture;
use super::structure::Slot;

/// What is placed on a page as part of the text.
pub enum PlacedThing<'a> {
    Run(&'a PlacedRow, &'a TextRun),
    Picture(&'a PlacedRow, &'a PlacedPicture),
}

impl PlacedThing<'_> {
    /// `None` for a picture that only decorates.
    pub fn slot(&self) -> Option<Slot> {
        match self {
            PlacedThing::Run(_, run) => Some(run.slot),
            PlacedThing::Picture(_, shown) => shown.figure.map(|(_, slot)| slot),
        }
    }

    pub fn link(&self) -> Option<usize> {
        match self {
            PlacedThing::Run(_, run) => run.link,
            PlacedThing::Picture(_, shown) => shown.link,
        }
    }

    /// Where it is on the page; `None` if it has no width.
    pub fn rect(&self) -> Option<Rect> {
        match self {
            PlacedThing::Run(row, run) if run.width > 0.0 => {
                let (top, bottom) = (run.style.size * 0.95, run.style.size * 0.3);
                let y = row.y + run.y;
                Rect::from_ltrb(run.x, y - top, run.x + run.width, y + bottom)
            }
            PlacedThing::Run(..) => None,
            PlacedThing::Picture(row, shown) => {
                Rect::from_xywh(shown.x, row.y, shown.width, shown.height)
            }
        }
    }
}

pub fn draw_picture(surface: &mut Surface<'_>, shown: &PlacedPicture, top: f32) {
    let PlacedPicture { picture, x, width, height, .. } = shown;
    let (across, down) = if picture.lies() { (height, width) } else { (width, height) };
    let Some(size) = Size::from_wh(*across, *down) else { return };
    surface.push_transform(&Transform::from_translate(*x, top));
    surface.push_transform(&picture.upright(*width, *height));
    surface.draw_image(picture.image.clone(), size);
    surface.pop();
    surface.pop();
}
