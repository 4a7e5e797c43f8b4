//! A theme's trial: every template on views of its kind, rich and empty, before anything is written.

use tera::{Context, Tera, TeraResult, Value};

use super::fixture;
use super::templates::Templates;
use crate::diagnostic::{Problem, Span};
use crate::site::view::View;

/// A view of the fixture as the engine sees it.
pub struct Tried {
    pub template: &'static str,
    pub page: Value,
    pub body: Value,
}

impl Tried {
    /// Every view of the fixture.
    pub fn all() -> Vec<Tried> {
        fixture::views().iter().map(Tried::of).collect()
    }

    fn of(view: &View) -> Tried {
        // Views are plain structs, lists and texts, which cannot fail to become values.
        let none = |_| Value::none();
        Tried {
            template: view.view.template(),
            page: Value::try_from_serializable(&view.page).unwrap_or_else(none),
            body: Value::try_from_serializable(&view.view).unwrap_or_else(none),
        }
    }
}

/// Tries every view; what goes wrong is added to what was found before.
pub fn hold(tera: &Tera, templates: &Templates, tried: Vec<Tried>, problems: &mut Vec<Problem>) {
    for Tried { template, page, body } in tried {
        let Err(error) = render(tera, template, page, body) else { continue };
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

/// A page's bytes.
pub fn render(tera: &Tera, template: &str, page: Value, body: Value) -> TeraResult<Vec<u8>> {
    let mut context = Context::new();
    context.insert_value("page", page);
    context.insert_value("view", body);
    let mut bytes = Vec::with_capacity(16 * 1024);
    tera.render_to(template, &context, &mut bytes)?;
    Ok(bytes)
}

fn overlap(a: &Option<Span>, b: &Option<Span>) -> bool {
    matches!((a, b), (Some(a), Some(b)) if a.start < b.end && b.start < a.end)
}
