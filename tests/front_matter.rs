//! What the program says about typical mistakes in front matter and settings: the place, what
//! happened, and what to do. `SNAPSHOTS=overwrite cargo test --test front_matter` rewrites the
//! texts.

use loftesarkiv::content::{self, RawFile};
use loftesarkiv::diagnostic::Problem;
use loftesarkiv::language::Language;
use loftesarkiv::ledger;
use snapbox::{IntoData, assert_data_eq, str};

/// A mistake and, indented, what is said about it in Swedish: place, code, message, help.
fn told(mistake: &str, problems: &[Problem]) -> String {
    let mut told = mistake.lines().map(|line| format!("{line}\n")).collect::<String>();
    for problem in problems {
        let it = problem.diagnostic(Language::Swedish);
        let code = it.code.as_str();
        told += &format!("    {}:{} {code}: {}\n", it.line, it.column, it.message);
        told += &format!("        {}\n", it.help);
    }
    told
}

fn file(path: &str, mistake: &str, text: &str) -> String {
    told(mistake, &content::parse_file(&RawFile::new(path, text.as_bytes())).problems)
}

/// Tries each of these pieces of front matter, from line 2 of a file that is otherwise valid.
fn each(kind: &str, required: &str, mistakes: &[&str]) -> String {
    let told = mistakes.iter().map(|mistake| {
        let text = format!("+++\n{mistake}\n{required}\nkind = \"{kind}\"\ntitle = \"T\"\n+++\n");
        file("content/kommuner/habo/2018/a.md", mistake, &text)
    });
    told.collect()
}

fn pledge(mistakes: &[&str]) -> String {
    each("pledge", "period = 2018", mistakes)
}

/// Whole files.
fn files(path: &str, texts: &[&str]) -> String {
    texts.iter().map(|text| file(path, text, text)).collect()
}

#[test]
fn fences() {
    let told = files(
        "content/a.md",
        &[
            "",
            "# Rubrik\n\nText.\n",
            "---\ntitle: X\n---\n",
            "\n+++\nkind = \"page\"\ntitle = \"T\"\n+++ \n",
            "+++ \nkind = \"page\"\ntitle = \"T\"\n+++\n",
            "+++\nkind = \"page\"\ntitle = \"T\"\n\nText.\n",
            "+++\nkind = \"page\"\ntitle = \"T\"\n---\n\nText.\n",
            "+++\nkind = \"page\"\ntitle = \"T\"\n+å++\n\nText.\n",
            "+++\nkind = \"page\"\ntitle = \"T\"\n\"+++\n\nText.\n",
            "Titel\n+++\nkind = \"page\"\n+++\n",
        ],
    );
    assert_data_eq!(told, str![[r#"
    1:1 front-matter-missing: Filen är tom.
        Ta bort den, eller låt ”loftesarkiv new” skriva en mall att fylla i.
# Rubrik

Text.
    1:1 front-matter-missing: Filen saknar uppgifter om vad den är: den ska börja med raden +++, sedan uppgifter som kind och title, och en rad +++ till.
        Skriv överst i filen, på fyra rader: +++ / kind = "page" / title = "…" / +++
---
title: X
---
    1:1 front-matter-missing: Filens uppgifter står mellan rader med ---, som i andra program. Här ska de stå mellan rader med +++ och skrivas i TOML: nyckel = "värde".
        Byt båda raderna --- mot +++, och skriv uppgifterna som title = "…" i stället för title: …

+++
kind = "page"
title = "T"
+++ 
    2:1 front-matter-missing: Raden +++ måste vara filens allra första, men här står tomma rader före den.
        Ta bort raderna före +++.
    5:1 front-matter-unclosed: Raden +++ som avslutar uppgifterna har blanksteg eller andra osynliga tecken före eller efter plustecknen.
        Ta bort allt på raden utom de tre plustecknen.
+++ 
kind = "page"
title = "T"
+++
    1:1 front-matter-missing: Raden +++ har blanksteg eller andra osynliga tecken före eller efter plustecknen.
        Ta bort allt på raden utom de tre plustecknen.
+++
kind = "page"
title = "T"

Text.
    1:1 front-matter-unclosed: Uppgifterna som börjar här slutar aldrig: raden +++ efter dem saknas.
        Skriv en rad med bara +++ mellan uppgifterna och den löpande texten.
+++
kind = "page"
title = "T"
---

Text.
    4:1 front-matter-unclosed: Uppgifterna ska avslutas med en rad som bara består av +++, men här står ”---”.
        Ändra raden till +++.
+++
kind = "page"
title = "T"
+å++

Text.
    4:1 front-matter-unclosed: Uppgifterna ska avslutas med en rad som bara består av +++, men här står ”+å++”.
        Ändra raden till +++.
+++
kind = "page"
title = "T"
"+++

Text.
    4:1 front-matter-unclosed: Uppgifterna ska avslutas med en rad som bara består av +++, men här står ”"+++”.
        Ändra raden till +++.
Titel
+++
kind = "page"
+++
    1:1 front-matter-missing: Filen ska börja med raden +++, men den står först på rad 2. Det som står före den blir inte läst.
        Flytta det som står före +++ till efter den avslutande raden +++, eller ta bort det.

"#]].raw());
}

#[test]
fn quotes() {
    let told = pledge(&[
        "summary = ”Om löftet”",
        "summary = \"Om löftet”",
        "summary = Om löftet",
        "summary = \"Om löftet",
        "summary = Om löftet\"",
        "summary = 'Om löftet",
        "summary = \"Om \"löftet\" 2018\"",
        "summary = \"Om\" # löftet",
        "summary = \"Om\" löftet",
        "summary = \"Om löftet\",",
        "summary = \"Om löftet\nsom är nytt\"",
        "summary = \"\"\"Om löftet",
        "summary = 12 nya poliser",
        "summary = \"C:\\Users\\text\"",
        "summary = \"a\u{8}b\"",
        "summary = 'it's'",
        "agreement = \"..\\2016\\avtal.md\"",
        "focus = [”unga”, ”trafik”]",
        "focus = [unga, trafik]",
    ]);
    assert_data_eq!(told, str![[r#"
summary = ”Om löftet”
    2:11 toml-syntax: Här står typografiska citattecken, som Word skriver. Runt ett värde ska de vara raka: ".
        Skriv raden så här: summary = "Om löftet"
summary = "Om löftet”
    2:11 toml-syntax: Texten börjar med ett rakt citattecken, ", men slutar med ett typografiskt. Båda ska vara raka.
        Skriv raden så här: summary = "Om löftet"
summary = Om löftet
    2:11 toml-syntax: Text ska stå inom raka citattecken, men ”Om löftet” gör det inte.
        Skriv raden så här: summary = "Om löftet"
summary = "Om löftet
    2:11 toml-syntax: Det avslutande citattecknet saknas.
        Skriv raden så här: summary = "Om löftet"
summary = Om löftet"
    2:11 toml-syntax: Det inledande citattecknet saknas.
        Skriv raden så här: summary = "Om löftet"
summary = 'Om löftet
    2:11 toml-syntax: Texten inom enkla citattecken slutar inte där raden slutar.
        Skriv raden så här: summary = "Om löftet"
summary = "Om "löftet" 2018"
    2:11 toml-syntax: Texten innehåller själv raka citattecken, så den tycks sluta för tidigt.
        Skriv raden så här: summary = "Om ”löftet” 2018"
summary = "Om" # löftet
summary = "Om" löftet
    2:16 toml-syntax: Efter värdets avslutande citattecken står mer text, ”löftet”, som inte hör till något.
        Flytta in texten före citattecknet, sätt # före den om den är en anteckning, eller skriv den på en egen rad.
summary = "Om löftet",
    2:22 toml-syntax: Efter värdet står ”,”, men raden ska sluta med citattecknet.
        Skriv raden så här: summary = "Om löftet"
summary = "Om löftet
som är nytt"
    2:11 toml-syntax: Texten går över flera rader, men inom vanliga citattecken måste den stå på en rad.
        Skriv ihop raderna till en, eller använd tre citattecken före och efter texten: summary = """…"""
summary = """Om löftet
    2:11 toml-syntax: Texten som börjar här slutar aldrig: de tre avslutande citattecknen saknas.
        Skriv tre citattecken, """, där texten slutar.
summary = 12 nya poliser
    2:11 toml-syntax: Text ska stå inom raka citattecken, men ”12 nya poliser” gör det inte.
        Skriv raden så här: summary = "12 nya poliser"
summary = "C:\Users\text"
    2:14 toml-syntax: Ett omvänt snedstreck, \, har särskild betydelse inom citattecken.
        Skriv raden så här: summary = 'C:\Users\text'
summary = "ab"
    2:13 toml-syntax: Här står ett styrtecken som inte kan finnas i en text, troligen inklistrat.
        Ta bort det, eller skriv om ordet där det står.
summary = 'it's'
    2:11 toml-syntax: Texten inom enkla citattecken slutar inte där raden slutar.
        Skriv raden så här: summary = "it's"
agreement = "..\2016\avtal.md"
    2:16 toml-syntax: Ett omvänt snedstreck, \, har särskild betydelse inom citattecken.
        Skriv raden så här: agreement = "../2016/avtal.md"
focus = [”unga”, ”trafik”]
    2:10 toml-syntax: Här står typografiska citattecken, som Word skriver. Runt ett värde ska de vara raka: ".
        Skriv raden så här: focus = ["unga", "trafik"]
focus = [unga, trafik]
    2:10 toml-syntax: Text ska stå inom raka citattecken, men ”unga” gör det inte.
        Skriv raden så här: focus = ["unga", "trafik"]

"#]].raw());
}

#[test]
fn keys_and_lines() {
    let told = pledge(&[
        "sammanfattning = \"Om\"",
        "sumary = \"Om\"",
        "ämne = \"unga\"",
        "follow ups planned = [\"2018-05\"]",
        "summary: Om löftet",
        "summary \"Om löftet\"",
        "summary",
        "summary =",
        "summary == \"Om\"",
        "= \"Om\"",
        "// anteckning",
        "- unga",
        "---",
        "Löftet gäller hela kommunen.",
        "summary = \"a\"\nsummary = \"b\"",
        "\u{a0}summary = \"Om\"",
        "summary\u{a0}=\u{a0}\"Om\"",
        "<<<<<<< HEAD",
        "outcomes = []",
        "code = \"0305\"",
        "okänd = 1",
        "fokus_område_x = 1",
    ]);
    assert_data_eq!(told, str![[r#"
sammanfattning = "Om"
    2:1 unknown-key: Nyckeln ”sammanfattning” finns inte, så det som står här skulle inte synas någonstans.
        Menade du ”summary”? Skriv summary = "Om"
sumary = "Om"
    2:1 unknown-key: Nyckeln ”sumary” finns inte, så det som står här skulle inte synas någonstans.
        Menade du ”summary”? Skriv summary = "Om"
ämne = "unga"
    2:1 toml-syntax: Nyckeln ”ämne” innehåller å, ä eller ö. Nycklarna är engelska ord med bokstäverna a–z.
        Skriv raden så här: focus = "unga"
follow ups planned = ["2018-05"]
    2:1 toml-syntax: ”follow ups planned” före = är flera ord. En nyckel är ett enda ord, med _ där det annars stått blanksteg.
        Skriv raden så här: follow_ups_planned = ["2018-05"]
summary: Om löftet
    2:8 toml-syntax: Mellan nyckel och värde ska det stå =, men här står kolon.
        Skriv raden så här: summary = "Om löftet"
summary "Om löftet"
    2:1 toml-syntax: Nyckeln ”summary” saknar = och ett värde.
        Skriv raden så här: summary = "Om löftet"
summary
    2:1 toml-syntax: Nyckeln ”summary” saknar = och ett värde.
        Skriv raden så här: summary = "…"
summary =
    2:1 toml-syntax: Nyckeln ”summary” har inget värde.
        Skriv ett värde efter =, som summary = "…", eller sätt # först på raden så länge.
summary == "Om"
    2:10 toml-syntax: Här står två likhetstecken.
        Skriv raden så här: summary = "Om"
= "Om"
    2:1 toml-syntax: Det står ingen nyckel före =.
        Skriv nyckelns namn först på raden, till exempel title = "…"
// anteckning
    2:1 toml-syntax: Anteckningar i uppgifterna börjar med #.
        Skriv raden så här: # anteckning
- unga
    2:1 toml-syntax: Listor skrivs inte med streck eller punkter, utan inom hakparenteser.
        Skriv listan efter sin nyckel, till exempel focus = ["unga", "trafik"]
---
    2:1 toml-syntax: Här står bara streck. Uppgifterna slutar vid en rad med tre plustecken, +++.
        Ta bort raden, eller skriv +++ om uppgifterna ska sluta här.
Löftet gäller hela kommunen.
    2:1 toml-syntax: Här står text som inte hör till någon nyckel.
        Löptext skrivs efter den avslutande raden +++. Är raden en anteckning: sätt # först. Hör den till raden före: skriv allt på en rad, inom citattecken.
summary = "a"
summary = "b"
    3:1 toml-syntax: ”summary” står två gånger, också på rad 2. Då går det inte att veta vilken som gäller.
        Behåll den ena raden och ta bort den andra. Hör de till olika poster i en lista: skriv en ny rad med [[ … ]] mellan dem.
 summary = "Om"
    2:1 toml-syntax: Här står ett hårt blanksteg (U+00A0), troligen inklistrat från Word eller en webbsida. Det ser ut som ett vanligt blanksteg, men är det inte.
        Ta bort det, eller ersätt det med ett vanligt blanksteg. Skriv raden så här: summary = "Om"
summary = "Om"
    2:8 toml-syntax: Här står ett hårt blanksteg (U+00A0), troligen inklistrat från Word eller en webbsida. Det ser ut som ett vanligt blanksteg, men är det inte.
        Ta bort det, eller ersätt det med ett vanligt blanksteg. Skriv raden så här: summary = "Om"
<<<<<<< HEAD
    2:1 toml-syntax: Här har två ändringar av samma fil inte kunnat slås ihop: versionshanteringen har lämnat kvar båda.
        Välj det som ska gälla, och ta bort raderna som börjar med <<<<<<<, ======= och >>>>>>>.
outcomes = []
    2:1 unknown-key: Nyckeln ”outcomes” finns bara för uppföljningar, och den här filen har kind = "pledge".
        Ta bort raden, eller rätta kind.
code = "0305"
    2:1 unknown-key: Nyckeln ”code” finns bara för kommuner, och den här filen har kind = "pledge".
        Ta bort raden, eller rätta kind.
okänd = 1
    2:1 toml-syntax: Nyckeln ”okänd” innehåller å, ä eller ö. Nycklarna är engelska ord med bokstäverna a–z.
        Använd en av de nycklar som handboken tar upp, till exempel title eller summary. Är raden en anteckning: sätt # först.
fokus_område_x = 1
    2:1 toml-syntax: Nyckeln ”fokus_område_x” innehåller å, ä eller ö. Nycklarna är engelska ord med bokstäverna a–z.
        Använd en av de nycklar som handboken tar upp, till exempel title eller summary. Är raden en anteckning: sätt # först.

"#]].raw());
}

#[test]
fn tables_and_lists() {
    let told = pledge(&[
        "focus = [\"unga\", \"trafik\"",
        "focus = [\n  \"unga\"\n  \"trafik\"\n]",
        "focus = [\"unga\" \"trafik\"]",
        "focus = [\"unga\"å, \"trafik\"]",
        "focus = [\"unga\",, \"trafik\"]",
        "focus = [narkotika, fler patruller, 2018-05, \"x\"]",
        "focus = [\n  inbrott,\n  \"trafik\",\n]",
        "focus = unga, trafik",
        "focus = \"unga\", \"trafik\"",
        "announced = { from = 2018",
        "accept = [{ code: \"phone-number\", reason: \"växeln\" }]",
    ]);
    assert_data_eq!(
        told,
        str![[r#"
focus = ["unga", "trafik"
    2:9 toml-syntax: Listan som börjar här slutar aldrig: hakparentesen ] saknas.
        Skriv raden så här: focus = ["unga", "trafik"]
focus = [
  "unga"
  "trafik"
]
    4:3 toml-syntax: Före det här värdet saknas ett kommatecken.
        Skriv ett kommatecken sist på raden före: "unga",
focus = ["unga" "trafik"]
    2:16 toml-syntax: Mellan värdena saknas ett kommatecken.
        Skriv raden så här: focus = ["unga", "trafik"]
focus = ["unga"å, "trafik"]
    2:16 toml-syntax: Mellan värdena saknas ett kommatecken.
        Skriv raden så här: focus = ["unga", å, "trafik"]
focus = ["unga",, "trafik"]
    2:17 toml-syntax: Här står ett kommatecken för mycket.
        Ta bort det.
focus = [narkotika, fler patruller, 2018-05, "x"]
    2:10 toml-syntax: Text ska stå inom raka citattecken, men ”narkotika” gör det inte.
        Skriv raden så här: focus = ["narkotika", "fler patruller", "2018-05", "x"]
focus = [
  inbrott,
  "trafik",
]
    3:3 toml-syntax: Text ska stå inom raka citattecken, men ”inbrott” gör det inte.
        Skriv raden så här: "inbrott",
focus = unga, trafik
    2:9 toml-syntax: Flera värden skrivs som en lista, inom hakparenteser.
        Skriv raden så här: focus = ["unga", "trafik"]
focus = "unga", "trafik"
    2:9 toml-syntax: Flera värden skrivs som en lista, inom hakparenteser.
        Skriv raden så här: focus = ["unga", "trafik"]
announced = { from = 2018
    2:13 toml-syntax: Parentesen { som öppnas här stängs aldrig: } saknas.
        Skriv raden så här: announced = { from = 2018 }
accept = [{ code: "phone-number", reason: "växeln" }]
    2:17 toml-syntax: Mellan nyckel och värde ska det stå =, men här står kolon.
        Skriv raden så här: accept = [{ code = "phone-number", reason = "växeln" }]

"#]]
        .raw()
    );
}

#[test]
fn headers() {
    let after = |mistake: &&str| {
        let text =
            format!("+++\nkind = \"pledge\"\ntitle = \"T\"\nperiod = 2018\n{mistake}\n+++\n");
        file("content/a.md", mistake, &text)
    };
    let told: String = [
        "[[signatories]\nname = \"A\"",
        "[[sources]]\n[[sources]]\npublisher = \"Polisen\"",
        "[signatories]\nname = \"A\"",
        "[signatories]\nname = \"A\"\n[signatories]\nname = \"B\"",
        "[[ended]]\ndate = 2018\nreason = \"x\"",
        "[[signatories]]\nname = \"A\"\nfocus = \"unga\"",
        "[[signatories]]\nname = \"A\"\nname = \"B\"",
        "[[signatories]]\nrole = \"chef\"",
        "[kontakt]\nname = \"A\"",
        "sources = \"https://polisen.se\"",
        "[[källor]]\nurl = \"https://polisen.se\"",
        "[[signatories]]\nname = \"A\"\nrol = \"chef\"\nperson = \"a\"\nwebb = 1",
        "[[commitments]]\nid = \"a\"\ntext = \"x\"\nstatus = \"kept\"",
    ]
    .iter()
    .map(after)
    .collect();
    assert_data_eq!(told, str![[r#"
[[signatories]
name = "A"
    5:1 toml-syntax: Hakparenteserna runt signatories går inte ihop.
        Skriv raden så här: [[signatories]]
[[sources]]
[[sources]]
publisher = "Polisen"
    5:1 missing-key: Under [[sources]] står ingenting.
        Fyll i gruppen, eller ta bort raden.
[signatories]
name = "A"
    5:1 wrong-type: Av [signatories] kan det finnas flera, så raden skrivs med dubbla hakparenteser.
        Skriv [[signatories]]
[signatories]
name = "A"
[signatories]
name = "B"
    7:2 toml-syntax: [signatories] står här för andra gången. En grupp som kan finnas flera gånger skrivs med dubbla hakparenteser.
        Skriv [[signatories]] på båda ställena.
[[ended]]
date = 2018
reason = "x"
    5:1 wrong-type: Av [[ended]] finns det bara en, så raden skrivs med enkla hakparenteser.
        Skriv [ended]
[[signatories]]
name = "A"
focus = "unga"
    7:1 unknown-key: Nyckeln ”focus” gäller hela filen, men står under raden [[signatories]] och hör därför till den.
        Flytta raden ovanför första raden med [ … ].
[[signatories]]
name = "A"
name = "B"
    7:1 toml-syntax: ”name” står två gånger, också på rad 6. Då går det inte att veta vilken som gäller.
        Behåll den ena raden och ta bort den andra. Hör de till olika poster i en lista: skriv en ny rad med [[ … ]] mellan dem.
[[signatories]]
role = "chef"
    5:1 missing-key: I [[signatories]] saknas nyckeln ”name”.
        Lägg till en rad som name = "…" under raden [[signatories]].
[kontakt]
name = "A"
    5:2 unknown-key: Nyckeln ”kontakt” finns inte, så det som står här skulle inte synas någonstans.
        Menade du ”contact”? Skriv [contact]
sources = "https://polisen.se"
    5:11 wrong-type: ”sources” ska vara nycklar under en egen rad [[sources]], men här står text inom citattecken.
        Skriv raden [[sources]] och nycklarna på raderna under den.
[[källor]]
url = "https://polisen.se"
    5:1 toml-syntax: En rad som börjar med [ är en rubrik för en grupp av nycklar, men ”källor” kan inte vara en sådan.
        Skriv raden så här: [[sources]]
[[signatories]]
name = "A"
rol = "chef"
person = "a"
webb = 1
    7:1 unknown-key: Nyckeln ”rol” finns inte i [[signatories]], så det som står här skulle inte synas någonstans.
        Menade du ”role”? Skriv role = "chef"
    9:1 unknown-key: Nyckeln ”webb” finns inte i [[signatories]], så det som står här skulle inte synas någonstans.
        Ta bort raden, sätt # först på den, eller använd någon av nycklarna acting, name, organisation, person, political_party, role.
[[commitments]]
id = "a"
text = "x"
status = "kept"
    8:1 unknown-key: Nyckeln ”status” finns inte i [[commitments]], så det som står här skulle inte synas någonstans.
        Nyckeln hör hemma under [[outcomes]], som bara finns i uppföljningar. Skriv den där, eller ta bort den.

"#]].raw());
}

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
        Skriv period = { from = ÅÅÅÅ-MM-DD, until = ÅÅÅÅ-MM-DD }
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
fn settings() {
    let of = |text: &&str| {
        told(text, &content::parse_settings(&RawFile::new("site.toml", text.as_bytes())).1)
    };
    let told: String = [
        "language = \"sv\"",
        "title = \"A\"\nlanguage = \"svenska\"",
        "title = \"A\"\nbase_url = \"www.habo.se\"",
        "title = \"A\"\nbase_url = \"https://habo.se/?a\"",
        "title = \"A\"\ncolour = \"blå\"",
        "title = \"A\"\ncolour = \"00498f\"",
        "title = \"A\"\ntheme = \"themes/egen\"",
        "titel = \"A\"\nfärg = \"#fff\"",
        "title = \"A\"\n[accessibility]\nstatus = \"delvis\"\npublisher = \"B\"",
        "title = \"A\"\n[[accessibility.faults]]\nreason = \"B\"",
    ]
    .iter()
    .map(of)
    .collect();
    assert_data_eq!(told, str![[r##"
language = "sv"
    1:1 missing-key: Nyckeln ”title” saknas.
        Lägg till en rad som title = "…", före första raden med [ … ].
title = "A"
language = "svenska"
    2:12 unknown-value: ”language” kan inte vara ”svenska”: det är inget av de ord som arkivet känner.
        Menade du language = "sv"? Möjliga värden: sv, en.
title = "A"
base_url = "www.habo.se"
    2:12 unsafe-link: ”www.habo.se” är ingen webbadress: den ska börja med https:// eller http:// och inte innehålla blanksteg eller citattecken.
        Skriv "https://www.habo.se"
title = "A"
base_url = "https://habo.se/?a"
    2:12 invalid-address: Webbplatsens adress kan inte innehålla ? eller #: alla sidor ska kunna stå under den.
        Skriv base_url = "https://habo.se/"
title = "A"
colour = "blå"
    2:10 unknown-value: ”blå” är ingen färgkod.
        Skriv färgen som i kommunens grafiska profil, med # och sex tecken: colour = "#00498f"
title = "A"
colour = "00498f"
    2:10 unknown-value: ”00498f” är ingen färgkod.
        Skriv colour = "#00498f"
title = "A"
theme = "themes/egen"
    2:9 unknown-value: ”themes/egen” är inget namn på en mapp i themes.
        Skriv bara mappens namn, till exempel theme = "default"
titel = "A"
färg = "#fff"
    1:1 unknown-key: Nyckeln ”titel” finns inte, så det som står här skulle inte synas någonstans.
        Menade du ”title”? Skriv title = "A"
    2:1 toml-syntax: Nyckeln ”färg” innehåller å, ä eller ö. Nycklarna är engelska ord med bokstäverna a–z.
        Skriv raden så här: colour = "#fff"
title = "A"
[accessibility]
status = "delvis"
publisher = "B"
    3:10 unknown-value: ”status” kan inte vara ”delvis”: det är inget av de ord som arkivet känner.
        Menade du status = "partial"? Möjliga värden: full, partial, none.
    4:1 unknown-key: Nyckeln ”publisher” gäller hela filen, men står under raden [accessibility] och hör därför till den.
        Flytta raden ovanför första raden med [ … ].
title = "A"
[[accessibility.faults]]
reason = "B"
    2:1 missing-key: I [[accessibility.faults]] saknas nyckeln ”text”.
        Lägg till en rad som text = "…" under raden [[accessibility.faults]].

"##]].raw());
}

#[test]
fn the_ledger() {
    let of =
        |text: &&str| told(text, &ledger::read(&RawFile::new("addresses.toml", text.as_bytes())).1);
    let told: String = [
        "published = [\n\"index.html\",\n\"/a.html\",\n]",
        "[[withdrawn]]\naddress = \"a.html\"\ndate = 2026",
        "published = [\n<<<<<<< HEAD\n\"a.html\",\n=======\n\"b.html\",\n>>>>>>> x\n]",
    ]
    .iter()
    .map(of)
    .collect();
    assert_data_eq!(told, str![[r#"
published = [
"index.html",
"/a.html",
]
    3:1 invalid-address: ”/a.html” är ingen adress.
        Programmet skriver listan själv. Hämta tillbaka raden som den var, till exempel ur versionshanteringen eller en säkerhetskopia.
[[withdrawn]]
address = "a.html"
date = 2026
    1:1 missing-key: I [[withdrawn]] saknas nyckeln ”decision”.
        Lägg till en rad som decision = "…" under raden [[withdrawn]].
    1:1 reason-missing: Här saknas skälet: ”reason” måste säga varför.
        Lägg till reason = "…" med skälet, så som källan anger det.
    3:8 invalid-date: Dagen för beslutet behövs, inte bara månad eller år.
        Skriv hela dagen: date = ÅÅÅÅ-MM-DD
published = [
<<<<<<< HEAD
"a.html",
=======
"b.html",
>>>>>>> x
]
    2:1 toml-syntax: Här har två ändringar av samma fil inte kunnat slås ihop: versionshanteringen har lämnat kvar båda.
        Välj det som ska gälla, och ta bort raderna som börjar med <<<<<<<, ======= och >>>>>>>.

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
