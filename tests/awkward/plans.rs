//! Action plans, which have measures and are followed up in the same way as pledges, and papers
//! that are both an agreement and a pledge.

use crate::support::Site;
use snapbox::str;

const PLAN: &str = r#"+++
kind = "action-plan"
title = "Åtgärdsplan 2024–2025"
period = { from = 2024, until = 2025 }
follow_ups_planned = ["2025-02"]
follow_ups_as_printed = "årligen"
commitments_complete = false

[[sources]]
publisher = "Håbo kommun"
title = "Åtgärdsplan 2024–2025"

[[commitments]]
id = "belysning"
text = "Bättre belysning."
by = ["Håbo kommun"]
when = "senast hösten 2025"
cause = "Dålig belysning"
indicator = "andel otrygga"
baseline = "34 procent 2023"
goal = "25 procent 2025"

[[commitments]]
id = "vandringar"
text = "Trygghetsvandringar."
+++

Text, med en länk till [belysningen](#atgard-belysning).

## Åtgärd 1

Text.
"#;

const FOLLOW_UP: &str = r#"+++
kind = "follow-up"
title = "Uppföljning av planen"
date = 2025-03-01
follows_up = "atgardsplan.md"
assessed_by = "Håbo kommun"

[[sources]]
publisher = "Håbo kommun"
title = "Uppföljning av planen"

[[outcomes]]
commitment = "belysning"
status = "kept"
+++

Text.
"#;

const BOTH: &str = r#"+++
kind = "agreement"
title = "Samverkan och medborgarlöfte 2024"
period = 2024
includes_pledge = true

[[sources]]
publisher = "Håbo kommun"
title = "Samverkan och medborgarlöfte 2024"

[[signatories]]
name = "Kim Exempel"

[[commitments]]
id = "synlighet"
text = "Fler patruller."
+++

Text.
"#;

/// A pledge that extends the paper that is both an agreement and a pledge, and is made under it.
const LATER: &str = r#"+++
kind = "pledge"
title = "Medborgarlöfte 2025"
period = 2025
agreement = "bada.md"
extends = "bada.md"

[[sources]]
publisher = "Håbo kommun"
title = "Medborgarlöfte 2025"

[[signatories]]
name = "Kim Exempel"
+++

Text.
"#;

fn site(files: &[(&str, &str)]) -> Site {
    let mut site = Site::from("errors/outcome-duplicate")
        .remove("content/kommuner/habo/2024")
        .remove("content/kommuner/habo/2026");
    for (name, text) in files {
        site = site.write(&format!("content/kommuner/habo/2024/{name}"), text);
    }
    site
}

#[test]
fn a_plan_has_measures_a_state_and_promised_follow_ups() {
    let page = "kommuner/habo/2024/atgardsplan.html";
    site(&[("atgardsplan.md", PLAN), ("uppfoljning.md", FOLLOW_UP)])
        .build()
        .links_to(page, "#atgard-belysning")
        .has(page, "Åtgärderna och hur det gick")
        .has(page, "Källan innehåller fler än de som står här.")
        .has(page, "Utlovade uppföljningar I källan skrivet: ”årligen”")
        .has(page, "När: senast hösten 2025")
        .has(page, "Orsak: Dålig belysning")
        .has(page, "Mäts genom: andel otrygga")
        .has(page, "Utgångsläge: 34 procent 2023")
        .has(page, "Målvärde: 25 procent 2025")
        .has(page, "Den här åtgärdsplanen gällde 2024–2025.")
        .has("index.html", "1 åtgärdsplan")
        .timeline(
            "kommuner/habo",
            str![[r#"
{
  "as_of": "2026-11-22",
  "place": { "kind": "municipality", "id": "habo", "title": "Håbo kommun", "code": "0305" },
  "entries": [
    {
      "type": "action-plan", "date": "2024-01-01", "year": 2024, "dated_by": "period",
      "title": "Åtgärdsplan 2024–2025", "address": "2024/atgardsplan.html",
      "period": { "from": "2024-01-01", "until": "2025-12-31" }, "state": "ended",
      "places": [{ "kind": "municipality", "id": "habo" }],
      "commitments": [
        {
          "id": "belysning", "text": "Bättre belysning.", "by": ["Håbo kommun"], "status": "kept",
          "standing": "kept",
          "history": [
            {
              "date": "2025-03-01", "status": "kept", "address": "2024/uppfoljning.html",
              "assessed_by": "Håbo kommun", "third_party": false
            }
          ]
        },
        {
          "id": "vandringar", "text": "Trygghetsvandringar.", "by": [], "status": null,
          "standing": "none", "history": []
        }
      ]
    },
    {
      "type": "planned-follow-up", "date": "2025-02", "year": 2025, "state": "published",
      "of": "2024/atgardsplan.html", "answered_by": "2024/uppfoljning.html"
    },
    {
      "type": "follow-up", "date": "2025-03-01", "year": 2025, "dated_by": "date",
      "title": "Uppföljning av planen", "address": "2024/uppfoljning.html",
      "places": [{ "kind": "municipality", "id": "habo" }]
    }
  ]
}
"#]],
        );
}

/// The anchor of a heading is never that of a measure.
#[test]
fn a_heading_that_would_have_a_measures_anchor_gets_another() {
    site(&[("atgardsplan.md", PLAN)])
        .build()
        .publishes("kommuner/habo/2024/atgardsplan.html")
        .links_to("kommuner/habo/2024/atgardsplan.html", "#atgard-belysning");
    let linked = PLAN.replace("#atgard-belysning", "#avsnitt-atgard-1");
    site(&[("atgardsplan.md", &linked)]).reports("");
    let missing = PLAN.replace("(#atgard-belysning)", "(#lofte-belysning)");
    site(&[("atgardsplan.md", &missing)])
        .reports("error anchor-missing content/kommuner/habo/2024/atgardsplan.md:28");
}

#[test]
fn a_paper_that_is_both_is_counted_as_both_and_stands_once() {
    site(&[("bada.md", BOTH), ("medborgarlofte.md", LATER)])
        .build()
        .has("index.html", "1 samverkansöverenskommelse")
        .has("index.html", "2 medborgarlöften")
        .has("kommuner/habo/2024/bada.html", "samma dokument är båda")
        .has("kommuner/habo/2024/medborgarlofte.html", "Fler patruller.")
        .timeline(
            "kommuner/habo",
            str![[r#"
{
  "as_of": "2026-11-22",
  "place": { "kind": "municipality", "id": "habo", "title": "Håbo kommun", "code": "0305" },
  "entries": [
    {
      "type": "agreement", "date": "2024-01-01", "year": 2024, "dated_by": "period",
      "title": "Samverkan och medborgarlöfte 2024", "address": "2024/bada.html",
      "period": { "from": "2024-01-01", "until": "2024-12-31" }, "state": "ended",
      "includes_pledge": true, "places": [{ "kind": "municipality", "id": "habo" }],
      "commitments": [
        {
          "id": "synlighet", "text": "Fler patruller.", "by": [], "status": null,
          "standing": "none", "history": []
        }
      ]
    },
    {
      "type": "pledge", "date": "2025-01-01", "year": 2025, "dated_by": "period",
      "title": "Medborgarlöfte 2025", "address": "2024/medborgarlofte.html",
      "period": { "from": "2025-01-01", "until": "2025-12-31" }, "state": "ended",
      "places": [{ "kind": "municipality", "id": "habo" }],
      "commitments": [
        {
          "id": "synlighet", "text": "Fler patruller.", "by": [], "status": null,
          "standing": "none", "history": []
        }
      ]
    }
  ]
}
"#]],
        );
}

#[test]
fn only_a_paper_that_is_both_may_be_prolonged_by_a_pledge() {
    let plain = BOTH.split("\n[[commitments]]").next().unwrap_or_default();
    let plain = plain.replace("includes_pledge = true\n", "") + "+++\n\nText.\n";
    site(&[("bada.md", &plain), ("medborgarlofte.md", LATER)]).reports(
        "warning year-folder content/kommuner/habo/2024/medborgarlofte.md:4\n\
             warning pledge-outside-agreement content/kommuner/habo/2024/medborgarlofte.md:5\n\
             error reference-kind content/kommuner/habo/2024/medborgarlofte.md:6",
    );
}
