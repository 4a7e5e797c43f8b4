//! Icons and statuses, which every page shows many times. They are made once, when a theme is
//! loaded, by templates of their own.

use tera::value::Key;
use tera::{Context, Map, Tera, TeraResult, Value};

use crate::site::view::{EntryType, StandingWord};

/// Makes them available to every template: `signs` and `hollow_signs` by an entry's type,
/// `statuses` by a commitment's status, `measure_statuses` by that of a measure of an action plan;
/// for drawings, `shapes` and `status_shapes` have the same signs as SVG. An error names the
/// template.
pub fn add_to(tera: &mut Tera) -> Result<(), (&'static str, tera::Error)> {
    type Make = fn(&Tera, &str) -> TeraResult<Map>;
    let made: [(&str, &str, Make); 6] = [
        ("shapes", "shape.html", |tera, template| kinds(tera, template, false)),
        ("signs", "sign.html", |tera, template| kinds(tera, template, false)),
        ("hollow_signs", "sign.html", |tera, template| kinds(tera, template, true)),
        ("status_shapes", "status-shape.html", |tera, template| statuses(tera, template, false)),
        ("statuses", "status.html", |tera, template| statuses(tera, template, false)),
        ("measure_statuses", "status.html", |tera, template| statuses(tera, template, true)),
    ];
    for (name, template, make) in made {
        let signs = make(tera, template).map_err(|error| (template, error))?;
        tera.global_context().insert_value(name, Value::from(signs));
    }
    Ok(())
}

/// The names under which they are available.
pub fn names() -> impl Iterator<Item = &'static str> {
    let kinds = EntryType::all().map(EntryType::as_str);
    kinds.chain(StandingWord::all().map(StandingWord::as_str))
}

fn kinds(tera: &Tera, template: &str, hollow: bool) -> TeraResult<Map> {
    let kinds = EntryType::all().map(EntryType::as_str);
    let made = kinds.map(|of| {
        let mut context = Context::new();
        context.insert("of", of);
        context.insert("hollow", &hollow);
        make(tera, template, of, &context)
    });
    made.collect()
}

fn statuses(tera: &Tera, template: &str, measure: bool) -> TeraResult<Map> {
    let made = StandingWord::all().map(|word| {
        let mut context = Context::new();
        let plain = StandingWord { over: false, ..word };
        context.insert("of", plain.as_str());
        context.insert("over", &word.over);
        context.insert("measure", &measure);
        make(tera, template, word.as_str(), &context)
    });
    made.collect()
}

fn make(
    tera: &Tera,
    template: &str,
    name: &'static str,
    context: &Context,
) -> TeraResult<(Key<'static>, Value)> {
    let html = tera.render(template, context)?;
    Ok((Key::Str(name), Value::safe_string(html.trim_end())))
}
