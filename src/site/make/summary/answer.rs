//! What is in force, for one kind of document.

use crate::model::place::PlaceKeys;
use crate::model::{DocId, Kind, PlaceId, State};
use crate::site::make::owned::{OwnerGroup, PlaceMaker};
use crate::site::view::{AnswerGroup, Decided, InForce, Latest, SummaryAnswer};

impl PlaceMaker<'_> {
    /// The answer about the place's documents of a kind.
    pub fn answer(&self, kind: Kind) -> SummaryAnswer {
        let with: Vec<(&OwnerGroup, Vec<DocId>)> = self
            .groups
            .iter()
            .map(|group| (group, self.of_kind(group, kind)))
            .filter(|(_, documents)| !documents.is_empty())
            .collect();
        let told_of = with.iter().filter(|(group, _)| self.is_told(group));
        let mut groups: Vec<AnswerGroup> = told_of
            .filter_map(|(group, documents)| self.answer_of(group, documents, kind))
            .collect();
        let told: Vec<&OwnerGroup> = with.iter().map(|(group, _)| *group).collect();
        let mut without = Vec::new();
        match &self.place.place.particulars {
            PlaceKeys::Municipality(_) => {
                let own = told.iter().any(|group| group.owners.contains(&self.id));
                if !own && !told.is_empty() {
                    let joint = |group: &&AnswerGroup| {
                        group.whose.as_ref().is_some_and(|whose| !whose.joint.is_empty())
                    };
                    let at = groups.iter().take_while(joint).count();
                    groups.insert(at, self.none_whole());
                }
            }
            PlaceKeys::PoliceArea(_) if !told.is_empty() && self.many.is_empty() => {
                without = self.without(&told, kind);
            }
            PlaceKeys::PoliceArea(_) | PlaceKeys::District(_) => {}
        }
        let archive = self.maker.archive;
        let is_area = |id: &PlaceId| archive.place(*id).place.kind() == Kind::PoliceArea;
        SummaryAnswer {
            kind,
            none: told.is_empty(),
            has_areas: self.place.below.iter().any(is_area),
            groups,
            without,
            summed: self.summed_up(kind),
        }
    }

    fn none_whole(&self) -> AnswerGroup {
        AnswerGroup {
            whose: self.itself(),
            none_whole: true,
            in_force: Vec::new(),
            unclear: Vec::new(),
            upcoming: Vec::new(),
            alone: false,
            may_hold: false,
            latest: Vec::new(),
            plan: None,
        }
    }

    /// The answer about a group's documents; `None` if what its owners have together with others
    /// says all there is to say.
    fn answer_of(
        &self,
        group: &OwnerGroup,
        documents: &[DocId],
        kind: Kind,
    ) -> Option<AnswerGroup> {
        let stands = self.stands_of(group, kind);
        if stands.is_told_elsewhere() {
            return None;
        }
        let lines = |ids: &[DocId]| ids.iter().map(|id| self.line(*id, kind)).collect();
        Some(AnswerGroup {
            whose: self.whose(group),
            none_whole: false,
            alone: stands.unclear.len() == 1
                && stands.in_force.is_empty()
                && stands.upcoming.is_empty()
                && stands.latest.is_empty(),
            in_force: lines(&stands.in_force),
            unclear: lines(&stands.unclear),
            upcoming: lines(&stands.upcoming),
            may_hold: stands.may_hold,
            latest: self.latest(&stands.latest),
            plan: (kind == Kind::ActionPlan).then(|| self.plan_facts(&stands, documents)),
        })
    }

    fn line(&self, id: DocId, kind: Kind) -> InForce {
        let linked = self.linked(id);
        let period = linked.document.period();
        let plan = kind == Kind::ActionPlan;
        let date = linked.effective.map(|effective| effective.date);
        let decisions = &linked.document.archive.decisions;
        let decided = decisions.iter().filter(|_| plan).filter_map(|decision| {
            Some(Decided { body: decision.body.clone()?, date: decision.date })
        });
        InForce {
            document: self.maker.document_link(id),
            period,
            date: date.filter(|_| plan && period.is_none()),
            coming_end: self.maker.coming_end(id),
            decided: decided.collect(),
        }
    }

    /// The latest documents, together where the same is true of each.
    fn latest(&self, ids: &[DocId]) -> Vec<Latest> {
        let mut latest: Vec<Latest> = Vec::new();
        for id in ids {
            let one = self.latest_alone(*id);
            let same = latest.iter_mut().find(|other| {
                (other.period, other.state, other.ended, &other.replaced_by)
                    == (one.period, one.state, one.ended, &one.replaced_by)
            });
            match same {
                Some(other) => other.documents.extend(one.documents),
                None => latest.push(one),
            }
        }
        latest
    }

    fn latest_alone(&self, id: DocId) -> Latest {
        let linked = self.linked(id);
        let ended = linked.document.agreement().and_then(|keys| keys.ended.as_ref());
        let is = |state: State| linked.state == Some(state);
        Latest {
            documents: vec![self.maker.document_link(id)],
            period: linked.document.period(),
            state: linked.state,
            ended: ended.filter(|_| is(State::Terminated)).map(|ended| ended.date.value),
            replaced_by: if is(State::Replaced) {
                self.maker.document_links(&linked.replaced_by)
            } else {
                Vec::new()
            },
        }
    }
}
