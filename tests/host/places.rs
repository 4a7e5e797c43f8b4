//! Something of a stranger's at every place where a new file or folder of the site is to be, in a
//! folder and on a server: it is left as it is, nothing is published over it, and once it has been
//! taken away the next run finishes.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use crate::extent;
use crate::server::server;
use crate::sites::{Published, site};
use crate::support::Outcome;

/// What a stranger puts somewhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Strange {
    File,
    Folder,
    Link,
}

impl Strange {
    fn put(self, at: &Path) {
        fs::create_dir_all(at.parent().expect("a parent")).expect("a folder");
        match self {
            Strange::File => fs::write(at, "Någon annans.").expect("a file"),
            Strange::Folder => {
                fs::create_dir(at).expect("a folder");
                fs::write(at.join("egen.txt"), "Någon annans.").expect("a file");
            }
            Strange::Link => std::os::unix::fs::symlink("nowhere", at).expect("a link"),
        }
    }

    fn is_untouched(self, at: &Path) -> bool {
        let theirs = |file: &Path| fs::read(file).is_ok_and(|it| it == "Någon annans.".as_bytes());
        match self {
            Strange::File => theirs(at),
            Strange::Folder => theirs(&at.join("egen.txt")),
            Strange::Link => fs::read_link(at).is_ok_and(|to| to == Path::new("nowhere")),
        }
    }

    fn take_away(self, at: &Path) {
        match self {
            Strange::File | Strange::Link => fs::remove_file(at),
            Strange::Folder => fs::remove_dir_all(at),
        }
        .expect("a removal");
    }
}

/// A published site that has changed since and is built, and the places of its new files and folders.
fn begun(
    published: Published,
    publish: &dyn Fn(&Published) -> Outcome,
) -> (Published, Vec<String>) {
    publish(&published).succeeds();
    let published = published.changed();
    published.site.run(&["build", "--quiet"]).succeeds();
    let there = published.there();
    let built = published.site.published();
    let mut places = BTreeSet::new();
    for address in built.keys().filter(|address| !there.contains_key(*address)) {
        places.insert(address.clone());
        for (at, _) in address.match_indices('/') {
            let folder = &address[..at];
            if !there.keys().any(|other| other.starts_with(&format!("{folder}/"))) {
                places.insert(folder.to_owned());
            }
        }
    }
    (published, places.into_iter().collect())
}

/// Tries every place with every kind of thing; how many.
fn campaign(
    start: &dyn Fn() -> Published,
    publish: &dyn Fn(&Published) -> Outcome,
    step: usize,
) -> usize {
    let (_, places) = begun(start(), publish);
    assert!(places.len() > 4, "{places:?}");
    let kinds = [Strange::File, Strange::Folder, Strange::Link];
    let tried = places.iter().flat_map(|place| kinds.map(|strange| (place, strange)));
    let tried = tried.step_by(step);
    tried
        .map(|(place, strange)| {
            let (published, _) = begun(start(), publish);
            let built = published.site.published();
            let at = published.www().join(place);
            strange.put(&at);
            let when = format!("{strange:?} at {place}");
            let said = publish(&published);
            assert!(strange.is_untouched(&at), "{when}: touched");
            // A folder may be there already.
            let in_the_way = strange != Strange::Folder || built.contains_key(place);
            assert_eq!(said.status, if in_the_way { 2 } else { 0 }, "{when}: {}", said.stderr);
            assert!(!said.stderr.contains("panicked"), "{when}: {}", said.stderr);
            match in_the_way {
                true => strange.take_away(&at),
                false => fs::remove_file(at.join("egen.txt")).expect("a removal"),
            }
            publish(&published).succeeds();
            published.is_published(&format!("{when}, once it was taken away"));
        })
        .count()
}

#[test]
fn something_strange_at_any_place_of_a_folder_stays() {
    let tried = campaign(&site, &|it| it.site.run(&["publish"]), extent(4, 1));
    println!("{tried} places tried");
}

#[test]
fn something_strange_at_any_place_of_a_server_stays() {
    let Some(server) = server("") else { return };
    let tried = campaign(&|| server.site(), &|it| server.publish(it, &[]), extent(7, 1));
    println!("{tried} places tried");
}
