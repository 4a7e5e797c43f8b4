//! New documents: empty, from an earlier one, a follow-up of a pledge, joint.

use crate::client::Desk;
use crate::editing::site;

#[test]
fn a_pledge_is_made_where_it_belongs() {
    let site = site();
    let desk = Desk::open(&site);
    let answer = desk
        .send("/nytt", &[("kind", "pledge"), ("place", "Håbo kommun"), ("year", "2026")])
        .is(303);
    assert_eq!(answer.header("location"), Some("/dokument/kommuner/habo/2026/medborgarlofte.html"));
    assert_eq!(
        site.read("content/kommuner/habo/2026/medborgarlofte.md"),
        "+++\nkind = \"pledge\"\ntitle = \"Medborgarlöfte Håbo 2026\"\ndraft = true\nperiod = 2026\narchived = 2026-11-22\n+++\n\n"
    );
    desk.form("kommuner/habo/2026/medborgarlofte.html");
}

#[test]
fn a_municipality_that_is_not_there_is_added_in_the_same_step() {
    let site = site();
    let desk = Desk::open(&site);
    desk.send("/nytt", &[("kind", "agreement"), ("place", "Enköping"), ("year", "2026")]).is(303);
    assert!(site.read("content/kommuner/enkoping/index.md").contains("code = \"0381\""));
    assert!(site.path("content/kommuner/enkoping/2026/overenskommelse.md").exists());
}

#[test]
fn a_joint_document_names_its_places() {
    let site = site();
    let desk = Desk::open(&site);
    let fields = [
        ("kind", "pledge"),
        ("place", "habo"),
        ("place", "Enköping"),
        ("place", ""),
        ("year", "2026"),
    ];
    let answer = desk.send("/nytt", &fields).is(303);
    let address =
        "/dokument/gemensamt/2026/medborgarlofte.html?_kommun=kommuner/enkoping/index.html";
    assert_eq!(answer.header("location"), Some(address), "it is told that Enköping was added");
    let text = site.read("content/gemensamt/2026/medborgarlofte.md");
    assert!(text.contains("title = \"Medborgarlöfte Håbo och Enköping 2026\"\n"), "{text}");
    assert!(text.contains("municipalities = [\"habo\", \"enkoping\"]\n"), "{text}");
}

#[test]
fn next_year_s_pledge_keeps_the_commitments_and_loses_what_was_true_of_the_last() {
    let site = site().write(
        "content/kommuner/habo/2025/medborgarlofte.md",
        "+++\nkind = \"pledge\"\ntitle = \"Medborgarlöfte 2025\"\nperiod = { from = 2025-01-01, until = \"2025-12\" }\nsigned = 2025-02-03\n\
         agreement = \"../2024/overenskommelse.md\"\nfollow_ups_planned = [\"2025-05\"]\nfocus = [\"ljus\"]\nwording = \"verbatim\"\n\n\
         [[commitments]]\nid = \"ljus\"\ntext = \"Bättre ljus.\"\nwhen = \"under 2025\"\n\n[[sources]]\ntitle = \"K\"\n+++\n\nDå.\n\n## Nu\n\nText.\n",
    );
    let desk = Desk::open(&site);
    let from = "kommuner/habo/2025/medborgarlofte.html";
    let answer = desk.send("/nytt", &[("kind", "pledge"), ("from", from)]).is(303);
    assert_eq!(answer.header("location"), Some("/dokument/kommuner/habo/2026/medborgarlofte.html"));
    assert_eq!(
        site.read("content/kommuner/habo/2026/medborgarlofte.md"),
        "+++\nkind = \"pledge\"\ntitle = \"Medborgarlöfte 2026\"\ndraft = true\nperiod = { from = 2026-01-01, until = \"2026-12\" }\n\
         agreement = \"../2024/overenskommelse.md\"\nfocus = [\"ljus\"]\narchived = 2026-11-22\n\n\
         [[commitments]]\nid = \"ljus\"\ntext = \"Bättre ljus.\"\n+++\n\n## Nu\n\n"
    );
}

#[test]
fn a_follow_up_lists_every_commitment_and_judges_none() {
    let site = site();
    let desk = Desk::open(&site);
    let of = "kommuner/habo/2025/medborgarlofte.html";
    let answer = desk.send("/nytt", &[("kind", "follow-up"), ("of", of), ("year", "2025")]).is(303);
    let address = "kommuner/habo/2025/uppfoljning.html";
    assert_eq!(answer.header("location"), Some(&*format!("/dokument/{address}")));
    let form = desk.form(address);
    assert_eq!(form.value("outcomes.0.commitment"), Some("ljus"));
    assert_eq!(form.value("outcomes.1.commitment"), Some("patruller"));
    assert_eq!(form.value("outcomes.0.status"), Some(""));
    desk.change(
        address,
        &[
            ("date", "2025-12-01"),
            ("assessed_by", "Polisen"),
            ("outcomes.0.status", "kept"),
            ("outcomes.1.value", "32 helger"),
        ],
    )
    .is(303);
    let text = site.read("content/kommuner/habo/2025/uppfoljning.md");
    assert!(text.contains("commitment = \"ljus\"\nstatus = \"kept\"\n"), "{text}");
    assert!(text.contains("commitment = \"patruller\"\nvalue = \"32 helger\"\n"), "{text}");
}

#[test]
fn what_cannot_be_made_says_why_and_writes_nothing() {
    let site = site();
    let desk = Desk::open(&site);
    for fields in [
        vec![("kind", "pledge"), ("place", "Ingenstans"), ("year", "2026")],
        vec![("kind", "pledge"), ("place", "habo"), ("year", "i år")],
        vec![("kind", "lapp"), ("place", "habo")],
        vec![("kind", "pledge"), ("year", "2026")],
        vec![("kind", "pledge"), ("of", "kommuner/habo/2025/medborgarlofte.html")],
        vec![("kind", "notice"), ("from", "kommuner/habo/2025/medborgarlofte.html")],
    ] {
        let page = desk.send("/nytt", &fields).is(422).body;
        assert!(page.contains("role=\"alert\""), "{fields:?}");
    }
    assert!(!site.path("content/kommuner/habo/2026").exists());
}

#[test]
fn without_a_site_the_desk_makes_one_and_goes_on() {
    let site = crate::support::Site::empty();
    let desk = Desk::open(&site);
    let page = desk.get("/").is(200).body;
    assert!(page.contains("name=\"municipality\""), "{page}");
    desk.send("/", &[("title", "Arkivet"), ("municipality", "Ingenstans")]).is(422);
    assert!(!site.path("site.toml").exists(), "nothing is made by halves");
    let fields = [
        ("title", "Våra ”löften”"),
        ("publisher", "Enköpings kommun"),
        ("municipality", "Enköping"),
    ];
    desk.send("/", &fields).is(303);
    // The desk itself answers as soon as it has read the site.
    let start = desk.get("/").is(200).body;
    assert!(
        start.contains("Enköpings kommun") && start.contains("Kommuner och områden"),
        "{start}"
    );
    assert!(site.read("site.toml").contains("title = \"Våra ”löften”\"\n"));
    assert!(site.read("content/kommuner/enkoping/index.md").contains("code = \"0381\""));
    desk.send("/nytt", &[("kind", "pledge"), ("place", "Enköping"), ("year", "2026")]).is(303);
}

#[test]
fn a_joint_document_made_from_one_place_s_is_about_all_of_them() {
    let site = site().write(
        "content/kommuner/enkoping/index.md",
        "+++\nkind = \"municipality\"\ntitle = \"Enköpings kommun\"\ncode = \"0381\"\n+++\n",
    );
    let desk = Desk::open(&site);
    let from = "kommuner/habo/2025/medborgarlofte.html";
    let fields = [("kind", "pledge"), ("place", "habo"), ("place", "enkoping"), ("from", from)];
    desk.send("/nytt", &fields).is(303);
    let joint = site.read("content/gemensamt/2026/medborgarlofte.md");
    assert!(joint.contains("municipalities = [\"habo\", \"enkoping\"]\n"), "{joint}");

    // Its follow-up and its successor are about the same places; one place's alone is about that one.
    let of = "gemensamt/2026/medborgarlofte.html";
    desk.send("/nytt", &[("kind", "follow-up"), ("of", of), ("year", "2026")]).is(303);
    let follow_up = site.read("content/gemensamt/2026/uppfoljning.md");
    assert!(follow_up.contains("municipalities = [\"habo\", \"enkoping\"]\n"), "{follow_up}");
    desk.send("/nytt", &[("kind", "pledge"), ("from", of)]).is(303);
    let next = site.read("content/gemensamt/2027/medborgarlofte.md");
    assert!(next.contains("municipalities = [\"habo\", \"enkoping\"]\n"), "{next}");
    desk.send("/nytt", &[("kind", "pledge"), ("place", "enkoping"), ("from", of)]).is(303);
    let alone = site.read("content/kommuner/enkoping/2027/medborgarlofte.md");
    assert!(!alone.contains("municipalities"), "{alone}");
}

#[test]
fn a_document_made_from_one_in_the_root_is_in_a_folder_of_its_year() {
    let site = site().write(
        "content/lagesbild.md",
        "+++\nkind = \"situation-report\"\ntitle = \"Lägesbild 2025\"\nperiod = 2025\nmunicipalities = [\"habo\"]\n+++\n",
    );
    let desk = Desk::open(&site);
    let answer =
        desk.send("/nytt", &[("kind", "situation-report"), ("from", "lagesbild.html")]).is(303);
    assert_eq!(answer.header("location"), Some("/dokument/2026/lagesbild.html"));
    assert!(site.read("content/2026/lagesbild.md").contains("municipalities = [\"habo\"]\n"));
}

#[test]
fn a_file_becomes_a_draft_with_the_file_beside_it() {
    let site = site();
    let desk = Desk::open(&site);
    let text = "Medborgarlöfte för Enköpings kommun 2026\n\nVi lovar ljus.\n";
    let file = |name: &str, contents: &str| {
        let mut body = String::new();
        for (name, value) in [("_token", &*desk.token), ("kind", ""), ("place", ""), ("year", "")] {
            body.push_str(&format!(
                "--x\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n"
            ));
        }
        body.push_str(&format!("--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\r\n{contents}\r\n--x--\r\n"));
        let headers = desk
            .own_headers()
            .replace("application/x-www-form-urlencoded", "multipart/form-data; boundary=x");
        desk.request("POST", "/nytt", &headers, &body)
    };
    let answer = file("Löfte 2026.txt", text).is(303);
    let address = "/dokument/kommuner/enkoping/2026/medborgarlofte.html";
    let told = format!("{address}?_kommun=kommuner/enkoping/index.html");
    assert_eq!(answer.header("location"), Some(&*told), "it is told that Enköping was added");
    assert!(site.read("content/kommuner/enkoping/index.md").contains("code = \"0381\""));
    assert_eq!(site.read("content/kommuner/enkoping/2026/lofte-2026.txt"), text);
    let draft = site.read("content/kommuner/enkoping/2026/medborgarlofte.md");
    assert!(
        draft.contains(
            "[[attachments]]\nfile = \"lofte-2026.txt\"\ntitle = \"Löfte 2026\"\noriginal = true\n"
        ),
        "{draft}"
    );
    assert!(
        draft.ends_with("+++\n\nMedborgarlöfte för Enköpings kommun 2026\n\nVi lovar ljus.\n"),
        "{draft}"
    );
    desk.get(address).is(200);
    for (name, contents) in [("bild.exe", "x"), ("brev.txt", "Hej."), ("gammal.doc", "x")] {
        let page = file(name, contents).is(422).body;
        assert!(page.contains("role=\"alert\""), "{name}");
    }
    // No file was chosen.
    assert!(file("", "").is(422).body.contains("Vilken typ av dokument"));
}

#[test]
fn a_new_document_never_gets_an_address_that_was_another_s() {
    let site = site().build();
    let desk = Desk::open(&site);
    let pledge = "kommuner/habo/2025/medborgarlofte.html";
    let mut fields = desk.form(pledge).hidden();
    for (name, value) in
        [("_home", "kommuner/habo"), ("_year", "2025"), ("_name", "Nytt namn"), ("_move", "1")]
    {
        fields.push((name.to_owned(), value.to_owned()));
    }
    desk.post(&format!("/flytta/{pledge}"), &fields).is(303);
    let made =
        desk.send("/nytt", &[("kind", "pledge"), ("place", "habo"), ("year", "2025")]).is(303);
    let to = Some("/dokument/kommuner/habo/2025/medborgarlofte-2.html");
    assert_eq!(made.header("location"), to);
    assert_eq!(site.run(&["check"]).status, 0);
}

#[test]
fn who_signed_the_earlier_document_does_not_sign_the_next() {
    let site = site().change(
        "content/kommuner/habo/2025/medborgarlofte.md",
        "[[commitments]]\nid = \"ljus\"",
        "[[signatories]]\nname = \"Anna Ek\"\n\n[[commitments]]\nid = \"ljus\"",
    );
    let desk = Desk::open(&site);
    let from = "kommuner/habo/2025/medborgarlofte.html";
    desk.send("/nytt", &[("kind", "pledge"), ("from", from)]).is(303);
    let text = site.read("content/kommuner/habo/2026/medborgarlofte.md");
    assert!(!text.contains("Anna Ek") && text.contains("Bättre ljus."), "{text}");
}

#[test]
fn a_municipality_with_nearly_the_same_name_is_asked_about() {
    // As the desk itself names the folders of two municipalities that are spelt alike.
    let site = crate::support::Site::empty()
        .write("site.toml", "title = \"Arkivet\"\n")
        .write(
            "content/kommuner/habo-0305/index.md",
            "+++\nkind = \"municipality\"\ntitle = \"Håbo kommun\"\ncode = \"0305\"\n+++\n",
        )
        .write(
            "content/kommuner/habo-0305/2025/medborgarlofte.md",
            "+++\nkind = \"pledge\"\ntitle = \"Medborgarlöfte 2025\"\nperiod = 2025\n+++\n",
        );
    let desk = Desk::open(&site);
    let fields = [("kind", "pledge"), ("place", "Habo"), ("year", "2026")];
    let asked = desk.send("/nytt", &fields).is(422).body;
    assert!(asked.contains("Habo kommun (Jönköpings län)"), "{asked}");
    assert!(asked.contains("Menade du Håbo kommun") && asked.contains("_add_place"), "{asked}");
    assert!(!site.path("content/kommuner/habo-0643").exists());
    let fields = [fields[0], fields[1], fields[2], ("_add_place", "true")];
    desk.send("/nytt", &fields).is(303);
    assert!(site.read("content/kommuner/habo-0643/index.md").contains("\"Habo kommun\""));
    // While nothing of it is published and only drafts are in it, it can be removed with them.
    let place = "kommuner/habo-0643/index.html";
    desk.change(place, &[("_delete", "1")]).is(303);
    for gone in ["index.md", "2026/medborgarlofte.md"] {
        assert!(!site.path("content/kommuner/habo-0643").join(gone).exists(), "{gone}");
    }
    desk.change("kommuner/habo-0305/index.html", &[("_delete", "1")]).is(422);
}

#[test]
fn a_name_that_nobody_has_is_answered_with_names() {
    let site = site();
    let desk = Desk::open(&site);
    let told = |place| desk.send("/nytt", &[("kind", "pledge"), ("place", place)]).is(422).body;
    let page = told("Enköpping");
    assert!(page.contains("Menade du Enköping?"), "{page}");
    let page = told("Xyzzyplugh");
    assert!(page.contains("finns i arkivet: Håbo kommun."), "{page}");
}

#[test]
fn a_new_follow_up_has_words_for_what_it_follows_up() {
    let site = site();
    let desk = Desk::open(&site);
    let of = "kommuner/habo/2025/medborgarlofte.html";
    desk.send("/nytt", &[("kind", "follow-up"), ("of", of), ("year", "2025")]).is(303);
    let page = desk.get("/dokument/kommuner/habo/2025/uppfoljning.html").is(200).body;
    let shown = crate::support::html::visible_text(&page);
    assert!(page.contains("<h1>Uppföljning Håbo 2025</h1>"), "{page}");
    assert!(shown.contains("Utkast, visas bara här."), "{shown}");
    assert!(page.contains("<option value=\"ljus\" selected>Bättre ljus.</option>"), "{page}");
    assert!(!shown.contains("Nyckeln ”"), "{shown}");
    assert!(!shown.contains("”Status” är inte ifyllt"), "{shown}");
}

#[test]
fn a_municipality_that_was_added_for_a_document_is_told_and_can_be_removed_with_its_drafts() {
    let site = site();
    let desk = Desk::open(&site);
    let fields =
        [("kind", "pledge"), ("place", "Knivsta"), ("year", "2026"), ("_add_place", "true")];
    let answer = desk.send("/nytt", &fields).is(303);
    let page = desk.get(answer.header("location").expect("an address")).is(200).body;
    let told = ">Knivsta kommun</a> fanns inte i arkivet och har lagts till.";
    assert!(page.contains(told), "{page}");
    let place = "kommuner/knivsta-0330/index.html";
    let place = if site.path("content/kommuner/knivsta/index.md").exists() {
        "kommuner/knivsta/index.html"
    } else {
        place
    };
    let page = desk.get(&format!("/dokument/{place}")).is(200).body;
    assert!(page.contains("De här utkasten tas bort med det:"), "{page}");
    desk.change(place, &[("_delete", "1")]).is(303);
    let page = desk.get("/").is(200).body;
    assert!(!page.contains("Knivsta"), "{page}");
    assert!(desk.get("/borttagna").is(200).body.contains("Knivsta"));
    // Its neighbour: one with something that is no draft stays.
    let page = desk.get("/dokument/kommuner/habo/index.html").is(200).body;
    assert!(!page.contains("name=\"_delete\""), "{page}");
}

#[test]
fn another_document_of_the_same_kind_place_and_year_is_told_of() {
    let site = site();
    let desk = Desk::open(&site);
    let made = |desk: &Desk, year: &str| {
        let fields = [("kind", "pledge"), ("place", "Håbo kommun"), ("year", year)];
        let answer = desk.send("/nytt", &fields).is(303);
        desk.get(answer.header("location").expect("an address")).is(200).body
    };
    let alike = "Det finns redan ett av samma typ, för samma kommun eller område och år: ";
    assert!(!made(&desk, "2026").contains(alike));
    let page = made(&desk, "2025");
    assert!(page.contains(alike) && page.contains(">Medborgarlöfte 2025</a>"), "{page}");
}

#[test]
fn a_follow_up_is_called_by_the_year_that_it_follows_up() {
    let site = site();
    let desk = Desk::open(&site);
    let fields =
        [("kind", "follow-up"), ("of", "kommuner/habo/2025/medborgarlofte.html"), ("year", "2026")];
    desk.send("/nytt", &fields).is(303);
    let text = site.read("content/kommuner/habo/2026/uppfoljning.md");
    assert!(text.contains("title = \"Uppföljning Håbo 2025\""), "{text}");
    // Two commitments of which it says nothing are two rows that can be told apart.
    let page = desk.get("/dokument/kommuner/habo/2026/uppfoljning.html").is(200).body;
    assert!(page.contains("</a> (Resultat 1") && page.contains("</a> (Resultat 2"), "{page}");
}

#[test]
fn a_follow_up_without_a_year_is_put_with_what_it_follows_up_and_says_so() {
    let site = site();
    let desk = Desk::open(&site);
    let of = "kommuner/habo/2025/medborgarlofte.html";
    let made = desk.send("/nytt", &[("kind", "follow-up"), ("of", of), ("year", "")]).is(303);
    let to = made.header("location").expect("an address").to_owned();
    assert!(to.starts_with("/dokument/kommuner/habo/2025/uppfoljning.html?"), "{to}");
    let page = desk.get(&to).is(200).body;
    assert!(page.contains("Inget år var ifyllt") && page.contains("href=\"#flytta\""), "{page}");
    let made = desk.send("/nytt", &[("kind", "follow-up"), ("of", of), ("year", "2026")]).is(303);
    assert_eq!(made.header("location"), Some("/dokument/kommuner/habo/2026/uppfoljning.html"));
}

#[test]
fn the_years_of_an_agreement_are_its_period() {
    let site = site();
    let desk = Desk::open(&site);
    let of = |years| [("kind", "agreement"), ("place", "Håbo"), ("year", years)];
    let made = desk.send("/nytt", &of("2028–2031")).is(303);
    assert_eq!(made.header("location"), Some("/dokument/kommuner/habo/2028/overenskommelse.html"));
    let text = site.read("content/kommuner/habo/2028/overenskommelse.md");
    assert!(text.contains("period = { from = 2028, until = 2031 }"), "{text}");
    for wrong in ["2031-2028", "i år", "2028-"] {
        let page = desk.send("/nytt", &of(wrong)).is(422).body;
        assert!(page.contains("det första och det sista: 2024–2027"), "{wrong}: {page}");
    }
}
