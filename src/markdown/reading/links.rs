//! Links and images while they are parsed.

use std::ops::Range;

use pulldown_cmark::{CowStr, LinkType, RefDefs};

use super::reader::{MarkdownReader, on_one_line};
use crate::markdown::destination::{self, LinkKind};
use crate::markdown::outline::{MarkdownLink, Remark, RemarkKind};
use crate::markdown::part::{BodyEvent, Element};

/// Where to look for the destination in the text.
pub(super) struct DestinationPlace {
    /// The whole link.
    whole: Range<usize>,
    form: LinkForm,
}

enum LinkForm {
    /// `[text](destination)`: after the text.
    Inline,
    /// `[text][name]`, `[name]`: in the definition.
    Reference(Option<Range<usize>>),
    /// `<https://…>`
    Address,
    /// `<name@example.org>`
    Email,
}

impl DestinationPlace {
    pub fn of(form: LinkType, name: &str, whole: Range<usize>, definitions: &RefDefs<'_>) -> Self {
        let form = match form {
            LinkType::Inline => LinkForm::Inline,
            LinkType::Autolink => LinkForm::Address,
            LinkType::Email => LinkForm::Email,
            _ => LinkForm::Reference(definitions.get(name).map(|found| found.span.clone())),
        };
        DestinationPlace { whole, form }
    }

    fn span(&self, text: &str, cursor: usize, destination: &str) -> Range<usize> {
        let found = match &self.form {
            LinkForm::Inline => {
                destination::locate(text, cursor..self.whole.end, "](", destination)
            }
            LinkForm::Reference(Some(definition)) => {
                destination::locate(text, definition.clone(), "]:", destination)
            }
            LinkForm::Reference(None) => None,
            LinkForm::Address | LinkForm::Email => Some(self.whole.start + 1..self.whole.end - 1),
        };
        found.unwrap_or_else(|| self.whole.clone())
    }
}

/// A link or image whose end has not been reached.
pub(super) struct OpenLink {
    kind: LinkKind,
    place: DestinationPlace,
    destination: String,
    shown: LinkRendering,
}

enum LinkRendering {
    /// As the link with this index in the outline.
    As(usize),
    /// As text, because its scheme is unsafe.
    Unsafe(String),
    /// As text, because it is within another link.
    Within,
}

impl<'a> MarkdownReader<'a> {
    pub(super) fn begin_link(
        &mut self,
        place: DestinationPlace,
        destination: CowStr<'a>,
        title: CowStr<'a>,
    ) -> OpenLink {
        let destination = match place.form {
            LinkForm::Email => format!("mailto:{destination}"),
            _ => destination.into_string(),
        };
        let shown = match self.link {
            Some(_) => LinkRendering::Within,
            None => self.add(LinkKind::Link, &destination, title),
        };
        if let LinkRendering::As(link) = shown {
            self.link = Some(link);
            self.push(BodyEvent::Open(Element::Link(link)));
        }
        OpenLink { kind: LinkKind::Link, place, destination, shown }
    }

    pub(super) fn end_link(&mut self, open: OpenLink) {
        if let Some(link) = self.settle(&open) {
            self.link = None;
            self.push(BodyEvent::Close(Element::Link(link)));
            let text = on_one_line(&self.links[link].text);
            if text.is_empty() {
                self.remark(RemarkKind::LinkWithoutText, open.place.whole);
            }
            self.links[link].text = text;
        }
    }

    pub(super) fn begin_image(
        &mut self,
        place: DestinationPlace,
        destination: CowStr<'a>,
        title: CowStr<'a>,
    ) -> OpenLink {
        self.alt = Some(String::new());
        let destination = destination.into_string();
        let shown = self.add(LinkKind::Image, &destination, title);
        OpenLink { kind: LinkKind::Image, shown, place, destination }
    }

    pub(super) fn end_image(&mut self, open: OpenLink) {
        let alt = on_one_line(&self.alt.take().unwrap_or_default());
        match self.settle(&open) {
            Some(image) => {
                if alt.is_empty() {
                    self.remark(RemarkKind::ImageWithoutAlt, open.place.whole);
                }
                self.mention(&alt);
                self.push(BodyEvent::Image(image));
                self.links[image].text = alt;
            }
            None => self.say(alt.into()),
        }
    }

    /// Adds it to the links, if it may be one.
    fn add(&mut self, kind: LinkKind, destination: &str, title: CowStr<'a>) -> LinkRendering {
        if let Some(scheme) = destination::unsafe_scheme(destination, kind) {
            return LinkRendering::Unsafe(scheme);
        }
        self.titles.push(title);
        self.links.push(MarkdownLink {
            destination: destination.to_owned(),
            text: String::new(),
            span: 0..0,
            kind,
        });
        LinkRendering::As(self.links.len() - 1)
    }

    /// Locates its destination in the text, once the cursor is at the end of its own text.
    fn settle(&mut self, open: &OpenLink) -> Option<usize> {
        let span = open.place.span(self.text, self.cursor, &open.destination);
        match &open.shown {
            LinkRendering::As(link) => {
                self.links[*link].span = span;
                Some(*link)
            }
            LinkRendering::Unsafe(scheme) => {
                let remark = match open.kind {
                    LinkKind::Image if destination::is_of_the_web(scheme) => {
                        RemarkKind::ImageElsewhere
                    }
                    LinkKind::Image | LinkKind::Link => RemarkKind::UnsafeLink(scheme.clone()),
                };
                self.remark(remark, span);
                None
            }
            LinkRendering::Within => None,
        }
    }
}

/// The remark for brackets that refer to no definition but are followed by an address in
/// parentheses. Brackets alone are ordinary prose, such as `[sic]`.
pub(super) fn broken(text: &str, brackets: Range<usize>) -> Option<Remark> {
    let address = text.get(brackets.end..)?.strip_prefix('(')?;
    let line_end = address
        .char_indices()
        .take(LONGEST_ADDRESS)
        .take_while(|&(_, c)| c != '\n')
        .find_map(|(at, c)| (c == ')').then_some(at + 1));
    // Whatever keeps this from being a link here, the address would be unsafe once somebody mends
    // it.
    let written = address.get(..line_end.map_or(0, |end| end - 1)).unwrap_or("");
    let what = match destination::code_scheme(written) {
        Some(scheme) => RemarkKind::UnsafeLink(scheme),
        None => RemarkKind::BrokenLink,
    };
    Some(Remark { what, span: brackets.start..brackets.end + 1 + line_end.unwrap_or(0) })
}

/// How far to look for the closing parenthesis. Without a limit, a long line of opening ones would
/// be read once for each.
const LONGEST_ADDRESS: usize = 300;
