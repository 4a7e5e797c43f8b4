//! Errors of the template engine as problems with the template's file, line and column, in both
//! languages.

use std::sync::Arc;

use tera::ErrorKind;

use super::loops::CountedTemplate;
use crate::diagnostic::{Code, Problem, Source, Span, Text};
use crate::nearest::{did_you_mean, nearest, slips};
use crate::text;

/// Separates the two languages of a message that passes through the engine, which knows only one.
const BETWEEN: char = '\u{1f}';

/// What the engine says of a value that does not exist, whatever it was called.
const UNDEFINED: &str = "Tried to render a variable that is undefined";

/// An error from one of the program's own filters.
pub fn filter_error(text: Text) -> tera::Error {
    let Text { sv, en } = text;
    tera::Error::message(format!("{sv}{BETWEEN}{en}"))
}

/// A template that the engine complains of.
pub struct Blamed<'a> {
    pub source: Arc<Source>,
    /// What the engine got instead of the file, if that is not the same.
    pub counted: Option<&'a CountedTemplate>,
}

impl Blamed<'_> {
    /// The text that the engine got.
    fn text(&self) -> &str {
        self.counted.map_or(&self.source.text, |counted| &counted.text)
    }

    /// A place in that text, as one in the file.
    fn in_file(&self, span: &Span) -> Span {
        self.counted.map_or_else(|| span.clone(), |counted| counted.in_file(span))
    }
}

/// The problems that an error stands for. `template` maps a template's name to its file; `fallback`
/// is blamed if the engine names none; `page` is the address of the page being made.
pub fn problems<'a>(
    error: &tera::Error,
    template: impl Fn(&str) -> Option<Blamed<'a>>,
    fallback: &Arc<Source>,
    page: Option<&str>,
) -> Vec<Problem> {
    let problem = |name: &str, span: Option<Span>, message: &str| {
        let blamed =
            template(name).unwrap_or_else(|| Blamed { source: fallback.clone(), counted: None });
        let span = span.map(|span| blamed.in_file(&span));
        let source = blamed.source;
        let span = span.filter(|span| span.end <= source.text.len());
        // A value that is weighed before it is written has lost its name.
        let undefined = (message == UNDEFINED).then(|| source.text.get(span.clone()?)).flatten();
        let is_name = |text: &&str| text.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
        let (message, help) = match undefined.filter(is_name) {
            Some(name) => translated(&format!("Variable `{name}` is not there")),
            None => translated(message),
        };
        Problem {
            span,
            ..Problem::in_file(Code::ThemeTemplate, &source, on_page(message, page), help)
        }
    };
    match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
            vec![problem(report.filename(), Some(report.span().range.clone()), report.message())]
        }
        ErrorKind::Msg(joined) if joined.starts_with("error: ") => joined
            .split("\n\nerror: ")
            .map(|report| {
                let report = report.strip_prefix("error: ").unwrap_or(report);
                let (message, place) = report.split_once("\n").unwrap_or((report, ""));
                let place = place.lines().next().and_then(TemplatePosition::parse);
                let Some(place) = place else {
                    return problem("", None, message);
                };
                let span = template(place.name).map(|blamed| place.span(blamed.text()));
                problem(place.name, span, message)
            })
            .collect(),
        ErrorKind::MissingParent { current, parent } => {
            vec![problem(current, None, &format!("Unknown template `{parent}`"))]
        }
        ErrorKind::CircularExtend { tpl, .. } | ErrorKind::CircularInclude { tpl, .. } => {
            vec![problem(tpl, None, &error.to_string())]
        }
        _ => vec![problem("", None, &error.to_string())],
    }
}

/// `  --> page.html:3:7`, as in the engine's reports of several errors.
struct TemplatePosition<'a> {
    name: &'a str,
    /// From 1.
    line: usize,
    /// In characters, from 1.
    column: usize,
}

impl TemplatePosition<'_> {
    fn parse(text: &str) -> Option<TemplatePosition<'_>> {
        let mut parts = text.trim_start().strip_prefix("--> ")?.rsplitn(3, ':');
        let column = parts.next()?.parse().ok()?;
        let line = parts.next()?.parse().ok()?;
        Some(TemplatePosition { name: parts.next()?, line, column })
    }

    fn span(&self, text: &str) -> Span {
        let before: usize =
            text.split_inclusive('\n').take(self.line.saturating_sub(1)).map(str::len).sum();
        let line = text[before..].lines().next().unwrap_or("");
        let at = |characters: usize| {
            line.char_indices().nth(characters).map_or(line.len(), |(at, _)| at)
        };
        before + at(self.column.saturating_sub(1))..before + at(self.column)
    }
}

fn on_page(message: Text, page: Option<&str>) -> Text {
    let Some(page) = page else { return message };
    let Text { sv, en } = message;
    text!(
        "{sv} Felet uppstod när sidan {page} skulle göras.",
        "{en} It happened while making the page {page}."
    )
}

/// A message of the engine in both languages, and what to do. Messages that a theme's author is
/// likely to meet are translated; of the rest, the engine's own words are given.
fn translated(message: &str) -> (Text, Text) {
    if let Some((sv, en)) = message.split_once(BETWEEN) {
        return (Text { sv: sv.to_owned().into(), en: en.to_owned().into() }, see_docs());
    }
    let name = message.split('`').nth(1).unwrap_or("");
    let listed = |before: &str| message.split_once(before).map(|(_, list)| list.to_owned());
    let starts = |beginning: &str| message.starts_with(beginning);
    if starts("Variable `") || starts("Field `") {
        let there = listed("Available variables: ").or_else(|| listed("Available fields: "));
        let near = there
            .as_deref()
            .and_then(|list| nearest(name, list.split(", "), slips(name)))
            .map(str::to_owned);
        let help = match (near, there) {
            (Some(near), _) => did_you_mean(&near),
            (None, Some(there)) => text!("Här finns: {there}.", "There are: {there}."),
            (None, None) => see_docs(),
        };
        return (text!("”{name}” finns inte här.", "There is no “{name}” here."), help);
    }
    if starts(UNDEFINED) {
        return (
            text!(
                "Värdet finns inte, så det kan inte visas.",
                "The value does not exist, so it cannot be shown."
            ),
            see_docs(),
        );
    }
    for (kind, sv, en) in [
        ("filter", "filter", "filter"),
        ("test", "test", "test"),
        ("function", "funktion", "function"),
        ("component", "komponent", "component"),
        ("template", "mall", "template"),
    ] {
        if starts(&format!("Unknown {kind} `")) {
            let article = if matches!(kind, "filter" | "test") { "något" } else { "någon" };
            return (
                text!(
                    "Det finns inte {article} {sv} som heter ”{name}”.",
                    "There is no {en} called “{name}”."
                ),
                see_docs(),
            );
        }
    }
    if starts("Block `") {
        return (
            text!(
                "Blocket ”{name}” finns inte i den mall som den här bygger på.",
                "The block “{name}” is not in the template that this one extends."
            ),
            see_docs(),
        );
    }
    if starts("Component `") {
        let two: Vec<_> = message.split('`').skip(3).step_by(2).collect();
        let both = two.join(", ");
        return (
            text!(
                "Komponenten ”{name}” står i två mallar: {both}.",
                "The component “{name}” is in two templates: {both}."
            ),
            text!("Ta bort den ena.", "Remove one of them."),
        );
    }
    if starts("Circular ") {
        return (
            text!("Mallen bygger på sig själv.", "The template builds on itself."),
            text!(
                "För att utgå från den inbyggda mallen: {{% extends \"default/…\" %}}.",
                "To begin from the built-in template: {{% extends \"default/…\" %}}."
            ),
        );
    }
    if starts("Missing keyword argument `") {
        return (
            text!("Värdet ”{name}” måste anges här.", "The argument “{name}” must be given here."),
            see_docs(),
        );
    }
    let first = message.lines().next().unwrap_or(message);
    (
        text!(
            "Mallen går inte att använda. Mallspråket säger: {first}",
            "The template cannot be used. The template language says: {first}"
        ),
        see_docs(),
    )
}

fn see_docs() -> Text {
    text!(
        "Rätta mallen, eller ta bort filen för att använda den inbyggda. Vad mallar kan visa står i docs/teman.md.",
        "Mend the template, or remove the file to use the built-in one. What templates can show is in docs/teman.md."
    )
}
