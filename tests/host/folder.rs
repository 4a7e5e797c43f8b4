//! Publishing to a folder: what is sent, what is deleted, and what is refused.

use crate::sites::{Published, site};

#[test]
fn the_folder_becomes_the_built_site() {
    let published = site();
    let first = published.site.run(&["publish"]).succeeds();
    published.is_published("first");
    assert!(first.stderr.contains("Nytt: Medborgarlöfte 2018"), "{}", first.stderr);
    assert!(!published.www().join(".loftesarkiv").exists());

    let again = published.site.run(&["publish"]).succeeds();
    assert!(again.stderr.contains("har redan allt"), "{}", again.stderr);

    let published = published.with_strangers().changed();
    let edited = published.site.run(&["publish", "--verify"]).succeeds();
    for told in ["Nytt: Medborgarlöfte 2020", "Ändrat: Medborgarlöfte 2018", "lästa tillbaka"] {
        assert!(edited.stderr.contains(told), "no {told:?} in {}", edited.stderr);
    }
    published.is_published("after a change");
    published.strangers_are_untouched("after a change");
}

#[test]
fn a_folder_that_is_no_site_is_said_to_be_none() {
    let told = crate::support::Site::empty().run(&["publish"]);
    assert!(told.stderr.contains("är ingen webbplats"), "{}", told.stderr);
    assert!(!told.stderr.contains("Kör publish igen"), "{}", told.stderr);
}

#[test]
fn withdrawn_pages_and_emptied_folders_are_deleted_but_no_strangers_files() {
    let published = site();
    published.site.run(&["publish"]).succeeds();
    let timeline = "kommuner/eskilstuna/2019/index.html";
    assert!(published.www().join(timeline).exists());
    // Without the second document the years end in 2018.
    let published = published.without(&["2019"]).with_strangers();
    let outcome = published.site.run(&["publish", "--yes"]).succeeds();
    assert!(outcome.stderr.contains("Tas bort: kommuner/eskilstuna/2019/"), "{}", outcome.stderr);
    published.is_published("after withdrawal");
    published.strangers_are_untouched("after withdrawal");
    assert!(!published.www().join("ar/2019").exists(), "an empty folder is left");
}

#[test]
fn a_dry_run_changes_nothing_anywhere() {
    let published = site();
    // But for what builds remember of themselves.
    let kept = || {
        let mut files = published.site.files("");
        files.retain(|name, _| !name.starts_with(".loftesarkiv/"));
        files
    };
    let before = kept();
    let outcome = published.site.run(&["publish", "--dry-run"]).succeeds();
    assert!(outcome.stderr.contains("nya filer"), "{}", outcome.stderr);
    assert_eq!(before, kept(), "in the site's folder");
    assert!(!published.www().exists(), "on the host");
}

#[test]
fn what_systems_leave_in_a_folder_is_nobody_s() {
    let published = site();
    for name in ["Thumbs.db", "desktop.ini", ".DS_Store", "._index.html", "$RECYCLE.BIN/a"] {
        let path = published.www().join(name);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        std::fs::write(path, "").expect("a file");
    }
    published.site.run(&["publish"]).succeeds();
    assert!(published.www().join("index.html").exists());
    assert!(published.www().join("Thumbs.db").exists());
}

#[test]
fn a_folder_that_is_not_ours_is_refused() {
    let published = site();
    std::fs::create_dir(published.www()).expect("a folder");
    std::fs::write(published.www().join("index.html"), "Någon annans.").expect("a file");
    published.site.run(&["publish"]).ends(2, &["är inte tom", "index.html", "Töm den"]);
    assert_eq!(published.there().len(), 1);

    // What systems put there by themselves is no site.
    std::fs::remove_file(published.www().join("index.html")).expect("a removal");
    std::fs::write(published.www().join(".DS_Store"), "").expect("a file");
    published.site.run(&["publish"]).succeeds();
}

#[test]
fn what_lies_where_a_new_page_is_to_be_is_refused_before_anything_is_sent() {
    let published = site();
    published.site.run(&["publish"]).succeeds();
    let published = published.changed();
    let page = published.www().join("kommuner/eskilstuna/2020/medborgarlofte.html");
    std::fs::create_dir_all(page.parent().expect("a folder")).expect("a folder");
    std::fs::write(&page, "Någon annans.").expect("a file");
    let before = published.there();
    published.site.run(&["publish"]).ends(2, &["medborgarlofte.html", "Inget har ersatts"]);
    assert_eq!(before, published.there());

    // The very same file is taken for what it is.
    let built = published.site.published();
    let own = &built["kommuner/eskilstuna/2020/medborgarlofte.html"];
    std::fs::write(&page, own).expect("a file");
    published.site.run(&["publish"]).succeeds();
    published.is_published("adopted");

    // A link where a folder is to be leads who knows where.
    let folder = published.www().join("ar");
    let elsewhere = published.host.path("elsewhere");
    std::fs::rename(&folder, &elsewhere).expect("a move");
    std::os::unix::fs::symlink(&elsewhere, &folder).expect("a link");
    let site = published.site.change("site.toml", "\"Arkivet\"", "\"Nya arkivet\"");
    site.run(&["publish", "--yes"]).ends(2, &["ar", "Inget har ersatts"]);
}

#[test]
fn another_site_is_not_replaced_without_a_yes() {
    let first = site();
    first.site.run(&["publish"]).succeeds();
    let before = first.there();
    // The same municipality, and so many of the same addresses.
    let www = first.www().display().to_string();
    let settings =
        format!("title = \"Grannens arkiv\"\nlanguage = \"sv\"\n\n[publish]\nto = \"{www}\"\n");
    let second = site().site.write("site.toml", &settings);
    let words = ["”Arkivet”", "”Grannens arkiv”", "Inget har skickats", "--yes"];
    second.run(&["publish"]).ends(2, &words);
    second.run(&["publish", "--dry-run"]).ends(2, &words);
    assert_eq!(before, first.there());
    second.run(&["publish", "--yes"]).succeeds();
    assert!(first.there() == second.published());
    // A new title and the same address is the same site.
    let with_address = |title: &str| {
        settings
            .replace("Grannens arkiv", title)
            .replace("language", "base_url = \"http://127.0.0.1:9/\"\nlanguage")
    };
    let second = second.write("site.toml", with_address("Grannens arkiv"));
    second.run(&["publish"]).succeeds();
    let second = second.write("site.toml", with_address("Nya namnet"));
    second.run(&["publish"]).succeeds();
}

#[test]
fn more_than_a_fifth_is_deleted_only_with_yes() {
    let Published { site, host } = site();
    let text = site.read("content/kommuner/eskilstuna/2018/medborgarlofte.md");
    let text = text.replace("2018", "2017");
    let site = site.write("content/kommuner/eskilstuna/2017/medborgarlofte.md", text);
    let published = Published { site, host };
    published.site.run(&["publish"]).succeeds();
    let before = published.there();
    let published = published.without(&["2017", "2018", "2019"]);
    published.site.run(&["publish"]).ends(2, &["mer än en femtedel", "--dry-run", "--yes"]);
    assert_eq!(before, published.there());
    published.site.run(&["publish", "--yes"]).succeeds();
    published.is_published("with --yes");
}

#[test]
fn a_damaged_list_on_the_host_is_refused() {
    let published = site();
    published.site.run(&["publish"]).succeeds();
    let list = published.www().join("SHA256SUMS");
    let text = std::fs::read_to_string(&list).expect("a list");
    let lines: Vec<&str> = text.lines().collect();
    std::fs::write(&list, lines[..lines.len() - 2].join("\n")).expect("a list");
    let published = published.changed();
    let before = published.there();
    published.site.run(&["publish"]).ends(2, &["SHA256SUMS", "inte hel"]);
    assert_eq!(before, published.there());
}

#[test]
fn folders_that_overlap_the_site_are_refused() {
    for inside in ["", "public", "content/x", "ut"] {
        let published = site();
        let to = published.site.path(inside).display().to_string();
        let settings = format!("title = \"A\"\n[publish]\nto = \"{to}\"\n");
        let site = published.site.write("site.toml", settings);
        site.run(&["publish"]).ends(2, &["webbplatsens egen"]);
    }
    let published = site();
    let above = published.site.path("").parent().expect("a folder").display().to_string();
    let settings = format!("title = \"A\"\n[publish]\nto = \"{above}\"\n");
    published.site.write("site.toml", settings).run(&["publish"]).ends(2, &["rymmer den"]);
}

#[test]
fn targets_have_names_and_what_is_wrong_is_explained() {
    let settings = |publish: &str| format!("title = \"A\"\nlanguage = \"sv\"\n{publish}");
    let refused = |publish: &str, arguments: &[&str], words: &[&str]| {
        let site = site().site.write("site.toml", settings(publish));
        let arguments: Vec<&str> = ["publish"].iter().chain(arguments).copied().collect();
        site.run(&arguments).ends(2, words);
    };
    refused("", &[], &["säger inte vart", "[publish]"]);
    refused("[publish]\nto = \"ftp://x/y\"\n", &[], &["ftp://x/y", "sftp://konto@server/mapp"]);
    refused("[publish]\nto = \"/finns/inte/alls\"\n", &[], &["/finns/inte/alls", "finns inte"]);
    let both = "[publish.prov]\nto = \"/a\"\n[publish.skarp]\nto = \"/b\"\n";
    refused(both, &[], &["flera", "--target: prov, skarp"]);
    refused(both, &["--target", "annan"], &["annan", "prov, skarp"]);
}

#[test]
fn errors_in_the_site_stop_before_anything_is_sent() {
    let published = site();
    let site = published.site.write("content/fel.md", "+++\nkind = \"pledge\"\n+++\n");
    site.run(&["publish"]).ends(1, &["content/fel.md"]);
    assert!(!published.host.path("www").exists());
}

#[test]
fn what_somebody_removed_or_wrote_in_is_sent_again() {
    let published = site();
    published.site.run(&["publish"]).succeeds();
    let start = published.www().join("index.html");
    let page = "kommuner/eskilstuna/2018/medborgarlofte.html";
    std::fs::remove_file(published.www().join(page)).expect("a removal");
    let longer = std::fs::read_to_string(&start).expect("a page") + "x\n";
    std::fs::write(&start, longer).expect("a page");

    let dry = published.site.run(&["publish", "--dry-run"]).succeeds();
    assert!(dry.stderr.contains("0 nya filer, 2 ändrade"), "{}", dry.stderr);
    let mended = published.site.run(&["publish"]).succeeds();
    assert!(!mended.stderr.contains("har redan allt"), "{}", mended.stderr);
    for told in ["skickas igen: ", "index.html", page, "2 filer skickade"] {
        assert!(mended.stderr.contains(told), "no {told:?} in {}", mended.stderr);
    }
    published.is_published("mended");

    // Of the same size: only reading shows it.
    let text = std::fs::read_to_string(&start).expect("a page");
    std::fs::write(&start, text.replacen("Arkivet", "Arkivxx", 1)).expect("a page");
    let read = published.site.run(&["publish", "--verify"]).succeeds();
    for told in ["skickas igen: index.html", "1 filer skickade", "lästa tillbaka"] {
        assert!(read.stderr.contains(told), "no {told:?} in {}", read.stderr);
    }
    published.is_published("read back and mended");
    let again = published.site.run(&["publish", "--verify"]).succeeds();
    assert!(again.stderr.contains("har redan allt"), "{}", again.stderr);

    // A folder where a page was is somebody else's.
    std::fs::remove_file(&start).expect("a removal");
    std::fs::create_dir(&start).expect("a folder");
    published.site.run(&["publish"]).ends(2, &["index.html", "Inget har ersatts"]);
}
