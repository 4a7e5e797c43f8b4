//! A report as the terminal shows it: message, place, the line with the characters underlined, what
//! to do; and the line that sums it up.

use annotate_snippets::renderer::{
    DEFAULT_EMPHASIS_STYLE, DEFAULT_ERROR_STYLE, DEFAULT_LINE_NUM_STYLE, DEFAULT_WARNING_STYLE,
    Style,
};
use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

use super::code::Severity;
use super::problem::{Diagnostic, Excerpt};
use super::report::Report;
use super::visible::{visible, visible_with_tabs};
use crate::language::Language;

/// A source line is cut to this width around the place, so that the underlining stands under it
/// also where the terminal breaks lines. Messages are never cut.
const WIDTH: usize = 120;

/// Every diagnostic, each followed by an empty line. Escape sequences only with `colour`.
pub fn told(report: &Report, language: Language, colour: bool) -> String {
    let palette = if colour { Palette::COLOURS } else { Palette::PLAIN };
    let mut text = String::new();
    for diagnostic in &report.diagnostics {
        text.push_str(&palette.heading(diagnostic, language));
        text.push_str(&palette.place(diagnostic));
        text.push_str(&excerpt_and_help(diagnostic, language, colour));
        text.push_str("\n\n");
    }
    text
}

/// The last line of a run: "3 fel, 2 varningar." or "Inga fel i 15 dokument."
pub fn summary(report: &Report, language: Language, documents: usize) -> String {
    let (errors, warnings) = (report.errors(), report.warnings());
    let warnings_counted = match (language, warnings) {
        (Language::Swedish, 1) => "1 varning".to_owned(),
        (Language::Swedish, n) => format!("{n} varningar"),
        (Language::English, 1) => "1 warning".to_owned(),
        (Language::English, n) => format!("{n} warnings"),
    };
    let errors_counted = match (language, errors) {
        (Language::Swedish, n) => format!("{n} fel"),
        (Language::English, 1) => "1 error".to_owned(),
        (Language::English, n) => format!("{n} errors"),
    };
    let no_errors = match (language, documents) {
        (Language::Swedish, n) => format!("Inga fel i {n} dokument"),
        (Language::English, 1) => "No errors in 1 document".to_owned(),
        (Language::English, n) => format!("No errors in {n} documents"),
    };
    match (language, errors, warnings) {
        (_, 0, 0) => format!("{no_errors}."),
        (Language::Swedish, 0, _) => format!("{no_errors}, men {warnings_counted}."),
        (Language::English, 0, _) => format!("{no_errors}, but {warnings_counted}."),
        (_, _, 0) => format!("{errors_counted}."),
        _ => format!("{errors_counted}, {warnings_counted}."),
    }
}

/// The word for a severity.
pub(super) fn severity_name(severity: Severity, language: Language) -> &'static str {
    match (language, severity) {
        (Language::Swedish, Severity::Error) => "fel",
        (Language::Swedish, Severity::Warning) => "varning",
        (Language::English, Severity::Error) => "error",
        (Language::English, Severity::Warning) => "warning",
    }
}

fn help_name(language: Language) -> &'static str {
    match language {
        Language::Swedish => "hjälp",
        Language::English => "help",
    }
}

/// Heading and place are written here and not by annotate-snippets: it would print the column in
/// the excerpt, which is not the column in the file when the line was cut or spelled out.
struct Palette {
    error: Style,
    warning: Style,
    message: Style,
    arrow: Style,
}

impl Palette {
    const COLOURS: Palette = Palette {
        error: DEFAULT_ERROR_STYLE,
        warning: DEFAULT_WARNING_STYLE,
        message: DEFAULT_EMPHASIS_STYLE,
        arrow: DEFAULT_LINE_NUM_STYLE,
    };
    const PLAIN: Palette = Palette {
        error: Style::new(),
        warning: Style::new(),
        message: Style::new(),
        arrow: Style::new(),
    };

    /// `fel[unknown-key]: Nyckeln ”tittle” finns inte.`
    fn heading(&self, diagnostic: &Diagnostic, language: Language) -> String {
        let style = match diagnostic.severity {
            Severity::Error => self.error,
            Severity::Warning => self.warning,
        };
        let name = severity_name(diagnostic.severity, language);
        let code = diagnostic.code.as_str();
        let message = visible(&diagnostic.message);
        let emphasis = self.message;
        format!("{style}{name}[{code}]{style:#}{emphasis}: {message}{emphasis:#}\n")
    }

    /// ` --> content/kommuner/habo/index.md:12:3`; of a whole file the path alone.
    fn place(&self, diagnostic: &Diagnostic) -> String {
        let arrow = self.arrow;
        let path = visible(&diagnostic.path);
        let (line, column) = (diagnostic.line, diagnostic.column);
        match &diagnostic.excerpt {
            Some(_) => {
                let margin = " ".repeat(line.to_string().len());
                format!("{margin}{arrow}-->{arrow:#} {path}:{line}:{column}\n")
            }
            None => format!(" {arrow}-->{arrow:#} {path}\n"),
        }
    }
}

fn excerpt_and_help(diagnostic: &Diagnostic, language: Language, colour: bool) -> String {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let shown = diagnostic.excerpt.as_ref().map(Shown::of);
    let mut group = Group::with_level(level);
    if let Some(shown) = &shown {
        group = group.element(
            Snippet::source(shown.line.as_str())
                .line_start(diagnostic.line)
                .annotation(AnnotationKind::Primary.span(shown.start..shown.end)),
        );
    }
    let help = visible(&diagnostic.help);
    group = group.element(Level::HELP.with_name(help_name(language)).message(&*help));
    let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
    renderer.term_width(WIDTH).render(&[group])
}

/// An excerpt with everything in it visible, and where its marked bytes went.
pub(super) struct Shown {
    pub(super) line: String,
    pub(super) start: usize,
    pub(super) end: usize,
}

impl Shown {
    pub(super) fn of(excerpt: &Excerpt) -> Shown {
        // An excerpt read back from a stored report may say anything; a wrong place marks nothing.
        let (before, rest) =
            excerpt.line.split_at_checked(excerpt.start).unwrap_or((&excerpt.line, ""));
        let (marked, after) =
            rest.split_at_checked(excerpt.end.saturating_sub(excerpt.start)).unwrap_or((rest, ""));
        let mut line = String::with_capacity(excerpt.line.len());
        if excerpt.cut {
            line.push('…');
        }
        line.push_str(&visible_with_tabs(before));
        let start = line.len();
        line.push_str(&visible_with_tabs(marked));
        let end = line.len();
        line.push_str(&visible_with_tabs(after));
        Shown { line, start, end }
    }
}
