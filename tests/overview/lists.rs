//! Lists that no page could hold.

use std::collections::BTreeSet;

use crate::municipality;
use crate::support::Site;

/// A site with many documents of one year and subject, in two counties.
fn large() -> Site {
    let mut site = Site::empty().write("site.toml", "title = \"Arkivet\"\n");
    for (folder, name, code) in [("habo", "Håbo", "0305"), ("sala", "Sala", "1981")] {
        site = site.write(&format!("content/kommuner/{folder}/index.md"), municipality(name, code));
        for n in 0..900 {
            let street = ["Björkvägen", "Ekvägen", "Lindvägen"][n % 3];
            // So many begin alike that their letter is too long for a page.
            let title = match n % 8 {
                0 => "Överenskommelse",
                1 => "Ändring",
                2 => "Århus",
                _ => "Medborgarlöfte",
            };
            site = site.write(
                &format!("content/kommuner/{folder}/2018/nyhet-{n}.md"),
                format!(
                    "+++\nkind = \"notice\"\ntitle = \"{title} i {name}, {street} nummer {n}\"\n\
                     date = 2018-03-01\nfocus = [\"trafik\"]\n+++\n\nText.\n"
                ),
            );
        }
    }
    site
}

#[test]
fn a_long_list_is_divided_and_nothing_is_lost() {
    let site = large().build();
    let files = site.published();
    for (path, bytes) in &files {
        // A timeline is as long as it is, and the tables of open data are files to download.
        let may_be_long = path.contains("kommuner/") || path.starts_with("data/");
        assert!(may_be_long || bytes.len() <= 400_000, "{path} has {} bytes", bytes.len());
    }
    let ledger = site.read("addresses.toml");
    for (whole, folder, many) in [
        ("handlingar/index.html", "handlingar/bokstav/", 4),
        ("ar/2018/index.html", "ar/2018/lan/", 2),
        ("fokus/trafik/index.html", "fokus/trafik/lan/", 2),
    ] {
        let parts: Vec<&String> = files.keys().filter(|path| path.starts_with(folder)).collect();
        assert!(parts.len() >= many, "{whole}: {parts:?}");
        assert!(!ledger.contains(folder), "{folder} is kept for ever");
        let mut listed = BTreeSet::new();
        for part in parts {
            let html = site.html(part);
            assert!(html.contains("Till hela listan"), "{part}");
            listed.extend(
                crate::support::html::attributes(&html, "href")
                    .into_iter()
                    .filter(|href| href.contains("/2018/nyhet-"))
                    .map(|href| href.trim_start_matches("../").to_owned()),
            );
        }
        assert_eq!(listed.len(), 1800, "{whole}");
        let html = site.html(whole);
        assert!(html.contains(folder.rsplit('/').nth(1).unwrap()), "{whole} leads to its parts");
    }
    let own = |path: &str| site.html(path).matches("/2018/nyhet-").count();
    for (beginning, path, title) in [
        ("medborgarlofte-i-h", "habo", "Medborgarlöfte i H"),
        ("medborgarlofte-i-s", "sala", "Medborgarlöfte i S"),
    ] {
        let part = format!("handlingar/bokstav/m-{beginning}.html");
        let html = site.html(&part);
        assert_eq!(html.matches(&format!("{path}/2018/nyhet-")).count(), own(&part), "{part}");
        assert_eq!(own(&part), 561, "{part}");
        // What distinguishes the titles of the part stands in its headings.
        for (n, letter) in ["B", "E", "L"].into_iter().enumerate() {
            let name = &title[..title.len() - 1];
            let place = if path == "habo" { "Håbo" } else { "Sala" };
            let heading = format!("id=\"sida-bokstav-{}\">{name}{place}, {letter}…</h2>", n + 1);
            assert!(html.contains(&heading), "{part}: {heading}");
        }
        assert!(site.html("handlingar/index.html").contains(title), "{title}");
    }
    for letter in ["m", "a-ring", "a-prickar", "o-prickar"] {
        let known =
            files.keys().any(|path| path.starts_with(&format!("handlingar/bokstav/{letter}")));
        assert!(
            known,
            "{letter}: {:?}",
            files.keys().filter(|p| p.starts_with("handlingar")).collect::<Vec<_>>()
        );
    }
}
