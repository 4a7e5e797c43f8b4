//! A national archive of a realistic shape, with the same bytes every time. It has 290
//! municipalities and 95 police areas. Each municipality has, for each year, one or two pledges
//! with commitments, three follow-ups with outcomes and a notice, and in addition an agreement
//! every fourth year and a situation report every second year.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use loftesarkiv::model::register;
use loftesarkiv::slug::segment;

/// Makes a paragraph, the same for the same number.
pub type Paragraphs = Box<dyn Fn(u64) -> String>;

const FIRST_YEAR: i32 = 2015;
const AREAS: usize = 95;
/// The number of documents of one municipality in four years, without places.
const IN_FOUR_YEARS: usize = 25;
const YEARS: usize = 12;
const FOCUS: [&str; 12] = [
    "unga",
    "narkotika",
    "trafik",
    "otrygghet",
    "våld i offentlig miljö",
    "inbrott",
    "grannsamverkan",
    "våld i nära relation",
    "skadegörelse",
    "nedskräpning",
    "buskörning",
    "skolan",
];
const STATUS: [&str; 7] =
    ["kept", "partly-kept", "not-kept", "ongoing", "not-started", "not-assessable", "kept"];

/// An archive that is being written.
pub struct National {
    folder: PathBuf,
    municipalities: usize,
    years: i32,
    /// What the texts consist of, if not of the same few sentences.
    paragraphs: Option<Paragraphs>,
    written: usize,
}

impl National {
    /// An archive of about this many documents: few municipalities over twelve years, or all of
    /// them over twelve or more. There are no further municipalities to add, so a larger archive is
    /// an older one; with more documents a year, there would be fewer pages of places and years for
    /// each.
    pub fn new(documents: usize, paragraphs: Option<Paragraphs>, folder: PathBuf) -> National {
        let rounded = |n: usize, by: usize| (n + by / 2) / by;
        let all = register::municipalities().len();
        let municipalities = rounded(documents * 4, YEARS * IN_FOUR_YEARS).clamp(1, all);
        let years = rounded(documents * 4, municipalities * IN_FOUR_YEARS).clamp(1, 150);
        let years = if municipalities < all { years.min(YEARS) } else { years };
        let years = i32::try_from(years).unwrap_or(12);
        National { folder, municipalities, years, paragraphs, written: 0 }
    }

    /// Writes it, and returns the number of Markdown files.
    pub fn write(mut self) -> std::io::Result<usize> {
        self.file(
            "site.toml",
            "title = \"Löftesarkivet\"\npublisher = \"Prov\"\nbase_url = \"https://example.se/loften/\"\n",
        )?;
        let areas = AREAS.min(self.municipalities.div_ceil(3));
        for area in 0..areas {
            self.area(area, areas)?;
        }
        for n in 0..self.municipalities {
            self.municipality(n)?;
        }
        Ok(self.written)
    }

    fn id(n: usize) -> String {
        let entry = register::municipalities()[n];
        let id = segment(entry.name).unwrap_or_default();
        if id == "habo" { format!("habo-{}", entry.code) } else { id }
    }

    fn area(&mut self, area: usize, areas: usize) -> std::io::Result<()> {
        let mut text = format!(
            "+++\nkind = \"police-area\"\ntitle = \"Lokalpolisområde {}\"\nregion = \"Prov\"\n",
            area + 1
        );
        for n in (area..self.municipalities).step_by(areas) {
            let _ = write!(text, "\n[[members]]\nmunicipality = \"{}\"\n", National::id(n));
        }
        text.push_str("+++\n\nOmrådet omfattar flera kommuner.\n");
        self.file(&format!("content/lokalpolisomraden/lpo-{}/index.md", area + 1), &text)
    }

    fn municipality(&mut self, n: usize) -> std::io::Result<()> {
        let entry = register::municipalities()[n];
        let id = National::id(n);
        let folder = format!("content/kommuner/{id}");
        let title = entry.display_name();
        self.file(
            &format!("{folder}/index.md"),
            &format!(
                "+++\nkind = \"municipality\"\ntitle = \"{title}\"\ncode = \"{}\"\n+++\n\n{} ligger i {}.\n",
                entry.code, entry.name, entry.county
            ),
        )?;
        for year in FIRST_YEAR..FIRST_YEAR + self.years {
            self.year(n, entry.name, &folder, year)?;
        }
        Ok(())
    }

    fn year(&mut self, n: usize, name: &str, folder: &str, year: i32) -> std::io::Result<()> {
        let since = usize::try_from(year - FIRST_YEAR).unwrap_or(0);
        let seed = n * 131 + since * 17;
        let agreed = year - (year - FIRST_YEAR) % 4;
        if agreed == year {
            let replaces = if since >= 4 {
                format!("replaces = \"../{}/overenskommelse.md\"\n", year - 4)
            } else {
                String::new()
            };
            let until = year + 3;
            let text = format!(
                "+++\nkind = \"agreement\"\ntitle = \"Samverkansöverenskommelse {name} {year}–{until}\"\nperiod = {{ from = {year}, until = {until} }}\nsigned = {year}-01-15\n{replaces}{}{}+++\n\n{}",
                signatories(seed),
                source(name, year),
                self.body(name, year, seed, 3)
            );
            self.file(&format!("{folder}/{year}/overenskommelse.md"), &text)?;
        }
        let pledges = 1 + usize::from((n + since).is_multiple_of(2));
        for pledge in 0..pledges {
            let which = if pledge == 0 { "" } else { "-centrum" };
            let area = if pledge == 0 { "" } else { " för centrum" };
            let focus: Vec<String> =
                (0..3).map(|k| format!("\"{}\"", FOCUS[(seed + k * 5 + pledge) % 12])).collect();
            let mut text = format!(
                "+++\nkind = \"pledge\"\ntitle = \"Medborgarlöfte {name} {year}{area}\"\nsummary = \"Polisen och kommunen lovar mer närvaro och fler insatser mot {}.\"\nperiod = {year}\nsigned = {year}-02-0{}\nagreement = \"../{agreed}/overenskommelse.md\"\nfocus = [{}]\nfollow_ups_planned = [\"{year}-05\", \"{year}-09\", \"{}-01\"]\narchived = {year}-03-01\n{}{}",
                FOCUS[seed % 12],
                1 + seed % 9,
                focus.join(", "),
                year + 1,
                signatories(seed),
                source(name, year)
            );
            for k in 0..3 {
                let _ = write!(
                    text,
                    "\n[[commitments]]\nid = \"lofte-{}\"\ntext = \"Minst {} insatser mot {} under året, i de områden där tryggheten är lägst.\"\nby = [\"Polismyndigheten\"]\n",
                    k + 1,
                    10 + (seed + k) % 40,
                    FOCUS[(seed + k * 5 + pledge) % 12]
                );
            }
            let _ = write!(text, "+++\n\n{}", self.body(name, year, seed + pledge, 5));
            self.file(&format!("{folder}/{year}/medborgarlofte{which}.md"), &text)?;
        }
        for (k, when) in
            [format!("{year}-05-20"), format!("{year}-09-22"), format!("{}-01-25", year + 1)]
                .into_iter()
                .enumerate()
        {
            let mut text = format!(
                "+++\nkind = \"follow-up\"\ntitle = \"Uppföljning {} av medborgarlöftet {name} {year}\"\ndate = {when}\nfollows_up = \"medborgarlofte.md\"\nassessed_by = \"Polismyndigheten och kommunen\"\n{}",
                k + 1,
                source(name, year)
            );
            for c in 0..3 {
                let _ = write!(
                    text,
                    "\n[[outcomes]]\ncommitment = \"lofte-{}\"\nstatus = \"{}\"\ntext = \"{} av {} insatser är gjorda.\"\n",
                    c + 1,
                    STATUS[(seed + k + c) % 7],
                    (seed + k) % 30,
                    10 + (seed + c) % 40
                );
            }
            let _ = write!(text, "+++\n\n{}", self.body(name, year, seed + k, 2));
            self.file(&format!("{folder}/{year}/uppfoljning-{}.md", k + 1), &text)?;
        }
        let text = format!(
            "+++\nkind = \"notice\"\ntitle = \"{name} och polisen skriver under nytt medborgarlöfte {year}\"\ndate = {year}-02-10\nabout = \"medborgarlofte.md\"\n{}+++\n\nI dag skrev kommunen och polisen under [medborgarlöftet](medborgarlofte.md#situationen-i-{}).\n\n{}",
            source(name, year),
            segment(name).unwrap_or_default(),
            self.body(name, year, seed, 1)
        );
        self.file(&format!("{folder}/{year}/nyhet.md"), &text)?;
        if since.is_multiple_of(2) {
            let text = format!(
                "+++\nkind = \"situation-report\"\ntitle = \"Lägesbild {name} {year}\"\ndate = {year}-01-10\n{}+++\n\n{}",
                source(name, year),
                self.body(name, year, seed, 4)
            );
            self.file(&format!("{folder}/{year}/lagesbild.md"), &text)?;
        }
        Ok(())
    }

    fn body(&self, name: &str, year: i32, seed: usize, paragraphs: usize) -> String {
        let mut text = format!("## Situationen i {name}\n\n");
        for n in 0..paragraphs {
            let focus = FOCUS[(seed + n) % 12];
            match &self.paragraphs {
                Some(paragraph) => text.push_str(&paragraph((self.written * 16 + n) as u64)),
                None => {
                    let _ = write!(
                        text,
                        "Under {year} har polisen och kommunen arbetat mot {focus}. Medborgardialogen visade att *många* känner sig otrygga på kvällen, och att de vill se fler patruller till fots. Kommunen har röjt sly, bytt armaturer och ordnat trygghetsvandringar.\n\n"
                    );
                }
            }
            if n == 1 {
                text.push_str("- fler patruller till fots\n- trygghetsvandringar\n- samarbete med skolan\n\n### Så följs det upp\n\n");
            }
        }
        text
    }

    fn file(&mut self, path: &str, text: &str) -> std::io::Result<()> {
        let path: PathBuf = self.folder.join(Path::new(path));
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent)?;
        }
        self.written += usize::from(path.extension().is_some_and(|e| e == "md"));
        fs::write(path, text)
    }
}

fn signatories(seed: usize) -> String {
    const NAMES: [&str; 6] =
        ["Anna Ek", "Björn Åström", "Carina Öberg", "David Ängs", "Eva Lind", "Fatima Noor"];
    let name = |n: usize| NAMES[(seed + n) % NAMES.len()];
    format!(
        "\n[[signatories]]\nname = \"{}\"\nrole = \"lokalpolisområdeschef\"\norganisation = \"Polismyndigheten\"\n\n[[signatories]]\nname = \"{}\"\nrole = \"kommunstyrelsens ordförande\"\n",
        name(0),
        name(1)
    )
}

fn source(name: &str, year: i32) -> String {
    format!(
        "\n[[sources]]\npublisher = \"{name}s webbplats\"\ntitle = \"Medborgarlöften\"\nretrieved = {year}-12-01\n"
    )
}
