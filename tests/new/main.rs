//! `new`: a file to fill in, in its right place, with nothing invented in it.

#[path = "../support/mod.rs"]
mod support;

mod drafts;
mod places;

use support::{Outcome, Site};

fn site() -> Site {
    Site::empty()
        .write("site.toml", support::SETTINGS)
        .write(
            "content/kommuner/eskilstuna/index.md",
            "+++\nkind = \"municipality\"\ntitle = \"Eskilstuna kommun\"\ncode = \"0484\"\n+++\n",
        )
        .write(
            "content/kommuner/strangnas/index.md",
            "+++\nkind = \"municipality\"\ntitle = \"Strängnäs kommun\"\ncode = \"0486\"\n+++\n",
        )
        .write(
            "content/lokalpolisomraden/eskilstuna/index.md",
            "+++\nkind = \"police-area\"\ntitle = \"Lokalpolisområde Eskilstuna\"\n+++\n",
        )
        .write(
            "content/lokalpolisomraden/taby/index.md",
            "+++\nkind = \"police-area\"\ntitle = \"Lokalpolisområde Täby\"\n+++\n",
        )
        .write("content/gemensamt/2020/karta.svg", "<svg/>")
}

#[track_caller]
fn new(site: &Site, arguments: &[&str]) -> Outcome {
    let mut all = vec!["new"];
    all.extend(arguments);
    site.run(&all)
}
