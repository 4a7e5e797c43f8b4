//! The direction in which a language is written.

/// Languages that are written from the right, unless their tag names another script.
const LANGUAGES: [&str; 27] = [
    "ar", "arc", "aeb", "apc", "arz", "azb", "bal", "ckb", "dv", "fa", "glk", "he", "iw", "ji",
    "ks", "lrc", "mzn", "nqo", "pnb", "prs", "ps", "sd", "skr", "syr", "ug", "ur", "yi",
];

/// Scripts that are written from the right.
const SCRIPTS: [&str; 10] =
    ["adlm", "arab", "hebr", "mand", "nkoo", "rohg", "samr", "syrc", "thaa", "aran"];

/// Whether the language with this tag (BCP 47) is written from the right.
pub fn is_right_to_left(tag: &str) -> bool {
    let mut parts = tag.split('-');
    let language = parts.next().unwrap_or("").to_ascii_lowercase();
    let script =
        parts.find(|part| part.len() == 4 && part.bytes().all(|b| b.is_ascii_alphabetic()));
    match script {
        Some(script) => SCRIPTS.contains(&script.to_ascii_lowercase().as_str()),
        None => LANGUAGES.contains(&language.as_str()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_script_in_the_tag_counts_before_the_language() {
        for tag in ["ar", "AR-SE", "fa", "ku-Arab", "he", "yi", "prs", "so-arab", "ckb-IQ"] {
            assert!(is_right_to_left(tag), "{tag}");
        }
        for tag in ["sv", "en-GB", "so", "ku", "az-Latn", "ar-Latn", "zh-Hant", "", "arx"] {
            assert!(!is_right_to_left(tag), "{tag}");
        }
    }
}
