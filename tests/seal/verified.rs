//! `verify`: a package compared with what it says of itself, and with its record.

use crate::support::Site;
use crate::{PACKAGE, RECORD, sealed, unpacked};

#[test]
fn a_package_is_verified_against_itself_and_its_record() {
    let site = sealed();
    let zip = format!("{PACKAGE}.zip");
    let verify = |site: &Site, path: &str| site.run(&["verify", path]);
    verify(&site, &zip).succeeds();
    // Unpacked.
    for (name, bytes) in unpacked(&site, PACKAGE) {
        let path = site.path(&format!("loftesarkiv-habo-kommun-2018/{name}"));
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        std::fs::write(path, bytes).expect("a file");
    }
    let folder = "loftesarkiv-habo-kommun-2018";
    verify(&site, folder).succeeds();
    let readme = format!("{folder}/documentation/LASMIG.txt");
    let text = site.read(&readme);
    let site = site.write(&readme, text.replace("2018", "2019"));
    let outcome = verify(&site, folder);
    assert_eq!(
        (outcome.status, outcome.stderr.contains("ändrad: documentation/LASMIG.txt")),
        (1, true)
    );
    let site = site.write(&readme, text).write(&format!("{folder}/mera.txt"), "x");
    assert!(verify(&site, folder).stderr.contains("hör inte dit: mera.txt"));
    let site = site.remove(&format!("{folder}/mera.txt")).remove(&readme);
    assert!(verify(&site, folder).stderr.contains("saknas: documentation/LASMIG.txt"));
    // Another package of the same name.
    let record = site.read(RECORD);
    let known =
        record.lines().find(|line| line.starts_with("zip_sha256")).expect("a line").to_owned();
    let other = format!("zip_sha256 = \"{}\"", "0".repeat(64));
    let site = site.write(RECORD, record.replace(&known, &other));
    let outcome = verify(&site, &zip);
    assert_eq!((outcome.status, outcome.stderr.contains("kontrollsumman är en annan")), (1, true));
    let said = &outcome.stderr;
    assert!(
        said.contains("är helt, men det är ett annat") && !said.contains("inte helt"),
        "{said}"
    );
}

#[test]
fn a_package_is_verified_against_the_checksum_beside_it() {
    let site = sealed();
    let zip = format!("{PACKAGE}.zip");
    let beside = format!("{zip}.sha256");
    assert!(site.path(&beside).exists());
    // As at the records archive, where there is no site and so no record.
    let site = site.remove(RECORD);
    site.run(&["verify", &zip]).succeeds();
    let text = site.read(&beside);
    let site = site.write(&beside, format!("{}{}", "0".repeat(64), &text[64..]));
    let outcome = site.run(&["verify", &zip]).ends(1, &[".zip.sha256", "är en annan"]);
    assert!(outcome.stderr.contains("är helt, men det är ett annat"), "{}", outcome.stderr);
    site.remove(&beside).run(&["verify", &zip]).succeeds();
}

#[test]
fn a_damaged_zip_file_is_told_file_by_file() {
    let site = sealed();
    let zip = format!("{PACKAGE}.zip");
    let whole = std::fs::read(site.path(&zip)).expect("a package");
    let name = b"documentation/LASMIG.txt";
    let at = whole.windows(name.len()).position(|it| it == name).expect("its entry");
    // In the middle of its compressed bytes.
    let mut damaged = whole.clone();
    for byte in &mut damaged[at + name.len() + 200..][..40] {
        *byte ^= 0x55;
    }
    let site = site.write(&zip, &damaged);
    let outcome = site.run(&["verify", &zip]);
    assert_eq!(outcome.status, 1, "{}", outcome.stderr);
    assert!(outcome.stderr.contains("ändrad: documentation/LASMIG.txt"), "{}", outcome.stderr);
    assert!(!outcome.stderr.contains("saknas:"), "the others are whole: {}", outcome.stderr);
    // Of a damaged list only that is told: what it no longer names belongs there all the same.
    let name = b"metadata/other/sha256sums.txt";
    let at = whole.windows(name.len()).position(|it| it == name).expect("its entry");
    let mut damaged = whole.clone();
    damaged[at + name.len() + 200] ^= 0x55;
    let site = site.write(&zip, &damaged);
    let outcome = site.run(&["verify", &zip]);
    let said = &outcome.stderr;
    assert!(said.contains("ändrad: metadata/other/sha256sums.txt"), "{said}");
    assert!(!said.contains("hör inte dit") && said.contains("inte helt"), "{said}");
    // Cut short, it is no ZIP file.
    let site = site.write(&zip, &whole[..whole.len() / 2]);
    let cut = site.run(&["verify", &zip]).ends(2, &["ingen hel zip-fil", "avklippt"]);
    assert!(!cut.stderr.contains("EOCD") && !cut.stderr.contains("Zip archive"), "{}", cut.stderr);
}
