//! Makes a national archive of a realistic shape, with the same bytes every time. It has 290
//! municipalities and 95 police areas. Each municipality has, for each year, one or two pledges
//! with commitments, three follow-ups with outcomes and a notice, and in addition an agreement
//! every fourth year and a situation report every second year.
//!
//! `cargo run --release --example corpus -- --documents 22000 DIR`
//!
//! With `--words content`, the texts are of the words that the documents of that folder have, for
//! what is measured of the search.

mod national;
#[path = "../tests/faults/random.rs"]
mod random;
mod words;

use std::path::PathBuf;
use std::process::ExitCode;

use national::{National, Paragraphs};
use words::Words;

const USAGE: &str = "corpus --documents N [--words FOLDER] DIR";

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let (mut documents, mut words, mut folder) = (None, None, None);
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--documents" => documents = arguments.next().and_then(|n| n.parse::<usize>().ok()),
            "--words" => words = arguments.next().map(PathBuf::from),
            _ => folder = Some(PathBuf::from(argument)),
        }
    }
    let (Some(documents), Some(folder)) = (documents, folder) else {
        eprintln!("{USAGE}");
        return ExitCode::from(2);
    };
    let words = words.map(|folder| Words::of(&folder)).transpose();
    let paragraphs = |words: Words| -> Paragraphs { Box::new(move |n| words.paragraph(n)) };
    match words.and_then(|it| National::new(documents, it.map(paragraphs), folder).write()) {
        Ok(written) => {
            println!("{written}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}
