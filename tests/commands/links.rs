//! Every link of a built site leads somewhere: it is walked page by page, as a browser would.

use std::collections::{BTreeMap, BTreeSet};

use percent_encoding::percent_decode_str;

use crate::support::Site;
use crate::support::html::{self, Tag};

const BASE: &str = "https://www.example.se/loften/";

#[test]
fn every_link_of_the_archive_resolves() {
    assert_eq!(astray(&Site::repository().build()), Vec::<String>::new());
}

#[test]
fn every_link_of_a_site_that_holds_everything_resolves() {
    assert_eq!(astray(&Site::from("browser/site").build()), Vec::<String>::new());
}

#[test]
fn every_link_of_a_site_with_a_base_url_resolves() {
    let site = Site::repository();
    // Before the tables, where a top-level key must be.
    let settings = format!("base_url = \"{BASE}\"\n") + &site.read("site.toml");
    let site = site.write("site.toml", settings).build();
    assert_eq!(astray(&site), Vec::<String>::new());
    for file in ["feed.xml", "sitemap.xml", "404.html", "kommuner/eskilstuna/feed.xml"] {
        site.html(file);
    }
    for (file, tag) in [("sitemap.xml", "loc"), ("feed.xml", "id")] {
        let xml = site.html(file);
        let urls: Vec<&str> = xml
            .split(&format!("<{tag}>"))
            .skip(1)
            .filter_map(|rest| rest.split('<').next())
            .collect();
        assert!(urls.len() > 5, "{file}: {urls:?}");
        for url in urls {
            let path = url.strip_prefix(BASE).unwrap_or_else(|| panic!("{file}: {url}"));
            let path = if path.is_empty() { "index.html" } else { path };
            assert!(site.path("public").join(path).is_file(), "{file}: {url}");
        }
    }
}

#[test]
fn what_needs_a_base_url_is_left_out_without_it_and_said() {
    let site = Site::from("cases/10-concurrent-pledges");
    site.run(&["build"]).ends(0, &["base_url"]);
    for file in ["feed.xml", "sitemap.xml", "404.html", "kommuner/uppsala/feed.xml"] {
        assert!(!site.path("public").join(file).exists(), "{file}");
    }
}

#[test]
fn no_two_pages_have_the_same_title() {
    for fixture in ["browser/site", "cases/37-habo-and-habo", "cases/23-two-published-wordings"] {
        let site = Site::from(fixture).build();
        let mut pages: BTreeMap<String, String> = BTreeMap::new();
        for path in site.published().keys().filter(|path| path.ends_with(".html")) {
            let html = site.html(path);
            // Earlier addresses, and timelines for embedding, are not pages in their own right.
            if html.contains("content=\"noindex\"") {
                continue;
            }
            // A title in another language has an attribute in its tag.
            let title = html.split("<title").nth(1).and_then(|rest| rest.split(['>', '<']).nth(1));
            let title = title.unwrap_or_else(|| panic!("{path} has no title")).to_owned();
            if let Some(other) = pages.insert(title.clone(), path.clone()) {
                panic!("{fixture}: {other} and {path} are both “{title}”");
            }
        }
    }
}

/// Addresses in `timeline.json` are relative to it.
#[test]
fn every_address_in_the_data_resolves() {
    let site = Site::from("browser/site").build();
    let files = site.published();
    let mut looked = 0;
    for path in files.keys().filter(|path| path.ends_with("timeline.json")) {
        addresses(&site.json(path), &mut |address| {
            let file = resolve(path, address).unwrap_or_default();
            assert!(files.contains_key(&file), "{path}: {address}");
            looked += 1;
        });
    }
    assert!(looked > 10);
}

fn addresses(value: &serde_json::Value, look: &mut impl FnMut(&str)) {
    if let Some(object) = value.as_object() {
        for (key, value) in object {
            let is_address = ["address", "answered_by"].contains(&key.as_str())
                || (key == "of" && object["type"] == "planned-follow-up");
            match value.as_str() {
                Some(address) if is_address => look(address),
                _ => addresses(value, look),
            }
        }
    }
    value.as_array().into_iter().flatten().for_each(|item| addresses(item, look));
}

/// What is wrong with the links, ids and titles of a site's pages.
fn astray(site: &Site) -> Vec<String> {
    let settings = site.read("site.toml");
    let base = settings.split("base_url = \"").nth(1).and_then(|rest| rest.split('"').next());
    let files = site.published();
    let pages: BTreeMap<&str, Vec<Tag>> = files
        .iter()
        .filter(|(path, _)| path.ends_with(".html") || path.ends_with(".svg"))
        .map(|(path, bytes)| (path.as_str(), html::tags(&String::from_utf8_lossy(bytes))))
        .collect();
    assert!(pages.len() > 10, "too few pages");
    let ids: BTreeMap<&str, BTreeSet<&str>> = pages
        .iter()
        .map(|(path, tags)| (*path, tags.iter().filter_map(|tag| tag.get("id")).collect()))
        .collect();
    let mut wrong = Vec::new();
    for (page, tags) in &pages {
        let mut seen = BTreeSet::new();
        for tag in tags {
            if let Some(id) = tag.get("id")
                && !seen.insert(id)
            {
                wrong.push(format!("{page}: two of id {id}"));
            }
            let named = ["for", "aria-labelledby", "aria-describedby", "aria-controls"]
                .into_iter()
                .filter_map(|key| tag.get(key));
            for id in named.flat_map(str::split_whitespace).filter(|id| !ids[page].contains(id)) {
                wrong.push(format!("{page}: no id {id}"));
            }
            for key in ["href", "src", "action", "data", "poster"] {
                if let Some(link) = tag.get(key)
                    && let Some(why) = leads_astray(page, tag, link, base, &files, &ids)
                {
                    wrong.push(format!("{page}: {link}: {why}"));
                }
            }
        }
    }
    wrong
}

fn leads_astray(
    page: &str,
    tag: &Tag,
    link: &str,
    base: Option<&str>,
    files: &BTreeMap<String, Vec<u8>>,
    ids: &BTreeMap<&str, BTreeSet<&str>>,
) -> Option<&'static str> {
    // A page that is shown at any address says where things are from the root of the host.
    let from_root = |base: &str| {
        let root = base.splitn(4, '/').nth(3).map(|path| format!("/{path}"))?;
        (page == "404.html").then(|| link.strip_prefix(root.as_str())).flatten()
    };
    // Under another host it must work all the same, so nothing that it shows names one.
    let is_shown = page == "404.html" && tag.get("rel") != Some("canonical");
    let from_base = base.and_then(|base| match is_shown {
        true => from_root(base),
        false => link.strip_prefix(base),
    });
    if is_shown && base.is_some_and(|base| link.starts_with(base)) {
        return Some("names the host");
    }
    if ["http://", "https://", "mailto:", "tel:"].iter().any(|scheme| link.starts_with(scheme))
        && from_base.is_none()
    {
        return (tag.name != "a").then_some("asks another host");
    }
    let (way, fragment) = match from_base.unwrap_or(link).split_once('#') {
        Some((way, fragment)) => (way, Some(fragment)),
        None => (from_base.unwrap_or(link), None),
    };
    let target = match from_base {
        Some("") => Some("index.html".to_owned()),
        Some(_) => Some(way.to_owned()),
        None if way.is_empty() => Some(page.to_owned()),
        None => resolve(page, way),
    };
    let Some(target) = target else { return Some("leads out of the site") };
    if !files.contains_key(&target) {
        return Some("no such file");
    }
    let fragment = percent_decode_str(fragment?).decode_utf8_lossy().into_owned();
    (!ids.get(target.as_str()).is_some_and(|ids| ids.contains(fragment.as_str())))
        .then_some("no such place on the page")
}

/// The file that a relative link leads to; `None` if it leads out of the site.
fn resolve(page: &str, way: &str) -> Option<String> {
    if way.starts_with('/') || way.contains(':') {
        return None;
    }
    let decoded = percent_decode_str(way).decode_utf8_lossy();
    let mut parts: Vec<&str> = page.split('/').collect();
    parts.pop();
    for part in decoded.split('/') {
        match part {
            "." => {}
            ".." => drop(parts.pop()?),
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

/// What `check` says of anchors, with a pledge in which this is wrong.
#[track_caller]
fn anchors(pledge: &str, links: &str) -> Vec<String> {
    let page = format!("+++\nkind = \"page\"\ntitle = \"Om\"\n+++\n\n{links}\n");
    let site = Site::empty()
        .write("site.toml", "title = \"Arkivet\"\n")
        .write(
            "content/kommuner/habo/index.md",
            "+++\nkind = \"municipality\"\ntitle = \"Håbo kommun\"\ncode = \"0305\"\n+++\n",
        )
        .write("content/kommuner/habo/lofte.md", pledge)
        .write("content/om.md", page);
    let outcome = site.run(&["check", "--format", "json"]);
    let report: serde_json::Value = serde_json::from_str(&outcome.stdout).expect("JSON");
    let told = report["diagnostics"].as_array().expect("a list").iter();
    let errors = told.filter(|it| it["severity"] == "error");
    errors.map(|it| format!("{}:{}", it["code"].as_str().unwrap_or(""), it["line"])).collect()
}

/// A link into a file that cannot be read in full is judged by what could be read, together with what
/// is wrong with the file.
#[test]
fn an_anchor_into_a_file_with_mistakes_is_judged_at_once_and_never_falsely() {
    let pledge = |commitments: &str| {
        format!(
            "+++\nkind = \"pledge\"\ntitle = \"Löfte\"\nperiod = 2018\n{commitments}\n+++\n\n## Mål\n\nText.\n"
        )
    };
    let wrong = [
        "[[commitments]\nid = \"synas\"\ntext = \"Synas mer.\"",
        "[[commitments]]\nid = synas\ntext = \"Synas mer.\"",
        "[[commitments]]\nid = \"Synas\"\ntext = Synas mer.",
        "[[commitments]]\nid = \"synas\ntext = \"Synas mer.\"",
        "[[åtaganden]]\nid = \"synas\"\ntext = \"Synas mer.\"",
        "commitments = [{ id = \"synas\", text = \"Synas\" }",
        "[[commitments]]\nid: \"synas\"\ntext: \"Synas mer.\"",
        "[[commitments]]\nid = \"synas\"\ntext = 3\n[[commitments]]\nid = 4",
    ];
    for commitments in wrong {
        let right = "[a](kommuner/habo/lofte.md#lofte-synas) [b](kommuner/habo/lofte.md#mal)";
        let told = anchors(&pledge(commitments), right);
        assert!(!told.is_empty(), "{commitments}");
        assert!(told.iter().all(|it| !it.starts_with("anchor")), "{commitments}: {told:?}");
        let links = "[a](kommuner/habo/lofte.md#lofte-bada)\n[b](kommuner/habo/lofte.md#malet)";
        let told = anchors(&pledge(commitments), links);
        let missing: Vec<&String> = told.iter().filter(|it| it.starts_with("anchor")).collect();
        assert_eq!(missing, ["anchor-missing:6", "anchor-missing:7"], "{commitments}: {told:?}");
        // Links of its own.
        let own = format!("{}[a](#lofte-synas) [b](#mal)\n[c](#lofte-bada)\n", pledge(commitments));
        let told = anchors(&own, "");
        let missing = told.iter().filter(|it| it.starts_with("anchor")).count();
        assert_eq!(missing, 1, "{commitments}: {told:?}");
    }
    // The commitments may be those of a document that could not be read, or is not there.
    for extends in [
        "extends = \"nej.md\"",
        "extends = [\"nej.md\"",
        "extends = index.md",
        "translation_of = \"nej.md\"",
    ] {
        let told = anchors(&pledge(extends), "[a](kommuner/habo/lofte.md#lofte-synas)");
        assert!(!told.is_empty(), "{extends}");
        assert!(told.iter().all(|it| !it.starts_with("anchor")), "{extends}: {told:?}");
    }
    // A place that cannot be read has the headings that it has.
    let place = "+++\nkind = \"municipality\"\ntitle = 3\ncode = \"1421\"\n+++\n\n## Mål\n";
    let site = Site::empty()
        .write("site.toml", "title = \"Arkivet\"\n")
        .write("content/kommuner/orust/index.md", place)
        .write(
            "content/om.md",
            "+++\nkind = \"page\"\ntitle = \"Om\"\n+++\n\n[a](kommuner/orust/index.md#mal)\n[b](kommuner/orust/index.md#malet)\n",
        );
    let outcome = site.run(&["check", "--format", "json"]);
    assert_eq!(outcome.stdout.matches("anchor-missing").count(), 1, "{}", outcome.stdout);
}
