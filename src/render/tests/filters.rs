//! What the filters say.

use tera::{Context, Tera, Value};

use crate::language::Language;
use crate::render::ThemeFiles;
use crate::render::filters::{self, Phrases};
use crate::render::strings::Strings;
use crate::site::fixture;
use crate::site::view::Counting;

/// A small template with the built-in theme's texts.
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
    let told: Vec<_> = fixture::periods()
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
            "från och med 2018",
        ]
    );
    assert_eq!(
        sv("{{ {'from': '2016', 'until': '2019'} | period }}"),
        "<time datetime=\"2016\">2016</time>–<time datetime=\"2019\">2019</time>"
    );
}

fn counted(language: Language, counting: Counting, over: bool) -> String {
    let value = Value::try_from_serializable(&counting).unwrap();
    say(language, "{{ c | counting(over=over) }}", &[("c", value), ("over", Value::from(over))])
}

#[test]
fn counting_is_a_sentence_whose_numbers_add_up() {
    let swedish = |counting| counted(Language::Swedish, counting, false);
    let none = Counting::default();
    assert_eq!(
        swedish(Counting { total: 9, kept: 5, partly_kept: 2, not_kept: 1, missing: 1, ..none }),
        "Av 9 löften är 5 uppfyllda, 2 delvis uppfyllda, 1 inte uppfyllt och 1 saknar uppföljning i \
         arkivet."
    );
    assert_eq!(
        swedish(Counting { total: 3, ongoing: 2, missing: 1, ..none }),
        "Av 3 löften pågår 2 och 1 saknar uppföljning i arkivet."
    );
    assert_eq!(
        swedish(Counting { total: 2, not_assessable: 1, missing: 1, ..none }),
        "Av 2 löften går 1 inte att bedöma och 1 saknar uppföljning i arkivet."
    );
    assert_eq!(swedish(Counting { total: 1, kept: 1, ..none }), "Det enda löftet är uppfyllt.");
    assert_eq!(
        swedish(Counting { total: 4, missing: 4, ..none }),
        "Alla 4 löften saknar uppföljning i arkivet."
    );
    assert_eq!(
        swedish(Counting { total: 2, kept: 1, cancelled: 1, undivided: 1, ..none }),
        "Av 2 löften är 1 uppfyllt och 1 inställt. 1 medborgarlöfte är inte uppdelat i löften."
    );
    assert_eq!(
        swedish(Counting { undivided: 2, ..none }),
        "2 medborgarlöften är inte uppdelade i löften."
    );
    assert_eq!(swedish(none), "");
}

#[test]
fn counting_says_that_what_is_over_was_ongoing() {
    let counting = Counting { total: 3, kept: 1, ongoing: 2, ..Counting::default() };
    assert_eq!(
        counted(Language::Swedish, counting, true),
        "Av 3 löften är 1 uppfyllt och 2 pågick vid den senaste uppföljningen."
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
    let forms = "{'one': '{n} löfte', 'other': '{n} löften'}";
    assert_eq!(count(forms, 0), "0 löften");
    assert_eq!(count(forms, 1), "1 löfte");
    assert_eq!(count(forms, 2712), "2 712 löften");
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
    assert!(sv("{{ 'x' | counting }}").contains("Filtret ”counting” tar en räkning av löften"));
}
