//! A theme that is ready to make pages. Loading parses every template and, if any file of the site's
//! own is among them, tries each on views of its kind, so that a fault in a theme is reported before
//! anything is written. The built-in theme has been tried by the tests.

use std::sync::Arc;

use tera::{Tera, Value};

use super::embedded::BUILD_ID;
use super::files::{Assets, BUILT_IN, ThemeFiles};
use super::filters::{self, Phrases};
use super::scale::{Frames, PartCache, signs};
use super::site_facts::SiteFacts;
use super::strings::Strings;
use super::templates::{Templates, is_syntax};
use super::trial::{self, TrialView, render_page, render_part};
use super::{digest, names};
use crate::diagnostic::{Code, Problem, Source};
use crate::digest::{Digest, Digester, hash_value};
use crate::language::Language;
use crate::model::Address;
use crate::site::View;
use crate::site::view::Part;
use crate::text;

/// Makes pages: equal views give equal bytes.
pub struct Theme {
    tera: Tera,
    digest: Digest,
    /// The build id and the digest, with which the key of every page begins.
    key: Digester,
    /// A digest of every file and fact that the theme was loaded from.
    origin: Digest,
    templates: Templates,
    assets: Assets,
    frames: Frames,
    parts: PartCache,
}

impl Theme {
    /// Loads the theme from these files for this site, or returns all problems with it.
    pub fn load(files: &ThemeFiles, site: &SiteFacts) -> Result<Theme, Vec<Problem>> {
        Theme::load_and(files.has_own(), files, site)
    }

    /// Loads the theme, and tries its templates if that is asked for.
    pub(super) fn load_and(
        tries: bool,
        files: &ThemeFiles,
        site: &SiteFacts,
    ) -> Result<Theme, Vec<Problem>> {
        let (strings, mut problems) = read_strings(files, site.language);
        let templates = Templates::of(files);
        let phrases = match Phrases::of(&strings, site.language) {
            Ok(phrases) => phrases,
            Err(missing) => {
                problems.extend(missing.iter().map(|key| lacks(files, site.language, key)));
                return Err(problems);
            }
        };

        let mut tera = Tera::new();
        tera.autoescape_on([".html", ".svg", ".xml"]);
        filters::register(&mut tera, phrases);
        tera.global_context().insert_value("t", strings.value());
        let ready = templates.add_to(&mut tera).and_then(|()| {
            tera.global_context().insert_value("site", Value::try_from_serializable(site)?);
            Ok(())
        });
        if matches!(&ready, Err(error) if is_syntax(error)) {
            problems.extend(templates.syntax());
            return Err(problems);
        }
        if ready.is_ok()
            && let Err((template, error)) = signs::add_to(&mut tera)
        {
            problems.extend(templates.complain(&error, template, None));
        }
        let tried = if tries { TrialView::all() } else { Vec::new() };
        if tries {
            problems.extend(names::check(&templates, &tried, site, &strings));
        }
        match ready {
            Ok(()) => trial::hold(&tera, &templates, tried, &mut problems),
            Err(error) => problems.extend(templates.complain(&error, "base.html", None)),
        }
        if !problems.is_empty() {
            return Err(problems);
        }

        let digest = digest::of_pages(templates.sources(), &strings, site);
        let mut key = Digester::new();
        key.update(BUILD_ID);
        key.update(digest);
        let origin = digest::of_origin(files, site);
        Ok(Theme {
            tera,
            digest,
            key,
            origin,
            templates,
            assets: files.assets().clone(),
            frames: Frames::default(),
            parts: PartCache::default(),
        })
    }

    /// The same theme without caches, which makes everything anew for each page; the tests compare
    /// with it.
    pub fn keeping_nothing(self) -> Theme {
        Theme { frames: Frames::nothing(), parts: PartCache::nothing(), ..self }
    }

    /// Forgets the parts that it keeps for the next page, which are tens of megabytes of a national
    /// archive.
    pub fn forget_parts(&self) {
        self.parts.forget();
    }

    /// SHA-256 of everything that pages depend on apart from the program and their views:
    /// templates, texts and what the theme knows of the site. Assets are not included: see
    /// [`ThemeFiles::digest`].
    pub fn digest(&self) -> Digest {
        self.digest
    }

    /// The files that pages use, including logo and colours, by address.
    pub fn assets(&self) -> impl Iterator<Item = (&Address, &[u8])> {
        self.assets.iter().map(|(address, bytes)| (address, &**bytes))
    }

    /// A page's key: equal keys mean equal bytes. It is the SHA-256 of the build id, the theme's
    /// digest, the template's name and everything in the view.
    pub(super) fn page_key(&self, view: &View) -> Digest {
        let mut digest = self.key.clone();
        let template = view.view.template();
        digest.update((template.len() as u64).to_le_bytes());
        digest.update(template);
        hash_value(&mut digest, view);
        digest.finish()
    }

    /// Loads the theme from these files for this site, or returns the earlier one if neither has
    /// changed.
    pub fn load_unless_same(
        files: &ThemeFiles,
        site: &SiteFacts,
        before: Option<&Arc<Theme>>,
    ) -> Result<Arc<Theme>, Vec<Problem>> {
        match before {
            Some(before) if before.origin == digest::of_origin(files, site) => Ok(before.clone()),
            _ => Theme::load(files, site).map(Arc::new),
        }
    }

    /// Renders the page of a view.
    pub fn page(&self, view: &View) -> Result<Vec<u8>, Vec<Problem>> {
        let address = Some(view.page.address.as_str());
        self.render(view)
            .map_err(|error| self.templates.complain(&error, view.view.template(), address))
    }

    fn render(&self, view: &View) -> tera::TeraResult<Vec<u8>> {
        let page = Value::try_from_serializable(&view.page)?;
        let body = Value::try_from_serializable(&view.view)?;
        let tera = &self.tera;
        let frame = self.frames.around(tera, view)?;
        let html = render_page(tera, view.view.template(), frame, page, body)?;
        let parts = view.view.parts();
        // Most pages have no parts, and need not be searched for them.
        if parts.is_empty() {
            return Ok(html);
        }
        let folder = view.page.address.parent();
        let make = |part: Part<'_>| render_part(tera, part);
        self.parts.put_into(&html, folder, &parts, make)
    }

    /// The top-level names that a template uses.
    #[cfg(test)]
    pub(super) fn variables(&self, template: &str) -> std::collections::BTreeSet<String> {
        let variables = self.tera.get_template_variables(template);
        variables.map(|names| names.into_iter().map(str::to_owned).collect()).unwrap_or_default()
    }
}

/// The texts in the site's language. Those of the other language are checked too, so that a fault
/// in them is not found only on the day the language is changed.
fn read_strings(files: &ThemeFiles, language: Language) -> (Strings, Vec<Problem>) {
    let mut chosen = Strings::default();
    let mut problems = Vec::new();
    for layers in files.all_strings() {
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
