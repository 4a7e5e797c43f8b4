//! The words of what is wrong with a file, for whoever has its form: what happened, and which field or
//! button mends it.

use super::code_help::help;
use super::code_words::plain;
use super::wording::{is_of_files, sentences_for_forms};
use crate::diagnostic::{Code, Problem};
use crate::language::Language;
use crate::schema::{Key, Need, Owner};
use crate::text;

/// A problem as a form tells it: what happened, and what to do there.
pub fn in_form(
    problem: &Problem,
    key: Option<&'static Key>,
    owner: Owner,
    language: Language,
) -> (String, String) {
    let label = key.map_or("", |key| key.label.in_language(language));
    let named = |text: &str| {
        let mut text = text.to_owned();
        let all = owner.keys().flat_map(|key| std::iter::once(key).chain(key.keys()));
        for key in all {
            let own = key.label.in_language(language);
            for (before, after) in [('”', '”'), ('“', '”')] {
                let quoted = format!("{before}{}{after}", key.name);
                text = text.replace(&quoted, &format!("{before}{own}{after}"));
            }
        }
        text
    };
    // What is wrong in the running text is best told with the editor's own words in quotes.
    let of_text = is_of_text(problem.code);
    let mut message = named(problem.message.words(language));
    if of_text {
        message = sentences_for_forms(&message);
    }
    let is_told = !message.is_empty() && (of_text || !is_of_files(&message));
    if !is_told || problem.code == Code::AccessibilityIncomplete {
        message = plain(problem.code, label).words(language).to_string();
    }
    for (before, after) in [
        ("Nyckeln ”", "Fältet ”"),
        ("The key “", "The field “"),
        ("men står tom.", "men står tomt."),
    ] {
        message = message.replace(before, after);
    }
    if is_unjudged(problem.code, key) {
        let words = text!(
            "Uppföljningen säger inget om det här åtagandet än.",
            "The follow-up says nothing about this commitment yet."
        );
        let help = text!(
            "Välj en status, eller skriv vad uppföljningen säger.",
            "Choose a status, or write what the follow-up says."
        );
        return (words.words(language).to_string(), help.words(language).to_string());
    }
    let own = named(problem.help.words(language));
    let own = if of_text && key.is_none() { sentences_for_forms(&own) } else { String::new() };
    let help = match own.is_empty() {
        true => help(problem.code, key).words(language).to_string(),
        false => own,
    };
    (message, help)
}

/// Whether a problem is of the words and signs of the running text, which an editor sees in the form as
/// they are in the file.
fn is_of_text(code: Code) -> bool {
    matches!(
        code,
        Code::LinkMissing
            | Code::AnchorMissing
            | Code::UnsafeLink
            | Code::LinkText
            | Code::TextLost
            | Code::MarkupAsText
            | Code::RawHtml
            | Code::GarbledText
            | Code::LongSentence
    )
}

/// Whether an outcome has neither a status nor anything else, which need not be a status.
fn is_unjudged(code: Code, key: Option<&'static Key>) -> bool {
    code == Code::MissingKey
        && key.is_some_and(|key| {
            key.name == "status" && matches!(key.need, Need::OneOf(others) if others.len() > 1)
        })
}
