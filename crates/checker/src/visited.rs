//! The set of states that have been seen.
//!
//! Owns the map from a state's key to its number, by open addressing. Numbers are given in the order of discovery.
//! Holds no state itself.

use crate::blocks::Blocks;

/// The number of a state, in the order of discovery.
pub(crate) type StateIndex = u32;

const EMPTY: u32 = u32::MAX;

/// The most states that can be numbered.
pub(crate) const STATES_MAX: u64 = (u32::MAX - 1) as u64;

#[derive(Clone, Debug)]
pub(crate) struct Visited {
    keys: Blocks<u128>,
    /// State numbers by key; a power of two in length, at most three quarters full.
    slots: Vec<u32>,
}

/// Whether a key was there already.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Lookup {
    Known(StateIndex),
    New(StateIndex),
}

impl Visited {
    pub(crate) fn new() -> Visited {
        Visited {
            keys: Blocks::default(),
            slots: vec![EMPTY; 1024],
        }
    }

    /// Finds the key, or gives it the next number unless `room` numbers are given already.
    pub(crate) fn insert(&mut self, key: u128, room: u64) -> Option<Lookup> {
        let slot = self.slot_of(key);
        if self.slots[slot] != EMPTY {
            return Some(Lookup::Known(self.slots[slot]));
        }
        let index = self.len();
        if u64::from(index) >= room.min(STATES_MAX) {
            return None;
        }
        self.keys.push(key);
        self.slots[slot] = index;
        if self.keys.len() * 4 > self.slots.len() * 3 {
            self.grow();
        }
        Some(Lookup::New(index))
    }

    /// The number of the key, if it has one.
    pub(crate) fn find(&self, key: u128) -> Option<StateIndex> {
        Some(self.slots[self.slot_of(key)]).filter(|&index| index != EMPTY)
    }

    pub(crate) fn key(&self, index: StateIndex) -> u128 {
        self.keys[index as usize]
    }

    pub(crate) fn len(&self) -> u32 {
        u32::try_from(self.keys.len()).expect("numbers are given by `insert`, which stops before they run out")
    }

    pub(crate) fn bytes(&self) -> u64 {
        (self.keys.bytes() + self.slots.capacity() * size_of::<u32>()) as u64
    }

    fn slot_of(&self, key: u128) -> usize {
        let mask = self.slots.len() - 1;
        // Fibonacci hashing (Knuth, The Art of Computer Programming 3, 6.4): keys that differ anywhere spread out, even
        // if they are counted up rather than hashed.
        let folded = (key as u64 ^ (key >> 64) as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        let mut slot = (folded >> 32) as usize & mask;
        while self.slots[slot] != EMPTY && self.keys[self.slots[slot] as usize] != key {
            slot = (slot + 1) & mask;
        }
        slot
    }

    fn grow(&mut self) {
        let length = self.slots.len() * 2;
        // The old table goes before the new one comes: whatever is in it can be told from the keys.
        self.slots = Vec::new();
        self.slots = vec![EMPTY; length];
        for index in 0..self.len() {
            let slot = self.slot_of(self.keys[index as usize]);
            self.slots[slot] = index;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_keys_in_order_and_finds_them_again_after_it_has_grown() {
        let mut visited = Visited::new();
        let key = |n: u32| u128::from(n).wrapping_mul(0x9E37_79B9_7F4A_7C15_F39C_C060_5CED_C835);
        for n in 0..10_000 {
            assert_eq!(visited.insert(key(n), u64::MAX), Some(Lookup::New(n)));
        }
        for n in 0..10_000 {
            assert_eq!(visited.insert(key(n), u64::MAX), Some(Lookup::Known(n)));
            assert_eq!(visited.key(n), key(n));
        }
    }

    #[test]
    fn keys_that_share_their_low_bits_stay_apart() {
        let mut visited = Visited::new();
        for n in 0..2_000_u32 {
            assert_eq!(visited.insert(u128::from(n) << 64, u64::MAX), Some(Lookup::New(n)));
        }
        assert_eq!(visited.insert(7 << 64, u64::MAX), Some(Lookup::Known(7)));
    }

    #[test]
    fn a_full_set_still_finds_what_it_has() {
        let mut visited = Visited::new();
        assert_eq!(visited.insert(1, 1), Some(Lookup::New(0)));
        assert_eq!(visited.insert(2, 1), None);
        assert_eq!(visited.insert(1, 1), Some(Lookup::Known(0)));
    }
}
