//! Subject labels that seem to be misspellings of another.

use std::collections::HashMap;

use super::linked::Linked;
use super::subject::{Focus, Groups};
use crate::diagnostic::{Code, Problem, Spanned, Text};
use crate::nearest::distance;
use crate::text;

/// Reports labels that differ from another only by a mark, a plural ending or a letter; the less
/// used of the two is taken to be the mistake. Case makes no difference, since labels with the same
/// address are one label, shown as it was first written. A spelling is one decision, so it is told
/// where it first stands, and in each document that accepts it, whose acceptance is of use.
pub fn spelling(
    documents: &[Linked],
    focus: &[Focus],
    known: &HashMap<&str, usize>,
    groups: &Groups,
    problems: &mut Vec<Problem>,
) {
    let near = SimilarLabels::among(focus);
    let twins: Vec<Option<&Focus>> =
        focus.iter().map(|one| twin(one, near.to(&one.segment))).collect();
    let better = |(label, at): (&&'_ str, &usize)| {
        let own = &focus[*at];
        if groups.have(&own.segment) {
            return None;
        }
        let same = own.label.to_lowercase() == label.to_lowercase();
        let better = if same { twins[*at] } else { Some(own) };
        better.map(|better| (label.to_string(), better))
    };
    let slips: HashMap<String, &Focus> = known.iter().filter_map(better).collect();
    if slips.is_empty() {
        return;
    }
    let mut told: HashMap<&str, (usize, usize)> = HashMap::new();
    for linked in documents {
        let accept = &linked.document.common.accept;
        let accepted = accept.iter().any(|one| one.is_of(Code::FocusSpelling));
        for label in &linked.document.archive.focus {
            let Some(better) = slips.get(label.as_str()) else { continue };
            let problem = || slip(linked, label, better);
            if accepted {
                problems.push(problem());
            } else if let Some((_, more)) = told.get_mut(label.as_str()) {
                *more += 1;
            } else {
                told.insert(label, (problems.len(), 0));
                problems.push(problem());
            }
        }
    }
    for (at, more) in told.into_values().filter(|(_, more)| *more > 0) {
        let Text { sv, en } = problems[at].message.clone();
        problems[at].message = match more {
            1 => text!("{sv} Det står så på 1 ställe till.", "{en} It is so in 1 more place."),
            _ => text!(
                "{sv} Det står så på {more} ställen till.",
                "{en} It is so in {more} more places."
            ),
        };
    }
}

/// A label that looks like a misspelling of another.
fn slip(linked: &Linked, label: &Spanned<String>, better: &Focus) -> Problem {
    let (written, better) = (&label.value, &better.label);
    Problem::at(
        Code::FocusSpelling,
        &linked.document.source,
        label.span.clone(),
        text!(
            "Ämnet ”{written}” skrivs ”{better}” i andra dokument.",
            "The subject “{written}” is written “{better}” in other documents."
        ),
        text!(
            "Skriv ”{better}” om samma ämne menas. Står det så i källan, ta ämnena samman i site.toml: [[subjects]] med label = \"{better}\" och includes = [\"{written}\"]. Annars: accept = [{{ code = \"focus-spelling\", reason = \"…\" }}].",
            "Write “{better}” if the same subject is meant. If the source has it so, take the subjects together in site.toml: [[subjects]] with label = \"{better}\" and includes = [\"{written}\"]. Otherwise: accept = [{{ code = \"focus-spelling\", reason = \"…\" }}]."
        ),
    )
}

/// Labels by what is left without one of their letters, or without their ending: similar labels
/// have such a remainder in common. Comparing each with each took a minute for 10 000 labels.
struct SimilarLabels<'a>(HashMap<String, Vec<&'a Focus>>);

impl<'a> SimilarLabels<'a> {
    fn among(focus: &'a [Focus]) -> SimilarLabels<'a> {
        let mut near: HashMap<String, Vec<&Focus>> = HashMap::new();
        for one in focus {
            for rest in rests(&one.segment) {
                near.entry(rest).or_default().push(one);
            }
        }
        SimilarLabels(near)
    }

    fn to(&self, segment: &str) -> impl Iterator<Item = &'a Focus> {
        rests(segment).into_iter().filter_map(|rest| self.0.get(&rest)).flatten().copied()
    }
}

/// The segment itself, the segment without each of its letters, and without its last two.
fn rests(segment: &str) -> Vec<String> {
    let letters = segment.char_indices().map(|(at, letter)| {
        let after = at + letter.len_utf8();
        format!("{}{}", &segment[..at], &segment[after..])
    });
    let ending = segment.len().checked_sub(2).and_then(|end| segment.get(..end));
    let whole = std::iter::once(segment.to_owned());
    whole.chain(letters).chain(ending.map(str::to_owned)).collect()
}

/// The label of which this one may be a misspelling.
fn twin<'a>(one: &Focus, near: impl Iterator<Item = &'a Focus>) -> Option<&'a Focus> {
    near.filter(|other| other.segment != one.segment && alike(&one.segment, &other.segment))
        .filter(|other| {
            (other.documents.len(), &one.segment) > (one.documents.len(), &other.segment)
        })
        .max_by_key(|other| (other.documents.len(), std::cmp::Reverse(&other.segment)))
}

fn alike(a: &str, b: &str) -> bool {
    const PLURALS: [&str; 8] = ["er", "ar", "or", "en", "et", "n", "r", "s"];
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    if short.len() < 4 || long.len() - short.len() > 2 {
        return false;
    }
    // Labels that end in different numbers ("zon-1", "zon-2") differ on purpose.
    let digits = |text: &'_ str| text.bytes().filter(u8::is_ascii_digit).collect::<Vec<_>>();
    if digits(a) != digits(b) {
        return false;
    }
    let plural = long.strip_prefix(short).is_some_and(|rest| PLURALS.contains(&rest));
    plural || (short.len() >= 5 && distance(a, b, 1) == Some(1))
}
