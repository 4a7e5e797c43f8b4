//! What was just done with a document, above its form.

use crate::desk::html::{Html, id};
use crate::desk::pages::context::Context;
use crate::desk::pages::new::made;

/// What was just done, if the browser was sent here after it.
pub fn show(context: &Context<'_>, html: &mut Html) {
    if let Some(words) = made(context) {
        html.open("div", &[("class", "told"), ("role", "status")]).part(&words).close("div");
    }
    let Some(what) = context.query.value("_sparat") else { return };
    html.open("p", &[("class", "told"), ("role", "status")]);
    match (what, context.query.value("_vid")) {
        ("fil", Some(field)) => {
            html.text(context.say("Filen är tillagd. ", "The file has been added. "));
            let to = format!("#{}", id(field));
            html.element("a", &[("href", &to)], context.say("Visa den", "Show it"));
            if context.query.get("_stor").is_some() {
                html.text(context.say(
                    ". Bilden är på mer än 3 MB. Den som läser på telefon får vänta på den: spara den i ett bildprogram som JPEG, högst 2 000 bildpunkter bred, och lägg till den i stället",
                    ". The image is of more than 3 MB. Whoever reads on a telephone has to wait for it: save it in an image program as JPEG, at most 2 000 pixels wide, and add that instead",
                ));
            }
            html.text(".");
        }
        ("godkant", _) => {
            html.text(context.say("Godkännandet är antecknat. ", "The approval has been noted. "));
            html.element("a", &[("href", "#granskning")], context.say("Visa det", "Show it"));
        }
        ("samman", _) => {
            html.text(context.say(
                "Sparat. Dokumentet hade ändrats i ett annat fönster sedan formuläret öppnades. Det som ändrades där står kvar, och det du skrev är infört.",
                "Saved. The document had been changed in another window since the form was opened. What was changed there stays, and what you wrote has been put in.",
            ));
        }
        _ => _ = html.text(context.say("Sparat.", "Saved.")),
    }
    html.close("p");
}
