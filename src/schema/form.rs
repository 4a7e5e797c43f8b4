//! In which form the value of each type is written.

use super::key::Type;

/// The form in which a value is written; several types have the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    Text,
    Texts,
    Flag,
    Date,
    Dates,
    Period,
    Table,
    Tables,
}

impl Type {
    /// The form of its value.
    pub fn form(&self) -> Form {
        match self {
            Type::Line
            | Type::Text
            | Type::Kind
            | Type::Word(_)
            | Type::Reference(_)
            | Type::Place(_)
            | Type::File(_)
            | Type::Id
            | Type::Person
            | Type::Commitment
            | Type::Language
            | Type::Address
            | Type::Url
            | Type::Email
            | Type::Phone
            | Type::Code
            | Type::Organisation
            | Type::Colour
            | Type::Theme
            | Type::Warning => Form::Text,
            Type::Texts | Type::References(_) | Type::Places(_) | Type::Addresses => Form::Texts,
            Type::Flag => Form::Flag,
            Type::Date | Type::Day | Type::End => Form::Date,
            Type::Dates => Form::Dates,
            Type::Period(_) => Form::Period,
            Type::Table(_) | Type::Named { .. } => Form::Table,
            Type::Tables(_) | Type::Accepts(_) => Form::Tables,
        }
    }
}
