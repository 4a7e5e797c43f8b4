//! Loops of a site's own templates: those that never come to an end are told, and counting them
//! moves no place that is told.

use super::{Site, facts, settings, told};
use crate::language::Language;
use crate::render::{Theme, read_theme};
use crate::site::fixture_views;

/// What is told of a site's own `page.html`; or else its page of the fixture.
fn page(template: &str) -> Result<String, Vec<String>> {
    let site = Site::with(&[("themes/min/templates/page.html", template)]);
    let (files, problems) = read_theme(site.path(), &settings("min"));
    assert_eq!(told(&problems), Vec::<String>::new());
    let theme = Theme::load(&files, &facts(Language::Swedish)).map_err(|them| told(&them))?;
    let views = fixture_views();
    let view = views.iter().find(|view| view.view.template() == "page.html").unwrap();
    let page = theme.page(view).map_err(|them| told(&them))?;
    Ok(String::from_utf8(page).unwrap())
}

#[test]
fn loops_that_write_nothing_and_never_end_are_told() {
    let endless = |innermost: &str| {
        let opened = "{%- for a in \"0123456789\" -%}".repeat(14);
        let closed = "{%- endfor -%}".repeat(14);
        format!("{opened}{innermost}{closed}")
    };
    // A comprehension is a loop too.
    for innermost in ["", "{% set x = [b for b in [1, 2]] %}"] {
        let told = page(&endless(innermost)).unwrap_err();
        assert_eq!(told.len(), 1, "{told:#?}");
        let [place, words] = told[0].split(" theme-template ").collect::<Vec<_>>()[..] else {
            panic!("{told:?}")
        };
        assert!(words.starts_with("Slingorna går mer än 2000000 varv på en och samma sida"));
        let column: usize = place.rsplit(':').next().unwrap().parse().unwrap();
        let line = endless(innermost);
        let list: String = line.chars().skip(column - 1).take(5).collect();
        assert!(["\"0123", "[1, 2"].contains(&list.as_str()), "{place}: {list}");
    }
}

#[test]
fn values_that_grow_without_end_are_told() {
    let start = "{% set a = \"xxxxxxxxxx\" %}";
    let again = |statement: &str| {
        format!("{start}{{% for i in range(end=40) %}}{statement}{{% endfor %}}{{{{ a }}}}")
    };
    let written = format!("{start}{}{{{{ a }}}}", "{% set a = a ~ a %}".repeat(40));
    let many = "{{ a".to_owned() + &" ~ a".repeat(51) + " }}";
    for template in [
        again("{% set_global a = a ~ a %}"),
        again("{% set_global a %}{{ a }}{{ a }}{% endset %}"),
        again("{% set_global a = a | replace(from=\"x\", to=\"xx\") %}"),
        again("{% set_global a = [a, a] | join(sep=\"\") %}"),
        again("{% set_global a = [a, a] %}"),
        again("{% set_global a = [...a, ...a] %}").replacen("\"xxxxxxxxxx\"", "[1]", 1),
        again("{% set_global a = {\"b\": a, \"c\": a} %}"),
        again("{% set_global a = (a ~ a ~ \"\\n\") | indent(width=1000, blank=true) %}"),
        written,
    ] {
        let told = page(&template).unwrap_err();
        assert_eq!(told.len(), 1, "{template}: {told:#?}");
        assert!(told[0].contains("Värdet blir större än 8388608 byte"), "{template}: {told:?}");
    }
    let told = page(&format!("{start}{many}")).unwrap_err();
    assert!(told[0].contains(":1:30 theme-template Här fogas mer än 50 värden"), "{told:?}");
}

#[test]
fn what_is_captured_and_grows_without_end_is_told() {
    let twice = "{% component twice() %}{{ body }}{{ body }}{% endcomponent twice %}";
    let deep =
        format!("{twice}{}xxxxxxxxxx{}", "{% <twice> %}".repeat(35), "{% </twice> %}".repeat(35));
    let within = "{% component c0() %}xxxxxxxxxx{% endcomponent c0 %}".to_owned()
        + &(1..18)
            .map(|n| {
                let below = format!("{{{{ <c{} /> }}}}", n - 1);
                format!(
                    "{{% component c{n}() %}}{{% filter upper %}}{below}{below}{below}{{% endfilter %}}\
                     {{% endcomponent c{n} %}}"
                )
            })
            .collect::<String>()
        + "{{ <c17 /> }}";
    let long = "{% set a = \"x\" | indent(width=1000) | replace(from=\" \", to=\"xxxxxxxx\") %}";
    let looped = format!(
        "{long}{{% set b %}}{{% for i in range(end=1000000) %}}{{{{ a }}}}{{% endfor %}}{{% endset %}}"
    );
    let without_text = within.replacen("xxxxxxxxxx", "", 1).replace("{% filter upper %}", "");
    let without_text = without_text.replace("{% endfilter %}", "");
    let text = format!(
        "{{% set b %}}{{% for i in range(end=1000000) %}}{}{{% endfor %}}{{% endset %}}",
        "x".repeat(1000)
    );
    for template in [deep, within, without_text, looped, text] {
        let told = page(&template).unwrap_err();
        assert_eq!(told.len(), 1, "{template}: {told:#?}");
        assert!(told[0].contains(" theme-template "), "{template}: {told:?}");
        assert!(told[0].contains("på en och samma sida"), "{template}: {told:?}");
    }
}

#[test]
fn values_that_are_kept_are_as_they_were() {
    let kept = "{% set a = \"<\" ~ \"b\" %}{{ a }}{% set b %}<i>{{ a }}</i>{% endset -%}  {{ b }}\
                {% set c = [a, b] | join(sep=\"+\") %}{{ c }}{{ \"a-b\" | replace(from=\"-\", to=\"<\") }}\
                {% filter replace(from=\"x\", to=\"y\") %}x{% endfilter %}";
    assert_eq!(page(kept).unwrap(), "&lt;b<i>&lt;b</i>&lt;b+<i>&lt;b</i>a&lt;by");
    let captured = "{% component twice(n) -%}  {{ n }}{{- body -}}  {{ body }}{% endcomponent twice %}\
                    {% <twice n={1}> %}<i>{{ \"<\" }}</i>{% for i in [1, 2] %}-{% endfor %}{% </twice> %}";
    assert_eq!(page(captured).unwrap(), "1<i>&lt;</i>--<i>&lt;</i>--");
    let fault = "{% set a = \"x\" ~ \"y\" %}{{ titel }}";
    assert!(page(fault).unwrap_err()[0].contains(":1:27 "), "{:?}", page(fault));
    let fault = "{% set a %}{% endset %}{{ view.titel }}";
    let told = page(fault).unwrap_err();
    assert_eq!(told.len(), 1, "{told:?}");
    assert!(told[0].contains(":1:32 theme-template ”view” har inget fält ”titel” här"), "{told:?}");
    let fault = "{% set a %}{% endset %}{{ titel }}";
    let told = page(fault).unwrap_err();
    assert!(told[0].contains(":1:27 theme-template ”titel” finns inte här."), "{told:?}");
}

#[test]
fn what_ends_is_as_it_was() {
    let long = "{%- for a in \"0123456789\" -%}".repeat(4) + "." + &"{%- endfor -%}".repeat(4);
    assert_eq!(page(&long).unwrap().len(), 10_000);
    let own = "{% for a in [1, 2, 3] %}{{ loop.index }}{{ a }}{% if loop.last %}!{% endif %}\
               {% else %}inget{% endfor %}{% for a in [] %}{% else %} inget{% endfor %}\
               {{ [b for b in [1, 2, 3] if b > 1] | length }}";
    assert_eq!(page(own).unwrap(), "112233! inget2");
}

#[test]
fn a_fault_after_a_loop_is_told_where_it_stands() {
    let after = "{% for a in [1, 2] %}{% endfor %}";
    let at = |fault: &str| {
        let told = page(&format!("{after}{fault}")).unwrap_err();
        assert_eq!(told.len(), 1, "{told:#?}");
        told[0].split(' ').next().unwrap().rsplit(':').next().unwrap().to_owned()
    };
    let column = after.len() + 1;
    assert_eq!(at("{{ titel }}"), (column + 3).to_string());
    assert_eq!(at("{{ view.title | dat }}"), (column + 16).to_string());
    assert_eq!(at("{{ view.title | date }}"), (column + 16).to_string());
    assert_eq!(at("{% for a in titel %}{% endfor %}"), (column + 12).to_string());
    assert_eq!(at("{% for a in 17 %}{% endfor %}"), (column + 12).to_string());
}
