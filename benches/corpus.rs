//! Makes a national archive of a realistic shape, with the same bytes every time. It has 290
//! municipalities and 95 police areas. Each municipality has, for each year, one or two pledges
//! with commitments, three follow-ups with outcomes and a notice, and in addition an agreement
//! every fourth year and a situation report every second year.
//!
//! `cargo run --release --example corpus -- --documents 22000 DIR`

mod national;

use std::path::PathBuf;
use std::process::ExitCode;

use national::National;

const USAGE: &str = "corpus --documents N DIR";

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let (mut documents, mut folder) = (None, None);
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--documents" => documents = arguments.next().and_then(|n| n.parse::<usize>().ok()),
            _ => folder = Some(PathBuf::from(argument)),
        }
    }
    let (Some(documents), Some(folder)) = (documents, folder) else {
        eprintln!("{USAGE}");
        return ExitCode::from(2);
    };
    match National::new(documents, folder).write() {
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
