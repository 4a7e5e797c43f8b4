//! References that lead nowhere: what is reported about each, and which file may have been meant.
//!
//! They are collected from all files and handled when all are known. A renamed folder breaks
//! thousands at once, and comparing each of them with every path of the archive would take minutes;
//! so one index of the paths is made, and only the first references are compared with all paths.
//! Which references are the first depends on where they are, not on which thread found them first.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use rayon::prelude::*;

use crate::diagnostic::{Code, Problem, Source, Span, Text};
use crate::ledger::Ledger;
use crate::lock::locked;
use crate::model::{Address, ContentPath, ContentPathBuf};
use crate::nearest::{COMPARED, did_you_mean, distance};
use crate::text;

/// More names of files in a folder than this are no help.
const MOST: usize = 8;
/// More of one file than this are only counted.
const MOST_OF_FILE: usize = 200;

/// References that lead nowhere, in whatever order they were found.
#[derive(Default)]
pub struct LostReferences {
    found: Mutex<Vec<LostReference>>,
    /// Files of which more links are wrong than were added, and how many more.
    more: Mutex<HashMap<String, usize>>,
}

struct LostReference {
    /// Its help is still to be written.
    problem: Problem,
    /// The path that was looked up; `None` if it leads out of `content/`.
    wanted: Option<ContentPathBuf>,
}

impl LostReferences {
    /// Adds a reference: its problem, and the path that was looked up.
    pub fn add(
        &self,
        code: Code,
        source: &Arc<Source>,
        span: &Span,
        message: Text,
        wanted: Option<ContentPathBuf>,
    ) {
        let problem = Problem::at(code, source, span.clone(), message, text!("", ""));
        locked(&self.found).push(LostReference { problem, wanted });
    }

    /// The problems with all of them, given the paths of everything in `content/` and what has been
    /// withdrawn.
    pub fn problems<'a>(
        self,
        paths: impl Iterator<Item = ContentPath<'a>>,
        ledger: &Ledger,
    ) -> Vec<Problem> {
        let mut references = std::mem::take(&mut *locked(&self.found));
        if references.is_empty() {
            return Vec::new();
        }
        references.sort_by(|a, b| place(&a.problem).cmp(&place(&b.problem)));
        let mut more = std::mem::take(&mut *locked(&self.more));
        let mut of_file: HashMap<String, usize> = HashMap::new();
        references.retain(|reference| {
            let path = &*reference.problem.source.path;
            let told = of_file.entry(path.to_owned()).or_default();
            *told += 1;
            let has_room = *told <= MOST_OF_FILE;
            if !has_room {
                *more.entry(path.to_owned()).or_default() += 1;
            }
            has_room
        });
        let known = PathIndex::new(paths);
        let told = |(n, reference): (usize, LostReference)| {
            let LostReference { problem, wanted } = reference;
            let wanted = wanted.as_ref().map(ContentPathBuf::as_path);
            let from = ContentPath::of_source(&problem.source);
            let help = match wanted.filter(|wanted| is_withdrawn(*wanted, ledger)) {
                Some(_) => withdrawn(),
                None => known.help(wanted, from, n < COMPARED),
            };
            match wanted.and_then(hidden) {
                Some((message, help)) => Problem { message, help, ..problem },
                None => Problem { help, ..problem },
            }
        };
        let mut problems: Vec<Problem> = references.into_par_iter().enumerate().map(told).collect();
        for problem in problems.iter_mut().rev() {
            if let Some(more) = more.remove(&*problem.source.path) {
                and_more(problem, more);
            }
        }
        problems
    }

    /// Records that a file has so many more links that are wrong than were added.
    pub fn add_more(&self, source: &Arc<Source>, more: usize) {
        locked(&self.more).insert(source.path.to_string(), more);
    }
}

/// That a path leads to what the program does not read, whether or not it is there.
fn hidden(path: ContentPath<'_>) -> Option<(Text, Text)> {
    let name = path.as_str().split('/').find(|name| name.starts_with('.'))?;
    Some((
        text!(
            "”{name}” börjar med en punkt. Sådana filer och mappar är dolda, och programmet läser dem inte.",
            "“{name}” begins with a dot. Such files and folders are hidden, and the program does not read them."
        ),
        text!(
            "Byt namn på filen eller mappen, så att namnet börjar med en bokstav eller siffra, och skriv det namnet här.",
            "Rename the file or folder, so that its name begins with a letter or digit, and write that name here."
        ),
    ))
}

/// Whether what was at a path has been withdrawn.
fn is_withdrawn(path: ContentPath<'_>, ledger: &Ledger) -> bool {
    !ledger.withdrawn.is_empty()
        && Address::of_content(path).is_ok_and(|address| ledger.withdrawal(&address).is_some())
}

/// What to do about a reference to a document that is being withdrawn, and in which order.
fn withdrawn() -> Text {
    text!(
        "Det som låg här är tillbakadraget, enligt [[withdrawn]] i addresses.toml, och går inte att hänvisa till. Ta bort hänvisningen ur den här filen, och ur varje annan fil som nämns, och bygg sedan. Behöver läsaren veta vad som låg där: skriv det i löptexten.",
        "What lay here has been withdrawn, by [[withdrawn]] in addresses.toml, and cannot be referred to. Remove the reference from this file, and from every other file that is named, and then build. If readers need to know what lay there, write it in the text."
    )
}

/// Adds to the last problem with a file's links how many more there are.
pub fn and_more(last: &mut Problem, more: usize) {
    last.message = last.message.clone().with(&text!(
        " (Ytterligare {more} länkar eller hänvisningar i filen har fel.)",
        " ({more} more links or references in the file are wrong.)"
    ));
}

fn place(problem: &Problem) -> (&str, Option<usize>, &str) {
    let start = problem.span.as_ref().map(|span| span.start);
    (&problem.source.path, start, problem.code.as_str())
}

/// All paths, indexed by the parts that may be right in a wrong one.
struct PathIndex<'a> {
    /// Each path in lower case, and the path itself; sorted.
    lowered: Vec<(String, ContentPath<'a>)>,
    /// The names in each folder, sorted.
    folders: HashMap<ContentPath<'a>, Vec<&'a str>>,
}

impl<'a> PathIndex<'a> {
    fn new(paths: impl Iterator<Item = ContentPath<'a>>) -> PathIndex<'a> {
        let mut lowered: Vec<(String, ContentPath)> =
            paths.map(|path| (path.as_str().to_lowercase(), path)).collect();
        lowered.par_sort_unstable();
        let mut folders: HashMap<ContentPath, Vec<&str>> = HashMap::new();
        for (_, path) in &lowered {
            folders.entry(path.parent()).or_default().push(path.name());
        }
        folders.values_mut().for_each(|names| names.sort_unstable());
        PathIndex { lowered, folders }
    }

    /// What to do about a path in the file `from` that leads nowhere: the path that was meant or,
    /// since the file may have been renamed, what its folder holds.
    fn help(&self, wanted: Option<ContentPath<'_>>, from: ContentPath<'_>, compare: bool) -> Text {
        let Some(wanted) = wanted else {
            return text!(
                "Rätta sökvägen. Den räknas från filens egen mapp, eller från content när den börjar med /.",
                "Correct the path. It counts from the file's own folder, or from content when it begins with /."
            );
        };
        if let Some(help) = self.outside(wanted) {
            return help;
        }
        let of_folder = ContentPath::join(wanted, "index.md");
        if let Some(index) = self.but_for_case(of_folder.as_str()).filter(|index| *index != from) {
            return did_you_mean(&format!("/{}", index.as_str())).with(&text!(
                " En länk leder till en fil, inte till en mapp.",
                " A link leads to a file, not to a folder."
            ));
        }
        if let Some(meant) = self.without_first_slash(wanted, from) {
            return did_you_mean(&format!("/{}", meant.as_str())).with(&text!(
                " En sökväg som ska räknas från content börjar med /.",
                " A path that is to count from content begins with /."
            ));
        }
        if let Some(meant) = self.below_the_root(wanted) {
            let meant = meant.as_str();
            return did_you_mean(&format!("/{meant}")).with(&text!(
                " En sökväg räknas redan från content när den börjar med /.",
                " A path counts from content already when it begins with /."
            ));
        }
        let folder = wanted.parent();
        let nearest = self.nearest(wanted, from, compare);
        let is_beside = nearest.is_some_and(|nearest| nearest.parent() == folder);
        let beside = if is_beside { None } else { self.beside(folder, from) };
        let there = match (beside, nearest) {
            (Some(names), _) => {
                let names = names.join(", ");
                Some(text!(
                    "I mappen {folder} finns {names}.",
                    "The folder {folder} holds {names}."
                ))
            }
            (None, None) => Some(text!(
                "Rätta sökvägen, eller lägg filen där.",
                "Correct the path, or put the file there."
            )),
            (None, Some(_)) => None,
        };
        let meant = nearest.map(|nearest| did_you_mean(&format!("/{}", nearest.as_str())));
        let counts = text!(
            "En sökväg räknas från filens egen mapp, eller från content när den börjar med /.",
            "A path counts from the file's own folder, or from content when it begins with /."
        );
        let all = || there.iter().chain(&meant).chain([&counts]);
        Text {
            sv: all().map(|text| &*text.sv).collect::<Vec<_>>().join(" ").into(),
            en: all().map(|text| &*text.en).collect::<Vec<_>>().join(" ").into(),
        }
    }

    /// What to do about a path that is none of the archive: an address of the web or of a person, or
    /// a place on somebody's computer.
    fn outside(&self, wanted: ContentPath<'_>) -> Option<Text> {
        let path = wanted.as_str().to_lowercase();
        let name = wanted.name();
        if path.contains("http:/") || path.contains("https:/") {
            return Some(text!(
                "Här ska sökvägen till en fil i arkivet stå, inte en webbadress. Lägg dokumentet i arkivet, och skriv webbadressen under [[sources]] i det.",
                "A path to a file of the archive belongs here, not a web address. Put the document in the archive, and write the web address under [[sources]] in it."
            ));
        }
        if path.split('/').any(|part| part.starts_with("www.")) {
            return Some(text!(
                "Är det en webbadress: skriv https:// först.",
                "If it is a web address: write https:// first."
            ));
        }
        if name.contains('@') {
            return Some(text!(
                "Är det en e-postadress: skriv mailto:{name}",
                "If it is an e-mail address: write mailto:{name}"
            ));
        }
        let of_a_drive = path.split(['/', '\\']).any(|part| {
            part.len() == 2
                && part.ends_with(':')
                && part.starts_with(|c: char| c.is_ascii_lowercase())
        });
        let of_a_home = ["home/", "users/"].into_iter().any(|home| {
            let at = self.lowered.partition_point(|(lowered, _)| lowered.as_str() < home);
            let is_there =
                self.lowered.get(at).is_some_and(|(lowered, _)| lowered.starts_with(home));
            path.starts_with(home) && !is_there
        });
        (of_a_drive || of_a_home).then(|| {
            text!(
                "Sökvägen gäller en fil på din egen dator, som inte följer med webbplatsen. Lägg filen i mappen content, bredvid dokumentet, och skriv bara dess namn.",
                "The path is that of a file on your own computer, which is no part of the site. Put the file in the folder content, beside the document, and write its name only."
            )
        })
    }

    /// The file that was meant by a path that names the folder content itself, as a path from the
    /// site's folder does.
    fn below_the_root(&self, wanted: ContentPath<'_>) -> Option<ContentPath<'a>> {
        let (_, below) = wanted.as_str().rsplit_once("content/")?;
        let before = wanted.as_str().strip_suffix(below)?.strip_suffix("content/")?;
        if !before.is_empty() && !before.ends_with('/') {
            return None;
        }
        self.but_for_case(below)
    }

    /// The file that was meant by a path that counts from the folder content, but was written
    /// without the `/` that says so, and therefore looked up from the file's own folder.
    fn without_first_slash(
        &self,
        wanted: ContentPath<'_>,
        from: ContentPath<'_>,
    ) -> Option<ContentPath<'a>> {
        let own = from.parent();
        let written = wanted.as_str().strip_prefix(own.as_str())?.strip_prefix('/')?;
        self.but_for_case(written)
    }

    /// The file at a path that counts from the folder content, whatever its case.
    fn but_for_case(&self, path: &str) -> Option<ContentPath<'a>> {
        let path = path.to_lowercase();
        let at = self.lowered.partition_point(|(lowered, _)| *lowered < path);
        self.lowered.get(at).filter(|(lowered, _)| *lowered == path).map(|(_, path)| *path)
    }

    /// The path most like this one, other than `from`: the same except for case; and, if it is to
    /// be compared with all paths, one with the same name in a folder nearby, or one that differs
    /// by a letter or two.
    fn nearest(
        &self,
        wanted: ContentPath<'_>,
        from: ContentPath<'_>,
        compare: bool,
    ) -> Option<ContentPath<'a>> {
        let wanted = wanted.as_str().to_lowercase();
        let at = self.lowered.partition_point(|(lowered, _)| *lowered < wanted);
        let same = self.lowered[at..].iter().take_while(|(lowered, _)| *lowered == wanted);
        let same = same.map(|(_, path)| *path).find(|path| *path != from);
        if same.is_some() || !compare {
            return same;
        }
        let name = ContentPath::new(&wanted).name();
        let near = |(lowered, path): &(String, ContentPath<'a>)| {
            let within = if ContentPath::new(lowered).name() == name { 12 } else { 4 };
            Some((distance(lowered, &wanted, within)?, *path))
        };
        let others = self.lowered.iter().filter(|(_, path)| *path != from);
        others.filter_map(near).min().map(|(_, path)| path)
    }

    /// The names of the other files in a folder, if there are any and not too many.
    fn beside(&self, folder: ContentPath<'_>, from: ContentPath<'_>) -> Option<Vec<&'a str>> {
        let names = self.folders.get(&folder)?.iter().copied();
        let others = names.filter(|name| from.parent() != folder || *name != from.name());
        let names: Vec<&str> = others.take(MOST + 1).collect();
        (1..=MOST).contains(&names.len()).then_some(names)
    }
}
