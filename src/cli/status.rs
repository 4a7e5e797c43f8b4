//! `status`: what needs doing, most urgent first. Its exit status is 0 whatever it lists, since
//! there is always something to do in an archive.

use std::io::{self, Write};

use serde_json::json;

use super::arguments::{Format, Global};
use super::outcome::CommandOutcome;
use super::session;
use super::tell::cannot_print;
use crate::archive::Drafts;
use crate::author::{Task, TaskKind, tasks};
use crate::diagnostic::visible;
use crate::failure::Failure;
use crate::language::Language;
use crate::model::Address;

/// Prints the list.
pub fn run(global: &Global) -> Result<CommandOutcome, Failure> {
    let mut session = session::open(global, false)?;
    session.options.drafts = Drafts::Shown;
    let (sources, assembled) = session.assemble();
    let tasks = tasks(&assembled.archive, &sources.content.files, &assembled.problems);
    let language = session.language();
    let text = match global.format {
        Format::Json => as_json(&tasks, language),
        Format::Text => as_text(&tasks, language),
    };
    let mut stdout = io::stdout().lock();
    stdout
        .write_all(text.as_bytes())
        .and_then(|()| stdout.flush())
        .map_err(|error| cannot_print(&error))?;
    Ok(CommandOutcome::Done)
}

fn as_json(tasks: &[Task], language: Language) -> String {
    let tasks: Vec<_> = tasks
        .iter()
        .map(|task| {
            json!({
                "kind": task.kind.as_str(),
                "path": task.path,
                "address": task.address.as_ref().map(Address::as_str),
                "title": task.title,
                "message": task.message().in_language(language),
            })
        })
        .collect();
    format!("{}\n", json!({ "tasks": tasks }))
}

fn as_text(tasks: &[Task], language: Language) -> String {
    if tasks.is_empty() {
        let nothing = crate::text!("Det finns inget att göra.", "There is nothing to do.");
        return format!("{}\n", nothing.in_language(language));
    }
    let mut text = String::new();
    for kind in TaskKind::ALL {
        let of_kind: Vec<&Task> = tasks.iter().filter(|task| task.kind == *kind).collect();
        if of_kind.is_empty() {
            continue;
        }
        if !text.is_empty() {
            text.push('\n');
        }
        text.push_str(&format!("{} ({})\n", kind.heading().in_language(language), of_kind.len()));
        for task in of_kind {
            let message = task.message();
            let (title, what) = (visible(&task.title), visible(message.in_language(language)));
            text.push_str(&format!("  {title}: {what}\n    {}\n", visible(&task.path)));
        }
    }
    text
}
