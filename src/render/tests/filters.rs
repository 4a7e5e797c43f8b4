//! The output of the filters.

use tera::{Context, Tera, Value};

use crate::language::Language;
use crate::model::{End, PartialDate, Period};
use crate::render::ThemeFiles;
use crate::render::filters::{self, Phrases};
use crate::render::strings::Strings;
use crate::site::view::{Counted, Counting};

/// Renders a small template with the built-in theme's texts.
fn say(language: Language, template: &str, values: &[(&'static str, Value)]) -> String {
    let files = ThemeFiles::built_in();
    let strings = Strings::read(&files.strings(language).unwrap().built_in, None).0;
    let mut tera = Tera::new();
    filters::register(&mut tera, Phrases::of(&strings, language).unwrap());
    let mut context = Context::new();
    for (name, value) in values {
        context.insert_value(*name, value.clone());
    }
    match tera.render_str(template, &context, true) {
        Ok(said) => said.replace('\u{a0}', " "),
        Err(error) => error.to_string().lines().next().unwrap_or("").replace('\u{1f}', " | "),
    }
}

fn sv(template: &str) -> String {
    say(Language::Swedish, template, &[])
}

#[test]
fn dates_are_words_as_precise_as_they_are_known() {
    assert_eq!(sv("{{ '2017-02-01' | date }}"), "1 februari 2017");
    assert_eq!(sv("{{ '2017-02-01' | date_text }}"), "den 1 februari 2017");
    assert_eq!(sv("{{ '2017-02' | date_text }}, {{ '2017' | date }}"), "februari 2017, 2017");
    assert_eq!(
        sv("{{ '2017-02-01' | time_text }}"),
        "<time datetime=\"2017-02-01\">den 1 februari 2017</time>"
    );
    let english = say(Language::English, "{{ '2017-02-01' | date_text }}", &[]);
    assert_eq!(english, "1 February 2017");
}

#[test]
fn periods_say_only_what_differs_between_their_ends() {
    let told: Vec<_> = periods()
        .iter()
        .map(|period| {
            let value = Value::try_from_serializable(period).unwrap();
            say(Language::Swedish, "{{ p | period_text }}", &[("p", value)])
        })
        .collect();
    assert_eq!(
        told,
        [
            "2018",
            "2016–2019",
            "1 juli 2018–30 juni 2020",
            "1–28 februari 2018",
            "1 februari–30 november 2018",
            "april–juni 2018",
            "april 2018",
            "1 juli 2018–2020",
            "från 2018",
            "till och med maj 2019",
            "från 5 juni 2020 tills vidare",
            "tills vidare",
        ]
    );
    assert_eq!(
        sv("{{ {'from': '2016', 'until': '2019'} | period }}"),
        "<time>2016</time>–<time>2019</time>"
    );
}

fn counted(language: Language, counting: Counting) -> String {
    let value = Value::try_from_serializable(&counting).unwrap();
    say(language, "{{ c | counting }}", &[("c", value)])
}

#[test]
fn counting_is_a_sentence_whose_numbers_add_up() {
    let swedish = |counting| counted(Language::Swedish, counting);
    let none = Counting::default;
    assert_eq!(
        swedish(Counting { total: 9, kept: 5, partly_kept: 2, not_kept: 1, missing: 1, ..none() }),
        "9 åtaganden: 5 uppfyllda, 2 delvis uppfyllda, 1 inte uppfyllt, 1 saknar uppföljning i \
         arkivet."
    );
    assert_eq!(
        swedish(Counting { total: 3, ongoing: 2, missing: 1, ..none() }),
        "3 åtaganden: 2 pågår, 1 saknar uppföljning i arkivet."
    );
    assert_eq!(
        swedish(Counting { total: 2, not_assessable: 1, missing: 1, ..none() }),
        "2 åtaganden: 1 går inte att bedöma, 1 saknar uppföljning i arkivet."
    );
    assert_eq!(
        swedish(Counting { total: 1, kept: 1, ..none() }),
        "Det enda åtagandet är uppfyllt."
    );
    assert_eq!(
        swedish(Counting { total: 4, missing: 4, ..none() }),
        "4 av 4 åtaganden saknar uppföljning i arkivet."
    );
    assert_eq!(
        swedish(Counting { total: 2, kept: 1, cancelled: 1, undivided: 1, ..none() }),
        "2 åtaganden: 1 uppfyllt, 1 inställt. 1 medborgarlöfte räknas inte med: arkivet har inte \
         dess åtaganden ett och ett."
    );
    assert_eq!(
        swedish(Counting { total: 1, missing: 1, undivided: 2, ..none() }),
        "Det enda åtagandet saknar uppföljning i arkivet. 2 medborgarlöften räknas inte med: \
         arkivet har inte deras åtaganden ett och ett."
    );
    assert_eq!(
        swedish(Counting { undivided: 1, ..none() }),
        "Arkivet har inte medborgarlöftets åtaganden ett och ett."
    );
    assert_eq!(
        swedish(Counting { undivided: 2, ..none() }),
        "Arkivet har inte medborgarlöftenas åtaganden ett och ett."
    );
    assert_eq!(swedish(none()), "");
}

#[test]
fn every_status_agrees_with_its_number() {
    let of = |n: u32, status: &str| {
        let mut counting = Counting { total: n + 1, missing: 1, ..Counting::default() };
        *match status {
            "kept" => &mut counting.kept,
            "partly kept" => &mut counting.partly_kept,
            "not kept" => &mut counting.not_kept,
            "cancelled" => &mut counting.cancelled,
            _ => &mut counting.not_started,
        } = n;
        let alike = Counting { total: n, missing: 0, ..counting.clone() };
        [
            counted(Language::Swedish, counting.clone()),
            counted(Language::Swedish, alike.clone()),
            counted(Language::English, counting),
            counted(Language::English, alike),
        ]
    };
    for (status, one, other) in [
        ("kept", "uppfyllt", "uppfyllda"),
        ("partly kept", "delvis uppfyllt", "delvis uppfyllda"),
        ("not kept", "inte uppfyllt", "inte uppfyllda"),
        ("cancelled", "inställt", "inställda"),
        ("not started", "inte påbörjat", "inte påbörjade"),
    ] {
        assert_eq!(
            of(1, status),
            [
                format!("2 åtaganden: 1 {one}, 1 saknar uppföljning i arkivet."),
                format!("Det enda åtagandet är {one}."),
                format!("2 commitments: 1 {status}, 1 has no follow-up in the archive."),
                format!("The only commitment is {status}."),
            ]
        );
        assert_eq!(
            of(3, status),
            [
                format!("4 åtaganden: 3 {other}, 1 saknar uppföljning i arkivet."),
                format!("3 av 3 åtaganden är {other}."),
                format!("4 commitments: 3 {status}, 1 has no follow-up in the archive."),
                format!("3 of 3 commitments are {status}."),
            ]
        );
    }
}

#[test]
fn measures_are_counted_in_words_of_their_own() {
    let measures = Counting { of: Counted::Measures, ..Counting::default() };
    let swedish = |counting| counted(Language::Swedish, counting);
    let some = Counting { total: 4, kept: 2, not_started: 1, missing: 1, ..measures.clone() };
    assert_eq!(
        swedish(some.clone()),
        "4 åtgärder: 2 genomförda, 1 inte påbörjad, 1 saknar uppföljning i arkivet."
    );
    assert_eq!(
        counted(Language::English, some),
        "4 measures: 2 carried out, 1 not started, 1 has no follow-up in the archive."
    );
    let alike = Counting { total: 2, cancelled: 2, ..measures.clone() };
    assert_eq!(swedish(alike), "2 av 2 åtgärder är inställda.");
    let known = Counting { total: 1, missing: 1, partly_known: 1, ..measures.clone() };
    assert_eq!(
        swedish(known),
        "Den enda åtgärd som arkivet känner till saknar uppföljning i arkivet. Åtgärdsplanen innehåller fler."
    );
    let undivided = Counting { undivided: 1, ..measures };
    assert_eq!(swedish(undivided), "Arkivet har inte åtgärdsplanens åtgärder en och en.");
}

#[test]
fn counting_says_that_what_is_over_was_ongoing() {
    let counting = Counting { total: 3, kept: 1, ongoing_over: 2, ..Counting::default() };
    assert_eq!(
        counted(Language::Swedish, counting.clone()),
        "3 åtaganden: 1 uppfyllt, 2 pågick vid den senaste uppföljningen."
    );
    assert_eq!(
        counted(Language::English, counting),
        "3 commitments: 1 kept, 2 were in progress at the latest follow-up."
    );
}

#[test]
fn counting_names_who_has_assessed() {
    let by = |names: &[&str]| Counting {
        total: 4,
        kept: 1,
        not_assessable: 2,
        missing: 1,
        undivided: 1,
        by: names.iter().map(|name| (*name).to_owned()).collect(),
        ..Counting::default()
    };
    assert_eq!(
        counted(Language::Swedish, by(&["Polismyndigheten"])),
        "4 åtaganden: 1 uppfyllt, 2 går inte att bedöma, 1 saknar uppföljning i arkivet. Enligt \
         Polismyndigheten. 1 medborgarlöfte räknas inte med: arkivet har inte dess åtaganden ett \
         och ett."
    );
    assert_eq!(
        counted(Language::English, by(&["Polismyndigheten", "Habo kommun"])),
        "4 commitments: 1 kept, 2 cannot be assessed, 1 has no follow-up in the archive. According \
         to the parties. 1 pledge is not counted: the archive does not have its commitments one by \
         one."
    );
    let alike =
        Counting { total: 2, kept: 2, not_assessable: 0, missing: 0, undivided: 0, ..by(&["A"]) };
    assert_eq!(counted(Language::Swedish, alike), "2 av 2 åtaganden är uppfyllda. Enligt A.");
}

#[test]
fn when_something_happened_has_its_preposition() {
    let when =
        "{{ '2017-02-01' | date_when }}, {{ '2017-02' | date_when }}, {{ '2017' | date_when }}";
    assert_eq!(sv(when), "den 1 februari 2017, i februari 2017, 2017");
    assert_eq!(say(Language::English, when, &[]), "on 1 February 2017, in February 2017, in 2017");
    assert_eq!(
        sv("{{ '2017-02' | time_when }}"),
        "<time datetime=\"2017-02\">i februari 2017</time>"
    );
}

#[test]
fn values_are_escaped_into_texts_that_are_plain() {
    let fill = "{{ 'Se {a} & {b}.' | fill(a=x, b=y | safe) }}";
    let values = [("x", Value::from("<x>")), ("y", Value::from("<b>y</b>"))];
    assert_eq!(say(Language::Swedish, fill, &values), "Se &lt;x&gt; &amp; <b>y</b>.");
}

#[test]
fn a_value_without_place_and_a_place_without_value_are_errors() {
    assert_eq!(
        sv("{{ 'Se {a}.' | fill(b=1) }}"),
        "error: Mallen ger inget värde till platsen ”{a}” i texten ”Se {a}.”. | The template gives \
         no value for the place “{a}” in the text “Se {a}.”."
    );
    assert!(sv("{{ 'Se.' | fill(b=1) }}").contains("ingen plats ”{b}”"));
    assert!(
        sv("{{ 'Se {b}.' | fill(b=none) }}").contains("Värdet ”b” till texten finns inte här.")
    );
}

#[test]
fn a_count_has_the_form_of_its_number() {
    let count = |forms: &str, n: u32| sv(&format!("{{{{ {forms} | count(n={n}) }}}}"));
    let forms = "{'one': '{n} åtagande', 'other': '{n} åtaganden'}";
    assert_eq!(count(forms, 0), "0 åtaganden");
    assert_eq!(count(forms, 1), "1 åtagande");
    assert_eq!(count(forms, 2712), "2 712 åtaganden");
    let forms = "{'zero': 'inga', 'one': 'ett', 'two': 'båda', 'other': 'alla {n}'}";
    assert_eq!([0, 1, 2, 3].map(|n| count(forms, n)), ["inga", "ett", "båda", "alla 3"]);
}

#[test]
fn lists_escape_what_they_list() {
    let list = say(
        Language::Swedish,
        "{{ l | list }}",
        &[("l", Value::from(vec![Value::from("a"), Value::from("<b>"), Value::from("c")]))],
    );
    assert_eq!(list, "a, &lt;b&gt; och c");
}

#[test]
fn filters_whose_order_changes_cannot_be_used() {
    assert_eq!(
        sv("{{ [1] | group_by(attribute='a') }}"),
        "error: Filtret ”group_by” går inte att använda: ordningen skulle ändras från gång till \
         gång. | The filter “group_by” cannot be used: its order would change from run to run."
    );
}

#[test]
fn a_wrong_value_is_told() {
    assert!(sv("{{ 'i dag' | date }}").contains("Filtret ”date” tar ett datum"));
    assert!(sv("{{ 1 | period }}").contains("Filtret ”period” tar en period"));
    assert!(sv("{{ 'x' | counting }}").contains("Filtret ”counting” tar en räkning av åtaganden"));
}

/// Periods in every form.
fn periods() -> Vec<Period> {
    let date = |text: &str| PartialDate::parse(text).unwrap();
    let until = |text| End::Known(date(text));
    [
        (Some("2018"), until("2018")),
        (Some("2016"), until("2019")),
        (Some("2018-07-01"), until("2020-06-30")),
        (Some("2018-02-01"), until("2018-02-28")),
        (Some("2018-02-01"), until("2018-11-30")),
        (Some("2018-04"), until("2018-06")),
        (Some("2018-04"), until("2018-04")),
        (Some("2018-07-01"), until("2020")),
        (Some("2018"), End::Unknown),
        (None, until("2019-05")),
        (Some("2020-06-05"), End::FurtherNotice),
        (None, End::FurtherNotice),
    ]
    .into_iter()
    .map(|(from, end)| Period::new(from.map(date), end).unwrap())
    .collect()
}
