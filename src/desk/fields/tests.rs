use super::*;
use crate::schema::{Kind, Owner};

/// The TOML after these fields are submitted, in a file of this kind.
#[track_caller]
fn changed(kind: Kind, toml: &str, fields: &[(&str, &str)]) -> String {
    let keys: Vec<_> = Owner::Kind(kind).keys().collect();
    let fields = fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
    apply(toml, &keys, &FieldNode::of(fields)).expect("TOML").0
}

#[track_caller]
fn pledge(toml: &str, fields: &[(&str, &str)], expected: &str) {
    assert_eq!(changed(Kind::Pledge, toml, fields), expected);
}

#[test]
fn a_field_that_says_the_same_changes_nothing_however_the_key_is_written() {
    let toml = "title = 'Löfte' # så\nperiod = { from = 2016, until = \"2017-06\" }\n\
                focus = [ \"unga\",\"trafik\" ]\nsigned = \"2016\"\nfollow_ups_planned = \"2016-05\"\n\
                [[commitments]]\nid = \"a\"\ntext = '''Ett\ntvå'''\n";
    let fields = [
        ("title", "Löfte"),
        ("period._form", "span"),
        ("period.whole", ""),
        ("period.from", "2016"),
        ("period.until", "2017-06"),
        ("focus", "unga\r\ntrafik"),
        ("signed", "2016"),
        ("follow_ups_planned", "2016-05"),
        ("commitments.0.id", "a"),
        ("commitments.0.text", "Ett\r\ntvå"),
        ("commitments.0.place", ""),
        ("commitments.1.text", ""),
        ("summary", ""),
        ("draft", ""),
    ];
    pledge(toml, &fields, toml);
    pledge(toml, &[], toml);
}

#[test]
fn a_changed_value_keeps_the_comment_on_its_line() {
    pledge(
        "title = \"A\" # hette B\n",
        &[("title", "C \"d\"")],
        "title = \"C \\\"d\\\"\" # hette B\n",
    );
    pledge(
        "signed = 2018 # osäkert\n",
        &[("signed", "1 februari 2018")],
        "signed = 2018-02-01 # osäkert\n",
    );
    pledge("signed = 2018-02-01\n", &[("signed", "feb 2018")], "signed = \"2018-02\"\n");
    pledge("signed = 2018-02-01\n", &[("signed", "våren 2018")], "signed = \"våren 2018\"\n");
    pledge("draft = true\n", &[("draft", "false")], "draft = false\n");
}

#[test]
fn a_new_key_stands_where_the_schema_has_it() {
    pledge(
        "kind = \"pledge\"\n# om rubriken\ntitle = \"A\"\nsigned = 2018\n\n[[sources]]\ntitle = \"K\"\n",
        &[("period._form", "whole"), ("period.whole", "2018"), ("wording", "verbatim")],
        "kind = \"pledge\"\n# om rubriken\ntitle = \"A\"\nperiod = 2018\nsigned = 2018\nwording = \"verbatim\"\n\n[[sources]]\ntitle = \"K\"\n",
    );
}

#[test]
fn a_key_goes_and_the_comments_above_it_stay() {
    pledge(
        "title = \"A\"\n\n# om dagen\nsigned = 2018\nfocus = []\n",
        &[("signed", "")],
        "title = \"A\"\n\n# om dagen\nfocus = []\n",
    );
    pledge("title = \"A\"\n# sist\nsigned = 2018\n", &[("signed", "")], "title = \"A\"\n# sist\n");
}

#[test]
fn a_period_has_four_forms() {
    let from = |toml: &str, fields: &[(&str, &str)]| changed(Kind::Pledge, toml, fields);
    assert_eq!(from("period = 2018\n", &[("period._form", "unknown")]), "period = \"unknown\"\n");
    assert_eq!(
        from(
            "period = 2018 # år\n",
            &[("period._form", "span"), ("period.from", "2018"), ("period.until", "juni 2019")]
        ),
        "period = { from = 2018, until = \"2019-06\" } # år\n"
    );
    assert_eq!(
        from("period = { from = 2018, until = 2019 }\n", &[("period._form", "further-notice")]),
        "period = { from = 2018, until = \"further-notice\" }\n"
    );
    assert_eq!(
        from("period = { from = 2018, until = 2019 }\n", &[("period.until", "")]),
        "period = { from = 2018 }\n"
    );
    assert_eq!(
        from("period = { from = 2018 }\n", &[("period._form", "span"), ("period.until", "2019")]),
        "period = { from = 2018, until = 2019 }\n"
    );
    assert_eq!(from("a = 1\nperiod = 2018\n", &[("period._form", "")]), "a = 1\n");
    assert_eq!(
        from(
            "[period]\nfrom = 2018 # säkert\n",
            &[("period._form", "span"), ("period.until", "2019")]
        ),
        "[period]\nfrom = 2018 # säkert\nuntil = 2019\n"
    );
}

#[test]
fn lists_keep_their_form() {
    pledge(
        "focus = [\"a\", \"b\"] # x\n",
        &[("focus", "b"), ("focus", "c")],
        "focus = [\"b\", \"c\"] # x\n",
    );
    pledge(
        "focus = [\n  \"a\", # första\n  \"b\",\n]\n",
        &[("focus", "a"), ("focus", "b"), ("focus", "c")],
        "focus = [\n  \"a\", # första\n  \"b\",\n  \"c\",\n]\n",
    );
    pledge("replaces = \"a.md\"\n", &[("replaces", "b.md")], "replaces = \"b.md\"\n");
    pledge("", &[("replaces", "b.md")], "replaces = \"b.md\"\n");
    pledge("", &[("focus", "b")], "focus = [\"b\"]\n");
    pledge("focus = [\"a\"]\n", &[("focus", "")], "");
    let planned = [("follow_ups_planned", "maj 2018\n2018-09")];
    pledge("", &planned, "follow_ups_planned = [\"2018-05\", \"2018-09\"]\n");
    assert_eq!(
        changed(Kind::FollowUp, "", &[("answers", ""), ("answers._none", "true")]),
        "answers = []\n"
    );
    assert_eq!(
        changed(Kind::FollowUp, "answers = []\n", &[("answers", ""), ("answers._none", "")]),
        ""
    );
    assert_eq!(changed(Kind::FollowUp, "answers = []\n", &[("answers", "")]), "answers = []\n");
}

const TWO: &str = "[[commitments]]\nid = \"a\"\ntext = \"Ett.\"\nokand = 1 # kvar\n\n# om b\n[[commitments]]\nid = \"b\"\ntext = \"Två.\"\n\n[[sources]]\ntitle = \"K\"\n";

#[test]
fn cards_are_added_moved_and_removed() {
    pledge(TWO, &[("commitments.0.text", "Ny.")], &TWO.replace("Ett.", "Ny."));
    pledge(
        TWO,
        &[("commitments.9.text", "Fler patruller till fots i centrum på kvällar."), ("commitments.5.text", "Ljus.")],
        &TWO.replace(
            "\n[[sources]]",
            "\n[[commitments]]\nid = \"ljus\"\ntext = \"Ljus.\"\n\n[[commitments]]\nid = \"fler-patruller-till-fots-i\"\ntext = \"Fler patruller till fots i centrum på kvällar.\"\n\n[[sources]]",
        ),
    );
    pledge(
        TWO,
        &[("commitments.0._remove", "")],
        "\n# om b\n[[commitments]]\nid = \"b\"\ntext = \"Två.\"\n\n[[sources]]\ntitle = \"K\"\n",
    );
    let swapped = "\n# om b\n[[commitments]]\nid = \"b\"\ntext = \"Två.\"\n[[commitments]]\nid = \"a\"\ntext = \"Ett.\"\nokand = 1 # kvar\n\n[[sources]]\ntitle = \"K\"\n";
    pledge(TWO, &[("commitments.0._down", "")], swapped);
    pledge(TWO, &[("commitments.1._up", "")], swapped);
    pledge(TWO, &[("commitments.0._up", ""), ("commitments.1._down", "")], TWO);
    let emptied = [("commitments.1.id", ""), ("commitments.1.text", "")];
    pledge(
        TWO,
        &emptied,
        "[[commitments]]\nid = \"a\"\ntext = \"Ett.\"\nokand = 1 # kvar\n\n[[sources]]\ntitle = \"K\"\n",
    );
}

#[test]
fn tables_within_braces_are_cards_too() {
    let accept = "accept = [{ code = \"a\", reason = \"b\" }]\n";
    pledge(accept, &[("accept.0.reason", "c")], "accept = [{ code = \"a\", reason = \"c\" }]\n");
    pledge(
        accept,
        &[("accept.1.code", "d"), ("accept.1.reason", "e")],
        "accept = [{ code = \"a\", reason = \"b\" }, { code = \"d\", reason = \"e\" }]\n",
    );
    pledge("", &[("accept.0.code", "d")], "accept = [{ code = \"d\" }]\n");
    pledge(accept, &[("accept.0._remove", "")], "");
}

#[test]
fn tables_come_and_go() {
    let contact = "title = \"A\"\n\n[contact]\nname = \"B\"\n";
    pledge("title = \"A\"\n", &[("contact.name", "B"), ("contact.email", "")], contact);
    pledge(contact, &[("contact.name", "")], "title = \"A\"\n");
    pledge("title = \"A\"\n", &[("contact.name", "")], "title = \"A\"\n");
}

#[test]
fn what_the_schema_does_not_know_and_what_is_of_another_type_stays() {
    let toml = "okand = [1,2]\ncommitments = \"a\"\ncontact = 1\n";
    pledge(
        toml,
        &[("okand", ""), ("commitments.0.text", "x"), ("contact.name", "y"), ("_token", "z")],
        toml,
    );
}

#[test]
fn keys_that_wait_as_comments_stay_above_a_new_table() {
    let toml = "title = \"A\"\n# contact = \"\"\n\n# [archive]\n# creator = \"\"\n";
    let keys: Vec<_> = Owner::Settings.keys().collect();
    let fields = [("archive.creator", "Håbo kommun"), ("language", "sv")];
    let fields = fields.map(|(name, value)| (name.to_owned(), value.to_owned()));
    let changed = apply(toml, &keys, &FieldNode::of(fields.into_iter())).expect("TOML").0;
    let (before, table) = changed.split_once("\n[archive]\n").expect("a table");
    assert!(before.contains("# contact") && before.contains("language = \"sv\""), "{changed}");
    assert_eq!(table, "creator = \"Håbo kommun\"\n", "{changed}");
    // And so the key is the file's once its sign is gone.
    let document: toml_edit::DocumentMut =
        changed.replace("# contact", "contact").parse().expect("TOML");
    assert!(document.get("contact").is_some(), "{changed}");
    // What stood below a table before stays there.
    let with = "title = \"A\"\n\n[archive]\ncreator = \"B\"\n# unit = \"\"\n";
    let fields = [("title".to_owned(), "C".to_owned())];
    let changed = apply(with, &keys, &FieldNode::of(fields.into_iter())).expect("TOML").0;
    assert_eq!(changed, with.replace("\"A\"", "\"C\""));
}
