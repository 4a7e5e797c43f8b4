//! What has been decided but has not begun, or is to end: it is told of before the day, and not as
//! if the day had come.

use crate::small::{says, site};

const PLACE: (&str, &str) = (
    "kommuner/vallentuna/index.md",
    "kind = \"municipality\"\ntitle = \"Vallentuna kommun\"\ncode = \"0115\"",
);

#[test]
fn what_is_to_replace_an_agreement_has_not_replaced_it() {
    let files = [
        PLACE,
        (
            "kommuner/vallentuna/2022/avtal.md",
            "kind = \"agreement\"\ntitle = \"Avtal 2022\"\nperiod = { from = 2022-03-01, until = \"further-notice\" }",
        ),
        (
            "kommuner/vallentuna/2026/avtal.md",
            "kind = \"agreement\"\ntitle = \"Avtal 2027–2029\"\nperiod = { from = 2027, until = 2029 }\nsigned = 2026-11-10\nreplaces = \"../2022/avtal.md\"",
        ),
    ];
    let old = "kommuner/vallentuna/2022/avtal.html";
    let before = site("2026-11-29", &files);
    says(
        &before,
        "kommuner/vallentuna",
        &[
            "Medborgarlöfte",
            "Arkivet har inga medborgarlöften här.",
            "Samverkansöverenskommelse",
            "Avtal 2022 Gäller tills vidare ersätts den 1 januari 2027 av Avtal 2027–2029",
            "Avtal 2027–2029 Ska gälla 2027–2029",
            "Uppföljning",
            "Inget dokument här säger när det ska följas upp.",
        ],
    );
    before
        .has(old, "Ersätts den 1 januari 2027 av Avtal 2027–2029.")
        .has(old, "Ersätts av")
        .lacks(old, "Ersattes av")
        .lacks(old, "Arkivet har inget som visar")
        .has("kommuner/vallentuna/index.html", "ersätts den 1 januari 2027 av Avtal 2027–2029");
    site("2027-01-01", &files).has(old, "Ersattes av").lacks(old, "Ersätts av");
}

#[test]
fn an_agreement_that_is_to_end_early_says_so_before_the_day() {
    let files = [
        PLACE,
        (
            "kommuner/vallentuna/2024/avtal.md",
            "kind = \"agreement\"\ntitle = \"Avtal 2024–2027\"\nperiod = { from = 2024, until = 2027 }\n[ended]\ndate = 2026-12-31\nreason = \"Parterna vill börja om.\"",
        ),
    ];
    let page = "kommuner/vallentuna/2024/avtal.html";
    let before = site("2026-11-29", &files);
    before
        .has(
            "kommuner/vallentuna/index.html",
            "Avtal 2024–2027 Gäller nu avslutas den 31 december 2026",
        )
        .has("kommuner/vallentuna/index.html", "Gäller 2024–2027, avslutas den 31 december 2026")
        .has(page, "Avslutas den 31 december 2026: Parterna vill börja om.");
    site("2027-01-01", &files).lacks("kommuner/vallentuna/index.html", "avslutas den 31");
}

#[test]
fn what_is_signed_and_has_not_begun_is_told_of_before_it_begins() {
    let files = [
        PLACE,
        (
            "kommuner/vallentuna/2025/lofte.md",
            "kind = \"pledge\"\ntitle = \"Löfte 2025\"\nperiod = 2025",
        ),
        (
            "kommuner/vallentuna/2027/lofte.md",
            "kind = \"pledge\"\ntitle = \"Löfte 2027\"\nperiod = 2027\nsigned = 2026-11-20",
        ),
    ];
    let site = site("2026-11-29", &files);
    says(
        &site,
        "kommuner/vallentuna",
        &[
            "Medborgarlöfte",
            "Inget gällande medborgarlöfte finns i arkivet; det senaste gällde 2025: Löfte 2025",
            "Löfte 2027 Ska gälla 2027",
            "Samverkansöverenskommelse",
            "Arkivet har inga samverkansöverenskommelser här.",
            "Uppföljning",
            "Arkivet har inte medborgarlöftets åtaganden ett och ett: Löfte 2025",
        ],
    );
    site.has("index.html", "Börjar gälla senare Löfte 2027");
}
