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
    /// The full name, such as "Håbo kommun". Gotland is a region; forms like "Västerås stad" are
    /// not attempted.
    pub fn display_name(&self) -> String {
        match self.code {
            "0980" => "Region Gotland".to_owned(),
            _ => format!("{} kommun", self.name),
        }
    }
}
