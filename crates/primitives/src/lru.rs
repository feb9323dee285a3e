//! Items by key, and which of them was used least recently.
//!
//! Owns the order of use: finding an item is a look into a hash table, moving it to the end of the order a matter of four links.
//! The table only finds places and is never gone through, so that nothing depends on its order.
//! Does not decide when something is too much: whoever owns it evicts.

use std::hash::{Hash, Hasher};

use rustc_hash::FxHashMap;

#[cfg(test)]
mod tests;

/// No neighbour.
const NONE: u32 = u32::MAX;

#[derive(Clone, Debug)]
struct Slot<K, T> {
    key: K,
    item: T,
    older: u32,
    newer: u32,
}

/// Items in the order of their use. Two are equal when they hold the same in the same order, wherever it lies.
#[derive(Clone, Debug)]
pub(crate) struct Lru<K, T> {
    // Invariants:
    // (1) `index` has exactly the keys of the filled slots, each with its place;
    // (2) from `oldest` along `newer`, and from `newest` along `older`, every filled slot is met once;
    // (3) every other slot is in `free`.
    index: FxHashMap<K, u32>,
    slots: Vec<Option<Slot<K, T>>>,
    free: Vec<u32>,
    oldest: u32,
    newest: u32,
}

impl<K, T> Default for Lru<K, T> {
    fn default() -> Self {
        Self {
            index: FxHashMap::default(),
            slots: Vec::new(),
            free: Vec::new(),
            oldest: NONE,
            newest: NONE,
        }
    }
}

impl<K: Ord + Hash + Clone, T> Lru<K, T> {
    pub(crate) fn len(&self) -> usize {
        self.index.len()
    }

    /// An item, without using it.
    pub(crate) fn peek(&self, key: &K) -> Option<&T> {
        let at = *self.index.get(key)?;
        self.slot(at).map(|slot| &slot.item)
    }

    /// An item, which is now the one used last.
    pub(crate) fn get(&mut self, key: &K) -> Option<&mut T> {
        let at = *self.index.get(key)?;
        if at != self.newest {
            self.unlink(at);
            self.link_newest(at);
        }
        self.slots[at as usize].as_mut().map(|slot| &mut slot.item)
    }

    /// Puts an item in as the one used last, and gives back what was there under the same key.
    pub(crate) fn insert(&mut self, key: K, item: T) -> Option<T> {
        if let Some(there) = self.get(&key) {
            return Some(std::mem::replace(there, item));
        }
        let slot = Some(Slot {
            key: key.clone(),
            item,
            older: NONE,
            newer: NONE,
        });
        let at = match self.free.pop() {
            Some(at) => {
                self.slots[at as usize] = slot;
                at
            }
            None => {
                self.slots.push(slot);
                (self.slots.len() - 1) as u32
            }
        };
        self.index.insert(key, at);
        self.link_newest(at);
        None
    }

    /// Takes an item out.
    pub(crate) fn remove(&mut self, key: &K) -> Option<T> {
        let at = self.index.remove(key)?;
        self.take(at).map(|slot| slot.item)
    }

    /// Takes out the item that was used least recently.
    pub(crate) fn pop_oldest(&mut self) -> Option<(K, T)> {
        self.slot(self.oldest)?;
        let slot = self.take(self.oldest)?;
        self.index.remove(&slot.key);
        Some((slot.key, slot.item))
    }

    /// Takes out everything.
    pub(crate) fn clear(&mut self) {
        *self = Self::default();
    }

    /// Keeps what `keep` says, and nothing else.
    pub(crate) fn retain(&mut self, keep: impl Fn(&T) -> bool) {
        let mut at = self.oldest;
        while let Some(slot) = self.slot(at) {
            let next = slot.newer;
            if !keep(&slot.item) {
                let key = slot.key.clone();
                self.remove(&key);
            }
            at = next;
        }
    }

    /// Keys and items in the order of their keys.
    pub(crate) fn by_key(&self) -> impl Iterator<Item = (&K, &T)> {
        let mut entries: Vec<(&K, &T)> = self.iter().collect();
        entries.sort_unstable_by_key(|entry| entry.0);
        entries.into_iter()
    }

    pub(crate) fn assert_invariants(&self) {
        let forwards: Vec<&K> = self.iter().map(|(key, _)| key).collect();
        let mut backwards: Vec<&K> = self.iter_newest().map(|(key, _)| key).collect();
        backwards.reverse();
        assert!(forwards == backwards, "(2) the two directions differ");
        assert_eq!(forwards.len(), self.index.len(), "(1) a key without a slot");
        for (at, slot) in self.slots.iter().enumerate() {
            let known = slot.as_ref().map(|slot| self.index.get(&slot.key));
            assert!(
                known.is_none_or(|place| place == Some(&(at as u32))),
                "(1) a wrong place"
            );
        }
        let filled = self.slots.iter().flatten().count();
        assert_eq!(filled, forwards.len(), "(2) a slot outside of the order");
        assert_eq!(filled + self.free.len(), self.slots.len(), "(3) a lost slot");
    }

    fn take(&mut self, at: u32) -> Option<Slot<K, T>> {
        self.unlink(at);
        self.free.push(at);
        self.slots[at as usize].take()
    }

    fn unlink(&mut self, at: u32) {
        let Some((older, newer)) = self.slot(at).map(|slot| (slot.older, slot.newer)) else {
            return;
        };
        match self.slot_mut(older) {
            Some(slot) => slot.newer = newer,
            None => self.oldest = newer,
        }
        match self.slot_mut(newer) {
            Some(slot) => slot.older = older,
            None => self.newest = older,
        }
    }

    fn link_newest(&mut self, at: u32) {
        let before = std::mem::replace(&mut self.newest, at);
        match self.slot_mut(before) {
            Some(slot) => slot.newer = at,
            None => self.oldest = at,
        }
        if let Some(slot) = self.slot_mut(at) {
            (slot.older, slot.newer) = (before, NONE);
        }
    }

    fn slot_mut(&mut self, at: u32) -> Option<&mut Slot<K, T>> {
        self.slots.get_mut(at as usize)?.as_mut()
    }
}

impl<K, T> Lru<K, T> {
    /// Keys and items, the one used least recently first.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&K, &T)> {
        let mut at = self.oldest;
        std::iter::from_fn(move || {
            let slot = self.slot(at)?;
            at = slot.newer;
            Some((&slot.key, &slot.item))
        })
    }

    /// Keys and items, the one used last first.
    pub(crate) fn iter_newest(&self) -> impl Iterator<Item = (&K, &T)> {
        let mut at = self.newest;
        std::iter::from_fn(move || {
            let slot = self.slot(at)?;
            at = slot.older;
            Some((&slot.key, &slot.item))
        })
    }

    fn slot(&self, at: u32) -> Option<&Slot<K, T>> {
        self.slots.get(at as usize)?.as_ref()
    }
}

impl<K: PartialEq, T: PartialEq> PartialEq for Lru<K, T> {
    fn eq(&self, other: &Self) -> bool {
        self.iter().eq(other.iter())
    }
}

impl<K: Eq, T: Eq> Eq for Lru<K, T> {}

impl<K: Hash, T: Hash> Hash for Lru<K, T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.slots.len().wrapping_sub(self.free.len()).hash(state);
        self.iter().for_each(|entry| entry.hash(state));
    }
}
