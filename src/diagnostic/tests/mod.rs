//! What a report looks like in each form.

mod excerpts;
mod extent;

use std::slice;
use std::sync::Arc;

use snapbox::{IntoData, assert_data_eq, str};

use super::{Code, Extent, Problem, Report, Severity, Source, html, json, text};
use crate::language::Language::{self, English, Swedish};
use crate::text as message;

const PLEDGE: &str = "+++\nkind = \"pledge\"\ntittle = \"Löften för åren\"\n+++\n";

fn pledge() -> Arc<Source> {
    Source::new("content/kommuner/habo/2026/löfte.md", PLEDGE)
}

fn unknown_key() -> Problem {
    let start = PLEDGE.find("tittle").unwrap();
    Problem::at(
        Code::UnknownKey,
        &pledge(),
        start..start + 6,
        message!("Nyckeln ”tittle” finns inte.", "There is no key “tittle”."),
        message!("Menade du ”title”?", "Did you mean “title”?"),
    )
}

fn file_ignored() -> Problem {
    Problem::in_file(
        Code::FileIgnored,
        &Source::path_only("content/kommuner/habo/karta.pdf"),
        message!("Ingen handling hänvisar till filen.", "No document refers to the file."),
        message!("Ta bort den eller lägg till den.", "Remove it or attach it."),
    )
}

fn report(problems: &[Problem], language: Language) -> Report {
    Report::of(problems, language)
}

fn told(report: &Report, language: Language, extent: Extent, colour: bool) -> String {
    let mut told = Vec::new();
    text::write(report, language, extent, colour, &mut told).unwrap();
    String::from_utf8(told).unwrap()
}

fn text_told(report: &Report, language: Language, colour: bool) -> String {
    told(report, language, Extent::Whole, colour)
}

fn json_told(report: &Report) -> String {
    let mut told = Vec::new();
    json::write(report, &mut told).unwrap();
    String::from_utf8(told).unwrap()
}

fn problem_with_line(line: &str, marked: &str) -> Problem {
    let start = line.find(marked).unwrap();
    Problem::at(
        Code::TomlSyntax,
        &Source::new("content/a.md", line),
        start..start + marked.len(),
        message!("Fel.", "Wrong."),
        message!("Rätta.", "Mend it."),
    )
}

#[test]
fn the_terminal_shows_message_place_line_and_help_in_swedish() {
    let report = report(&[unknown_key(), file_ignored()], Swedish);
    assert_data_eq!(
        text_told(&report, Swedish, false),
        str![[r#"
varning[file-ignored]: Ingen handling hänvisar till filen.
 --> content/kommuner/habo/karta.pdf
 = hjälp: Ta bort den eller lägg till den.

fel[unknown-key]: Nyckeln ”tittle” finns inte.
 --> content/kommuner/habo/2026/löfte.md:3:1
  |
3 | tittle = "Löften för åren"
  | ^^^^^^
  |
  = hjälp: Menade du ”title”?


"#]]
        .raw()
    );
}

#[test]
fn the_terminal_speaks_english_when_asked() {
    let report = report(&[unknown_key(), file_ignored()], English);
    assert_data_eq!(
        text_told(&report, English, false),
        str![[r#"
warning[file-ignored]: No document refers to the file.
 --> content/kommuner/habo/karta.pdf
 = help: Remove it or attach it.

error[unknown-key]: There is no key “tittle”.
 --> content/kommuner/habo/2026/löfte.md:3:1
  |
3 | tittle = "Löften för åren"
  | ^^^^^^
  |
  = help: Did you mean “title”?


"#]]
        .raw()
    );
}

#[test]
fn colour_comes_only_when_asked_for() {
    let report = report(&[unknown_key(), file_ignored()], Swedish);
    assert!(!text_told(&report, Swedish, false).contains('\u{1b}'));
    assert!(text_told(&report, Swedish, true).contains("\u{1b}[1m\u{1b}[91mfel[unknown-key]"));
}

#[test]
fn the_summary_counts() {
    let (error, warning) = (unknown_key(), file_ignored());
    let said = |problems: &[Problem], language, documents| {
        text::summary(&report(problems, language), language, documents)
    };
    let other = Problem { code: Code::NotAMember, ..warning.clone() };
    let advice = Problem { severity: Severity::Advice, ..warning.clone() };
    assert_eq!(said(&[], Swedish, 15), "Inga fel i 15 filer.");
    assert_eq!(said(&[], English, 1), "No errors in 1 file.");
    assert_eq!(said(slice::from_ref(&warning), Swedish, 15), "Inga fel i 15 filer, men 1 varning.");
    assert_eq!(said(slice::from_ref(&warning), English, 2), "No errors in 2 files, but 1 warning.");
    assert_eq!(said(slice::from_ref(&error), Swedish, 15), "1 fel.");
    assert_eq!(said(slice::from_ref(&error), English, 15), "1 error.");
    assert_eq!(
        said(&[error.clone(), warning.clone(), other.clone()], Swedish, 15),
        "1 fel, 2 varningar."
    );
    assert_eq!(
        said(&[error.clone(), warning.clone(), other.clone()], English, 15),
        "1 error, 2 warnings."
    );
    assert_eq!(
        said(slice::from_ref(&advice), Swedish, 15),
        "Inga fel i 15 filer, men 1 påpekande."
    );
    assert_eq!(
        said(&[warning.clone(), other.clone(), advice.clone()], Swedish, 15),
        "Inga fel i 15 filer, men 2 varningar och 1 påpekande."
    );
    assert_eq!(
        said(&[warning.clone(), advice.clone()], English, 15),
        "No errors in 15 files, but 1 warning and 1 piece of advice."
    );
    assert_eq!(
        said(&[error, warning, other, advice], Swedish, 15),
        "1 fel, 2 varningar, 1 påpekande."
    );
}

#[test]
fn json_is_one_object_with_every_diagnostic() {
    let report = report(&[unknown_key(), file_ignored()], Swedish);
    assert_data_eq!(
        json_told(&report),
        str![[r#"
{
  "errors": 1,
  "warnings": 1,
  "advice": 0,
  "diagnostics": [
    {
      "code": "unknown-key",
      "severity": "error",
      "path": "content/kommuner/habo/2026/löfte.md",
      "line": 3,
      "column": 1,
      "message": "Nyckeln ”tittle” finns inte.",
      "help": "Menade du ”title”?"
    },
    {
      "code": "file-ignored",
      "severity": "warning",
      "path": "content/kommuner/habo/karta.pdf",
      "line": 1,
      "column": 1,
      "message": "Ingen handling hänvisar till filen.",
      "help": "Ta bort den eller lägg till den."
    }
  ]
}
"#]]
        .raw()
    );
}

#[test]
fn html_is_escaped_and_marks_the_characters() {
    let line = "<script>\"alert('å')\" & x</script>";
    let report = report(&[problem_with_line(line, "alert"), file_ignored()], Swedish);
    assert_data_eq!(
        html::list(&report, Swedish),
        str![[r#"
<ol class="diagnostics">
<li class="diagnostic diagnostic-error">
<p class="diagnostic-message"><span class="diagnostic-code">fel[toml-syntax]</span> Fel.</p>
<p class="diagnostic-place"><code>content/a.md:1:10</code></p>
<pre class="diagnostic-excerpt"><code>&lt;script&gt;&quot;<mark>alert</mark>(&#39;å&#39;)&quot; &amp; x&lt;/script&gt;</code></pre>
<p class="diagnostic-help">Rätta.</p>
</li>
<li class="diagnostic diagnostic-warning">
<p class="diagnostic-message"><span class="diagnostic-code">varning[file-ignored]</span> Ingen handling hänvisar till filen.</p>
<p class="diagnostic-place"><code>content/kommuner/habo/karta.pdf</code></p>
<p class="diagnostic-help">Ta bort den eller lägg till den.</p>
</li>
</ol>

"#]]
        .raw()
    );
    assert_eq!(html::list(&Report::default(), Swedish), "");
}
