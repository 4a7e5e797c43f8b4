//! What publishing does, rule by rule.

use std::fs;

use loftesarkiv::diagnostic::{Code, Problem, Source};
use loftesarkiv::publish::disk::RealDisk;
use loftesarkiv::publish::{MakeError, PublishError};
use loftesarkiv::text;

use crate::site::{Page, Site, counts, modified, tree};

fn broken(name: &str) -> Page {
    let source = Source::path_only(name);
    let text = || text!("trasig {name}", "broken {name}");
    Page::Broken(MakeError::from(Problem::in_file(Code::ThemeTemplate, &source, text(), text())))
}

#[test]
fn a_plan_becomes_files() {
    let mut site = Site::of(&["index.html", "kommuner/habo/2018/lofte.html"]);
    fs::write(site.folder.join("content/Avtal.PDF"), "%PDF").unwrap();
    site.pages.insert("avtal.pdf".into(), Page::Copy("content/Avtal.PDF".into()));

    let published = site.publish_on(&RealDisk).unwrap();

    let expected = tree(&[
        ("avtal.pdf", "%PDF"),
        ("index.html", "index.html"),
        ("kommuner/habo/2018/lofte.html", "kommuner/habo/2018/lofte.html"),
    ]);
    assert_eq!(site.tree(), expected);
    assert_eq!(counts(&published), (3, 0, 0));
    assert_eq!(published.bytes, 4 + 10 + 29);
    assert_eq!(site.own_folder(), ["lock", "manifest", "seen"]);
}

#[test]
fn what_is_not_planned_any_more_is_deleted_with_the_folders_it_leaves_empty() {
    let mut site = Site::of(&["index.html", "a/b/c/one.html", "a/two.html"]);
    site.publish().unwrap();
    site.remove("a/b/c/one.html");

    let published = site.publish_on(&RealDisk).unwrap();

    assert_eq!(counts(&published), (0, 2, 1));
    assert_eq!(site.tree(), tree(&[("a/two.html", "a/two.html"), ("index.html", "index.html")]));
}

#[test]
fn only_pages_with_another_key_are_made_and_only_other_bytes_are_written() {
    let mut site = Site::of(&["a.html", "b.html", "c.html"]);
    site.publish().unwrap();
    assert_eq!(site.made(), ["a.html", "b.html", "c.html"]);
    let before = modified(&site.output().join("a.html"));
    site.set("b.html", "new");

    let published = site.publish().unwrap();

    assert_eq!(site.made(), ["b.html"]);
    assert_eq!(counts(&published), (1, 2, 0));
    assert_eq!(modified(&site.output().join("a.html")), before);
}

#[test]
fn a_second_publish_touches_nothing() {
    let mut site = Site::of(&["a.html", "b/c.html"]);
    site.checksums = true;
    site.ledger = Some("published = []\n".into());
    site.publish().unwrap();
    site.made();
    let times = |site: &Site| {
        ["a.html", "b/c.html", "SHA256SUMS", ".loftesarkiv/manifest", "../addresses.toml"]
            .map(|path| modified(&site.output().join(path)))
    };
    let before = times(&site);

    let published = site.publish().unwrap();

    assert_eq!(counts(&published), (0, 3, 0));
    assert_eq!(site.made(), [""; 0]);
    assert_eq!(times(&site), before);
}

#[test]
fn a_new_day_with_the_same_pages_writes_no_page() {
    let mut site = Site::of(&["a.html"]);
    site.publish().unwrap();
    site.inputs += 1;
    assert_eq!(site.unchanged(), None);

    assert_eq!(counts(&site.publish().unwrap()), (0, 1, 0));

    assert!(site.unchanged().is_some());
}

#[test]
fn an_address_can_turn_from_file_to_folder_and_back() {
    let mut site = Site::of(&["a", "b/c/one.html", "b/two.html"]);
    site.publish().unwrap();

    let mut turned = Site::of(&["a/x/three.html", "b"]);
    std::mem::swap(&mut site.pages, &mut turned.pages);
    let published = site.publish().unwrap();
    assert_eq!(counts(&published), (2, 0, 3));
    assert_eq!(site.tree(), site.planned());

    std::mem::swap(&mut site.pages, &mut turned.pages);
    site.publish().unwrap();
    assert_eq!(site.tree(), site.planned());
}

#[cfg(unix)]
#[test]
fn everyone_may_read_what_is_published_whatever_the_source_allows() {
    use std::os::unix::fs::PermissionsExt;
    let mut site = Site::of(&["a/b.html"]);
    let source = site.folder.join("content/secret.pdf");
    fs::write(&source, "%PDF").unwrap();
    fs::set_permissions(&source, fs::Permissions::from_mode(0o600)).unwrap();
    site.pages.insert("a/secret.pdf".into(), Page::Copy("content/secret.pdf".into()));
    site.publish().unwrap();

    let mode =
        |path: &str| fs::metadata(site.output().join(path)).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode("a/secret.pdf"), 0o644);
    assert_eq!(mode("a/b.html"), 0o644);
    assert_eq!(mode("a"), 0o755);
    assert_eq!(mode(""), 0o755);
}

#[cfg(unix)]
#[test]
fn everyone_may_read_what_is_published_whatever_the_umask() {
    let test = "rules::everyone_may_read_what_is_published_whatever_the_source_allows";
    for umask in ["077", "000"] {
        // The umask belongs to the whole process, in which the other tests run.
        let output = std::process::Command::new("sh")
            .args(["-c", "umask \"$1\"; exec \"$0\" --exact \"$2\""])
            .arg(std::env::current_exe().unwrap())
            .args([umask, test])
            .output()
            .unwrap();
        let told = String::from_utf8_lossy(&output.stdout);
        assert!(output.status.success() && told.contains("1 passed"), "umask {umask}: {told}");
    }
}

#[test]
fn a_page_that_cannot_be_made_leaves_everything_as_it_was() {
    let mut site = Site::of(&["a.html", "b.html", "c.html"]);
    site.publish().unwrap();
    let before = site.tree();
    site.set("a.html", "new");
    site.remove("c.html");
    site.pages.insert("x.html".into(), broken("x"));
    site.pages.insert("y.html".into(), broken("y"));
    site.ledger = Some("published = []\n".into());

    match site.publish() {
        Err(PublishError::Make(MakeError(problems))) => {
            let said: Vec<_> = problems.iter().map(|p| &*p.message.en).collect();
            assert_eq!(said, ["broken x", "broken y"]);
        }
        other => panic!("{other:?}"),
    }
    assert_eq!(site.tree(), before);
    assert_eq!(site.own_folder(), ["lock", "manifest", "seen"]);
    assert!(!site.folder.join("addresses.toml").exists());
}

#[test]
fn the_first_hundred_broken_pages_are_told_whatever_the_threads() {
    let mut site = Site::new();
    let name = |n: usize| format!("{n:04}.html");
    (0..1000).filter(|n| n % 3 == 0).for_each(|n| {
        site.pages.insert(name(n), broken(&name(n)));
    });
    (0..1000).filter(|n| n % 3 != 0).for_each(|n| site.set(&name(n), "whole"));
    let expected: Vec<String> = (0..300).filter(|n| n % 3 == 0).map(name).collect();

    for threads in [1, 2, 7] {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        match pool.install(|| site.publish()) {
            Err(PublishError::Make(MakeError(problems))) => {
                let said: Vec<_> = problems.iter().map(|p| p.source.path.to_string()).collect();
                assert_eq!(said, expected);
            }
            other => panic!("{other:?}"),
        }
    }
}

#[test]
fn addresses_that_cannot_both_exist_are_refused_before_anything_is_written() {
    for (plan, first, second) in [
        (&["a", "a/b/c.html"][..], "a", "a/b/c.html"),
        (&["a-b", "a/x", "a/x/y"][..], "a/x", "a/x/y"),
        (&["SHA256SUMS"][..], "SHA256SUMS", "SHA256SUMS"),
    ] {
        let mut site = Site::of(plan);
        site.checksums = true;
        match site.publish() {
            Err(PublishError::Collision { first: a, second: b }) => {
                assert_eq!((a.as_str(), b.as_str()), (first, second));
            }
            other => panic!("{other:?}"),
        }
        assert!(!site.output().exists());
    }
}

#[test]
fn the_same_pages_give_the_same_manifest_whatever_the_threads() {
    let manifest = |threads: usize| {
        let mut site = Site::new();
        (0..500).for_each(|n| site.set(&format!("{}/{n}.html", n % 7), &n.to_string()));
        site.checksums = true;
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        pool.install(|| site.publish()).unwrap();
        assert_eq!(site.tree(), site.planned());
        fs::read_to_string(site.output().join(".loftesarkiv/manifest")).unwrap()
    };
    assert_eq!(manifest(1), manifest(5));
}

#[test]
fn unchanged_gives_the_report_only_when_all_is_as_it_was_left() {
    let site = Site::of(&["a.html", "b.html"]);
    assert_eq!(site.unchanged(), None);
    site.publish().unwrap();
    assert_eq!(site.unchanged().unwrap(), "foreign: []\nend\n");

    let own = site.output().join(".loftesarkiv");
    fs::create_dir(own.join("staging")).unwrap();
    assert_eq!(site.unchanged(), None, "an interrupted build left something to clear");
    site.publish().unwrap();
    assert!(site.unchanged().is_some());

    let seen = fs::read_to_string(own.join("seen")).unwrap();
    for odd in ["", "loftesarkiv seen 1 0", &seen[..seen.len() - 4], &seen.replace(' ', "  ")] {
        fs::write(own.join("seen"), odd).unwrap();
        assert_eq!(site.unchanged(), None);
    }
    site.publish().unwrap();
    assert!(site.unchanged().is_some());

    fs::remove_file(site.output().join("b.html")).unwrap();
    assert_eq!(site.unchanged(), None);
}

/// The files that an error reports as changed.
fn changed(result: Result<loftesarkiv::publish::Published, PublishError>) -> Vec<String> {
    let Err(error) = result else { panic!("published: {result:?}") };
    let problems = error.problems("public");
    assert!(problems.iter().all(|problem| problem.code == Code::AttachmentChanged), "{error:?}");
    problems.into_iter().map(|problem| problem.source.path.to_string()).collect()
}

fn copied(site: &mut Site, address: &str, now: &str, seen: &str) {
    let path = format!("content/{address}");
    fs::write(site.folder.join(&path), now).unwrap();
    site.pages.insert(address.into(), Page::Changed(path, seen.into()));
}

#[test]
fn a_file_that_is_not_what_was_looked_through_is_told_and_nothing_is_published() {
    let mut site = Site::of(&["a.html"]);
    copied(&mut site, "a.pdf", "new", "old");
    copied(&mut site, "b.svg", "same", "same");
    copied(&mut site, "c.csv", "longer than before", "before");

    let told = changed(site.publish_on(&RealDisk));

    assert_eq!(told, ["content/a.pdf", "content/c.csv"]);
    assert_eq!(site.tree(), tree(&[]));
    assert_eq!(site.own_folder(), [""; 0]);
    // Once it has been read again, it is published.
    copied(&mut site, "a.pdf", "new", "new");
    copied(&mut site, "c.csv", "longer than before", "longer than before");
    assert_eq!(counts(&site.publish().unwrap()), (4, 0, 0));
}

#[test]
fn what_stood_there_stays_when_the_file_that_would_take_its_place_has_changed() {
    let mut site = Site::of(&["a.html"]);
    copied(&mut site, "a.pdf", "first", "first");
    site.publish().unwrap();
    let before = site.tree();
    site.set("a.html", "new");
    copied(&mut site, "a.pdf", "third", "second");

    assert_eq!(changed(site.publish()), ["content/a.pdf"]);

    assert_eq!(site.tree(), before);
    assert_eq!(site.own_folder(), ["lock", "manifest", "seen"]);
}

#[test]
fn a_changed_file_is_not_taken_for_what_happens_to_stand_in_its_place() {
    let mut site = Site::of(&["a.html"]);
    site.publish().unwrap();
    site.put("a.pdf", "new");
    copied(&mut site, "a.pdf", "new", "old");

    assert_eq!(changed(site.publish()), ["content/a.pdf"]);

    assert_eq!(site.tree(), tree(&[("a.html", "a.html"), ("a.pdf", "new")]));
    assert!(site.own_folder().contains(&"manifest".to_owned()));
    // Nothing is recorded about it: it is still somebody else's.
    site.remove("a.pdf");
    assert_eq!(site.publish().unwrap().foreign, ["a.pdf"]);
}
