//! Whether a text looks like the name of a person. Who has assessed a commitment is published in
//! every table, where only organisations and functions belong.

/// The commonest given names of those who work in municipalities and the police, by Statistics
/// Sweden's lists of names.
const GIVEN: &[&str] = &[
    "agneta",
    "alexander",
    "anders",
    "andreas",
    "ann",
    "anna",
    "anne",
    "annika",
    "anton",
    "barbro",
    "bengt",
    "birgitta",
    "bo",
    "camilla",
    "carina",
    "carl",
    "caroline",
    "cecilia",
    "charlotta",
    "charlotte",
    "christer",
    "christian",
    "christina",
    "daniel",
    "david",
    "elin",
    "elisabeth",
    "emelie",
    "emil",
    "emma",
    "erik",
    "eva",
    "filip",
    "fredrik",
    "göran",
    "gunilla",
    "gunnar",
    "gustav",
    "hanna",
    "hans",
    "helena",
    "henrik",
    "håkan",
    "ida",
    "inger",
    "ingrid",
    "jan",
    "jenny",
    "jens",
    "jessica",
    "joakim",
    "johan",
    "johanna",
    "johannes",
    "john",
    "jonas",
    "josefin",
    "julia",
    "jörgen",
    "karin",
    "karl",
    "katarina",
    "kenneth",
    "kerstin",
    "kim",
    "kristina",
    "lars",
    "lena",
    "lennart",
    "linda",
    "linnea",
    "lisa",
    "louise",
    "magnus",
    "malin",
    "marcus",
    "margareta",
    "maria",
    "marianne",
    "marie",
    "martin",
    "mats",
    "mattias",
    "mikael",
    "monica",
    "nils",
    "ola",
    "olof",
    "oscar",
    "pär",
    "patrik",
    "per",
    "peter",
    "petra",
    "pia",
    "rickard",
    "robert",
    "roger",
    "sandra",
    "sara",
    "simon",
    "sofia",
    "stefan",
    "sten",
    "stina",
    "susanne",
    "sven",
    "therese",
    "thomas",
    "tomas",
    "tommy",
    "ulf",
    "ulla",
    "ulrika",
    "urban",
    "viktor",
    "åke",
    "åsa",
    "örjan",
];

/// How Swedish surnames end that hardly anything else ends with.
const SURNAME_ENDINGS: &[&str] = &["sson", "qvist", "kvist", "gren", "ström", "lund", "stedt"];

/// How the names of organisations begin, even before a name that could be somebody's.
const ORGANISATIONS: &[&str] =
    &["polis", "kommun", "region", "brottsf", "länss", "socialt", "tidning", "radio"];

/// Whether a text is two to four capitalised words of which the first is a common given name, or
/// the last ends as surnames do.
pub fn looks_like_a_person(text: &str) -> bool {
    let words: Vec<String> = text.split_whitespace().map(str::to_lowercase).collect();
    let (Some(first), Some(last)) = (words.first(), words.last()) else { return false };
    let is_name = |word: &str| {
        word.starts_with(char::is_uppercase)
            && word.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '.' | '’' | '\''))
    };
    (2..=4).contains(&words.len())
        && text.split_whitespace().all(is_name)
        && !ORGANISATIONS.iter().any(|start| first.starts_with(start))
        && (first.split('-').any(|name| GIVEN.contains(&name))
            || SURNAME_ENDINGS.iter().any(|end| last.len() > end.len() && last.ends_with(end)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_people_are_told_from_those_of_organisations() {
        for name in ["Anna Svensson", "Per-Olof Berg", "Kim Exempel", "Aziza Lundqvist"] {
            assert!(looks_like_a_person(name), "{name}");
        }
        for name in [
            "Eskilstuna kommun",
            "Polismyndigheten",
            "Polisen Lund",
            "Dagens Nyheter",
            "Sveriges Television",
            "Rädda Barnen",
            "Löftesarkivet, som har jämfört kommunens redovisning med löftet",
            "Parterna gemensamt",
            "Brå",
            "Region Gotland",
            "Lund",
        ] {
            assert!(!looks_like_a_person(name), "{name}");
        }
    }
}
