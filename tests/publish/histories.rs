//! Random histories of a site, always the same ones; after each step the rules are true.

use std::collections::BTreeMap;
use std::fs;

use loftesarkiv::publish::PublishError;

use crate::disk::{Fails, FaultyDisk};
use crate::site::Site;

/// Marsaglia's xorshift.
struct Random(u64);

impl Random {
    fn below(&mut self, end: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % end
    }

    fn one_of<'a>(&mut self, choices: &[&'a str]) -> &'a str {
        choices[self.below(choices.len() as u64) as usize]
    }
}

/// Few enough that files, folders and foreign files keep meeting.
const ADDRESSES: &[&str] =
    &["a", "a/b", "a/b/c.html", "a/d.html", "e", "e/f.html", "g.html", "h/i/j.html", "h/k.html"];

/// Whether no plan would have both a file and something inside it.
fn fits(site: &Site, address: &str) -> bool {
    site.pages.keys().all(|planned| {
        !planned.starts_with(&format!("{address}/")) && !address.starts_with(&format!("{planned}/"))
    })
}

/// Whether a path, or a folder that it is in, is among the foreign files.
fn told(foreign: &[String], path: &str) -> bool {
    foreign.iter().any(|told| told == path || told.ends_with('/') && path.starts_with(told))
}

fn history(seed: u64) {
    let mut random = Random(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) + 1);
    let mut site = Site::new();
    site.checksums = seed.is_multiple_of(2);
    // What others have put there, which the program must never touch.
    let mut foreign = BTreeMap::<String, String>::new();
    let mut ours = BTreeMap::<String, String>::new();
    site.publish().unwrap();
    ours.extend(site.planned());

    for step in 0..12 {
        let address = random.one_of(ADDRESSES);
        match random.below(8) {
            0..=3 if fits(&site, address) => {
                site.set(address, random.one_of(&["one", "two", "three"]));
            }
            4 => _ = site.pages.remove(address),
            5 => {
                // Somebody writes a file, over the program's or beside them.
                let path = site.output().join(address);
                let free = path.ancestors().skip(1).all(|above| !above.is_file());
                if free && !path.is_dir() {
                    let text = random.one_of(&["one", "two", "theirs"]);
                    site.put(address, text);
                    foreign.insert(address.to_owned(), text.to_owned());
                }
            }
            6 => {
                // Somebody deletes a file, and the folders that become empty.
                let path = site.output().join(address);
                if fs::remove_file(&path).is_ok() {
                    foreign.remove(address);
                    let above =
                        path.ancestors().skip(1).take_while(|above| *above != site.output());
                    above.take_while(|above| fs::remove_dir(above).is_ok()).for_each(drop);
                }
            }
            7 => {
                // A build that is cut short.
                let disk = FaultyDisk::new(random.below(120) as usize, Fails::FromThere);
                let _ = site.publish_on(&disk);
            }
            _ => {}
        }

        let context = format!("seed {seed}, step {step}");
        // A foreign file with the bytes that the program would write, or wrote there, counts as the
        // program's.
        let planned = site.planned();
        match site.publish() {
            Ok(published) => {
                let tree = site.tree();
                for (path, text) in &planned {
                    assert_eq!(tree.get(path), Some(text), "{context}: {path}");
                }
                for (path, text) in &foreign {
                    let kept = tree.get(path) == Some(text);
                    let was_ours = ours.get(path) == Some(text) || planned.get(path) == Some(text);
                    assert!(kept || was_ours, "{context}: {path} was somebody's");
                }
                foreign.retain(|path, _| told(&published.foreign, path));
                for path in tree.keys().filter(|path| !planned.contains_key(*path)) {
                    assert!(told(&published.foreign, path), "{context}: {path} is litter");
                }
                let again = site.publish().unwrap();
                assert_eq!((again.written, again.deleted), (0, 0), "{context}");
                assert!(site.unchanged().is_some(), "{context}");
                ours = planned;
            }
            Err(PublishError::Occupied { addresses, .. }) => {
                for path in &addresses {
                    let path = path.trim_end_matches('/');
                    let theirs = foreign.keys().any(|foreign| foreign.starts_with(path));
                    assert!(theirs, "{context}: {path} is nobody's");
                }
                for (path, text) in &foreign {
                    assert_eq!(site.tree().get(path), Some(text), "{context}: {path}");
                }
                // The editor does what the message says.
                for path in addresses {
                    let path = path.trim_end_matches('/');
                    let target = site.output().join(path);
                    if target.is_dir() {
                        fs::remove_dir_all(target).unwrap();
                    } else {
                        fs::remove_file(target).unwrap();
                    }
                    foreign.retain(|foreign, _| !foreign.starts_with(path));
                }
            }
            Err(other) => panic!("{context}: {other:?}"),
        }
    }
}

#[test]
fn random_histories_keep_the_rules() {
    // With one thread, an interrupted build is interrupted at the same place every time.
    let pool = rayon::ThreadPoolBuilder::new().num_threads(1).build().unwrap();
    pool.install(|| (0..150).for_each(history));
}
