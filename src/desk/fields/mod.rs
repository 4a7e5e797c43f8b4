//! What a form holds: which fields the keys of a file become, what each shows, and how what was
//! submitted is put back into the file's TOML. A field is named after its key, `period.from`,
//! `commitments.0.text`. One that is absent leaves its key alone, an empty one removes it, and one
//! that says what the key says already changes nothing, however the key is written.

mod apply;
mod cards;
mod dates;
mod lists;
mod periods;
mod shown;
mod submitted;

pub use apply::{Asked, apply};
pub use cards::cards;
pub use periods::{PeriodForm, ShownPeriod};
pub use shown::{shown, shown_list};
pub use submitted::FieldNode;

#[cfg(test)]
mod tests;
