//! Which document is the latest, and on which one commitments are counted, where not all of them
//! say when they were in force.

use crate::small::{says, site};

const KIRUNA: (&str, &str) = (
    "kommuner/kiruna/index.md",
    "kind = \"municipality\"\ntitle = \"Kiruna kommun\"\ncode = \"2584\"",
);

#[test]
fn a_later_pledge_whose_time_is_unknown_is_the_one_counted_if_it_has_begun() {
    let files = [
        KIRUNA,
        (
            "kommuner/kiruna/2017/lofte.md",
            "kind = \"pledge\"\ntitle = \"Medborgarlöfte Kiruna 2017\"\nperiod = 2017\n[[commitments]]\nid = \"a\"\ntext = \"Vi gör a.\"",
        ),
        (
            "kommuner/kiruna/2019/lofte.md",
            "kind = \"pledge\"\ntitle = \"Löftet som skrevs under 2019\"\nperiod = \"unknown\"\nsigned = 2019-05-02\n[[commitments]]\nid = \"a\"\ntext = \"Vi gör a.\"\n[[commitments]]\nid = \"b\"\ntext = \"Vi gör b.\"\n[[commitments]]\nid = \"c\"\ntext = \"Vi gör c.\"",
        ),
        (
            "kommuner/kiruna/2020/uppf.md",
            "kind = \"follow-up\"\ntitle = \"Uppföljning\"\ndate = 2020-02-01\nfollows_up = \"../2019/lofte.md\"\nassessed_by = \"Kiruna kommun\"\n[[outcomes]]\ncommitment = \"a\"\nstatus = \"ongoing\"\n[[outcomes]]\ncommitment = \"b\"\nstatus = \"kept\"",
        ),
    ];
    says(
        &site("2026-11-29", &files),
        "kommuner/kiruna",
        &[
            "Medborgarlöfte",
            "Det senaste medborgarlöftet med känd tid gällde 2017: Medborgarlöfte Kiruna 2017",
            "Löftet som skrevs under 2019 Oklart om det gäller i dag. Källan säger inte vilken tid det gäller.",
            "Samverkansöverenskommelse",
            "Arkivet har inga samverkansöverenskommelser här.",
            "Uppföljning",
            "3 åtaganden: 1 uppfyllt, 1 pågår, 1 saknar uppföljning i arkivet. Enligt Kiruna kommun.",
            "Räknat på Löftet som skrevs under 2019",
        ],
    );
}

/// An earlier one does not take over, nor one of which only a day is known when it was public.
#[test]
fn an_earlier_pledge_whose_time_is_unknown_is_not_the_one_counted() {
    for dated in ["signed = 2016-05-02", "published = 2019-05-02"] {
        let unknown = format!(
            "kind = \"pledge\"\ntitle = \"Medborgarlöfte Kiruna\"\nperiod = \"unknown\"\n{dated}\n[[commitments]]\nid = \"a\"\ntext = \"Vi gör a.\""
        );
        let files = [
            KIRUNA,
            (
                "kommuner/kiruna/2017/lofte.md",
                "kind = \"pledge\"\ntitle = \"Medborgarlöfte Kiruna 2017\"\nperiod = 2017\n[[commitments]]\nid = \"a\"\ntext = \"Vi gör a.\"",
            ),
            ("kommuner/kiruna/lofte.md", &unknown),
        ];
        site("2026-11-29", &files)
            .has("kommuner/kiruna/index.html", "Räknat på Medborgarlöfte Kiruna 2017");
    }
}

/// One plan extends another without measures of its own: they are the same measures, once.
#[test]
fn measures_that_a_plan_takes_over_are_counted_once() {
    let files = [
        (
            "kommuner/flen/index.md",
            "kind = \"municipality\"\ntitle = \"Flens kommun\"\ncode = \"0482\"",
        ),
        (
            "kommuner/flen/plan.md",
            "kind = \"action-plan\"\ntitle = \"Åtgärdsplan Flen\"\nperiod = \"unknown\"\n[[commitments]]\nid = \"a\"\ntext = \"Vi gör a.\"\n[[commitments]]\nid = \"b\"\ntext = \"Vi gör b.\"",
        ),
        (
            "kommuner/flen/2025/plan.md",
            "kind = \"action-plan\"\ntitle = \"Handlingsplan Flen 2025\"\ndate = 2025-01-20\nextends = \"../plan.md\"",
        ),
    ];
    site("2026-11-29", &files).has(
        "kommuner/flen/index.html",
        "2 av 2 åtgärder saknar uppföljning i arkivet. Räknat på Handlingsplan Flen 2025",
    );
}

#[test]
fn an_agreement_of_which_only_the_end_is_known_is_the_latest_if_it_ended_last() {
    let latest = "Ingen gällande samverkansöverenskommelse finns i arkivet; den senaste gällde";
    for (until, wanted) in [
        ("2019-05", "till och med maj 2019: Avtal till maj 2019"),
        ("2013-05", "2012–2014: Avtal 2012–2014"),
    ] {
        let only_end = format!(
            "kind = \"agreement\"\ntitle = \"Avtal till maj {}\"\nperiod = {{ until = \"{until}\" }}",
            &until[..4]
        );
        let files = [
            KIRUNA,
            (
                "kommuner/kiruna/2012/avtal.md",
                "kind = \"agreement\"\ntitle = \"Avtal 2012–2014\"\nperiod = { from = 2012, until = 2014 }",
            ),
            ("kommuner/kiruna/avtal.md", &only_end),
        ];
        site("2026-11-29", &files).has("kommuner/kiruna/index.html", &format!("{latest} {wanted}"));
    }
}

#[test]
fn of_what_only_has_an_end_nobody_says_that_it_is_in_force() {
    let files = [
        KIRUNA,
        (
            "kommuner/kiruna/lofte.md",
            "kind = \"pledge\"\ntitle = \"Medborgarlöfte Kiruna\"\nperiod = { until = 2027 }\npublished = 2026-02-01",
        ),
    ];
    says(
        &site("2026-11-29", &files),
        "kommuner/kiruna",
        &[
            "Medborgarlöfte",
            "Arkivet har ett medborgarlöfte till och med 2027. Källan säger inte från när, så det är oklart om det gäller i dag: Medborgarlöfte Kiruna",
            "Samverkansöverenskommelse",
            "Arkivet har inga samverkansöverenskommelser här.",
            "Uppföljning",
            "Arkivet har inte medborgarlöftets åtaganden ett och ett: Medborgarlöfte Kiruna",
        ],
    );
}
