//! Values of the wrong type: what is there, what should be, and the line to write instead.

use toml::de::DeValue;

use super::expected::Expected;
use super::slips;
use super::values::Value;
use crate::content::names;
use crate::diagnostic::{Code, Text};
use crate::schema::{Owner, Type};
use crate::text;

impl Value<'_> {
    /// What the value is, in words.
    fn found(&self) -> Text {
        match self.toml {
            DeValue::String(_) => text!("text inom citattecken", "text in quotes"),
            DeValue::Integer(_) => text!("ett tal utan citattecken", "a number without quotes"),
            DeValue::Float(_) => text!("ett decimaltal", "a decimal number"),
            DeValue::Boolean(true) => text!("true (ja)", "true"),
            DeValue::Boolean(false) => text!("false (nej)", "false"),
            DeValue::Datetime(_) => text!("ett datum utan citattecken", "a date without quotes"),
            DeValue::Array(_) => text!("en lista, [ … ]", "a list, [ … ]"),
            DeValue::Table(_) => text!("en grupp av nycklar", "a group of keys"),
        }
    }

    /// `key = corrected`, or only the corrected value if it is in a list.
    pub(super) fn line(&self, corrected: &str) -> String {
        const LONGEST: usize = 120;
        let mut line = match self.in_list {
            true => corrected.to_owned(),
            false => format!("{} = {corrected}", self.key),
        };
        if let Some((cut, _)) = line.char_indices().nth(LONGEST) {
            line.truncate(cut);
            line.push('…');
        }
        line
    }

    /// Reports that the value is not of its key's type.
    pub(super) fn wrong_type(&self, expected: Expected) {
        let key = self.key;
        let (wanted, (sv, en)) = match expected {
            Expected::Text => {
                (text!("text inom citattecken", "text in quotes"), Type::Line.shape())
            }
            Expected::Flag => {
                (text!("true (ja) eller false (nej)", "true or false"), Type::Flag.shape())
            }
            Expected::Date => (text!("ett datum", "a date"), Type::Date.shape()),
            Expected::Period => (text!("en period", "a period"), Type::Period(&[]).shape()),
            Expected::Table | Expected::Tables => {
                let header = expected.header(key);
                let shape = (header.clone(), header.clone());
                (text!("nycklar under en egen rad {header}", "keys under a line {header}"), shape)
            }
        };
        let found = self.found();
        if let Some((message, help)) = self.wrong_brackets(expected) {
            return self.report(Code::WrongType, message, help);
        }
        let message = Text {
            sv: format!("”{key}” ska vara {}, men här står {}.", wanted.sv, found.sv).into(),
            en: format!("“{key}” must be {}, but here stands {}.", wanted.en, found.en).into(),
        };
        let help = match (expected, self.corrected(expected)) {
            (_, Some(corrected)) => {
                let line = self.line(&corrected);
                text!("Skriv {line}", "Write {line}")
            }
            (Expected::Table | Expected::Tables, None) => text!(
                "Skriv raden {sv} och nycklarna på raderna under den.",
                "Write the line {en} and the keys on the lines under it."
            ),
            _ => {
                let (sv, en) = (self.line(&sv), self.line(&en));
                text!("Skriv {sv}", "Write {en}")
            }
        };
        self.report(Code::WrongType, message, help);
    }

    /// `[signatories]` instead of `[[signatories]]`, or the other way round.
    fn wrong_brackets(&self, expected: Expected) -> Option<(Text, Text)> {
        let key = self.key;
        match expected {
            Expected::Tables if self.is_table() && self.written().starts_with('[') => Some((
                text!(
                    "Av [{key}] kan det finnas flera, så raden skrivs med dubbla hakparenteser.",
                    "There can be several of [{key}], so the line is written with double brackets."
                ),
                text!("Skriv [[{key}]]", "Write [[{key}]]"),
            )),
            Expected::Table | Expected::Period if self.written().starts_with("[[") => Some((
                text!(
                    "Av [[{key}]] finns det bara en, så raden skrivs med enkla hakparenteser.",
                    "There is only one of [[{key}]], so the line is written with single brackets."
                ),
                text!("Skriv [{key}]", "Write [{key}]"),
            )),
            _ => None,
        }
    }

    /// The value in the form that it should have had, if that is obvious.
    fn corrected(&self, expected: Expected) -> Option<String> {
        let written = self.written();
        match (expected, self.toml) {
            // [2018, 2019]
            (Expected::Period, DeValue::Array(_)) => {
                slips::meant(Owner::Unknown.key(self.key)?, written)
            }
            (Expected::Text, DeValue::Integer(_)) if self.key == "code" => {
                Some(format!("\"{written:0>4}\""))
            }
            (
                Expected::Text,
                DeValue::Integer(_)
                | DeValue::Float(_)
                | DeValue::Datetime(_)
                | DeValue::Boolean(_),
            ) => Some(format!("\"{written}\"")),
            (Expected::Text, DeValue::Array(items)) => match items.first()?.get_ref() {
                DeValue::String(text) if items.len() == 1 => Some(format!("\"{text}\"")),
                _ => None,
            },
            (Expected::Flag, DeValue::String(text)) => names::yes_or_no(text).map(str::to_owned),
            (Expected::Flag, DeValue::Integer(_)) => match written {
                "1" => Some("true".to_owned()),
                "0" => Some("false".to_owned()),
                _ => None,
            },
            _ => None,
        }
    }
}
