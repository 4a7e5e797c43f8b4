//! Where a build goes: the site's own output, or another folder for a trial.

use super::arguments::OutputOption;
use crate::failure::Failure;
use crate::publish::{self, BuildKind, OutputFolder};
use crate::scan::Scan;

/// The folder that a build writes in.
pub struct OutputDestination {
    pub folder: OutputFolder,
    pub kind: BuildKind,
}

impl OutputDestination {
    /// The folder that was asked for, or the site's own output. Fails if the program must not write
    /// there.
    pub fn of(scan: &Scan, asked: &OutputOption) -> Result<OutputDestination, Failure> {
        let own = scan.output();
        let folder = asked.output.as_deref().unwrap_or(own);
        let kind = match publish::same_folder(folder, own) {
            true => BuildKind::Own,
            false => BuildKind::Trial,
        };
        let home = std::env::home_dir();
        let folder = publish::check_output(scan.site(), folder, home.as_deref())?;
        Ok(OutputDestination { folder, kind })
    }
}
