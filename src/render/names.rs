//! Names in templates that no view has. The engine itself accepts a misspelt field in `{% if %}`,
//! `not` and `or`, so that the part that it guards would never be shown and nobody would notice.

use std::collections::{BTreeMap, BTreeSet};

use tera::Value;

use super::files::BUILT_IN;
use super::phrase::Plural;
use super::scale::{frames, signs};
use super::site_facts::SiteFacts;
use super::strings::Strings;
use super::template_text::{MOST_JOINED, NamePath, scan};
use super::templates::Templates;
use super::trial::TrialView;
use crate::diagnostic::{Code, Problem, Span, Text};
use crate::nearest::{did_you_mean, nearest, slips};
use crate::text;

/// The fields of the engine's own `loop`.
const LOOP: [&str; 5] = ["index", "index0", "first", "last", "length"];

/// Every field that a template may use.
struct KnownFields {
    /// The fields of `page`.
    page: BTreeSet<String>,
    /// The fields of `page` in a header or footer.
    frame: BTreeSet<String>,
    /// The fields of `view`, by template.
    views: BTreeMap<&'static str, BTreeSet<String>>,
    /// The fields of `site`.
    site: BTreeSet<String>,
    /// The fields of anything that a view contains, at any depth.
    anywhere: BTreeSet<String>,
}

/// Problems with names that do not exist, and with loops in no fixed order.
pub fn check(
    templates: &Templates,
    tried: &[TrialView],
    site: &SiteFacts,
    strings: &Strings,
) -> Vec<Problem> {
    let sources = templates.sources();
    let scans: Vec<_> = sources.iter().map(|(_, source)| scan(&source.text)).collect();
    let mut known = KnownFields::of(tried, site);
    for scan in &scans {
        known.anywhere.extend(scan.own_keys.iter().map(|key| (*key).to_owned()));
    }
    let mut problems = Vec::new();
    for ((name, source), scan) in sources.iter().zip(&scans) {
        let own = name.strip_prefix(BUILT_IN).and_then(|name| name.strip_prefix('/'));
        let page = own.unwrap_or(name);
        for path in &scan.paths {
            if let Some((span, message, help)) = known.complaint(page, path, strings) {
                problems.push(Problem::at(Code::ThemeTemplate, source, span, message, help));
            }
        }
        for span in &scan.pair_loops {
            problems.push(Problem::at(
                Code::ThemeTemplate,
                source,
                span.clone(),
                text!(
                    "En slinga över nycklar och värden har ingen bestämd ordning, så sidan skulle ändras från gång till gång.",
                    "A loop over keys and values has no fixed order, so the page would change from run to run."
                ),
                text!("Gå igenom en lista i stället: for x in lista.", "Go through a list instead: for x in list."),
            ));
        }
        for span in templates.joined(name) {
            problems.push(Problem::at(
                Code::ThemeTemplate,
                source,
                span.clone(),
                text!(
                    "Här fogas mer än {MOST_JOINED} värden ihop till en text, så den skulle kunna bli större än minnet.",
                    "More than {MOST_JOINED} values are joined to one text here, so that it might become larger than the memory."
                ),
                text!("Skriv värdena efter varandra i stället: {{{{ a }}}}{{{{ b }}}}", "Write the values after each other instead: {{{{ a }}}}{{{{ b }}}}"),
            ));
        }
    }
    problems
}

type Complaint = (Span, Text, Text);

impl KnownFields {
    fn of(tried: &[TrialView], site: &SiteFacts) -> KnownFields {
        let mut known = KnownFields {
            page: BTreeSet::new(),
            frame: frames::KNOWN.map(str::to_owned).into(),
            views: BTreeMap::new(),
            site: BTreeSet::new(),
            anywhere: BTreeSet::new(),
        };
        let engine = LOOP.into_iter().chain(Plural::FORMS);
        let pieces = frames::PIECES.iter().map(|(name, _)| *name);
        known.anywhere.extend(engine.chain(signs::names()).chain(pieces).map(str::to_owned));
        let value = Value::try_from_serializable(site).unwrap_or_else(|_| Value::none());
        known.site.extend(keys(&value));
        collect(&value, &mut known.anywhere);
        for TrialView { template, page, body, .. } in tried {
            collect(page, &mut known.anywhere);
            collect(body, &mut known.anywhere);
            known.page.extend(keys(page));
            known.views.entry(template).or_default().extend(keys(body));
        }
        known
    }

    fn complaint(
        &self,
        template: &str,
        path: &NamePath<'_>,
        strings: &Strings,
    ) -> Option<Complaint> {
        let (first, rest) = path.fields.split_first()?;
        let (fields, what) = match path.root {
            Some("t") => return string(path, strings),
            Some("page") if is_framing(template) => (&self.frame, "page"),
            Some("page") => (&self.page, "page"),
            Some("site") => (&self.site, "site"),
            // A part that several pages share can only use what every such page has.
            Some("view") => (self.views.get(template).unwrap_or(&self.anywhere), "view"),
            _ => (&self.anywhere, ""),
        };
        unknown(first, fields, what)
            .or_else(|| rest.iter().find_map(|field| unknown(field, &self.anywhere, "")))
    }
}

/// Whether a template makes the header or the footer.
fn is_framing(template: &str) -> bool {
    frames::PIECES.iter().any(|(_, piece)| *piece == template)
}

fn unknown(field: &(&str, Span), known: &BTreeSet<String>, of: &str) -> Option<Complaint> {
    let (name, span) = field;
    if known.contains(*name) {
        return None;
    }
    let message = if of.is_empty() {
        text!(
            "Inget på någon sida har fältet ”{name}”.",
            "Nothing on any page has the field “{name}”."
        )
    } else {
        text!("”{of}” har inget fält ”{name}” här.", "“{of}” has no field “{name}” here.")
    };
    Some((span.clone(), message, nearest_or_docs(name, known.iter().map(String::as_str))))
}

/// The complaint about a text that the theme does not have.
fn string(path: &NamePath<'_>, strings: &Strings) -> Option<Complaint> {
    let names: Vec<&str> = path.fields.iter().map(|(name, _)| *name).collect();
    let key = names.join(".");
    if strings.has(&key, path.indexed) {
        return None;
    }
    let span = path.fields.first()?.1.start..path.fields.last()?.1.end;
    Some((
        span,
        text!("Temat har ingen text ”{key}”.", "The theme has no text “{key}”."),
        nearest_or_docs(&key, strings.keys().map(|(key, _)| key)),
    ))
}

fn nearest_or_docs<'a>(name: &str, known: impl Iterator<Item = &'a str>) -> Text {
    match nearest(name, known, slips(name)) {
        Some(near) => did_you_mean(near),
        None => text!(
            "Vad mallar kan visa står i docs/teman.md.",
            "What templates can show is in docs/teman.md."
        ),
    }
}

fn keys(value: &Value) -> Vec<String> {
    let keys = value.as_map().into_iter().flat_map(|map| map.keys());
    keys.filter_map(|key| key.as_str().map(str::to_owned)).collect()
}

/// Collects the keys of a value and of everything in it.
fn collect(value: &Value, into: &mut BTreeSet<String>) {
    if let Some(map) = value.as_map() {
        for (key, inner) in map {
            into.extend(key.as_str().map(str::to_owned));
            collect(inner, into);
        }
    }
    for inner in value.as_array().into_iter().flatten() {
        collect(inner, into);
    }
}
