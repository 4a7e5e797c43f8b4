//! What a text seems to tell of itself: its title, kind, year, places, dates and signatories. Each is
//! a suggestion with the words that it was found in, for the editor to compare with the source;
//! nothing here becomes a fact by itself.

use super::found::{MOST, Suggested, SuggestedSignatory, days, without_notes, years};
use super::period::SuggestedPeriod;
use super::{parties, signing};
use crate::import::imported::Imported;
use crate::model::{Kind, register};

/// What was found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Suggestions {
    pub title: Option<String>,
    pub kind: Option<Kind>,
    /// The year in the title, otherwise that in which the period begins or which occurs most.
    pub year: Option<i16>,
    pub period: Option<SuggestedPeriod>,
    /// The municipalities of the register that are named, those that are named most first.
    pub municipalities: Vec<&'static str>,
    /// Those that the document seems to be of together, if there are several.
    pub joint: Vec<&'static str>,
    /// Days, in the order of the text: as front matter has them.
    pub days: Vec<Suggested>,
    /// The day that the text says it was signed on.
    pub signed: Option<Suggested>,
    pub signatories: Vec<SuggestedSignatory>,
}

impl Suggestions {
    /// What a text, as Markdown, tells.
    pub fn of(text: &str) -> Suggestions {
        let title = title(text);
        let beginning: String = text.chars().take(2500).collect();
        let kind = title.as_deref().and_then(kind).or_else(|| kind(&beginning));
        let in_title = title.as_deref().and_then(|title| years(title).into_iter().next());
        let days = days(text);
        let signed = signing::day(text);
        let of_title = in_title.zip(title.as_deref());
        let of_title = of_title.map(|(year, title)| SuggestedPeriod::of_year(year, title));
        let has_period = kind.is_some_and(Kind::is_agreed);
        let period = SuggestedPeriod::of(text).or(of_title).filter(|_| has_period);
        let begins = period.as_ref().and_then(|period| period.from.get(..4)?.parse().ok());
        Suggestions {
            kind,
            year: in_title.or(begins).or_else(|| usual(years(text))),
            period,
            municipalities: municipalities(text),
            joint: parties::counted_up(title.as_deref(), text),
            signed,
            days,
            signatories: signing::signatories(text),
            title,
        }
    }
}

impl Suggestions {
    /// What a file tells. Where its text names no municipality, the head of its pages may.
    pub fn of_file(file: &Imported) -> Suggestions {
        let mut found = Suggestions::of(&file.text);
        if found.municipalities.is_empty() {
            found.municipalities = municipalities(&file.page_header);
        }
        found
    }
}

/// Whether the first heading of a text may be the title of a document of this kind: it is of the highest
/// level, names the kind, or stands above all others. What is left when a title was taken out has none.
pub fn may_begin_with_title(text: &str, of: Option<Kind>) -> bool {
    let headings: Vec<&str> = text.lines().filter(|line| line.starts_with('#')).collect();
    let level = |line: &str| line.bytes().take_while(|byte| *byte == b'#').count();
    let Some((first, rest)) = headings.split_first() else { return true };
    let above = level(first);
    let is_above_all = !rest.is_empty() && rest.iter().all(|line| level(line) > above);
    above == 1 || kind(first).is_some_and(|named| of == Some(named)) || is_above_all
}

/// The first heading or, if there is none, the first line if it is short.
fn title(text: &str) -> Option<String> {
    let heading = text.lines().find_map(|line| line.strip_prefix('#'));
    let heading = heading.map(|rest| rest.trim_start_matches('#'));
    let first = || text.lines().find(|line| !line.trim().is_empty());
    let title = heading.or_else(first)?.trim().trim_matches('*').trim();
    let letters = title.chars().filter(|c| c.is_alphabetic()).count();
    (letters > 3 && title.chars().count() <= 120).then(|| without_notes(&title.replace('\\', "")))
}

/// The kind that is named first, where what is followed up comes after the word for it.
fn kind(text: &str) -> Option<Kind> {
    const WORDS: [(&str, Kind); 7] = [
        ("utvärdering", Kind::FollowUp),
        ("handlingsplan", Kind::ActionPlan),
        ("pressmeddelande", Kind::Notice),
        ("pressinbjudan", Kind::Notice),
        ("samverkansöverenskommelse", Kind::Agreement),
        ("samverkansavtal", Kind::Agreement),
        ("avsiktsförklaring", Kind::Agreement),
    ];
    let text = text.to_lowercase();
    let at = |word: &str, kind: Kind| Some((text.find(word)?, kind));
    let named = Kind::ALL.iter().filter(|kind| kind.is_archive());
    let named = named.filter_map(|kind| at(&kind.facts().name.sv.to_lowercase(), *kind));
    let found = named.chain(WORDS.iter().filter_map(|(word, kind)| at(word, *kind)));
    found.min_by_key(|(at, _)| *at).map(|(_, kind)| kind)
}

/// The one that occurs most; of several the latest.
fn usual(years: Vec<i16>) -> Option<i16> {
    let count = |year: &i16| years.iter().filter(|other| *other == year).count();
    years.iter().copied().max_by_key(|year| (count(year), *year))
}

/// The municipalities that are named with the word for one.
fn municipalities(text: &str) -> Vec<&'static str> {
    let text = text.to_lowercase();
    let mut found: Vec<(usize, &'static str)> = Vec::new();
    for entry in register::municipalities() {
        let name = entry.name.to_lowercase();
        if !text.contains(&name) {
            continue;
        }
        // *Enköpings kommun* is not Köping's.
        let is_whole = |at: usize| !text[..at].ends_with(char::is_alphabetic);
        let named = ["s kommun", " kommun", "s stad", " stad"].iter().flat_map(|form| {
            let full = format!("{name}{form}");
            // Beside "Anna Berg, kommunstyrelsens ordförande" there need be no municipality of Berg.
            let ends = |at: usize| {
                let rest = &text[at + full.len()..];
                let ending = rest.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
                matches!(ending, "" | "s" | "en" | "ens")
            };
            let places = text.match_indices(&full).map(|(at, _)| at).filter(|at| ends(*at));
            places.collect::<Vec<usize>>()
        });
        let mut count: usize = named.filter(|at| is_whole(*at)).count();
        if entry.code == "0980" {
            count += text.matches("region gotland").count();
        }
        if count > 0 {
            found.push((count, entry.name));
        }
    }
    found.sort_by_key(|(count, name)| (std::cmp::Reverse(*count), *name));
    found.into_iter().map(|(_, name)| name).take(MOST).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_signed_pledge_tells_what_it_is() {
        let text = "# Medborgarlöfte för Håbo kommun 2025\n\nEnligt överenskommelsen från 2024 lovar polisen och Håbo kommun:\n\n- Fler patruller\n\n\
            Håbo den 3 februari 2025\n\n| Anna Berg | Per von Ek |\n\nAnna Berg\nKommunstyrelsens ordförande\n\nPer von Ek, lokalpolisområdeschef\n";
        let found = Suggestions::of(text);
        assert_eq!(found.title.as_deref(), Some("Medborgarlöfte för Håbo kommun 2025"));
        assert_eq!((found.kind, found.year), (Some(Kind::Pledge), Some(2025)));
        assert_eq!(found.municipalities, ["Håbo"]);
        assert_eq!(found.signed.map(|day| day.value).as_deref(), Some("2025-02-03"));
        let names: Vec<_> = found.signatories.iter().map(|one| (&*one.name, &*one.role)).collect();
        assert_eq!(
            names,
            [("Anna Berg", "Kommunstyrelsens ordförande"), ("Per von Ek", "lokalpolisområdeschef")]
        );
    }

    #[test]
    fn every_kind_of_document_is_known_by_a_word() {
        for kind in Kind::ALL.iter().filter(|it| it.is_archive()) {
            assert_eq!(super::kind(kind.facts().name.sv), Some(*kind));
        }
    }

    #[test]
    fn what_is_followed_up_is_not_what_the_text_is() {
        assert_eq!(kind("Uppföljning av medborgarlöfte 2018"), Some(Kind::FollowUp));
        assert_eq!(kind("Åtgärdsplan enligt lägesbild"), Some(Kind::ActionPlan));
        assert_eq!(kind("Något annat"), None);
    }

    #[test]
    fn a_municipality_that_only_the_head_of_the_pages_names_is_found_there() {
        let file = |text: &str| Imported {
            text: text.to_owned(),
            page_header: "Håbo kommun".to_owned(),
            ..Imported::default()
        };
        let of = |text| Suggestions::of_file(&file(text)).municipalities;
        assert_eq!(of("# Handlingsplan 2026[^1]\n"), ["Håbo"]);
        assert_eq!(of("Enköpings kommun lovar."), ["Enköping"]);
        let title = Suggestions::of("# Handlingsplan[^1] 2026[^2]\n").title;
        assert_eq!(title.as_deref(), Some("Handlingsplan 2026"));
    }

    #[test]
    fn a_text_that_says_nothing_suggests_nothing() {
        for text in ["", "\n\n", "Hej", "12 345 2999 1 januari", "Röda Korset arbetar här."] {
            let found = Suggestions::of(text);
            assert_eq!((found.kind, found.year), (None, None), "{text}");
            assert!(found.municipalities.is_empty() && found.days.is_empty(), "{text}");
            assert!(found.signatories.is_empty(), "{text}");
        }
    }

    #[test]
    fn a_municipality_is_named_in_several_ways() {
        for text in ["Enköpings kommun", "ENKÖPINGS KOMMUN och polisen", "i Enköpings kommuns hus"]
        {
            assert_eq!(municipalities(text), ["Enköping"], "{text}");
        }
        assert_eq!(municipalities("Stockholms stad"), ["Stockholm"]);
        assert!(municipalities("resan till Enköping").is_empty());
        assert!(municipalities("Anna Berg kommunstyrelsens ordförande").is_empty());
    }
}
