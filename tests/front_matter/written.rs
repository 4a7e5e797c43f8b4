//! How front matter is written: fences, quotes, lines, tables and headings.

use snapbox::{IntoData, assert_data_eq, str};

use crate::{files, pledge};

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
