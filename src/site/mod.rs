//! Plan: which pages there are at which addresses, and the view behind each, made when asked for.

pub mod view;
