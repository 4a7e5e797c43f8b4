//! The marks of a chart: how long a document was in force, when it was signed, what happened, and
//! what is missing.

use super::scale::Scale;
use crate::archive::{Gap, Held, HeldUntil, LinkedPlace};
use crate::model::document::Agreement;
use crate::model::{DatedBy, DocId, End, Kind, Period, PlannedState};
use crate::site::make::maker::Maker;
use crate::site::view::{ChartEnding, ChartMark, ChartSigning, EntryType, MarkEnd, MarkKind};

const BAR: i32 = 20;
/// The least width of a span, so that even the shortest can be seen.
const SPAN_LEAST: i32 = 4;

/// What is needed to draw marks.
pub struct Drawing<'a> {
    pub maker: &'a Maker<'a>,
    pub scale: &'a Scale,
    /// Where the last year ends.
    pub chart_end: i32,
}

impl Drawing<'_> {
    /// The time during which a document was in force, with its signing. If that time is not known,
    /// a mark at its signing or at the day by which it is dated. The mark is of one of the
    /// document's kinds: an agreement that is also a pledge has a mark of each.
    pub fn document(&self, id: DocId, kind: Kind) -> Option<ChartMark> {
        let linked = self.maker.archive.document(id);
        let mark = match (linked.held, linked.document.agreement()) {
            (Some(held), Some(_)) => self.span(id, held).or_else(|| self.signing_alone(id)),
            (Some(_), None) | (None, _) => self.point(id),
        };
        Some(ChartMark { entry_type: EntryType::Document(kind), ..mark? })
    }

    /// The time during which a document was in force; `None` if nothing is known about it.
    fn span(&self, id: DocId, held: Held) -> Option<ChartMark> {
        let linked = self.maker.archive.document(id);
        let today = self.maker.archive.today;
        let (certain, unclear) = (held.certain(today)?, held.unclear(today));
        let effective = linked.effective;
        // If its beginning is unknown, it is certain only of its last year. Before that, it may have
        // been in force since the day by which it is dated, and is not drawn any earlier.
        let sure_from = held.first.unwrap_or(certain.1.first_of_year());
        let dated = effective.map(|effective| effective.date.first_day());
        let dated = dated.filter(|dated| held.first.is_none() && *dated <= certain.1);
        let x = self.scale.x(dated.unwrap_or(sure_from));
        let certain_end = self.scale.end(certain.1);
        let end = unclear.map_or(certain_end, |(_, until)| self.scale.end(until));
        let by = effective.map(|effective| effective.by);
        let published = held.first.is_none() && by == Some(DatedBy::Published);
        let named = published || by == Some(DatedBy::Date);
        Some(ChartMark {
            x,
            width: (end.min(self.chart_end) - x).max(SPAN_LEAST),
            begins: held.first.is_some(),
            certain_x: Some(self.scale.x(sure_from)).filter(|certain| *certain > x),
            end: match held.end {
                HeldUntil::Day(_) => MarkEnd::Known,
                HeldUntil::FurtherNotice => MarkEnd::FurtherNotice,
                HeldUntil::Unknown(_) => MarkEnd::Unknown,
            },
            unclear_x: unclear.map(|_| certain_end),
            signing: self.signing(id),
            ending: self.maker.ending(id).map(|ending| ChartEnding {
                date: ending.date,
                replaced: !ending.replaced_by.is_empty(),
                over: linked.over(),
            }),
            date: effective.filter(|_| named).map(|effective| effective.date),
            published,
            ..self.mark(id, MarkKind::Span)
        })
    }

    fn signing(&self, id: DocId) -> Option<ChartSigning> {
        let linked = self.maker.archive.document(id);
        let keys = linked.document.agreement()?;
        let signed = keys.signed.as_ref().map(|signed| signed.value);
        let announced = keys.announced.as_ref().map(|day| day.value);
        let date = signed.or(announced)?;
        Some(ChartSigning { x: self.scale.middle(date), y: 0, date, announced: signed.is_none() })
    }

    /// A document for which the time in force is not known: its signing, the announcement of it, or
    /// a day on which the document was public.
    fn signing_alone(&self, id: DocId) -> Option<ChartMark> {
        let effective = self.maker.archive.document(id).effective?;
        let signing = self.signing(id);
        let announced = signing.is_some_and(|signing| signing.announced);
        let hollow = announced || effective.by == DatedBy::Published;
        let mark = if hollow { MarkKind::Hollow } else { MarkKind::Point };
        Some(ChartMark {
            x: signing.map_or_else(|| self.scale.middle(effective.date), |signing| signing.x),
            date: Some(effective.date),
            published: effective.by == DatedBy::Published,
            signing,
            ..self.mark(id, mark)
        })
    }

    fn point(&self, id: DocId) -> Option<ChartMark> {
        let linked = self.maker.archive.document(id);
        let effective = linked.effective?;
        let period = linked.document.period();
        Some(ChartMark {
            x: self.scale.middle(effective.date),
            // What is about a period is named by it, and not by its first day.
            date: Some(effective.date).filter(|_| effective.by != DatedBy::Period),
            period,
            ..self.mark(id, MarkKind::Point)
        })
    }

    /// A promised follow-up that the archive lacks or that is still to come; `None` for one that is
    /// published, since it has a mark of its own.
    pub fn planned(&self, id: DocId, n: usize) -> Option<ChartMark> {
        let planned = &self.maker.archive.document(id).planned[n];
        if planned.state == PlannedState::Published {
            return None;
        }
        Some(ChartMark {
            entry_type: EntryType::PlannedFollowUp,
            x: self.scale.middle(planned.date),
            date: Some(planned.date),
            state: None,
            planned_state: Some(planned.state),
            ..self.mark(id, MarkKind::Hollow)
        })
    }

    pub fn gap(&self, gap: &Gap, place: &LinkedPlace) -> ChartMark {
        let x = self.scale.x(gap.from.first_day());
        ChartMark {
            mark: MarkKind::Gap,
            entry_type: EntryType::Document(gap.of),
            x,
            y: 0,
            width: self.scale.end(gap.until.last_day()) - x,
            height: BAR,
            begins: true,
            certain_x: None,
            ending: None,
            end: MarkEnd::Known,
            unclear_x: None,
            published: false,
            title: String::new(),
            place: None,
            language: None,
            href: None,
            date: Some(gap.from),
            signing: None,
            period: Period::new(Some(gap.from), End::Known(gap.until)).ok(),
            state: None,
            planned_state: None,
            gap_unclear: self.maker.may_have_held_in(place, gap),
        }
    }

    fn mark(&self, id: DocId, mark: MarkKind) -> ChartMark {
        let linked = self.maker.archive.document(id);
        let version = self.maker.document_link(id);
        ChartMark {
            mark,
            entry_type: EntryType::Document(linked.document.kind),
            x: 0,
            y: 0,
            width: 0,
            height: BAR,
            begins: true,
            certain_x: None,
            ending: None,
            end: MarkEnd::Known,
            unclear_x: None,
            published: false,
            title: version.text,
            place: None,
            language: version.language,
            href: Some(version.href),
            date: None,
            signing: None,
            period: linked.document.agreement().and_then(Agreement::period),
            state: linked.state,
            planned_state: None,
            gap_unclear: false,
        }
    }
}
