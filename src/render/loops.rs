//! Counting how often the loops of a site's own templates run: one loop within another within a
//! third may write nothing at all and never come to an end. The engine has nothing that counts, so
//! each list that a loop runs through is passed through a filter that does. Places in a template
//! that is given to the engine in this way are led back to those in its file.

use super::names::lists;
use crate::diagnostic::Span;

/// The name of the filter that counts. No template can call it: its name is no word.
pub const FILTER: &str = "__looped";
const BEFORE: &str = "(";
const AFTER: &str = ")|__looped";

/// A template whose loops are counted.
#[derive(Debug)]
pub struct CountedTemplate {
    pub text: String,
    /// The lists of the loops in the file, in the order of their ends.
    lists: Vec<Span>,
}

impl CountedTemplate {
    /// The template; `None` if it has no loops.
    pub fn of(source: &str) -> Option<CountedTemplate> {
        let mut lists = lists(source);
        if lists.is_empty() {
            return None;
        }
        let mut inserted: Vec<(usize, &str)> = Vec::new();
        for list in &lists {
            inserted.push((list.start, BEFORE));
            inserted.push((list.end, AFTER));
        }
        inserted.sort_by_key(|(at, _)| *at);
        let mut text = String::with_capacity(source.len() + inserted.len() * AFTER.len());
        let mut done = 0;
        for (at, added) in inserted {
            text.push_str(&source[done..at]);
            text.push_str(added);
            done = at;
        }
        text.push_str(&source[done..]);
        lists.sort_by_key(|list| list.end);
        Some(CountedTemplate { text, lists })
    }

    /// A place in the text, as one in the file. What was inserted stands for the list before it.
    pub fn in_file(&self, span: &Span) -> Span {
        let found = self.position(span.start)..self.position(span.end);
        if !found.is_empty() || span.is_empty() {
            return found;
        }
        let list = self.lists.iter().find(|list| list.end >= found.end);
        list.filter(|list| list.end == found.end).cloned().unwrap_or(found)
    }

    fn position(&self, at: usize) -> usize {
        let mut inserted: Vec<(usize, usize)> = Vec::with_capacity(self.lists.len() * 2);
        for list in &self.lists {
            inserted.push((list.start, BEFORE.len()));
            inserted.push((list.end, AFTER.len()));
        }
        inserted.sort_unstable();
        let mut before = 0;
        for (place, length) in inserted {
            if at <= place + before {
                break;
            }
            if at < place + before + length {
                return place;
            }
            before += length;
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
        let filter = counted.text.find("__looped").expect("a filter");
        let list = source.find("b.c").expect("a list");
        assert_eq!(counted.in_file(&(filter..filter + 8)), list..list + 3);
    }
}
