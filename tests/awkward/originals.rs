//! Names that sources give themselves, excerpts, originals, and notices that are reports.

use crate::support::Site;

#[test]
fn a_document_is_called_what_its_source_calls_it() {
    let pledge = "content/kommuner/habo/2026/medborgarlofte.md";
    let (page, place) = ("kommuner/habo/2026/medborgarlofte.html", "kommuner/habo/index.html");
    let site = Site::from("errors/outcome-duplicate")
        .remove("content/kommuner/habo/2026/uppfoljning.md")
        .change(pledge, "kind =", "called = \"Avsiktsförklaring\"\nwording = \"excerpt\"\nkind =")
        .change(
            pledge,
            "[[sources]]",
            "[[attachments]]\nfile = \"lofte.txt\"\ntitle = \"Löftet\"\noriginal = true\n\n\
             [[attachments]]\nfile = \"bilaga.txt\"\ntitle = \"En bilaga\"\n\n[[sources]]",
        )
        .write("content/kommuner/habo/2026/lofte.txt", "Originalet.\n")
        .write("content/kommuner/habo/2026/bilaga.txt", "Bilagan.\n")
        .write(
            "content/kommuner/habo/2026/rapport.md",
            "+++\nkind = \"notice\"\ntype = \"report\"\ntitle = \"Forskarna om löftet\"\n\
             published = \"2026-03\"\nabout = \"medborgarlofte.md\"\n\n[[sources]]\n\
             publisher = \"Universitetet\"\ntitle = \"Forskarna om löftet\"\n+++\n\nText.\n",
        )
        .build()
        .has(page, "Avsiktsförklaring")
        .lacks(page, "Ett medborgarlöfte")
        .has(page, "Ett utdrag ur originalet.")
        .has(page, "Originalet: Löftet (txt")
        .has(page, "Bilagor En bilaga")
        .has(place, "Avsiktsförklaring")
        .has(place, "Utdrag ur originalet")
        .has("handlingar/index.html", "Avsiktsförklaring")
        .has("kommuner/habo/2026/rapport.html", "Rapport");
    let text = site.text(page);
    let at = |words: &str| text.find(words).unwrap_or_else(|| panic!("{words}: {text}"));
    assert!(at("Originalet: Löftet") < at("Uppgifter om dokumentet"), "{text}");
    assert_eq!(text.matches("Löftet (txt").count(), 1, "{text}");
}
