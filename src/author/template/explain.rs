//! A key in words: what belongs there, which words it may hold, whether it is required, and an
//! example.

use crate::language::{Language, lowered};
use crate::schema::{Form, Key, Need, Type, Word};

/// The whole explanation of a key.
pub fn explained(key: &Key, language: Language) -> String {
    let mut told = vec![key.help.in_language(language).to_owned()];
    if let Type::Word(words) = key.holds {
        told.push(format!("{}.", listed(words, language)));
        if !key.default.is_empty() {
            told.push(match language {
                Language::Swedish => format!("Utan raden: {}.", key.default),
                Language::English => format!("Without the line: {}.", key.default),
            });
        }
    }
    let (repeat, required, example) = match language {
        Language::Swedish => ("Upprepa gruppen för fler.", "(krävs)", "Exempel"),
        Language::English => ("Repeat the group for more.", "(required)", "Example"),
    };
    if matches!(key.holds, Type::Tables(_)) {
        told.push(repeat.to_owned());
    }
    match key.need {
        Need::Required => told.push(required.to_owned()),
        Need::OneOf(keys) => told.push(match language {
            Language::Swedish => format!("({} krävs)", keys.join(" eller ")),
            Language::English => format!("({} required)", keys.join(" or ")),
        }),
        Need::Unless { when, .. } | Need::With(when) => told.push(match language {
            Language::Swedish => format!("(krävs med {when})"),
            Language::English => format!("(required with {when})"),
        }),
        Need::When { key, is } => told.push(match language {
            Language::Swedish => format!("(krävs när {key} är \"{is}\")"),
            Language::English => format!("(required when {key} is \"{is}\")"),
        }),
        Need::Flagged(flag) => told.push(match language {
            Language::Swedish => format!("(bara med {flag} = true)"),
            Language::English => format!("(only with {flag} = true)"),
        }),
        Need::Optional | Need::Advised | Need::Rare | Need::Either(_) | Need::Without(_) => {}
    }
    if shows_example(key) {
        told.push(format!("{example}: {}", key.example));
    }
    told.join(" ")
}

/// Whether an example adds anything to the explanation.
fn shows_example(key: &Key) -> bool {
    match key.holds.form() {
        Form::Flag | Form::Period | Form::Table => false,
        Form::Text => !matches!(key.holds, Type::Word(_) | Type::Kind),
        Form::Tables => !key.has_header(),
        Form::Texts | Form::Date | Form::Dates => true,
    }
}

/// `"kept" (uppfyllt), … eller "cancelled" (inställt)`
fn listed(words: &[Word], language: Language) -> String {
    let words: Vec<String> = words
        .iter()
        .map(|word| {
            let label = lowered(word.label.in_language(language));
            let word = word.word;
            let same = label.replace(' ', "-") == word;
            if same { format!("\"{word}\"") } else { format!("\"{word}\" ({label})") }
        })
        .collect();
    let or = match language {
        Language::Swedish => "eller",
        Language::English => "or",
    };
    match words.as_slice() {
        [] => String::new(),
        [only] => only.clone(),
        [all @ .., last] => format!("{} {or} {last}", all.join(", ")),
    }
}

/// A key with an empty value, or with the one that changes something: a line that is put to use must
/// not say what holds without it.
pub fn emptied(key: &Key) -> String {
    match (key.holds, key.holds.form()) {
        (Type::Accepts(keys), _) => {
            let keys: Vec<String> =
                keys.iter().map(|key| format!("{} = {}", key.name, emptied(key))).collect();
            format!("[{{ {} }}]", keys.join(", "))
        }
        (_, Form::Flag) => key.example.to_owned(),
        (_, Form::Texts | Form::Dates | Form::Tables) => "[]".to_owned(),
        (_, Form::Text | Form::Date | Form::Period | Form::Table) if key.default.is_empty() => {
            "\"\"".to_owned()
        }
        (_, Form::Text | Form::Date | Form::Period | Form::Table) => key.default.to_owned(),
    }
}
