//! Document pages: one of each kind with everything, and one with only a title.

use super::chain::{ChainStep, ChainView};
use super::view::{
    CommitmentView, ContactView, DecisionView, DocumentView, EndedView, OutcomeView, PlannedView,
    SealView, SignatoryView, StatementOf, StatementView,
};
use crate::model::{
    AreaLevel, DatedBy, Kind, NoticeType, PlannedState, Standing, State, Status, Wording,
};
use crate::site::fixture::{
    SIGNS, attachments, bare, conflict, counting, day, document_link, document_links, empty_prose,
    images, link, links, month, prose, rich, some, source, year, years,
};
use crate::site::view::{
    CorrectionView, EndingView, PageOf, SourceView, StandingWord, WithdrawnLink,
};

/// Every page, each at an address of its own.
pub fn pages() -> Vec<PageOf<Box<DocumentView>>> {
    let mut views = Vec::new();
    let kinds: Vec<_> = Kind::ALL.iter().copied().filter(|kind| kind.is_archive()).collect();
    for kind in &kinds {
        let title = format!("Handling av slaget {}", kind.as_str());
        let address = |form: &str| format!("kommuner/eskilstuna/2018/{}{form}.html", kind.as_str());
        views.push(rich(&address(""), &title, Box::new(filled(*kind))));
        views.push(bare(&address("-tom"), &title, Box::new(empty(*kind))));
    }
    // Each document has only one word of these vocabularies, so the documents take turns and every
    // word occurs.
    let dated_by = DatedBy::ALL.iter().cycle();
    let wordings = Wording::ALL.iter().cycle();
    let notices = NoticeType::ALL.iter().cycle();
    let kinds = [Kind::Pledge, Kind::Agreement, Kind::Notice];
    for kind in kinds {
        let words = State::ALL.iter().zip(dated_by.clone()).zip(wordings.clone());
        for (((state, dated_by), wording), notice_type) in words.zip(notices.clone()) {
            let document = DocumentView {
                state: (kind != Kind::Notice).then_some(*state),
                over: matches!(state, State::Ended | State::Terminated | State::Replaced),
                dated_by: Some(*dated_by),
                wording: Some(*wording),
                notice_type: (kind == Kind::Notice).then_some(*notice_type),
                ..empty(kind)
            };
            let address =
                format!("kommuner/eskilstuna/2018/{}-{}.html", kind.as_str(), state.as_str());
            views.push(bare(&address, SIGNS, Box::new(document)));
        }
    }
    views
}

fn empty(kind: Kind) -> DocumentView {
    DocumentView {
        kind,
        includes_pledge: false,
        title: "Medborgarlöfte".to_owned(),
        language: None,
        original_language: None,
        summary: None,
        draft: false,
        wording: None,
        notice_type: (kind == Kind::Notice).then_some(NoticeType::News),
        called: None,
        municipalities: Vec::new(),
        districts: Vec::new(),
        police_areas: Vec::new(),
        area_level: None,
        period: None,
        period_unknown: matches!(kind, Kind::Agreement | Kind::Pledge),
        period_as_printed: None,
        signed: None,
        signed_late: false,
        announced: None,
        date: None,
        effective_date: None,
        dated_by: None,
        published: None,
        date_basis: None,
        state: matches!(kind, Kind::Agreement | Kind::Pledge).then_some(State::Unknown),
        over: false,
        last_day: None,
        ended: None,
        coming_end: None,
        signatories: Vec::new(),
        parties: Vec::new(),
        focus: Vec::new(),
        decisions: Vec::new(),
        contact: None,
        assessed_by: Vec::new(),
        reported_by: None,
        third_party: false,
        chain: Vec::new(),
        replaced_by: Vec::new(),
        translation_of: None,
        translations: Vec::new(),
        body: empty_prose(),
        body_empty: true,
        commitments: Vec::new(),
        commitments_from: None,
        commitments_complete: true,
        counting: None,
        outcomes: Vec::new(),
        outcomes_of: None,
        planned: Vec::new(),
        planned_as_printed: None,
        withdrawn_follow_ups: Vec::new(),
        sources: Vec::new(),
        corrections: Vec::new(),
        seal: None,
        conflicts: Vec::new(),
        originals: Vec::new(),
        attachments: Vec::new(),
        images: Vec::new(),
        archived: None,
        changed: None,
        permanent_address: "kommuner/habo/medborgarlofte.html".to_owned(),
    }
}

fn filled(kind: Kind) -> DocumentView {
    let signed = matches!(kind, Kind::Agreement | Kind::Pledge);
    DocumentView {
        includes_pledge: kind == Kind::Agreement,
        called: some(SIGNS),
        title: SIGNS.to_owned(),
        language: some("en"),
        original_language: some("en"),
        summary: some(SIGNS),
        draft: true,
        wording: Some(Wording::Verbatim),
        municipalities: links(),
        districts: links(),
        police_areas: links(),
        area_level: AreaLevel::ALL.get(kind as usize % 4).copied(),
        period: Some(years(2016, 2019)),
        period_unknown: false,
        period_as_printed: some("31 juni 2016 – 2019"),
        signed: signed.then(|| day(2016, 2, 12)),
        signed_late: signed,
        announced: signed.then(|| day(2016, 2, 11)),
        date: (!signed).then(|| month(2016, 2)),
        effective_date: Some(day(2016, 2, 12)),
        dated_by: Some(DatedBy::Signed),
        published: Some(month(2018, 2)),
        date_basis: some(SIGNS),
        state: signed.then_some(State::Terminated),
        over: signed,
        last_day: signed.then(|| day(2018, 12, 31)),
        ended: signed.then(|| EndedView {
            date: day(2018, 12, 31),
            reason: SIGNS.to_owned(),
            by: some("Kommunstyrelsen"),
            source: some("Protokoll 2018-11-20"),
        }),
        coming_end: (!signed)
            .then(|| EndingView { date: day(2018, 10, 31), replaced_by: document_links() }),
        signatories: signatories(),
        parties: vec!["Polismyndigheten".to_owned(), SIGNS.to_owned()],
        focus: links(),
        decisions: vec![
            DecisionView {
                body: some("Kommunstyrelsen"),
                date: Some(day(2016, 1, 26)),
                paragraph: some("§ 12"),
                case_number: some("KS/2016:7"),
            },
            DecisionView { body: some(SIGNS), date: None, paragraph: None, case_number: None },
        ],
        contact: Some(ContactView {
            name: some("Kontaktcenter"),
            role: some(SIGNS),
            email: some("kommun@exempel.se"),
            phone: some("016-00 00 00"),
        }),
        assessed_by: vec![SIGNS.to_owned()],
        reported_by: (kind == Kind::FollowUp).then(|| SIGNS.to_owned()),
        third_party: true,
        chain: chain(),
        replaced_by: document_links(),
        translation_of: Some(document_link()),
        translations: document_links(),
        body: prose(),
        body_empty: false,
        commitments: commitments(),
        commitments_from: Some(document_link()),
        commitments_complete: false,
        counting: Some(counting()),
        outcomes: outcomes(),
        outcomes_of: Some(document_link()),
        planned: planned(),
        planned_as_printed: some(SIGNS),
        withdrawn_follow_ups: vec![WithdrawnLink {
            title: some(SIGNS),
            address: "uppfoljning.html".to_owned(),
            href: "uppfoljning.html".to_owned(),
            date: day(2026, 2, 3),
        }],
        sources: vec![source(), bare_source()],
        corrections: vec![CorrectionView { date: day(2021, 3, 4), text: SIGNS.to_owned() }],
        seal: Some(SealView {
            package: link("2020", "../../../arspaket/index.html"),
            made: day(2021, 2, 1),
            mark: "corrected",
            sha256: some("e86809a6599d75bb78cea9fb321b51a37fa64ada793c782b2c79b0ce344b890e"),
            corrected: Some(CorrectionView { date: day(2021, 3, 4), text: SIGNS.to_owned() }),
        }),
        conflicts: vec![conflict()],
        originals: attachments(),
        attachments: attachments(),
        images: images(),
        archived: Some(day(2020, 1, 2)),
        changed: Some(day(2021, 3, 4)),
        permanent_address: "https://www.exempel.se/loften/kommuner/eskilstuna/2018/a.html"
            .to_owned(),
        ..empty(kind)
    }
}

fn bare_source() -> SourceView {
    SourceView {
        publisher: None,
        title: None,
        url: some("https://www.exempel.se/"),
        dated: None,
        retrieved: None,
        reference: None,
    }
}

fn signatories() -> Vec<SignatoryView> {
    vec![
        SignatoryView {
            name: "Christer Sjökvist".to_owned(),
            also_written: vec!["Christer Sjöqvist".to_owned(), SIGNS.to_owned()],
            role: some("lokalpolisområdeschef"),
            organisation: some("Polismyndigheten"),
            political_party: some("S"),
            acting: true,
        },
        SignatoryView {
            name: SIGNS.to_owned(),
            also_written: Vec::new(),
            role: None,
            organisation: None,
            political_party: None,
            acting: false,
        },
    ]
}

/// Every relation.
fn chain() -> Vec<ChainView> {
    let relation = |name: &ChainStep| ChainView { name: *name, documents: document_links() };
    ChainStep::ALL.iter().map(relation).collect()
}

/// One with each status, during the pledge and after it, and one without any.
fn commitments() -> Vec<CommitmentView> {
    let outcome = |status, at: usize| OutcomeView {
        date: if at.is_multiple_of(2) { day(2018, 9, 3) } else { month(2018, 5) },
        status: Some(status).filter(|_| at != 5),
        text: at.is_multiple_of(2).then(|| SIGNS.to_owned()),
        value: at.is_multiple_of(3).then(|| "20 av 8".to_owned()),
        assessed_by: "Polismyndigheten".to_owned(),
        href: "uppfoljning.html".to_owned(),
        title: "Uppföljning i maj".to_owned(),
    };
    let history = || -> Vec<_> {
        Status::ALL.iter().enumerate().map(|(at, status)| outcome(*status, at)).collect()
    };
    let mut commitments = Vec::new();
    let judged = Status::ALL.iter().map(|status| Standing::Judged(*status));
    let others = [Standing::Reported, Standing::AsAWhole, Standing::None];
    for (at, standing) in judged.chain(others).enumerate() {
        let status = standing.status();
        for over in [false, true] {
            let full = over || status.is_none();
            commitments.push(CommitmentView {
                id: format!("lofte{at}-{over}"),
                anchor: format!("lofte-lofte{at}-{over}"),
                text: SIGNS.to_owned(),
                by: if full {
                    vec!["Polismyndigheten".to_owned(), SIGNS.to_owned()]
                } else {
                    Vec::new()
                },
                target: full.then(|| "minst 30 helger".to_owned()),
                place: full.then(|| "Torget".to_owned()),
                when: full.then(|| SIGNS.to_owned()),
                cause: full.then(|| SIGNS.to_owned()),
                indicator: full.then(|| SIGNS.to_owned()),
                baseline: full.then(|| SIGNS.to_owned()),
                goal: full.then(|| SIGNS.to_owned()),
                standing: StandingWord { standing, over },
                whole: if standing == Standing::AsAWhole { document_links() } else { Vec::new() },
                history: status.map_or_else(Vec::new, |status| match at {
                    0 => history(),
                    at => vec![outcome(status, at)],
                }),
                third_party: if status.is_none() { history() } else { Vec::new() },
                same_as: full.then(document_link),
            });
        }
    }
    commitments
}

fn outcomes() -> Vec<StatementView> {
    let mut outcomes = Vec::new();
    let verdicts = Status::ALL.iter().copied().map(Some).chain([None, None, None]);
    for (at, status) in verdicts.enumerate() {
        let full = at.is_multiple_of(2);
        let whole = at > Status::ALL.len();
        let of = || StatementOf {
            text: SIGNS.to_owned(),
            language: some("en"),
            href: "medborgarlofte.html#lofte-synlighet".to_owned(),
            of: document_link(),
        };
        outcomes.push(StatementView {
            of: (!whole).then(of),
            by: if whole && full { vec![SIGNS.to_owned()] } else { Vec::new() },
            status,
            text: full.then(|| SIGNS.to_owned()),
            value: full.then(|| "12 %".to_owned()),
            assessed_by: full.then(|| "Brå".to_owned()),
        });
    }
    outcomes
}

fn planned() -> Vec<PlannedView> {
    let dates = [month(2018, 5), day(2018, 9, 30), year(2027)];
    PlannedState::ALL
        .iter()
        .zip(dates)
        .map(|(state, date)| PlannedView {
            date,
            state: *state,
            answered_by: (*state == PlannedState::Published).then(document_link),
        })
        .collect()
}
