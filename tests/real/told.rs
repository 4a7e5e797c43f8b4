//! What pages say in few words: in lists, on a document's page and beside numbers. Each case is one
//! in which the words would be untrue of some document, or would not say which one they are about.

use crate::small::{says, site};

const PLACE: (&str, &str) = (
    "kommuner/flen/index.md",
    "kind = \"municipality\"\ntitle = \"Flens kommun\"\ncode = \"0482\"",
);
const PAGE: &str = "kommuner/flen/index.html";

fn pledge(title: &str, rest: &str, ids: &[&str]) -> String {
    let mut text = format!("kind = \"pledge\"\ntitle = \"{title}\"\n{rest}");
    for id in ids {
        text += &format!("\n[[commitments]]\nid = \"{id}\"\ntext = \"Vi gör {id}.\"");
    }
    text
}

#[test]
fn more_than_the_archive_knows_is_said_of_the_pledge_that_has_more() {
    let part = pledge("Löfte A", "period = 2026\ncommitments_complete = false", &["a"]);
    let (whole, undivided) =
        (pledge("Löfte B", "period = 2026", &["b"]), pledge("Löfte C", "period = 2026", &[]));
    let files = [
        PLACE,
        ("kommuner/flen/2026/a.md", part.as_str()),
        ("kommuner/flen/2026/b.md", whole.as_str()),
        ("kommuner/flen/2026/c.md", undivided.as_str()),
    ];
    let start = &[
        "Medborgarlöfte",
        "Löfte A Gäller nu",
        "Löfte B Gäller nu",
        "Löfte C Gäller nu",
        "Samverkansöverenskommelse",
        "Arkivet har inga samverkansöverenskommelser här.",
        "Uppföljning",
    ];
    let said = [
        &start[..],
        &[
            "De 2 åtaganden som arkivet känner till: 2 saknar uppföljning i arkivet. 1 av medborgarlöftena innehåller fler. 1 medborgarlöfte räknas inte med: arkivet har inte dess åtaganden ett och ett.",
            "Räknat på Löfte A och Löfte B",
            "Inte med i räkningen: Löfte C",
        ],
    ];
    says(&site("2026-11-29", &files), "kommuner/flen", &said.concat());
    site("2026-11-29", &files[..2]).has(PAGE, "Medborgarlöftet innehåller fler.");
}

#[test]
fn places_stand_in_alphabetical_order_whatever_their_folders_are_called() {
    let place = |name: &str, code: &str| {
        format!("kind = \"municipality\"\ntitle = \"{name} kommun\"\ncode = \"{code}\"")
    };
    let (danderyd, taby, osteraker) =
        (place("Danderyds", "0162"), place("Täby", "0160"), place("Österåkers", "0117"));
    let files = [
        ("kommuner/danderyd/index.md", danderyd.as_str()),
        ("kommuner/taby/index.md", taby.as_str()),
        ("kommuner/osteraker/index.md", osteraker.as_str()),
        (
            "gemensamt/lofte.md",
            "kind = \"pledge\"\ntitle = \"Gemensamt löfte\"\nperiod = 2026\nmunicipalities = [\"danderyd\", \"osteraker\", \"taby\"]",
        ),
        (
            "lokalpolisomraden/tre/index.md",
            "kind = \"police-area\"\ntitle = \"Lokalpolisområde Tre\"\n[[members]]\nmunicipality = \"danderyd\"\n[[members]]\nmunicipality = \"osteraker\"\n[[members]]\nmunicipality = \"taby\"",
        ),
    ];
    site("2026-11-29", &files)
        .has("gemensamt/lofte.html", "Kommuner Danderyd, Täby, Österåker")
        .has("index.html", "Danderyd, Täby och Österåker")
        .has("lokalpolisomraden/tre/index.html", "Kommuner Danderyd, Täby, Österåker")
        .has("kommuner/danderyd/index.html", "Gemensamt med Täby och Österåker");
}

#[test]
fn a_promised_follow_up_of_a_district_says_which_district() {
    let district =
        |name: &str| format!("kind = \"district\"\nmunicipality = \"flen\"\ntitle = \"{name}\"");
    let (malm, halle) = (district("Malmköping"), district("Hälleforsnäs"));
    let promised =
        pledge("Medborgarlöfte 2024", "period = 2024\nfollow_ups_planned = [\"2024-12\"]", &[]);
    let files = [
        PLACE,
        ("kommuner/flen/malmkoping/index.md", malm.as_str()),
        ("kommuner/flen/halleforsnas/index.md", halle.as_str()),
        ("kommuner/flen/malmkoping/2024/lofte.md", promised.as_str()),
        ("kommuner/flen/halleforsnas/2024/lofte.md", promised.as_str()),
    ];
    let site = site("2026-11-29", &files);
    for name in ["Malmköping", "Hälleforsnäs"] {
        let said = format!("Utlovad i Medborgarlöfte 2024 Område: {name}");
        assert!(site.text(PAGE).contains(&said), "{said}: {}", site.text(PAGE));
    }
}

#[test]
fn the_words_agree_with_the_kind_of_document() {
    let files = [
        PLACE,
        (
            "kommuner/flen/avtal.md",
            "kind = \"agreement\"\ntitle = \"Avtal\"\nperiod = \"unknown\"\npublished = 2020-02-01",
        ),
        ("kommuner/flen/lofte.md", "kind = \"pledge\"\ntitle = \"Löfte\"\nperiod = \"unknown\""),
        (
            "kommuner/flen/2024/plan.md",
            "kind = \"action-plan\"\ntitle = \"Plan\"\ndate = 2024-06-03",
        ),
    ];
    let site = site("2026-11-29", &files)
        .has(PAGE, "Samverkansöverenskommelse offentliggjordes senast den 1 februari 2020 Oklart om den gäller i dag Avtal Källan säger inte vilken tid den gäller")
        .has(PAGE, "Utan datum Oklart om det gäller i dag Löfte Källan säger inte vilken tid det gäller")
        .has("kommuner/flen/avtal.html", "Tid Källan säger inte vilken tid den gäller Oklart om den gäller i dag")
        .has("kommuner/flen/lofte.html", "Tid Källan säger inte vilken tid det gäller Oklart om det gäller i dag")
        .has("kommuner/flen/2024/plan.html", "Tid Källan säger inte vilken tid den gäller Oklart om den gäller i dag")
        // "I dag" is the day on which the page was made.
        .has("kommuner/flen/lofte.html", "Sidan skapades den 29 november 2026");
    let legend = "Samverkansöverenskommelse: offentliggjordes senast";
    assert!(site.html(PAGE).contains(legend), "the legend");
}

#[test]
fn an_invitation_to_the_press_is_not_called_news() {
    let files = [
        PLACE,
        ("kommuner/flen/2024/lofte.md", "kind = \"pledge\"\ntitle = \"Löfte\"\nperiod = 2024"),
        (
            "kommuner/flen/2024/inbjudan.md",
            "kind = \"notice\"\ntype = \"press-invitation\"\ntitle = \"Kom och se\"\ndate = 2024-01-15\nabout = \"lofte.md\"",
        ),
    ];
    let page = "kommuner/flen/2024/lofte.html";
    let site = site("2026-11-29", &files)
        .has(page, "Nyheter med mera om dokumentet Kom och se Pressinbjudan, 15 januari 2024");
    assert!(!site.text(PAGE).contains("Nyhet "), "{}", site.text(PAGE));
    site.has(PAGE, "Nyheter med mera");
}

#[test]
fn what_is_only_reported_is_not_said_to_be_assessed() {
    let of = pledge("Löfte", "period = 2024", &["a"]);
    let follow_up = |status: &str| {
        format!(
            "kind = \"follow-up\"\ntitle = \"Uppföljning\"\ndate = 2025-01-15\nfollows_up = \"../2024/lofte.md\"\nassessed_by = \"Polismyndigheten\"\n[[outcomes]]\ncommitment = \"a\"\ntext = \"Elva pass.\"\n{status}"
        )
    };
    let (reported, judged) = (follow_up(""), follow_up("status = \"kept\""));
    for (text, by, other) in
        [(reported, "Redovisat av", "Bedömt av"), (judged, "Bedömt av", "Redovisat av")]
    {
        let files = [
            PLACE,
            ("kommuner/flen/2024/lofte.md", of.as_str()),
            ("kommuner/flen/2025/uppf.md", text.as_str()),
        ];
        let said = format!("{by} Polismyndigheten");
        let mut site = site("2026-11-29", &files);
        for page in [PAGE, "kommuner/flen/2024/lofte.html", "kommuner/flen/2025/uppf.html"] {
            site = site.has(page, &said).lacks(page, other);
        }
    }
}

#[test]
fn what_was_to_hold_until_further_notice_did_not_end_before_its_time() {
    let ended = "[ended]\ndate = 2022-03-31\nreason = \"Parterna ville börja om.\"";
    for (period, said) in [
        (
            "{ from = 2020, until = \"further-notice\" }",
            "Skulle gälla från 2020 tills vidare men avslutades",
        ),
        ("{ from = 2020, until = 2024 }", "Skulle gälla 2020–2024 men avslutades i förtid"),
    ] {
        let text = format!("kind = \"agreement\"\ntitle = \"Avtal\"\nperiod = {period}\n{ended}");
        let site = site("2026-11-29", &[PLACE, ("kommuner/flen/2020/avtal.md", text.as_str())])
            .has(PAGE, said)
            .has(
                "kommuner/flen/2020/avtal.html",
                "Avslutades den 31 mars 2022: Parterna ville börja om.",
            )
            .lacks("kommuner/flen/2020/avtal.html", "i förtid");
        assert_eq!(site.text(PAGE).contains("i förtid"), said.contains("i förtid"));
    }
}

#[test]
fn an_age_counted_from_a_year_is_the_least_that_it_can_be() {
    let report = |date: &str| format!("kind = \"situation-report\"\ntitle = \"Lägesbild\"\n{date}");
    for (date, said) in [
        ("date = 2021", "är från 2021 och är minst 4 år och 10 månader gammal"),
        ("date = 2021-12-31", "är från den 31 december 2021 och är 4 år och 10 månader gammal"),
        ("period = 2021", "avser 2021 och är 4 år och 10 månader gammal"),
        ("date = \"2026-10\"", "Den senaste lägesbilden i arkivet är från oktober 2026: Lägesbild"),
    ] {
        let text = report(date);
        site("2026-11-29", &[PLACE, ("kommuner/flen/bild.md", text.as_str())]).has(PAGE, said);
    }
}

#[test]
fn an_area_s_earlier_name_is_that_of_the_document_s_time() {
    let files = [
        (
            "lokalpolisomraden/tre/index.md",
            "kind = \"police-area\"\ntitle = \"Lokalpolisområde Nya\"\n[[names]]\nname = \"Lokalpolisområde Gamla\"\nuntil = 2020\n[[names]]\nname = \"Lokalpolisområde Nya\"\nfrom = 2021",
        ),
        (
            "lokalpolisomraden/tre/2019/lofte.md",
            "kind = \"pledge\"\ntitle = \"Löfte\"\nperiod = { from = 2019, until = 2021 }",
        ),
    ];
    let page = "lokalpolisomraden/tre/2021/index.html";
    site("2026-11-29", &files)
        .has(page, "På dokumentets tid hette området Lokalpolisområde Gamla")
        .lacks(page, "hette då");
}

#[test]
fn undated_pledges_are_said_not_to_be_among_the_years() {
    let mut files = vec![
        PLACE,
        ("kommuner/flen/2024/lofte.md", "kind = \"pledge\"\ntitle = \"Löfte\"\nperiod = 2024"),
    ];
    let page = "oversikt/uppfoljning/index.html";
    site("2026-11-29", &files).lacks(page, "saknar datum");
    files.push((
        "kommuner/flen/odaterat.md",
        "kind = \"pledge\"\ntitle = \"L\"\nperiod = \"unknown\"",
    ));
    site("2026-11-29", &files).has(page, "1 medborgarlöfte saknar datum.");
}

#[test]
fn one_promised_follow_up_is_one() {
    let of = |promised: &str| {
        format!(
            "kind = \"action-plan\"\ntitle = \"Plan\"\nperiod = 2024\nfollow_ups_planned = [{promised}]"
        )
    };
    let follow_up = "kind = \"follow-up\"\ntitle = \"Uppföljning\"\ndate = 2025-02-15\nfollows_up = \"../2024/plan.md\"\nassessed_by = \"Flens kommun\"\nanswers = [\"2025-02\"]";
    let other = follow_up.replace("2025-02", "2025-03");
    let (one, two) = (of("\"2025-02\""), of("\"2025-02\", \"2025-03\""));
    let mut files = vec![
        PLACE,
        ("kommuner/flen/2024/plan.md", one.as_str()),
        ("kommuner/flen/2025/uppf.md", follow_up),
    ];
    site("2026-11-29", &files).has(PAGE, "Den uppföljning som är utlovad finns i arkivet.");
    files[1].1 = two.as_str();
    files.push(("kommuner/flen/2025/uppf-2.md", other.as_str()));
    site("2026-11-29", &files).has(PAGE, "De uppföljningar som är utlovade finns i arkivet.");
}

#[test]
fn bars_are_read_in_the_order_in_which_they_are_drawn() {
    let files = [
        PLACE,
        (
            "kommuner/flen/a.md",
            "kind = \"agreement\"\ntitle = \"Avtal till 2019\"\nperiod = { until = \"2019-05\" }",
        ),
        (
            "kommuner/flen/b.md",
            "kind = \"agreement\"\ntitle = \"Avtal från 2020\"\nperiod = { from = 2020, until = 2022 }",
        ),
    ];
    let html = site("2026-11-29", &files).html(PAGE);
    let at = |title: &str| html.find(&format!("<title>{title}")).expect("a bar");
    assert!(at("Avtal till 2019") < at("Avtal från 2020"));
}

/// Several groups of places that have documents together are told apart by their names.
#[test]
fn groups_that_have_documents_together_are_told_apart() {
    let place = |name: &str, code: &str| {
        format!("kind = \"municipality\"\ntitle = \"{name} kommun\"\ncode = \"{code}\"")
    };
    let (nassjo, vetlanda, eksjo) =
        (place("Nässjö", "0682"), place("Vetlanda", "0685"), place("Eksjö", "0686"));
    let joint = |title: &str, places: &str| {
        format!(
            "kind = \"pledge\"\ntitle = \"{title}\"\nperiod = 2026\nmunicipalities = [{places}]\n[[commitments]]\nid = \"a\"\ntext = \"Vi gör a.\""
        )
    };
    let (one, two) = (
        joint("Löfte ett", "\"nassjo\", \"vetlanda\""),
        joint("Löfte två", "\"eksjo\", \"vetlanda\""),
    );
    let files = [
        ("kommuner/nassjo/index.md", nassjo.as_str()),
        ("kommuner/vetlanda/index.md", vetlanda.as_str()),
        ("kommuner/eksjo/index.md", eksjo.as_str()),
        ("gemensamt/ett.md", one.as_str()),
        ("gemensamt/tva.md", two.as_str()),
        (
            "lokalpolisomraden/h/index.md",
            "kind = \"police-area\"\ntitle = \"Lokalpolisområde H\"\n[[members]]\nmunicipality = \"nassjo\"\n[[members]]\nmunicipality = \"vetlanda\"\n[[members]]\nmunicipality = \"eksjo\"",
        ),
    ];
    let page = "lokalpolisomraden/h/index.html";
    let site = site("2026-11-29", &files)
        .has(page, "Räknat på Löfte ett Nässjö och Vetlanda")
        .has(page, "Räknat på Löfte två Eksjö och Vetlanda");
    let html = site.html(page);
    for names in ["Nässjö, Vetlanda", "Eksjö, Vetlanda"] {
        assert!(html.contains(&format!(">{names}</text>")), "{names}");
    }
    for names in ["Nässjö och Vetlanda", "Eksjö och Vetlanda"] {
        let lane = format!("aria-label=\"Gemensamt {names}: Medborgarlöften, i tidsordning\"");
        assert!(html.contains(&lane), "{lane}");
    }
}

#[test]
fn the_only_commitment_that_is_known_is_not_counted_as_one() {
    let of = pledge("Löfte", "period = 2026\ncommitments_complete = false", &["a"]);
    let files = [PLACE, ("kommuner/flen/2026/lofte.md", of.as_str())];
    says(
        &site("2026-11-29", &files),
        "kommuner/flen",
        &[
            "Medborgarlöfte",
            "Löfte Gäller nu",
            "Samverkansöverenskommelse",
            "Arkivet har inga samverkansöverenskommelser här.",
            "Uppföljning",
            "Det enda åtagande som arkivet känner till saknar uppföljning i arkivet. Medborgarlöftet innehåller fler.",
            "Räknat på Löfte",
        ],
    );
}

#[test]
fn only_parties_are_called_parties() {
    let of = pledge("Löfte", "period = 2024\nparties = [\"Fastighetsägarna\"]", &["a", "b"]);
    for (first, second, said) in [
        ("Polismyndigheten", "Flens kommun", "Enligt parterna."),
        ("Polismyndigheten", "Fastighetsägarna", "Enligt parterna."),
        ("Brå", "Länsstyrelsen", "Enligt Brå och Länsstyrelsen."),
        ("Polismyndigheten", "Brå", "Enligt Polismyndigheten och Brå."),
    ] {
        let follow_up = format!(
            "kind = \"follow-up\"\ntitle = \"Uppföljning\"\ndate = 2025-01-15\nfollows_up = \"../2024/lofte.md\"\nassessed_by = \"{first}\"\n[[outcomes]]\ncommitment = \"a\"\nstatus = \"kept\"\n[[outcomes]]\ncommitment = \"b\"\nstatus = \"kept\"\nassessed_by = \"{second}\""
        );
        let files = [
            PLACE,
            ("kommuner/flen/2024/lofte.md", of.as_str()),
            ("kommuner/flen/2025/uppf.md", follow_up.as_str()),
        ];
        site("2026-11-29", &files).has(PAGE, said);
    }
}

/// The months of a gap in which an earlier pledge may still have been in force are not said to be
/// without any.
#[test]
fn a_gap_in_which_something_may_have_held_says_so() {
    for (first, said) in [
        ("{ from = 2016 }", "Inget medborgarlöfte i arkivet gällde säkert januari–december 2022"),
        ("2016", "Inga medborgarlöften i arkivet för januari–december 2022"),
    ] {
        let (a, b, c) = (
            pledge("Löfte 2016", &format!("period = {first}"), &[]),
            pledge("Löfte 2019", "period = { from = 2017, until = 2021 }", &[]),
            pledge("Löfte 2023", "period = 2023", &[]),
        );
        let files = [
            PLACE,
            ("kommuner/flen/2016/lofte.md", a.as_str()),
            ("kommuner/flen/2019/lofte.md", b.as_str()),
            ("kommuner/flen/2023/lofte.md", c.as_str()),
        ];
        let site =
            site("2026-11-29", &files).has("kommuner/flen/2022/index.html", said).has(PAGE, said);
        assert!(site.html(PAGE).contains(&format!("<title>{said}</title>")), "the chart");
    }
}
