//! Everything in a package that describes what it holds.

use super::facts::PackageFacts;
use super::mets::{self, Representation};
use super::stage::PackageStage;
use super::{metadata, readme, schema};
use crate::text;

/// Adds the descriptions, each of which needs those before it.
pub fn describe(facts: &PackageFacts<'_>, stage: &mut PackageStage<'_>) -> std::io::Result<()> {
    let all = representations(facts);
    stage.add("documentation/LASMIG.txt", &readme::lasmig(facts, &all))?;
    stage.add("documentation/front-matter.md", &readme::front_matter(facts))?;
    stage.add(schema::PATH, schema::TEXT.as_bytes())?;
    stage.add("metadata/descriptive/dc.xml", &metadata::dublin_core(facts))?;
    stage.add("metadata/descriptive/dokument.csv", &metadata::list(facts))?;
    stage.add("metadata/preservation/premis.xml", &metadata::premis(facts, stage, &all))?;
    for of in &all {
        let mets = mets::of_representation(facts, stage, of);
        stage.add(&format!("representations/{}/METS.xml", of.name), &mets)?;
    }
    let sums = stage.below("").map(|file| format!("{}  {}\n", file.digest, file.path));
    let sums: String = sums.collect();
    stage.add("metadata/other/sha256sums.txt", sums.as_bytes())?;
    stage.add("METS.xml", &mets::of_package(facts, stage, &all))
}

/// The forms in which the package holds its documents.
fn representations(facts: &PackageFacts<'_>) -> Vec<Representation> {
    let day = facts.day;
    let sources = text!(
        "Källfilerna: texten och uppgifterna om varje dokument, och bilagorna som de kom",
        "The sources: the text and facts of each document, and the attachments as they came"
    );
    let pdf = text!("Varje dokument som PDF/A-2a", "Each document as PDF/A-2a");
    let web = text!(
        "Webbplatsen så som den var den {day}: öppna index.html",
        "The site as it was on {day}: open index.html"
    );
    let mut all = vec![Representation { name: "kallfiler", label: facts.say(sources) }];
    if facts.has_pdf() {
        all.push(Representation { name: "pdf", label: facts.say(pdf) });
    }
    all.push(Representation { name: "webb", label: facts.say(web) });
    all
}
