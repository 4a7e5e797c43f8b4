//! The desk where there is no site yet: one page that makes one, with its title, its publisher and
//! its first municipality. Once that is done the desk itself takes over at the same address.

use std::io;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use hyper::body::Incoming;
use hyper::header::{CONNECTION, HeaderValue};
use hyper::{Method, Request, Response, StatusCode};
use tokio::sync::Notify;
use tokio::task::spawn_blocking;

use crate::author;
use crate::desk::exchange::{Admission, Reply, receive};
use crate::desk::fields::FieldNode;
use crate::desk::html::Html;
use crate::failure::Failure;
use crate::language::Language;
use crate::lock::locked;
use crate::model::register;
use crate::preview::server::accept_until;
use crate::preview::server::body::AnswerBody;
use crate::preview::server::connections::Answering;
use crate::preview::server::guard::Guard;
use crate::schema::both;
use crate::shown_path::shown_path;

/// Offers to make a site in a folder.
pub struct Setup {
    pub listener: TcpListener,
    pub token: String,
    /// The folder that the program was started in or for.
    pub folder: PathBuf,
    pub language: Language,
    pub today: jiff::civil::Date,
}

struct SetupState {
    admission: Admission,
    folder: PathBuf,
    language: Language,
    today: jiff::civil::Date,
    made: Mutex<Option<PathBuf>>,
    done: Notify,
}

/// How long the last answer may take to reach the browser.
const LAST_ANSWER: Duration = Duration::from_millis(500);

impl Setup {
    /// Serves the page until a site has been made; returns its folder.
    pub fn serve(self) -> io::Result<PathBuf> {
        let Setup { listener, token, folder, language, today } = self;
        let own = listener.local_addr()?;
        let state = Arc::new(SetupState {
            admission: Admission::new(Guard::new(own), token, own.port()),
            folder,
            language,
            today,
            made: Mutex::new(None),
            done: Notify::new(),
        });
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        let waiting = state.clone();
        let answering = state.clone();
        // Connections from then on wait for the desk itself.
        let until = async move {
            waiting.done.notified().await;
            Ok(())
        };
        let respond = move |request, counted| answer(answering.clone(), request, counted);
        runtime.block_on(async {
            accept_until(listener, until, respond).await?;
            tokio::time::sleep(LAST_ANSWER).await;
            io::Result::Ok(())
        })?;
        runtime.shutdown_background();
        let made = locked(&state.made).take();
        made.ok_or_else(|| io::Error::other("no site was made"))
    }
}

async fn answer(
    state: Arc<SetupState>,
    request: Request<Incoming>,
    answering: Answering,
) -> Response<AnswerBody> {
    let language = state.language;
    if let Some(reply) = Reply::unless_admitted(&state.admission, &request, language) {
        return reply.response(answering);
    }
    let path = request.uri().path().to_owned();
    let sent = match *request.method() {
        Method::GET | Method::HEAD => None,
        Method::POST => match receive(request).await {
            Ok(sent) => Some(sent),
            Err(refusal) => return refusal.reply(language).response(answering),
        },
        _ => return Reply::not_allowed(language).response(answering),
    };
    let is_made = locked(&state.made).is_some();
    let reply = match (&*path, sent) {
        // On a connection that the browser had opened before: the desk answers on the next one.
        ("/", None) if is_made => Reply::see_other("/?_ny=1"),
        ("/", None) => page(&state, &FieldNode::default(), None),
        ("/", Some(sent)) if !state.admission.has_token(sent.fields.value("_token")) => {
            Reply::refused(language)
        }
        ("/", Some(sent)) => {
            let working = state.clone();
            let made = spawn_blocking(move || {
                make(&working, &sent.fields).map_err(|failure| Box::new((failure, sent)))
            });
            match made.await {
                Ok(Ok(folder)) => {
                    *locked(&state.made) = Some(folder);
                    state.done.notify_one();
                    Reply::see_other("/?_ny=1")
                }
                Ok(Err(failed)) => page(&state, &failed.1.fields, Some(&failed.0)),
                Err(_) => Reply::failed(language),
            }
        }
        (path, None) => Reply::own_file(path).unwrap_or_else(|| Reply::not_found(language)),
        (_, Some(_)) => Reply::not_found(language),
    };
    let is_last = reply.status == StatusCode::SEE_OTHER;
    let mut response = reply.response(answering);
    if is_last {
        // What the browser asks for next is for the desk, on a connection of its own.
        response.headers_mut().insert(CONNECTION, HeaderValue::from_static("close"));
    }
    response
}

/// Makes the site and its first municipality.
fn make(state: &SetupState, fields: &FieldNode) -> Result<PathBuf, Failure> {
    let value = |name| fields.value(name).unwrap_or_default().trim().to_owned();
    let folder = folder(&state.folder);
    let municipality = value("municipality");
    if !municipality.is_empty() {
        author::check_municipality(&municipality)?;
    }
    author::init_called(&folder, state.language, &value("title"), &value("publisher"))?;
    if !municipality.is_empty() {
        author::add_municipality(&folder, &municipality, state.today)?;
    }
    Ok(folder)
}

/// The names of a new site's folder in a folder that is not empty, the usual one first. Where the
/// program itself lies there, it may have that name.
const NAMES: [&str; 2] = ["loftesarkiv", "loften"];

/// The folder of the new site: the given one if it is empty, otherwise a new one in it.
fn folder(given: &Path) -> PathBuf {
    let occupied = std::fs::read_dir(given).is_ok_and(|mut entries| entries.next().is_some());
    let free = NAMES.iter().map(|name| given.join(name)).find(|folder| !folder.is_file());
    free.filter(|_| occupied).unwrap_or_else(|| given.to_owned())
}

/// The site that was made from a folder: whoever starts the program there again means that one.
pub fn site_made_in(given: &Path) -> Option<PathBuf> {
    let mut folders = NAMES.iter().map(|name| given.join(name));
    folders.find(|folder| folder.join("site.toml").is_file())
}

fn page(state: &SetupState, given: &FieldNode, failure: Option<&Failure>) -> Reply {
    let language = state.language;
    let say = |sv, en| both(sv, en).in_language(language);
    let title = say("Ny webbplats", "A new site");
    let mut html = Html::page(language, title);
    html.close("head").open("body", &[]).open("main", &[]).element("h1", &[], title);
    let folder = folder(&state.folder);
    let folder = std::path::absolute(&folder).unwrap_or(folder);
    html.open("p", &[]).text(say(
        "Här finns ingen webbplats än. Den skapas i mappen ",
        "There is no site here yet. It is made in the folder ",
    ));
    html.element("strong", &[], &shown_path(folder)).text(".").close("p");
    if let Some(failure) = failure {
        html.open("div", &[("class", "mistake error"), ("role", "alert")]);
        html.element("p", &[], failure.message.in_language(language));
        html.element("p", &[], failure.help.in_language(language)).close("div");
    }
    html.open("form", &[("method", "post"), ("action", "/"), ("id", "formular")]);
    html.hidden("_token", state.admission.token());
    for (name, label, help, list) in [
        (
            "title",
            say("Webbplatsens namn", "The site's name"),
            say(
                "Det står överst på varje sida. Exempel: Löftesarkivet.",
                "It stands at the top of every page. Example: The pledge archive.",
            ),
            "",
        ),
        (
            "publisher",
            say("Ansvarig", "Publisher"),
            say(
                "Den som ansvarar för webbplatsen. Exempel: Håbo kommun.",
                "Who answers for the site. Example: Håbo kommun.",
            ),
            "",
        ),
        (
            "municipality",
            say("Första kommunen", "The first municipality"),
            say(
                "Namnet som i registret. Exempel: Håbo.",
                "Its name as in the register. Example: Håbo.",
            ),
            "list-municipalities",
        ),
    ] {
        let (id, help_id) = (format!("f-{name}"), format!("f-{name}-help"));
        html.open("div", &[("class", "field")]).element("label", &[("for", &id)], label);
        html.element("p", &[("class", "help"), ("id", &help_id)], help);
        html.open(
            "input",
            &[
                ("type", "text"),
                ("id", &id),
                ("name", name),
                ("value", given.value(name).unwrap_or_default()),
                ("list", list),
                ("autocomplete", "off"),
                ("aria-describedby", &help_id),
            ],
        );
        html.close("div");
    }
    html.open("datalist", &[("id", "list-municipalities")]);
    for entry in register::municipalities() {
        html.open("option", &[("value", entry.name)]).close("option");
    }
    html.close("datalist").open("p", &[("class", "buttons")]);
    html.open("button", &[("type", "submit"), ("class", "main")]);
    html.text(say("Skapa webbplatsen", "Make the site")).close("button");
    html.close("p").close("form").close("main").close("body").close("html");
    let status = if failure.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    Reply::page(status, format!("<!doctype html>\n{}", html.into_string()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn a_site_is_made_beside_the_program_and_found_there_again() {
        let name = format!("loftesarkiv-beside-{}", std::process::id());
        let given = std::env::temp_dir().join(name);
        fs::create_dir_all(&given).unwrap();
        assert_eq!(folder(&given), given, "an empty folder becomes the site");
        fs::write(given.join("loftesarkiv.exe"), "").unwrap();
        assert_eq!(folder(&given), given.join("loftesarkiv"));
        fs::write(given.join("loftesarkiv"), "").unwrap();
        assert_eq!(folder(&given), given.join("loften"), "the program has the usual name");
        assert_eq!(site_made_in(&given), None);
        author::init(&folder(&given), Language::Swedish).unwrap();
        assert_eq!(site_made_in(&given), Some(given.join("loften")));
        fs::remove_dir_all(&given).unwrap();
    }
}
