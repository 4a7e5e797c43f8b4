//! A site of as many documents as asked for, over Sweden's municipalities, twelve years and every
//! kind, with the references, links and ledger that a real archive has.

use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::{fs, io};

use loftesarkiv::model::address::segment;

/// A site in a folder, and one of its documents to edit.
pub struct Site {
    pub folder: PathBuf,
    pub documents: usize,
    /// The document that is edited, a pledge.
    pub file: PathBuf,
    pub text: String,
    pub title: String,
    /// Its address, and its municipality's.
    pub page: String,
    pub timeline: String,
}

/// A municipality's documents of one year.
const OF_A_YEAR: [&str; 7] = [
    "overenskommelse",
    "medborgarlofte",
    "lagesbild",
    "atgardsplan",
    "uppfoljning-var",
    "uppfoljning-host",
    "nyhet",
];
const YEARS: std::ops::RangeInclusive<u16> = 2015..=2026;

impl Site {
    /// Writes a site anew.
    pub fn write(folder: &Path, documents: usize) -> io::Result<Site> {
        if folder.exists() {
            fs::remove_dir_all(folder)?;
        }
        fs::create_dir_all(folder.join("content"))?;
        fs::write(
            folder.join("site.toml"),
            "title = \"Löftesarkivet\"\nlanguage = \"sv\"\npublisher = \"Prov\"\n\
             base_url = \"https://www.exempel.se/loften/\"\n",
        )?;
        let mut ledger = Vec::new();
        let mut written = 0;
        let mut edited = None;
        for (n, line) in include_str!("../../data/kommuner.tsv").lines().skip(1).enumerate() {
            if written == documents {
                break;
            }
            let mut columns = line.split('\t');
            let (code, name) = (columns.next().unwrap_or(""), columns.next().unwrap_or(""));
            let place = match name {
                "Håbo" => "habo-0305".to_owned(),
                name => segment(name).unwrap_or_default(),
            };
            let home = format!("kommuner/{place}");
            put(folder, &mut ledger, &format!("{home}/index"), &municipality(code, name))?;
            if n % 3 == 0 {
                let area = format!("lokalpolisomraden/{place}/index");
                put(folder, &mut ledger, &area, &police_area(name, &place))?;
            }
            let all = YEARS.flat_map(|year| OF_A_YEAR.map(|stem| (year, stem)));
            for (year, stem) in all.take(documents - written) {
                let text = document(name, year, stem);
                let address = format!("{home}/{year}/{stem}");
                put(folder, &mut ledger, &address, &text)?;
                if stem == "medborgarlofte" && (year == 2018 || edited.is_none()) {
                    edited = Some((address, home.clone(), text));
                }
                written += 1;
            }
        }
        ledger.sort();
        fs::write(folder.join("addresses.toml"), format!("published = [\n{}]\n", ledger.concat()))?;
        let (address, home, text) = edited.ok_or(io::ErrorKind::InvalidInput)?;
        let title = text.split('"').nth(3).unwrap_or("").to_owned();
        Ok(Site {
            folder: folder.to_owned(),
            documents: written,
            file: folder.join(format!("content/{address}.md")),
            page: format!("{address}.html"),
            timeline: format!("{home}/index.html"),
            text,
            title,
        })
    }
}

fn put(folder: &Path, ledger: &mut Vec<String>, address: &str, text: &str) -> io::Result<()> {
    let file = folder.join(format!("content/{address}.md"));
    fs::create_dir_all(file.parent().unwrap_or(folder))?;
    fs::write(file, text)?;
    ledger.push(format!("  \"{address}.html\",\n"));
    Ok(())
}

fn municipality(code: &str, name: &str) -> String {
    format!(
        "+++\nkind = \"municipality\"\ntitle = \"{name} kommun\"\ncode = \"{code}\"\n+++\n\nText.\n"
    )
}

fn police_area(name: &str, place: &str) -> String {
    format!(
        "+++\nkind = \"police-area\"\ntitle = \"Lokalpolisområde {name}\"\n\n\
         [[members]]\nmunicipality = \"{place}\"\n+++\n\nText.\n"
    )
}

fn document(name: &str, year: u16, stem: &str) -> String {
    let next = year + 1;
    let keys = match stem {
        "overenskommelse" => format!(
            "kind = \"agreement\"\ntitle = \"Överenskommelse {name} {year}\"\n\
             period = {{ from = {year}, until = {next} }}\nsigned = {year}-01-15\n"
        ),
        "medborgarlofte" => format!(
            "kind = \"pledge\"\ntitle = \"Medborgarlöfte {name} {year}\"\nperiod = {year}\n\
             agreement = \"overenskommelse.md\"\nfocus = [\"unga\", \"trafik\", \"narkotika\"]\n\
             follow_ups_planned = [\"{year}-05\", \"{year}-10\"]\n"
        ),
        "lagesbild" => format!(
            "kind = \"situation-report\"\ntitle = \"Lägesbild {name} {year}\"\ndate = {year}-01-10\n"
        ),
        "atgardsplan" => format!(
            "kind = \"action-plan\"\ntitle = \"Åtgärdsplan {name} {year}\"\ndate = {year}-02-20\n\
             builds_on = [\"medborgarlofte.md\"]\n"
        ),
        "nyhet" => format!(
            "kind = \"notice\"\ntitle = \"Nytt löfte i {name} {year}\"\ndate = {year}-03-01\n\
             about = [\"medborgarlofte.md\"]\n"
        ),
        stem => {
            let month = if stem.ends_with("var") { "05" } else { "10" };
            format!(
                "kind = \"follow-up\"\ntitle = \"Uppföljning {name} {year}-{month}\"\n\
                 date = {year}-{month}-20\nfollows_up = \"medborgarlofte.md\"\n\
                 assessed_by = \"{name} kommun\"\n"
            )
        }
    };
    let mut text = format!("+++\n{keys}");
    let source = "\n[[sources]]\npublisher = \"Polismyndigheten\"\ntitle = \"Sidan om löftet\"\n";
    text.push_str(source);
    if matches!(stem, "overenskommelse" | "medborgarlofte") {
        text.push_str(
            "\n[[signatories]]\nname = \"Kim Berg\"\nrole = \"kommunstyrelsens ordförande\"\n",
        );
        text.push_str("\n[[signatories]]\nname = \"Lo Ek\"\nrole = \"lokalpolisområdeschef\"\n");
    }
    for n in 1..=5 {
        if stem == "medborgarlofte" {
            let _ = write!(
                text,
                "\n[[commitments]]\nid = \"lofte-{n}\"\ntext = \"Polisen ska synas mer på plats {n} under året.\"\n"
            );
        } else if stem.starts_with("uppf") {
            let status = ["kept", "partly-kept", "ongoing", "not-kept", "kept"][n - 1];
            let _ =
                write!(text, "\n[[outcomes]]\ncommitment = \"lofte-{n}\"\nstatus = \"{status}\"\n");
        }
    }
    text.push_str("+++\n");
    for part in ["Läget", "Vad vi gör", "Hur det följs upp"] {
        let _ = write!(text, "\n## {part}\n");
        for _ in 0..4 {
            text.push_str(
                "\nPolisen och kommunen arbetar tillsammans för att fler ska känna sig trygga på \
                 torg, vid hållplatser och i parker. Arbetet följs upp två gånger om året, och \
                 resultatet finns i [löftet](medborgarlofte.md) och på kommunens webbplats.\n",
            );
        }
    }
    text
}
