//! Slips of the pen that TOML does not forgive, each known by name.
