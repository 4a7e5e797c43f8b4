//! Inputs made from others: pieces are removed, doubled, swapped and mixed, and words inserted. The
//! same seed gives the same inputs.

use crate::random::Random;

/// Longer inputs would only make it slow.
const LONGEST: usize = 4000;

pub struct Mutator {
    random: Random,
    words: Vec<Vec<u8>>,
}

impl Mutator {
    pub fn new(seed: u64, words: Vec<Vec<u8>>) -> Mutator {
        Mutator { random: Random::new(seed), words }
    }

    /// One of the seeds, changed one to six times.
    pub fn input(&mut self, seeds: &[Vec<u8>]) -> Vec<u8> {
        let mut input = seeds[self.random.below(seeds.len())].clone();
        for _ in 0..=self.random.below(6) {
            let other = &seeds[self.random.below(seeds.len())];
            self.change(&mut input, other);
        }
        input.truncate(LONGEST);
        input
    }

    fn change(&mut self, input: &mut Vec<u8>, other: &[u8]) {
        let (start, end) = self.piece(input.len());
        match self.random.below(6) {
            0 => drop(input.drain(start..end)),
            1 => {
                let piece = input[start..end].to_vec();
                let at = self.random.below(input.len() + 1);
                input.splice(at..at, piece);
            }
            2 => {
                let (from, to) = self.piece(other.len());
                input.splice(start..end, other[from..to].iter().copied());
            }
            3 if start < input.len() => input[start] = self.random.next().to_le_bytes()[0],
            4 if start < input.len() => input[start] ^= 1 << self.random.below(8),
            _ => {
                let word = &self.words[self.random.below(self.words.len())];
                input.splice(start..start, word.iter().copied());
            }
        }
    }

    /// A random piece of this many bytes; mostly short.
    fn piece(&mut self, length: usize) -> (usize, usize) {
        let start = self.random.below(length + 1);
        let most = if self.random.below(4) == 0 { length } else { 12 };
        (start, start + self.random.below(most.min(length - start) + 1))
    }
}
