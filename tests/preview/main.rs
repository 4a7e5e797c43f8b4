//! The preview and the repeated build, through the real program on a real folder: what is shown,
//! what counts as a change, and what nobody may do. Every wait is for something to happen, with a
//! generous limit; nothing depends on how fast it does.

mod changes;
mod http;
mod load;
mod safe;
mod scratch;
mod server;
mod shown;
mod wake;
mod watch;
