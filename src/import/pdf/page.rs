//! What a page shows of text, piece by piece: where each stands, and how large it is.

use std::collections::BTreeMap;

use hayro_syntax::content::TypedIter;
use hayro_syntax::content::ops::TypedInstruction;
use hayro_syntax::object::dict::keys::RESOURCES;
use hayro_syntax::object::{Dict, Name, Object, Stream};
use hayro_syntax::page::{Page, Resources, Rotation};

use super::bounded::fits;
use super::fonts::PdfFont;

/// Text that stands together.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct PdfPiece {
    pub text: String,
    /// From the left of the page, as it is turned for reading; in points.
    pub start: f64,
    pub end: f64,
    /// The base line, from below.
    pub base: f64,
    pub size: f64,
}

/// Reads pages, and counts what is in them.
#[derive(Default)]
pub struct PageReader {
    /// The codes that were shown, and of these those without text and those that nobody sees.
    pub letters: usize,
    pub unknown: usize,
    pub invisible: usize,
    pub images: usize,
}

/// How deep forms may be within forms.
const DEEPEST: usize = 6;
/// How many codes are read of a file.
const MOST_LETTERS: usize = 4_000_000;
/// More states than this are not kept; programs that write PDFs keep a handful.
const DEEPEST_STATE: usize = 512;

/// Six numbers that turn, scale and move.
type PdfMatrix = [f64; 6];

const UNCHANGED: PdfMatrix = [1.0, 0.0, 0.0, 1.0, 0.0, 0.0];

/// The first, then the second.
fn then(a: PdfMatrix, b: PdfMatrix) -> PdfMatrix {
    [
        a[0] * b[0] + a[1] * b[2],
        a[0] * b[1] + a[1] * b[3],
        a[2] * b[0] + a[3] * b[2],
        a[2] * b[1] + a[3] * b[3],
        a[4] * b[0] + a[5] * b[2] + b[4],
        a[4] * b[1] + a[5] * b[3] + b[5],
    ]
}

/// What text is shown by.
#[derive(Clone)]
struct TextState {
    to_page: PdfMatrix,
    font: Option<Vec<u8>>,
    size: f64,
    between_letters: f64,
    between_words: f64,
    scale: f64,
    leading: f64,
    rise: f64,
    unseen: bool,
}

/// A content stream that is being read.
struct Shown {
    fonts: BTreeMap<Vec<u8>, PdfFont>,
    state: TextState,
    line: PdfMatrix,
    text: PdfMatrix,
    pieces: Vec<PdfPiece>,
}

impl PageReader {
    pub fn page(&mut self, page: &Page<'_>) -> Vec<PdfPiece> {
        let turned = match page.rotation() {
            Rotation::None => UNCHANGED,
            Rotation::Horizontal => [0.0, -1.0, 1.0, 0.0, 0.0, 0.0],
            Rotation::Flipped => [-1.0, 0.0, 0.0, -1.0, 0.0, 0.0],
            Rotation::FlippedHorizontal => [0.0, 1.0, -1.0, 0.0, 0.0, 0.0],
        };
        let mut pieces = Vec::new();
        let resources = page.resources();
        self.stream(page.typed_operations(), resources, turned, 0, &mut pieces);
        pieces
    }

    fn stream(
        &mut self,
        mut operations: TypedIter<'_>,
        resources: &Resources<'_>,
        to_page: PdfMatrix,
        depth: usize,
        pieces: &mut Vec<PdfPiece>,
    ) {
        let state = TextState {
            to_page,
            font: None,
            size: 0.0,
            between_letters: 0.0,
            between_words: 0.0,
            scale: 1.0,
            leading: 0.0,
            rise: 0.0,
            unseen: false,
        };
        let mut shown = Shown {
            fonts: BTreeMap::new(),
            state,
            line: UNCHANGED,
            text: UNCHANGED,
            pieces: Vec::new(),
        };
        let mut kept: Vec<TextState> = Vec::new();
        // How many were to be kept beyond the deepest.
        let mut not_kept = 0_usize;
        // What is marked, and since which depth it is what does not belong to the text.
        let (mut marked, mut artifact) = (0_usize, None);
        while let Some(operation) = operations.next() {
            if self.letters > MOST_LETTERS {
                break;
            }
            use TypedInstruction as Op;
            match operation {
                Op::SaveState(_) if kept.len() >= DEEPEST_STATE => not_kept += 1,
                Op::SaveState(_) => kept.push(shown.state.clone()),
                Op::RestoreState(_) if not_kept > 0 => not_kept -= 1,
                Op::RestoreState(_) => {
                    if let Some(state) = kept.pop() {
                        shown.state = state;
                    }
                }
                Op::Transform(m) => {
                    let by = [&m.0, &m.1, &m.2, &m.3, &m.4, &m.5].map(|number| number.as_f64());
                    shown.state.to_page = then(by, shown.state.to_page);
                }
                Op::BeginText(_) => (shown.line, shown.text) = (UNCHANGED, UNCHANGED),
                Op::CharacterSpacing(it) => shown.state.between_letters = it.0.as_f64(),
                Op::WordSpacing(it) => shown.state.between_words = it.0.as_f64(),
                Op::HorizontalScaling(it) => shown.state.scale = it.0.as_f64() / 100.0,
                Op::TextLeading(it) => shown.state.leading = it.0.as_f64(),
                Op::TextRise(it) => shown.state.rise = it.0.as_f64(),
                Op::TextRenderingMode(it) => shown.state.unseen = it.0.as_i64() == 3,
                Op::TextFont(it) => {
                    let name: &Name<'_> = it.0;
                    let key = name.as_str().as_bytes().to_vec();
                    if !shown.fonts.contains_key(&key)
                        && let Some(font) = resources.get_font(name)
                    {
                        shown.fonts.insert(key.clone(), PdfFont::read(&font));
                    }
                    shown.state.font = Some(key);
                    shown.state.size = it.1.as_f64();
                }
                Op::SetTextMatrix(m) => {
                    let to = [&m.0, &m.1, &m.2, &m.3, &m.4, &m.5].map(|number| number.as_f64());
                    (shown.line, shown.text) = (to, to);
                }
                Op::NextLine(it) => shown.next_line(it.0.as_f64(), it.1.as_f64()),
                Op::NextLineAndSetLeading(it) => {
                    shown.state.leading = -it.1.as_f64();
                    shown.next_line(it.0.as_f64(), it.1.as_f64());
                }
                Op::NextLineUsingLeading(_) => shown.next_line(0.0, -shown.state.leading),
                Op::ShowText(it) if artifact.is_none() => self.show(&mut shown, it.0.as_bytes()),
                Op::NextLineAndShowText(it) => {
                    shown.next_line(0.0, -shown.state.leading);
                    if artifact.is_none() {
                        self.show(&mut shown, it.0.as_bytes());
                    }
                }
                Op::ShowTextWithParameters(it) => {
                    shown.state.between_words = it.0.as_f64();
                    shown.state.between_letters = it.1.as_f64();
                    shown.next_line(0.0, -shown.state.leading);
                    if artifact.is_none() {
                        self.show(&mut shown, it.2.as_bytes());
                    }
                }
                Op::ShowTexts(it) => {
                    for part in it.0.iter::<Object<'_>>() {
                        match part {
                            Object::String(text) if artifact.is_none() => {
                                self.show(&mut shown, text.as_bytes());
                            }
                            Object::Number(back) => {
                                let TextState { size, scale, .. } = shown.state;
                                shown.forward(-back.as_f64() / 1000.0 * size * scale);
                            }
                            _ => {}
                        }
                    }
                }
                Op::BeginMarkedContent(it) => {
                    marked += 1;
                    begin(&mut artifact, marked, it.0);
                }
                Op::BeginMarkedContentWithProperties(it) => {
                    marked += 1;
                    begin(&mut artifact, marked, it.0);
                }
                Op::EndMarkedContent(_) => {
                    if artifact == Some(marked) {
                        artifact = None;
                    }
                    marked = marked.saturating_sub(1);
                }
                Op::InlineImage(_) => self.images += 1,
                Op::XObject(it) if artifact.is_none() => {
                    let Some(object) = resources.get_x_object(it.0) else { continue };
                    self.object(&object, shown.state.to_page, resources, depth, &mut shown.pieces);
                }
                _ => {}
            }
        }
        pieces.append(&mut shown.pieces);
    }

    /// A picture, or a part of the page that is stored by itself.
    fn object(
        &mut self,
        object: &Stream<'_>,
        to_page: PdfMatrix,
        around: &Resources<'_>,
        depth: usize,
        pieces: &mut Vec<PdfPiece>,
    ) {
        let dict = object.dict();
        if dict.get::<Name<'_>>("Subtype").is_some_and(|kind| kind.as_str() == "Image") {
            self.images += 1;
            return;
        }
        if depth >= DEEPEST {
            return;
        }
        if !fits(object) {
            return;
        }
        let Ok(content) = object.decoded_data() else { return };
        let matrix: Option<[f32; 6]> = dict.get("Matrix");
        let to_page = then(matrix.map_or(UNCHANGED, |matrix| matrix.map(f64::from)), to_page);
        match dict.get::<Dict<'_>>(RESOURCES) {
            Some(own) => {
                let own = Resources::new(own);
                self.stream(TypedIter::new(&content), &own, to_page, depth + 1, pieces);
            }
            None => self.stream(TypedIter::new(&content), around, to_page, depth + 1, pieces),
        }
    }

    fn show(&mut self, shown: &mut Shown, bytes: &[u8]) {
        let state = shown.state.clone();
        let Some(font) = state.font.as_ref().and_then(|name| shown.fonts.get(name)) else { return };
        let mut text = String::new();
        let start = shown.text;
        let mut width = 0.0;
        for code in font.codes(bytes) {
            self.letters += 1;
            self.invisible += usize::from(state.unseen);
            match code.text {
                Some(own) => text.push_str(&own),
                None => {
                    self.unknown += 1;
                    text.push('\u{fffd}');
                }
            }
            let word = if code.is_space { state.between_words } else { 0.0 };
            width +=
                (code.width / 1000.0 * state.size + state.between_letters + word) * state.scale;
        }
        shown.forward(width);
        let begins = then([1.0, 0.0, 0.0, 1.0, 0.0, state.rise], then(start, state.to_page));
        let ends = then(shown.text, state.to_page);
        // Text that stands on its side is a stamp in the margin.
        if begins[0].abs() < begins[1].abs() {
            return;
        }
        let size = state.size.abs() * begins[2].hypot(begins[3]);
        shown.pieces.push(PdfPiece { text, start: begins[4], end: ends[4], base: begins[5], size });
    }
}

impl Shown {
    fn next_line(&mut self, x: f64, y: f64) {
        self.line = then([1.0, 0.0, 0.0, 1.0, x, y], self.line);
        self.text = self.line;
    }

    fn forward(&mut self, x: f64) {
        self.text = then([1.0, 0.0, 0.0, 1.0, x, 0.0], self.text);
    }
}

/// Notes that what is marked here does not belong to the text: a header, a footer, a page's number.
fn begin(artifact: &mut Option<usize>, marked: usize, name: &Name<'_>) {
    if artifact.is_none() && name.as_str() == "Artifact" {
        *artifact = Some(marked);
    }
}
