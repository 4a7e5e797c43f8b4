//! The settings and the ledger.

use loftesarkiv::content::{self, RawFile};
use loftesarkiv::ledger;
use snapbox::{IntoData, assert_data_eq, str};

use crate::told;

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
