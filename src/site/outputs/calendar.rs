//! `<place>/kalender.ics`: a place's days as a calendar that one can subscribe to (RFC 5545).

use jiff::civil::Date;
use uuid::Uuid;

use super::kind::OutputKind;
use crate::archive::Archive;
use crate::byte_set::ByteSet;
use crate::language::Language;
use crate::model::{Address, PartialDate, PlaceId};
use crate::site::calendar::{CalendarEvent, events, has_events};
use crate::site::make::Maker;
use crate::site::overview::Overview;
use crate::site::site_names::CALENDAR;

/// The calendar of a place that has any days.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CalendarFile(PlaceId);

/// What it shows.
#[derive(Debug, Hash)]
pub struct CalendarData {
    /// The place's name.
    name: String,
    language: Language,
    /// What the site is known by: its address, otherwise its publisher, otherwise its title.
    site: String,
    base_url: Option<String>,
    events: Vec<CalendarEvent>,
}

impl OutputKind for CalendarFile {
    type Data<'a> = CalendarData;
    const KNOWN_BY_ITS_ADDRESS: bool = true;
    const LISTED: bool = true;
    const GIVES_WAY: bool = true;

    fn addresses(archive: &Archive, _: &Overview) -> impl Iterator<Item = (Address, CalendarFile)> {
        let places = archive.places.iter().enumerate();
        let with_days = places.filter(|(_, place)| has_events(archive, place));
        with_days.map(|(n, place)| {
            let folder = place.place.address.parent();
            (Address::made(format!("{folder}{CALENDAR}")), CalendarFile(PlaceId::nth(n)))
        })
    }

    fn data<'a>(&self, maker: &Maker<'a>) -> Option<CalendarData> {
        let archive = maker.archive;
        let settings = &archive.settings;
        let place = archive.place(self.0);
        let known_by = settings.base_url.as_ref().or(settings.publisher.as_ref());
        Some(CalendarData {
            name: place.place.common.title.value.clone(),
            language: settings.language,
            site: known_by.unwrap_or(&settings.title).clone(),
            base_url: settings.base_url.clone(),
            events: events(archive, place),
        })
    }

    fn bytes(data: &CalendarData) -> Vec<u8> {
        let tag = data.language.tag().to_uppercase();
        let name = match data.language {
            Language::Swedish => format!("Medborgarlöften: {}", data.name),
            Language::English => format!("Pledges: {}", data.name),
        };
        let mut lines = ContentLines::default();
        lines.line("BEGIN", "VCALENDAR");
        lines.line("VERSION", "2.0");
        lines.line("PRODID", &format!("-//loftesarkiv//loftesarkiv//{tag}"));
        lines.line("CALSCALE", "GREGORIAN");
        lines.line("METHOD", "PUBLISH");
        lines.text("NAME", &name);
        lines.text("X-WR-CALNAME", &name);
        for event in &data.events {
            write_event(data, event, &mut lines);
        }
        lines.line("END", "VCALENDAR");
        lines.written.into_bytes()
    }
}

fn write_event(data: &CalendarData, event: &CalendarEvent, lines: &mut ContentLines) {
    let name = format!("{}{}", data.site, event.id);
    let uid = Uuid::new_v5(&Uuid::NAMESPACE_URL, name.as_bytes());
    lines.line("BEGIN", "VEVENT");
    if let Ok(next) = event.day.tomorrow() {
        lines.line("DTEND;VALUE=DATE", &basic(next));
    }
    lines.line("DTSTAMP", &format!("{}T000000Z", basic(event.known)));
    lines.line("DTSTART;VALUE=DATE", &basic(event.day));
    lines.text("SUMMARY", &event.title);
    lines.line("TRANSP", "TRANSPARENT");
    lines.line("UID", &uid.to_string());
    if let Some(base) = &data.base_url {
        lines.line("URL", &format!("{base}{}", event.address));
    }
    lines.line("END", "VEVENT");
}

/// The lines of a calendar (RFC 5545, 3.1 and 3.3.11). The library that wrote them brought a parser
/// and a second library of dates, a thirtieth of the time that the program takes to compile.
#[derive(Default)]
struct ContentLines {
    written: String,
}

impl ContentLines {
    /// A value that is no text: a date, an address, a word of the standard.
    fn line(&mut self, name: &str, value: &str) {
        const OCTETS: usize = 75;
        let named = name.len() + ":".len();
        self.written.push_str(name);
        self.written.push(':');
        let mut rest = value;
        let mut room = OCTETS - named;
        while rest.len() > room {
            let (line, after) = rest.split_at(rest.floor_char_boundary(room));
            self.written.push_str(line);
            self.written.push_str("\r\n ");
            rest = after;
            room = OCTETS - 1;
        }
        self.written.push_str(rest);
        self.written.push_str("\r\n");
    }

    /// A text: what has a meaning is escaped, and what no calendar can have becomes a space.
    fn text(&mut self, name: &str, text: &str) {
        const SPECIAL: ByteSet = ByteSet::of(b",;\\\x7f\xc2").and(0, b' ' - 1);
        if !SPECIAL.is_in(text) {
            return self.line(name, text);
        }
        let mut value = String::with_capacity(text.len());
        for character in text.chars() {
            match character {
                ',' | ';' | '\\' => value.extend(['\\', character]),
                control if control.is_control() => value.push(' '),
                other => value.push(other),
            }
        }
        self.line(name, &value);
    }
}

/// `20180201`
fn basic(day: Date) -> String {
    let mut digits = [0; 10];
    let written = PartialDate::Day(day).written(&mut digits);
    [&written[..4], &written[5..7], &written[8..]].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn calendar(title: &str) -> String {
        let event = CalendarEvent {
            day: Date::constant(2018, 12, 31),
            title: title.to_owned(),
            id: "kommuner/habo/2018/lofte.html#sista-dagen".to_owned(),
            address: "kommuner/habo/2018/lofte.html".to_owned(),
            known: Date::constant(2026, 11, 22),
        };
        let data = CalendarData {
            name: "Håbo kommun".to_owned(),
            language: Language::Swedish,
            site: "https://www.exempel.se/".to_owned(),
            base_url: Some("https://www.exempel.se/".to_owned()),
            events: vec![event],
        };
        assert_eq!(CalendarFile::bytes(&data), CalendarFile::bytes(&data), "the same bytes twice");
        String::from_utf8(CalendarFile::bytes(&data)).unwrap()
    }

    #[test]
    fn a_calendar_is_escaped_and_says_nothing_of_the_clock() {
        let text = calendar("Sista dagen: A, b; \\ c\u{8}");
        assert!(text.contains("SUMMARY:Sista dagen: A\\, b\\; \\\\ c \r\n"), "{text}");
        assert!(text.contains("DTSTART;VALUE=DATE:20181231\r\n"), "{text}");
        assert!(text.contains("DTEND;VALUE=DATE:20190101\r\n"), "{text}");
        assert!(text.contains("DTSTAMP:20261122T000000Z\r\n"), "{text}");
        assert!(text.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"), "{text}");
    }

    #[test]
    fn long_lines_are_folded_between_characters_at_75_octets() {
        let text = calendar(&"åäö😀".repeat(40));
        assert!(text.lines().any(|line| line.starts_with(' ')), "{text}");
        for line in text.split("\r\n") {
            assert!(line.len() <= 75, "{} octets: {line}", line.len());
        }
    }
}
