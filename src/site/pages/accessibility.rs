//! `tillganglighet.html`: the accessibility statement.

use serde::Serialize;

use super::kind::PageKind;
use crate::archive::Archive;
use crate::model::settings::{self, AssessmentMethod, Compliance};
use crate::model::{Address, AttachmentText, PartialDate};
use crate::site::fixture::{SIGNS, bare, day, links, month, rich, some};
use crate::site::make::{Head, Maker};
use crate::site::overview::Overview;
use crate::site::site_names::ACCESSIBILITY;
use crate::site::view::{Link, PageOf};

/// The accessibility statement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AccessibilityPage;

/// What it shows.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct AccessibilityView {
    /// Who is responsible for the site.
    pub publisher: Option<String>,
    pub service: String,
    pub status: Option<Compliance>,
    pub assessed: Option<PartialDate>,
    pub updated: Option<PartialDate>,
    pub method: Option<AssessmentMethod>,
    pub contact: Option<String>,
    pub contact_url: Option<String>,
    pub supervisor: Option<String>,
    pub supervisor_url: Option<String>,
    pub burden: Option<String>,
    pub outside_law: Option<String>,
    pub faults: Vec<FaultView>,
    /// Documents with attachments that are only images of text.
    pub scanned: Vec<Link>,
    /// Whether `site.toml` has no `[accessibility]`.
    pub missing: bool,
}

/// A known fault.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct FaultView {
    pub situation: Option<String>,
    pub text: String,
    pub reason: Option<String>,
}

impl PageKind for AccessibilityPage {
    type View = AccessibilityView;
    const TEMPLATE: &'static str = "accessibility.html";
    const LISTED: bool = true;
    const IN_MENUS: bool = true;

    fn addresses(_: &Archive, _: &Overview) -> impl Iterator<Item = (Address, AccessibilityPage)> {
        [(Address::made(ACCESSIBILITY.to_owned()), AccessibilityPage)].into_iter()
    }

    fn view(&self, maker: &Maker<'_>) -> PageOf<AccessibilityView> {
        let settings = &maker.archive.settings;
        let statement = settings.accessibility.as_ref();
        let text = |pick: fn(&settings::Accessibility) -> &Option<String>| {
            statement.and_then(|statement| pick(statement).clone())
        };
        let view = AccessibilityView {
            publisher: settings.publisher.clone(),
            service: settings.title.clone(),
            status: statement.and_then(|statement| statement.status),
            assessed: statement.and_then(|s| s.assessed.as_ref()).map(|date| date.value),
            updated: statement.and_then(|statement| statement.updated),
            method: statement.and_then(|statement| statement.method),
            contact: text(|statement| &statement.contact),
            contact_url: text(|statement| &statement.contact_url),
            supervisor: text(|statement| &statement.supervisor),
            supervisor_url: text(|statement| &statement.supervisor_url),
            burden: text(|statement| &statement.burden),
            outside_law: text(|statement| &statement.outside_law),
            faults: statement
                .map(|statement| &statement.faults[..])
                .unwrap_or(&[])
                .iter()
                .map(|fault| FaultView {
                    situation: fault.situation.as_deref().map(situation),
                    text: fault.text.clone(),
                    reason: fault.reason.clone(),
                })
                .collect(),
            scanned: scanned(maker),
            missing: statement.is_none(),
        };
        let head = Head {
            breadcrumb: vec![maker.start_link()],
            ..Head::titled(maker.overview.labels.get("accessibility").to_owned())
        };
        maker.page(head, view)
    }

    fn fixture() -> Vec<PageOf<AccessibilityView>> {
        let filled = [
            (Compliance::Full, AssessmentMethod::Own, "tillganglighet.html"),
            (Compliance::Partial, AssessmentMethod::External, "tillganglighet/delvis.html"),
            (Compliance::None, AssessmentMethod::Own, "tillganglighet/inte.html"),
        ];
        let filled = filled
            .map(|(status, method, name)| rich(name, "Tillgänglighet", filled_in(status, method)));
        let missing = bare("tillganglighet/tom.html", "Tillgänglighet", no_statement());
        filled.into_iter().chain([missing]).collect()
    }
}

/// Documents with attachments that are only images of text.
fn scanned(maker: &Maker<'_>) -> Vec<Link> {
    // Translations have attachments of their own.
    let documents = maker.archive.documents.iter().enumerate();
    let scanned = documents.filter(|(_, linked)| {
        if !linked.published || !linked.document.kind.is_archive() {
            return false;
        }
        let mut attachments = linked.document.common.attachments.iter();
        attachments.any(|attachment| attachment.text == Some(AttachmentText::Scanned))
    });
    scanned
        .map(|(n, linked)| Link {
            text: maker.overview.titles[n].clone(),
            href: maker.way(&linked.document.address),
        })
        .collect()
}

fn filled_in(status: Compliance, method: AssessmentMethod) -> AccessibilityView {
    AccessibilityView {
        publisher: some("Eskilstuna kommun"),
        service: "Löftesarkivet".to_owned(),
        status: Some(status),
        assessed: Some(day(2026, 3, 5)),
        updated: Some(month(2026, 3)),
        method: Some(method),
        contact: some("kommun@exempel.se"),
        contact_url: some("https://www.exempel.se/kontakt"),
        supervisor: some("Post- och telestyrelsen"),
        supervisor_url: some("https://www.exempel.se/tillsyn"),
        burden: some(SIGNS),
        outside_law: some(SIGNS),
        faults: vec![
            FaultView {
                situation: some("utan synförmåga"),
                text: SIGNS.to_owned(),
                reason: some("Originalet är inskannat."),
            },
            FaultView { situation: None, text: "Kartan saknar text.".to_owned(), reason: None },
        ],
        scanned: links(),
        missing: false,
    }
}

fn no_statement() -> AccessibilityView {
    AccessibilityView {
        publisher: None,
        service: "Löftesarkivet".to_owned(),
        status: None,
        assessed: None,
        updated: None,
        method: None,
        contact: None,
        contact_url: None,
        supervisor: None,
        supervisor_url: None,
        burden: None,
        outside_law: None,
        faults: Vec::new(),
        scanned: Vec::new(),
        missing: true,
    }
}

/// Who meets a fault, without the word that the page begins with itself: the names of EN 301 549,
/// clause 4.2, begin with it.
fn situation(written: &str) -> String {
    let mut all = ["Användning ", "Usage ", "Use "].into_iter();
    all.find_map(|word| written.strip_prefix(word)).unwrap_or(written).to_owned()
}
