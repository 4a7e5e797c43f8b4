//! Something to do, and the words for it.

use crate::diagnostic::{Problem, Text};
use crate::model::Address;
use crate::text;

/// Something to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Task {
    pub kind: TaskKind,
    /// The file, relative to the site's folder.
    pub path: String,
    /// The address of the page that is, or will be, made from it.
    pub address: Option<Address>,
    /// The title of the document or place, otherwise the path.
    pub title: String,
    /// What is to be done, and why; the words of `problem` follow it.
    pub what: Text,
    /// What is wrong, if that is one thing and not told by `what`.
    pub problem: Option<Problem>,
}

impl Task {
    /// What is to be done, with what is wrong as it is told to those who edit files.
    pub fn message(&self) -> Text {
        let Some(problem) = &self.problem else { return self.what.clone() };
        let both = |what: &str, wrong: &str| format!("{what} {wrong}").trim_start().to_owned();
        Text {
            sv: both(&self.what.sv, &problem.message.sv).into(),
            en: both(&self.what.en, &problem.message.en).into(),
        }
    }
}

crate::schema::vocabulary! {
    /// The kinds of tasks, the most urgent first.
    TaskKind {
        Error = "error",
        Draft = "draft",
        FollowUpMissing = "follow-up-missing",
        FollowUpDue = "follow-up-due",
        Ended = "ended",
        Ending = "ending",
        ReportOld = "situation-report-old",
        YearNotSealed = "year-not-sealed",
        NoYear = "no-year",
        NoSource = "no-source",
        FileUnused = "file-unused",
        NoStatement = "no-accessibility-statement",
    }
}

impl TaskKind {
    /// Its heading in a list.
    pub fn heading(self) -> Text {
        match self {
            TaskKind::Error => text!("Fel att rätta", "Errors to mend"),
            TaskKind::Draft => text!("Utkast", "Drafts"),
            TaskKind::FollowUpMissing => {
                text!(
                    "Utlovade uppföljningar som saknas i arkivet",
                    "Promised follow-ups missing from the archive"
                )
            }
            TaskKind::FollowUpDue => text!("Uppföljningar på väg", "Follow-ups coming up"),
            TaskKind::Ended => text!(
                "Har upphört, utan efterföljare i arkivet",
                "Ended, without a successor in the archive"
            ),
            TaskKind::Ending => text!("Upphör inom sex månader", "Ends within six months"),
            TaskKind::ReportOld => text!(
                "Lägesbilder äldre än lagen säger",
                "Situation reports older than the law says"
            ),
            TaskKind::YearNotSealed => text!("Saknar årspaket", "Without a yearly package"),
            TaskKind::NoYear => {
                text!("Hör till inget års årspaket", "In the yearly package of no year")
            }
            TaskKind::NoSource => text!("Saknar källa", "Without source"),
            TaskKind::FileUnused => {
                text!("Filer som inget dokument nämner", "Files that no document names")
            }
            TaskKind::NoStatement => text!("Tillgänglighet", "Accessibility"),
        }
    }
}

/// What is to be said of a draft whose address has been published.
pub(super) fn has_been_published() -> Text {
    text!(
        "Är ett utkast, men har varit publicerat. Webbplatsen kan inte byggas så.",
        "Is a draft, but has been published. The site cannot be built like this."
    )
}
