//! Outcomes that a follow-up states twice. If there are two for one commitment by one assessor,
//! nobody can know which is right.

use std::collections::HashMap;

use super::linked::Linked;
use crate::diagnostic::{Code, Problem};
use crate::text;

/// Every second outcome of a follow-up for the same commitment by the same assessor.
pub fn outcomes(linked: &Linked) -> Vec<Problem> {
    let Some(follow_up) = linked.document.follow_up() else { return Vec::new() };
    let source = &linked.document.source;
    let mut first = HashMap::new();
    let mut problems = Vec::new();
    for (outcome, meant) in follow_up.outcomes.iter().zip(&linked.outcomes) {
        let (Some(meant), Some(written)) = (meant, outcome.commitment()) else { continue };
        let assessor = follow_up.assessor(outcome);
        let Some(earlier) = first.insert((*meant, assessor), written) else { continue };
        let line = source.line_and_column(earlier.span.start).0;
        let id = written.rsplit('#').next().unwrap_or(written);
        problems.push(Problem::at(
            Code::OutcomeDuplicate,
            source,
            written.span.clone(),
            text!(
                "Åtagandet ”{id}” har redan ett resultat av samma bedömare, på rad {line}. Då går det inte att veta vilket som gäller.",
                "The commitment “{id}” already has an outcome by the same assessor, on line {line}. So nobody can know which of them holds."
            ),
            text!(
                "Behåll det som källan säger. Har någon annan gjort den här bedömningen: lägg till assessed_by = \"…\".",
                "Keep what the source says. If another made this assessment: add assessed_by = \"…\"."
            ),
        ));
    }
    problems
}
