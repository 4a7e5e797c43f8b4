//! What single remedies say, and that following them mends the file.

use crate::{Told, check, habo, pledge};

#[test]
fn a_block_of_code_ends_as_its_remedy_says() {
    for (body, marks) in [("~~~\nkod\n", "~~~"), ("````\nx\n```\n", "````"), ("```\nkod\n", "```")]
    {
        let text = format!("+++\nkind = \"page\"\ntitle = \"Om\"\n+++\n\n{body}");
        let site = habo().write("content/om.md", &text);
        let told = check(&site);
        let help = &told["content/om.md"][0].help;
        assert!(help.starts_with(&format!("Skriv {marks} på en egen rad")), "{help}");
        let site = site.write("content/om.md", text + marks + "\n");
        assert_eq!(check(&site).get("content/om.md"), None, "{body}");
    }
}

#[test]
fn a_path_outside_the_archive_is_told_as_what_it_is() {
    for (path, help) in [
        ("a@b.se", "skriv mailto:a@b.se"),
        ("www.polisen.se", "skriv https:// först"),
        ("/home/x/b.pdf", "din egen dator"),
        ("C:/a/x.md", "din egen dator"),
        ("file:///C:/a/x.md", "din egen dator"),
        ("kommuner/habo/", "Menade du ”/kommuner/habo/index.md”?"),
        ("/kommuner/Habo", "Menade du ”/kommuner/habo/index.md”?"),
        (".pdf", "Byt namn på filen eller mappen"),
        ("../.git/config", "Rätta sökvägen"),
        (".dold/a.md", "Byt namn på filen eller mappen"),
    ] {
        let text = format!("+++\nkind = \"page\"\ntitle = \"Om\"\n+++\n\n[text]({path})\n");
        let told = check(&habo().write("content/om.md", &text));
        let of_file = &told["content/om.md"];
        let says = |told: &Told| told.help.contains(help) || told.message.contains(help);
        assert!(of_file.iter().any(says), "{path}: {of_file:#?}");
    }
    let wrong = "+++\nkind = \"page\"\ntitle = \"Om\"\n+++\n\n![En bild](kommuner/habo/avtal.md)\n";
    let site = habo().write("content/om.md", wrong);
    let told = check(&site);
    let help = &told["content/om.md"][0].help;
    assert!(help.ends_with("[länktext](kommuner/habo/avtal.md)"), "{help}");
    let site = site.write("content/om.md", wrong.replace("![", "["));
    assert_eq!(check(&site).get("content/om.md"), None);
    // A path of Windows is one problem, which says how it is written.
    let text = pledge(1, "agreement = \"C:\\Users\\x.md\"");
    let told = check(&habo().write("content/kommuner/habo/p.md", text));
    let errors = told["content/kommuner/habo/p.md"].iter().filter(|it| it.severity == "error");
    let codes: Vec<&str> = errors.map(|it| it.code.as_str()).collect();
    assert_eq!(codes, ["toml-syntax"]);
}

/// What is said of an outcome without a commitment to belong to is about what is followed up, and no
/// key is proposed that a file of that kind does not have.
#[test]
fn an_outcome_of_what_is_not_there_is_told_in_the_words_of_what_is_followed_up() {
    for (kind, commitments, message, help) in [
        (
            "action-plan",
            "",
            "Ingen åtgärd med id ”a”",
            "Åtgärdsplanen har inga åtgärder att sätta resultat på. Lägg till dem där, under [[commitments]],",
        ),
        (
            "action-plan",
            "\n[[commitments]]\nid = \"belysning\"\ntext = \"Vi lyser upp.\"",
            "Ingen åtgärd med id ”a”",
            "Åtgärderna har id: belysning.",
        ),
        (
            "agreement",
            "",
            "Inget åtagande med id ”a”",
            "Överenskommelsen har inga åtaganden att sätta resultat på. Skriv resultatet för hela överenskommelsen",
        ),
        (
            "pledge",
            "",
            "Inget åtagande med id ”a”",
            "eller skriv resultatet för hela medborgarlöftet",
        ),
    ] {
        let of = format!(
            "+++\nkind = \"{kind}\"\ntitle = \"Det som följs upp\"\nperiod = 2020{commitments}\n+++\n"
        );
        let follow_up = "+++\nkind = \"follow-up\"\ntitle = \"Uppföljning\"\ndate = 2021-02-01\n\
            follows_up = \"det.md\"\nassessed_by = \"Håbo kommun\"\n\n[[outcomes]]\ncommitment = \"a\"\n\
            text = \"Så gick det.\"\n+++\n";
        let site = habo()
            .write("content/kommuner/habo/2020/det.md", &of)
            .write("content/kommuner/habo/2020/uppfoljning.md", follow_up);
        let told = check(&site);
        let missing: Vec<&Told> =
            told.values().flatten().filter(|told| told.code == "commitment-missing").collect();
        assert_eq!(missing.len(), 1, "{kind}: {told:#?}");
        assert!(missing[0].message.contains(message), "{kind}: {}", missing[0].message);
        assert!(missing[0].help.contains(help), "{kind}: {}", missing[0].help);
        // What it says for the measures of a plan is a key that a plan may have.
        if kind == "action-plan" && commitments.is_empty() {
            let with =
                of.replace("\n+++\n", "\n[[commitments]]\nid = \"a\"\ntext = \"Vi gör a.\"\n+++\n");
            let told = check(&site.write("content/kommuner/habo/2020/det.md", &with));
            let errors = told.values().flatten().filter(|told| told.severity == "error");
            assert_eq!(errors.count(), 0, "{told:#?}");
        }
    }
}

/// The name of a municipality is proposed as it is written, with its genitive.
#[test]
fn the_name_that_is_proposed_for_a_municipality_is_its_own() {
    for (code, name) in
        [("1441", "Lerums kommun"), ("1415", "Stenungsunds kommun"), ("1438", "Dals-Eds kommun")]
    {
        let place = |title: &str| {
            format!("+++\nkind = \"municipality\"\ntitle = \"{title}\"\ncode = \"{code}\"\n+++\n")
        };
        let site = habo().write("content/kommuner/annan/index.md", place("Vår bygd"));
        let told = check(&site);
        let helps: Vec<&str> = told.values().flatten().map(|told| told.help.as_str()).collect();
        assert!(helps.iter().any(|help| help.contains(&format!("”{name}”"))), "{helps:?}");
        let told = check(&site.write("content/kommuner/annan/index.md", place(name)));
        assert!(
            told.values().flatten().all(|told| told.code != "unknown-municipality-code"),
            "{told:#?}"
        );
    }
}

#[test]
fn markup_that_was_not_meant_is_mended_as_its_remedy_says() {
    for (wrong, proposed, right) in [
        (">5 procent ska minska.", "\\>5", "\\>5 procent ska minska."),
        ("> 5 procent, sade hon.\n>Ja.\n\n>7 procent.", "ett blanksteg efter >", "> 7 procent."),
        ("| a | b |\n| 1 | 2 |", "|---|---|", "| a | b |\n|---|---|\n| 1 | 2 |"),
        (
            "Text:\n| a | b |\n|---|\n| 1 | 2 |",
            "tom rad före",
            "Text:\n\n| a | b |\n|---|---|\n| 1 | 2 |",
        ),
        ("####### sju", "Skriv ##", "## sju"),
        ("> [!NOTE]\n> Text.", "\\[", "> \\[!NOTE]\n> Text."),
        ("- [x] klart", "\\[", "- \\[x] klart"),
        ("- ett\n-två", "- två", "- ett\n- två"),
        ("* ett\n-två", "* två", "* ett\n* två"),
        ("1. ett\n2.två", "2. två", "1. ett\n2. två"),
        ("1) ett\n2: två", "2) två", "1) ett\n2) två"),
        ("-ett\n- två", "- ett", "- ett\n- två"),
        ("(1) ett\n(2) två", "- punkt", "- ett\n- två"),
        ("A. ett\nB. två", "en tom rad mellan", "A. ett\n\nB. två"),
        ("-- ett\n-- två", "- punkt", "- ett\n- två"),
        ("Se <../avtal.md>.", "[länktext](fil.md)", "Se [avtalet](/kommuner/habo/avtal.md)."),
        (
            "Se <https://exempel.se/en-\nsida>.",
            "på samma rad",
            "Se [en sida](https://exempel.se/en-sida).",
        ),
        (
            "Se [avtalet]{kommuner/habo/avtal.md}.",
            "[länktext](fil.md)",
            "Se [avtalet](kommuner/habo/avtal.md).",
        ),
        ("Skriv <fil.md> här.", "\\<", "Skriv \\<fil.md> här."),
        ("Så är det.^[En not.]", "[^namn]: Noten", "Så är det.[^a]\n\n[^a]: En not."),
        ("Så är det.^[En not.]", "\\^[", "Så är det.\\^[En not.]"),
        ("Det är ==viktigt==.", "**fetstil**", "Det är **viktigt**."),
        ("En rad.\n---\nmer", "tom rad före ---", "En rad.\n\n---\nmer"),
        ("Citat följer:\n=====", "ta bort ===", "Citat följer:"),
        ("En rad om det.\n---\n", "skriv ## framför", "## En rad om det."),
        ("Det är ** fett **.", "intill orden", "Det är **fett**."),
        ("- a\n\u{a0}\u{a0}- b", "två vanliga blanksteg", "- a\n  - b"),
        ("x[^1]\n\n[^1]:", "efter kolonet", "x[^1]\n\n[^1]: Not."),
        ("## Mål {#a .polisen}", "ta bort det", "## Mål {#a}"),
        (
            "[K]\n\n[K]: https://example.se \"Ja, vi lovar\"",
            "ta bort dem",
            "[K]\n\n[K]: https://example.se",
        ),
    ] {
        let with = |body: &str| format!("+++\nkind = \"page\"\ntitle = \"Om\"\n+++\n\n{body}\n");
        let site = habo().write("content/om.md", with(wrong));
        let told = check(&site);
        let of_file = told.get("content/om.md").unwrap_or_else(|| panic!("{wrong} is taken"));
        let [one] = &of_file[..] else { panic!("{wrong}: {of_file:#?}") };
        assert!(one.help.contains(proposed), "{wrong}: {one:#?}");
        let site = site.write("content/om.md", with(right));
        assert_eq!(check(&site).get("content/om.md"), None, "{right}");
    }
}

#[test]
fn a_wrong_kind_hides_nothing_else_that_is_wrong() {
    let of = |first: &str| {
        let text = format!(
            "+++\n{first}title = \"Löfte\"\nperiod = 2018\nagreement = \"../2016/nej.md\"\nreplaces = \"x.md\"\n\
             follow_ups_planned = [\"2018-13\"]\nmunicipalities = [\"haabo\"]\n\n[[signatories]]\nname = \"Kim Exempel\"\n\n\
             [[commitments]]\nid = \"A b\"\ntext = \"Ett.\"\n\n[[commitments]]\nid = \"b\"\n+++\n\n[text](nej.md)\n"
        );
        let file = "content/kommuner/habo/2018/p.md";
        let mut told = check(&habo().write(file, text)).remove(file).unwrap_or_default();
        told.retain(|it| it.severity == "error");
        told.into_iter().map(|it| it.code).collect::<Vec<String>>()
    };
    let mut others = of("kind = \"pledge\"\n");
    others.sort_unstable();
    assert_eq!(
        others,
        [
            "invalid-date",
            "link-missing",
            "missing-key",
            "reference-missing",
            "reference-missing",
            "unknown-place",
            "unknown-value"
        ]
    );
    for (first, own) in [
        ("knd = \"pledge\"\n", "unknown-key"),
        ("kind = \"pledg\"\n", "unknown-kind"),
        ("kind = \"medborgarlöfte\"\n", "unknown-kind"),
        ("kind = 3\n", "wrong-type"),
        ("kind = \"protokoll\"\n", "unknown-kind"),
        ("", "missing-key"),
    ] {
        let mut told = of(first);
        let at = told.iter().position(|code| code == own);
        told.remove(at.unwrap_or_else(|| panic!("{first}: no {own} in {told:?}")));
        told.sort_unstable();
        assert_eq!(told, others, "{first}");
    }
}

/// A period in another form is shown as the same period in a form that can be read.
#[test]
fn a_period_in_another_form_is_proposed_as_the_same_period() {
    for (written, proposed) in [
        ("{ from = , until = 2019 }", "{ until = 2019 }"),
        ("{ from = 2018, until = }", "{ from = 2018 }"),
        ("{ from = 2024 } until = 2027", "{ from = 2024, until = 2027 }"),
        ("{ 2018-01-01 – 2019-12-31 }", "{ from = 2018-01-01, until = 2019-12-31 }"),
        ("{ 2018, 2019 }", "{ from = 2018, until = 2019 }"),
        ("{ from = 2018, 2019 }", "{ from = 2018, until = 2019 }"),
        ("{ 2018, until = 2019 }", "{ from = 2018, until = 2019 }"),
        ("{ from: 2018, until: 2019 }", "{ from = 2018, until = 2019 }"),
        ("{ från 2018 till 2019 }", "{ from = 2018, until = 2019 }"),
        ("{ from = februari 2018 – mars 2019 }", "{ from = \"2018-02\", until = \"2019-03\" }"),
        ("[2018, 2019]", "{ from = 2018, until = 2019 }"),
        ("[\"2018-02-01\", \"2019-03-31\"]", "{ from = 2018-02-01, until = 2019-03-31 }"),
        ("[2018]", "2018"),
        ("[{ from = 2018, until = 2019 }]", "{ from = 2018, until = 2019 }"),
        ("2018/2019", "{ from = 2018, until = 2019 }"),
        ("\"2018-2019\"", "{ from = 2018, until = 2019 }"),
        ("\"2018, 2019\"", "{ from = 2018, until = 2019 }"),
        ("2018..2019", "{ from = 2018, until = 2019 }"),
        ("\"2018–\"", "{ from = 2018 }"),
        ("\"t.o.m. 2019\"", "{ until = 2019 }"),
    ] {
        let file = "content/kommuner/habo/p.md";
        let text = pledge(1, &format!("period = {written}"));
        let told = check(&habo().write(file, text));
        let right = format!("period = {proposed}");
        let [one] = &told[file][..] else { panic!("{written}: {told:#?}") };
        assert!(one.help.ends_with(&right), "{written}: {one:#?}");
        let site = habo().write(file, pledge(1, &right));
        assert_eq!(check(&site).get(file), None, "{right}");
    }
}

/// Prose with signs that Markdown uses is no markup in a value.
#[test]
fn signs_in_a_value_are_not_told_as_markup_if_they_are_prose() {
    for value in
        ["5*5 rum, a_b och [sic]", "# 1 av 10", "- 5 grader", "Håbo & Enköping", "1. Trygg stad"]
    {
        let file = "content/kommuner/habo/p.md";
        let text = pledge(1, &format!("summary = \"{value}\""));
        assert_eq!(check(&habo().write(file, text)).get(file), None, "{value}");
    }
}
