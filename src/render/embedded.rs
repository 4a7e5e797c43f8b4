//! The default theme and the build id, as embedded by `build.rs`.

include!(concat!(env!("OUT_DIR"), "/embedded.rs"));
