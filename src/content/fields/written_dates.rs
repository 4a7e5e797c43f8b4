//! Dates as people write them: what was meant by each.

use crate::content::names;
use crate::model::PartialDate;
use crate::model::date::DateError;
use crate::schema::FURTHER_NOTICE;

/// A date as a value; months need quotes.
pub(super) fn as_toml(date: PartialDate) -> String {
    match date {
        PartialDate::Month(..) => format!("\"{date}\""),
        _ => date.to_string(),
    }
}

/// A date in any of the ways in which people write it, such as `2018-02-01`, "1 februari 2018",
/// "februari 2018" or "1/2 2018".
pub fn written_date(written: &str) -> Option<PartialDate> {
    let written = written.trim();
    PartialDate::parse(written).ok().or_else(|| meant(written))
}

/// The date that was obviously meant by another way of writing it.
pub(super) fn meant(written: &str) -> Option<PartialDate> {
    understood(written)?.date().ok()
}

/// The numbers of a date that was written in another way.
#[derive(Debug, Clone, Copy)]
struct Understood {
    year: i16,
    month: i16,
    day: Option<i16>,
}

impl Understood {
    fn date(self) -> Result<PartialDate, DateError> {
        match self.day {
            Some(day) => PartialDate::day(self.year, self.month, day),
            None => PartialDate::month(self.year, self.month),
        }
    }
}

/// Why what was obviously meant as a date is no day, with its year and month.
pub(super) fn impossible_day(written: &str) -> Option<(i16, i16, DateError)> {
    understood(written).and_then(no_such_day)
}

/// The year and the month of a date whose month does not have its day.
fn no_such_day(understood: Understood) -> Option<(i16, i16, DateError)> {
    let error = understood.date().err()?;
    Some((understood.year, understood.month, error))
}

fn understood(written: &str) -> Option<Understood> {
    let lowered = written.trim().to_lowercase();
    let text = lowered.strip_prefix("den ").unwrap_or(&lowered);
    let parts: Vec<&str> =
        text.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty()).collect();
    let number = |part: &str| -> Option<i16> {
        (part.len() <= 4 && part.bytes().all(|b| b.is_ascii_digit())).then(|| part.parse().ok())?
    };
    let year = |part: &str| (part.len() == 4).then(|| number(part))?;
    let (year, month, day) = match parts.as_slice() {
        // 20180201
        [all] if all.len() == 8 && all.bytes().all(|b| b.is_ascii_digit()) => {
            (year(&all[..4])?, number(&all[4..6])?, Some(number(&all[6..])?))
        }
        // "februari 2018"
        [m, y] if names::month(m).is_some() => (year(y)?, names::month(m)?, None),
        // "1 februari 2018"
        [d, m, y] if names::month(m).is_some() => (year(y)?, names::month(m)?, Some(number(d)?)),
        // 2018-2, 2018/02
        [y, m] => (year(y)?, number(m)?, None),
        // 2018-2-1, 2018.02.01
        [y, m, d] if y.len() == 4 => (year(y)?, number(m)?, Some(number(d)?)),
        // 1/2 2018: day before month, as in Swedish
        [d, m, y] => (year(y)?, number(m)?, Some(number(d)?)),
        _ => return None,
    };
    Some(Understood { year, month, day })
}

/// The period that was obviously meant by another way of writing it, as a value: a date, two dates, or
/// only a beginning or an end.
pub(super) fn period(written: &str) -> Option<String> {
    if let Some(date) = written_date(written).filter(|_| !is_open(written)) {
        return Some(as_toml(date));
    }
    if let Some((from, until)) = range(written) {
        return Some(format!("{{ from = {}, until = {} }}", as_toml(from), as_toml(until)));
    }
    if let Some(from) = open_range(written) {
        return Some(format!("{{ from = {}, until = \"{FURTHER_NOTICE}\" }}", as_toml(from)));
    }
    half(written).map(|(key, date)| format!("{{ {key} = {} }}", as_toml(date)))
}

/// Whether a dash on one side of a date says that a period has no other end: "2018-02-01 –".
pub(super) fn is_open(written: &str) -> bool {
    let written = written.trim();
    written.starts_with(['-', '–', '—']) || written.ends_with(['-', '–', '—'])
}

/// What may stand between two dates, the most certain first.
const BETWEEN: [&str; 15] =
    ["–", "—", "−", "..", "->", "→", "--", " - ", ",", ";", " och ", " and ", " & ", "/", "-"];

/// The two dates that were obviously meant as the ends of a period: "2018–2019",
/// "20190601-20211231", "2018/2019", "2018, 2019", "från 2018 till 2019".
pub(super) fn range(written: &str) -> Option<(PartialDate, PartialDate)> {
    let written = without_from(written);
    let both = |(from, until): (&str, &str)| {
        let until = without_until(bare(until));
        Some((written_date(bare(from))?, written_date(bare(until))?))
    };
    in_words(written)
        .and_then(both)
        .or_else(|| BETWEEN.iter().find_map(|sign| both(written.split_once(sign)?)))
        .or_else(|| {
            let (from, until) = written.trim().split_once(' ')?;
            Some((PartialDate::parse(bare(from)).ok()?, PartialDate::parse(bare(until)).ok()?))
        })
}

/// The only end that a period has: "2018–", "från 2018", "t.o.m. 2019".
fn half(written: &str) -> Option<(&'static str, PartialDate)> {
    let written = written.trim();
    let dashes = ['-', '–', '—', ' '];
    let (from, until) = (without_from(written), without_until(written));
    let ended = ["och framåt", "och framöver", "framåt", "och därefter", "onwards"];
    let without_end = ended.iter().find_map(|it| from.strip_suffix(it)).unwrap_or(from);
    let without_end = without_end.trim_end_matches(dashes);
    if without_end.len() < written.len()
        && let Some(date) = written_date(without_end)
    {
        return Some(("from", date));
    }
    let without_begin = until.trim_start_matches(dashes);
    let date = (without_begin.len() < written.len()).then(|| written_date(without_begin))?;
    Some(("until", date?))
}

/// A date without quotes and brackets around it.
fn bare(written: &str) -> &str {
    let around = |c: char| c.is_whitespace() || "\"'”“[](){}<>".contains(c);
    written.trim_matches(around)
}

/// What follows the word before the end of a period.
fn without_until(written: &str) -> &str {
    after_one_of(written, &["till och med ", "t.o.m. ", "until ", "till ", "to "])
}

/// The beginning that was obviously meant of a period that holds until further notice: "2018–tills
/// vidare", "från 2018 tills vidare".
pub(super) fn open_range(written: &str) -> Option<PartialDate> {
    let from = without_from(written);
    let end = from.char_indices().map(|(at, _)| at).find(|at| {
        from[..*at].ends_with([' ', '-', '–', '—', '/']) && names::further_notice(&from[*at..])
    })?;
    let from = from[..end].trim_end_matches([' ', '-', '–', '—', '/', ',']);
    let from =
        ["until", "till", "t.o.m."].iter().find_map(|it| from.strip_suffix(it)).unwrap_or(from);
    written_date(from)
}

/// What follows the word with which a period begins.
fn without_from(written: &str) -> &str {
    after_one_of(written, &["från och med ", "från ", "fr.o.m. ", "from "])
}

/// What follows one of these words at the beginning of a text; all of it if none does.
fn after_one_of<'t>(written: &'t str, words: &[&str]) -> &'t str {
    let written = written.trim();
    words
        .iter()
        .find_map(|word| {
            let head = written.get(..word.len())?;
            head.to_lowercase().eq(word).then(|| written[word.len()..].trim_start())
        })
        .unwrap_or(written)
}

/// The parts of a period on both sides of the word between them.
fn in_words(written: &str) -> Option<(&str, &str)> {
    [" till och med ", " t.o.m. ", " until ", " till ", " to "]
        .iter()
        .find_map(|word| without_from(written).split_once(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn other_ways_of_writing_a_date_are_understood_for_the_help() {
        let meant = |text| meant(text).map(|date| date.to_string()).unwrap_or_default();
        assert_eq!(meant("2018-2"), "2018-02");
        assert_eq!(meant("2018-2-1"), "2018-02-01");
        assert_eq!(meant("20180201"), "2018-02-01");
        assert_eq!(meant("2018/02/01"), "2018-02-01");
        assert_eq!(meant("1/2 2018"), "2018-02-01");
        assert_eq!(meant("Den 1 februari 2018"), "2018-02-01");
        assert_eq!(meant("feb 2018"), "2018-02");
        assert_eq!(meant("31 juni 2018"), "");
        assert_eq!(meant("18-02-01"), "");
        assert_eq!(meant("våren 2018"), "");
    }

    #[test]
    fn one_end_is_understood_as_a_period() {
        for (written, value) in [
            ("2018–", "{ from = 2018 }"),
            ("2018-02-01 -", "{ from = 2018-02-01 }"),
            ("från 2018", "{ from = 2018 }"),
            ("fr.o.m. februari 2018", "{ from = \"2018-02\" }"),
            ("2018 och framåt", "{ from = 2018 }"),
            ("–2019", "{ until = 2019 }"),
            ("t.o.m. 2019", "{ until = 2019 }"),
            ("till och med 2019-06-30", "{ until = 2019-06-30 }"),
            ("2018–tills vidare", "{ from = 2018, until = \"further-notice\" }"),
        ] {
            assert_eq!(period(written).as_deref(), Some(value), "{written}");
        }
        assert_eq!(period("våren 2018–"), None);
        assert_eq!(period("-"), None);
    }

    #[test]
    fn two_dates_are_understood_as_a_period() {
        let ends = |text| range(text).map(|(a, b)| format!("{a} {b}")).unwrap_or_default();
        assert_eq!(ends("2018–2019"), "2018 2019");
        assert_eq!(ends("2018-2019"), "2018 2019");
        assert_eq!(ends("20190601-20211231"), "2019-06-01 2021-12-31");
        assert_eq!(ends("2018, 2019"), "2018 2019");
        assert_eq!(ends("2018/2019"), "2018 2019");
        assert_eq!(ends("2018-01-01 - 2019-12-31"), "2018-01-01 2019-12-31");
        assert_eq!(ends("2018-01-01/2019-12-31"), "2018-01-01 2019-12-31");
        assert_eq!(ends("från 2018 till 2019"), "2018 2019");
        assert_eq!(ends("2018 2019"), "2018 2019");
        assert_eq!(ends("\"2018\", \"2019\""), "2018 2019");
        assert_eq!(ends("Trygg 2018, 2019"), "");
        assert_eq!(ends("2018"), "");
    }
}
