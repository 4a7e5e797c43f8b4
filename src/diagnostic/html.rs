//! A report as an HTML list, for the preview's overlay. It uses only classes, since the page's
//! policy allows neither inline styles nor scripts.

use super::code::Severity;
use super::problem::Diagnostic;
use super::report::Report;
use super::text::{VisibleExcerpt, severity_name};
use super::visible::visible;
use crate::escape::escaped;
use crate::language::Language;

/// `<ol class="diagnostics">` with one item for each diagnostic; empty if there are none.
pub fn list(report: &Report, language: Language) -> String {
    if report.diagnostics.is_empty() {
        return String::new();
    }
    let mut html = String::from("<ol class=\"diagnostics\">\n");
    for diagnostic in &report.diagnostics {
        item(&mut html, diagnostic, language);
    }
    html.push_str("</ol>\n");
    html
}

fn item(html: &mut String, diagnostic: &Diagnostic, language: Language) {
    let (class, code) = (class(diagnostic.severity), diagnostic.code.as_str());
    let name = severity_name(diagnostic.severity, language);
    let message = escaped(&visible(&diagnostic.message));
    let help = escaped(&visible(&diagnostic.help));
    let path = escaped(&visible(&diagnostic.path));
    let place = match &diagnostic.excerpt {
        Some(_) => format!("{path}:{}:{}", diagnostic.line, diagnostic.column),
        None => path,
    };
    html.push_str(&format!(
        "<li class=\"diagnostic {class}\">\n\
         <p class=\"diagnostic-message\"><span class=\"diagnostic-code\">{name}[{code}]</span> {message}</p>\n\
         <p class=\"diagnostic-place\"><code>{place}</code></p>\n"
    ));
    if let Some(excerpt) = &diagnostic.excerpt {
        let shown = VisibleExcerpt::of(excerpt);
        let (before, marked, after) = (
            escaped(&shown.line[..shown.start]),
            escaped(&shown.line[shown.start..shown.end]),
            escaped(&shown.line[shown.end..]),
        );
        html.push_str(&format!(
            "<pre class=\"diagnostic-excerpt\"><code>{before}<mark>{marked}</mark>{after}</code></pre>\n"
        ));
    }
    html.push_str(&format!("<p class=\"diagnostic-help\">{help}</p>\n</li>\n"));
}

fn class(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "diagnostic-error",
        Severity::Warning => "diagnostic-warning",
        Severity::Advice => "diagnostic-advice",
    }
}
