//! A theme's templates with their files, under the names that the engine knows them by.

use std::sync::Arc;

use tera::Tera;

use super::complaint;
use super::files::{BUILT_IN, ThemeFiles};
use crate::diagnostic::{Problem, Source};

/// The site's own templates, and the built-in ones under `default/`.
#[derive(Debug)]
pub struct Templates(Vec<(String, Arc<Source>)>);

impl Templates {
    pub fn of(files: &ThemeFiles) -> Templates {
        Templates(files.sources().map(|(name, source)| (name, source.clone())).collect())
    }

    /// By name; the same for the same files.
    pub fn sources(&self) -> &[(String, Arc<Source>)] {
        &self.0
    }

    /// Each template by itself, because the engine stops at the first that it cannot parse.
    pub fn syntax(&self) -> Vec<Problem> {
        let mut problems = Vec::new();
        for (name, source) in &self.0 {
            if let Err(error) = Tera::new().add_raw_template(name, &source.text)
                && is_syntax(&error)
            {
                let find = |_: &str| Some(source.clone());
                problems.extend(complaint::problems(&error, find, source, None));
            }
        }
        problems
    }

    /// Gives them to the engine: a name means the site's own template, else the built-in one.
    pub fn add_to(&self, tera: &mut Tera) -> tera::TeraResult<()> {
        tera.set_fallback_prefixes([format!("{BUILT_IN}/")])?;
        tera.add_raw_templates(self.0.iter().map(|(name, source)| (name, &*source.text)))
    }

    /// The problems that an error of the engine stands for. `template` is blamed when the engine
    /// names none; `page` is the address of the page that was made.
    pub fn complain(
        &self,
        error: &tera::Error,
        template: &str,
        page: Option<&str>,
    ) -> Vec<Problem> {
        let find = |wanted: &str| {
            self.0.iter().find(|(name, _)| name == wanted).map(|(_, source)| source.clone())
        };
        let built_in = format!("{BUILT_IN}/{template}");
        let fallback = find(template).or_else(|| find(&built_in)).unwrap_or_else(|| {
            Source::path_only(format!("themes/{BUILT_IN}/templates/{template}"))
        });
        complaint::problems(error, find, &fallback, page)
    }
}

/// Whether a template could not be parsed.
pub fn is_syntax(error: &tera::Error) -> bool {
    matches!(error.kind(), tera::ErrorKind::SyntaxError(_))
}
