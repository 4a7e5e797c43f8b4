//! `init`: creates a new site that builds, and says what to do next.

use std::path::Path;

use super::arguments::{Global, InitOptions};
use super::outcome::CommandOutcome;
use super::tell;
use crate::canonical_path::canonical;
use crate::failure::Failure;
use crate::language::Language;
use crate::shown_path::{as_argument, shown_path};
use crate::{author, text};

/// Creates a site in a folder that is empty or does not exist yet.
pub fn run(global: &Global, options: &InitOptions) -> Result<CommandOutcome, Failure> {
    let language = global.language.map(Language::from).unwrap_or_default();
    let folder = options.folder.as_path();
    author::init(folder, language)?;
    if options.pages {
        author::add_pages(folder)?;
    }
    let (shown, argument) = (shown_path(folder), as_argument(folder));
    tell::line(
        global,
        language,
        &text!(
            "Webbplatsen är skapad i {shown}. Nästa steg:",
            "The site has been made in {shown}. Next:"
        ),
    );
    let steps = [
        (!is_here(folder)).then(|| text!("  cd {argument}", "  cd {argument}")),
        Some(text!(
            "  loftesarkiv new municipality \"Kommunens namn\"",
            "  loftesarkiv new municipality \"Name of the municipality\""
        )),
        Some(text!(
            "  loftesarkiv build        och öppna public/index.html",
            "  loftesarkiv build        and open public/index.html"
        )),
    ];
    for step in steps.iter().flatten() {
        tell::line(global, language, step);
    }
    tell::line(
        global,
        language,
        &text!(
            "Skriv webbplatsens namn och utgivare i site.toml, och se över content/om.md.",
            "Write the site's name and publisher in site.toml, and look content/about.md over."
        ),
    );
    if options.pages {
        tell::line(
            global,
            language,
            &text!(
                "GitHub Pages: .github/workflows/pages.yml. GitLab Pages: .gitlab-ci.yml. Ta bort den som inte behövs.",
                "GitHub Pages: .github/workflows/pages.yml. GitLab Pages: .gitlab-ci.yml. Remove the one that is not needed."
            ),
        );
    }
    Ok(CommandOutcome::Done)
}

fn is_here(folder: &Path) -> bool {
    matches!((canonical(folder), canonical(".")), (Ok(a), Ok(b)) if a == b)
}
