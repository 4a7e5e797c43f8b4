//! The written references between documents, resolved and tried, and their inverses.

use std::sync::{Arc, Mutex};

use rayon::prelude::*;

use super::cycles::cycles;
use super::lookup::{Lookup, Target, resolve};
use super::{Drafts, Linked, Material, timeline};
use crate::diagnostic::{Code, Problem, Source, Text};
use crate::lock::held;
use crate::model::document::{Particulars, Reference};
use crate::model::{DocId, Document, Kind};
use crate::text;

/// Every document with its references resolved; what other stages fill in is left empty.
pub fn link(
    material: &Material,
    lookup: &Lookup,
    drafts: Drafts,
    problems: &mut Vec<Problem>,
) -> Vec<Linked> {
    let published = |document: &Document| drafts.publish(document);
    let found = Mutex::new(Vec::new());
    let resolved = material.documents.par_iter().map(|document| {
        let mut problems = Vec::new();
        let published = &published;
        let mut linked = Linked::new(document.clone(), published(document));
        Resolver { material, lookup, document, published, problems: &mut problems }
            .fill(&mut linked);
        if !problems.is_empty() {
            held(&found).append(&mut problems);
        }
        linked
    });
    let documents: Vec<Linked> = resolved.collect();
    problems.append(&mut held(&found));
    cycles(&documents, problems);
    documents
}

impl Linked {
    fn new(document: Arc<Document>, published: bool) -> Linked {
        Linked {
            document,
            published,
            municipalities: Vec::new(),
            districts: Vec::new(),
            police_areas: Vec::new(),
            in_part: Vec::new(),
            effective: None,
            state: None,
            last_day: None,
            agreement: None,
            replaces: Vec::new(),
            extends: Vec::new(),
            builds_on: Vec::new(),
            follows_up: Vec::new(),
            about: Vec::new(),
            translation_of: None,
            pledges: Vec::new(),
            replaced_by: Vec::new(),
            extended_by: Vec::new(),
            built_on_by: Vec::new(),
            follow_ups: Vec::new(),
            notices: Vec::new(),
            translations: Vec::new(),
            planned: Vec::new(),
            commitments: Vec::new(),
            commitments_from: None,
            outcomes: Vec::new(),
            focus: Vec::new(),
            links: Vec::new(),
            attachments: Vec::new(),
            images: Vec::new(),
        }
    }
}

struct Resolver<'a> {
    material: &'a Material,
    lookup: &'a Lookup<'a>,
    document: &'a Arc<Document>,
    published: &'a (dyn Fn(&Document) -> bool + Sync),
    problems: &'a mut Vec<Problem>,
}

impl Resolver<'_> {
    fn fill(&mut self, linked: &mut Linked) {
        let document = self.document;
        let archive = |kind: Kind| kind.is_archive();
        let same = |kind: Kind| kind == document.kind;
        if let Some(agreement) = document.agreement() {
            linked.replaces = self.all(&agreement.replaces, same);
            linked.extends = self.all(&agreement.extends, same);
            linked.builds_on = self.all(&agreement.builds_on, archive);
        }
        match &document.particulars {
            Particulars::Pledge(_, pledge) => {
                linked.agreement = pledge
                    .agreement
                    .as_ref()
                    .and_then(|reference| self.one(reference, |kind| kind == Kind::Agreement));
            }
            Particulars::FollowUp(follow_up) => {
                linked.follows_up = self.all(&follow_up.follows_up, |kind| {
                    matches!(kind, Kind::Pledge | Kind::Agreement)
                });
            }
            Particulars::ActionPlan(plan) => linked.builds_on = self.all(&plan.builds_on, archive),
            Particulars::Notice(notice) => linked.about = self.all(&notice.about, archive),
            Particulars::Page(page) => {
                linked.translation_of = page
                    .translation_of
                    .as_ref()
                    .and_then(|reference| self.one(reference, |kind| kind == Kind::Page));
            }
            Particulars::Agreement(_) | Particulars::SituationReport(_) => {}
        }
    }

    fn all(&mut self, references: &[Reference], fits: impl Fn(Kind) -> bool) -> Vec<DocId> {
        let mut ids: Vec<DocId> = Vec::new();
        for reference in references {
            if let Some(id) = self.one(reference, &fits)
                && !ids.contains(&id)
            {
                ids.push(id);
            }
        }
        ids
    }

    fn one(&mut self, reference: &Reference, fits: impl Fn(Kind) -> bool) -> Option<DocId> {
        let from = self.document.path();
        let source = &self.document.source;
        let problem = match resolve(from, reference).and_then(|path| self.lookup.get(&path)) {
            Some(Target::Broken) => return None,
            Some(Target::Document(id)) => {
                let target = &self.material.documents[id.index()];
                if !fits(target.kind) {
                    wrong_kind(source, reference, target.kind)
                } else if (self.published)(self.document) && !(self.published)(target) {
                    draft(source, reference)
                } else {
                    return Some(id);
                }
            }
            Some(Target::Place(id)) => {
                wrong_kind(source, reference, self.material.places[id.index()].kind())
            }
            Some(Target::File(_)) => not_a_document(source, reference),
            None => missing(source, from, reference, self.lookup),
        };
        self.problems.push(problem);
        None
    }
}

/// A reference to a file that does not exist.
pub fn missing(
    source: &Arc<Source>,
    from: &str,
    reference: &Reference,
    lookup: &Lookup,
) -> Problem {
    let written = &reference.value;
    let wanted = resolve(from, written);
    let message = match &wanted {
        Some(path) => text!(
            "Filen ”{written}” finns inte; programmet letade efter content/{path}.",
            "There is no file “{written}”; the program looked for content/{path}."
        ),
        None => text!(
            "”{written}” leder ut ur mappen content.",
            "“{written}” leads out of the folder content."
        ),
    };
    Problem::at(
        Code::ReferenceMissing,
        source,
        reference.span.clone(),
        message,
        suggestion(wanted.as_deref(), from, lookup),
    )
}

/// What to do about a path, written in the file `from`, that leads nowhere: the path that was meant,
/// or what there is in its folder, for the file may have been renamed.
pub fn suggestion(wanted: Option<&str>, from: &str, lookup: &Lookup) -> Text {
    /// More names than these are no help.
    const MOST: usize = 8;
    let folder = |path: &str| path.rsplit_once('/').map_or("", |(folder, _)| folder).to_owned();
    let Some(wanted) = wanted else {
        return text!(
            "Rätta sökvägen. Den räknas från filens egen mapp, eller från content när den börjar med /.",
            "Correct the path. It counts from the file's own folder, or from content when it begins with /."
        );
    };
    let nearest = lookup.nearest(wanted, from);
    let meant = match nearest {
        Some(nearest) => text!("Menade du ”/{nearest}”? ", "Did you mean “/{nearest}”? "),
        None => text!("", ""),
    };
    let beside = lookup.beside(wanted, from);
    let is_beside = nearest.is_some_and(|nearest| folder(nearest) == folder(wanted));
    let there = match (folder(wanted).as_str(), beside.len()) {
        (above, 1..=MOST) if !is_beside => {
            let (above, names) = (format!("content/{above}"), beside.join(", "));
            let above = above.trim_end_matches('/');
            text!("I mappen {above} finns {names}. ", "The folder {above} holds {names}. ")
        }
        _ if nearest.is_none() => text!(
            "Rätta sökvägen, eller lägg filen där. ",
            "Correct the path, or put the file there. "
        ),
        _ => text!("", ""),
    };
    Text {
        sv: format!(
            "{}{}En sökväg räknas från filens egen mapp, eller från content när den börjar med /.",
            there.sv, meant.sv
        ),
        en: format!(
            "{}{}A path counts from the file's own folder, or from content when it begins with /.",
            there.en, meant.en
        ),
    }
}

fn wrong_kind(source: &Arc<Source>, reference: &Reference, kind: Kind) -> Problem {
    let written = &reference.value;
    let kind = kind.as_str();
    Problem::at(
        Code::ReferenceKind,
        source,
        reference.span.clone(),
        text!(
            "”{written}” är av slaget ”{kind}”, och det slaget passar inte här.",
            "“{written}” is of the kind “{kind}”, and that kind does not fit here."
        ),
        text!(
            "Peka på rätt handling: agreement på en överenskommelse, follows_up på löften eller överenskommelser, replaces och extends på en handling av samma slag.",
            "Point to the right document: agreement to an agreement, follows_up to pledges or agreements, replaces and extends to a document of the same kind."
        ),
    )
}

fn not_a_document(source: &Arc<Source>, reference: &Reference) -> Problem {
    let written = &reference.value;
    Problem::at(
        Code::ReferenceKind,
        source,
        reference.span.clone(),
        text!(
            "”{written}” är ingen handling i arkivet utan en annan fil.",
            "“{written}” is not a document of the archive but another file."
        ),
        text!(
            "Peka på handlingens .md-fil. En bilaga anges under [[attachments]].",
            "Point to the document's .md file. An attachment is given under [[attachments]]."
        ),
    )
}

/// A published document that refers to a draft.
pub fn draft(source: &Arc<Source>, reference: &Reference) -> Problem {
    let written = &reference.value;
    Problem::at(
        Code::ReferenceDraft,
        source,
        reference.span.clone(),
        text!(
            "”{written}” är ett utkast och publiceras inte, så hänvisningen skulle leda ingenstans.",
            "“{written}” is a draft and is not published, so the reference would lead nowhere."
        ),
        text!(
            "Ta bort ”draft = true” i den filen när den är klar, eller ta bort hänvisningen så länge.",
            "Remove “draft = true” from that file when it is ready, or remove the reference until then."
        ),
    )
}

/// The other direction of every relation, from published documents only, in order of time.
pub fn inverses(documents: &mut [Linked]) {
    let mut order: Vec<DocId> = (0..documents.len()).map(DocId::nth).collect();
    order.sort_by_cached_key(|id| timeline::order_of_document(&documents[id.index()], *id));
    for from in order {
        if !documents[from.index()].published {
            continue;
        }
        let linked = &mut documents[from.index()];
        let agreement = linked.agreement;
        let translation_of = linked.translation_of;
        let lists = [
            linked.replaces.clone(),
            linked.extends.clone(),
            linked.builds_on.clone(),
            linked.follows_up.clone(),
            linked.about.clone(),
        ];
        if let Some(to) = agreement {
            documents[to.index()].pledges.push(from);
        }
        if let Some(to) = translation_of {
            documents[to.index()].translations.push(from);
        }
        for (relation, targets) in lists.into_iter().enumerate() {
            for to in targets {
                let target = &mut documents[to.index()];
                match relation {
                    0 => target.replaced_by.push(from),
                    1 => target.extended_by.push(from),
                    2 => target.built_on_by.push(from),
                    3 => target.follow_ups.push(from),
                    _ => target.notices.push(from),
                }
            }
        }
    }
}
