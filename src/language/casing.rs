//! The first letter of a name or label, which depends on where it stands.

/// A label within a sentence; an abbreviation stays as it is.
pub fn lowered(label: &str) -> String {
    if label.chars().nth(1).is_some_and(char::is_uppercase) {
        return label.to_owned();
    }
    with_first(label, |first| first.to_lowercase().collect())
}

/// A name as it begins a sentence or stands alone.
pub fn capitalised(name: &str) -> String {
    with_first(name, |first| first.to_uppercase().collect())
}

fn with_first(text: &str, change: impl Fn(char) -> String) -> String {
    let mut characters = text.chars();
    let first = characters.next().map(change).unwrap_or_default();
    first + characters.as_str()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_first_letter_changes() {
        assert_eq!(capitalised("överenskommelse om LPO"), "Överenskommelse om LPO");
        assert_eq!(lowered("Överenskommelse om LPO"), "överenskommelse om LPO");
        assert_eq!(lowered("CC0: fritt för alla"), "CC0: fritt för alla");
        assert_eq!(lowered("Å"), "å");
        assert_eq!(capitalised(""), "");
    }
}
