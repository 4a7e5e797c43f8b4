//! What is drawn beside text: surfaces and rules, which say nothing to whoever listens.

use krilla::color::rgb;
use krilla::geom::{PathBuilder, Rect};
use krilla::num::NormalizedF32;
use krilla::paint::Fill as Paint;
use krilla::surface::Surface;
use krilla::tagging::{Artifact, ArtifactType, ContentTag};

use crate::pdf::pages::PlacedRow;
use crate::pdf::rows::{Fill, FillExtent};
use crate::pdf::style::Colour;

pub fn artifact(kind: ArtifactType) -> ContentTag<'static> {
    ContentTag::Artifact(Artifact::with_kind(kind))
}

pub fn paint((red, green, blue): Colour) -> Paint {
    let paint = rgb::Color::new(red, green, blue).into();
    Paint { paint, opacity: NormalizedF32::ONE, ..Paint::default() }
}

pub fn draw_fill(surface: &mut Surface<'_>, fill: &Fill, placed: &PlacedRow) {
    let (y, height) = (placed.y, placed.row.height);
    let (top, height) = match fill.extent {
        FillExtent::Above(_) if placed.before == 0.0 => return,
        FillExtent::Above(thickness) => (y - placed.before / 2.0, thickness),
        FillExtent::Below(thickness) => (y + height - thickness, thickness),
        FillExtent::Row => (y, height),
        FillExtent::RowAndBefore => (y - placed.before, height + placed.before),
    };
    rectangle(surface, (fill.x, top, fill.width, height), fill.colour);
}

pub fn rectangle(surface: &mut Surface<'_>, (x, y, w, h): (f32, f32, f32, f32), colour: Colour) {
    let Some(rect) = Rect::from_xywh(x, y, w, h) else { return };
    let mut path = PathBuilder::new();
    path.push_rect(rect);
    if let Some(path) = path.finish() {
        surface.set_fill(Some(paint(colour)));
        surface.draw_path(&path);
    }
}
