//! `serve`: a preview in the browser that follows every save. Nothing is written.

use std::collections::BTreeSet;
use std::io;
use std::net::{IpAddr, SocketAddr, UdpSocket};
use std::process::{Command, Stdio};

use super::arguments::{Format, Global, ServeOptions};
use super::listen::{listen, taken};
use super::outcome::CommandOutcome;
use super::{day, interrupt, tell};
use crate::archive::Drafts;
use crate::diagnostic::{Code, Problem, Report, Severity};
use crate::failure::Failure;
use crate::language::Language;
use crate::pipeline::Options;
use crate::preview::{Preview, SiteStatus, StatusChange};
use crate::text;

/// The port of the preview unless another is given.
const PORT: u16 = 4484;

/// Serves the site until Ctrl-C.
pub fn run(global: &Global, options: &ServeOptions) -> Result<CommandOutcome, Failure> {
    interrupt::ends_well()?;
    let listener =
        listen(options.host, options.port, PORT).map_err(|error| cannot_listen(options, &error))?;
    let address = listener.local_addr().map_err(|error| cannot_listen(options, &error))?;
    let given = Options {
        today: day::today(global.today)?,
        drafts: Drafts::Shown,
        strict: false,
        language: global.language.map(Language::from),
    };
    let asked = global.today;
    let current = move || Options { today: day::today(asked).unwrap_or(given.today), ..given };
    let preview = Preview::new(&global.site, Vec::new(), options.poll.poll, Box::new(current))?;
    let status = preview.status().clone();
    let language = status.language;
    tell::report(global, &Report::of(&status.problems, language), language, false)?;
    greet(options, address, language);
    let telling = global.clone();
    let served = preview.serve(listener, move |change| follow(&telling, change));
    match served {
        Ok(()) => Ok(CommandOutcome::Done),
        Err(error) => Err(Failure {
            message: text!(
                "Förhandsvisningen kan inte fortsätta: {error}.",
                "The preview cannot go on: {error}."
            ),
            help: text!("Starta den igen.", "Start it again."),
        }),
    }
}

fn cannot_listen(options: &ServeOptions, error: &io::Error) -> Failure {
    let (host, port) = (options.host, options.port.unwrap_or(PORT));
    match error.kind() {
        io::ErrorKind::AddrInUse => taken(port),
        io::ErrorKind::AddrNotAvailable => Failure {
            message: text!(
                "Den här datorn har inte adressen {host}.",
                "This computer does not have the address {host}."
            ),
            help: text!(
                "Utelämna --host, eller ange en av datorns egna adresser.",
                "Leave --host out, or give one of the computer's own addresses."
            ),
        },
        _ => Failure {
            message: text!(
                "Det går inte att svara på {host}, port {port}: {error}.",
                "Cannot listen at {host}, port {port}: {error}."
            ),
            help: text!("Välj en annan port med --port.", "Choose another port with --port."),
        },
    }
}

/// Says where the preview is, and who can reach it.
fn greet(options: &ServeOptions, address: SocketAddr, language: Language) {
    if !address.ip().is_loopback() {
        let warning = text!(
            "varning: alla som når {address} på nätet kan läsa förhandsvisningen, också utkasten.",
            "warning: everyone who can reach {address} on the network can read the preview, drafts included."
        );
        tell::notice(language, &warning);
    }
    let shown = match address.ip() {
        IpAddr::V4(ip) if ip.is_unspecified() => format!("127.0.0.1:{}", address.port()),
        IpAddr::V6(ip) if ip.is_unspecified() => format!("[::1]:{}", address.port()),
        _ => address.to_string(),
    };
    let url = format!("http://{shown}/");
    // Printed even with --quiet: if the system chose the port, nobody would know the address
    // otherwise.
    tell::notice(
        language,
        &text!("Förhandsvisning: {url} (avsluta med Ctrl-C)", "Preview: {url} (end with Ctrl-C)"),
    );
    if address.ip().is_unspecified()
        && let Some(ip) = on_the_network(address.ip())
    {
        let shown = SocketAddr::new(ip, address.port());
        tell::notice(
            language,
            &text!("Andra öppnar: http://{shown}/", "Others open: http://{shown}/"),
        );
    }
    if options.open && open(&url).is_err() {
        let warning = text!(
            "varning: webbläsaren gick inte att öppna. Öppna adressen själv.",
            "warning: the browser could not be opened. Open the address yourself."
        );
        tell::notice(language, &warning);
    }
}

/// This computer's address on the network, by which others reach it. Nothing is sent: connecting such
/// a socket only chooses the address that something would be sent from.
fn on_the_network(any: IpAddr) -> Option<IpAddr> {
    let far = match any {
        IpAddr::V4(_) => "192.0.2.1:9",
        IpAddr::V6(_) => "[2001:db8::1]:9",
    };
    let socket = UdpSocket::bind(SocketAddr::new(any, 0)).ok()?;
    socket.connect(far).ok()?;
    let ip = socket.local_addr().ok()?.ip();
    (!ip.is_unspecified() && !ip.is_loopback()).then_some(ip)
}

/// The program that opens an address in the system's browser. On Windows not `explorer`, which opens
/// a folder instead if the address has a `?`, nor `cmd`, which many computers forbid.
const OPENS: &[&str] = match () {
    () if cfg!(windows) => &["rundll32", "url.dll,FileProtocolHandler"],
    () if cfg!(target_os = "macos") => &["open"],
    () => &["xdg-open"],
};

/// Opens the system's browser without waiting for it.
pub fn open(url: &str) -> io::Result<()> {
    let mut command = Command::new(OPENS[0]);
    command.args(&OPENS[1..]).arg(url);
    let quiet = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    let mut browser = quiet.spawn()?;
    std::thread::spawn(move || browser.wait());
    Ok(())
}

/// Reports the effect of a change: the problems that are new.
fn follow(global: &Global, change: StatusChange<'_>) {
    let StatusChange { before, now } = change;
    let language = now.language;
    let new = match global.format {
        Format::Text => new_problems(before, now),
        Format::Json => now.problems.clone(),
    };
    let _ = tell::report(global, &Report::of(&new, language), language, false);
    let errors = now.errors().count();
    let warnings = now.problems.iter().filter(|it| it.severity == Severity::Warning).count();
    let line = match (errors, warnings) {
        (0, 0) => text!("Uppdaterad.", "Updated."),
        (0, n) => text!("Uppdaterad. Varningar: {n}.", "Updated. Warnings: {n}."),
        (n, _) => text!(
            "Fel att rätta: {n}. Tills dess visas sidorna som de var innan.",
            "Errors to mend: {n}. Until then the pages are shown as they were."
        ),
    };
    tell::line(global, language, &line);
}

fn new_problems(before: &SiteStatus, now: &SiteStatus) -> Vec<Problem> {
    fn name(problem: &Problem) -> (&str, Code, &str) {
        (&problem.source.path, problem.code, &problem.message.sv)
    }
    let known: BTreeSet<_> = before.problems.iter().map(name).collect();
    now.problems.iter().filter(|problem| !known.contains(&name(problem))).cloned().collect()
}
