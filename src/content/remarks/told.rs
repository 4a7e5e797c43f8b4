//! What is told of a place in a text.

use crate::diagnostic::{Code, Text};

/// What is reported: code, message and help.
pub(super) type Told = (Code, Text, Text);
