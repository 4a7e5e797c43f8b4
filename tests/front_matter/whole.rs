//! Kinds, municipalities, outcomes and commitments, as whole files.

use snapbox::{IntoData, assert_data_eq, str};

use crate::{each, file};

#[test]
fn kinds() {
    let of = |mistake: &&str| {
        file("content/kommuner/habo/a.md", mistake, &format!("+++\n{mistake}\n+++\n"))
    };
    let told: String = [
        "title = \"T\"\nfocus = 3",
        "title = \"T\"\nknid = \"notice\"\ndate = 2018",
        "title = \"T\"\nslag = \"notice\"\nperiod = 2018\nbeslutad_av = 3",
        "title = \"T\"\nkind = \"löfte\"",
        "title = \"T\"\nkind = \"protokoll\"",
        "title = \"\"\nkind = \"page\"",
        "title = \"T\"\nkind = \"follow-up\"",
        "title = \"T\"\nkind = \"situation-report\"",
        "title = \"Håbo kommun\"\nkind = \"municipality\"\ncode = \"0305\"",
    ]
    .iter()
    .map(of)
    .collect();
    assert_data_eq!(told, str![[r#"
title = "T"
focus = 3
    1:1 missing-key: Nyckeln ”kind” saknas.
        Lägg till en rad som kind = "…", före första raden med [ … ]. Möjliga värden: agreement, pledge, situation-report, action-plan, follow-up, notice, page, municipality, police-area, district.
title = "T"
knid = "notice"
date = 2018
    3:1 unknown-key: Nyckeln ”knid” finns inte, så det som står här skulle inte synas någonstans.
        Menade du ”kind”? Skriv kind = "notice"
title = "T"
slag = "notice"
period = 2018
beslutad_av = 3
    1:1 missing-key: Varken ”date” eller ”published” finns.
        Lägg till en rad som date = ÅÅÅÅ-MM-DD eller published = ÅÅÅÅ-MM-DD, före första raden med [ … ].
    3:1 unknown-key: Nyckeln ”slag” finns inte, så det som står här skulle inte synas någonstans.
        Menade du ”kind”? Skriv kind = "notice"
    4:1 unknown-key: Nyckeln ”period” finns bara för överenskommelser, medborgarlöften, lägesbilder och åtgärdsplaner, och den här filen har kind = "notice".
        Ta bort raden, eller rätta kind.
    5:1 unknown-key: Nyckeln ”beslutad_av” finns inte, så det som står här skulle inte synas någonstans.
        Ta bort raden, sätt # först på den, eller använd någon av nycklarna about, accept, aliases, archived, attachments, called, conflicts, contact, corrections, date, date_basis, decisions, districts, draft, focus, images, kind, language, municipalities, police_areas, published, sources, summary, title, translation_of, type, wording.
title = "T"
kind = "löfte"
    1:1 missing-key: Nyckeln ”period” saknas.
        Lägg till en rad som period = { from = ÅÅÅÅ-MM-DD, until = ÅÅÅÅ-MM-DD }, före första raden med [ … ]. Anger källan ingen tid: period = "unknown".
    3:8 unknown-kind: ”kind” kan inte vara ”löfte”: det är inget av de ord som arkivet känner.
        Menade du kind = "pledge"? Möjliga värden: agreement, pledge, situation-report, action-plan, follow-up, notice, page, municipality, police-area, district.
title = "T"
kind = "protokoll"
    3:8 unknown-kind: ”kind” kan inte vara ”protokoll”: det är inget av de ord som arkivet känner.
        Välj ett av: agreement, pledge, situation-report, action-plan, follow-up, notice, page, municipality, police-area, district.
title = ""
kind = "page"
    2:9 missing-key: Nyckeln ”title” måste ha ett värde, men står tom.
        Fyll i den: title = "…".
title = "T"
kind = "follow-up"
    1:1 missing-key: Varken ”date” eller ”published” finns.
        Lägg till en rad som date = ÅÅÅÅ-MM-DD eller published = ÅÅÅÅ-MM-DD, före första raden med [ … ].
    1:1 missing-key: Nyckeln ”follows_up” saknas.
        Lägg till en rad som follows_up = "….md", före första raden med [ … ].
    1:1 missing-key: Nyckeln ”assessed_by” saknas.
        Lägg till en rad som assessed_by = "…", före första raden med [ … ].
title = "T"
kind = "situation-report"
    1:1 missing-key: Varken ”date” eller ”period” finns.
        Lägg till en rad som date = ÅÅÅÅ-MM-DD eller period = { from = ÅÅÅÅ-MM-DD, until = ÅÅÅÅ-MM-DD }, före första raden med [ … ]. Anger källan ingen tid: period = "unknown".
title = "Håbo kommun"
kind = "municipality"
code = "0305"
    1:1 invalid-address: En kommun eller ett område beskrivs i filen index.md i en egen mapp, men den här filen heter a.md.
        Skapa mappen a och flytta filen dit som a/index.md. Beskriver filen något annat: rätta kind.

"#]].raw());
}

#[test]
fn outcomes() {
    let told = each(
        "follow-up",
        "date = 2019\nfollows_up = \"a.md\"\nassessed_by = \"Polisen\"",
        &[
            "outcomes = [{ commitment = \"a\", status = \"uppfyllt\" }]",
            "outcomes = [{ commitment = \"a\", status = \"cancelled\" }]",
            "outcomes = [{ status = \"kept\" }]",
            "outcomes = [{ commitment = \"a\" }]",
            "outcomes = [{ commitment = \"a\", value = \"3\" }]",
            "outcomes = [{ commitment = \"a\", text = \"\", by = [\"Polisen\"], status = \"kept\" }]",
            "outcomes = [{ text = \"Bra.\", by = [\"Polisen\"] }]",
            "outcomes = [{ by = [\"Polisen\"] }]",
            "outcomes = [{ löfte = \"a\", status = \"kept\" }]",
            "outcomes = [{ lofte = \"a\", status = \"kept\" }]",
            "answers = []",
            "answers = 3",
        ],
    );
    assert_data_eq!(told, str![[r#"
outcomes = [{ commitment = "a", status = "uppfyllt" }]
    2:42 unknown-value: ”status” kan inte vara ”uppfyllt”: det är inget av de ord som arkivet känner.
        Menade du status = "kept"? Möjliga värden: kept, partly-kept, not-kept, cancelled, not-started, ongoing, not-assessable.
outcomes = [{ commitment = "a", status = "cancelled" }]
    2:42 reason-missing: Ett inställt åtagande måste ha ett skäl, annars vet ingen varför det inte blev av.
        Lägg till text = "…" med skälet, så som källan anger det.
outcomes = [{ status = "kept" }]
    2:13 missing-key: Här står ”status” men inte ”commitment”. En status säger alltid hur det gick med ett visst åtagande.
        Gäller det ett åtagande: lägg till commitment = "…" med åtagandets id. Gäller det hela dokumentet: ta bort status, och skriv vad källan säger i text = "…" eller value = "…".
outcomes = [{ commitment = "a" }]
    2:13 missing-key: I outcomes = { … } finns varken ”status”, ”text” eller ”value”.
        Lägg till status = "…", text = "…" eller value = "…" inom { … }. Möjliga värden för status: kept, partly-kept, not-kept, cancelled, not-started, ongoing, not-assessable.
outcomes = [{ commitment = "a", value = "3" }]
outcomes = [{ commitment = "a", text = "", by = ["Polisen"], status = "kept" }]
    2:49 unknown-key: ”by” säger vem ett resultat för hela dokumentet gäller, men här gäller det ett åtagande, som har sitt eget by.
        Ta bort by. Vem som har gjort bedömningen skrivs assessed_by = "…".
outcomes = [{ text = "Bra.", by = ["Polisen"] }]
outcomes = [{ by = ["Polisen"] }]
    2:13 missing-key: outcomes = { … } säger inte hur det gick.
        Gäller det ett åtagande: lägg till commitment = "…" med åtagandets id, och status, text eller value. Gäller det hela dokumentet: lägg till text = "…" eller value = "…" med vad källan säger.
outcomes = [{ löfte = "a", status = "kept" }]
    2:15 toml-syntax: Text ska stå inom raka citattecken, men ”löfte” gör det inte.
        Skriv raden så här: outcomes = [{ "löfte" = "a", status = "kept" }]
outcomes = [{ lofte = "a", status = "kept" }]
    2:13 missing-key: Här står ”status” men inte ”commitment”. En status säger alltid hur det gick med ett visst åtagande.
        Gäller det ett åtagande: lägg till commitment = "…" med åtagandets id. Gäller det hela dokumentet: ta bort status, och skriv vad källan säger i text = "…" eller value = "…".
    2:15 unknown-key: Nyckeln ”lofte” finns inte i outcomes = { … }, så det som står här skulle inte synas någonstans.
        Ta bort raden, sätt # först på den, eller använd någon av nycklarna assessed_by, by, commitment, status, text, value.
answers = []
answers = 3
    2:11 invalid-date: ”3” är inte skrivet som ett datum.
        Datum skrivs år-månad-dag: ÅÅÅÅ-MM-DD. Är bara månaden känd: "ÅÅÅÅ-MM". Bara året: ÅÅÅÅ.

"#]].raw());
}

#[test]
fn municipalities() {
    let of = |mistake: &&str| {
        let text = format!("+++\nkind = \"municipality\"\n{mistake}\n+++\n");
        file("content/kommuner/habo/index.md", mistake, &text)
    };
    let told: String = [
        "title = \"Håbo kommun\"\ncode = \"0305\"",
        "title = \"Håbo kommun\"\ncode = 305",
        "title = \"Håbo kommun\"\ncode = 0305",
        "title = \"Håbo kommun\"\nkod = 0305",
        "title = \"Håbo kommun\"\ncode = \"0643\"",
        "title = \"Håbo kommun\"\ncode = \"9999\"",
        "title = \"Håbo kommun\"\ncode = \"0305\"\ndraft = true",
    ]
    .iter()
    .map(of)
    .collect();
    assert_data_eq!(told, str![[r#"
title = "Håbo kommun"
code = "0305"
title = "Håbo kommun"
code = 305
    4:8 wrong-type: ”code” ska vara text inom citattecken, men här står ett tal utan citattecken.
        Skriv code = "0305"
title = "Håbo kommun"
code = 0305
    4:8 toml-syntax: Ett tal kan inte börja med 0. Koder med inledande nolla skrivs som text, inom citattecken.
        Skriv raden så här: code = "0305"
title = "Håbo kommun"
kod = 0305
    4:7 toml-syntax: Ett tal kan inte börja med 0. Koder med inledande nolla skrivs som text, inom citattecken.
        Skriv raden så här: code = "0305"
title = "Håbo kommun"
code = "0643"
    4:8 unknown-municipality-code: Koden 0643 är Habo, men filen säger ”Håbo kommun”.
        Håbo har koden 0305: skriv code = "0305", eller rätta namnet.
title = "Håbo kommun"
code = "9999"
    4:8 unknown-municipality-code: Ingen kommun har koden ”9999”. Koden är SCB:s, med fyra siffror.
        Håbo har koden 0305: skriv code = "0305"
title = "Håbo kommun"
code = "0305"
draft = true
    5:1 unknown-key: Nyckeln ”draft” finns bara för dokument och sidor, och den här filen har kind = "municipality".
        Ta bort raden, eller rätta kind.

"#]].raw());
}

#[test]
fn commitments_of_agreements_and_plans() {
    let promise = "[[commitments]]\nid = \"a\"\ntext = \"A\"";
    let agreement = |mistake: &str| {
        let text =
            format!("+++\nkind = \"agreement\"\ntitle = \"T\"\nperiod = 2018\n{mistake}\n+++\n");
        file("content/kommuner/habo/2018/a.md", mistake, &text)
    };
    let plan = |mistake: &str| {
        let text = format!("+++\nkind = \"action-plan\"\ntitle = \"T\"\n{mistake}\n+++\n");
        file("content/kommuner/habo/2024/a.md", mistake, &text)
    };
    let told: String = [
        agreement(promise),
        agreement("commitments_complete = false"),
        agreement(&format!("includes_pledge = false\n{promise}")),
        agreement(&format!("includes_pledge = \"ja\"\n{promise}")),
        agreement(&format!("include_pledge = true\n{promise}")),
        agreement(&format!("includes_pledge = true\n{promise}")),
        plan(promise),
        plan(&format!("date = 2024-02\nincludes_pledge = true\n{promise}")),
        plan(&format!("period = 2024\nsigned = 2024-01-31\n{promise}\nwhen = \"under 2024\"")),
        plan("date = \"2024-02\"\n[[commitments]]\ntext = \"A\""),
    ]
    .concat();
    assert_data_eq!(told, str![[r#"
[[commitments]]
id = "a"
text = "A"
    5:1 unknown-key: En överenskommelse har bara ”commitments” när samma papper också är ett medborgarlöfte.
        Är papperet båda delarna: lägg till includes_pledge = true ovanför första raden med [ … ]. Är medborgarlöftet ett eget dokument: flytta raderna till dess fil, som har kind = "pledge".
commitments_complete = false
    5:24 unknown-key: En överenskommelse har bara ”commitments_complete” när samma papper också är ett medborgarlöfte.
        Är papperet båda delarna: lägg till includes_pledge = true ovanför första raden med [ … ]. Är medborgarlöftet ett eget dokument: flytta raderna till dess fil, som har kind = "pledge".
includes_pledge = false
[[commitments]]
id = "a"
text = "A"
    6:1 unknown-key: En överenskommelse har bara ”commitments” när samma papper också är ett medborgarlöfte.
        Är papperet båda delarna: lägg till includes_pledge = true ovanför första raden med [ … ]. Är medborgarlöftet ett eget dokument: flytta raderna till dess fil, som har kind = "pledge".
includes_pledge = "ja"
[[commitments]]
id = "a"
text = "A"
    5:19 wrong-type: ”includes_pledge” ska vara true (ja) eller false (nej), men här står text inom citattecken.
        Skriv includes_pledge = true
include_pledge = true
[[commitments]]
id = "a"
text = "A"
    5:1 unknown-key: Nyckeln ”include_pledge” finns inte, så det som står här skulle inte synas någonstans.
        Menade du ”includes_pledge”? Skriv includes_pledge = true
includes_pledge = true
[[commitments]]
id = "a"
text = "A"
[[commitments]]
id = "a"
text = "A"
    1:1 missing-key: Varken ”date” eller ”period” finns.
        Lägg till en rad som date = ÅÅÅÅ-MM-DD eller period = { from = ÅÅÅÅ-MM-DD, until = ÅÅÅÅ-MM-DD }, före första raden med [ … ]. Anger källan ingen tid: period = "unknown".
date = 2024-02
includes_pledge = true
[[commitments]]
id = "a"
text = "A"
    4:8 toml-syntax: Ett datum utan dag, 2024-02, måste stå inom citattecken.
        Skriv raden så här: date = "2024-02"
    5:1 unknown-key: Nyckeln ”includes_pledge” finns bara för överenskommelser, och den här filen har kind = "action-plan".
        Ta bort raden, eller rätta kind.
period = 2024
signed = 2024-01-31
[[commitments]]
id = "a"
text = "A"
when = "under 2024"
date = "2024-02"
[[commitments]]
text = "A"
    5:1 missing-key: I [[commitments]] saknas nyckeln ”id”.
        Lägg till en rad som id = "…" under raden [[commitments]].

"#]].raw());
}

/// A plan may have most of what a pledge and an agreement have: which of them a file is, only its editor
/// knows.
#[test]
fn a_plan_is_not_told_to_become_something_else() {
    let told = each(
        "action-plan",
        "date = 2024-06-12",
        &["agreement = \"ok.md\"", "includes_pledge = true"],
    );
    assert!(!told.contains("ska det stå kind"), "{told}");
    assert_eq!(told.matches("Ta bort raden, eller rätta kind.").count(), 2, "{told}");
}
