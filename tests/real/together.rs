//! What places have together counts for each of them, and who belongs to an area is told as of the
//! day.

use crate::small::{says, site};
use crate::{claims, summary};

const PLACES: [(&str, &str); 4] = [
    (
        "kommuner/nassjo/index.md",
        "kind = \"municipality\"\ntitle = \"Nässjö kommun\"\ncode = \"0682\"",
    ),
    (
        "kommuner/vetlanda/index.md",
        "kind = \"municipality\"\ntitle = \"Vetlanda kommun\"\ncode = \"0685\"",
    ),
    (
        "kommuner/savsjo/index.md",
        "kind = \"municipality\"\ntitle = \"Sävsjö kommun\"\ncode = \"0684\"",
    ),
    (
        "lokalpolisomraden/y/index.md",
        "kind = \"police-area\"\ntitle = \"Lokalpolisområde Y\"\n[[members]]\nmunicipality = \"nassjo\"\n[[members]]\nmunicipality = \"vetlanda\"\n[[members]]\nmunicipality = \"savsjo\"",
    ),
];

#[test]
fn who_is_party_to_a_joint_document_is_not_told_that_nothing_is_in_force() {
    let mut files = PLACES.to_vec();
    files.extend([
        (
            "gemensamt/2026/avtal.md",
            "kind = \"agreement\"\ntitle = \"Gemensamt avtal\"\nperiod = { from = 2025, until = 2027 }\nmunicipalities = [\"nassjo\", \"vetlanda\"]",
        ),
        (
            "gemensamt/2026/plan.md",
            "kind = \"action-plan\"\ntitle = \"Gemensam plan\"\nperiod = { from = 2025, until = 2027 }\nmunicipalities = [\"nassjo\", \"vetlanda\"]",
        ),
        (
            "gemensamt/2025/lagesbild.md",
            "kind = \"situation-report\"\ntitle = \"Gemensam lägesbild\"\ndate = 2025-03-01\nmunicipalities = [\"nassjo\", \"vetlanda\"]",
        ),
        (
            "kommuner/nassjo/2020/avtal.md",
            "kind = \"agreement\"\ntitle = \"Nässjös avtal 2020\"\nperiod = { from = 2020, until = 2023 }",
        ),
        (
            "kommuner/nassjo/2023/plan.md",
            "kind = \"action-plan\"\ntitle = \"Nässjös plan\"\nperiod = { from = 2023, until = 2024 }",
        ),
        (
            "kommuner/nassjo/2020/lagesbild.md",
            "kind = \"situation-report\"\ntitle = \"Nässjös lägesbild\"\ndate = 2020-03-01",
        ),
        (
            "kommuner/savsjo/2020/avtal.md",
            "kind = \"agreement\"\ntitle = \"Sävsjös avtal\"\nperiod = { from = 2020, until = 2023 }",
        ),
    ]);
    let site = site("2026-11-29", &files);
    says(
        &site,
        "lokalpolisomraden/y",
        &[
            "Medborgarlöfte",
            "Arkivet har inga medborgarlöften här.",
            "Samverkansöverenskommelse",
            "Gemensamt",
            "Gemensamt avtal Gäller nu",
            "Nässjö och Vetlanda",
            "Sävsjö",
            "Ingen gällande samverkansöverenskommelse finns i arkivet; den senaste gällde 2020–2023: Sävsjös avtal",
            "Uppföljning",
            "Inget dokument här säger när det ska följas upp.",
            "Lägesbild och åtgärdsplan",
            "Gemensamt",
            "Den senaste lägesbilden i arkivet är från den 1 mars 2025 och är 1 år och 8 månader gammal: Gemensam lägesbild",
            "Nässjö och Vetlanda",
            "Gemensamt",
            "Gemensam plan Gäller nu",
            "Nässjö och Vetlanda",
            "Arkivet har ingen uppföljning av åtgärdsplanen.",
            "Inga åtgärdsplaner i arkivet: Sävsjö.",
        ],
    );
    // To say so of one of them alone would be found.
    let told = summary::of_page(&site.html("lokalpolisomraden/y/index.html"));
    let at = told.lines.iter().position(|line| line == "Sävsjö").expect("a heading");
    let mut untrue = told.lines.clone();
    let denied = "Ingen gällande samverkansöverenskommelse finns i arkivet; den senaste gällde 2020–2023: Nässjös avtal";
    untrue.splice(at..at, ["Nässjö".to_owned(), denied.to_owned()]);
    let timeline = site.json("lokalpolisomraden/y/timeline.json");
    let found = claims::contradictions(&untrue, &timeline);
    assert!(found.iter().any(|found| found.contains("may be in force")), "{found:#?}");
}

/// The city's own page, with two districts that share a pledge: each of them has it, and what is
/// counted is what holds.
#[test]
fn districts_that_share_a_pledge_are_told_of_it_on_the_city_s_page() {
    let district = "kind = \"district\"\nmunicipality = \"goteborg\"\ntitle = ";
    let (angered, backa) = (format!("{district}\"Angered\""), format!("{district}\"Backa\""));
    let commitments = "\n[[commitments]]\nid = \"a\"\ntext = \"Vi gör a.\"";
    let of = |name: &str| {
        format!(
            "kind = \"pledge\"\ntitle = \"Medborgarlöfte {name} 2024\"\nperiod = 2024{commitments}"
        )
    };
    let joint = format!(
        "kind = \"pledge\"\ntitle = \"Gemensamt löfte\"\nperiod = {{ from = 2025, until = 2026 }}\ndistricts = [\"angered\", \"backa\"]{commitments}"
    );
    let (first, second) = (of("Angered"), of("Backa"));
    let files = [
        (
            "kommuner/goteborg/index.md",
            "kind = \"municipality\"\ntitle = \"Göteborgs Stad\"\ncode = \"1480\"",
        ),
        ("kommuner/goteborg/angered/index.md", &angered),
        ("kommuner/goteborg/backa/index.md", &backa),
        ("kommuner/goteborg/angered/2024/lofte.md", &first),
        ("kommuner/goteborg/backa/2024/lofte.md", &second),
        ("kommuner/goteborg/2025/gemensamt.md", &joint),
    ];
    let site = site("2026-11-29", &files);
    says(
        &site,
        "kommuner/goteborg",
        &[
            "Medborgarlöfte",
            "Gemensamt",
            "Gemensamt löfte Gäller nu",
            "Angered och Backa",
            "Göteborg",
            "Arkivet har inga medborgarlöften för hela kommunen.",
            "Samverkansöverenskommelse",
            "Arkivet har inga samverkansöverenskommelser här.",
            "Uppföljning",
            "Gemensamt",
            "Det enda åtagandet saknar uppföljning i arkivet.",
            "Räknat på Gemensamt löfte",
            "Angered och Backa",
        ],
    );
}

/// A joint pledge that has ended is not the latest of a municipality that has had one of its own
/// since; its own that ended before the joint one is not either.
#[test]
fn the_latest_is_the_latest_of_what_a_place_has_alone_or_together() {
    let mut files = PLACES.to_vec();
    files.extend([
        (
            "gemensamt/2022/lofte.md",
            "kind = \"pledge\"\ntitle = \"Gemensamt löfte\"\nperiod = 2022\nmunicipalities = [\"nassjo\", \"vetlanda\"]",
        ),
        (
            "kommuner/nassjo/2020/lofte.md",
            "kind = \"pledge\"\ntitle = \"Nässjös löfte\"\nperiod = 2020",
        ),
        (
            "kommuner/vetlanda/2024/lofte.md",
            "kind = \"pledge\"\ntitle = \"Vetlandas löfte\"\nperiod = 2024",
        ),
    ]);
    says(
        &site("2026-11-29", &files),
        "lokalpolisomraden/y",
        &[
            "Medborgarlöfte",
            "Gemensamt",
            "Inget gällande medborgarlöfte finns i arkivet; det senaste gällde 2022: Gemensamt löfte",
            "Nässjö och Vetlanda",
            "Vetlanda",
            "Inget gällande medborgarlöfte finns i arkivet; det senaste gällde 2024: Vetlandas löfte",
            "Inga medborgarlöften i arkivet: Sävsjö.",
            "Samverkansöverenskommelse",
            "Arkivet har inga samverkansöverenskommelser här.",
            "Uppföljning",
            "Gemensamt",
            "Arkivet har inte medborgarlöftets åtaganden ett och ett: Gemensamt löfte",
            "Nässjö och Vetlanda",
            "Vetlanda",
            "Arkivet har inte medborgarlöftets åtaganden ett och ett: Vetlandas löfte",
        ],
    );
}

#[test]
fn a_municipality_that_has_left_an_area_is_not_said_to_lack_anything_there() {
    let files = [
        (
            "kommuner/eksjo/index.md",
            "kind = \"municipality\"\ntitle = \"Eksjö kommun\"\ncode = \"0686\"",
        ),
        (
            "kommuner/sunne/index.md",
            "kind = \"municipality\"\ntitle = \"Sunne kommun\"\ncode = \"1766\"",
        ),
        (
            "kommuner/eksjo/2026/lofte.md",
            "kind = \"pledge\"\ntitle = \"Löfte Eksjö\"\nperiod = 2026",
        ),
        (
            "kommuner/sunne/2026/lofte.md",
            "kind = \"pledge\"\ntitle = \"Löfte Sunne\"\nperiod = 2026",
        ),
        (
            "lokalpolisomraden/x/index.md",
            "kind = \"police-area\"\ntitle = \"Lokalpolisområde X\"\n[[members]]\nmunicipality = \"eksjo\"\n[[members]]\nmunicipality = \"sunne\"\nuntil = 2024",
        ),
    ];
    let site = site("2026-11-29", &files);
    says(
        &site,
        "lokalpolisomraden/x",
        &[
            "Medborgarlöfte",
            "Eksjö",
            "Löfte Eksjö Gäller nu",
            "Samverkansöverenskommelse",
            "Arkivet har inga samverkansöverenskommelser här.",
            "Uppföljning",
            "Eksjö",
            "Arkivet har inte medborgarlöftets åtaganden ett och ett: Löfte Eksjö",
        ],
    );
    site.has("lokalpolisomraden/x/index.html", "Hörde hit tidigare Sunne till och med 2024")
        .lacks("lokalpolisomraden/x/index.html", "Kommuner Eksjö, Sunne")
        .has(
            "kommuner/sunne/index.html",
            "Hörde tidigare till Lokalpolisområde X till och med 2024",
        );
}

/// What an area has of a municipality that came to it later, or has left, is not all that the archive
/// has: its name says from when or until when it is meant.
#[test]
fn what_is_said_of_a_member_is_said_of_its_time_in_the_area() {
    let of = |sunne: &str, year: i16| {
        let lofte = format!("kind = \"pledge\"\ntitle = \"Löfte Sunne\"\nperiod = {year}");
        let area = format!(
            "kind = \"police-area\"\ntitle = \"Lokalpolisområde X\"\n[[members]]\nmunicipality = \"eksjo\"\n\
             [[members]]\nmunicipality = \"sunne\"\n{sunne}"
        );
        let path = format!("kommuner/sunne/{year}/lofte.md");
        let files = [
            (
                "kommuner/eksjo/index.md",
                "kind = \"municipality\"\ntitle = \"Eksjö kommun\"\ncode = \"0686\"",
            ),
            (
                "kommuner/sunne/index.md",
                "kind = \"municipality\"\ntitle = \"Sunne kommun\"\ncode = \"1766\"",
            ),
            (
                "kommuner/eksjo/2026/lofte.md",
                "kind = \"pledge\"\ntitle = \"Löfte Eksjö\"\nperiod = 2026",
            ),
            (path.as_str(), lofte.as_str()),
            ("lokalpolisomraden/x/index.md", area.as_str()),
        ];
        let site = site("2026-11-29", &files);
        let told = crate::summary::of_page(&site.html("lokalpolisomraden/x/index.html"));
        told.lines
    };
    let says = |lines: &[String], words: &str| lines.iter().any(|line| line == words);
    let never = "Inga medborgarlöften i arkivet: Sunne.";
    let lines = of("from = 2021", 2019);
    assert!(says(&lines, "Inga medborgarlöften i arkivet: Sunne (från 2021)."), "{lines:#?}");
    let lines = of("from = 2021", 2022);
    assert!(says(&lines, "Sunne"), "all that Sunne has is here: {lines:#?}");
    let lines = of("from = 2016\nuntil = 2024", 2022);
    assert!(says(&lines, "Sunne, 2016–2024") && !says(&lines, "Sunne"), "{lines:#?}");
    let lines = of("until = 2024", 2025);
    assert!(!lines.iter().any(|line| line.contains("Sunne")), "no longer a member: {lines:#?}");
    let lines = of("", 2025);
    assert!(says(&lines, "Sunne") && !says(&lines, never), "{lines:#?}");
}

/// What is promised within a larger area is told on the pages of what is within it; the larger area's
/// own page does not deny it.
#[test]
fn a_larger_area_speaks_of_its_own_documents_alone() {
    let files = [
        (
            "kommuner/malmo/index.md",
            "kind = \"municipality\"\ntitle = \"Malmö stad\"\ncode = \"1280\"",
        ),
        (
            "kommuner/malmo/2025/lofte.md",
            "kind = \"pledge\"\ntitle = \"Löfte\"\nperiod = 2025\nfollow_ups_planned = [\"2026-01\"]",
        ),
        (
            "lokalpolisomraden/norr/index.md",
            "kind = \"police-area\"\ntitle = \"Lokalpolisområde Norr\"\n[[members]]\nmunicipality = \"malmo\"",
        ),
        (
            "lokalpolisomraden/syd/index.md",
            "kind = \"police-area\"\nlevel = \"region\"\ntitle = \"Polisregion Syd\"\n[[members]]\narea = \"norr\"",
        ),
    ];
    site("2026-11-29", &files)
        .has("lokalpolisomraden/syd/index.html", "Inget dokument för hela området säger när")
        .lacks("lokalpolisomraden/syd/index.html", "Inget dokument i arkivet säger när")
        .has("lokalpolisomraden/norr/index.html", "En utlovad uppföljning saknas i arkivet");
}

/// What replaced a joint document is not of everybody who had it: whoever took no part still has it as
/// the latest, and is told that it was replaced.
#[test]
fn who_took_no_part_in_what_replaced_a_document_is_told_of_it() {
    let mut files = PLACES.to_vec();
    files.extend([
        (
            "gemensamt/2025/lofte.md",
            "kind = \"pledge\"\ntitle = \"Löfte för tre\"\nperiod = { from = 2025, until = 2026 }\nmunicipalities = [\"nassjo\", \"savsjo\", \"vetlanda\"]\n[[commitments]]\nid = \"a\"\ntext = \"Patrullera.\"",
        ),
        (
            "gemensamt/2026/lofte.md",
            "kind = \"pledge\"\ntitle = \"Löfte för två\"\nperiod = 2026\nreplaces = \"../2025/lofte.md\"\nmunicipalities = [\"nassjo\", \"vetlanda\"]",
        ),
    ]);
    let site = site("2026-11-30", &files);
    says(
        &site,
        "kommuner/savsjo",
        &[
            "Medborgarlöfte",
            "Löfte för tre Skulle gälla 2025–2026 men ersattes av Löfte för två.",
            "Samverkansöverenskommelse",
            "Arkivet har inga samverkansöverenskommelser här.",
            "Uppföljning",
            "Det enda åtagandet saknar uppföljning i arkivet.",
            "Räknat på Löfte för tre",
        ],
    );
    let told = summary::of_page(&site.html("kommuner/nassjo/index.html"));
    assert!(told.lines.contains(&"Löfte för två Gäller nu".to_owned()), "{:?}", told.lines);
    assert!(!told.lines.iter().any(|line| line.contains("Löfte för tre")), "{:?}", told.lines);
}

#[test]
fn an_area_that_is_gone_is_not_said_to_have_unknown_members() {
    let area = |until: &str| {
        format!("kind = \"police-area\"\ntitle = \"Lokalpolisområde Gamla\"\n{until}")
    };
    let of = |until: &str| {
        let area = area(until);
        site("2026-11-30", &[PLACES[0], ("lokalpolisomraden/gamla/index.md", area.as_str())])
    };
    let unknown = "Arkivet vet inte vilka kommuner som hör till området.";
    of("").has("lokalpolisomraden/gamla/index.html", unknown);
    of("until = 2022")
        .has("lokalpolisomraden/gamla/index.html", "Fanns till och med 2022")
        .lacks("lokalpolisomraden/gamla/index.html", unknown);
}
