//! The search: the files that it is made of, whatever a site contains, and that they change no more
//! than they must. What a reader finds is tested in a browser, `tests/browser/search.test.mjs`.

mod support;

use std::collections::BTreeMap;
use std::fmt::Write as _;

use loftesarkiv::schema::{Kind, Status};
use serde_json::Value;
use support::Site;

/// A site with one municipality.
fn habo() -> Site {
    Site::empty().write("site.toml", "title = \"Arkivet\"\npublisher = \"Håbo kommun\"\n").write(
        "content/kommuner/habo/index.md",
        "+++\nkind = \"municipality\"\ntitle = \"Håbo kommun\"\ncode = \"0305\"\n+++\n",
    )
}

fn pledge(title: &str, text: &str) -> String {
    format!("+++\nkind = \"pledge\"\ntitle = \"{title}\"\nperiod = 2018\n+++\n\n{text}\n")
}

/// What a script of the site calls its function with.
#[track_caller]
fn held(site: &Site, name: &str) -> Value {
    let text = site.html(&format!("sok/{name}.js"));
    assert!(!text.contains('<') && !text.contains('\u{2028}'), "{text}");
    let call = format!("S(\"{name}\",");
    let value = text.strip_prefix(&call).and_then(|text| text.strip_suffix(");\n"));
    serde_json::from_str(value.unwrap_or_else(|| panic!("no call of S: {text}"))).unwrap()
}

/// The words of an index that is one file.
fn words(site: &Site) -> Vec<String> {
    let root = held(site, "rot");
    let mut before = String::new();
    let words = root["w"].as_str().expect("an index of one file").split('|').map(|entry| {
        let (word, _) = entry.split_once(' ').expect("a word and where it stands");
        let shared: usize = word[..1].parse().unwrap();
        before = before.chars().take(shared).chain(word[1..].chars()).collect();
        before.clone()
    });
    words.collect()
}

#[test]
fn a_text_may_contain_anything() {
    let long = "ö".repeat(1_000_000);
    let text = format!(
        "Slut </script><script>alert(1)</script> \u{2028} 🚓 مرحبا ”citat” \"rakt\" \\ snett.\n\n{long}\n"
    );
    let site = habo()
        .write("content/kommuner/habo/2018/medborgarlofte.md", pledge("Löfte </script>", &text))
        .build();
    let records = held(&site, "d-k-habo-0");
    assert_eq!(records[0][1], "Håbo kommun");
    assert_eq!(records[1][1], "Löfte </script>");
    let shown = records[1][10].as_str().unwrap();
    for part in ["</script>", "\u{2028}", "🚓", "مرحبا", "\"rakt\"", "\\ snett", &long] {
        assert!(shown.contains(part), "lacks {:?}", &part[..part.len().min(40)]);
    }
    let words = words(&site);
    for word in ["script", "aler", "مرحبا", &"ö".repeat(40)] {
        assert!(words.iter().any(|known| known == word), "{word}: {words:?}");
    }
    assert!(words.iter().all(|word| word.chars().count() <= 40));
}

#[test]
fn a_site_without_documents_or_dates_has_a_search_too() {
    let empty = habo().build();
    assert_eq!(held(&empty, "rot")["docs"], 1, "the municipality");
    let undated = habo()
        .write(
            "content/kommuner/habo/medborgarlofte.md",
            pledge("Medborgarlöfte", "Fler patruller.")
                .replace("period = 2018", "period = \"unknown\""),
        )
        .build();
    assert_eq!(held(&undated, "d-k-habo-0")[1][2], Value::Null);
    assert!(words(&undated).contains(&"patrul".to_owned()));
    let years = &held(&undated, "rot")["f"][1];
    assert_eq!(years, &serde_json::json!(["ar", []]));
}

/// A result says no day that the source does not: of a pledge for 2018 only the year is known.
#[test]
fn a_result_is_dated_no_more_precisely_than_its_document() {
    let signed = pledge("Undertecknat", "Text.")
        .replace("period = 2018", "period = 2018\nsigned = 2018-02-03");
    let site = habo()
        .write("content/kommuner/habo/2018/a.md", pledge("Utan dag", "Text."))
        .write("content/kommuner/habo/2018/b.md", signed)
        .build();
    let records = held(&site, "d-k-habo-0");
    let dates =
        records.as_array().unwrap().iter().map(|record| (record[1].clone(), record[2].clone()));
    let dates: BTreeMap<String, Value> =
        dates.map(|(title, date)| (title.as_str().unwrap().to_owned(), date)).collect();
    assert_eq!(dates["Utan dag"], "2018");
    assert_eq!(dates["Undertecknat"], "2018-02-03");
}

#[test]
fn a_place_may_be_named_after_a_device() {
    let site = habo()
        .write(
            "content/kommuner/habo/aux-omradet/index.md",
            "+++\nkind = \"district\"\ntitle = \"Aux\"\nmunicipality = \"habo\"\n+++\n",
        )
        .write("content/kommuner/habo/aux-omradet/lofte.md", pledge("Aux", "aux con nul"))
        .build();
    assert!(words(&site).contains(&"aux".to_owned()));
    for path in site.published().keys() {
        let name = path.rsplit('/').next().unwrap_or_default();
        let stem = name.split('.').next().unwrap_or_default();
        assert!(!matches!(stem, "aux" | "con" | "nul" | "prn"), "{path} cannot exist on Windows");
    }
}

/// A site with many words, whose index is cut.
fn large(documents: usize) -> Site {
    let mut site = habo();
    let mut seed: u64 = 1;
    let mut random = move |below: u64| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (seed >> 33) % below
    };
    const SYLLABLES: [&str; 16] = [
        "brott", "trygg", "våld", "skol", "park", "natt", "båt", "väg", "ung", "lök", "sten",
        "torg", "hus", "cykel", "moped", "gran",
    ];
    for n in 0..documents {
        let mut text = String::new();
        for _ in 0..120 {
            let parts = 1 + random(3);
            for _ in 0..parts {
                text.push_str(SYLLABLES[random(16) as usize]);
            }
            let _ = write!(text, "{} ", ["en", "et", "ar", "s"][random(4) as usize]);
        }
        let path = format!("content/kommuner/habo/{}/lofte-{n}.md", 2015 + n % 8);
        let file =
            pledge(&format!("Löfte {n}"), &text).replace("2018", &format!("{}", 2015 + n % 8));
        site = site.write(&path, file);
    }
    site
}

/// The scripts of a site.
fn scripts(site: &Site) -> BTreeMap<String, Vec<u8>> {
    let mut files = site.published();
    files.retain(|path, _| path.starts_with("sok/"));
    files
}

#[test]
fn the_files_are_the_same_with_any_number_of_threads() {
    let site = large(300);
    let with = |threads: &str| {
        let mut command = site.command(&["build", "--quiet", "--output", threads]);
        command.env("RAYON_NUM_THREADS", threads);
        site.finish(command).succeeds();
        let mut files = site.files(threads);
        files.retain(|path, _| path.starts_with("sok/"));
        files
    };
    let one = with("1");
    assert!(one.contains_key("sok/t-.js"), "it is cut: {:?}", one.keys());
    for threads in ["2", "8"] {
        assert!(one == with(threads), "not the same with {threads} threads");
    }
}

#[test]
fn a_changed_sentence_changes_few_files() {
    let site = large(400).build();
    let before = scripts(&site);
    let words = before.keys().filter(|path| path.starts_with("sok/t-")).count();
    assert!(words > 8, "{words} files of words");
    let path = "content/kommuner/habo/2017/lofte-42.md";
    let text = site.read(path);
    let site = site.write(path, format!("{text}\nGranparken får kvällsbelysning.\n")).build();
    let after = scripts(&site);
    let changed: Vec<&String> = after
        .iter()
        .filter(|(path, text)| before.get(*path) != Some(text))
        .map(|(path, _)| path)
        .collect();
    let of = |start: &str| changed.iter().filter(|path| path.starts_with(start)).count();
    assert!((1..=20).contains(&of("sok/t-")), "{changed:?}");
    assert_eq!(of("sok/d-"), 1, "{changed:?}");
    assert!(of("sok/v-") <= 3, "{changed:?}");
    assert_eq!(of("sok/f-"), 0, "{changed:?}");
}

#[test]
fn a_draft_is_not_found_before_it_is_published() {
    let draft = pledge("Utkast", "Hemlighet.").replace("period", "draft = true\nperiod");
    let site = habo().write("content/kommuner/habo/2018/medborgarlofte.md", draft).build();
    assert!(!words(&site).iter().any(|word| word.starts_with("hemligh")));
    let site =
        site.change("content/kommuner/habo/2018/medborgarlofte.md", "draft = true\n", "").build();
    assert!(words(&site).iter().any(|word| word.starts_with("hemligh")));
}

#[test]
fn a_file_that_nothing_publishes_takes_no_address() {
    let notice = |links: &str, keys: &str| {
        format!("+++\nkind = \"page\"\ntitle = \"Om\"\n{keys}+++\n\nText. {links}\n")
    };
    let site = || habo().write("content/sok/gammal.pdf", "%PDF-1.4\n");
    let ignored = "warning file-ignored content/sok/gammal.pdf:1";
    let site = site().write("content/om.md", notice("", "")).reports(ignored).build();
    let site = site.publishes("sok.html").publishes("sok/rot.js");
    // A draft that links to it publishes it no more than none does.
    let link = "[Gammal](sok/gammal.pdf)";
    let site = site.write("content/utkast.md", notice(link, "draft = true\n")).build();
    site.publishes("sok.html").omits("sok/gammal.pdf");
    for (file, text) in [
        ("content/om.md", notice(link, "")),
        (
            "content/om.md",
            notice("", "[[attachments]]\nfile = \"sok/gammal.pdf\"\ntitle = \"G\"\n"),
        ),
    ] {
        let site = habo().write("content/sok/gammal.pdf", "%PDF-1.4\n").write(file, text);
        let site = site.reports("warning page-left-out content/sok/gammal.pdf:1").build();
        site.omits("sok.html").publishes("sok/gammal.pdf");
    }
}

#[test]
fn an_editor_who_had_the_address_keeps_it() {
    let site = habo().write(
        "content/sok.md",
        "+++\nkind = \"page\"\ntitle = \"Så söker du\"\n+++\n\nRing oss.\n",
    );
    let site = site.reports("warning page-left-out content/sok.md:1").build();
    let site = site.has("sok.html", "Ring oss").omits("sok/rot.js");
    assert!(!site.html("index.html").contains(">Sök<"), "no link to what is no search");
}

#[test]
fn every_kind_and_status_can_be_chosen() {
    let page = habo().build().read("public/sok.html");
    let statuses = Status::WORDS.iter().map(|word| format!("data-status-{}=", word.word));
    let kinds = Kind::ALL.iter().map(|kind| format!("data-kind-{}=", kind.as_str()));
    for name in kinds.chain(statuses) {
        assert!(page.contains(&name), "no {name}");
    }
}

#[test]
fn the_index_names_the_municipalities_that_the_archive_does_not_have() {
    let root = held(&habo().build(), "rot");
    let names: Vec<&str> = root["a"].as_str().expect("names").split('|').collect();
    assert_eq!(names.len(), 289);
    assert!(names.contains(&"Habo") && !names.contains(&"Håbo"), "{names:?}");
    let words: Vec<&str> = names.into_iter().filter(|name| name.ends_with('!')).collect();
    assert_eq!(words, ["Lund!", "Mark!", "Vara!", "Kil!", "Åre!", "Berg!", "Boden!"]);
}
