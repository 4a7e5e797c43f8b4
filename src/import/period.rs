//! How long something seems to hold, as a text says it.

use super::found::{excerpt, placed_days, words_of, years};

/// A time that the text seems to say that it holds for: both as front matter has them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SuggestedPeriod {
    pub from: String,
    pub until: String,
    /// The words that it was found in.
    pub words: String,
}

impl SuggestedPeriod {
    /// From the first line that speaks of how long something holds and has two days or two years.
    pub fn of(text: &str) -> Option<SuggestedPeriod> {
        const SIGNS: [&str; 6] = ["gäller", "gälla", "löper", "avser", "perioden", "åren"];
        let speaks = |line: &&str| {
            let lowered = line.to_lowercase();
            line.starts_with('#') || SIGNS.iter().any(|sign| lowered.contains(sign))
        };
        let mut lines = text.lines().filter(speaks);
        lines.find_map(|line| span_of_days(line).or_else(|| span_of_years(line)))
    }

    /// A whole year.
    pub fn of_year(year: i16, words: &str) -> SuggestedPeriod {
        let year = year.to_string();
        SuggestedPeriod { from: year.clone(), until: year, words: words.to_owned() }
    }

    /// The year that it is, if it is a whole one.
    pub fn whole_year(&self) -> Option<&str> {
        (self.from == self.until && self.from.len() == 4).then_some(&*self.from)
    }

    /// As front matter has it.
    pub fn written(&self) -> String {
        let SuggestedPeriod { from, until, .. } = self;
        match self.whole_year() {
            Some(year) => year.to_owned(),
            None => format!("{{ from = {from}, until = {until} }}"),
        }
    }
}

/// From the first day of a line to the second.
fn span_of_days(line: &str) -> Option<SuggestedPeriod> {
    let words = words_of(line);
    let days = placed_days(&words);
    let (first, from) = days.first()?;
    let (last, until) = days.iter().find(|(_, day)| day != from)?;
    let words = excerpt(&words, *first, *last);
    let (from, until) = (from.clone(), until.clone());
    (from < until).then_some(SuggestedPeriod { from, until, words })
}

/// Two years with a dash between them.
fn span_of_years(line: &str) -> Option<SuggestedPeriod> {
    let words = words_of(line);
    words.iter().enumerate().find_map(|(at, word)| {
        let word = word.trim_matches(|c: char| !c.is_ascii_digit());
        let (from, until) = word.split_once(['–', '-'])?;
        let is_year = |text: &str| text.len() == 4 && years(text).len() == 1;
        let words = excerpt(&words, at, at);
        let (from, until) = (from.to_owned(), until.to_owned());
        (is_year(&from) && is_year(&until) && from < until).then_some(SuggestedPeriod {
            from,
            until,
            words,
        })
    })
}

#[cfg(test)]
mod tests {
    use crate::import::Suggestions;

    #[test]
    fn a_period_is_found_where_the_text_speaks_of_one() {
        let found = |text: &str| {
            let found = Suggestions::of(text);
            (found.period.map(|period| period.written()), found.year)
        };
        let span = |from: &str, until: &str| Some(format!("{{ from = {from}, until = {until} }}"));
        let text = "# Överenskommelse\n\nDen gäller från den 1 januari 2024 till och med den \
            31 december 2027.\n\nEnligt 2027 års plan.";
        assert_eq!(found(text), (span("2024-01-01", "2027-12-31"), Some(2024)));
        let words = Suggestions::of(text).period.map(|period| period.words);
        let all = "Den gäller från den 1 januari 2024 till och med den 31 december 2027.";
        assert_eq!(words.as_deref(), Some(all), "as it stands in the source");
        let text = "# Samverkansavtal 2024–2027\n\nText.";
        assert_eq!(found(text), (span("2024", "2027"), Some(2024)));
        let text = "Samverkansavtalet löper under åren 2019-2021.";
        assert_eq!(found(text), (span("2019", "2021"), Some(2019)));
        assert_eq!(found("# Medborgarlöfte 2025").0.as_deref(), Some("2025"));
        for nothing in [
            "# Något annat 2025",
            "# Medborgarlöfte\n\nMöten den 3 mars 2024 och den 4 mars 2024.",
            "# Överenskommelse\n\nTelefon 2024-2027",
        ] {
            assert_eq!(found(nothing).0, None, "{nothing}");
        }
    }
}
