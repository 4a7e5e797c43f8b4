//! The default theme and the build id, as `build.rs` embedded them.

include!(concat!(env!("OUT_DIR"), "/embedded.rs"));
