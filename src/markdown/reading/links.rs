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
        if let LinkForm::Reference(Some(definition)) = &place.form
            && title.split_whitespace().count() > 1
            && !self.defined.contains(&definition.start)
        {
            let shown = self.trimmed(definition.clone());
            self.remark(RemarkKind::TitleOnly, shown);
        }
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
            if open.destination.trim().is_empty() {
                self.remark(RemarkKind::LinkNowhere, open.place.whole.clone());
            }
            self.link = None;
            self.push(BodyEvent::Close(Element::Link(link)));
            let text = on_one_line(std::mem::take(&mut self.links[link].text));
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
        let alt = on_one_line(self.alt.take().unwrap_or_default());
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
        self.covered.add(self.cursor..open.place.whole.end);
        if let LinkForm::Reference(Some(definition)) = &open.place.form {
            self.covered.add(definition.clone());
            self.defined.insert(definition.start);
        }
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

/// The remark for brackets that refer to no definition but were meant as a link: an address in
/// parentheses follows, or a name in brackets. Brackets alone are ordinary prose, such as `[sic]`.
pub(super) fn broken(text: &str, form: LinkType, brackets: Range<usize>) -> Option<Remark> {
    let after = text.get(brackets.end..)?;
    if let Some(remark) = braces(text, after, &brackets) {
        return Some(remark);
    }
    let Some(address) = after.strip_prefix('(') else {
        let end = match form {
            // `[text][name]`, `[name][]`
            LinkType::Reference
            | LinkType::ReferenceUnknown
            | LinkType::Collapsed
            | LinkType::CollapsedUnknown => Some(brackets.end),
            _ => apart(after).map(|length| brackets.end + length),
        };
        let reversed = || is_reversed_link(text, &brackets).then_some(brackets.end);
        let span = brackets.start..end.or_else(reversed)?;
        return Some(Remark { what: RemarkKind::BrokenLink, span });
    };
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

/// The remark for braces right after brackets, `[text]{fil.md}`, unless they are the id of a heading.
fn braces(text: &str, after: &str, brackets: &Range<usize>) -> Option<Remark> {
    let within = after.strip_prefix('{')?;
    let (end, _) = within.char_indices().take(LONGEST_ADDRESS).find(|(_, c)| *c == '}')?;
    let (within, rest) = (&within[..end], &within[end + 1..]);
    if within.is_empty() || within.contains('\n') || ends_heading(text, brackets, rest) {
        return None;
    }
    // Other programs take most of it for a class or a language.
    let what = match is_file_or_site(within.trim()) {
        true => RemarkKind::BrokenLink,
        false => RemarkKind::ForeignMark,
    };
    Some(Remark { what, span: brackets.start..brackets.end + 1 + end + 1 })
}

/// Whether what stands before `rest` is the end of a heading, where braces hold its id.
fn ends_heading(text: &str, brackets: &Range<usize>, rest: &str) -> bool {
    let rest = rest.trim_start_matches([' ', '\t']);
    if !(rest.is_empty() || rest.starts_with('\n')) {
        return false;
    }
    let line = text[..brackets.start].rsplit('\n').next().unwrap_or("");
    let under = rest.lines().nth(1).unwrap_or("").trim_matches([' ', '\t', '>']);
    line.trim_start_matches(['>', ' ']).starts_with('#')
        || (!under.is_empty() && under.bytes().all(|byte| matches!(byte, b'=' | b'-')))
}

/// The length of an address in parentheses that blanks part from its text: `[text] (fil.md)`.
/// Anything else in parentheses is prose.
fn apart(after: &str) -> Option<usize> {
    let blanks = after.chars().take(4).take_while(|c| c.is_whitespace()).map(char::len_utf8).sum();
    let address = after.get(blanks..)?.strip_prefix('(')?;
    let (end, _) = address.char_indices().take(LONGEST_ADDRESS).find(|(_, c)| *c == ')')?;
    (blanks > 0 && is_file_or_site(address[..end].trim())).then_some(blanks + 1 + end + 1)
}

/// Whether brackets alone were meant as a link: they hold a file, and a text in brackets or
/// parentheses precedes them, `(text)[fil.md]`, `[text] [fil.md]`, or they stand within others,
/// `[[fil.md]]`, `[[sidan]]`.
fn is_reversed_link(text: &str, brackets: &Range<usize>) -> bool {
    let within = text.get(brackets.start + 1..brackets.end.saturating_sub(1)).unwrap_or("");
    let before = &text[..brackets.start];
    let is_after_text =
        before.ends_with([')', '}', '[']) || before.trim_end_matches(' ').ends_with(']');
    // `[[sidan]]` and `[[sida.md|text]]` are links of wikis.
    let is_of_a_wiki = before.ends_with('[')
        && text[brackets.end..].starts_with(']')
        && within.contains(char::is_alphabetic)
        && !is_header(text, brackets, within);
    is_of_a_wiki || (is_after_text && is_file_or_site(within))
}

/// Whether brackets are those of a header of front matter, `[[sources]]` on a line of its own: what
/// has brought it into the text is told where it stands.
fn is_header(text: &str, brackets: &Range<usize>, within: &str) -> bool {
    let begins = text[..brackets.start].trim_end_matches('[');
    let ends = text[brackets.end..].trim_start_matches(']');
    within.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_')
        && (begins.is_empty() || begins.ends_with('\n'))
        && (ends.is_empty() || ends.starts_with('\n'))
}

/// Whether a text names a file or a site and cannot be prose.
pub(super) fn is_file_or_site(text: &str) -> bool {
    const KNOWN: [&str; 27] = [
        "md", "markdown", "html", "htm", "pdf", "doc", "docx", "odt", "rtf", "xls", "xlsx", "ods",
        "csv", "ppt", "pptx", "txt", "png", "jpg", "jpeg", "gif", "webp", "svg", "zip", "xml",
        "json", "mp4", "ics",
    ];
    if text.is_empty() || text.contains(|c: char| c.is_whitespace() || c.is_control()) {
        return false;
    }
    let path = text.split(['#', '?']).next().unwrap_or("");
    let extension = path.rsplit_once('.').filter(|(stem, _)| !stem.is_empty()).map(|it| it.1);
    let is_file = extension.is_some_and(|it| KNOWN.contains(&it.to_lowercase().as_str()));
    let begins = ["http://", "https://", "mailto:", "tel:", "www.", "../", "./", "/", "#"];
    is_file || begins.iter().any(|begin| text.len() > begin.len() && text.starts_with(begin))
}

/// How far to look for the closing parenthesis. Without a limit, a long line of opening ones would
/// be read once for each.
const LONGEST_ADDRESS: usize = 300;
