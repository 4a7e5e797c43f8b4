//! What the desk and a browser say to each other: who is let in, what is sent, what is answered.

mod admission;
mod body;
mod reply;

pub use admission::{Admission, new_token};
pub use body::{Sent, SentFile, Unreceived, receive};
pub use reply::{Changed, Reply};
