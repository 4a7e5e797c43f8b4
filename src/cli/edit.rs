//! `edit`: the desk, in the browser on this computer.

use std::io::{self, Write};
use std::net::{Ipv4Addr, TcpListener};
use std::path::Path;

use super::already_open::{self, Found};
use super::arguments::{EditOptions, Global};
use super::listen::{listen, taken};
use super::outcome::CommandOutcome;
use super::{day, interrupt, serve, session, tell};
use crate::archive::Drafts;
use crate::canonical_path::canonical;
use crate::desk::{Desk, Setup, new_token, site_made_in};
use crate::failure::Failure;
use crate::language::Language;
use crate::pipeline::Options;
use crate::preview::Preview;
use crate::shown_path::shown_path;
use crate::text;

/// The port of the desk unless another is given.
const PORT: u16 = 4494;

/// Serves the desk until Ctrl-C.
pub fn run(global: &Global, options: &EditOptions) -> Result<CommandOutcome, Failure> {
    interrupt::ends_well()?;
    let given = Options {
        today: day::today(global.today)?,
        drafts: Drafts::Shown,
        strict: false,
        language: global.language.map(Language::from),
    };
    let asked = global.today;
    let current = move || Options { today: day::today(asked).unwrap_or(given.today), ..given };
    // A loopback address, without exception: whoever can reach the desk can change the site.
    let listener = listen(Ipv4Addr::LOCALHOST.into(), options.port, PORT).map_err(|error| {
        match error.kind() {
            io::ErrorKind::AddrInUse => taken(options.port.unwrap_or(PORT)),
            _ => cannot(&error),
        }
    })?;
    let pages = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).map_err(|error| cannot(&error))?;
    let token = new_token().map_err(|error| cannot(&io::Error::other(error.to_string())))?;
    let mut site = global.site.clone();
    let mut is_site = std::fs::symlink_metadata(site.join("site.toml")).is_ok();
    if !is_site && let Some(made) = site_made_in(&site) {
        (site, is_site) = (made, true);
    }
    let open_site =
        |site: &Path| Preview::new(site, Vec::new(), options.poll.poll, Box::new(current));
    let claim = match is_site.then(|| already_open::claim(&site)).transpose()? {
        Some(Found::Open(address)) => {
            print(&address)?;
            let language = tell::language(global);
            let there = text!("Redaktionen är redan öppen.", "The desk is already open.");
            tell::line(global, language, &there);
            if !options.no_open {
                let _ = serve::open(&address);
            }
            return Ok(CommandOutcome::Done);
        }
        Some(Found::Free(claim)) => Some(claim),
        None => None,
    };
    if claim.is_some() {
        session::finish_move(&Global { site: site.clone(), ..global.clone() })?;
    }
    // A site that cannot be read at all is told of before anything is opened.
    let mut ready = if is_site { Some(open_site(&site)?) } else { None };
    let language = ready.as_ref().map_or_else(|| tell::language(global), |it| it.status().language);
    let port = listener.local_addr().map_err(|error| cannot(&error))?.port();
    let address = format!("http://127.0.0.1:{port}/?token={token}");
    print(&address)?;
    if let Some(claim) = &claim {
        claim.note(&address);
    }
    if !options.no_open && serve::open(&address).is_err() {
        let warning = text!(
            "Webbläsaren gick inte att öppna. Öppna adressen ovan.",
            "The browser could not be opened. Open the address above."
        );
        tell::notice(language, &warning);
    }
    tell::line(
        global,
        language,
        &text!(
            "Redaktionen är öppen så länge det här fönstret är det. Avsluta med Ctrl-C, eller stäng fönstret.",
            "The desk is open for as long as this window is. End with Ctrl-C, or close the window."
        ),
    );
    if is_site {
        let folder = shown_path(canonical(&site).unwrap_or_else(|_| site.clone()));
        tell::line(global, language, &text!("Webbplatsen: {folder}", "The site: {folder}"));
    }
    if ready.is_none() {
        let waiting = listener.try_clone().map_err(|error| cannot(&error))?;
        let (token, folder) = (token.clone(), site.clone());
        let setup = Setup { listener: waiting, token, folder, language, today: given.today };
        site = setup.serve().map_err(|error| cannot(&error))?;
        ready = Some(open_site(&site)?);
    }
    let claim = match claim {
        Some(claim) => Some(claim),
        None => match already_open::claim(&site)? {
            Found::Free(claim) => {
                claim.note(&address);
                Some(claim)
            }
            Found::Open(_) => None,
        },
    };
    let Some(preview) = ready else { return Ok(CommandOutcome::Done) };
    let (options, home) = (Box::new(current), std::env::home_dir());
    let scratch = std::env::temp_dir();
    let desk = Desk { preview, listener, pages, token, options, home, scratch };
    let served = desk.serve();
    drop(claim);
    match served {
        Ok(()) => Ok(CommandOutcome::Done),
        Err(error) => Err(cannot(&error)),
    }
}

/// Prints the address alone, on one line, so that programs can read it.
fn print(address: &str) -> Result<(), Failure> {
    let mut stdout = io::stdout().lock();
    writeln!(stdout, "{address}")
        .and_then(|()| stdout.flush())
        .map_err(|error| tell::cannot_print(&error))
}

fn cannot(error: &io::Error) -> Failure {
    Failure {
        message: text!("Redaktionen kan inte svara: {error}.", "The desk cannot answer: {error}."),
        help: text!("Starta den igen.", "Start it again."),
    }
}
