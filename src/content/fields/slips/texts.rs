//! Mistakes on the right side of a line: missing quotes, dates, numbers, lists.

use super::as_value::as_value;
use super::quotes::{CURLY, curly, curly_slip, text_in_quotes, text_in_single_quotes};
use super::repair;
use super::slip::{FaultyLine, Slip, correct, quoted, with};
use crate::content::excerpt::excerpt;
use crate::content::fields::scan::outside_quotes;
use crate::content::fields::{no_dates, written_dates};
use crate::content::names;
use crate::diagnostic::{Code, Span};
use crate::model::PartialDate;
use crate::schema::{self, Form};
use crate::text;

/// The mistake in a value; `at` is the position after the `=`.
pub fn value(faulty: &FaultyLine<'_>, key: &str, at: usize) -> Option<Slip> {
    let line = faulty.line;
    let rest = &line[at..];
    let start = at + rest.len() - rest.trim_start().len();
    let value = line[start..].trim_end();
    let whole = start..start + value.len();
    if value.is_empty() || value.starts_with('#') {
        return Some(empty(faulty, key).at(faulty.trimmed()));
    }
    if let Some(more) = value.strip_prefix('=') {
        return Some(
            Slip::new(
                text!("Här står två likhetstecken.", "Here stand two equals signs."),
                correct(&format!("{key} = {}", more.trim_start_matches('=').trim())),
            )
            .at(start..start + 1),
        );
    }
    if let Some(slip) = list_without_brackets(key, value) {
        return Some(slip.at(whole));
    }
    if value.starts_with('"') && !value.starts_with("\"\"\"") {
        return Some(text_in_quotes(faulty, key, whole));
    }
    if value.starts_with('\'') && !value.starts_with("'''") {
        return Some(text_in_single_quotes(key, value).at(whole));
    }
    if value.starts_with(['[', '{'])
        && let Some(row) = repair::row(faulty, key)
        && row.holds.form() == Form::Period
        && (repair::meant(row, value).is_some() || faulty.says("invalid date").is_none())
    {
        return Some(
            Slip::new(
                text!(
                    "Det som står inom parenteserna går inte att läsa. En period är ett datum, eller {{ … }} med nyckel = värde och kommatecken mellan.",
                    "What stands within the brackets cannot be read. A period is a date, or {{ … }} with key = value and commas between."
                ),
                repair::line(faulty, key, value),
            )
            .at(whole),
        );
    }
    if value.starts_with('{')
        && let Some(row) = repair::row(faulty, key)
        && let Some(meant) = repair::table(row, value)
    {
        return Some(
            Slip::new(
                text!(
                    "Det som står inom {{ … }} går inte att läsa. Där står nyckel = värde, med kommatecken mellan.",
                    "What stands within {{ … }} cannot be read. It is key = value, with commas between."
                ),
                correct(&format!("{key} = {meant}")),
            )
            .at(whole),
        );
    }
    if !value.starts_with(['[', '{']) {
        // Text without quotes may contain anything, so all of it is taken, except for a comment.
        let end = value.find(" #").unwrap_or(value.len());
        let atom = start..start + value[..end].trim_end().len();
        let slip = unquoted(faulty, &atom);
        let Some(row) = repair::row(faulty, key).filter(|_| slip.code == Code::TomlSyntax) else {
            return Some(slip);
        };
        let written = &line[atom.clone()];
        let help = repair::line(faulty, key, written);
        let message = match row.holds.form() {
            Form::Date | Form::Dates | Form::Period if PartialDate::parse(written).is_err() => {
                let shown = excerpt(written);
                text!(
                    "”{shown}” är inte skrivet så som {key} skrivs.",
                    "“{shown}” is not written as {key} is written."
                )
            }
            _ => slip.message.clone(),
        };
        return Some(Slip { message, help, ..slip });
    }
    None
}

/// The mistake in a part of a list, an inline table or a long text.
pub fn slip(faulty: &FaultyLine<'_>) -> Option<Slip> {
    let line = faulty.line;
    if let Some(slip) = super::keys::invisible(faulty) {
        return Some(slip);
    }
    if let Some(slip) = colons(faulty) {
        return Some(slip);
    }
    if let Some(slip) = curly(line) {
        return Some(slip);
    }
    if let Some(at) = faulty.says("missing comma") {
        return Some(no_comma(faulty, at));
    }
    if let Some(at) = faulty.says("extra comma") {
        return Some(
            Slip::new(
                text!("Här står ett kommatecken för mycket.", "Here is one comma too many."),
                text!("Ta bort det.", "Remove it."),
            )
            .at(at.start..(at.start + 1).min(line.len())),
        );
    }
    let mut atoms: Vec<Span> = faulty
        .errors
        .iter()
        .map(|(at, _)| atom(line, at.start))
        .filter(|at| !at.is_empty())
        .collect();
    atoms.dedup();
    let slip = unquoted(faulty, atoms.iter().find(|at| !line[(*at).clone()].starts_with('"'))?);
    if slip.code != Code::TomlSyntax || atoms.len() == 1 {
        return Some(slip);
    }
    let mut corrected = line.to_owned();
    for at in atoms.iter().rev() {
        corrected = with(&corrected, at, &as_value(&line[at.clone()]));
    }
    Some(Slip { help: correct(&corrected), ..slip })
}

/// The part of a list or table around a position, between its commas and brackets.
fn atom(line: &str, at: usize) -> Span {
    const ENDS: &[char] = &['[', ']', '{', '}', ',', '='];
    let at = crate::diagnostic::floor_char_boundary(line, at);
    let start = line[..at].rfind(ENDS).map_or(0, |end| end + 1);
    let end = line[at..].find(ENDS).map_or(line.len(), |length| at + length);
    let part = &line[start..end];
    let start = start + part.len() - part.trim_start().len();
    start..start + part.trim().len()
}

fn empty(faulty: &FaultyLine<'_>, key: &str) -> Slip {
    let message = text!("Nyckeln ”{key}” har inget värde.", "The key “{key}” has no value.");
    let meant = super::keys::known(key);
    let row = meant.and_then(|meant| repair::row(faulty, meant));
    let Some(row) = row.or_else(|| faulty.owner.key(meant?)) else {
        return Slip::new(
            text!(
                "Nyckeln ”{key}” har inget värde, och den finns inte.",
                "The key “{key}” has no value, and there is no such key."
            ),
            text!(
                "Ta bort raden, eller sätt # först på den om den är en anteckning.",
                "Remove the line, or put # first on it if it is a note."
            ),
        );
    };
    let (sv, en) = row.shape("");
    Slip::new(
        message,
        text!(
            "Skriv ett värde efter =, som {sv}, eller sätt # först på raden så länge.",
            "Write a value after =, as {en}, or put # first on the line for now."
        ),
    )
}

/// `focus = unga, trafik`, `focus = "unga", "trafik"`
fn list_without_brackets(key: &str, value: &str) -> Option<Slip> {
    let items: Vec<&str> = value.split(',').map(str::trim).filter(|it| !it.is_empty()).collect();
    let quoted = items.iter().all(|item| {
        item.len() > 1
            && item.starts_with('"')
            && item.ends_with('"')
            && item.matches('"').count() == 2
    });
    let bare =
        schema::is_list(key) && items.iter().all(|item| !item.contains(['"', '[', '{', '#']));
    (items.len() > 1 && (quoted || bare)).then(|| {
        let items: Vec<String> = items.into_iter().map(as_value).collect();
        Slip::new(
            text!(
                "Flera värden skrivs som en lista, inom hakparenteser.",
                "Several values are written as a list, within brackets."
            ),
            correct(&format!("{key} = [{}]", items.join(", "))),
        )
    })
}

/// A value without quotes.
fn unquoted(faulty: &FaultyLine<'_>, at: &Span) -> Slip {
    let line = faulty.line;
    let atom = &line[at.clone()];
    if atom.starts_with(CURLY) {
        let text = atom.trim_matches(|c| CURLY.contains(&c) || c == '"');
        return curly_slip(&with(line, at, &quoted(text))).at(at.clone());
    }
    if let Some(flag) = names::yes_or_no(atom) {
        return Slip::new(
            text!(
                "Ja och nej skrivs true och false, med små bokstäver och utan citattecken.",
                "Yes and no are written true and false, in lower case and without quotes."
            ),
            correct(&with(line, at, flag)),
        )
        .at(at.clone());
    }
    let digits = atom.bytes().all(|b| b.is_ascii_digit());
    if digits && atom.starts_with('0') {
        let slip = Slip::new(
            text!(
                "Ett tal kan inte börja med 0. Koder med inledande nolla skrivs som text, inom citattecken.",
                "A number cannot begin with 0. Codes with a leading zero are written as text, in quotes."
            ),
            text!("", ""),
        );
        let corrected = with(line, at, &format!("\"{atom}\""));
        let corrected = match super::keys::key(line).as_deref().and_then(super::keys::known) {
            Some(key) => {
                let value = corrected.split_once('=').map_or("", |(_, value)| value).trim();
                format!("{key} = {value}")
            }
            None => corrected,
        };
        return Slip { help: correct(&corrected), ..slip.at(at.clone()) };
    }
    let digit = atom.starts_with(|c: char| c.is_ascii_digit());
    if (digit && faulty.says("invalid date").is_some()) || written_dates::meant(atom).is_some() {
        let key = super::keys::key(line).filter(|_| faulty.inside.is_none());
        let row = key.and_then(|key| repair::row(faulty, &key));
        return date(line, at, row.is_some_and(|row| row.holds.form() == Form::Period));
    }
    if let Some(text) = atom.strip_suffix('"').filter(|text| !text.starts_with('"')) {
        return Slip::new(
            text!("Det inledande citattecknet saknas.", "The opening quote is missing."),
            correct(&with(line, at, &quoted(text))),
        )
        .at(at.clone());
    }
    let corrected = correct(&with(line, at, &as_value(atom)));
    let shown = excerpt(atom);
    Slip::new(
        text!(
            "Text ska stå inom raka citattecken, men ”{shown}” gör det inte.",
            "Text must stand in straight quotes, but “{shown}” does not."
        ),
        corrected,
    )
    .at(at.clone())
}

/// A date that does not exist, or that needs quotes.
fn date(line: &str, at: &Span, is_period: bool) -> Slip {
    let atom = line[at.clone()].trim();
    match PartialDate::parse(atom) {
        Ok(date) => Slip::new(
            text!(
                "Ett datum utan dag, {date}, måste stå inom citattecken.",
                "A date without a day, {date}, must stand in quotes."
            ),
            correct(&with(line, at, &format!("\"{date}\""))),
        )
        .at(at.clone()),
        Err(error) => {
            let (message, help) = no_dates::no_date(atom, error, is_period, |corrected| {
                with(line, at, corrected).trim().to_owned()
            });
            Slip { code: Code::InvalidDate, ..Slip::new(message, help).at(at.clone()) }
        }
    }
}

/// `{ from: 2016 }`
fn colons(faulty: &FaultyLine<'_>) -> Option<Slip> {
    faulty.says("missing assignment between key-value")?;
    let line = faulty.line;
    let at = outside_quotes(line)
        .into_iter()
        .find_map(|part| line[part.clone()].find(':').map(|at| part.start + at))?;
    let mut corrected = String::with_capacity(line.len() + 8);
    for (index, character) in line.char_indices() {
        if character == ':' && outside_quotes(line).iter().any(|part| part.contains(&index)) {
            corrected = corrected.trim_end().to_owned();
            corrected.push_str(" =");
        } else {
            corrected.push(character);
        }
    }
    Some(
        Slip::new(
            text!(
                "Mellan nyckel och värde ska det stå =, men här står kolon.",
                "Between key and value stands =, but here stands a colon."
            ),
            correct(&corrected),
        )
        .at(at..at + 1),
    )
}

fn no_comma(faulty: &FaultyLine<'_>, at: &Span) -> Slip {
    let line = faulty.line;
    let before = line[..at.start].trim_end();
    // The missing comma may belong at the end of the line before.
    if before.is_empty() {
        let above = faulty.above.lines().next_back().unwrap_or("").trim();
        return Slip::new(
            text!(
                "Före det här värdet saknas ett kommatecken.",
                "There is no comma before this value."
            ),
            text!(
                "Skriv ett kommatecken sist på raden före: {above},",
                "Write a comma at the end of the line before: {above},"
            ),
        )
        .at(faulty.trimmed());
    }
    let corrected = format!("{before}, {}", line[at.start..].trim_start());
    let next = line[before.len()..].chars().next().map_or(0, char::len_utf8);
    Slip::new(
        text!("Mellan värdena saknas ett kommatecken.", "There is no comma between the values."),
        correct(&corrected),
    )
    .at(before.len()..at.start.max(before.len() + next))
}
