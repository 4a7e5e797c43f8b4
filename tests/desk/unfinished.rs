//! Files that exist but cannot be read whole: they are listed and counted wherever those are that can.

use crate::client::Desk;
use crate::editing::site;
use crate::support::Site;

const DRAFT: &str = "content/kommuner/habo/2026/medborgarlofte.md";
const LATER: &str = "content/kommuner/habo/2026/uppfoljning.md";

/// Two drafts that lack something that is required, and one that lacks nothing.
fn with_drafts() -> Site {
    site()
        .write(DRAFT, "+++\nkind = \"pledge\"\ntitle = \"Löftet 2026\"\ndraft = true\n+++\n")
        .write(LATER, "+++\nkind = \"follow-up\"\ntitle = \"\"\ndate = \"31 februari 2026\"\ndraft = true\n+++\n")
        .write(
            "content/kommuner/habo/2026/plan.md",
            "+++\nkind = \"notice\"\ntitle = \"Klart utkast\"\ndate = 2026-01-02\ndraft = true\n+++\n",
        )
}

#[test]
fn a_draft_that_lacks_a_required_field_is_listed_and_counted_with_what_it_lacks() {
    let site = with_drafts();
    let desk = Desk::open(&site);
    let page = desk.get("/").is(200).body;
    assert!(page.contains("<h2>Utkast (3)</h2>"), "{page}");
    let listed = "/dokument/kommuner/habo/2026/medborgarlofte.html\">Löftet 2026</a> Är inte publicerat. Fältet ”Gäller” saknas.";
    assert!(page.contains(listed), "{page}");
    assert!(page.contains("Uppföljning 2026 utan rubrik</a>"), "{page}");
    assert!(page.contains(">Håbo kommun (5)<"), "{page}");
    assert!(page.contains("<td>Utkast. Fältet ”Gäller” saknas.</td>"), "{page}");
    let page = desk.get("/publicera").is(200).body;
    assert!(page.contains("Utkast som inte publiceras: 3."), "{page}");
    assert!(page.contains("Fältet ”Gäller” saknas.") && !page.contains("Nyckeln"), "{page}");
    let told = site.run(&["status"]).succeeds().stdout;
    assert!(told.contains("Utkast (3)"), "{told}");
    assert!(told.contains("  Löftet 2026: Är inte publicerat. Nyckeln ”period”"), "{told}");
    assert!(told.contains("uppfoljning.md: Är inte publicerat. "), "{told}");
}

#[test]
fn a_document_with_errors_stays_at_its_place_and_is_called_by_its_title() {
    let site = site().write(DRAFT, "+++\nkind = \"pledge\"\ntitle = \"Löftet 2026\"\n+++\n");
    let desk = Desk::open(&site);
    let page = desk.get("/").is(200).body;
    assert!(page.contains(">Håbo kommun (3)<"), "{page}");
    let row = "Löftet 2026</a></td>\n<td>medborgarlöfte</td>\n<td>2026</td>\n<td>Hindrar publicering. Fältet ”Gäller” saknas.</td>";
    assert!(page.contains(row), "{page}");
    assert!(page.contains("Löftet 2026</a> Fältet ”Gäller” saknas."), "{page}");
    let page = desk.get("/publicera").is(200).body;
    assert!(
        page.contains("medborgarlofte.html\">Löftet 2026</a>") && !page.contains(DRAFT),
        "{page}"
    );
    // Its neighbour: what belongs to no place at all.
    let site = crate::editing::site().write("content/sida.md", "Bara text.\n");
    let page = Desk::open(&site).get("/").is(200).body;
    assert!(
        page.contains(">Sidor och övrigt (1)<") && page.contains(">Håbo kommun (2)<"),
        "{page}"
    );
    assert!(page.contains("Filens uppgifter går inte att läsa."), "{page}");
}

#[test]
fn a_joint_draft_is_counted_at_each_of_its_municipalities() {
    let site = site()
        .write(
            "content/kommuner/knivsta/index.md",
            "+++\nkind = \"municipality\"\ntitle = \"Knivsta kommun\"\ncode = \"0330\"\n+++\n",
        )
        .write(
            "content/gemensamt/2026/lofte.md",
            "+++\nkind = \"pledge\"\ntitle = \"Ihop\"\nmunicipalities = [\"../../kommuner/habo/index.md\", \"/kommuner/knivsta\"]\ndraft = true\n+++\n",
        );
    let page = Desk::open(&site).get("/").is(200).body;
    assert!(page.contains(">Håbo kommun (3)<") && page.contains(">Knivsta kommun (1)<"), "{page}");
    assert!(!page.contains("Sidor och övrigt"), "{page}");
}

#[test]
fn a_form_says_what_is_so_before_and_after_the_first_build() {
    let site = site();
    let desk = Desk::open(&site);
    let pledge = "/dokument/kommuner/habo/2025/medborgarlofte.html";
    let page = desk.get(pledge).is(200).body;
    assert!(page.contains("Klart, men inte publicerat än: det kommer med nästa gång"), "{page}");
    desk.send("/publicera", &[("_confirm", "1")]).is(200);
    let page = desk.get(pledge).is(200).body;
    assert!(page.contains("Publicerat. Det som ändras kommer med nästa gång"), "{page}");
    desk.change("kommuner/habo/2025/medborgarlofte.html", &[("signed", "31 februari 2025")])
        .is(303);
    let page = desk.get(pledge).is(200).body;
    assert!(page.contains("har fel som hindrar att något nytt publiceras"), "{page}");
}
