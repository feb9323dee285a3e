//! The hash behind fingerprints: 128 bits of a list of words.
//!
//! Owns the function and its constants, which are the same natively and in wasm. What the words are is the walk's.

/// Odd constants without a pattern: the fractional parts of square roots, of which wyhash uses some as well.
const LEFT: u64 = 0xa076_1d64_78bd_642f;
const RIGHT: u64 = 0xe703_7ed1_a0b4_28db;
const SEEDS: [u64; 4] = [
    0x243f_6a88_85a3_08d3,
    0x1319_8a2e_0370_7344,
    0xa409_3822_299f_31d0,
    0x082e_fa98_ec4e_6c89,
];

/// Two chains of multiplying and folding. A round is a bijection of the chain's state for every word and of the word for
/// every state, so that a single different word always tells; what would cancel it in one chain does not in the other.
#[derive(Clone, Copy)]
struct Chains {
    left: u64,
    right: u64,
}

impl Chains {
    #[inline(always)]
    fn add(&mut self, word: u64) {
        // Products are cut to 64 bits, because wasm has no others.
        let left = (self.left ^ word).wrapping_mul(LEFT);
        self.left = left ^ left >> 32;
        let right = (self.right.rotate_left(23) ^ word).wrapping_mul(RIGHT);
        self.right = right ^ right >> 29;
    }
}

/// 128 bits of the words in their order.
pub(super) fn digest(words: &[u64]) -> u128 {
    // Two pairs of chains take turns: each waits for its own products, so that a processor works on four at once.
    let mut even = Chains {
        left: SEEDS[0],
        right: SEEDS[1],
    };
    let mut odd = Chains {
        left: SEEDS[2],
        right: SEEDS[3],
    };
    let mut pairs = words.chunks_exact(2);
    for pair in &mut pairs {
        even.add(pair[0]);
        odd.add(pair[1]);
    }
    for &word in pairs.remainder() {
        even.add(word);
    }
    for word in [odd.left, odd.right, words.len() as u64, 0] {
        even.add(word);
    }
    u128::from(even.left) << 64 | u128::from(even.right)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::digest;

    #[test]
    fn lists_that_differ_in_a_bit_a_word_or_an_order_differ() {
        let plain: Vec<u64> = (0..24).map(|word| word << 56 | 1).collect();
        let mut seen = BTreeSet::from([digest(&plain)]);
        let mut count = 1;
        let mut try_out = |words: &[u64]| {
            seen.insert(digest(words));
            count += 1;
            assert_eq!(seen.len(), count, "{words:?}");
        };
        for at in 0..plain.len() {
            for bit in 0..64 {
                let mut words = plain.clone();
                words[at] ^= 1 << bit;
                try_out(&words);
            }
            try_out(&plain[..at]);
            for other in 0..at {
                let mut words = plain.clone();
                words.swap(at, other);
                try_out(&words);
            }
        }
    }

    #[test]
    fn halves_differ_as_often_as_they_should_when_two_counters_change_together() {
        // Small numbers in many places are what states of programs look like.
        let mut lefts = BTreeSet::new();
        let mut rights = BTreeSet::new();
        let mut count = 0;
        for (first, second) in (0..300).flat_map(|first| (0..300).map(move |second| (first, second))) {
            let mut words = vec![6; 40];
            words[7] = f64::from(first).to_bits();
            words[29] = f64::from(second).to_bits();
            let key = digest(&words);
            lefts.insert(key as u64);
            rights.insert((key >> 64) as u64);
            count += 1;
        }
        assert_eq!((lefts.len(), rights.len()), (count, count));
    }
}
