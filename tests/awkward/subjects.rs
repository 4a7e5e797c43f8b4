//! Subjects that sources write in several ways, and what the site says of itself on every page.

use crate::support::Site;
use snapbox::str;

const SETTINGS: &str = "\
title = \"Arkivet\"

[[subjects]]
label = \"våld i nära relation\"
includes = [\"våld i nära relationer\", \"relationsvåld\"]
";

/// A municipality with a pledge for each year, each with one label.
fn with_labels(labels: &[&str]) -> Site {
    let site = Site::empty().write("site.toml", SETTINGS).write(
        "content/kommuner/habo/index.md",
        "+++\nkind = \"municipality\"\ntitle = \"Håbo kommun\"\ncode = \"0305\"\n+++\n",
    );
    labels.iter().zip(2016..).fold(site, |site, (label, year)| {
        site.write(
            &format!("content/kommuner/habo/{year}/medborgarlofte.md"),
            format!(
                "+++\nkind = \"pledge\"\ntitle = \"Löfte {year}\"\nperiod = {year}\n\
                 focus = [\"{label}\"]\n+++\n\nFler patruller.\n"
            ),
        )
    })
}

#[test]
fn labels_of_one_subject_have_one_list_and_keep_their_addresses() {
    let site =
        with_labels(&["Relationsvåld", "våld i nära relation", "våld i nära relationer", "unga"])
            .build();
    let page = "fokus/vald-i-nara-relation/index.html";
    let site = site
        .has(page, "3 dokument")
        .has(page, "Löfte 2016")
        .has(page, "Löfte 2018")
        .lacks(page, "Löfte 2019")
        .has(page, "det som källorna kallar Relationsvåld och våld i nära relationer")
        // On the document stands what its source says.
        .has("kommuner/habo/2016/medborgarlofte.html", "Relationsvåld")
        .lacks("kommuner/habo/2016/medborgarlofte.html", "nära relation")
        .links_to("kommuner/habo/2016/medborgarlofte.html", &format!("../../../{page}"))
        // What an address was it stays.
        .links_to("fokus/relationsvald/index.html", "../vald-i-nara-relation/index.html")
        .has("fokus/index.html", "våld i nära relation")
        .lacks("fokus/index.html", "relationsvåld");
    // The next build knows the addresses as published, and does so too once the labels are gone.
    let changed = site.change(
        "content/kommuner/habo/2016/medborgarlofte.md",
        "Relationsvåld",
        "våld i nära relation",
    );
    changed
        .build()
        .links_to("fokus/relationsvald/index.html", "../vald-i-nara-relation/index.html");
}

#[test]
fn a_subject_that_no_document_has_is_no_page_and_its_spellings_are_no_slips() {
    let site = with_labels(&["unga"]).build();
    assert!(!site.path("public/fokus/relationsvald").exists());
    assert!(!site.path("public/fokus/vald-i-nara-relation").exists());

    // “våld i nära relationer” looks like a misspelling of the other, and is meant.
    let site =
        with_labels(&["våld i nära relation", "våld i nära relationer", "våld i nära relation"]);
    let spelling = |site: &Site| site.run(&["check", "--all"]).stderr.contains("focus-spelling");
    assert!(!spelling(&site));
    let apart = site.write("site.toml", "title = \"Arkivet\"\n");
    assert!(spelling(&apart));
}

#[test]
fn a_label_is_in_one_group_only() {
    let site = with_labels(&["unga"]).write(
        "site.toml",
        "title = \"Arkivet\"\n\n[[subjects]]\nlabel = \"unga\"\nincludes = [\"ungdomar\", \"barn\"]\n\n\
         [[subjects]]\nlabel = \"barn\"\nincludes = [\"små barn\"]\n\n\
         [[subjects]]\nlabel = \"Unga\"\nincludes = [\"tonåringar\"]\n",
    );
    site.reports(str![[r#"
advice pledge-without-agreement content/kommuner/habo/2016/medborgarlofte.md:3
advice no-signatories content/kommuner/habo/2016/medborgarlofte.md:3
advice no-source content/kommuner/habo/2016/medborgarlofte.md:3
error unknown-value site.toml:5
error unknown-value site.toml:12
"#]]);
}

#[test]
fn the_site_says_where_to_write_about_a_mistake_and_for_an_original() {
    let settings = "title = \"Arkivet\"\ncontact = \"trygghet@example.se\"\n\
                    records = \"registrator@example.se\"\n";
    let site = with_labels(&["unga", "unga"])
        .write("site.toml", settings)
        .write("content/kommuner/habo/2017/lofte.pdf", "%PDF-1.4\n")
        .change(
            "content/kommuner/habo/2017/medborgarlofte.md",
            "+++\n\n",
            "\n[[attachments]]\nfile = \"lofte.pdf\"\ntitle = \"Löftet\"\noriginal = true\n+++\n\n",
        )
        .build();
    for page in ["index.html", "kommuner/habo/index.html", "kommuner/habo/2016/medborgarlofte.html"]
    {
        assert!(site.text(page).contains("Hittade du ett fel? Skriv till trygghet@example.se"));
        assert!(site.html(page).contains("href=\"mailto:trygghet@example.se\""));
    }
    site.has("kommuner/habo/2016/medborgarlofte.html", "kan skriva till registrator@example.se")
        .lacks("kommuner/habo/2017/medborgarlofte.html", "registrator@example.se")
        .lacks("kommuner/habo/index.html", "registrator@example.se");
}

#[test]
fn an_organisation_number_is_checked() {
    let archive = |number: &str| {
        with_labels(&["unga"])
            .write(
                "site.toml",
                format!(
                    "title = \"Arkivet\"\n[archive]\ncreator = \"Håbo kommun\"\n\
                     creator_id = \"{number}\"\ncontact = \"arkiv@example.se\"\n"
                ),
            )
            .run(&["check", "--quiet"])
            .stderr
            .contains("organisationsnummer")
    };
    for right in ["212000-0357", "2120000357"] {
        assert!(!archive(right), "{right}");
    }
    // A wrong digit, a digit too few, a hyphen in the wrong place, the number of a person.
    for wrong in ["212000-0358", "212000-035", "21200-00357", "900101-2384", "kommunens"] {
        assert!(archive(wrong), "{wrong}");
    }
}
