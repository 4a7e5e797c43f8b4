//! The field's own terms as types: dates, periods, addresses, kinds, documents and places, as files
//! state them. A leaf: no I/O, and nothing computed from more than one file.

pub mod address;
mod address_error;
pub mod computed;
mod content_path;
pub mod date;
mod date_in_words;
pub mod document;
pub mod ids;
mod particulars;
pub mod period;
pub mod place;
pub mod register;
pub mod settings;
mod tail;

pub use address::Address;
pub use computed::{DatedBy, PlannedState, Standing, State};
pub use content_path::{ContentPath, ContentPathBuf, is_year};
pub use date::PartialDate;
pub use date_in_words::{date_as_when, date_in_list, date_in_text};
pub use document::Document;
pub use ids::{DocId, FileId, FocusId, PlaceId};
pub use period::{End, Period};
pub use place::Place;
pub use tail::Tail;

pub use crate::schema::{AreaLevel, AttachmentText, BodyType, Kind, NoticeType, Status, Wording};
