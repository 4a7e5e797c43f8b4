//! A theme's trial: every template on views of its kind, rich and empty, before anything is written.

use std::collections::HashSet;

use tera::{Context, Tera, TeraResult, Value};

use super::fixture;
use super::templates::Templates;
use crate::diagnostic::{Problem, Span};
use crate::site::view::{LEVEL, Part, View};

/// A view of the fixture as the engine sees it, or a part of one.
pub struct Tried {
    pub template: &'static str,
    /// What surrounds a page; parts do not know it.
    pub page: Value,
    /// What the template shows, under this name.
    pub name: &'static str,
    pub body: Value,
}

impl Tried {
    /// Every view of the fixture.
    pub fn all() -> Vec<Tried> {
        let views = fixture::views();
        // The same part stands in several views.
        let mut seen = HashSet::new();
        let parts = views.iter().flat_map(|view| view.view.parts());
        let parts = parts.filter(|part| seen.insert(part.digest())).map(Tried::of_part);
        views.iter().map(Tried::of).chain(parts).collect()
    }

    fn of(view: &View) -> Tried {
        // Views are plain structs, lists and texts, which cannot fail to become values.
        let none = |_| Value::none();
        Tried {
            template: view.view.template(),
            page: Value::try_from_serializable(&view.page).unwrap_or_else(none),
            name: "view",
            body: Value::try_from_serializable(&view.view).unwrap_or_else(none),
        }
    }

    fn of_part(part: Part<'_>) -> Tried {
        let (template, name, body) = part_value(part);
        let body = body.unwrap_or_else(|_| Value::none());
        Tried { template, page: Value::none(), name, body }
    }
}

/// Tries every view; what goes wrong is added to what was found before.
pub fn hold(tera: &Tera, templates: &Templates, tried: Vec<Tried>, problems: &mut Vec<Problem>) {
    for Tried { template, page, name, body } in tried {
        let Err(error) = render(tera, template, page, (name, body)) else { continue };
        for problem in templates.complain(&error, template, None) {
            // One slip in a base template shows on every page, and a misspelt name was found
            // already.
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

/// The template that shows a part, and the part under the name that it has there.
fn part_value(part: Part<'_>) -> (&'static str, &'static str, TeraResult<Value>) {
    match part {
        Part::Entry(listed) => {
            ("entry.html", "entry", Value::try_from_serializable(&*listed.entry))
        }
        Part::Chart(charted) => {
            ("timeline-chart.html", "chart", Value::try_from_serializable(&*charted.chart))
        }
    }
}

/// A page, with its parts still to be put into it; or a part. What it shows goes by this name.
pub fn render(
    tera: &Tera,
    template: &str,
    page: Value,
    (name, body): (&'static str, Value),
) -> TeraResult<String> {
    let mut context = Context::new();
    context.insert_value("page", page);
    if name != "view" {
        context.insert("level", LEVEL.encode_utf8(&mut [0; 4]));
    }
    context.insert_value(name, body);
    tera.render(template, &context)
}

/// A part, with what differs from page to page left open.
pub fn render_part(tera: &Tera, part: Part<'_>) -> TeraResult<String> {
    let (template, name, body) = part_value(part);
    render(tera, template, Value::none(), (name, body?))
}

fn overlap(a: &Option<Span>, b: &Option<Span>) -> bool {
    matches!((a, b), (Some(a), Some(b)) if a.start < b.end && b.start < a.end)
}
