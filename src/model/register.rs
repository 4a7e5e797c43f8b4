//! The register of Sweden's 290 municipalities: codes, names and counties from Statistics Sweden
//! (SCB), embedded in the program. Codes are text, since Stockholm's is 0180.

use std::sync::LazyLock;

/// A municipality in the register.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Registered {
    /// Four digits; the first two are the county's.
    pub code: &'static str,
    /// "Håbo"
    pub name: &'static str,
    /// "Uppsala län"
    pub county: &'static str,
}

static REGISTER: LazyLock<Vec<Registered>> = LazyLock::new(|| {
    include_str!("../../data/kommuner.tsv")
        .lines()
        .skip(1)
        .filter_map(|line| {
            let mut fields = line.split('\t');
            Some(Registered { code: fields.next()?, name: fields.next()?, county: fields.nth(1)? })
        })
        .collect()
});

/// The last letters of names that get no s before "kommun": vowels, and what already sounds like s.
const SOUNDS_WITHOUT_S: [char; 12] = ['a', 'e', 'i', 'o', 'u', 'y', 'å', 'ä', 'ö', 's', 'x', 'z'];

/// All municipalities, by code.
pub fn municipalities() -> &'static [Registered] {
    &REGISTER
}

/// The municipality with this code.
pub fn by_code(code: &str) -> Option<&'static Registered> {
    let index = REGISTER.binary_search_by(|entry| entry.code.cmp(code)).ok()?;
    REGISTER.get(index)
}

impl Registered {
    /// The full name, such as "Håbo kommun" or "Enköpings kommun". Gotland is a region; forms like
    /// "Västerås stad" are not attempted.
    pub fn display_name(&self) -> String {
        match self.code {
            "0980" => "Region Gotland".to_owned(),
            // Falun loses its article; Kalmar and Orust have no s.
            "2080" => "Falu kommun".to_owned(),
            "0880" | "1421" => format!("{} kommun", self.name),
            _ if self.name.ends_with(SOUNDS_WITHOUT_S) => format!("{} kommun", self.name),
            _ => format!("{}s kommun", self.name),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn municipalities_are_called_as_they_call_themselves() {
        for (code, name) in [
            ("0381", "Enköpings kommun"),
            ("0305", "Håbo kommun"),
            ("1490", "Borås kommun"),
            ("2514", "Kalix kommun"),
            ("2080", "Falu kommun"),
            ("0880", "Kalmar kommun"),
            ("1421", "Orust kommun"),
            ("1462", "Lilla Edets kommun"),
            ("0114", "Upplands Väsby kommun"),
            ("0980", "Region Gotland"),
        ] {
            assert_eq!(by_code(code).map(Registered::display_name).as_deref(), Some(name));
        }
    }
}
