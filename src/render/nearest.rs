//! "Menade du …?": the nearest of the names that exist.

/// The candidate most like the word, when one is like it at all; of equals the first in order.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let most = (word.chars().count() / 3).max(1);
    candidates
        .into_iter()
        .map(|candidate| (strsim::osa_distance(word, candidate), candidate))
        .filter(|(distance, _)| *distance <= most)
        .min()
        .map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_is_recognised_and_another_word_is_not() {
        let names = ["templates/base.html", "templates/page.html", "templates/years.html"];
        assert_eq!(nearest("templates/bsae.html", names), Some("templates/base.html"));
        assert_eq!(nearest("meny", ["footer", "title"]), None);
    }
}
