//! Which folders may be published to.

use std::fs;
use std::path::{Path, PathBuf};

use loftesarkiv::publish::{OutputRefusal, PublishError, check_output};

use crate::site::Site;

fn refusal(site: &Site, output: impl AsRef<Path>) -> Option<OutputRefusal> {
    let output = site.folder.join(output);
    match check_output(&site.folder, &output, Some(&site.folder.join("home/anna"))) {
        Ok(_) => None,
        Err(PublishError::Refused { why, .. }) => Some(why),
        Err(other) => panic!("{other:?}"),
    }
}

fn site() -> Site {
    let site = Site::new();
    fs::create_dir_all(site.folder.join("home/anna")).unwrap();
    fs::create_dir_all(site.folder.join("content/kommuner")).unwrap();
    site
}

#[test]
fn a_new_or_empty_folder_may_be() {
    let site = site();
    fs::create_dir(site.folder.join("empty")).unwrap();
    for output in [
        "public",
        "empty",
        "deep/er/still",
        "content-old",
        "seals-old",
        ".gitlab-pages",
        "home/anna/public",
        "public/",
    ] {
        assert_eq!(refusal(&site, output), None, "{output}");
    }
}

#[test]
fn sources_home_and_root_are_refused_however_they_are_written() {
    let site = site();
    let content = || site.folder.join("content");
    let themes = || site.folder.join("themes");
    let cases: [(PathBuf, OutputRefusal); 24] = [
        ("/".into(), OutputRefusal::Root),
        ("/..".into(), OutputRefusal::Root),
        (".".into(), OutputRefusal::Site),
        ("".into(), OutputRefusal::Site),
        ("content/..".into(), OutputRefusal::Site),
        ("nowhere/..".into(), OutputRefusal::Site),
        ("..".into(), OutputRefusal::Home),
        ("home".into(), OutputRefusal::Home),
        ("home/anna/".into(), OutputRefusal::Home),
        ("content".into(), OutputRefusal::Inside(content())),
        ("content/kommuner/public".into(), OutputRefusal::Inside(content())),
        ("public/../content/new".into(), OutputRefusal::Inside(content())),
        ("CONTENT".into(), OutputRefusal::Inside(content())),
        ("Themes/new".into(), OutputRefusal::Inside(themes())),
        ("themes/default".into(), OutputRefusal::Inside(themes())),
        ("seals/x".into(), OutputRefusal::Kept(site.folder.join("seals"))),
        ("Seals".into(), OutputRefusal::Kept(site.folder.join("seals"))),
        ("packages/2020".into(), OutputRefusal::Kept(site.folder.join("packages"))),
        (".github/pages".into(), OutputRefusal::Kept(site.folder.join(".github"))),
        (".git/x/y".into(), OutputRefusal::Kept(site.folder.join(".git"))),
        ("docs/.git".into(), OutputRefusal::Kept(site.folder.join("docs/.git"))),
        (".loftesarkiv".into(), OutputRefusal::Own),
        ("public/.loftesarkiv".into(), OutputRefusal::Own),
        ("public/.Loftesarkiv/staging/x".into(), OutputRefusal::Own),
    ];
    for (output, why) in cases {
        assert_eq!(refusal(&site, &output), Some(why), "{}", output.display());
    }
}

#[test]
fn a_folder_that_holds_the_site_is_refused() {
    let site = site();
    let above = site.folder.parent().unwrap();
    match check_output(&site.folder, above, None) {
        Err(PublishError::Refused { why, .. }) => {
            assert_eq!(why, OutputRefusal::Holds(site.folder.clone()));
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_theme_folder_that_does_not_exist_yet_is_refused_too() {
    let site = site();
    fs::remove_dir(site.folder.join("themes")).unwrap();
    assert_eq!(refusal(&site, "themes/x"), Some(OutputRefusal::Inside(site.folder.join("themes"))));
}

#[test]
fn a_folder_with_files_and_no_manifest_is_refused() {
    let site = site();
    fs::create_dir_all(site.folder.join("full/.loftesarkiv")).unwrap();
    assert_eq!(refusal(&site, "full"), None);
    fs::write(site.folder.join("full/mine.txt"), "mine").unwrap();
    assert_eq!(refusal(&site, "full"), Some(OutputRefusal::NotOurs));
    fs::remove_dir(site.folder.join("full/.loftesarkiv")).unwrap();
    assert_eq!(refusal(&site, "full"), Some(OutputRefusal::NotOurs));
}

#[test]
fn files_that_came_since_the_check_are_not_written_among() {
    let site = Site::of(&["a.html"]);
    let output = site.checked_output().unwrap();
    site.put("mine.txt", "mine");
    let nothing = loftesarkiv::publish::publish(&loftesarkiv::publish::Request {
        site: &site.folder,
        output: &output,
        addresses: &[],
        prepare: &|_| unreachable!("there are no pages"),
        inputs: site.digest_of_inputs(),
        kept: &|_| false,
        remembered: &site.remembered(),
        report: &|_| vec![],
        ledger: None,
        made: &|| (),
        progress: &|_, _| {},
        interrupted: &|| false,
        checksums: true,
    });
    assert!(matches!(nothing, Err(PublishError::Refused { why: OutputRefusal::NotOurs, .. })));
    assert_eq!(site.own_folder(), [""; 0]);
}

#[test]
fn a_file_is_no_folder() {
    let site = site();
    fs::write(site.folder.join("file"), "").unwrap();
    assert_eq!(refusal(&site, "file"), Some(OutputRefusal::NoFolder));
    assert_eq!(refusal(&site, "file/below"), Some(OutputRefusal::NoFolder));
    assert_eq!(refusal(&site, "file/far/below"), Some(OutputRefusal::NoFolder));
}

#[cfg(unix)]
#[test]
fn links_are_seen_through_and_none_is_written_to() {
    use std::os::unix::fs::symlink;
    let site = site();
    let path = |name: &str| site.folder.join(name);
    fs::create_dir(path("elsewhere")).unwrap();
    symlink(path("elsewhere"), path("link")).unwrap();
    symlink(path("nowhere"), path("dangling")).unwrap();
    symlink(path("content"), path("innocent")).unwrap();

    assert_eq!(refusal(&site, "link"), Some(OutputRefusal::Link(Some(path("elsewhere")))));
    assert_eq!(refusal(&site, "link/"), Some(OutputRefusal::Link(Some(path("elsewhere")))));
    assert_eq!(refusal(&site, "dangling"), Some(OutputRefusal::Link(None)));
    assert_eq!(refusal(&site, "innocent"), Some(OutputRefusal::Inside(path("content"))));
    assert_eq!(refusal(&site, "innocent/new"), Some(OutputRefusal::Inside(path("content"))));
    assert_eq!(refusal(&site, "link/new"), None);

    // Sources that are kept elsewhere are sources nevertheless.
    fs::remove_dir(path("themes")).unwrap();
    symlink(path("elsewhere"), path("themes")).unwrap();
    assert_eq!(refusal(&site, "elsewhere/new"), Some(OutputRefusal::Inside(path("themes"))));
    assert_eq!(refusal(&site, "elsewhere"), Some(OutputRefusal::Inside(path("themes"))));
}
