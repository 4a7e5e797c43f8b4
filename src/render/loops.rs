//! What the engine gets instead of a site's own templates. One loop within another within a third
//! may write nothing at all and never come to an end, and so may components that call each other; a
//! text that is joined with itself again and again fills the memory, and so does what is written
//! into a value instead of into the page. The engine has nothing that counts or weighs. So each list
//! that a loop runs through is passed through a filter that counts, each component and file begins
//! with one, and each value that is kept or written goes through one that weighs. Places in a
//! template that is given to the engine in this way are led back to those in its file.

use std::borrow::Cow;

use super::template_text::{KeptValues, kept, lists};
use crate::diagnostic::Span;

/// The name of the filter that counts. No template can call it: its name is no word.
pub const FILTER: &str = "__looped";
/// The name of the filter that weighs what is kept.
pub const WEIGHER: &str = "__kept";
/// The name of the filter that weighs what is written.
pub const WRITER: &str = "__written";
/// The name of the filter that counts how often components and files are begun.
pub const BEGINNER: &str = "__begun";
/// What precedes the name of a filter that multiplies, and makes of it the one that weighs first.
pub const WEIGHED: &str = "__";

/// A template as it was read.
#[derive(Debug)]
pub struct ReadTemplate<'a> {
    source: &'a str,
    kept: KeptValues,
}

impl<'a> ReadTemplate<'a> {
    pub fn of(source: &'a str) -> ReadTemplate<'a> {
        ReadTemplate { source, kept: kept(source) }
    }

    /// Whether something that is written becomes a value instead of part of the page, which has an
    /// end of its own.
    pub fn captures(&self) -> bool {
        self.kept.captures
    }

    /// Takes the tags that join too many values to one text.
    pub fn take_joined(&mut self) -> Vec<Span> {
        std::mem::take(&mut self.kept.joined)
    }

    /// The template with its loops counted and its values weighed, and also what it writes if any
    /// template of the theme captures; `None` if there is nothing to count or weigh.
    pub fn counted(self, captures: bool) -> Option<CountedTemplate> {
        CountedTemplate::of(self.source, self.kept, captures)
    }
}

/// A template whose loops are counted and whose values are weighed.
#[derive(Debug)]
pub struct CountedTemplate {
    pub text: String,
    /// What was inserted, and where in the file, in that order.
    inserted: Vec<(usize, Cow<'static, str>)>,
    /// What filters were put after, in the file: lists of loops and values, in the order of their
    /// ends.
    wrapped: Vec<Span>,
}

impl CountedTemplate {
    fn of(source: &str, kept: KeptValues, captures: bool) -> Option<CountedTemplate> {
        let mut wrapped = Vec::new();
        // The inner of two that begin or end at one place is noted first.
        let mut before: Vec<(usize, Cow<'static, str>)> = Vec::new();
        let mut after: Vec<(usize, Cow<'static, str>)> = Vec::new();
        let mut wrap = |value: Span, filter: Cow<'static, str>| {
            before.push((value.start, "(".into()));
            after.push((value.end, filter));
            wrapped.push(value);
        };
        let (mut loops, begun): (Vec<_>, Vec<_>) =
            kept.repeated.into_iter().partition(|part| part.is_loop);
        for list in lists(source) {
            let own = loops.iter().position(|part| part.tag.contains(&list.start));
            // The list of a comprehension stands within the tag too, but writes nothing.
            let text = own.map_or(0, |part| loops.remove(part).text);
            let filter = if captures && text > 0 {
                format!(")|{FILTER}(text={text})").into()
            } else {
                ")|__looped".into()
            };
            wrap(list, filter);
        }
        for value in kept.values {
            wrap(value, ")|__kept".into());
        }
        for value in kept.written.into_iter().filter(|_| captures) {
            wrap(value, ")|__written".into());
        }
        for name in kept.captured {
            after.push((name.end, "|__kept".into()));
            wrapped.push(name);
        }
        before.extend(kept.multiplying.iter().map(|at| (*at, WEIGHED.into())));
        for part in begun {
            let is_file = part.tag.is_empty();
            if is_file && (kept.extends || !(captures || source.contains("include"))) {
                continue;
            }
            // What trims the blanks after the tag goes on doing so.
            let dash = if source[part.tag.clone()].ends_with("-%}") { " -" } else { "" };
            after.push((part.tag.end, format!("{{{{{}|{BEGINNER}{dash}}}}}", part.text).into()));
        }
        if before.is_empty() && after.is_empty() {
            return None;
        }
        let mut inserted: Vec<_> = after.into_iter().chain(before).collect();
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

    fn counted(source: &str) -> Option<CountedTemplate> {
        ReadTemplate::of(source).counted(false)
    }

    #[test]
    fn each_list_of_a_loop_is_counted() {
        let counted = |text: &str| counted(text).map(|counted| counted.text);
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
        let counted = counted(source).expect("loops");
        for part in ["for a in", "b.c", "{{ d }}", "[f for", "g", "{{ h }}"] {
            let at = |text: &str| text.find(part).map(|at| at..at + part.len()).expect(part);
            assert_eq!(counted.in_file(&at(&counted.text)), at(source), "{part}");
        }
        let source_of = |text: &str| super::tests::counted(text).map(|counted| counted.text);
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
