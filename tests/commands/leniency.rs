//! Problems with a file that is published as it is, when several Markdown files refer to it: each
//! decides by itself, and the strictest decision counts.

use crate::support::Site;

const FOLDER: &str = "content/kommuner/habo/2026";
const ACCEPT: &str = "accept = [{ code = \"personal-number\", reason = \"ärendenummer\" }]\n";
const DRAFT: &str = "draft = true\n";
const LISTED: &str = "[[attachments]]\nfile = \"deltagare.csv\"\ntitle = \"Deltagare\"\n";
const LINKED: &str = "Se [deltagarna](deltagare.csv).";
const ERROR: &str = "error personal-number content/kommuner/habo/2026/deltagare.csv:2";
const WARNING: &str = "warning personal-number content/kommuner/habo/2026/deltagare.csv:2";

/// A site with a personal number in `deltagare.csv`, to which nothing refers yet.
fn site() -> Site {
    Site::from("errors/personal-number")
        .remove("content/om.md")
        .remove(&format!("{FOLDER}/nyhet.md"))
}

/// A notice with these keys, lists and text, each from the constants above.
fn notice(site: Site, name: &str, keys: &str, lists: &str, text: &str) -> Site {
    let source = "[[sources]]\npublisher = \"Håbo kommun\"\ntitle = \"Nyhet\"\n";
    let text = format!(
        "+++\nkind = \"notice\"\ntitle = \"Nyhet {name}\"\ndate = 2026-02-03\n{keys}\n{source}\n\
         {lists}+++\n\nEtt nytt löfte. {text}\n"
    );
    site.write(&format!("{FOLDER}/{name}.md"), text)
}

#[test]
fn a_draft_softens_what_it_alone_refers_to() {
    let site = notice(site(), "a", DRAFT, LISTED, "").reports(WARNING).build();
    site.omits("kommuner/habo/2026/deltagare.csv");
}

#[test]
fn a_draft_does_not_soften_what_a_published_document_refers_to() {
    for (draft, published) in [("a", "b"), ("b", "a")] {
        for (lists, text) in [(LISTED, ""), ("", LINKED)] {
            let site = notice(site(), draft, DRAFT, LISTED, "");
            let site = notice(site, published, "", lists, text).reports(ERROR);
            assert_eq!(site.run(&["build"]).status, 1);
            site.omits("kommuner/habo/2026/deltagare.csv");
        }
    }
}

#[test]
fn nor_a_picture_that_a_published_document_shows() {
    let image = "[[images]]\nfile = \"karta.svg\"\nalt = \"Karta över Håbo\"\n";
    let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\">\n<text>121212-1212</text></svg>\n";
    let file = format!("{FOLDER}/karta.svg");
    for (name, lists, text) in [("a", image, ""), ("c", "", "![Karta](karta.svg)")] {
        let site = site().remove(&format!("{FOLDER}/deltagare.csv")).write(&file, svg);
        let site = notice(site, "b", DRAFT, image, "");
        let site = site.reports(format!("warning personal-number {file}:2"));
        notice(site, name, "", lists, text).reports(format!("error personal-number {file}:2"));
    }
}

#[test]
fn each_document_accepts_for_itself_only() {
    let one = || notice(site(), "a", ACCEPT, LISTED, "");
    one().reports("").build().publishes("kommuner/habo/2026/deltagare.csv");
    let outcome = notice(one(), "b", "", LISTED, "").reports(ERROR).run(&["check"]);
    outcome.ends(1, &["content/kommuner/habo/2026/a.md", "content/kommuner/habo/2026/b.md"]);
    notice(one(), "b", ACCEPT, LISTED, "").reports("").build();
    notice(one(), "b", ACCEPT, "", LINKED).reports("").build();
}

#[test]
fn a_draft_has_yet_to_accept_what_is_accepted_by_a_published_document() {
    let site = notice(site(), "a", ACCEPT, LISTED, "");
    notice(site, "b", DRAFT, LISTED, "").reports(WARNING).build();
}

#[test]
fn what_a_draft_accepts_is_not_accepted_by_a_published_document() {
    let site = notice(site(), "a", &format!("{DRAFT}{ACCEPT}"), LISTED, "").reports("");
    notice(site, "b", "", LISTED, "").reports(ERROR);
}

#[test]
fn a_place_that_refers_to_a_file_answers_for_it_too() {
    let index = "content/kommuner/habo/index.md";
    let listed = LISTED.replace("deltagare", "2026/deltagare");
    let with_list = |site: Site, keys: &str| {
        let text = site.read(index);
        let (above, below) = text.rsplit_once("+++").expect("front matter");
        site.write(index, format!("{above}{keys}{listed}+++{below}"))
    };
    let draft = || notice(site(), "a", DRAFT, LISTED, "");
    with_list(draft(), "").reports(ERROR);
    with_list(draft(), ACCEPT).reports(WARNING);
}

#[test]
fn a_broken_document_answers_for_what_it_names() {
    let broken = format!("error missing-key {FOLDER}/b.md:1");
    let with_broken = |site: Site, more: &str| {
        let site = notice(site, "b", more, LISTED, "");
        site.change(&format!("{FOLDER}/b.md"), "date = 2026-02-03\n", "")
    };
    with_broken(site(), "").reports(format!("{broken}\n{ERROR}"));
    with_broken(site(), ACCEPT).reports(broken.as_str());
    let draft = notice(site(), "a", DRAFT, LISTED, "");
    with_broken(draft, "").reports(format!("{broken}\n{ERROR}"));
    with_broken(site(), DRAFT)
        .reports(format!("{}\n{WARNING}", broken.replace("error", "warning")));
}

#[test]
fn strict_makes_an_error_of_what_a_published_document_has_and_spares_a_draft() {
    let strict = |site: &Site| site.run(&["check", "--strict", "--quiet"]).status;
    let site = notice(site(), "a", ACCEPT, LISTED, "");
    let site = notice(site, "b", DRAFT, LISTED, "");
    assert_eq!(strict(&site), 0);
    assert_eq!(strict(&notice(site, "b", "", LISTED, "")), 1);
}
