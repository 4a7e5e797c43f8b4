//! Tables, lists and headings.

use snapbox::{IntoData, assert_data_eq, str};

use crate::{file, pledge};

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
