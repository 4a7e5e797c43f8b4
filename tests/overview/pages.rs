//! What is on the pages of the overview and of a place's commitments.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::support::Site;
use crate::{BALSTA, archive, matrix, municipality};

#[test]
fn a_follow_up_that_is_promised_for_later_is_counted_as_promised() {
    let pledge = |year: u16, promised: &str| {
        format!(
            "+++\nkind = \"pledge\"\ntitle = \"Löfte {year}\"\nperiod = {year}\n{promised}\n+++\n\nText.\n"
        )
    };
    let promised = |month: &str| format!("follow_ups_planned = [\"{month}\"]");
    let site = Site::empty()
        .write("site.toml", "title = \"Arkivet\"\n")
        .write("content/kommuner/tierp/index.md", municipality("Tierps", "0360"))
        .write("content/kommuner/tierp/2024/lofte.md", pledge(2024, &promised("2025-02")))
        .write("content/kommuner/tierp/2025/lofte.md", pledge(2025, ""))
        .write("content/kommuner/tierp/2026/lofte.md", pledge(2026, &promised("2026-11")))
        .build();
    let html = site.html("oversikt/uppfoljning/index.html");
    // What occurs is explained, and nothing else.
    let legend = html.split("class=\"legend\"").nth(1).unwrap().split("</ul>").next().unwrap();
    let explained: Vec<String> = crate::support::html::attributes(legend, "class");
    // Each has the box and the sign that it has in the chart of a timeline.
    let hollow = |part| ["bar", part, "mark hollow", "mark hollow"];
    let neither = ["bar", "neither", "mark hollow", "sign", "line"];
    assert_eq!(explained, [&hollow("missing")[..], &hollow("upcoming"), &neither].concat());
    // Followed up, missing, promised for a time that has not passed, neither.
    for (year, counts) in [(2024, [0, 1, 0, 0]), (2025, [0, 0, 0, 1]), (2026, [0, 0, 1, 0])] {
        let cells: String = counts.iter().map(|n| format!("<td>{n}</td>")).collect();
        let row = format!("ar/{year}/index.html\">{year}</a></th><td>1</td>{cells}");
        assert!(html.contains(&row), "{year}: {html}");
    }
}

#[test]
fn an_archive_without_documents_has_an_overview_too() {
    let site = Site::empty()
        .write("site.toml", "title = \"Arkivet\"\n")
        .write("content/kommuner/habo/index.md", municipality("Håbo", "0305"));
    site.build().has("oversikt/index.html", "1 kommun finns i arkivet");
}

#[test]
fn an_archive_of_one_document_or_without_dates_has_an_overview_too() {
    let habo = || {
        Site::empty()
            .write("site.toml", "title = \"Arkivet\"\n")
            .write("content/kommuner/habo/index.md", municipality("Håbo", "0305"))
    };
    let pledge = |period: &str| {
        format!("+++\nkind = \"pledge\"\ntitle = \"Löfte\"\nperiod = {period}\n+++\n\nText.\n")
    };
    let one = habo().write("content/kommuner/habo/lofte.md", pledge("2018")).build();
    let cells = &matrix(&one.html("oversikt/index.html"))["habo"];
    assert_eq!(cells["2018"][0], "in-force");
    one.has("oversikt/uppfoljning/index.html", "Medborgarlöften efter kommun eller område");

    let undated = habo().write("content/kommuner/habo/lofte.md", pledge("\"unknown\"")).build();
    assert!(matrix(&undated.html("oversikt/index.html")).values().all(BTreeMap::is_empty));
    undated
        .has("oversikt/uppfoljning/index.html", "Medborgarlöften efter kommun eller område")
        .lacks("oversikt/uppfoljning/index.html", "Arkivet har inga medborgarlöften");
}

#[test]
fn commitments_may_contain_anything() {
    // Front matter holds a megabyte.
    let long = "ö".repeat(500_000);
    let odd = "</script><script>alert(1)</script> \u{2028} 🚓 مرحبا 'citat' | &amp;";
    let pledge = |year: u16| {
        format!(
            "+++\nkind = \"pledge\"\ntitle = \"Löfte {year}\"\nperiod = {year}\nfocus = [\"🚓 <b>\"]\n\n\
             [[commitments]]\nid = \"udda\"\ntext = \"{odd}\"\nby = [\"A & B <i>\", \"مرحبا\"]\n\n\
             [[commitments]]\nid = \"langt\"\ntext = \"{long}\"\n+++\n\nText.\n"
        )
    };
    let site = Site::empty()
        .write("site.toml", "title = \"Arkivet\"\n")
        .write("content/kommuner/habo/index.md", municipality("Håbo", "0305"))
        .write("content/kommuner/habo/2018/lofte.md", pledge(2018))
        .write("content/kommuner/habo/2019/lofte.md", pledge(2019))
        .build();
    for page in ["kommuner/habo/ataganden/index.html", "kommuner/habo/ataganden/jamfor-1.html"] {
        let html = site.html(page);
        assert!(
            !html.contains("alert(1)</script>") && !html.contains("<i>\"") && !html.contains("<b>")
        );
        let text = site.text(page);
        for part in ["</script><script>alert(1)</script>", "🚓 مرحبا 'citat' | &amp;"] {
            assert!(text.contains(part), "{page} lacks {part}");
        }
        assert!(text.contains(&long), "{page} lacks the long word");
    }
}

#[test]
fn an_editor_who_had_the_address_of_the_overview_keeps_it() {
    let site = archive(1).write(
        "content/oversikt/index.md",
        "+++\nkind = \"page\"\ntitle = \"Vår översikt\"\n+++\n\nSkriven för hand.\n",
    );
    let report = site.run(&["check", "--format", "json"]);
    assert!(report.stdout.contains("\"page-left-out\""), "{}", report.stdout);
    site.build()
        .has("oversikt/index.html", "Skriven för hand")
        .has("oversikt/uppfoljning/index.html", "Uppföljningar");
}

#[test]
fn what_stayed_and_what_is_new_from_one_pledge_to_the_next() {
    let pledge = |year: u16, ids: &[&str]| {
        let mut text =
            format!("+++\nkind = \"pledge\"\ntitle = \"Löfte {year}\"\nperiod = {year}\n");
        for id in ids {
            let _ = write!(text, "\n[[commitments]]\nid = \"{id}\"\ntext = \"Om {id}.\"\n");
        }
        text + "+++\n\nText.\n"
    };
    let site = archive(1)
        .remove("content/kommuner/tierp")
        .write("content/kommuner/tierp/index.md", municipality("Tierps", "0360"))
        .remove("content/kommuner/habo")
        .write("content/kommuner/tierp/a.md", pledge(2018, &["trafik", "unga"]))
        .write("content/kommuner/tierp/b.md", pledge(2019, &["unga", "narkotika"]))
        .build();
    let text = site.text("kommuner/tierp/ataganden/index.html");
    let after = |word: &str| text.rfind(word).unwrap_or_else(|| panic!("no {word} in {text}"));
    assert!(after("Finns kvar") < after("Om unga.") && after("Om unga.") < after("Nya"), "{text}");
    assert!(after("Nya") < after("Om narkotika."), "{text}");
    assert!(after("Finns inte med") < after("Om trafik."), "{text}");
}

#[test]
fn the_table_of_counties_leads_on_from_every_cell() {
    let pledge = |year: u16, more: &str| {
        format!(
            "+++\nkind = \"pledge\"\ntitle = \"Löfte {year}\"\nperiod = {year}\n{more}+++\n\nText.\n"
        )
    };
    let agreement = "+++\nkind = \"agreement\"\ntitle = \"Avtal\"\nperiod = 2018\n+++\n\nText.\n";
    let mut site = Site::empty().write("site.toml", "title = \"Arkivet\"\n").write(
        "content/lokalpolisomraden/norra/index.md",
        "+++\nkind = \"police-area\"\ntitle = \"Norra\"\n[[members]]\nmunicipality = \"k0114\"\n+++\n",
    );
    for line in include_str!("../../data/kommuner.tsv").lines().skip(1).take(46) {
        let mut columns = line.split('\t');
        let (code, name) = (columns.next().unwrap(), columns.next().unwrap());
        site = site.write(&format!("content/kommuner/k{code}/index.md"), municipality(name, code));
    }
    let promised = "follow_ups_planned = [\"2018-05\", \"2018-11\"]\n";
    let site = site
        .write("content/kommuner/k0114/2005/lofte.md", pledge(2005, ""))
        .write("content/kommuner/k0114/2018/lofte.md", pledge(2018, promised))
        .write("content/kommuner/k0115/2018/avtal.md", agreement)
        .write("content/kommuner/k0115/2026/lofte.md", pledge(2026, ""))
        .write("content/kommuner/k0115/2027/lofte.md", pledge(2027, ""))
        .build();
    let html = site.html("oversikt/index.html");
    let cells: Vec<&str> = html.split("<td data-year=").skip(1).collect();
    assert!(cells.len() > 22, "{html}");
    for cell in cells {
        let cell = cell.split("</td>").next().unwrap();
        assert!(cell.contains("<a href=\"") && cell.contains("●") && cell.contains("■"), "{cell}");
    }
    assert!(html.contains(">■\u{a0}överens\u{ad}kommelse: 1 av 26<"), "{html}");
    // What is to come is not told as what was.
    assert!(html.contains(">●\u{a0}medborgar\u{ad}löfte ska gälla: 1 av 26<"), "{html}");
    // One place, though it had promised two.
    let way =
        "saknas/2018.html#sida-lan-stockholms-lan\"><span>◇\u{a0}1 saknar utlovad uppföljning<";
    assert!(html.contains(way), "{html}");
    let named = site.html("oversikt/saknas/2018.html");
    assert!(named.contains("id=\"sida-lan-stockholms-lan\""), "{named}");
    assert!(named.contains("kommuner/k0114/2018/index.html\">Upplands Väsby<"), "{named}");
    // A police area without documents of its own has no row, and so no page of what is in no county.
    assert!(!site.published().contains_key("oversikt/ovriga.html"));
    assert!(site.html("oversikt/stockholms-lan.html").contains("id=\"sida-ar-2018\""));
}

#[test]
fn the_pledges_of_a_place_stand_side_by_side() {
    let pledge = |year: u16, commitments: &[(&str, &str)]| {
        let mut text =
            format!("+++\nkind = \"pledge\"\ntitle = \"Löfte {year}\"\nperiod = {year}\n");
        for (id, words) in commitments {
            let _ = write!(text, "\n[[commitments]]\nid = \"{id}\"\ntext = \"{words}\"\n");
        }
        text + "+++\n\nText.\n"
    };
    let site = || {
        Site::empty()
            .write("site.toml", "title = \"Arkivet\"\n")
            .write("content/kommuner/tierp/index.md", municipality("Tierps", "0360"))
            .write(
                "content/kommuner/tierp/2018/a.md",
                pledge(2018, &[("trafik", "Tolv kontroller.")]),
            )
    };
    let both = site()
        .write(
            "content/kommuner/tierp/2020/b.md",
            pledge(2020, &[("unga", "Fler fältare."), ("trafik", "Tjugo kontroller.")]),
        )
        .build();
    let html = both.html("kommuner/tierp/ataganden/index.html");
    let table = html.split("id=\"sida-jamfor\"").nth(1).expect("a comparison");
    // Without tags.
    let bare = |html: &str| -> String {
        html.split('<').map(|part| part.rsplit('>').next().unwrap_or_default()).collect()
    };
    let rows: Vec<Vec<String>> = table
        .split("<tr>")
        .skip(1)
        .map(|row| {
            let row = row.split("</tr>").next().unwrap();
            let cells = row.split("<t").skip(1).map(|cell| bare(cell.split("</t").next().unwrap()));
            cells.collect()
        })
        .collect();
    assert_eq!(
        rows,
        [
            ["Beteckning", "2018", "2020"],
            ["unga", "Finns inte med", "Fler fältare."],
            ["trafik", "Tolv kontroller.", "Tjugo kontroller."],
        ]
    );
    for year in [2018, 2020] {
        let way = format!("../ataganden/index.html#sida-jamfor-{year}");
        assert!(both.html(&format!("kommuner/tierp/{year}/index.html")).contains(&way), "{way}");
        assert!(html.contains(&format!("id=\"sida-jamfor-{year}\"")));
    }
    // One pledge alone has nothing beside it.
    let one = site().build();
    assert!(!one.html("kommuner/tierp/ataganden/index.html").contains("sida-jamfor"));
    assert!(!one.html("kommuner/tierp/2018/index.html").contains("sida-jamfor"));
}

/// A municipality with a pledge of so many commitments in each of some years, all of different names
/// and all of this text.
fn with_commitments(commitments: &[(u16, usize)], text: &str) -> Site {
    let mut site = Site::empty()
        .write("site.toml", "title = \"Arkivet\"\n")
        .write("content/kommuner/tierp/index.md", municipality("Tierps", "0360"));
    for (year, number) in commitments {
        let mut file =
            format!("+++\nkind = \"pledge\"\ntitle = \"Löfte {year}\"\nperiod = {year}\n");
        for n in 0..*number {
            let id = format!("a-{year}-{n}");
            let _ = write!(file, "\n[[commitments]]\nid = \"{id}\"\ntext = \"{n} {text}\"\n");
        }
        file += "+++\n\nText.\n";
        site = site.write(&format!("content/kommuner/tierp/{year}/a.md"), file);
    }
    site.build()
}

/// The years that stand side by side at the table of commitments, and on each page of their own.
fn side_by_side(site: &Site) -> Vec<Vec<u16>> {
    let years = |page: &str| -> Vec<u16> {
        let html = site.html(page);
        let anchors = html.split("id=\"sida-jamfor-20").skip(1);
        anchors.map(|rest| 2000 + rest[..2].parse::<u16>().unwrap()).collect()
    };
    let folder = "kommuner/tierp/ataganden";
    let files = site.published();
    let parts = files.keys().filter(|path| path.starts_with(&format!("{folder}/jamfor-"))).count();
    let parts = (1..=parts).map(|n| years(&format!("{folder}/jamfor-{n}.html")));
    std::iter::once(years(&format!("{folder}/index.html"))).chain(parts).collect()
}

#[test]
fn pledges_with_too_many_commitments_for_a_page_stand_side_by_side_on_several() {
    for (commitments, expected) in [
        (&[(2018, 50), (2019, 100), (2020, 100)][..], vec![vec![2018, 2019, 2020]]),
        (&[(2018, 51), (2019, 100), (2020, 100)], vec![vec![2019, 2020], vec![2018, 2019]]),
        // One alone is not beside anything.
        (&[(2018, 126), (2019, 125)], vec![vec![], vec![2018, 2019]]),
        (&[(2018, 250)], vec![vec![]]),
        (
            &[(2012, 290), (2013, 280), (2014, 4), (2015, 4), (2016, 4)],
            vec![vec![2014, 2015, 2016], vec![2012, 2013, 2014]],
        ),
    ] {
        let site = with_commitments(commitments, "Polisen.");
        assert_eq!(side_by_side(&site), expected, "{commitments:?}");
        let table = "kommuner/tierp/ataganden/index.html";
        let ledger = site.read("addresses.toml");
        assert!(!ledger.contains("jamfor-"), "{ledger}");
        for (n, years) in expected.iter().enumerate().skip(1) {
            let name = format!("jamfor-{n}.html");
            let ends = format!("{}–{}", years[0], years[years.len() - 1]);
            let way = format!("<a href=\"{name}\">{ends}</a>");
            assert!(site.html(table).contains(&way), "{way}");
            let part = site.html(&format!("kommuner/tierp/ataganden/{name}"));
            assert!(part.contains("<a href=\"index.html\">Åtagandena i arkivet"), "{part}");
            assert!(part.contains("assets/tabell.js"), "{part}");
        }
        if commitments.len() < 2 {
            continue;
        }
        // Every year leads to where it stands beside the one before.
        for (year, _) in commitments {
            let html = site.html(&format!("kommuner/tierp/{year}/index.html"));
            let hrefs = crate::support::html::attributes(&html, "href");
            let anchor = format!("#sida-jamfor-{year}");
            let way = hrefs.iter().find(|href| href.ends_with(&anchor)).expect("a way");
            let page = way.split('#').next().unwrap().trim_start_matches("../ataganden/");
            let n = page.trim_start_matches("jamfor-").trim_end_matches(".html").parse();
            let beside: &Vec<u16> = &expected[n.unwrap_or(0)];
            let before = commitments.iter().map(|(other, _)| *other).rfind(|other| other < year);
            assert!(beside.contains(year) && before.is_none_or(|it| beside.contains(&it)), "{way}");
        }
    }
}

#[test]
fn no_page_of_a_comparison_is_too_long() {
    // Many small pledges, whose table has mostly empty cells, and few with many long commitments.
    let quarterly: Vec<(u16, usize)> = (2000..2045).map(|year| (year, 13)).collect();
    let sentence = "Polisen och kommunen ska tillsammans arbeta för att fler känner sig trygga. ";
    for (commitments, text, pages_more) in [
        (&quarterly[..], "Fler poliser i centrum.", 3),
        (&[(2018, 299), (2019, 299)], sentence, 1),
        (&[(2015, 140), (2016, 140), (2017, 140), (2018, 140)], &sentence.repeat(2), 2),
    ] {
        let site = with_commitments(commitments, text);
        let pages = side_by_side(&site);
        assert!(pages.len() > pages_more, "{pages:?}");
        let consecutive = |pair: &[(u16, usize)]| {
            let has = |years: &Vec<u16>| pair.iter().all(|(year, _)| years.contains(year));
            pages.iter().any(has)
        };
        assert!(commitments.windows(2).all(consecutive), "{pages:?}");
        let names = (1..pages.len()).map(|n| format!("jamfor-{n}.html"));
        let mut changed = 0;
        for name in names.chain(["index.html".to_owned()]) {
            let page = format!("kommuner/tierp/ataganden/{name}");
            let html = site.html(&page);
            assert!(html.len() < 400_000, "{page} has {} bytes", html.len());
            changed += html.matches("class=\"change\"").count();
        }
        assert_eq!(changed, commitments.len() - 1, "each change is told once");
    }
}

/// Whoever reads the table must know what is not in it.
#[test]
fn pledges_without_commitments_one_by_one_are_named_beside_the_table() {
    let pledge = |title: &str, more: &str| {
        format!("+++\nkind = \"pledge\"\ntitle = \"{title}\"\n{more}\n+++\n\nText.\n")
    };
    let commitment = "\n[[commitments]]\nid = \"a\"\ntext = \"Ljus.\"";
    let site = Site::empty()
        .write("site.toml", "title = \"Arkivet\"\n")
        .write("content/kommuner/tierp/index.md", municipality("Tierps", "0360"))
        .write("content/kommuner/tierp/a.md", pledge("Helt", &format!("period = 2018{commitment}")))
        .write(
            "content/kommuner/tierp/b.md",
            pledge("Delvis", &format!("period = 2019\ncommitments_complete = false{commitment}")),
        )
        .write("content/kommuner/tierp/c.md", pledge("Odelat", "period = 2020"))
        .build();
    let html = site.html("kommuner/tierp/ataganden/index.html");
    let notes: Vec<&str> = html.split("<p class=\"note\">").skip(1).collect();
    let note = |words: &str| notes.iter().find(|note| note.starts_with(words)).expect(words);
    let undivided = note("Arkivet har inte medborgarlöftets åtaganden ett och ett:");
    let undivided = undivided.split("</p>").next().unwrap();
    assert!(undivided.contains(">Odelat</a>") && !undivided.contains("Delvis"), "{undivided}");
    let in_part = note("Det finns fler åtaganden än de som står här i:");
    let in_part = in_part.split("</p>").next().unwrap();
    assert!(in_part.contains(">Delvis</a>") && !in_part.contains("Helt"), "{in_part}");
}

#[test]
fn the_table_of_a_city_says_whose_each_commitment_is_and_who_judged_it() {
    let pledge = |title: &str, more: &str| {
        format!(
            "+++\nkind = \"pledge\"\ntitle = \"{title}\"\n{more}\n[[commitments]]\nid = \"a\"\ntext = \"{title} a.\"\n+++\n\nText.\n"
        )
    };
    let follow_up = |of: &str, by: &str| {
        format!(
            "+++\nkind = \"follow-up\"\ntitle = \"Uppföljning {by}\"\ndate = 2020-02-01\nfollows_up = [\"{of}\"]\nassessed_by = \"{by}\"\n[[outcomes]]\ncommitment = \"a\"\nstatus = \"kept\"\n+++\n\nText.\n"
        )
    };
    let site = Site::empty()
        .write("site.toml", "title = \"Arkivet\"\n")
        .write("content/kommuner/habo/index.md", municipality("Håbo", "0305"))
        .write("content/kommuner/habo/balsta/index.md", BALSTA)
        .write("content/kommuner/habo/utan.md", pledge("Utan datum", "period = \"unknown\""))
        .write("content/kommuner/habo/2018/lofte.md", pledge("Löfte", "period = 2018"))
        .write("content/kommuner/habo/balsta/2019/lofte.md", pledge("Bålstas", "period = 2019"))
        .write("content/kommuner/habo/2020/a.md", follow_up("../2018/lofte.md", "Arkivet"))
        .write(
            "content/kommuner/habo/balsta/2020/b.md",
            follow_up("../2019/lofte.md", "Håbo kommun"),
        )
        .build();
    let html = site.html("kommuner/habo/ataganden/index.html");
    let table = html.split("<tbody>").nth(1).unwrap().split("</tbody>").next().unwrap();
    let rows: Vec<&str> = table.split("<tr ").skip(1).collect();
    let [balsta, own, undated] = &rows[..] else { panic!("{table}") };
    let judged = "Bedömt i arkivets egen jämförelse.";
    assert!(balsta.contains(">Bålsta<") && !balsta.contains(judged), "{balsta}");
    assert!(own.contains(judged) && !own.contains(">Håbo<"), "{own}");
    assert!(undated.contains("Utan datum a."), "what has no date stands last: {undated}");
}
