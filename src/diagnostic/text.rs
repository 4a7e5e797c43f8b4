//! A report as the terminal shows it: message, place, the line with the characters underlined, and
//! what to do; and the line that sums it up.

use std::io::{self, Write};

use annotate_snippets::renderer::{
    DEFAULT_EMPHASIS_STYLE, DEFAULT_ERROR_STYLE, DEFAULT_INFO_STYLE, DEFAULT_LINE_NUM_STYLE,
    DEFAULT_WARNING_STYLE, Style,
};
use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

use super::bilingual::Text;
use super::code::{Code, Severity};
use super::problem::{Diagnostic, Excerpt};
use super::report::Report;
use super::summed_up::{Extent, SummedReport};
use super::visible::{visible, visible_with_tabs};
use crate::language::Language;
use crate::text;

/// A source line is cut to this width around the problem, so that the underlining is below it even
/// where the terminal breaks lines. Messages are never cut.
const WIDTH: usize = 120;

/// Writes a report: warnings, then what is only counted, and errors last, nearest the prompt. Each
/// diagnostic shown in full is followed by an empty line. Escape sequences are only written with
/// `colour`.
pub fn write(
    report: &Report,
    language: Language,
    extent: Extent,
    colour: bool,
    out: &mut impl Write,
) -> io::Result<()> {
    let palette = if colour { Palette::COLOURS } else { Palette::PLAIN };
    let SummedReport { whole, counted, errors, more_errors } = SummedReport::of(report, extent);
    for diagnostic in whole {
        palette.write(diagnostic, language, colour, out)?;
    }
    for one in &counted {
        let line = one.line();
        let line = palette.heading(one.severity, one.code, line.in_language(language), language);
        out.write_all(line.as_bytes())?;
    }
    if !counted.is_empty() {
        writeln!(out, " = {}\n", how_to_see_all().in_language(language))?;
    }
    for diagnostic in errors {
        palette.write(diagnostic, language, colour, out)?;
    }
    for one in &more_errors {
        let line = one.line();
        let line = palette.heading(one.severity, one.code, line.in_language(language), language);
        out.write_all(line.as_bytes())?;
    }
    if !more_errors.is_empty() {
        writeln!(out)?;
    }
    Ok(())
}

fn how_to_see_all() -> Text {
    text!(
        "hjälp: Kör ”loftesarkiv check --all” för att se var. Det som är rätt som det är godtas för hela webbplatsen med [[accept]] i site.toml.",
        "help: Run “loftesarkiv check --all” to see where. What is right as it is can be accepted for the whole site with [[accept]] in site.toml."
    )
}

/// The last line of a run: "3 fel, 2 varningar." or "Inga fel i 15 filer."
pub fn summary(report: &Report, language: Language, documents: usize) -> String {
    let (errors, warnings, advice) = (report.errors(), report.warnings(), report.advice());
    let errors_counted = match errors {
        0 => match documents {
            1 => text!("Inga fel i 1 fil", "No errors in 1 file"),
            n => text!("Inga fel i {n} filer", "No errors in {n} files"),
        },
        1 => text!("1 fel", "1 error"),
        n => text!("{n} fel", "{n} errors"),
    };
    let others = [warnings_counted(warnings), advice_counted(advice)];
    let counts = [warnings, advice];
    let others: Vec<&str> = others
        .iter()
        .zip(counts)
        .filter(|(_, count)| *count > 0)
        .map(|(text, _)| text.in_language(language))
        .collect();
    let errors_counted = errors_counted.in_language(language);
    let (but, and) = match language {
        Language::Swedish => (", men ", " och "),
        Language::English => (", but ", " and "),
    };
    match (errors, others.as_slice()) {
        (_, []) => format!("{errors_counted}."),
        (0, others) => format!("{errors_counted}{but}{}.", others.join(and)),
        (_, others) => format!("{errors_counted}, {}.", others.join(", ")),
    }
}

/// "1 varning", "2 varningar".
pub fn warnings_counted(n: usize) -> Text {
    match n {
        1 => text!("1 varning", "1 warning"),
        n => text!("{n} varningar", "{n} warnings"),
    }
}

/// "1 påpekande", "2 påpekanden".
pub fn advice_counted(n: usize) -> Text {
    match n {
        1 => text!("1 påpekande", "1 piece of advice"),
        n => text!("{n} påpekanden", "{n} pieces of advice"),
    }
}

/// The word for a severity.
pub(super) fn severity_name(severity: Severity, language: Language) -> &'static str {
    match (language, severity) {
        (Language::Swedish, Severity::Error) => "fel",
        (Language::Swedish, Severity::Warning) => "varning",
        (Language::Swedish, Severity::Advice) => "påpekande",
        (Language::English, Severity::Error) => "error",
        (Language::English, Severity::Warning) => "warning",
        (Language::English, Severity::Advice) => "advice",
    }
}

fn help_name(language: Language) -> &'static str {
    match language {
        Language::Swedish => "hjälp",
        Language::English => "help",
    }
}

/// The heading and the place are written here and not by annotate-snippets, which would print the
/// column in the excerpt; that is not the column in the file if the line was cut or has characters
/// spelled out.
struct Palette {
    error: Style,
    warning: Style,
    advice: Style,
    message: Style,
    arrow: Style,
}

impl Palette {
    const COLOURS: Palette = Palette {
        error: DEFAULT_ERROR_STYLE,
        warning: DEFAULT_WARNING_STYLE,
        advice: DEFAULT_INFO_STYLE,
        message: DEFAULT_EMPHASIS_STYLE,
        arrow: DEFAULT_LINE_NUM_STYLE,
    };
    const PLAIN: Palette = Palette {
        error: Style::new(),
        warning: Style::new(),
        advice: Style::new(),
        message: Style::new(),
        arrow: Style::new(),
    };

    /// Writes a diagnostic in full.
    fn write(
        &self,
        diagnostic: &Diagnostic,
        language: Language,
        colour: bool,
        out: &mut impl Write,
    ) -> io::Result<()> {
        let Diagnostic { severity, code, message, .. } = diagnostic;
        out.write_all(self.heading(*severity, *code, message, language).as_bytes())?;
        out.write_all(self.place(diagnostic).as_bytes())?;
        out.write_all(excerpt_and_help(diagnostic, language, colour).as_bytes())?;
        out.write_all(b"\n\n")
    }

    /// `fel[unknown-key]: Nyckeln ”tittle” finns inte.`
    fn heading(&self, severity: Severity, code: Code, message: &str, language: Language) -> String {
        let style = match severity {
            Severity::Error => self.error,
            Severity::Warning => self.warning,
            Severity::Advice => self.advice,
        };
        let (name, code) = (severity_name(severity, language), code.as_str());
        let (message, emphasis) = (visible(message), self.message);
        format!("{style}{name}[{code}]{style:#}{emphasis}: {message}{emphasis:#}\n")
    }

    /// ` --> content/kommuner/habo/index.md:12:3`; for a whole file only the path.
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
        Severity::Advice => Level::INFO,
    };
    let shown = diagnostic.excerpt.as_ref().map(VisibleExcerpt::of);
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

/// An excerpt in which everything is visible, with its marked bytes adjusted.
pub(super) struct VisibleExcerpt {
    pub(super) line: String,
    pub(super) start: usize,
    pub(super) end: usize,
}

impl VisibleExcerpt {
    pub(super) fn of(excerpt: &Excerpt) -> VisibleExcerpt {
        // An excerpt that is read back from a stored report may contain anything; an invalid place
        // marks nothing.
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
        VisibleExcerpt { line, start, end }
    }
}
