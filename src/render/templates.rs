//! A theme's templates and their files, under the names that the engine knows them by.

use std::collections::BTreeMap;
use std::sync::Arc;

use tera::Tera;

use super::complaint::{self, Blamed};
use super::files::{BUILT_IN, ThemeFiles};
use super::loops::{CountedTemplate, ReadTemplate};
use crate::diagnostic::{Code, Problem, Source, Span};
use crate::text;

/// The site's own templates, and the built-in ones under `default/`.
#[derive(Debug)]
pub struct Templates {
    all: Vec<(String, Arc<Source>)>,
    /// The site's own templates with loops, as the engine gets them, by name. Those of the program
    /// are known to come to an end.
    counted: BTreeMap<String, CountedTemplate>,
    /// The tags of the site's own templates that join too many values to one text, by name.
    joined: BTreeMap<String, Vec<Span>>,
}

impl Templates {
    pub fn of(files: &ThemeFiles) -> Templates {
        let all: Vec<(String, Arc<Source>)> =
            files.sources().map(|(name, source)| (name, source.clone())).collect();
        let is_own = |name: &str| !name.starts_with(&format!("{BUILT_IN}/"));
        let mut own: Vec<(&str, ReadTemplate<'_>)> = all
            .iter()
            .filter(|(name, _)| is_own(name))
            .map(|(name, source)| (name.as_str(), ReadTemplate::of(&source.text)))
            .collect();
        let captures = own.iter().any(|(_, template)| template.captures());
        let joined = own.iter_mut().map(|(name, it)| ((*name).to_owned(), it.take_joined()));
        let joined = joined.collect();
        let counted = own.into_iter().filter_map(|(name, template)| {
            let counted = template.counted(captures)?;
            // What cannot be parsed is told as it is written.
            let parsed = Tera::new().add_raw_template(name, &counted.text);
            (!matches!(&parsed, Err(error) if is_syntax(error))).then(|| (name.to_owned(), counted))
        });
        let counted = counted.collect();
        Templates { all, counted, joined }
    }

    /// The tags that join too many values to one text, in a template of the site's own.
    pub fn joined(&self, name: &str) -> &[Span] {
        self.joined.get(name).map_or(&[], Vec::as_slice)
    }

    /// By name; the same for the same files.
    pub fn sources(&self) -> &[(String, Arc<Source>)] {
        &self.all
    }

    /// Parses each template by itself, because the engine stops at the first that it cannot parse.
    pub fn syntax(&self) -> Vec<Problem> {
        let mut problems = Vec::new();
        for (name, source) in &self.all {
            if let Err(error) = Tera::new().add_raw_template(name, &source.text)
                && is_syntax(&error)
            {
                let find = |_: &str| Some(Blamed { source: source.clone(), counted: None });
                problems.extend(complaint::problems(&error, find, source, None));
            }
        }
        problems
    }

    /// Adds the templates to the engine: a name means the site's own template if there is one, and
    /// otherwise the built-in one.
    ///
    /// The engine could do that itself, but would form the second name and look up both at every
    /// include. So a built-in template also has its plain name; the name with `default/` is only
    /// for a site's own templates to use.
    pub fn add_to(&self, tera: &mut Tera) -> tera::TeraResult<()> {
        let plain = |name: &str| name.strip_prefix(BUILT_IN)?.strip_prefix('/').map(str::to_owned);
        let has_own = self.all.iter().any(|(name, _)| plain(name).is_none());
        tera.set_fallback_prefixes([format!("{BUILT_IN}/")])?;
        let named =
            self.all.iter().filter(|_| has_own).map(|(name, source)| (name.clone(), source));
        let plainly = self.all.iter().filter_map(|(name, source)| {
            // Components are known by their own names, each of which may occur only once.
            let twice = has_own && source.text.contains("{% component");
            let name = plain(name).filter(|plain| !twice && self.find(plain).is_none())?;
            Some((name, source))
        });
        tera.add_raw_templates(named.chain(plainly).map(|(name, source)| {
            let counted = self.counted.get(&name).map(|counted| counted.text.as_str());
            (name, counted.unwrap_or(&source.text))
        }))
    }

    fn find(&self, name: &str) -> Option<Arc<Source>> {
        self.all.iter().find(|(known, _)| known == name).map(|(_, source)| source.clone())
    }

    /// That the pages of a template show nothing. The site's own part in them is blamed: the template,
    /// what it stands in, or whatever else there is.
    pub fn shows_nothing(&self, template: &str) -> Problem {
        let first = || {
            let is_own = |name: &str| !name.starts_with(&format!("{BUILT_IN}/"));
            self.all.iter().find(|(name, _)| is_own(name)).map(|(_, source)| source.clone())
        };
        let source = self.find(template).or_else(|| self.find("base.html")).or_else(first);
        let source = source.unwrap_or_else(|| {
            Source::path_only(format!("themes/{BUILT_IN}/templates/{template}"))
        });
        Problem::in_file(
            Code::ThemeTemplate,
            &source,
            text!(
                "Sidor av mallen {template} blir tomma: det finns inget att se på dem.",
                "Pages of the template {template} become empty: there is nothing to see on them."
            ),
            text!(
                "Skriv vad sidan ska visa, eller ta bort filen för att använda den inbyggda.",
                "Write what the page is to show, or remove the file to use the built-in one."
            ),
        )
    }

    /// The problems that an error of the engine stands for. `template` is blamed if the engine
    /// names none; `page` is the address of the page being made.
    pub fn complain(
        &self,
        error: &tera::Error,
        template: &str,
        page: Option<&str>,
    ) -> Vec<Problem> {
        let find = |wanted: &str| {
            let own = self.find(wanted);
            let source = own.or_else(|| self.find(&format!("{BUILT_IN}/{wanted}")))?;
            Some(Blamed { source, counted: self.counted.get(wanted) })
        };
        let fallback = find(template).map(|blamed| blamed.source).unwrap_or_else(|| {
            Source::path_only(format!("themes/{BUILT_IN}/templates/{template}"))
        });
        complaint::problems(error, find, &fallback, page)
    }
}

/// Whether a template could not be parsed.
pub fn is_syntax(error: &tera::Error) -> bool {
    matches!(error.kind(), tera::ErrorKind::SyntaxError(_))
}
