//! What the chart draws, and what it calls it: nothing is drawn before the archive knows of it, and a
//! bar is named by what is drawn.

use crate::small::site;
use crate::support::Site;

const PLACE: (&str, &str) = (
    "kommuner/arvika/index.md",
    "kind = \"municipality\"\ntitle = \"Arvika kommun\"\ncode = \"1784\"",
);
const PAGE: &str = "kommuner/arvika/index.html";

/// A bar of the chart.
struct Bar {
    /// What it is called.
    name: String,
    /// The classes of its parts, each with where it begins and ends.
    parts: Vec<(String, i32, i32)>,
    /// Whether it has the sign of an unknown beginning, or of an unknown end.
    cut: bool,
}

/// The bar of the document with this title, and where a year begins.
#[track_caller]
fn bar(site: &Site, title: &str) -> (Bar, impl Fn(i32) -> i32 + use<>) {
    let html = site.html(PAGE);
    let at = html.find(&format!("<title>{title}")).unwrap_or_else(|| panic!("no bar of {title}"));
    let source = &html[at..at + html[at..].find("</a>").expect("the end of a bar")];
    let name = source["<title>".len()..source.find("</title>").expect("a name")].to_owned();
    let value = |tag: &str, key: &str| -> String {
        let key = format!(" {key}=\"");
        let from = tag.find(&key).map(|at| at + key.len());
        from.map_or("", |from| tag[from..].split('"').next().unwrap_or_default()).to_owned()
    };
    let number = |tag: &str, key: &str| value(tag, key).parse::<i32>().expect("a number");
    let parts = source.split("<rect").skip(1).map(|tag| {
        let x = number(tag, "x");
        (value(tag, "class"), x, x + number(tag, "width"))
    });
    let parts: Vec<_> = parts.filter(|(class, ..)| class.starts_with("mark span")).collect();
    let first: i32 = html
        .split("y=\"17\">")
        .nth(1)
        .and_then(|rest| rest.split('<').next())
        .and_then(|year| year.parse().ok())
        .expect("the first year");
    // The axis is one path with a line for each year, from above to below.
    let years: Vec<i32> = html
        .split("<path class=\"tick\" d=\"M")
        .filter_map(|rest| rest.split('"').next())
        .find(|lines| lines.contains('V') && !lines.contains('H'))
        .expect("the axis")
        .split('M')
        .filter_map(|line| line.split_once(' '))
        .filter_map(|(x, _)| x.parse().ok())
        .collect();
    let width = years[1] - years[0];
    let x_of = move |year: i32| years[0] + (year - first) * width;
    (Bar { name, parts, cut: source.contains("class=\"cut\"") }, x_of)
}

const AGREEMENT: (&str, &str) = (
    "kommuner/arvika/2012/avtal.md",
    "kind = \"agreement\"\ntitle = \"Avtal 2012\"\nperiod = { from = 2012, until = 2014 }",
);

#[test]
fn a_plan_that_has_only_a_date_is_not_drawn_before_it() {
    let files = [
        PLACE,
        AGREEMENT,
        (
            "kommuner/arvika/2024/plan.md",
            "kind = \"action-plan\"\ntitle = \"Plan 2024\"\ndate = 2024-06-03",
        ),
        (
            "kommuner/arvika/2026/plan.md",
            "kind = \"action-plan\"\ntitle = \"Plan 2026\"\nperiod = { from = 2026-07-01, until = 2028-06-30 }\nreplaces = \"../2024/plan.md\"",
        ),
    ];
    let (bar, x) = bar(&site("2026-11-29", &files), "Plan 2024");
    assert_eq!(
        bar.name,
        "Plan 2024, källan anger ingen tid, ersattes den 1 juli 2026, daterad den 3 juni 2024"
    );
    let [(before, from, to), (sure, sure_from, sure_to)] = &bar.parts[..] else {
        panic!("{:?}", bar.parts)
    };
    assert!(before.contains("uncertain") && !sure.contains("uncertain"), "{:?}", bar.parts);
    assert!(x(2024) < *from && *from < x(2025), "{from}");
    assert_eq!((*to, *sure_from), (x(2026), x(2026)));
    assert!(x(2026) < *sure_to && *sure_to < x(2027), "{sure_to}");
    assert!(bar.cut);
}

#[test]
fn an_agreement_that_has_only_an_end_is_drawn_in_its_last_year() {
    let only_end =
        "kind = \"agreement\"\ntitle = \"Avtal till maj\"\nperiod = { until = \"2019-05\" }";
    for (dated, from_year) in [("", 2019), ("\nannounced = 2018-07-01", 2018)] {
        let only_end = format!("{only_end}{dated}");
        let files = [PLACE, AGREEMENT, ("kommuner/arvika/avtal.md", only_end.as_str())];
        let (bar, x) = bar(&site("2026-11-29", &files), "Avtal till maj");
        assert!(bar.name.starts_with("Avtal till maj, till och med maj 2019"), "{}", bar.name);
        let (_, from, _) = bar.parts[0];
        assert!(x(from_year) <= from && from < x(from_year + 1), "{dated}: {:?}", bar.parts);
        let (sure, sure_from, _) = bar.parts.last().expect("a part");
        assert!(!sure.contains("uncertain"));
        assert_eq!(*sure_from, x(2019));
        assert!(bar.cut);
    }
}

#[test]
fn a_bar_that_ends_early_says_so() {
    let agreement = |end: &str| {
        format!(
            "kind = \"agreement\"\ntitle = \"Avtal\"\nperiod = {{ from = 2020, until = 2023 }}\n[ended]\ndate = {end}\nreason = \"Parterna ville börja om.\""
        )
    };
    for (end, wanted) in [
        ("2022-03-31", "Avtal, 2020–2023, avslutades den 31 mars 2022"),
        // It had ended before that.
        ("2024-03-31", "Avtal, 2020–2023"),
    ] {
        let text = agreement(end);
        let files = [PLACE, ("kommuner/arvika/2020/avtal.md", text.as_str())];
        assert_eq!(bar(&site("2026-11-29", &files), "Avtal").0.name, wanted);
    }
    let files = [
        PLACE,
        (
            "kommuner/arvika/2018/avtal.md",
            "kind = \"agreement\"\ntitle = \"Avtal 2018\"\nperiod = { from = 2018, until = \"further-notice\" }",
        ),
        (
            "kommuner/arvika/avtal.md",
            "kind = \"agreement\"\ntitle = \"Nytt avtal\"\nperiod = \"unknown\"\nreplaces = \"2018/avtal.md\"",
        ),
    ];
    let site = site("2026-11-29", &files);
    assert_eq!(bar(&site, "Avtal 2018").0.name, "Avtal 2018, från 2018 tills vidare");
    // Its source says until further notice, and nobody knows when it was replaced.
    site.lacks(PAGE, "källan anger inget slut").has(PAGE, "slutet är inte känt");
}

#[test]
fn a_situation_report_is_named_by_the_time_that_it_is_about() {
    let files = [
        PLACE,
        (
            "kommuner/arvika/2023/lagesbild.md",
            "kind = \"situation-report\"\ntitle = \"Lägesbild\"\nperiod = { from = 2022, until = \"2023-06\" }",
        ),
        (
            "kommuner/arvika/2025/lagesbild.md",
            "kind = \"situation-report\"\ntitle = \"Ny lägesbild\"\ndate = 2025-03-01",
        ),
    ];
    let html = site("2026-11-29", &files).html(PAGE);
    assert!(html.contains("<title>Lägesbild, avser 2022–juni 2023</title>"));
    assert!(html.contains("<title>Ny lägesbild, den 1 mars 2025</title>"));
}
