//! Drafts from files, by the command and in the desk's file of a site.

use crate::made::{paragraph, word};
use crate::support::Site;

fn site() -> Site {
    Site::empty().write("site.toml", "title = \"Arkivet\"\n").write(
        "content/kommuner/habo/index.md",
        "+++\nkind = \"municipality\"\ntitle = \"Håbo kommun\"\ncode = \"0305\"\n+++\n",
    )
}

/// A signed pledge.
fn pledge() -> Vec<u8> {
    let body = [
        paragraph("Rubrik1", "Medborgarlöfte Håbo kommun 2025"),
        paragraph("", "Vi lovar."),
        paragraph("", "Håbo den 3 februari 2025"),
        paragraph("", "Anna Berg, kommunstyrelsens ordförande"),
    ];
    word(&body.concat())
}

#[test]
fn a_signed_pledge_becomes_a_draft_with_its_original() {
    let site = site().write("Löfte 2025.docx", pledge());
    let told = site.run(&["import", site.path("Löfte 2025.docx").to_str().expect("text")]);
    let told = told.ends(0, &["content/kommuner/habo/2025/medborgarlofte.md är skapad", "gissad"]);
    assert!(!told.stderr.contains("bild"), "{}", told.stderr);
    assert_eq!(
        site.read("content/kommuner/habo/2025/medborgarlofte.md"),
        "+++\nkind = \"pledge\"\ntitle = \"Medborgarlöfte Håbo 2025\"\ndraft = true\narchived = 2026-11-22\n\
         # Förslag ur filens text, att jämföra med källan:\n# title = \"Medborgarlöfte Håbo kommun 2025\"\n# period = 2025  (”Medborgarlöfte Håbo kommun 2025”)\n# signed = 2025-02-03  (”Håbo den 3 februari 2025”)\n\
         # [[signatories]] name = \"Anna Berg\", role = \"kommunstyrelsens ordförande\"\n\n\
         [[attachments]]\nfile = \"lofte-2025.docx\"\ntitle = \"Löfte 2025\"\noriginal = true\n+++\n\n\
         # Medborgarlöfte Håbo kommun 2025\n\nVi lovar.\n\nHåbo den 3 februari 2025\n\nAnna Berg, kommunstyrelsens ordförande\n"
    );
    assert_eq!(
        std::fs::read(site.path("content/kommuner/habo/2025/lofte-2025.docx")).expect("the file"),
        pledge()
    );
    site.run(&["check"]).ends(0, &[]);
    // Once more: neither is written over.
    let again = site.run(&["import", site.path("Löfte 2025.docx").to_str().expect("text")]);
    again.ends(0, &["medborgarlofte-2.md är skapad"]);
    assert!(site.path("content/kommuner/habo/2025/lofte-2025-2.docx").exists());
}

#[test]
fn a_paper_of_several_municipalities_becomes_a_joint_draft() {
    let enkoping =
        "+++\nkind = \"municipality\"\ntitle = \"Enköpings kommun\"\ncode = \"0381\"\n+++\n";
    let body = [
        paragraph("Rubrik1", "Medborgarlöfte 2025"),
        paragraph(
            "",
            "Polisen lovar tillsammans med Håbo och Enköpings kommuner. I Håbo kommun blir det ljusare.",
        ),
        paragraph("", "Håbo den 3 februari 2025"),
        paragraph("", "Anna Berg"),
        paragraph("", "kommunstyrelsens ordförande, Håbo"),
        paragraph("", "Per Ek"),
        paragraph("", "kommunstyrelsens ordförande, Enköping"),
        paragraph("", "Eva Öst"),
        paragraph("", "chef lokalpolisområde Enköping-Håbo"),
    ];
    let paper = word(&body.concat());
    let site = site().write("Löfte 2025.docx", &paper);
    let file = site.path("Löfte 2025.docx");
    let import = ["import", file.to_str().expect("text")];
    // The archive does not have both of them yet.
    site.run(&import).ends(2, &["Enköping"]);
    assert!(!site.path("content/kommuner/habo/2025").exists());
    let site = site.write("content/kommuner/enkoping/index.md", enkoping);
    let told = &["content/gemensamt/2025/medborgarlofte.md är skapad", "räknar upp Håbo, Enköping"];
    site.run(&import).ends(0, told);
    let draft = site.read("content/gemensamt/2025/medborgarlofte.md");
    assert!(draft.contains("municipalities = [\"habo\", \"enkoping\"]\n"), "{draft}");
    assert!(draft.contains("# signed = 2025-02-03"), "{draft}");
    assert_eq!(draft.matches("# [[signatories]]").count(), 3, "{draft}");
    assert!(site.path("content/gemensamt/2025/lofte-2025.docx").exists());
}

#[test]
fn the_headings_of_a_text_stand_below_the_title_of_the_page() {
    let text =
        "# Medborgarlöfte för Håbo kommun 2025\n\n## Mål\n\nFler lampor.\n\n### När\n\nI år.\n";
    let site = site().write("löfte.md", text);
    site.run(&["import", site.path("löfte.md").to_str().expect("text")]).succeeds();
    let draft = site.read("content/kommuner/habo/2025/medborgarlofte.md");
    let below = "+++\n\n## Medborgarlöfte för Håbo kommun 2025\n\n### Mål\n\nFler lampor.\n\n#### När\n\nI år.\n";
    assert!(draft.ends_with(below), "{draft}");
    assert!(draft.contains("# title = \"Medborgarlöfte för Håbo kommun 2025\""), "{draft}");
    let told = site.change("content/kommuner/habo/2025/medborgarlofte.md", "draft = true\n", "");
    let told = told.run(&["check", "--all"]);
    assert!(!told.stderr.contains("markup-as-text"), "{}", told.stderr);
}

#[test]
fn a_first_heading_that_is_the_title_does_not_stand_in_the_text_as_well() {
    let text = "# Medborgarlöfte Håbo 2025\n\n## Mål\n\nHåbo kommun får fler lampor.\n";
    let site = site().write("löfte.md", text);
    site.run(&["import", site.path("löfte.md").to_str().expect("text")]).succeeds();
    let draft = site.read("content/kommuner/habo/2025/medborgarlofte.md");
    assert!(draft.contains("\ntitle = \"Medborgarlöfte Håbo 2025\"\n"), "{draft}");
    assert!(draft.ends_with("+++\n\n## Mål\n\nHåbo kommun får fler lampor.\n"), "{draft}");
}

#[test]
fn two_municipalities_with_a_dash_between_them_are_joint() {
    let enkoping =
        "+++\nkind = \"municipality\"\ntitle = \"Enköpings kommun\"\ncode = \"0381\"\n+++\n";
    let site = site().write("content/kommuner/enkoping/index.md", enkoping);
    let site = site.write("löfte.md", "# Medborgarlöfte Enköping–Håbo 2025\n\nLjus.\n");
    let told = &["content/gemensamt/2025/medborgarlofte.md är skapad", "Enköping, Håbo"];
    site.run(&["import", site.path("löfte.md").to_str().expect("text")]).ends(0, told);
}

#[test]
fn a_text_that_names_no_municipality_goes_to_the_only_one_as_a_guess() {
    let site = site().write("brev.txt", "Hej.\n\nVi hörs.\n");
    let file = site.path("brev.txt");
    let made = site.run(&["import", file.to_str().expect("text"), "--kind", "notice"]);
    made.ends(0, &["content/kommuner/habo/2026/nyhet.md är skapad", "Håbo kommun är gissad"]);
    // What is given or said is no guess.
    let given = ["import", file.to_str().expect("text"), "--kind", "notice", "--place", "habo"];
    // The order of `new` does as well, but nothing is given twice.
    let twice = ["import", file.to_str().expect("text"), "notice", "--kind", "notice"];
    assert_eq!(site.run(&twice).status, 2);
    let ordered = ["import", file.to_str().expect("text"), "notice", "ingenstans", "2020"];
    site.run(&ordered).ends(2, &["”ingenstans”"]);
    let told = site.run(&given).ends(0, &["nyhet-2.md är skapad"]);
    assert!(!format!("{}{}", told.stdout, told.stderr).contains("gissad,"));
}

#[test]
fn an_original_is_called_what_its_text_is_called_unless_its_name_is_in_words() {
    let site = site().write("lofte_hb.docx", pledge());
    site.run(&["import", site.path("lofte_hb.docx").to_str().expect("text")]).ends(0, &[]);
    let draft = site.read("content/kommuner/habo/2025/medborgarlofte.md");
    assert!(draft.contains("\ntitle = \"Medborgarlöfte Håbo kommun 2025\"\noriginal"), "{draft}");
    let untitled = format!("{}\n\nÅtgärdsplan för Håbo kommun 2026.\n", "Vi lovar. ".repeat(20));
    let site = site.write("nr2.txt", untitled);
    site.run(&["import", site.path("nr2.txt").to_str().expect("text")]).ends(0, &[]);
    let draft = site.read("content/kommuner/habo/2026/atgardsplan.md");
    assert!(draft.contains("\ntitle = \"Åtgärdsplan 2026\"\noriginal"), "{draft}");
}

#[test]
fn what_the_text_does_not_say_is_asked_for() {
    let site = site().write("brev.txt", "Hej.\n\nVi hörs.\n").write(
        "content/kommuner/orust/index.md",
        "+++\nkind = \"municipality\"\ntitle = \"Orusts kommun\"\ncode = \"1421\"\n+++\n",
    );
    let file = site.path("brev.txt");
    let file = file.to_str().expect("text");
    site.run(&["import", file]).ends(2, &["Texten säger inte vilken typ", "--kind pledge"]);
    site.run(&["import", file, "--kind", "notice"]).ends(2, &["vilken kommun", "--place MAPP"]);
    site.run(&["import", file, "--kind", "page", "--place", "habo"]).ends(2, &["inte typen sida"]);
    let made = ["import", file, "--kind", "notice", "--place", "habo", "--year", "2024"];
    site.run(&made).ends(0, &["content/kommuner/habo/2024/nyhet.md är skapad"]);
    assert!(
        site.read("content/kommuner/habo/2024/nyhet.md").ends_with("+++\n\nHej.\n\nVi hörs.\n")
    );
    let old = site.write("gammal.doc", "x");
    old.run(&["import", old.path("gammal.doc").to_str().expect("text")]).ends(2, &["docx"]);
    old.run(&["import", "saknas.pdf"]).ends(2, &["kunde inte läsas"]);
}

/// Two who sign beside each other, set apart by tabs, are two, and a town is a place to sign at.
#[test]
fn two_signatures_beside_each_other_are_two_suggestions() {
    let tabbed = |parts: &[&str]| {
        let runs = parts.iter().map(|part| format!("<w:r><w:t>{part}</w:t></w:r>"));
        format!("<w:p>{}</w:p>", runs.collect::<Vec<_>>().join("<w:r><w:tab/></w:r>"))
    };
    let cell = |parts: &[&str]| {
        let inner = parts.iter().map(|part| paragraph("", part)).collect::<String>();
        format!("<w:tc>{inner}</w:tc>")
    };
    let (anna, per) =
        (["Anna Berg", "Kommunstyrelsens ordförande"], ["Per Ek", "Lokalpolisområdeschef"]);
    let columns = [tabbed(&[anna[0], per[0]]), tabbed(&[anna[1], per[1]])].concat();
    let table = format!("<w:tbl><w:tr>{}{}</w:tr></w:tbl>", cell(&anna), cell(&per));
    for signed in [columns, table] {
        let body = [
            paragraph("Rubrik1", "Medborgarlöfte Håbo kommun 2025"),
            tabbed(&["Vi lovar", "fler patruller."]),
            paragraph("", "Skärhamn den 5 februari 2025"),
            signed,
        ];
        let site = site().write("l.docx", word(&body.concat()));
        site.run(&["import", site.path("l.docx").to_str().expect("text")]).succeeds();
        let text = site.read("content/kommuner/habo/2025/medborgarlofte.md");
        for line in [
            "# signed = 2025-02-05  (”Skärhamn den 5 februari 2025”)",
            "# [[signatories]] name = \"Anna Berg\", role = \"Kommunstyrelsens ordförande\"",
            "# [[signatories]] name = \"Per Ek\", role = \"Lokalpolisområdeschef\"",
            "\nVi lovar fler patruller.\n",
        ] {
            assert!(text.contains(line), "no {line} in {text}");
        }
        assert_eq!(text.matches("[[signatories]]").count(), 2, "{text}");
    }
}
