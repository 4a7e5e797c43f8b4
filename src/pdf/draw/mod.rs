//! Drawing pages, with the structure and the links of the document.

mod outline;
mod shapes;

use jiff::civil::Date;
use krilla::action::{Action, LinkAction};
use krilla::annotation::{Annotation, LinkAnnotation, Target};
use krilla::configure::{Accessibility, Archival, ConfigurationBuilder};
use krilla::destination::XyzDestination;
use krilla::error::KrillaError;
use krilla::geom::{Point, Quadrilateral, Rect, Transform};
use krilla::image::Image;
use krilla::metadata::{DateTime, Metadata};
use krilla::page::{Page, PageSettings};
use krilla::surface::Surface;
use krilla::tagging::{ArtifactType, ContentTag, SpanTag};
use krilla::text::{Font, GlyphId, KrillaGlyph};
use krilla::{Document, SerializeSettings};

use super::compose::{Composed, LinkTo};
use super::described::Described;
use super::error::PdfError;
use super::faces::Face;
use super::lines::{self, TextRun};
use super::pages::{Paged, PlacedRow};
use super::placed::{PlacedThing, draw_picture};
use super::rows::PlacedPicture;
use super::structure::{Drawn, PartId, Structure};
use super::style::{BOTTOM, Colour, LEFT, MARK, MUTED, PAGE, RIGHT, SIZE, Style, TOP};
use outline::outline;
use shapes::{artifact, draw_fill, paint, rectangle};

/// Why a document was not drawn.
pub enum NotDrawn {
    /// A picture is damaged.
    Picture(Image),
    Other(PdfError),
}

impl From<PdfError> for NotDrawn {
    fn from(error: PdfError) -> NotDrawn {
        NotDrawn::Other(error)
    }
}

/// Draws a document.
pub fn draw(composed: Composed, paged: &Paged, described: &Described) -> Result<Vec<u8>, NotDrawn> {
    let configuration = ConfigurationBuilder::new()
        .with_archival_validator(Archival::A2_A)
        .with_accessibility_validator(Accessibility::UA1)
        .finish()
        .map_err(|error| PdfError::Writer(format!("{error:?}")))?;
    let settings = SerializeSettings { configuration, ..SerializeSettings::default() };
    let mut document = Document::new_with(settings);
    let Composed { mut structure, links, .. } = composed;
    let mut artist = Artist {
        fonts: Fonts::new()?,
        drawn: structure.drawn(),
        figures: Vec::new(),
        links: &links,
        paged,
        described,
    };
    for number in 0..paged.pages.len() {
        artist.page(&mut document, number)?;
    }
    let Artist { drawn, figures, .. } = artist;
    for (part, page, rect) in figures {
        structure.set_box(part, page, rect);
    }
    document.set_tag_tree(structure.tree(&drawn));
    document.set_outline(outline(paged));
    let mut metadata = Metadata::new()
        .title(described.title.clone())
        .language(described.language.clone())
        .creation_date(day(described.made))
        .creator("Löftesarkiv".to_owned());
    if let Some(description) = &described.description {
        metadata = metadata.description(description.clone());
    }
    document.set_metadata(metadata);
    document.finish().map_err(|error| match error {
        KrillaError::Image(image, ..) => NotDrawn::Picture(image),
        other => NotDrawn::Other(PdfError::Writer(said(&other))),
    })
}

/// The beginning of a day, in no time zone of its own.
fn day(day: Date) -> DateTime {
    let number = |n: i8| u8::try_from(n).unwrap_or(1);
    let year = u16::try_from(day.year()).unwrap_or(0);
    let midnight = DateTime::new(year).month(number(day.month())).day(number(day.day()));
    midnight.hour(0).minute(0).second(0).utc_offset_hour(0).utc_offset_minute(0)
}

/// An error with what it is about.
fn said(error: &KrillaError) -> String {
    match error {
        KrillaError::Validation(errors) => {
            let errors: Vec<String> =
                errors.iter().map(|(error, _)| format!("{error:?}")).collect();
            errors.join(", ")
        }
        other => other.to_string(),
    }
}

struct Fonts([Font; 3]);

impl Fonts {
    fn new() -> Result<Fonts, PdfError> {
        let font = |face: Face| {
            Font::new(face.data().into(), 0)
                .ok_or_else(|| PdfError::Writer(format!("{face:?} is not a font")))
        };
        let [regular, semibold, italic] = Face::ALL;
        Ok(Fonts([font(regular)?, font(semibold)?, font(italic)?]))
    }

    fn of(&self, face: Face) -> Font {
        self.0[face as usize].clone()
    }
}

struct Artist<'a> {
    fonts: Fonts,
    drawn: Drawn,
    /// Where each figure is: on which page, and where on it.
    figures: Vec<(PartId, usize, Rect)>,
    links: &'a [LinkTo],
    paged: &'a Paged,
    described: &'a Described,
}

impl Artist<'_> {
    fn page(&mut self, document: &mut Document, number: usize) -> Result<(), PdfError> {
        let Some(settings) = PageSettings::from_wh(PAGE.0, PAGE.1) else {
            return Err(PdfError::Writer("no page of this size".to_owned()));
        };
        let mut page = document.start_page_with(settings);
        let rows = &self.paged.pages[number];
        let mut surface = page.surface();
        if let Some(mark) = &self.described.draft_mark {
            self.mark(&mut surface, mark)?;
        }
        self.margins(&mut surface, number)?;
        self.surfaces(&mut surface, rows);
        // In the order of the text, not of the rows: a column after the other.
        let mut placed: Vec<PlacedThing<'_>> = rows
            .iter()
            .filter(|placed| !placed.repeated)
            .flat_map(|row| {
                let runs = row.row.runs.iter().map(move |run| PlacedThing::Run(row, run));
                runs.chain(
                    row.row.pictures.iter().map(move |shown| PlacedThing::Picture(row, shown)),
                )
            })
            .collect();
        placed.sort_by_key(PlacedThing::slot);
        for one in &placed {
            let Some(slot) = one.slot() else { continue };
            let identifier = surface.start_tagged(ContentTag::Span(SpanTag::empty()));
            match one {
                PlacedThing::Run(row, run) => self.run(&mut surface, run, row.y),
                PlacedThing::Picture(row, shown) => draw_picture(&mut surface, shown, row.y),
            }
            surface.end_tagged();
            self.drawn.add(slot, identifier);
            if let PlacedThing::Picture(_, PlacedPicture { figure: Some((part, _)), .. }) = one
                && let Some(rect) = one.rect()
            {
                self.figures.push((*part, number, rect));
            }
        }
        surface.finish();
        self.links(&mut page, &placed);
        page.finish();
        Ok(())
    }

    /// What is on the page without being text of the document.
    fn surfaces(&self, surface: &mut Surface<'_>, rows: &[PlacedRow]) {
        surface.start_tagged(artifact(ArtifactType::Layout));
        for placed in rows {
            for fill in &placed.row.fills {
                draw_fill(surface, fill, placed);
            }
            let decorating = |shown: &&PlacedPicture| placed.repeated || shown.figure.is_none();
            for shown in placed.row.pictures.iter().filter(decorating) {
                draw_picture(surface, shown, placed.y);
            }
            for run in placed.row.runs.iter().filter(|run| run.width > 0.0) {
                let y = placed.y + run.y;
                let line = |up: f32| (run.x, y - up, run.width, run.style.size / 18.0);
                if run.style.underlined {
                    rectangle(surface, line(-run.style.size * 0.12), run.style.colour);
                }
                if run.style.struck {
                    rectangle(surface, line(run.style.size * 0.28), run.style.colour);
                }
            }
            if placed.repeated {
                for run in &placed.row.runs {
                    self.run(surface, run, placed.y);
                }
            }
        }
        surface.end_tagged();
    }

    fn run(&self, surface: &mut Surface<'_>, run: &TextRun, top: f32) {
        self.glyphs(surface, run, Point::from_xy(run.x, top + run.y), run.style.colour);
    }

    fn glyphs(&self, surface: &mut Surface<'_>, run: &TextRun, at: Point, colour: Colour) {
        let glyphs: Vec<KrillaGlyph> = run
            .glyphs
            .iter()
            .map(|(glyph, range)| {
                let id = GlyphId::new(glyph.id);
                KrillaGlyph::new(id, glyph.width / 1000.0, 0.0, 0.0, 0.0, range.clone(), None)
            })
            .collect();
        surface.set_fill(Some(paint(colour)));
        let font = self.fonts.of(run.style.face);
        surface.draw_glyphs(at, &glyphs, font, &run.text, run.style.size, false);
    }

    /// The title above each page but the first, and the number of the page below it.
    fn margins(&self, surface: &mut Surface<'_>, number: usize) -> Result<(), PdfError> {
        let style = Style { size: SIZE * 0.85, colour: MUTED, ..Style::TEXT };
        let room = PAGE.0 - LEFT - RIGHT;
        let slot = Structure::new().slot(Structure::ROOT);
        let pages = format!("{} ({})", number + 1, self.paged.pages.len());
        let below = lines::run(&pages, style, slot, 0.0)?;
        surface.start_tagged(artifact(ArtifactType::Footer));
        let at = Point::from_xy(PAGE.0 - RIGHT - below.width, PAGE.1 - BOTTOM * 0.5);
        self.glyphs(surface, &below, at, style.colour);
        if let Some(site) = &self.described.site {
            let site = lines::run(&fitting(site, style, room * 0.8)?, style, slot, 0.0)?;
            let at = Point::from_xy(LEFT, PAGE.1 - BOTTOM * 0.5);
            self.glyphs(surface, &site, at, style.colour);
        }
        surface.end_tagged();
        if number > 0 {
            let title = fitting(&self.described.heading, style, room)?;
            let above = lines::run(&title, style, slot, 0.0)?;
            surface.start_tagged(artifact(ArtifactType::Header));
            self.glyphs(surface, &above, Point::from_xy(LEFT, TOP * 0.6), style.colour);
            surface.end_tagged();
        }
        Ok(())
    }

    /// The word that marks a draft, across the page.
    fn mark(&self, surface: &mut Surface<'_>, mark: &str) -> Result<(), PdfError> {
        let style = Style { face: Face::Semibold, size: 100.0, ..Style::TEXT };
        let slot = Structure::new().slot(Structure::ROOT);
        let wide = lines::run(mark, style, slot, 0.0)?;
        let size = style.size * (PAGE.0 * 0.85 / wide.width.max(1.0)).min(1.4);
        let run = lines::run(mark, Style { size, ..style }, slot, 0.0)?;
        surface.start_tagged(artifact(ArtifactType::Watermark));
        let turned = Transform::from_rotate_at(-45.0, PAGE.0 / 2.0, PAGE.1 / 2.0);
        surface.push_transform(&turned);
        let at = Point::from_xy((PAGE.0 - run.width) / 2.0, PAGE.1 / 2.0 + size * 0.33);
        self.glyphs(surface, &run, at, MARK);
        surface.pop();
        surface.end_tagged();
        Ok(())
    }

    /// The surfaces of the links on a page: one for each link, with a part for each line.
    fn links(&mut self, page: &mut Page<'_>, placed: &[PlacedThing<'_>]) {
        let linked = |one: &PlacedThing<'_>| Some((one.link()?, one.rect()?));
        let linked: Vec<(usize, Rect)> = placed.iter().filter_map(linked).collect();
        for same in linked.chunk_by(|a, b| a.0 == b.0) {
            let Some(link) = self.links.get(same[0].0) else { continue };
            let Some(target) = self.target(&link.href) else { continue };
            let corners = same.iter().map(|(_, rect)| *rect);
            let corners: Vec<Quadrilateral> = corners.map(Quadrilateral::from).collect();
            let annotation = LinkAnnotation::new_with_quad_points(corners, target);
            let text = if link.text.is_empty() { &link.href } else { &link.text };
            let annotation = Annotation::new_link(annotation, Some(text.clone()));
            let identifier = page.add_tagged_annotation(annotation);
            self.drawn.add(link.slot, identifier);
        }
    }

    /// Where a link leads: to a place in the document, or to an address.
    fn target(&self, href: &str) -> Option<Target> {
        if let Some(id) = href.strip_prefix('#') {
            let (page, y) = self.paged.anchors.get(id)?;
            let destination = XyzDestination::new(*page, Point::from_xy(0.0, (y - 8.0).max(0.0)));
            return Some(Target::Destination(destination.into()));
        }
        let address = self.described.absolute(href);
        Some(Target::Action(Action::Link(LinkAction::new(address))))
    }
}

/// As much of a text as there is room for on one line.
fn fitting(text: &str, style: Style, room: f32) -> Result<String, char> {
    if lines::width(text, style)? <= room {
        return Ok(text.to_owned());
    }
    let mut shown = text.to_owned();
    while shown.pop().is_some() {
        let shortened = format!("{}…", shown.trim_end());
        if lines::width(&shortened, style)? <= room {
            return Ok(shortened);
        }
    }
    Ok(shown)
}
