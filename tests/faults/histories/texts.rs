//! The files of a history: one short text for each kind.

/// Municipalities as in the register.
pub const MUNICIPALITIES: [(&str, &str); 8] = [
    ("Eskilstuna kommun", "0484"),
    ("Strängnäs kommun", "0486"),
    ("Nyköpings kommun", "0480"),
    ("Oxelösunds kommun", "0481"),
    ("Flens kommun", "0482"),
    ("Katrineholms kommun", "0483"),
    ("Trosa kommun", "0488"),
    ("Gnesta kommun", "0461"),
];

/// The front matter that every archive document has, between its own keys and its tables.
const TABLES: &str = "\n[[sources]]\npublisher = \"Eskilstuna kommun\"\n";
const SIGNED: &str = "\n[[signatories]]\nname = \"Kommunen\"\n";

/// What a document says, apart from the keys of its kind.
pub struct Text<'a> {
    pub number: usize,
    pub year: usize,
    /// A path from the content root.
    pub refers_to: Option<&'a str>,
}

impl Text<'_> {
    fn with(&self, kind: &str, keys: &str, tables: &str) -> String {
        let Text { number, year, refers_to } = self;
        let focus = ["unga", "trafik", "narkotika", "otrygghet"][number % 4];
        let see = match refers_to {
            Some(path) => format!("Se [en annan handling](/{path})."),
            None => "Den första.".to_owned(),
        };
        format!(
            "+++\nkind = \"{kind}\"\ntitle = \"Handling {number} år {year}\"\nsummary = \"Mer närvaro.\"\nfocus = [\"{focus}\"]\n{keys}{tables}{TABLES}+++\n\n## Bakgrund\n\n{see}\n"
        )
    }

    fn reference(&self, key: &str) -> String {
        self.refers_to.map_or(String::new(), |path| format!("{key} = \"/{path}\"\n"))
    }

    /// `refers_to` is an agreement.
    pub fn pledge(&self) -> String {
        let keys = format!("period = {}\n{}", self.year, self.reference("agreement"));
        let tables = "\n[[commitments]]\nid = \"synlighet\"\ntext = \"Fler patruller.\"\n";
        self.with("pledge", &keys, &format!("{SIGNED}{tables}"))
    }

    /// `refers_to` is one that it builds on.
    pub fn agreement(&self) -> String {
        let (from, until) = (self.year, self.year + 3);
        let keys = format!(
            "period = {{ from = {from}, until = {until} }}\n{}",
            self.reference("builds_on")
        );
        self.with("agreement", &keys, SIGNED)
    }

    /// `refers_to` is a pledge or an agreement, and is required.
    pub fn follow_up(&self, of_pledge: bool) -> String {
        let keys = format!(
            "date = {}-12-01\n{}assessed_by = \"Kommunen\"\n",
            self.year,
            self.reference("follows_up")
        );
        let status = ["kept", "partly-kept", "not-kept"][self.number % 3];
        let outcomes =
            format!("\n[[outcomes]]\ncommitment = \"synlighet\"\nstatus = \"{status}\"\n");
        self.with("follow-up", &keys, if of_pledge { &outcomes } else { "" })
    }

    /// `refers_to` is what it is about.
    pub fn notice(&self) -> String {
        let keys = format!("date = {}-03-01\n{}", self.year, self.reference("about"));
        self.with("notice", &keys, "")
    }
}

pub fn municipality(n: usize) -> String {
    let (title, code) = MUNICIPALITIES[n];
    format!("+++\nkind = \"municipality\"\ntitle = \"{title}\"\ncode = \"{code}\"\n+++\n")
}

pub fn district(number: usize, municipality: &str) -> String {
    format!(
        "+++\nkind = \"district\"\ntitle = \"Stadsdel {number}\"\nmunicipality = \"{municipality}\"\n+++\n"
    )
}

pub fn police_area(number: usize, member: &str) -> String {
    format!(
        "+++\nkind = \"police-area\"\ntitle = \"Lokalpolisområde {number}\"\n\n[[members]]\nmunicipality = \"{member}\"\nfrom = 2015\n+++\n"
    )
}

pub fn settings(title: usize, base_url: bool) -> String {
    let base = if base_url { "base_url = \"https://exempel.se/loften/\"\n" } else { "" };
    format!("title = \"Arkivet {title}\"\npublisher = \"Arkivet\"\nlanguage = \"en\"\n{base}")
}

/// The front matter with another table.
pub fn with_table(text: &str, table: &str) -> String {
    let end = text[3..].find("+++").expect("front matter") + 3;
    format!("{}\n{table}{}", &text[..end], &text[end..])
}

/// The front matter with another key, before every table.
pub fn with_key(text: &str, key: &str) -> String {
    let start = text.find("title = ").expect("a title");
    format!("{}{key}\n{}", &text[..start], &text[start..])
}
