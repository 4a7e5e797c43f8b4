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

#[test]
fn the_pages_of_an_original_are_told_if_they_can_be_counted() {
    let pdf = |count: u32| {
        format!(
            "%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n\
             2 0 obj\n<< /Type /Pages /Kids [3 0 R 4 0 R] /Count {count} >>\nendobj\n\
             3 0 obj\n<< /Type /Page >>\nendobj\n4 0 obj\n<< /Type /Page >>\nendobj\n\
             trailer\n<< /Root 1 0 R >>\n"
        )
    };
    let page = "kommuner/habo/2018/medborgarlofte.html";
    let site = |count: u32| {
        Site::empty()
            .write("site.toml", "title = \"Arkivet\"\n")
            .write(
                "content/kommuner/habo/index.md",
                "+++\nkind = \"municipality\"\ntitle = \"Håbo kommun\"\ncode = \"0305\"\n+++\n",
            )
            .write("content/kommuner/habo/2018/lofte.PDF", pdf(count))
            .write(
                "content/kommuner/habo/2018/medborgarlofte.md",
                "+++\nkind = \"pledge\"\ntitle = \"Löfte\"\nperiod = 2018\n\n[[attachments]]\n\
                 file = \"lofte.PDF\"\ntitle = \"Medborgarlöftet\"\noriginal = true\n+++\n\nText.\n",
            )
            .build()
    };
    site(2).has(page, "Originalet: Medborgarlöftet (pdf, 2 sidor, ");
    // The file states one number and has another: nothing is said.
    site(7).has(page, "Originalet: Medborgarlöftet (pdf, ").lacks(page, "sidor");
}
