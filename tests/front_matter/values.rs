//! What the values of keys may be.

use snapbox::{IntoData, assert_data_eq, str};

use crate::{each, pledge};

#[test]
fn dates() {
    let told = pledge(&[
        "signed = 2018-06-31",
        "signed = \"2018-06-31\"",
        "signed = 2017-02-29",
        "signed = \"2018-2\"",
        "signed = 2018-2-1",
        "signed = 2018-02",
        "signed = 1 februari 2018",
        "signed = \"1 februari 2018\"",
        "signed = 20180201",
        "signed = \"2018-13\"",
        "signed = 2018-02-01T10:00:00",
        "signed = \"2018-02-01 10:00\"",
        "signed = 10:00:00",
        "signed = 18-02-01",
        "signed = \"våren 2018\"",
        "signed = 218",
        "signed = true",
        "follow_ups_planned = [2018-05, \"2018-09\"]",
        "follow_ups_planned = [\"maj 2018\", \"2018-09\"]",
    ]);
    assert_data_eq!(told, str![[r#"
signed = 2018-06-31
    2:10 invalid-date: ”2018-06-31” finns inte i almanackan: juni har 30 dagar.
        Rätta dagen. Står det så i källan: skriv det som är säkert, signed = "2018-06", och källans ord i löptexten (för en period: i period_as_printed).
signed = "2018-06-31"
    2:10 invalid-date: ”2018-06-31” finns inte i almanackan: juni har 30 dagar.
        Rätta dagen. Står det så i källan: skriv det som är säkert, signed = "2018-06", och källans ord i löptexten (för en period: i period_as_printed).
signed = 2017-02-29
    2:10 invalid-date: ”2017-02-29” finns inte i almanackan: februari 2017 har 28 dagar.
        Rätta dagen. Står det så i källan: skriv det som är säkert, signed = "2017-02", och källans ord i löptexten (för en period: i period_as_printed).
signed = "2018-2"
    2:10 invalid-date: ”2018-2” är inte skrivet som ett datum.
        Skriv signed = "2018-02"
signed = 2018-2-1
    2:10 invalid-date: ”2018-2-1” är inte skrivet som ett datum.
        Skriv signed = 2018-02-01
signed = 2018-02
    2:10 toml-syntax: Ett datum utan dag, 2018-02, måste stå inom citattecken.
        Skriv raden så här: signed = "2018-02"
signed = 1 februari 2018
    2:10 invalid-date: ”1 februari 2018” är inte skrivet som ett datum.
        Skriv signed = 2018-02-01
signed = "1 februari 2018"
    2:10 invalid-date: ”1 februari 2018” är inte skrivet som ett datum.
        Skriv signed = 2018-02-01
signed = 20180201
    2:10 invalid-date: ”20180201” är inte skrivet som ett datum.
        Skriv signed = 2018-02-01
signed = "2018-13"
    2:10 invalid-date: ”2018-13” är inget datum: månad 13 finns inte.
        Datum skrivs år-månad-dag: månaden är 01–12.
signed = 2018-02-01T10:00:00
    2:10 invalid-date: ”2018-02-01T10:00:00” har ett klockslag, men datum i arkivet har inga klockslag.
        Skriv bara datumet: signed = 2018-02-01
signed = "2018-02-01 10:00"
    2:10 invalid-date: ”2018-02-01 10:00” har ett klockslag, men datum i arkivet har inga klockslag.
        Skriv bara datumet: signed = 2018-02-01
signed = 10:00:00
    2:10 invalid-date: ”10:00:00” är inte skrivet som ett datum.
        Datum skrivs år-månad-dag: ÅÅÅÅ-MM-DD. Är bara månaden känd: "ÅÅÅÅ-MM". Bara året: ÅÅÅÅ.
signed = 18-02-01
    2:10 invalid-date: ”18-02-01” är inte skrivet som ett datum.
        Datum skrivs år-månad-dag: ÅÅÅÅ-MM-DD. Är bara månaden känd: "ÅÅÅÅ-MM". Bara året: ÅÅÅÅ.
signed = "våren 2018"
    2:10 invalid-date: ”våren 2018” är inte skrivet som ett datum.
        Datum skrivs år-månad-dag: ÅÅÅÅ-MM-DD. Är bara månaden känd: "ÅÅÅÅ-MM". Bara året: ÅÅÅÅ.
signed = 218
    2:10 invalid-date: ”218” är inte skrivet som ett datum.
        Datum skrivs år-månad-dag: ÅÅÅÅ-MM-DD. Är bara månaden känd: "ÅÅÅÅ-MM". Bara året: ÅÅÅÅ.
signed = true
    2:10 wrong-type: ”signed” ska vara ett datum, men här står true (ja).
        Skriv signed = ÅÅÅÅ-MM-DD
follow_ups_planned = [2018-05, "2018-09"]
    2:23 toml-syntax: Ett datum utan dag, 2018-05, måste stå inom citattecken.
        Skriv raden så här: follow_ups_planned = ["2018-05", "2018-09"]
follow_ups_planned = ["maj 2018", "2018-09"]
    2:23 invalid-date: ”maj 2018” är inte skrivet som ett datum.
        Skriv "2018-05"

"#]].raw());
}

#[test]
fn periods() {
    let told = each(
        "agreement",
        "",
        &[
            "period = { from = 2019, until = 2018 }",
            "period = { until = 2018 }",
            "period = { from = 2018, until = \"further-notice\" }",
            "period = { until = \"further-notice\" }",
            "period = { from = 2018, until = \"tills vidare\" }",
            "period = { from = 2018, until = \"okänt\" }",
            "period = { from = \"further-notice\", until = 2018 }",
            "period = \"tills vidare\"",
            "period = {}",
            "period = { from = \"\", until = \"\" }",
            "period = { from = true, until = 2018 }",
            "period = { to = 2018 }",
            "period = { from = 2018, to = 2019 }",
            "period = 2018-2019",
            "period = \"2018–2019\"",
            "period = \"20190601-20211231\"",
            "period = \"okänd\"",
            "period = [2018, 2019]",
            "period = { from = 2018-07-01, until = 2018-06-31 }",
            "",
        ],
    );
    assert_data_eq!(told, str![[r#"
period = { from = 2019, until = 2018 }
    2:19 period-reversed: Perioden slutar (2018) innan den börjar (2019).
        Kontrollera i källan. Har datumen bytt plats ska det stå from = 2018 och until = 2019.
period = { until = 2018 }
period = { from = 2018, until = "further-notice" }
period = { until = "further-notice" }
period = { from = 2018, until = "tills vidare" }
    2:33 invalid-date: Att något gäller tills vidare skrivs med de engelska orden.
        Skriv until = "further-notice"
period = { from = 2018, until = "okänt" }
    2:33 invalid-date: Ett slut som källan inte säger skrivs inte ut.
        Ta bort ”until”.
period = { from = "further-notice", until = 2018 }
    2:19 invalid-date: ”further-notice” är inte skrivet som ett datum.
        Tills vidare är ett slut på en period: period = { from = ÅÅÅÅ-MM-DD, until = "further-notice" }. Säger källan ingen början: { until = "further-notice" }.
period = "tills vidare"
    2:10 invalid-date: ”tills vidare” är inte skrivet som ett datum.
        Tills vidare är ett slut på en period: period = { from = ÅÅÅÅ-MM-DD, until = "further-notice" }. Säger källan ingen början: { until = "further-notice" }.
period = {}
    2:10 missing-key: I period = { … } finns varken ”from” eller ”until”.
        Lägg till from = ÅÅÅÅ-MM-DD eller until = ÅÅÅÅ-MM-DD inom { … }.
period = { from = "", until = "" }
    2:10 missing-key: I period = { … } finns varken ”from” eller ”until”.
        Lägg till from = ÅÅÅÅ-MM-DD eller until = ÅÅÅÅ-MM-DD inom { … }.
period = { from = true, until = 2018 }
    2:19 wrong-type: ”from” ska vara ett datum, men här står true (ja).
        Skriv from = ÅÅÅÅ-MM-DD
period = { to = 2018 }
    2:12 unknown-key: Nyckeln ”to” finns inte i period = { … }, så det som står här skulle inte synas någonstans.
        Menade du ”until”? Skriv until = 2018
period = { from = 2018, to = 2019 }
    2:25 unknown-key: Nyckeln ”to” finns inte i period = { … }, så det som står här skulle inte synas någonstans.
        Menade du ”until”? Skriv until = 2019
period = 2018-2019
    2:10 invalid-date: ”2018-2019” är inte skrivet som ett datum.
        Det ser ut som två datum. En period skrivs period = { from = 2018, until = 2019 }
period = "2018–2019"
    2:10 invalid-date: ”2018–2019” är inte skrivet som ett datum.
        Det ser ut som två datum. En period skrivs period = { from = 2018, until = 2019 }
period = "20190601-20211231"
    2:10 invalid-date: ”20190601-20211231” är inte skrivet som ett datum.
        Det ser ut som två datum. En period skrivs period = { from = 2019-06-01, until = 2021-12-31 }
period = "okänd"
    2:10 invalid-date: Att källan inte anger någon period skrivs med det engelska ordet.
        Skriv period = "unknown"
period = [2018, 2019]
    2:10 wrong-type: ”period” ska vara en period, men här står en lista, [ … ].
        Skriv period = { from = 2018, until = 2019 }
period = { from = 2018-07-01, until = 2018-06-31 }
    2:39 invalid-date: ”2018-06-31” finns inte i almanackan: juni har 30 dagar.
        Rätta dagen. Står det så i källan: skriv det som är säkert, period = { from = 2018-07-01, until = "2018-06" }, och källans ord i löptexten (för en period: i period_as_printed).
    1:1 missing-key: Nyckeln ”period” saknas.
        Lägg till en rad som period = { from = ÅÅÅÅ-MM-DD, until = ÅÅÅÅ-MM-DD }, före första raden med [ … ]. Anger källan ingen tid: period = "unknown".

"#]].raw());
}

#[test]
fn values() {
    let told = pledge(&[
        "draft = \"true\"",
        "draft = True",
        "draft = ja",
        "summary = 2018",
        "summary = [\"Om\"]",
        "wording = \"ordagrant\"",
        "language = \"svenska\"",
        "aliases = \"/gammal.html\"",
        "aliases = \"https://www.habo.se/loften/2018\"",
        "aliases = \"gammal/\"",
        "accept = [{ code = \"phone\", reason = \"x\" }]",
        "accept = [{ code = \"toml-syntax\", reason = \"x\" }]",
        "accept = [{ code = \"phone-number\" }]",
        "sources = [{ url = \"www.polisen.se\" }]",
        "sources = [{ url = \"javascript:alert(1)\" }]",
        "images = [{ file = \"a.jpg\" }]",
        "contact = { email = \"kommunen(at)habo.se\" }",
        "ended = { date = 2018 }",
        "commitments = [{ id = \"Synlig polis\", text = \"x\" }]",
        "commitments = [{ id = \"a\", text = \"x\" }, { id = \"a\", text = \"y\" }]",
    ]);
    assert_data_eq!(told, str![[r#"
draft = "true"
    2:9 wrong-type: ”draft” ska vara true (ja) eller false (nej), men här står text inom citattecken.
        Skriv draft = true
draft = True
    2:9 toml-syntax: Ja och nej skrivs true och false, med små bokstäver och utan citattecken.
        Skriv raden så här: draft = true
draft = ja
    2:9 toml-syntax: Ja och nej skrivs true och false, med små bokstäver och utan citattecken.
        Skriv raden så här: draft = true
summary = 2018
    2:11 wrong-type: ”summary” ska vara text inom citattecken, men här står ett tal utan citattecken.
        Skriv summary = "2018"
summary = ["Om"]
    2:11 wrong-type: ”summary” ska vara text inom citattecken, men här står en lista, [ … ].
        Skriv summary = "Om"
wording = "ordagrant"
    2:11 unknown-value: ”wording” kan inte vara ”ordagrant”: det är inget av de ord som arkivet känner.
        Menade du wording = "verbatim"? Möjliga värden: verbatim, excerpt, summary, mentioned.
language = "svenska"
    2:12 unknown-value: ”svenska” är ingen språkkod. Koderna är två eller tre bokstäver: sv, en, fi, so.
        Skriv language = "sv"
aliases = "/gammal.html"
    2:11 invalid-address: ”/gammal.html” är ingen adress på webbplatsen. En tidigare adress skrivs utan inledande /, utan https:// och med filnamn.
        Skriv "gammal.html"
aliases = "https://www.habo.se/loften/2018"
    2:11 invalid-address: ”https://www.habo.se/loften/2018” är ingen adress på webbplatsen. En tidigare adress skrivs utan inledande /, utan https:// och med filnamn.
        Skriv "loften/2018/index.html"
aliases = "gammal/"
    2:11 invalid-address: Adressen ”gammal/” slutar med / och gäller då en hel mapp. Så kan det bara stå i index.md för en kommun eller ett område, och den här filen är något annat.
        Skriv "gammal/index.html"
accept = [{ code = "phone", reason = "x" }]
    2:20 unknown-value: Det finns ingen varning som heter ”phone”.
        Skriv koden som står vid varningen, till exempel phone-number.
accept = [{ code = "toml-syntax", reason = "x" }]
    2:20 unknown-value: ”toml-syntax” är ett fel, och fel kan inte godkännas, bara rättas.
        Ta bort den ur accept, och rätta felet där det står.
accept = [{ code = "phone-number" }]
    2:11 reason-missing: Här saknas skälet: ”reason” måste säga varför.
        Lägg till reason = "…" med skälet, så som källan anger det.
sources = [{ url = "www.polisen.se" }]
    2:20 unsafe-link: ”www.polisen.se” är ingen webbadress: den ska börja med https:// eller http:// och inte innehålla blanksteg eller citattecken.
        Skriv "https://www.polisen.se"
sources = [{ url = "javascript:alert(1)" }]
    2:20 unsafe-link: ”javascript:alert(1)” är ingen webbadress: den ska börja med https:// eller http:// och inte innehålla blanksteg eller citattecken.
        Skriv hela adressen, från https:// och framåt, så som den står i webbläsarens adressfält.
images = [{ file = "a.jpg" }]
    2:20 image-alt-missing: Bilden ”a.jpg” saknar text för den som inte ser den.
        Lägg till raden alt = "…" med vad bilden visar, eller decorative = true om bilden inte säger något som inte står i texten.
contact = { email = "kommunen(at)habo.se" }
    2:21 unknown-value: ”kommunen(at)habo.se” är ingen e-postadress.
        Skriv bara adressen: "…@…".
ended = { date = 2018 }
    2:9 reason-missing: Här saknas skälet: ”reason” måste säga varför.
        Lägg till reason = "…" med skälet, så som källan anger det.
commitments = [{ id = "Synlig polis", text = "x" }]
    2:23 unknown-value: ”Synlig polis” kan inte vara ett åtagandes id: där får bara stå a–z, 0–9 och bindestreck, eftersom det blir en del av sidans adress.
        Skriv id = "synlig-polis"
commitments = [{ id = "a", text = "x" }, { id = "a", text = "y" }]
    2:49 commitment-duplicate: Två åtaganden har samma id, ”a”: det första står på rad 2. Då går det inte att säga vilket en uppföljning gäller.
        Ge ett av dem ett eget id, till exempel "a-2".

"#]].raw());
}
