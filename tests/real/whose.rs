//! Who has said what: a page names somebody only beside what they have said, and says what it knows
//! beside what it does not.

use crate::small::site;
use crate::support::Site;

const HABO: (&str, &str) =
    ("kommuner/habo/index.md", "kind = \"municipality\"\ntitle = \"Håbo kommun\"\ncode = \"0305\"");
const PLEDGE: (&str, &str) = (
    "kommuner/habo/2018/lofte.md",
    "kind = \"pledge\"\ntitle = \"Löftet 2018\"\nperiod = 2018\n\
     [[commitments]]\nid = \"ljus\"\ntext = \"Fler lampor.\"\n\
     [[commitments]]\nid = \"patruller\"\ntext = \"Fler patruller.\"",
);
const TABLE: &str = "kommuner/habo/ataganden/index.html";

fn follow_up(title: &str, date: &str, by: &str, more: &str) -> String {
    format!(
        "kind = \"follow-up\"\ntitle = \"{title}\"\ndate = {date}\nfollows_up = \"../2018/lofte.md\"\n\
         assessed_by = \"{by}\"\n{more}"
    )
}

fn with(follow_ups: &[(&str, String)]) -> Site {
    let mut files = vec![HABO, PLEDGE];
    files.extend(follow_ups.iter().map(|(path, text)| (*path, text.as_str())));
    site("2026-11-30", &files)
}

#[test]
fn the_table_of_commitments_leads_to_what_decided_and_keeps_others_beside() {
    let judged = follow_up(
        "Bedömningen",
        "2018-12-01",
        "Polismyndigheten",
        "[[outcomes]]\ncommitment = \"ljus\"\nstatus = \"kept\"",
    );
    let numbers = follow_up(
        "Siffrorna",
        "2019-03-01",
        "Håbo kommun",
        "[[outcomes]]\ncommitment = \"ljus\"\nvalue = \"12 lampor\"",
    );
    let outside = follow_up(
        "Granskningen",
        "2019-05-01",
        "Tidningen",
        "third_party = true\n[[outcomes]]\ncommitment = \"ljus\"\nstatus = \"not-kept\"\n\
         [[outcomes]]\ncommitment = \"patruller\"\nstatus = \"not-kept\"",
    );
    with(&[
        ("kommuner/habo/2018/a.md", judged),
        ("kommuner/habo/2019/b.md", numbers),
        ("kommuner/habo/2019/c.md", outside),
    ])
    .has(TABLE, "2018 Uppfyllt Bedömningen En utomståendes bedömning: Granskningen")
    .has(TABLE, "2018 Ingen uppföljning i arkivet En utomståendes bedömning: Granskningen")
    .lacks(TABLE, "Siffrorna");
}

#[test]
fn what_was_followed_up_as_a_whole_leads_to_that_follow_up() {
    let whole = follow_up("Helheten", "2018-12-01", "Polismyndigheten", "");
    with(&[("kommuner/habo/2018/a.md", whole)])
        .has(TABLE, "Uppföljt som helhet Helheten")
        // Nobody has judged anything one by one.
        .has("kommuner/habo/2018/a.html", "Redovisat av Polismyndigheten")
        .lacks("kommuner/habo/2018/a.html", "Bedömt av")
        .has("kommuner/habo/index.html", "Redovisat av Polismyndigheten");
}

#[test]
fn who_reports_and_who_judges_are_named_apart() {
    let mixed = follow_up(
        "Uppföljningen",
        "2018-12-01",
        "Polismyndigheten",
        "[[outcomes]]\ncommitment = \"ljus\"\nvalue = \"12 lampor\"\n\
         [[outcomes]]\ncommitment = \"patruller\"\nstatus = \"kept\"\nassessed_by = \"Håbo kommun\"",
    );
    with(&[("kommuner/habo/2018/a.md", mixed)])
        .has("kommuner/habo/index.html", "Redovisat av Polismyndigheten. Bedömt av Håbo kommun")
        .has("kommuner/habo/2018/a.html", "Redovisat av Polismyndigheten Bedömt av Håbo kommun")
        .has(
            "kommuner/habo/index.html",
            "2 åtaganden: 1 uppfyllt, 1 har resultat utan bedömning. Bedömt av Håbo kommun.",
        );
}

#[test]
fn parties_that_disagree_are_said_to() {
    let of = |by: &str, status: &str| {
        let outcome = format!("[[outcomes]]\ncommitment = \"ljus\"\nstatus = \"{status}\"");
        follow_up(by, "2018-12-01", by, &outcome)
    };
    let words = "Parterna bedömer 1 åtagande olika.";
    with(&[
        ("kommuner/habo/2018/a.md", of("Polismyndigheten", "kept")),
        ("kommuner/habo/2018/b.md", of("Håbo kommun", "not-kept")),
    ])
    .has("kommuner/habo/index.html", words);
    with(&[
        ("kommuner/habo/2018/a.md", of("Polismyndigheten", "kept")),
        ("kommuner/habo/2018/b.md", of("Håbo kommun", "kept")),
    ])
    .lacks("kommuner/habo/index.html", words);
}

#[test]
fn of_a_pledge_known_in_part_nothing_is_said_to_be_gone_or_new() {
    let next = |complete: &str| {
        format!(
            "kind = \"pledge\"\ntitle = \"Löftet 2019\"\nperiod = 2019\n{complete}\
             [[commitments]]\nid = \"cyklar\"\ntext = \"Fler cyklar.\""
        )
    };
    let in_part = "commitments_complete = false\n";
    let of = |complete: &str| {
        let next = next(complete);
        site("2026-11-30", &[HABO, PLEDGE, ("kommuner/habo/2019/lofte.md", next.as_str())])
    };
    of("").has(TABLE, "Nya").has(TABLE, "Finns inte med");
    of(in_part)
        .has(TABLE, "Inte bland de senare som arkivet känner till Fler lampor.")
        .has(TABLE, "ljus Fler lampor. Inte bland de åtaganden som arkivet känner till");
}

#[test]
fn a_missing_follow_up_hides_none_that_is_there_and_a_report_stands_in_all_its_years() {
    let planned = (
        PLEDGE.0,
        PLEDGE.1.replace(
            "period = 2018",
            "period = 2018\nfollow_ups_planned = [\"2018-05\", \"2018-12\"]",
        ),
    );
    let whole = follow_up("Helheten", "2018-12-01", "Polismyndigheten", "answers = [\"2018-12\"]");
    let report = "kind = \"situation-report\"\ntitle = \"Lägesbild\"\nperiod = { from = 2020, until = 2022 }";
    let files = [
        HABO,
        (planned.0, planned.1.as_str()),
        ("kommuner/habo/2018/a.md", whole.as_str()),
        ("kommuner/habo/2020/lagesbild.md", report),
        ("kommuner/habo/2023/nyhet.md", "kind = \"notice\"\ntitle = \"Nyhet\"\ndate = 2023-01-01"),
    ];
    let site = site("2026-11-30", &files);
    let site = site.has("oversikt/index.html", "◆ uppföljt◇ uppföljning utlovad, saknas i arkivet");
    let text = site.text("oversikt/index.html");
    assert_eq!(text.matches("▲ lägesbild").count(), 3, "{text}");
}

#[test]
fn a_follow_up_of_a_plan_says_of_which_one_if_there_are_several() {
    let plan = |year: i16, more: &str| {
        format!(
            "kind = \"action-plan\"\ntitle = \"Plan {year}\"\nperiod = {{ from = {year}, until = {} }}\n{more}",
            year + 1
        )
    };
    let (first, second) = (plan(2023, ""), plan(2025, "replaces = \"../2023/plan.md\"\n"));
    let of_first = "kind = \"follow-up\"\ntitle = \"Så gick det\"\ndate = 2024-12-01\n\
         follows_up = \"../2023/plan.md\"\nassessed_by = \"Håbo kommun\"";
    let files = [
        HABO,
        ("kommuner/habo/2023/plan.md", first.as_str()),
        ("kommuner/habo/2025/plan.md", second.as_str()),
        ("kommuner/habo/2024/a.md", of_first),
    ];
    site("2026-11-30", &files).has("kommuner/habo/index.html", "Så gick det. Följer upp Plan 2023");
}
