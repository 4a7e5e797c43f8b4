//! `move`: gives a document or a whole folder a new name, and mends everything that refers to it.

use super::arguments::{Global, MoveOptions};
use super::outcome::CommandOutcome;
use super::{session, tell};
use crate::author::{self, ChangedReference, Move, PlannedMove};
use crate::diagnostic::{Report, visible};
use crate::failure::Failure;
use crate::language::Language;
use crate::text;

/// Moves, or with `--dry-run` only says what would be done.
pub fn run(global: &Global, options: &MoveOptions) -> Result<CommandOutcome, Failure> {
    if !options.dry_run {
        session::finish_move(global)?;
    }
    let session = session::open(global, false)?;
    let language = session.language();
    let here = std::env::current_dir().unwrap_or_default();
    match author::plan(&session, &here, &options.old, &options.new)? {
        PlannedMove::Errors(new) => {
            tell::report(global, &Report::of(&new, language), language, false)?;
            let told = text!(
                "Inget flyttades: efteråt skulle webbplatsen ha felen ovan.",
                "Nothing was moved: afterwards the site would have the errors above."
            );
            tell::line(global, language, &told);
            Ok(CommandOutcome::Errors)
        }
        PlannedMove::Move(planned) => {
            if !options.dry_run {
                planned.carry_out()?;
            }
            say(global, language, &planned, options.dry_run);
            Ok(CommandOutcome::Done)
        }
    }
}

/// Says what was done, or would be.
fn say(global: &Global, language: Language, planned: &Move, dry_run: bool) {
    let line = |told| tell::line(global, language, &told);
    let (from, to) = (planned.from().to_string(), planned.to().to_string());
    let (from, to) = (visible(&from), visible(&to));
    line(text!("{from} → {to}", "{from} → {to}"));
    for (to, changes) in planned.changes() {
        let to = to.to_string();
        for ChangedReference { line: number, before, after } in changes {
            let (to, before, after) = (visible(&to), visible(before), visible(after));
            let told = format!("  {to}:{number}: {before} → {after}");
            line(text!("{told}", "{told}"));
        }
    }
    for alias in planned.earlier_addresses() {
        line(text!(
            "  Den gamla adressen {alias} leder vidare.",
            "  The old address {alias} sends on."
        ));
    }
    line(if dry_run {
        text!(
            "Inget är ändrat: det här är vad som skulle göras.",
            "Nothing has been changed: this is what would be done."
        )
    } else {
        text!(
            "Klart. Nästa ”loftesarkiv build” publicerar ändringen.",
            "Done. The next “loftesarkiv build” publishes the change."
        )
    });
}
