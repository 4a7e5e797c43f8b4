//! Which addresses of a built site are promised for ever.

/// Whether a file of a built site must always be found at its address: every page, and everything
/// that is published with a document. Feeds, data, what pages are shown with, and what only sums up
/// other pages (the overview, the search, a place's table of commitments) follow the site as it is
/// today. `docs/programs.md` says the same.
pub fn is_promised(address: &str) -> bool {
    const OF_PLACES: [&str; 3] = ["feed.xml", "kalender.ics", "timeline.json"];
    const OF_THE_ROOT: [&str; 6] =
        ["404.html", "SHA256SUMS", "feed.xml", "robots.txt", "sitemap.xml", "sok.html"];
    const OF_THE_DATA: [&str; 3] = [".csv", ".json", ".xlsx"];
    let (folder, name) = address.rsplit_once('/').unwrap_or(("", address));
    match folder.split('/').next().unwrap_or_default() {
        "" => !OF_THE_ROOT.contains(&name) && !is_part_of_the_sitemap(name),
        "assets" | "oversikt" | "sok" => false,
        "data" => !OF_THE_DATA.iter().any(|end| name.ends_with(end)) && name != "catalog.rdf",
        _ => !OF_PLACES.contains(&name) && !folder.ends_with("/ataganden"),
    }
}

fn is_part_of_the_sitemap(name: &str) -> bool {
    let number = name.strip_prefix("sitemap-").and_then(|name| name.strip_suffix(".xml"));
    number.is_some_and(|number| number.bytes().all(|byte| byte.is_ascii_digit()))
}
