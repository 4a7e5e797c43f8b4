//! What one file's links, attachments and images lead to, and what is wrong with them.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::super::enclosed::{self, UsedAs};
use super::super::linked::LinkTarget;
use super::super::lookup::PathTarget;
use super::super::lost_references::and_more;
use super::super::references::draft;
use super::linkable::{Anchors, Linkable};
use crate::diagnostic::{Code, Problem, Source, Span, Spanned, Text};
use crate::markdown::{self, LinkKind, MarkdownLink};
use crate::model::{Address, ContentPath, ContentPathBuf, FileId};
use crate::nearest::{COMPARED, did_you_mean, listed, nearest_as};
use crate::text;

/// Links one file.
pub struct Linker<'a> {
    all: &'a Linkable<'a>,
    problems: Vec<Problem>,
    anchors_missing: usize,
    /// How many problems there are, reported or not.
    told: usize,
    /// The ids of what the file links to.
    ids: HashMap<Anchors, HashSet<String>>,
    /// The ids that it may have as well.
    further: HashMap<Anchors, Option<HashSet<String>>>,
}

/// More problems with the links of one file than this are only counted.
const MOST_PROBLEMS: usize = 200;

impl<'a> Linker<'a> {
    pub fn new(all: &'a Linkable<'a>) -> Linker<'a> {
        Linker {
            all,
            problems: Vec::new(),
            anchors_missing: 0,
            told: 0,
            ids: HashMap::new(),
            further: HashMap::new(),
        }
    }

    /// Whether another problem is reported, and not only counted.
    fn has_room(&mut self) -> bool {
        self.told += 1;
        self.told <= MOST_PROBLEMS
    }

    fn report(&mut self, problem: impl FnOnce() -> Problem) {
        if self.has_room() {
            self.problems.push(problem());
        }
    }

    /// The problems. One of them, or of the references that lead nowhere, says how many more there
    /// are.
    pub fn finish(mut self, source: &Arc<Source>) -> Vec<Problem> {
        let more = self.told.saturating_sub(MOST_PROBLEMS);
        if more > 0 {
            match self.problems.last_mut() {
                Some(last) => and_more(last, more),
                None => self.all.lookup.lost_references.add_more(source, more),
            }
        }
        self.problems
    }

    /// What a link or an image of the body leads to.
    pub fn destination(
        &mut self,
        source: &Arc<Source>,
        path: ContentPath<'_>,
        link: &MarkdownLink,
        written: &Spanned<String>,
        own: &Anchors,
        is_public: bool,
    ) -> LinkTarget {
        let kind = link.kind;
        let external = || LinkTarget::External(link.destination.clone());
        let markdown::Destination::Local { path: file, fragment } = link.target() else {
            return external();
        };
        let fragment = fragment.filter(|fragment| !fragment.is_empty());
        if file.is_empty() {
            let Some(fragment) = fragment else { return external() };
            self.anchor(source, &written.span, &fragment, *own);
            return LinkTarget::Own(fragment);
        }
        let wanted = path.resolve(&file);
        let target = wanted.as_ref().and_then(|path| self.all.lookup.get(path.as_path()));
        match target {
            Some(PathTarget::Broken) => {
                let unsure =
                    wanted.as_ref().and_then(|path| self.all.lookup.unsure(path.as_path()));
                if let (LinkKind::Link, Some(fragment), Some(target)) = (kind, &fragment, unsure)
                    && let Some(anchors) = Anchors::of(target)
                {
                    self.anchor(source, &written.span, fragment, anchors);
                }
                LinkTarget::Nowhere
            }
            Some(PathTarget::File(id)) => {
                let used = match kind {
                    LinkKind::Image => UsedAs::Image,
                    LinkKind::Link => UsedAs::File,
                };
                self.enclosed(source, &written.span, id, used);
                LinkTarget::File(id)
            }
            Some(PathTarget::Document(id)) if kind == LinkKind::Link => {
                let target = &self.all.documents[id.index()];
                if is_public && !target.published && target.document.common.draft {
                    self.report(|| draft(source, written));
                    return LinkTarget::Nowhere;
                }
                if let Some(fragment) = &fragment {
                    self.anchor(source, &written.span, fragment, Anchors::Document(id));
                }
                LinkTarget::Document(id, fragment)
            }
            Some(PathTarget::Place(id)) if kind == LinkKind::Link => {
                if let Some(fragment) = &fragment {
                    self.anchor(source, &written.span, fragment, Anchors::Place(id));
                }
                LinkTarget::Place(id, fragment)
            }
            Some(PathTarget::Document(_) | PathTarget::Place(_)) if kind == LinkKind::Image => {
                self.report(|| {
                    Problem::at(
                        Code::LinkMissing,
                        source,
                        written.span.clone(),
                        text!(
                            "”{file}” är ingen bild utan ett dokument. En länk skrivs utan utropstecken.",
                            "“{file}” is not an image but a document. A link is written without an exclamation mark."
                        ),
                        text!("Ta bort utropstecknet och skriv vart länken leder: [länktext]({file})", "Remove the exclamation mark and write where the link leads: [link text]({file})"),
                    )
                });
                LinkTarget::Nowhere
            }
            _ => {
                let message = match kind {
                    LinkKind::Link => text!(
                        "Länken leder till ”{file}”, men den filen finns inte.",
                        "The link leads to “{file}”, but there is no such file."
                    ),
                    LinkKind::Image => {
                        text!("Bilden ”{file}” finns inte.", "There is no image “{file}”.")
                    }
                };
                if self.has_room() {
                    let (code, lost) = (Code::LinkMissing, &self.all.lookup.lost_references);
                    lost.add(code, source, &written.span, message, wanted);
                }
                LinkTarget::Nowhere
            }
        }
    }

    /// Reports what is wrong with a file that is used here.
    fn enclosed(&mut self, source: &Arc<Source>, span: &Span, id: FileId, used: UsedAs) {
        let file = &self.all.files[id.index()].file;
        let found =
            [enclosed::problem(source, span, file, used), enclosed::position(source, span, file)];
        for problem in found.into_iter().flatten() {
            self.report(|| problem);
        }
    }

    fn anchor(&mut self, source: &Arc<Source>, span: &Span, fragment: &str, target: Anchors) {
        let all = self.all;
        let ids = self.ids.entry(target).or_insert_with(|| all.ids(target).into_iter().collect());
        if ids.contains(fragment) {
            return;
        }
        if let Some(commitment) = all.commitment_of(target, fragment) {
            let further = self.further.entry(target).or_insert_with(|| all.further_ids(target));
            if further.as_ref().is_none_or(|ids| ids.contains(commitment)) {
                return;
            }
        }
        let known = if self.told < MOST_PROBLEMS { all.ids(target) } else { Vec::new() };
        if !self.has_room() {
            return;
        }
        let names = known.iter().map(String::as_str);
        let nearest = || nearest_as(&fragment.to_lowercase(), names, str::to_lowercase, 4);
        self.anchors_missing += 1;
        let help = match (self.anchors_missing <= COMPARED).then(nearest).flatten() {
            Some(nearest) => did_you_mean(&format!("#{nearest}")),
            None if known.is_empty() && self.all.is_unsure(target) => text!(
                "Ge det som menas id:t i filen, eller ta bort ”#{fragment}” ur länken.",
                "Give what is meant that id in the file, or remove “#{fragment}” from the link."
            ),
            None if known.is_empty() => text!(
                "Sidan har inga rubriker. Ta bort ”#{fragment}” ur länken.",
                "The page has no headings. Remove “#{fragment}” from the link."
            ),
            None => {
                let Text { sv, en } = listed(known.iter().map(|id| format!("#{id}")));
                text!("Rubrikerna på sidan är {sv}.", "The headings on the page are {en}.")
            }
        };
        self.problems.push(Problem::at(
            Code::AnchorMissing,
            source,
            span.clone(),
            text!(
                "Länken leder till rubriken ”#{fragment}”, men den finns inte på sidan.",
                "The link leads to the heading “#{fragment}”, but the page has none such."
            ),
            help,
        ));
    }

    /// The file of an attachment or image that is listed in front matter.
    pub fn listed(
        &mut self,
        source: &Arc<Source>,
        path: ContentPath<'_>,
        file: &Spanned<String>,
        used: UsedAs,
    ) -> Option<FileId> {
        let written = &file.value;
        let wanted = path.resolve(written);
        match wanted.as_ref().and_then(|path| self.all.lookup.get(path.as_path())) {
            Some(PathTarget::File(id)) => {
                self.enclosed(source, &file.span, id, used);
                return Some(id);
            }
            Some(PathTarget::Broken) => return None,
            Some(PathTarget::Document(_) | PathTarget::Place(_)) => {
                self.problems.push(Problem::at(
                    Code::ReferenceKind,
                    source,
                    file.span.clone(),
                    text!(
                        "”{written}” är ett dokument i arkivet och kan inte vara bilaga eller bild.",
                        "“{written}” is a document of the archive and cannot be an attachment or image."
                    ),
                    text!(
                        "Länka till dokumentet i texten, eller ange det under rätt nyckel.",
                        "Link to the document in the text, or give it under the right key."
                    ),
                ));
                return None;
            }
            None => {}
        }
        let withdrawn = wanted
            .as_ref()
            .and_then(|path| Address::of_content(path.as_path()).ok())
            .is_some_and(|address| self.all.ledger.withdrawal(&address).is_some());
        if !withdrawn {
            let place = wanted.as_ref().map_or(written.as_str(), ContentPathBuf::as_str);
            let message = text!(
                "Filen ”{written}” finns inte; programmet letade efter content/{place}.",
                "There is no file “{written}”; the program looked for content/{place}."
            );
            if self.has_room() {
                let (code, lost) = (Code::AttachmentMissing, &self.all.lookup.lost_references);
                lost.add(code, source, &file.span, message, wanted);
            }
        }
        None
    }
}
