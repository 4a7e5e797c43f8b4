//! A theme, ready to make pages. Loading parses every template and tries each on a view of its kind,
//! so that a fault in a theme is told before anything is written.

use std::io::{self, Write};
use std::sync::Arc;

use sha2::{Digest, Sha256};
use tera::{Context, Tera, Value};

use super::embedded::BUILD_ID;
use super::files::{Assets, BUILT_IN, ThemeFiles};
use super::filters::{self, Phrases};
use super::site_facts::SiteFacts;
use super::strings::Strings;
use super::{complaint, fixture, names};
use crate::diagnostic::{Code, Problem, Source};
use crate::language::Language;
use crate::model::Address;
use crate::site::view::View;
use crate::text;

/// Makes pages: equal views give equal bytes.
pub struct Theme {
    tera: Tera,
    digest: [u8; 32],
    /// Build id and digest, with which every page's key begins.
    key: Sha256,
    templates: Vec<(String, Arc<Source>)>,
    assets: Assets,
}

impl Theme {
    /// The theme of these files for this site, or everything that is wrong with it.
    pub fn load(files: &ThemeFiles, site: &SiteFacts) -> Result<Theme, Vec<Problem>> {
        let (strings, mut problems) = read_strings(files, site.language);
        let templates: Vec<_> =
            files.sources().map(|(name, source)| (name, source.clone())).collect();
        problems.extend(templates.iter().flat_map(|(name, source)| syntax(name, source)));
        let phrases = match Phrases::of(&strings, site.language) {
            Ok(phrases) if problems.is_empty() => phrases,
            Ok(_) => return Err(problems),
            Err(missing) => {
                problems.extend(missing.iter().map(|key| lacks(files, site.language, key)));
                return Err(problems);
            }
        };

        let mut tera = Tera::new();
        tera.autoescape_on([".html", ".svg", ".xml"]);
        filters::register(&mut tera, phrases);
        let added = tera.set_fallback_prefixes([format!("{BUILT_IN}/")]).and_then(|()| {
            tera.add_raw_templates(templates.iter().map(|(name, source)| (name, &*source.text)))
        });
        if let Err(error) = added {
            return Err(complain(&templates, &error, "base.html", None));
        }
        tera.global_context().insert_value("t", strings.value());
        match Value::try_from_serializable(site) {
            Ok(facts) => tera.global_context().insert_value("site", facts),
            Err(error) => return Err(complain(&templates, &error, "base.html", None)),
        }

        let digest = digest(&templates, &strings, site);
        let mut key = Sha256::new();
        key.update(BUILD_ID);
        key.update(digest);
        let theme = Theme { tera, digest, key, templates, assets: files.assets().clone() };
        let problems = theme.trial(&strings);
        if problems.is_empty() { Ok(theme) } else { Err(problems) }
    }

    /// SHA-256 of all that pages depend on besides the program and their views: templates, texts
    /// and what the theme knows of the site. Assets are not among it: see [`ThemeFiles::digest`].
    pub fn digest(&self) -> [u8; 32] {
        self.digest
    }

    /// The files that pages use, logo and colours among them, by address.
    pub fn assets(&self) -> impl Iterator<Item = (&Address, &[u8])> {
        self.assets.iter().map(|(address, bytes)| (address, &**bytes))
    }

    /// A page's key: equal keys, equal bytes. SHA-256 of the build id, the theme's digest, the
    /// template's name and the view as JSON.
    pub fn key(&self, view: &View) -> [u8; 32] {
        let mut digest = self.key.clone();
        let template = view.view.template();
        digest.update((template.len() as u64).to_le_bytes());
        digest.update(template);
        let mut out = io::BufWriter::with_capacity(4096, Hashing(&mut digest));
        // Views are plain structs, lists and texts; neither they nor the hash can fail to be
        // written. A key that no page has would still only cost a page made again.
        let written = serde_json::to_writer(&mut out, view).map_err(io::Error::from);
        if written.and_then(|()| out.flush()).is_err() {
            drop(out);
            digest.update(b"incomplete");
        } else {
            drop(out);
        }
        digest.finalize().into()
    }

    /// The page of a view.
    pub fn page(&self, view: &View) -> Result<Vec<u8>, Vec<Problem>> {
        self.render(view)
            .map_err(|error| self.complain(&error, view, Some(view.page.address.as_str())))
    }

    fn render(&self, view: &View) -> tera::TeraResult<Vec<u8>> {
        let mut context = Context::new();
        context.insert_value("page", Value::try_from_serializable(&view.page)?);
        context.insert_value("view", Value::try_from_serializable(&view.view)?);
        let mut page = Vec::with_capacity(16 * 1024);
        self.tera.render_to(view.view.template(), &context, &mut page)?;
        Ok(page)
    }

    /// Every template on views of its kind: rich ones, empty ones.
    fn trial(&self, strings: &Strings) -> Vec<Problem> {
        let views = fixture::views();
        let mut problems = names::check(&self.templates, &views, strings);
        for view in &views {
            if let Err(error) = self.render(view) {
                problems.extend(self.complain(&error, view, None));
            }
        }
        // One slip in a base template shows on every page.
        let mut seen = Vec::new();
        problems.retain(|problem| {
            let new = !seen.contains(problem);
            if new {
                seen.push(problem.clone());
            }
            new
        });
        problems
    }

    fn complain(&self, error: &tera::Error, view: &View, page: Option<&str>) -> Vec<Problem> {
        complain(&self.templates, error, view.view.template(), page)
    }
}

fn complain(
    templates: &[(String, Arc<Source>)],
    error: &tera::Error,
    template: &str,
    page: Option<&str>,
) -> Vec<Problem> {
    let find = |wanted: &str| {
        templates.iter().find(|(name, _)| name == wanted).map(|(_, source)| source.clone())
    };
    let fallback = find(template)
        .or_else(|| find(&format!("{BUILT_IN}/{template}")))
        .unwrap_or_else(|| Source::path_only(format!("themes/{BUILT_IN}/templates/{template}")));
    complaint::problems(error, find, &fallback, page)
}

/// Each template by itself, because the engine stops at the first that it cannot parse.
fn syntax(name: &str, source: &Arc<Source>) -> Vec<Problem> {
    match Tera::new().add_raw_template(name, &source.text) {
        Err(error) if matches!(error.kind(), tera::ErrorKind::SyntaxError(_)) => {
            complaint::problems(&error, |_| Some(source.clone()), source, None)
        }
        _ => Vec::new(),
    }
}

/// The texts in the site's language. Those of the other are read too, so that a fault in them is
/// not found only on the day the language changes.
fn read_strings(files: &ThemeFiles, language: Language) -> (Strings, Vec<Problem>) {
    let mut chosen = Strings::default();
    let mut problems = Vec::new();
    for layers in files.strings.values() {
        let (strings, found) = Strings::read(&layers.built_in, layers.own.as_ref());
        problems.extend(found);
        if files.strings(language).is_some_and(|wanted| std::ptr::eq(wanted, layers)) {
            chosen = strings;
        }
    }
    (chosen, problems)
}

fn lacks(files: &ThemeFiles, language: Language, key: &str) -> Problem {
    let file = files.strings(language).map_or_else(
        || Source::path_only(format!("themes/{BUILT_IN}/strings/{}.toml", language.tag())),
        |layers| layers.built_in.clone(),
    );
    Problem::in_file(
        Code::ThemeString,
        &file,
        text!("Texten ”{key}” saknas.", "The text “{key}” is missing."),
        text!("Lägg till den i temats strängfil.", "Add it to the theme's string file."),
    )
}

fn digest(templates: &[(String, Arc<Source>)], strings: &Strings, site: &SiteFacts) -> [u8; 32] {
    let mut digest = Sha256::new();
    let mut add = |part: &str| {
        digest.update((part.len() as u64).to_le_bytes());
        digest.update(part);
    };
    for (name, source) in templates {
        add(name);
        add(&source.text);
    }
    strings.update(&mut add);
    let facts = serde_json::to_string(site).unwrap_or_default();
    add(&facts);
    digest.finalize().into()
}

/// A hash as something to write to.
struct Hashing<'a>(&'a mut Sha256);

impl Write for Hashing<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.update(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
