//! `site.toml`: the site's name, language, publisher and appearance.

use super::accept::{Acceptor, accept};
use super::base_url::base_url;
use super::excerpt::excerpt;
use super::fields::{self, Owner, Table, Vocabulary};
use super::forms::{mailbox, web_address};
use super::inspect;
use super::publishing;
use super::raw_file::RawFile;
use super::subjects;
use crate::diagnostic::{Code, Problem, Spanned};
use crate::language::Language;
use crate::model::settings::{Accessibility, AccessibilityFault, Settings};
use crate::text;

/// Parses the settings. `None` if the file is not text. What else cannot be read counts as left
/// out, so that the rest of the site can still be checked.
pub fn parse_settings(raw: &RawFile) -> (Option<Settings>, Vec<Problem>) {
    let source = match raw.source() {
        Ok(source) => source,
        Err(problem) => return (None, vec![*problem]),
    };
    let read = fields::read(&source, Owner::Settings, 0..0, 0..source.text.len(), |keys| {
        let settings = Settings {
            source: source.clone(),
            title: keys.need("title", keys.string("title")).unwrap_or_default(),
            language: keys.word("language").map_or(Language::default(), |word| word.value),
            publisher: keys.string("publisher"),
            base_url: keys.text("base_url").and_then(|url| base_url(keys, url)),
            theme: keys
                .text("theme")
                .filter(|theme| folder_name(keys, theme))
                .unwrap_or_else(|| Spanned::new("default".to_owned(), 0..0)),
            colour: keys.text("colour").and_then(|it| colour(keys, it)),
            logo: keys.text("logo"),
            contact: mailbox(keys, "contact"),
            records: mailbox(keys, "records"),
            search: keys.flag("search").unwrap_or(true),
            output: keys.text("output"),
            accessibility: keys.table("accessibility").map(|table| accessibility(&table)),
            subjects: subjects::read(keys),
            archive: keys.table("archive").and_then(|table| publishing::archive(&table)),
            data: keys.table("data").and_then(|table| publishing::data(&table)),
            publish: publishing::targets(keys),
            accept: keys
                .tables("accept")
                .iter()
                .filter_map(|table| accept(table, Acceptor::Site))
                .collect(),
        };
        keys.leftovers();
        settings
    });
    let mut problems = read.problems;
    problems.extend(inspect::inspect_beside(&source));
    (Some(read.value), problems)
}

impl Vocabulary for Language {
    const WORDS: &'static [Self] = &[Language::Swedish, Language::English];
    fn as_written(self) -> &'static str {
        self.tag()
    }
}

/// Whether a theme's name can be that of a folder in `themes/`.
fn folder_name(keys: &Table<'_>, theme: &Spanned<String>) -> bool {
    let sound = !theme.starts_with('.') && !theme.contains(['/', '\\', ':']);
    if !sound {
        let shown = excerpt(theme);
        keys.report(
            Code::UnknownValue,
            theme.span.clone(),
            text!(
                "”{shown}” är inget namn på en mapp i themes.",
                "“{shown}” is no name of a folder in themes."
            ),
            text!(
                "Skriv bara mappens namn, till exempel theme = \"default\"",
                "Write only the folder's name, such as theme = \"default\""
            ),
        );
    }
    sound
}

/// `#rrggbb` in lower case; `#rgb` is expanded.
fn colour(keys: &Table<'_>, written: Spanned<String>) -> Option<Spanned<String>> {
    let digits = written.strip_prefix('#').unwrap_or("").to_ascii_lowercase();
    let hexadecimal = digits.bytes().all(|b| b.is_ascii_hexdigit());
    match digits.len() {
        6 if hexadecimal => Some(Spanned::new(format!("#{digits}"), written.span)),
        3 if hexadecimal => {
            let long: String = digits.chars().flat_map(|digit| [digit, digit]).collect();
            Some(Spanned::new(format!("#{long}"), written.span))
        }
        _ => {
            let shown = excerpt(&written);
            let bare = written.trim_start_matches('#');
            let help = match bare.len() == 6 && bare.bytes().all(|b| b.is_ascii_hexdigit()) {
                true => text!("Skriv colour = \"#{bare}\"", "Write colour = \"#{bare}\""),
                false => text!(
                    "Skriv färgen som i kommunens grafiska profil, med # och sex tecken: colour = \"#00498f\"",
                    "Write the colour as in the municipality's graphic profile, with # and six characters: colour = \"#00498f\""
                ),
            };
            keys.report(
                Code::UnknownValue,
                written.span.clone(),
                text!("”{shown}” är ingen färgkod.", "“{shown}” is no colour code."),
                help,
            );
            None
        }
    }
}

fn accessibility(keys: &Table<'_>) -> Accessibility {
    let link = |key| keys.text(key).filter(|url| web_address(keys, url)).map(|url| url.value);
    let accessibility = Accessibility {
        span: keys.span(),
        status: keys.word("status").map(|word| word.value),
        assessed: keys.date("assessed"),
        updated: keys.day("updated"),
        method: keys.word("method").map(|word| word.value),
        contact: keys.string("contact"),
        contact_url: link("contact_url"),
        supervisor: keys.string("supervisor"),
        supervisor_url: link("supervisor_url"),
        burden: keys.string("burden"),
        outside_law: keys.string("outside_law"),
        faults: keys.tables("faults").iter().filter_map(fault).collect(),
    };
    keys.leftovers();
    accessibility
}

fn fault(keys: &Table<'_>) -> Option<AccessibilityFault> {
    let situation = keys.string("situation");
    let text = keys.need("text", keys.string("text"));
    let reason = keys.string("reason");
    keys.leftovers();
    Some(AccessibilityFault { situation, text: text?, reason })
}
