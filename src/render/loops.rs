//! What the engine gets instead of a site's own templates. One loop within another within a third
//! may write nothing at all and never come to an end, and a text that is joined with itself again
//! and again fills the memory; the engine has nothing that counts or weighs. So each list that a
//! loop runs through is passed through a filter that counts, and each value that is kept through one
//! that weighs. Places in a template that is given to the engine in this way are led back to those
//! in its file.

use super::names::{kept, lists};
use crate::diagnostic::Span;

/// The name of the filter that counts. No template can call it: its name is no word.
pub const FILTER: &str = "__looped";
/// The name of the filter that weighs.
pub const WEIGHER: &str = "__kept";
/// What precedes the name of a filter that multiplies, and makes of it the one that weighs first.
pub const WEIGHED: &str = "__";

/// A template whose loops are counted and whose values are weighed.
#[derive(Debug)]
pub struct CountedTemplate {
    pub text: String,
    /// What was inserted, and where in the file, in that order.
    inserted: Vec<(usize, &'static str)>,
    /// What filters were put after, in the file: lists of loops and values, in the order of their
    /// ends.
    wrapped: Vec<Span>,
}

impl CountedTemplate {
    /// The template; `None` if it has no loops and keeps no values.
    pub fn of(source: &str) -> Option<CountedTemplate> {
        let kept = kept(source);
        let mut wrapped = Vec::new();
        // The inner of two that begin or end at one place is noted first.
        let mut before: Vec<(usize, &'static str)> = Vec::new();
        let mut after: Vec<(usize, &'static str)> = Vec::new();
        for list in lists(source) {
            before.push((list.start, "("));
            after.push((list.end, ")|__looped"));
            wrapped.push(list);
        }
        for value in kept.values {
            before.push((value.start, "("));
            after.push((value.end, ")|__kept"));
            wrapped.push(value);
        }
        for name in kept.captures {
            after.push((name.end, "|__kept"));
            wrapped.push(name);
        }
        before.extend(kept.multiplying.iter().map(|at| (*at, WEIGHED)));
        if before.is_empty() && after.is_empty() {
            return None;
        }
        let mut inserted: Vec<(usize, &'static str)> = after.into_iter().chain(before).collect();
        inserted.sort_by_key(|(at, _)| *at);
        let added: usize = inserted.iter().map(|(_, added)| added.len()).sum();
        let mut text = String::with_capacity(source.len() + added);
        let mut done = 0;
        for (at, added) in &inserted {
            text.push_str(&source[done..*at]);
            text.push_str(added);
            done = *at;
        }
        text.push_str(&source[done..]);
        wrapped.sort_by_key(|span| span.end);
        Some(CountedTemplate { text, inserted, wrapped })
    }

    /// A place in the text, as one in the file. What was inserted stands for what is before it.
    pub fn in_file(&self, span: &Span) -> Span {
        let found = self.position(span.start)..self.position(span.end);
        if !found.is_empty() || span.is_empty() {
            return found;
        }
        let before = self.wrapped.iter().find(|wrapped| wrapped.end >= found.end);
        before.filter(|wrapped| wrapped.end == found.end).cloned().unwrap_or(found)
    }

    fn position(&self, at: usize) -> usize {
        let mut before = 0;
        for (place, added) in &self.inserted {
            if at <= place + before {
                break;
            }
            if at < place + before + added.len() {
                return *place;
            }
            before += added.len();
        }
        at - before
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_list_of_a_loop_is_counted() {
        let counted = |text: &str| CountedTemplate::of(text).map(|counted| counted.text);
        assert_eq!(
            counted("{{ a }}{# {% for a in b %} #}{% raw %}{% for a in b %}{% endraw %}"),
            None
        );
        assert_eq!(
            counted("{%- for a, b in view.list | f(x=\"%}\") -%}{% else %}{% endfor %}").as_deref(),
            Some("{%- for a, b in (view.list | f(x=\"%}\"))|__looped -%}{% else %}{% endfor %}")
        );
        assert_eq!(
            counted("{{ [x.y for x in [1, [2]] if x] | f }}{%for a in b%}").as_deref(),
            Some("{{ [x.y for x in ([1, [2]])|__looped if x] | f }}{%for a in (b)|__looped%}")
        );
        assert_eq!(
            counted("{% for a in [b for b in c if b] %}").as_deref(),
            Some("{% for a in ([b for b in (c)|__looped if b])|__looped %}")
        );
        assert_eq!(counted("{% if x.for %}{{ \"for a in b\" }}{% endif %}"), None);
    }

    #[test]
    fn places_are_led_back_to_the_file() {
        let source = "å{% for a in b.c %}{{ d }}{% for e in [f for f in g] %}{{ h }}";
        let counted = CountedTemplate::of(source).expect("loops");
        for part in ["for a in", "b.c", "{{ d }}", "[f for", "g", "{{ h }}"] {
            let at = |text: &str| text.find(part).map(|at| at..at + part.len()).expect(part);
            assert_eq!(counted.in_file(&at(&counted.text)), at(source), "{part}");
        }
        let source_of = |text: &str| CountedTemplate::of(text).map(|counted| counted.text);
        for (written, given) in [
            ("{% set a = a ~ \"%}\" -%}", "{% set a = (a ~ \"%}\")|__kept -%}"),
            ("{%- set_global a = [a, a] %}", "{%- set_global a = ([a, a])|__kept %}"),
            ("{% set a %}{{ a }}{% endset %}", "{% set a|__kept %}{{ a }}{% endset %}"),
            ("{% set a | upper -%}{% endset %}", "{% set a | upper|__kept -%}{% endset %}"),
            (
                "{{ a | join(sep=b|replace(from=\"|join\", to=c)) }}",
                "{{ a | __join(sep=b|__replace(from=\"|join\", to=c)) }}",
            ),
            ("{% filter indent(width=9) %}", "{% filter __indent(width=9) %}"),
            (
                "{{ <x.y a={b ~ \"}\"} c={{\"d\": e}} f=\"g\" /> }}",
                "{{ <x.y a={(b ~ \"}\")|__kept} c={({\"d\": e})|__kept} f=\"g\" /> }}",
            ),
            ("{% set a = [b for b in c] %}", "{% set a = ([b for b in (c)|__looped])|__kept %}"),
        ] {
            assert_eq!(source_of(written).as_deref(), Some(given), "{written}");
        }
        // What is only given another name was weighed when it came to be.
        for written in ["{% set a = view.list %}", "{% raw %}{% set a = b ~ b %}{% endraw %}"] {
            assert_eq!(source_of(written), None, "{written}");
        }
        let filter = counted.text.find("__looped").expect("a filter");
        let list = source.find("b.c").expect("a list");
        assert_eq!(counted.in_file(&(filter..filter + 8)), list..list + 3);
    }
}
