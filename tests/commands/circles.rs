//! Documents that refer back to themselves are reported, each where it does so, and no other
//! document is.

use std::fmt::Write;

use crate::support::Site;

/// A site of agreements in one municipality, each with the names of those that it builds on.
fn agreements(of: &[(&str, &[&str])]) -> Site {
    let site = Site::from("errors/reference-cycle").remove("content/kommuner/habo/2020");
    let mut site = site.remove("content/kommuner/habo/2024");
    for (name, builds_on) in of {
        let builds_on = builds_on.iter().fold(String::new(), |mut list, target| {
            let _ = write!(list, "\n  \"{target}.md\",");
            list
        });
        let text = format!(
            "+++\nkind = \"agreement\"\ntitle = \"Överenskommelse {name}\"\nperiod = 2020\n\
             builds_on = [{builds_on}\n]\n\n[[sources]]\npublisher = \"Håbo kommun\"\n\
             title = \"Överenskommelse {name}\"\n\n[[signatories]]\nname = \"Kim Exempel\"\n\
             role = \"kommunstyrelsens ordförande\"\norganisation = \"Håbo kommun\"\n+++\n\nText.\n"
        );
        site = site.write(&format!("content/kommuner/habo/{name}.md"), text);
    }
    site
}

const WHERE: &str = "error reference-cycle content/kommuner/habo";

#[test]
fn a_document_between_two_circles_is_in_neither() {
    agreements(&[
        ("a", &["b"]),
        ("b", &["a", "mellan"]),
        ("mellan", &["d"]),
        ("d", &["e"]),
        ("e", &["d"]),
    ])
    .reports(format!("{WHERE}/a.md:6\n{WHERE}/b.md:6\n{WHERE}/d.md:6\n{WHERE}/e.md:6"));
}

#[test]
fn documents_before_and_after_a_circle_are_not_in_it() {
    agreements(&[("a", &["b"]), ("b", &["c"]), ("c", &["b", "d"]), ("d", &[])])
        .reports(format!("{WHERE}/b.md:6\n{WHERE}/c.md:6"));
}

#[test]
fn two_ways_to_the_same_document_are_no_circle() {
    agreements(&[("a", &["b", "c"]), ("b", &["d"]), ("c", &["d"]), ("d", &[])]).reports("");
}

#[test]
fn a_document_that_refers_to_itself_is_a_circle_of_one() {
    agreements(&[("a", &["b", "a"]), ("b", &[])]).reports(format!("{WHERE}/a.md:7"));
}

#[test]
fn the_reference_that_is_shown_is_the_one_that_leads_back() {
    agreements(&[("a", &["c", "d", "b"]), ("b", &["c", "a"]), ("c", &[]), ("d", &[])])
        .reports(format!("{WHERE}/a.md:8\n{WHERE}/b.md:7"));
}

#[test]
fn a_circle_through_a_long_chain_is_found_whole() {
    let name = |n: usize| format!("d{:04}", n % 3000);
    let names: Vec<(String, String)> = (0..3000).map(|n| (name(n), name(n + 1))).collect();
    let targets: Vec<[&str; 1]> = names.iter().map(|(_, next)| [next.as_str()]).collect();
    let chain: Vec<(&str, &[&str])> =
        names.iter().zip(&targets).map(|((name, _), next)| (name.as_str(), &next[..])).collect();
    let outcome = agreements(&chain).run(&["check", "--quiet"]).ends(1, &["[reference-cycle]"]);
    assert_eq!(outcome.stderr.matches("[reference-cycle]").count(), 3000);
}
