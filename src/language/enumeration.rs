//! Several things in one sentence.

use super::Language;

/// The word before the last of several items.
pub fn and_of(language: Language) -> &'static str {
    match language {
        Language::Swedish => " och ",
        Language::English => " and ",
    }
}

/// The items as a list within a sentence: "a", "a och b", "a, b och c".
pub fn enumerated(language: Language, items: &[String]) -> String {
    let and = and_of(language);
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{}{and}{last}", first.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_item_comes_after_and() {
        let words =
            |n: usize| ["a", "b", "c"][..n].iter().map(|w| (*w).to_owned()).collect::<Vec<_>>();
        assert_eq!(enumerated(Language::Swedish, &words(3)), "a, b och c");
        assert_eq!(enumerated(Language::Swedish, &words(2)), "a och b");
        assert_eq!(enumerated(Language::English, &words(3)), "a, b and c");
        assert_eq!(enumerated(Language::Swedish, &[]), "");
    }
}
