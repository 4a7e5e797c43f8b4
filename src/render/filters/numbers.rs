//! `number`, `size` and `list`.

use tera::{Kwargs, State, Tera, TeraResult, Value};

use super::arguments::wrong;
use crate::language::{Language, enumerated};
use crate::text;

pub fn register(tera: &mut Tera, language: Language) {
    tera.register_filter(
        "number",
        move |value: &Value, _: Kwargs, _: &State| -> TeraResult<String> {
            Ok(number(language, whole("number", value)?))
        },
    );
    tera.register_filter(
        "size",
        move |value: &Value, _: Kwargs, _: &State| -> TeraResult<String> {
            Ok(size(language, whole("size", value)?))
        },
    );
    tera.register_filter(
        "list",
        move |value: &Value, _: Kwargs, state: &State| -> TeraResult<Value> {
            let items = value.as_array().ok_or_else(|| {
                wrong("list", &text!("en lista av texter", "a list of texts"), value)
            })?;
            let mut escaped = Vec::with_capacity(items.len());
            for item in items {
                escaped.push(state.escape_if_needed(item)?);
            }
            Ok(Value::safe_string(&enumerated(language, &escaped)))
        },
    );
}

pub fn whole(filter: &str, value: &Value) -> TeraResult<u64> {
    value
        .as_u64()
        .ok_or_else(|| wrong(filter, &text!("ett heltal från 0", "a whole number from 0"), value))
}

/// "2 712" with a no-break space; "2,712" in English.
pub fn number(language: Language, number: u64) -> String {
    let digits = number.to_string();
    let mut grouped = String::with_capacity(digits.len() + 4);
    for (at, digit) in digits.char_indices() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push(match language {
                Language::Swedish => '\u{a0}',
                Language::English => ',',
            });
        }
        grouped.push(digit);
    }
    grouped
}

/// A size as people say it: "512 byte", "173 kB", "1,2 MB". Units are decimal, as in file managers.
fn size(language: Language, bytes: u64) -> String {
    let unit = match language {
        Language::English if bytes != 1 => "bytes",
        _ => "byte",
    };
    // Rounded before the unit is chosen, so that 999 900 bytes is 1,0 MB and not 1 000 kB.
    match bytes {
        0..1_000 => format!("{bytes}\u{a0}{unit}"),
        1_000..999_500 => format!("{}\u{a0}kB", (bytes + 500) / 1_000),
        999_500..999_950_000 => format!("{}\u{a0}MB", tenths(language, bytes, 1_000_000)),
        _ => format!("{}\u{a0}GB", tenths(language, bytes, 1_000_000_000)),
    }
}

fn tenths(language: Language, bytes: u64, unit: u64) -> String {
    let tenths = bytes.saturating_add(unit / 20) / (unit / 10);
    let comma = match language {
        Language::Swedish => ',',
        Language::English => '.',
    };
    format!("{}{comma}{}", number(language, tenths / 10), tenths % 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_grouped_as_the_language_does() {
        assert_eq!(number(Language::Swedish, 999), "999");
        assert_eq!(number(Language::Swedish, 1_234_567), "1\u{a0}234\u{a0}567");
        assert_eq!(number(Language::English, 28_000), "28,000");
    }

    #[test]
    fn sizes_are_in_the_unit_that_people_say() {
        let sizes =
            [0, 1, 999, 1_000, 172_600, 999_499, 999_500, 1_249_999, 1_250_000, 2_000_000_000];
        let told: Vec<_> =
            sizes.iter().map(|n| size(Language::Swedish, *n).replace('\u{a0}', " ")).collect();
        assert_eq!(
            told,
            [
                "0 byte", "1 byte", "999 byte", "1 kB", "173 kB", "999 kB", "1,0 MB", "1,2 MB",
                "1,3 MB", "2,0 GB"
            ]
        );
        assert_eq!(size(Language::English, 1_200_000), "1.2\u{a0}MB");
    }
}
