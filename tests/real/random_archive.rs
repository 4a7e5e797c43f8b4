//! Archives made at random: many small municipalities, each with a few documents that begin, end,
//! replace and extend each other, are followed up, or do not fully say when they are in force. Some of
//! the municipalities, and two districts of one, also have documents together.

use crate::support::Site;

/// Marsaglia's xorshift generator.
struct Random(u64);

impl Random {
    fn new(seed: usize) -> Random {
        Random((seed as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % end as u64).expect("a small number")
    }

    fn one_of<'a>(&mut self, choices: &[&'a str]) -> &'a str {
        choices[self.below(choices.len())]
    }

    /// Returns true once in this many times, on average.
    fn once_in(&mut self, times: usize) -> bool {
        self.below(times) == 0
    }
}

/// Municipalities whose folders have the same name, in lower case.
const MUNICIPALITIES: [(&str, &str); 14] = [
    ("Alvesta", "0764"),
    ("Arjeplog", "2506"),
    ("Bollebygd", "1443"),
    ("Emmaboda", "0862"),
    ("Flen", "0482"),
    ("Gislaved", "0662"),
    ("Kalix", "2514"),
    ("Leksand", "2029"),
    ("Nora", "1884"),
    ("Nordmaling", "2401"),
    ("Olofstrom", "1060"),
    ("Perstorp", "1275"),
    ("Trosa", "0488"),
    ("Ydre", "0512"),
];

/// A document that later documents of its place may refer to.
struct Made {
    kind: &'static str,
    /// From the content root.
    path: String,
    commitments: usize,
}

/// Those that have documents together: the folder of these, what their titles call them, and the line
/// of front matter that says whose they are. Those of a police area are its members'.
const TOGETHER: [(&str, &str, &str); 4] = [
    ("gemensamt/par", "Paret", "municipalities = [\"arjeplog\", \"alvesta\"]\n"),
    ("gemensamt/tre", "De tre", "municipalities = [\"nora\", \"bollebygd\", \"arjeplog\"]\n"),
    ("kommuner/alvesta/delar", "Delarna", "districts = [\"sodra\", \"norra\"]\n"),
    ("lokalpolisomraden/syd", "Syd", ""),
];

/// A site of fourteen municipalities, all of them in one police area, the first three also in another,
/// which is in a region, and one with two districts, with up to seven documents each, and up to
/// three together.
pub fn site(seed: usize) -> Site {
    let mut random = Random::new(seed);
    let mut site = Site::empty().write("site.toml", "title = \"Löftesarkivet\"\n");
    let mut folders = Vec::new();
    for (name, code) in MUNICIPALITIES {
        let folder = format!("kommuner/{}", name.to_lowercase());
        let title = if name == "Olofstrom" { "Olofström" } else { name };
        site = file(
            site,
            &format!("{folder}/index.md"),
            &format!("kind = \"municipality\"\ntitle = \"{title} kommun\"\ncode = \"{code}\""),
        );
        folders.push((folder, title.to_owned()));
    }
    site = police_area(site, "Syd", &folders[..3]);
    site = police_area(site, "Hela", &folders);
    site = file(
        site,
        "lokalpolisomraden/mitt/index.md",
        "kind = \"police-area\"\ntitle = \"Polisregion Mitt\"\nlevel = \"region\"\n\n[[members]]\narea = \"syd\"",
    );
    site = file(
        site,
        "kommuner/alvesta/norra/index.md",
        "kind = \"district\"\ntitle = \"Norra\"\nmunicipality = \"alvesta\"",
    );
    site = file(
        site,
        "kommuner/alvesta/sodra/index.md",
        "kind = \"district\"\ntitle = \"Södra\"\nmunicipality = \"alvesta\"",
    );
    folders.push(("kommuner/alvesta/norra".to_owned(), "Norra".to_owned()));
    folders.push(("kommuner/alvesta/sodra".to_owned(), "Södra".to_owned()));
    let alone = folders.iter().map(|(folder, name)| (folder.as_str(), name.as_str(), "", 8));
    let together = TOGETHER.iter().map(|(folder, name, places)| (*folder, *name, *places, 4));
    for (folder, name, places, most) in alone.chain(together) {
        let mut made: Vec<Made> = Vec::new();
        for n in 0..random.below(most) {
            let (path, mut text, one) = document(&mut random, folder, name, n, &made);
            let title = text.find("\ntitle").map_or(0, |at| at + 1);
            text.insert_str(title, places);
            site = file(site, &path, &text);
            made.extend(one);
        }
    }
    site
}

/// A police area that has always had these municipalities as members.
fn police_area(site: Site, name: &str, members: &[(String, String)]) -> Site {
    let mut area = format!("kind = \"police-area\"\ntitle = \"Lokalpolisområde {name}\"");
    for (folder, _) in members {
        let id = folder.rsplit('/').next().unwrap_or_default();
        area.push_str(&format!("\n\n[[members]]\nmunicipality = \"{id}\""));
    }
    file(site, &format!("lokalpolisomraden/{}/index.md", name.to_lowercase()), &area)
}

fn file(site: Site, path: &str, front_matter: &str) -> Site {
    site.write(&format!("content/{path}"), format!("+++\n{front_matter}\n+++\n"))
}

/// The n-th document of a place: its path, its front matter, and, if later documents may refer to
/// it, what they need to know.
fn document(
    random: &mut Random,
    folder: &str,
    name: &str,
    n: usize,
    made: &[Made],
) -> (String, String, Option<Made>) {
    let path = format!("{folder}/dokument-{n}.md");
    if !made.is_empty() && random.once_in(3) {
        return (path.clone(), follow_up(random, name, n, made), None);
    }
    if !made.is_empty() && random.once_in(10) {
        return (path.clone(), translation(random, name, n, made), None);
    }
    let kind =
        random.one_of(&["pledge", "pledge", "pledge", "agreement", "agreement", "action-plan"]);
    let kind: &'static str = match kind {
        "pledge" => "pledge",
        "agreement" => "agreement",
        _ => "action-plan",
    };
    let mut text = format!("kind = \"{kind}\"\ntitle = \"{} {name} nr {n}\"\n", noun(kind));
    text.push_str(&period(random));
    text.push_str(&dates(random));
    let both = kind == "agreement" && random.once_in(4);
    if both {
        text.push_str("includes_pledge = true\n");
    }
    if let Some(earlier) = made.iter().rfind(|earlier| earlier.kind == kind) {
        match random.below(5) {
            0 => text.push_str(&format!("replaces = \"/{}\"\n", earlier.path)),
            1 => text.push_str(&format!("extends = \"/{}\"\n", earlier.path)),
            _ => {}
        }
    }
    let commitments = if kind == "agreement" && !both { 0 } else { random.below(4) };
    if commitments > 0 && random.once_in(4) {
        text.push_str("commitments_complete = false\n");
    }
    if random.once_in(8) {
        text.push_str("\n[ended]\ndate = 2025-06-30\nreason = \"Parterna ville börja om.\"\n");
    }
    for id in 0..commitments {
        text.push_str(&format!(
            "\n[[commitments]]\nid = \"nr-{id}\"\ntext = \"Åtagande {id}.\"\nby = [\"Polismyndigheten\"]\n"
        ));
    }
    (path.clone(), text, Some(Made { kind, path, commitments }))
}

/// A translation of one of the place's documents, which counts for nothing beside the original.
fn translation(random: &mut Random, name: &str, n: usize, made: &[Made]) -> String {
    let Made { kind, path, .. } = &made[random.below(made.len())];
    format!(
        "kind = \"{kind}\"\ntitle = \"Translation {name} no {n}\"\nlanguage = \"en\"\ntranslation_of = \"/{path}\"\n"
    )
}

fn noun(kind: &str) -> &'static str {
    match kind {
        "pledge" => "Medborgarlöfte",
        "agreement" => "Överenskommelse",
        _ => "Åtgärdsplan",
    }
}

fn period(random: &mut Random) -> String {
    let from = 2016 + random.below(8);
    let until = from + random.below(4);
    match random.below(9) {
        0 => "period = \"unknown\"\n".to_owned(),
        1 => format!("period = {{ from = \"{from}-06\" }}\n"),
        2 => format!("period = {{ until = \"{until}-05\" }}\n"),
        3 => format!("period = {{ from = {from}, until = \"further-notice\" }}\n"),
        4 if random.once_in(2) => "period = { until = \"further-notice\" }\n".to_owned(),
        5 => format!("period = {{ from = \"{from}-04\", until = \"{from}-06\" }}\n"),
        _ => format!("period = {{ from = {from}, until = {until} }}\n"),
    }
}

fn dates(random: &mut Random) -> String {
    let mut text = String::new();
    let year = 2016 + random.below(8);
    match random.below(5) {
        0 => text.push_str(&format!("signed = {year}-03-15\n")),
        1 => text.push_str(&format!("announced = \"{year}-02\"\n")),
        2 => text.push_str(&format!("published = {year}\n")),
        _ => {}
    }
    if random.once_in(3) {
        let planned: Vec<String> =
            (0..=random.below(3)).map(|n| format!("\"{}-0{}\"", year + n, n + 1)).collect();
        text.push_str(&format!("follow_ups_planned = [{}]\n", planned.join(", ")));
    } else if random.once_in(4) {
        text.push_str("follow_ups_as_printed = \"varje kvartal\"\n");
    }
    text
}

/// A follow-up of one of the place's documents: either of some of its commitments, with or without
/// a verdict, or of the whole document.
fn follow_up(random: &mut Random, name: &str, n: usize, made: &[Made]) -> String {
    let of = &made[random.below(made.len())];
    let year = 2017 + random.below(8);
    let mut text = format!(
        "kind = \"follow-up\"\ntitle = \"Uppföljning {name} nr {n}\"\nfollows_up = \"/{}\"\n",
        of.path
    );
    text.push_str(&match random.below(3) {
        0 => format!("published = \"{year}-11\"\n"),
        1 => format!("date = {year}\n"),
        _ => format!("date = {year}-01-20\n"),
    });
    let assessor = random.one_of(&["Polismyndigheten", "Kommunen", "Löftesarkivet"]);
    text.push_str(&format!("assessed_by = \"{assessor}\"\n"));
    if random.once_in(5) {
        text.push_str("third_party = true\n");
    }
    if random.once_in(4) {
        text.push_str("answers = []\n");
    }
    for id in 0..of.commitments {
        if random.once_in(2) {
            continue;
        }
        text.push_str(&format!(
            "\n[[outcomes]]\ncommitment = \"nr-{id}\"\ntext = \"Så gick det.\"\n"
        ));
        if !random.once_in(3) {
            let status = random.one_of(&[
                "kept",
                "partly-kept",
                "not-kept",
                "cancelled",
                "not-started",
                "ongoing",
                "not-assessable",
            ]);
            text.push_str(&format!("status = \"{status}\"\n"));
        }
    }
    text
}
