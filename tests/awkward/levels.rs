//! Police areas within police areas: what reaches which pages, on which dates, and circles.

use crate::support::Site;
use snapbox::str;

/// Gävle and Hudiksvall, each in a local area of the police district Gävleborg, which is in the
/// police region Mitt.
fn gavleborg() -> Site {
    Site::from("real/police-levels")
}

fn titles(site: &Site, place: &str) -> Vec<String> {
    let timeline = site.json(&format!("{place}/timeline.json"));
    let entries = timeline["entries"].as_array().expect("entries").iter();
    entries.map(|entry| entry["title"].as_str().unwrap_or_default().to_owned()).collect()
}

/// The police areas on whose timelines the police district's agreement is.
fn reached_by_the_agreement(site: &Site) -> Vec<&'static str> {
    let areas = ["mitt", "gavleborg", "gavle", "halsingland"];
    let has = |area: &&str| {
        let titles = titles(site, &format!("lokalpolisomraden/{area}"));
        titles.iter().any(|title| title.starts_with("Samverkansöverenskommelse Gävleborg"))
    };
    areas.into_iter().filter(has).collect()
}

#[test]
fn membership_between_areas_has_its_dates() {
    let agreement = "content/lokalpolisomraden/gavleborg/2024/overenskommelse.md";
    let area = "content/lokalpolisomraden/gavleborg/index.md";
    let members = |until: &str| {
        let after = format!("area = \"halsingland\"\nuntil = {until}");
        gavleborg().change(area, "area = \"halsingland\"", &after).build()
    };
    let last = members("2024-01-01");
    assert_eq!(reached_by_the_agreement(&last), ["gavleborg", "gavle", "halsingland"]);
    assert_eq!(titles(&last, "kommuner/hudiksvall").len(), 1);
    let before = members("2023-12-31");
    assert_eq!(reached_by_the_agreement(&before), ["gavleborg", "gavle"]);
    assert_eq!(titles(&before, "kommuner/hudiksvall").len(), 0);
    // A date within the year of the document is enough.
    let signed = members("2023").change(agreement, "period", "signed = 2023\nperiod").build();
    assert_eq!(reached_by_the_agreement(&signed), ["gavleborg", "gavle", "halsingland"]);
}

#[test]
fn a_document_that_names_its_municipality_is_only_in_the_areas_of_that() {
    let agreement = "content/lokalpolisomraden/gavleborg/2024/overenskommelse.md";
    let site =
        gavleborg().change(agreement, "period", "municipalities = [\"gavle\"]\nperiod").build();
    assert_eq!(reached_by_the_agreement(&site), ["gavleborg", "gavle"]);
    assert_eq!(titles(&site, "kommuner/hudiksvall").len(), 0);
}

#[test]
fn a_municipality_belongs_to_all_levels_above_it() {
    let pledge = "content/kommuner/gavle/2024/medborgarlofte.md";
    let named = |areas: &str| gavleborg().change(pledge, "period", &format!("{areas}\nperiod"));
    let told = |site: Site| site.run(&["check", "--all"]).stderr.contains("not-a-member");
    assert!(!told(named("police_areas = [\"mitt\"]")));
    assert!(!told(named("police_areas = [\"gavleborg\"]")));
    assert!(told(named("police_areas = [\"halsingland\"]")));
}

#[test]
fn a_larger_area_shows_what_is_in_it() {
    let (region, district) =
        ("lokalpolisomraden/mitt/index.html", "lokalpolisomraden/gavleborg/index.html");
    gavleborg()
        .build()
        .has(region, "Områden som ingår Polisområde Gävleborg 1 dokument från 2024")
        .has(region, "Kommuner Gävle, Hudiksvall")
        .has(region, "Arkivet har inga medborgarlöften för hela området.")
        .lacks(region, "Arkivet vet inte vilka kommuner")
        .has(district, "Lokalpolisområde Gävle 2 dokument från 2024")
        .has(district, "Ingår i Polisregion Mitt")
        // Gävle has a pledge in the archive, so no page may say that it has none.
        .lacks(district, "Inga medborgarlöften i arkivet: Gävle");
}

#[test]
fn a_city_shows_the_areas_of_its_districts() {
    Site::from("cases/03-city-of-several-police-areas")
        .write(
            "content/kommuner/stockholm/langbro/index.md",
            "+++\nkind = \"district\"\ntitle = \"Långbro\"\nmunicipality = \"stockholm\"\n+++\n",
        )
        .write(
            "content/lokalpolisomraden/alvsjo/index.md",
            "+++\nkind = \"police-area\"\ntitle = \"Lokalpolisområde Älvsjö\"\n\n\
             [[members]]\ndistrict = \"langbro\"\n+++\n",
        )
        .build()
        .has("kommuner/stockholm/index.html", "Lokalpolisområde Älvsjö")
        .links_to("kommuner/stockholm/index.html", "../../lokalpolisomraden/alvsjo/index.html");
}

#[test]
fn an_area_within_itself_is_told_where_it_begins() {
    let local = "content/lokalpolisomraden/gavle/index.md";
    let member = "municipality = \"gavle\"";
    let circle = "municipality = \"gavle\"\n\n[[members]]\narea = \"gavleborg\"";
    // The region is above the circle and not in it.
    let site = gavleborg().change(local, member, circle).remove("content/kommuner/gavle/2024");
    site.reports(str![[r#"
error reference-cycle content/lokalpolisomraden/gavle/index.md:9
advice no-signatories content/lokalpolisomraden/gavleborg/2024/overenskommelse.md:3
advice no-source content/lokalpolisomraden/gavleborg/2024/overenskommelse.md:3
error reference-cycle content/lokalpolisomraden/gavleborg/index.md:7
"#]]);

    let itself = "municipality = \"gavle\"\n\n[[members]]\narea = \"gavle\"";
    let site = gavleborg().change(local, member, itself).remove("content/kommuner/gavle/2024");
    site.reports(str![[r#"
error reference-cycle content/lokalpolisomraden/gavle/index.md:9
advice no-signatories content/lokalpolisomraden/gavleborg/2024/overenskommelse.md:3
advice no-source content/lokalpolisomraden/gavleborg/2024/overenskommelse.md:3
"#]]);
}
