//! What the program remembers of a build, and where: nothing of a source that is not published may
//! be in the output, and nothing that is wrong may be forgotten because of what is remembered.

use std::fs;
#[cfg(unix)]
use std::path::Path;

use crate::support::Site;

const PLACE: &str = "+++\nkind = \"municipality\"\ntitle = \"Håbo kommun\"\ncode = \"0305\"\n+++\n";
const PAGE: &str = "+++\nkind = \"page\"\ntitle = \"Sida\"\n+++\n\nText.\n";
const DRAFT: &str = "+++\nkind = \"notice\"\ntitle = \"Utkast\"\ndate = 2019-05-01\ndraft = true\n+++\n\n\
                     Anna Exempelsson, 19121212-1212, anna.exempelsson@gmail.com.\n";

fn site() -> Site {
    Site::empty()
        .write("site.toml", "title = \"Arkivet\"\n")
        .write("content/kommuner/habo/index.md", PLACE)
        .write("content/sida.md", PAGE)
}

#[test]
fn nothing_of_a_draft_is_in_the_output() {
    let site = site().write("content/kommuner/habo/2019/utkast.md", DRAFT).build();
    for (path, bytes) in site.files("public") {
        let text = String::from_utf8_lossy(&bytes);
        for secret in ["Exempelsson", "19121212", "utkast", "Utkast"] {
            assert!(!text.contains(secret), "{path} holds {secret}");
        }
    }
    // It is remembered in the site's folder, out of version control.
    assert!(site.read(".loftesarkiv/report").contains("19121212"));
    assert_eq!(site.read(".loftesarkiv/.gitignore"), "*\n");
    let again = site.run(&["build"]).ends(0, &["personal-number", "inget hade ändrats"]);
    let site = site.remove(".loftesarkiv");
    let forgotten = site.run(&["build"]).ends(0, &["personal-number", "inget hade ändrats"]);
    let told = |said: &str| said.split(" (").next().map(str::to_owned);
    assert_eq!(told(&again.stderr), told(&forgotten.stderr));
}

#[cfg(unix)]
#[test]
fn nothing_is_remembered_through_a_link() {
    let elsewhere = Site::empty();
    let site = site();
    std::os::unix::fs::symlink(elsewhere.path(""), site.path(".loftesarkiv")).expect("a link");
    let site = site.build().publishes("sida.html");
    site.run(&["build"]).ends(0, &["inget hade ändrats"]);
    assert!(elsewhere.files("").is_empty());
}

/// What is wrong, and how a site gets it.
#[cfg(unix)]
type Trouble = (&'static str, Box<dyn Fn(&Path)>);

/// What can be wrong with a site without any of its texts having changed.
#[cfg(unix)]
fn troubles() -> Vec<Trouble> {
    use std::os::unix::ffi::OsStrExt;
    use std::os::unix::fs::symlink;
    fn pipe(path: &Path) {
        let made = std::process::Command::new("mkfifo").arg(path).status();
        assert!(made.is_ok_and(|status| status.success()));
    }
    fn huge(path: &Path) {
        fs::File::create(path).and_then(|file| file.set_len(17 << 20)).expect("a file");
    }
    fn theme(site: &Path, file: &str) -> std::path::PathBuf {
        let path = site.join("themes/default").join(file);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        path
    }
    vec![
        (
            "dangling link",
            Box::new(|site| symlink("/nowhere", site.join("content/ny.md")).unwrap()),
        ),
        ("link to a folder", Box::new(|site| symlink("/tmp", site.join("content/mapp")).unwrap())),
        ("link out", Box::new(|site| symlink("/etc/passwd", site.join("content/p.txt")).unwrap())),
        (
            "link into version control",
            Box::new(|site| {
                fs::create_dir(site.join(".git")).unwrap();
                fs::write(site.join(".git/config"), "url = https://token@example").unwrap();
                symlink("../.git/config", site.join("content/config.txt")).unwrap();
            }),
        ),
        ("pipe", Box::new(|site| pipe(&site.join("content/ny.md")))),
        ("piped attachment", Box::new(|site| pipe(&site.join("content/ny.pdf")))),
        ("large text", Box::new(|site| huge(&site.join("content/ny.md")))),
        (
            "unreadable name",
            Box::new(|site| {
                let name = std::ffi::OsStr::from_bytes(b"l\xf6fte.md");
                fs::write(site.join("content").join(name), PAGE).unwrap();
            }),
        ),
        (
            "misnamed template",
            Box::new(|site| fs::write(theme(site, "templates/bas.html"), "").unwrap()),
        ),
        ("piped template", Box::new(|site| pipe(&theme(site, "templates/base.html")))),
        ("piped asset", Box::new(|site| pipe(&theme(site, "assets/ny.css")))),
        (
            "linked asset",
            Box::new(|site| symlink("/etc/passwd", theme(site, "assets/p.txt")).unwrap()),
        ),
        (
            "asset of no address",
            Box::new(|site| fs::write(theme(site, "assets/å.css"), "").unwrap()),
        ),
    ]
}

#[cfg(unix)]
#[test]
fn what_has_come_to_be_wrong_is_told_though_no_text_has_changed() {
    for (name, make) in troubles() {
        let site = site().build();
        make(&site.path(""));
        let before = site.published();
        let checked = site.run(&["check", "--quiet"]);
        let built = site.run(&["build", "--quiet"]);
        assert_eq!((checked.status, built.status), (1, 1), "{name}: {}", built.stderr);
        let first = |said: &str| said.lines().next().unwrap_or_default().to_owned();
        assert_eq!(first(&checked.stderr), first(&built.stderr), "{name}");
        assert!(before == site.published(), "{name}");
    }
}

#[cfg(unix)]
#[test]
fn a_pipe_in_place_of_settings_or_a_logo_is_told() {
    for name in ["site.toml", "logo.svg"] {
        let site = site().write("site.toml", "title = \"Arkivet\"\nlogo = \"logo.svg\"\n");
        let _ = fs::remove_file(site.path(name));
        let made = std::process::Command::new("mkfifo").arg(site.path(name)).status();
        assert!(made.is_ok_and(|status| status.success()));
        for command in ["check", "build"] {
            site.run(&[command]).ends(1, &[name]);
        }
    }
    let site = site().build();
    fs::remove_file(site.path("public/SHA256SUMS")).expect("removed");
    let made = std::process::Command::new("mkfifo").arg(site.path("public/SHA256SUMS")).status();
    assert!(made.is_ok_and(|status| status.success()));
    let public = site.path("public").display().to_string();
    site.run(&["verify", &public]).ends(2, &["SHA256SUMS", "ingen vanlig fil"]);
}

#[test]
fn a_site_that_is_in_place_is_told_as_published() {
    for stands in ["public/.loftesarkiv/seen", ".loftesarkiv"] {
        let site = site().build();
        let _ = fs::remove_file(site.path(stands));
        let _ = fs::remove_dir_all(site.path(stands));
        // Something that the last step cannot replace.
        match stands {
            ".loftesarkiv" => fs::write(site.path(stands), "min").expect("a file"),
            folder => fs::create_dir(site.path(folder)).expect("a folder"),
        }
        let site = site.write("content/ny.md", PAGE);
        let said = site.run(&["build"]).succeeds();
        assert!(site.path("public/ny.html").is_file());
        let is_warned = said.stderr.contains("varning: ") && said.stderr.contains("nästa bygge");
        assert_eq!(is_warned, stands != ".loftesarkiv", "{}", said.stderr);
        // The next build has nothing else to say.
        site.run(&["build"]).ends(0, &["inget hade ändrats"]);
    }
}
