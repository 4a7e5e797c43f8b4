//! `publish`: builds the site if something has changed, shows what would be sent and deleted on
//! the host, sends it and checks that it came.

use std::io::{self, Write};
use std::path::Path;
use std::sync::atomic::Ordering;

use super::arguments::{Format, Global, OutputOption, PublishOptions};
use super::compared::Compared;
use super::destination::OutputDestination;
use super::outcome::CommandOutcome;
use super::progress::Progress;
use super::{answers, build, interrupt, session, tell};
use crate::content::LoadError;
use crate::diagnostic::Text;
use crate::failure::Failure;
use crate::host::{
    Difference, Host, HostError, HostList, Scratch, SiteFiles, Target, ToolLists, Watching,
    as_json, choose, several, title_of,
};
use crate::language::Language;
use crate::model::settings::Settings;
use crate::scan::Scan;
use crate::shown_path::shown_path;
use crate::text;

/// Publishes the site to one of its targets.
pub fn run(global: &Global, options: &PublishOptions) -> Result<CommandOutcome, Failure> {
    let settings = settings(&global.site)?;
    let scratch = Scratch::in_folder(&std::env::temp_dir())?;
    let target = match (&options.plan, choose(&settings.publish, options.target.as_deref())) {
        (_, Ok(target)) => Some(target.to.value.clone()),
        // Lists can be made for a host that the program cannot reach.
        (Some(_), Err(HostError::NoTarget)) => None,
        (_, Err(error)) => return Err(error.into()),
    };

    let interrupted = interrupt::noticed()?;
    let interrupted = || interrupted.load(Ordering::Relaxed);
    if !options.dry_run {
        session::finish_move(global)?;
    }
    // A dry run changes nothing, not even the built site: it is built where it is thrown away.
    let thrown_away = scratch.path().join("site");
    let asked = match options.dry_run {
        true => OutputOption { output: Some(thrown_away) },
        false => OutputOption { output: options.output.output.clone() },
    };
    let scan = Scan::new(&global.site, asked.output.iter().cloned().collect())?;
    let session = session::of(&scan, global, false)?;
    let language = session.language();
    let to = OutputDestination::of(&scan, &asked)?;
    // What is printed as JSON is the publishing, not the building.
    let quiet = Global { quiet: true, format: Format::Text, ..global.clone() };
    let telling = build::Telling { all: false, unchanged: false };
    match build::build(&quiet, &to, &session, telling, &interrupted)? {
        CommandOutcome::Done => {}
        CommandOutcome::Errors => return Ok(CommandOutcome::Errors),
    }
    std::mem::forget(session);
    let output = to.folder;
    let own = scan.output().to_owned();

    let site = SiteFiles::read(output.path())?;
    let publishing = Publishing {
        global,
        options,
        language,
        site,
        settings: &settings,
        scratch: &scratch,
        built: if options.dry_run { &own } else { output.path() },
        interrupted: &interrupted,
    };
    publishing.to(target.as_deref())
}

struct Publishing<'a> {
    global: &'a Global,
    options: &'a PublishOptions,
    language: Language,
    site: SiteFiles,
    settings: &'a Settings,
    scratch: &'a Scratch,
    built: &'a Path,
    interrupted: &'a dyn Fn() -> bool,
}

impl Publishing<'_> {
    fn to(&self, target: Option<&str>) -> Result<CommandOutcome, Failure> {
        let host = match target.map(|to| Target::parse(to, &self.global.site)) {
            Some(Ok(target)) => {
                Some(Host::at(target, &self.global.site, self.built, self.scratch)?)
            }
            // Lists for a host of another kind.
            Some(Err(_)) if self.options.plan.is_some() => None,
            Some(Err(error)) => return Err(error.into()),
            None => None,
        };
        let mut unreached = None;
        let there = match (&self.options.against, &host) {
            (Some(list), _) => self.against(list)?,
            (None, Some(host)) => match self.look(host) {
                // Lists are what somebody needs who cannot get in from here.
                Err(error) if self.options.plan.is_some() && error.is_out_of_reach() => {
                    unreached = Some(error);
                    HostList::default()
                }
                looked => looked?,
            },
            (None, None) => HostList::default(),
        };
        let difference = Difference::between(&self.site, &there);
        if let Some(folder) = &self.options.plan {
            let compared = match (&self.options.against, &host, unreached) {
                (Some(list), ..) => Compared::List(list),
                (None, Some(_), Some(error)) => Compared::OutOfReach(error),
                (None, Some(_), None) => Compared::Host(target.unwrap_or("")),
                (None, None, _) => Compared::Nothing,
            };
            return self.plan(folder, &difference, compared);
        }
        let Some(host) = host else { return Err(HostError::NoTarget.into()) };
        if self.global.format == Format::Json {
            let told = as_json(&difference);
            writeln!(io::stdout().lock(), "{told}").map_err(|error| tell::cannot_print(&error))?;
        }
        let place = target.unwrap_or("");
        if difference.nothing {
            if self.options.verify {
                self.read_back();
            }
            self.tell(&host.has_everything(place, self.options.verify));
            self.ask_the_address();
            return Ok(CommandOutcome::Done);
        }
        self.show(place, &difference)?;
        if let Some(other) = host.other_site(&self.site, &there).filter(|_| !self.options.yes) {
            return Err(other.into());
        }
        if self.options.dry_run {
            self.tell(&text!(
                "Inget skickades, byggdes eller ändrades: det var en provkörning.",
                "Nothing was sent, built or changed: this was a dry run."
            ));
            return Ok(CommandOutcome::Done);
        }
        if difference.deletes_much() && !self.options.yes {
            let (gone, listed) = (difference.gone.len(), difference.listed);
            return Err(HostError::DeletesMuch { gone, listed }.into());
        }
        let sent = self.progressing(|watching| host.send(&self.site, &difference, watching))?;
        if self.options.verify {
            // The others were read before, and were as they should be.
            let addresses: Vec<&String> = difference.sent().collect();
            self.progressing(|watching| host.verify(&self.site, &addresses, watching))?;
            self.read_back();
        }
        let (files, bytes, deleted) = (sent.files, megabytes(sent.bytes), sent.deleted);
        let address = self.settings.base_url.as_deref().unwrap_or(place);
        self.tell(&text!(
            "Publicerat: {files} filer skickade ({bytes} MB), {deleted} borttagna. Webbplatsen: {address}",
            "Published: {files} files sent ({bytes} MB), {deleted} deleted. The site: {address}"
        ));
        self.ask_the_address();
        Ok(CommandOutcome::Done)
    }

    /// A host by a copy of its `SHA256SUMS`; an empty one is a host without anything.
    fn against(&self, list: &Path) -> Result<HostList, Failure> {
        let bytes =
            std::fs::read(list).map_err(|error| HostError::Io { path: list.to_owned(), error })?;
        if bytes.is_empty() {
            return Ok(HostList::default());
        }
        let place = shown_path(list);
        Ok(HostList::of(bytes).ok_or(HostError::BadList { place })?)
    }

    fn plan(
        &self,
        folder: &Path,
        difference: &Difference,
        compared: Compared<'_>,
    ) -> Result<CommandOutcome, Failure> {
        ToolLists::of(&self.site, difference).write(folder)?;
        let (new, changed, gone) =
            (difference.new.len(), difference.changed.len(), difference.gone.len());
        let shown = shown_path(folder);
        self.tell(&compared.in_words());
        self.tell(&text!(
            "Listor i {shown}: {new} nya, {changed} ändrade, {gone} att ta bort. Använd dem i nummerordning. Inget skickades.",
            "Lists in {shown}: {new} new, {changed} changed, {gone} to delete. Use them in the order of their numbers. Nothing was sent."
        ));
        Ok(CommandOutcome::Done)
    }

    /// What is to be done: how many files, and the documents by title.
    fn show(&self, place: &str, difference: &Difference) -> Result<(), Failure> {
        let bytes = megabytes(self.site.sizes(difference.sent())?);
        let (new, changed, gone) =
            (difference.new.len(), difference.changed.len(), difference.gone.len());
        self.tell(&text!(
            "Till {place}: {new} nya filer, {changed} ändrade, {gone} att ta bort ({bytes} MB att skicka).",
            "To {place}: {new} new files, {changed} changed, {gone} to delete ({bytes} MB to send)."
        ));
        if !difference.damaged.is_empty() {
            let names = several(&difference.damaged);
            self.tell(&text!(
                "  Inte som de skickades, och skickas igen: {names}",
                "  Not as they were sent, and sent again: {names}"
            ));
        }
        let titled = |addresses: &[String]| -> Vec<String> {
            let titles = addresses.iter().filter_map(|address| title_of(&self.site.path(address)));
            titles.collect()
        };
        let lists = [
            (text!("Nytt", "New"), titled(&difference.new)),
            (text!("Ändrat", "Changed"), titled(&difference.changed)),
            (text!("Tas bort", "Deleted"), difference.gone.clone()),
        ];
        for (word, titles) in lists {
            for title in titles.iter().take(SHOWN) {
                let line = |word: &str| format!("  {word}: {title}");
                self.tell(&Text { sv: line(&word.sv).into(), en: line(&word.en).into() });
            }
            if let Some(more) = titles.len().checked_sub(SHOWN).filter(|more| *more > 0) {
                self.tell(&text!("  … och {more} till", "  … and {more} more"));
            }
        }
        Ok(())
    }

    /// What the host has; with `--verify` every file that need not be sent is read, and those that
    /// are not what was built are to be sent again.
    fn look(&self, host: &Host) -> Result<HostList, HostError> {
        let mut there = host.look(&self.site)?;
        if self.options.verify && there.files.is_some() {
            let difference = Difference::between(&self.site, &there);
            let kept = difference.kept(&self.site);
            let damaged =
                self.progressing(|watching| host.differing(&self.site, &kept, watching))?;
            there.damaged.extend(damaged);
        }
        Ok(there)
    }

    /// Does something with the host while its progress is shown.
    fn progressing<T>(
        &self,
        work: impl FnOnce(Watching<'_>) -> Result<T, HostError>,
    ) -> Result<T, HostError> {
        let progress = Progress::new(self.global);
        let done = work(Watching {
            progress: &|done, of| progress.show(done, of),
            interrupted: self.interrupted,
        });
        progress.end();
        done
    }

    /// Tells that every file on the host has been compared.
    fn read_back(&self) {
        let files = self.site.files.len();
        self.tell(&text!(
            "Alla {files} filer är lästa tillbaka och är som de byggdes.",
            "All {files} files have been read back and are as they were built."
        ));
    }

    fn ask_the_address(&self) {
        if let Some(base) = &self.settings.base_url {
            answers::tell_whether(self.global, self.language, base, &self.site.list);
        }
    }

    fn tell(&self, line: &Text) {
        tell::line(self.global, self.language, line);
    }
}

/// How many titles are told of one kind.
const SHOWN: usize = 10;

/// Megabytes with one decimal, rounded up so that something is never nothing.
fn megabytes(bytes: u64) -> String {
    let tenths = bytes.div_ceil(100_000);
    format!("{},{}", tenths / 10, tenths % 10)
}

fn settings(site: &Path) -> Result<Settings, Failure> {
    if !site.join("site.toml").exists() {
        return Err(LoadError::NoSite { folder: site.to_owned(), exists: site.is_dir() }.into());
    }
    let settings = super::settings::settings(site)
        .map_err(|error| HostError::Io { path: site.join("site.toml"), error })?;
    Ok(settings.ok_or(HostError::NoTarget)?)
}
