//! How lists are written: numbers of documents as text that a script can read fast. Digits are
//! A–Z a–z 0–9 - _; a number is written as in source maps, five bits a digit, the lowest first, and
//! the sixth bit says that more follows.

use super::posting::Posting;

const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// A digit of an address or list.
pub fn digit(value: u32) -> u8 {
    DIGITS[(value & 63) as usize]
}

/// Adds a number. Called for every document of every word.
#[inline(always)]
fn push(text: &mut Vec<u8>, mut value: u32) {
    while value > 31 {
        text.push(digit(value & 31 | 32));
        value >>= 5;
    }
    text.push(digit(value));
}

/// A list in ascending order of documents, in the shortest of three ways, which the first letter
/// names.
pub fn list(postings: &[Posting]) -> Box<str> {
    let mut ways: [Option<Vec<u8>>; 3] = [None, None, None];
    match postings {
        // Runs and bits can only be shorter where documents are neighbours.
        [first, _, .., last] if is_dense(postings.len(), last.number() - first.number()) => {
            let bits = bits(postings);
            // Whatever cannot be shorter is not written: single documents take a digit each at least,
            // and runs two.
            let single = (postings.len() < bits.len()).then(|| single(postings));
            let shortest =
                single.as_ref().map_or(bits.len(), |single| single.len().min(bits.len()));
            let runs = (2 * count_runs(postings) < shortest).then(|| runs(postings));
            ways = [single, runs, Some(bits)];
        }
        _ => ways[0] = Some(single(postings)),
    }
    let shortest = ways.into_iter().flatten().min_by_key(Vec::len).unwrap_or_default();
    // All of it is digits.
    String::from_utf8_lossy(&shortest).into()
}

/// Whether so many documents, whose numbers are within this span, are near each other.
fn is_dense(documents: usize, span: u32) -> bool {
    usize::try_from(span / 3).is_ok_and(|thirds| thirds < documents.saturating_mul(6))
}

/// How many runs of neighbours of one level there are.
fn count_runs(postings: &[Posting]) -> usize {
    let pairs = postings.iter().zip(&postings[1..]);
    1 + pairs.filter(|(a, b)| a.number() + 1 != b.number() || a.level() != b.level()).count()
}

/// `s`: for each document, the gap since the one before and its level.
fn single(postings: &[Posting]) -> Vec<u8> {
    let mut text = Vec::with_capacity(postings.len() + 1);
    text.push(b's');
    let mut next = 0;
    for posting in postings {
        push(&mut text, (posting.number() - next) << 2 | u32::from(posting.level()));
        next = posting.number() + 1;
    }
    text
}

/// `r`: for each run of neighbours of one level, the gap since the run before, then its length less
/// one and its level.
fn runs(postings: &[Posting]) -> Vec<u8> {
    let mut text = vec![b'r'];
    let mut next = 0;
    let mut rest = postings;
    while let [first, ..] = rest {
        let run = (1..).zip(&rest[1..]).take_while(|(n, posting)| {
            posting.number() == first.number() + n && posting.level() == first.level()
        });
        let more = run.count();
        push(&mut text, first.number() - next);
        let more_ = u32::try_from(more).unwrap_or(u32::MAX);
        push(&mut text, more_ << 2 | u32::from(first.level()));
        next = first.number() + more_ + 1;
        rest = &rest[more + 1..];
    }
    text
}

/// `b`: the first number, then three documents a digit, two bits for the level of each.
fn bits(postings: &[Posting]) -> Vec<u8> {
    let mut text = vec![b'b'];
    let Some(first) = postings.first().map(|posting| posting.number()) else { return text };
    push(&mut text, first);
    let (mut at, mut value) = (0, 0);
    for posting in postings {
        let place = posting.number() - first;
        while at < place / 3 {
            text.push(digit(value));
            (at, value) = (at + 1, 0);
        }
        value |= u32::from(posting.level()) << (place % 3 * 2);
    }
    text.push(digit(value));
    text
}

/// Joins words, each with what belongs to it, in the order given: a digit says how many letters a
/// word shares with the one before.
pub fn front_coded<'a>(words: impl Iterator<Item = (&'a str, Option<&'a str>)>) -> String {
    let mut text = String::new();
    let mut before = "";
    for (n, (word, list)) in words.enumerate() {
        if n > 0 {
            text.push('|');
        }
        // As the script counts, where a letter beyond the first plane counts twice.
        let (mut shared, mut units) = (0, 0);
        for (a, b) in before.chars().zip(word.chars()) {
            if a != b || units + a.len_utf16() > 9 {
                break;
            }
            units += a.len_utf16();
            shared += a.len_utf8();
        }
        text.push(char::from(b'0' + u8::try_from(units).unwrap_or(0)));
        text.push_str(&word[shared..]);
        if let Some(list) = list {
            text.push(' ');
            text.push_str(list);
        }
        before = word;
    }
    text
}

/// Reads a list as the script does.
#[cfg(test)]
pub fn read(text: &str) -> Vec<Posting> {
    let value = |byte: u8| DIGITS.iter().position(|digit| *digit == byte).unwrap() as u32;
    let mut bytes = text[1..].bytes();
    let number = |bytes: &mut std::str::Bytes<'_>| {
        let (mut number, mut shift) = (0, 0);
        for byte in bytes.by_ref() {
            number |= (value(byte) & 31) << shift;
            shift += 5;
            if value(byte) < 32 {
                break;
            }
        }
        number
    };
    let mut list = Vec::new();
    let mut next = 0;
    match text.as_bytes()[0] {
        b's' => {
            while bytes.len() > 0 {
                let read = number(&mut bytes);
                list.push(Posting::new(next + (read >> 2), (read & 3) as u8));
                next += (read >> 2) + 1;
            }
        }
        b'r' => {
            while bytes.len() > 0 {
                next += number(&mut bytes);
                let read = number(&mut bytes);
                for _ in 0..=read >> 2 {
                    list.push(Posting::new(next, (read & 3) as u8));
                    next += 1;
                }
            }
        }
        _ => {
            next = number(&mut bytes);
            for byte in bytes {
                for place in 0..3 {
                    let level = value(byte) >> (place * 2) & 3;
                    if level > 0 {
                        list.push(Posting::new(next + place, level as u8));
                    }
                }
                next += 3;
            }
        }
    }
    list
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use proptest::test_runner::{Config, RngSeed};

    use super::*;

    proptest! {
        #![proptest_config(Config {
            failure_persistence: None,
            rng_seed: RngSeed::Fixed(20_150_103),
            ..Config::default()
        })]

        #[test]
        fn a_list_can_be_read_again_in_each_way(
            numbers in proptest::collection::btree_map(0_u32..1200, 1_u8..4, 0..400)
        ) {
            let list_: Vec<Posting> =
                numbers.iter().map(|(number, level)| Posting::new(*number, *level)).collect();
            let ways = [single(&list_), runs(&list_), bits(&list_)];
            for way in &ways {
                let text = str::from_utf8(way).unwrap();
                prop_assert_eq!(if list_.is_empty() { Vec::new() } else { read(text) }, list_.clone());
            }
            let shortest = ways.iter().min_by_key(|way| way.len()).unwrap();
            let written = list(&list_);
            prop_assert_eq!(written.as_bytes(), &**shortest);
        }
    }

    #[test]
    fn the_shortest_way_is_taken() {
        let all: Vec<Posting> = (0..3000).map(|number| Posting::new(number, 1)).collect();
        assert_eq!(&*list(&all), "rA92L");
        let odd: Vec<Posting> =
            (0..3000).map(|number| Posting::new(number, 1 + (number % 3) as u8)).collect();
        assert_eq!(list(&odd).len(), 1002);
        assert_eq!(&*list(&[Posting::new(7, 2)]), "se");
    }

    #[test]
    fn words_share_their_beginnings() {
        let words = [("trafik", Some("sB")), ("trafikkontrol", None), ("tryg", Some("sC"))];
        assert_eq!(front_coded(words.into_iter()), "0trafik sB|6kontrol|2yg sC");
    }
}
