//! Outputs on other disks: a small one that becomes full, one that is read-only, one that is not
//! the site's own.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::extent;
use crate::support::Site;
use crate::support::folder::Folder;
use crate::trial::{
    assert_mends, assert_old_or_new, begun, build, files, published, reference, unbuilt,
};

/// A disk in memory, unmounted when the test ends.
struct SmallDisk {
    at: PathBuf,
    _folder: Folder,
}

impl SmallDisk {
    /// `None`, with a note, if mounting is not allowed.
    fn mount() -> Option<SmallDisk> {
        let folder = Folder::new();
        let at = folder.path("disk");
        std::fs::create_dir(&at).expect("a folder");
        let mut mount = Command::new("mount");
        mount.args(["-t", "tmpfs", "-o", "size=64m", "tmpfs"]).arg(&at);
        if !mount.output().is_ok_and(|output| output.status.success()) {
            println!("skipped: nothing can be mounted here");
            return None;
        }
        Some(SmallDisk { at, _folder: folder })
    }

    fn remount(&self, options: &str) {
        let options = format!("remount,{options}");
        let done = Command::new("mount").args(["-o", &options]).arg(&self.at).status();
        assert!(done.expect("mount runs").success(), "{options}");
    }

    /// A built site with changed sources, and its output on this disk.
    fn begun(&self) -> (Site, PathBuf) {
        let site = begun();
        let output = self.at.join("public");
        let _ = std::fs::remove_dir_all(&output);
        for (name, bytes) in files(&site.path("public")) {
            let path = output.join(name);
            std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
            std::fs::write(path, bytes).expect("a file");
        }
        (site, output)
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg(&self.at).status();
    }
}

/// In pages, the only unit that a tmpfs has.
fn used(disk: &Path) -> usize {
    let output = Command::new("df").args(["-k", "--output=used"]).arg(disk).output();
    let told = String::from_utf8(output.expect("df runs").stdout).expect("text");
    let kilobytes: usize = told.lines().nth(1).and_then(|n| n.trim().parse().ok()).expect("used");
    kilobytes.div_ceil(4)
}

#[test]
fn a_full_disk_leaves_the_old_site_and_says_so() {
    let Some(disk) = SmallDisk::mount() else { return };
    for (full, spare) in (0..2000).step_by(extent(16, 2)).enumerate() {
        disk.remount("size=64m");
        let (site, output) = disk.begun();
        disk.remount(&format!("size={}k", (used(&disk.at) + spare) * 4));
        let outcome = build(&site, &output);
        let when = format!("{spare} pages left");
        assert_old_or_new(&output, &when);
        if outcome.status == 0 {
            println!("full disk: {full} builds found no room");
            assert!(full > 0, "no build ran out of room");
            return;
        }
        assert_eq!(outcome.status, 2, "{when}: {}", outcome.stderr);
        assert!(outcome.stderr.contains("the disk is full"), "{when}: {}", outcome.stderr);
        assert!(outcome.stderr.contains("/disk/public"), "{when}: {}", outcome.stderr);
        disk.remount("size=64m");
        assert_mends(&site, &output, &when);
    }
    panic!("never enough room");
}

#[test]
fn a_first_build_on_a_full_disk_leaves_nothing() {
    let Some(disk) = SmallDisk::mount() else { return };
    let site = unbuilt();
    for spare in [1, 2, 3, 8, 20] {
        disk.remount(&format!("size={}k", (used(&disk.at) + spare) * 4));
        let outcome = build(&site, &disk.at.join("public"));
        assert_eq!(outcome.status, 2, "{spare} pages left: {}", outcome.stderr);
        assert!(outcome.stderr.contains("the disk is full"), "{}", outcome.stderr);
        let left = std::fs::read_dir(&disk.at).expect("the disk").count();
        assert_eq!(left, 0, "{spare} pages left");
    }
}

#[test]
fn a_disk_that_can_only_be_read_is_named() {
    let Some(disk) = SmallDisk::mount() else { return };
    let (site, output) = disk.begun();
    disk.remount("ro");
    let outcome = build(&site, &output);
    assert_eq!(outcome.status, 2, "{}", outcome.stderr);
    assert!(outcome.stderr.contains("/disk/public"), "{}", outcome.stderr);
    assert!(outcome.stderr.contains("the disk can only be read"), "{}", outcome.stderr);
    assert!(published(&output) == reference().old);
    disk.remount("rw");
    assert_mends(&site, &output, "after writing was allowed");
}

#[test]
fn an_output_on_another_file_system_is_built_like_any() {
    let Some(disk) = SmallDisk::mount() else { return };
    let (site, output) = disk.begun();
    assert_mends(&site, &output, "another file system");
}
