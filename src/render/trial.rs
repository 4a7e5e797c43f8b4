//! The rendering of one page, and the trial of a theme: every template is rendered with rich and
//! empty views of its kind before anything is written.

use std::collections::HashSet;

use tera::{Context, Tera, TeraResult, Value};

use super::blank::is_blank;
use super::bounded::render;
use super::scale::frames;
use super::templates::Templates;
use crate::diagnostic::{Problem, Span};
use crate::site::view::{LEVEL, PLACES, Part};
use crate::site::{View, fixture_views};

/// A view of the fixture, or a part of one, as the engine sees it.
pub struct TrialView {
    pub template: &'static str,
    /// The surroundings of a page; parts do not know them.
    pub page: Value,
    /// The path from the page to the root, and the page's address.
    stands: Option<(String, String)>,
    /// The name under which the template finds what it shows.
    pub name: &'static str,
    pub body: Value,
}

impl TrialView {
    /// Every view of the fixture.
    pub fn all() -> Vec<TrialView> {
        let views = fixture_views();
        // The same part occurs in several views.
        let mut seen = HashSet::new();
        let parts = views.iter().flat_map(|view| view.view.parts());
        let parts = parts.filter(|part| seen.insert(part.digest())).map(TrialView::of_part);
        views.iter().map(TrialView::of).chain(parts).collect()
    }

    fn of(view: &View) -> TrialView {
        // Views are plain structs, lists and texts, so converting them to values cannot fail.
        let none = |_| Value::none();
        TrialView {
            template: view.view.template(),
            page: Value::try_from_serializable(&view.page).unwrap_or_else(none),
            stands: Some((view.page.root.clone(), view.page.address.to_string())),
            name: "view",
            body: Value::try_from_serializable(&view.view).unwrap_or_else(none),
        }
    }

    fn of_part(part: Part<'_>) -> TrialView {
        let (template, name, body) = part_value(part);
        let body = body.unwrap_or_else(|_| Value::none());
        TrialView { template, page: Value::none(), stands: None, name, body }
    }
}

/// Renders every view, and adds the problems to those that were found before.
pub fn hold(
    tera: &Tera,
    templates: &Templates,
    tried: Vec<TrialView>,
    problems: &mut Vec<Problem>,
) {
    for TrialView { template, page, stands, name, body } in tried {
        let is_page = stands.is_some();
        let made = match stands {
            Some((root, address)) => frames::frame(tera, &root, &address)
                .and_then(|frame| render_page(tera, template, frame, page, body)),
            None => render_named(tera, template, name, body),
        };
        let found = match made {
            Ok(html) if is_page && is_blank(&String::from_utf8_lossy(&html)) => {
                let blank = templates.shows_nothing(template);
                // What is wrong with the template is probably why.
                if problems.iter().any(|told| told.source == blank.source) {
                    continue;
                }
                vec![blank]
            }
            Ok(_) => continue,
            Err(error) => templates.complain(&error, template, None),
        };
        for problem in found {
            // A mistake in a base template appears on every page, and a misspelt name has already
            // been found.
            let same_place = |told: &Problem| {
                told.source == problem.source
                    && (told.span == problem.span || overlap(&told.span, &problem.span))
            };
            if !problems.iter().any(same_place) {
                problems.push(problem);
            }
        }
    }
}

/// The template that shows a part, the part's name in it, and its value.
fn part_value(part: Part<'_>) -> (&'static str, &'static str, TeraResult<Value>) {
    match part {
        Part::Entry(listed) => {
            ("entry.html", "entry", Value::try_from_serializable(&*listed.entry))
        }
        Part::Places(named) => {
            ("entry-places.html", "named", Value::try_from_serializable(&*named.places))
        }
        Part::Chart(charted) => {
            ("timeline-chart.html", "chart", Value::try_from_serializable(&*charted.chart))
        }
    }
}

/// Renders a page, into which its parts are still to be inserted.
pub fn render_page(
    tera: &Tera,
    template: &str,
    frame: Value,
    page: Value,
    view: Value,
) -> TeraResult<Vec<u8>> {
    let mut context = Context::new();
    context.insert_value("frame", frame);
    context.insert_value("page", page);
    context.insert_value("view", view);
    render(tera, template, &context)
}

/// Renders a template with one named value.
fn render_named(
    tera: &Tera,
    template: &str,
    name: &'static str,
    body: Value,
) -> TeraResult<Vec<u8>> {
    let mut context = Context::new();
    context.insert("level", LEVEL.encode_utf8(&mut [0; 4]));
    context.insert("places", PLACES.encode_utf8(&mut [0; 4]));
    context.insert_value(name, body);
    render(tera, template, &context)
}

/// Renders a part, leaving open what differs from page to page.
pub fn render_part(tera: &Tera, part: Part<'_>) -> TeraResult<Vec<u8>> {
    let (template, name, body) = part_value(part);
    render_named(tera, template, name, body?)
}

fn overlap(a: &Option<Span>, b: &Option<Span>) -> bool {
    matches!((a, b), (Some(a), Some(b)) if a.start < b.end && b.start < a.end)
}
