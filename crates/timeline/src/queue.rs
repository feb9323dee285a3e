//! The line of those who wait, in parts that copies share: ten thousand may wait, and a moment is kept every few thousand
//! events. Owns how the parts are cut; who stands where is the card's business.

use std::collections::{BTreeSet, VecDeque};
use std::fmt;
use std::sync::Arc;

use crate::QueueEntry;

/// How many stand in one part at most.
const PART: usize = 64;

/// A part of a line.
#[derive(Clone, Debug)]
struct Part(Vec<QueueEntry>);

/// Who waits, first in line first.
#[derive(Clone, Default)]
pub struct Queue {
    // Invariant: no part is empty, and `gone` is less than the length of the first, or 0 if there is none.
    parts: VecDeque<Arc<Part>>,
    /// How many of the first part have left; they are not taken out of it, as others may share it.
    gone: usize,
    len: usize,
}

impl Queue {
    /// How many wait.
    #[must_use]
    pub fn len(&self) -> usize {
        self.len
    }

    /// Whether nobody does.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// Who is first in line.
    #[must_use]
    pub fn front(&self) -> Option<&QueueEntry> {
        self.parts.front()?.0.get(self.gone)
    }

    /// Everybody, first in line first.
    #[must_use]
    pub fn iter(&self) -> QueueIter<'_> {
        let mut parts = self.parts.iter();
        let first = parts.next().map_or(&[][..], |part| &part.0[self.gone..]);
        QueueIter {
            part: first.iter(),
            parts,
        }
    }

    /// What keeping it costs beside another one that is kept, in entries: the parts that the two do not share.
    pub(crate) fn weight_beside(&self, other: Option<&Queue>) -> usize {
        let known: BTreeSet<*const Part> = match other {
            Some(other) => other.parts.iter().map(Arc::as_ptr).collect(),
            None => BTreeSet::new(),
        };
        let own = self.parts.iter().filter(|part| !known.contains(&Arc::as_ptr(part)));
        self.parts.len() / 4 + own.map(|part| part.0.len()).sum::<usize>()
    }

    /// The part in which somebody stands, and the place there; behind the last one it is the end of the last part.
    fn place(&self, index: usize) -> (usize, usize) {
        let mut left = index + self.gone;
        for (number, part) in self.parts.iter().enumerate() {
            if left < part.0.len() || (left == part.0.len() && number + 1 == self.parts.len()) {
                return (number, left);
            }
            left -= part.0.len();
        }
        (self.parts.len(), 0)
    }

    /// Puts somebody before whoever stands at a place, or behind all others.
    pub(crate) fn insert(&mut self, index: usize, entry: QueueEntry) {
        let (number, place) = self.place(index.min(self.len));
        self.len += 1;
        match self.parts.get_mut(number) {
            Some(part) if part.0.len() < PART => Arc::make_mut(part).0.insert(place, entry),
            Some(part) if place == part.0.len() => self.parts.push_back(Arc::new(Part(vec![entry]))),
            Some(part) => {
                let rest = Arc::make_mut(part).0.split_off(place);
                if place == 0 {
                    // Nobody is left before it: whoever was has gone, or stands in another part.
                    *part = Arc::new(Part(vec![entry]));
                } else {
                    Arc::make_mut(part).0.push(entry);
                }
                self.parts.insert(number + 1, Arc::new(Part(rest)));
            }
            None => self.parts.push_back(Arc::new(Part(vec![entry]))),
        }
    }

    /// Takes whoever stands at a place out of the line.
    pub(crate) fn remove(&mut self, index: usize) {
        if index >= self.len {
            return;
        }
        self.len -= 1;
        let (number, place) = self.place(index);
        let Some(part) = self.parts.get_mut(number) else { return };
        let is_first = number == 0 && place == self.gone;
        if is_first {
            self.gone += 1;
        } else {
            Arc::make_mut(part).0.remove(place);
        }
        let is_done = part.0.len() == if number == 0 { self.gone } else { 0 };
        if is_done {
            self.parts.remove(number);
            if number == 0 {
                self.gone = 0;
            }
        }
    }
}

/// See [`Queue::iter`].
#[derive(Clone, Debug)]
pub struct QueueIter<'a> {
    part: std::slice::Iter<'a, QueueEntry>,
    parts: std::collections::vec_deque::Iter<'a, Arc<Part>>,
}

impl<'a> Iterator for QueueIter<'a> {
    type Item = &'a QueueEntry;

    fn next(&mut self) -> Option<&'a QueueEntry> {
        loop {
            if let Some(entry) = self.part.next() {
                return Some(entry);
            }
            self.part = self.parts.next()?.0.iter();
        }
    }
}

impl<'a> IntoIterator for &'a Queue {
    type Item = &'a QueueEntry;
    type IntoIter = QueueIter<'a>;

    fn into_iter(self) -> QueueIter<'a> {
        self.iter()
    }
}

/// How a line is cut into parts tells nobody anything.
impl PartialEq for Queue {
    fn eq(&self, other: &Queue) -> bool {
        let is_same = |(one, other): (&Arc<Part>, &Arc<Part>)| Arc::ptr_eq(one, other);
        let shares_all = self.gone == other.gone
            && self.parts.len() == other.parts.len()
            && self.parts.iter().zip(&other.parts).all(is_same);
        self.len == other.len && (shares_all || self.iter().eq(other))
    }
}

impl Eq for Queue {}

impl fmt::Debug for Queue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self).finish()
    }
}

#[cfg(test)]
mod tests {
    use clock::Instant;
    use proptest::prelude::*;
    use world::TaskId;

    use super::Queue;
    use crate::QueueEntry;

    proptest! {
        #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn a_queue_in_parts_is_a_plain_list(deeds in prop::collection::vec((0..5_u8, any::<u16>()), 0..900)) {
            let (mut queue, mut list) = (Queue::default(), Vec::new());
            let mut copies: Vec<(Queue, Vec<QueueEntry>)> = Vec::new();
            for (number, (deed, at)) in deeds.into_iter().enumerate() {
                let entry = QueueEntry {
                    task: TaskId(number as u32), operation: "acquire", units: 1, step: 0, time: Instant::ZERO,
                };
                let at = usize::from(at);
                match deed {
                    // Most join behind all others, and most leave from the front.
                    0 | 1 => {
                        queue.insert(list.len(), entry);
                        list.push(entry);
                    }
                    2 => {
                        let place = at % (list.len() + 1);
                        queue.insert(place, entry);
                        list.insert(place, entry);
                    }
                    3 if !list.is_empty() => {
                        let place = if at.is_multiple_of(4) { at % list.len() } else { 0 };
                        queue.remove(place);
                        list.remove(place);
                    }
                    _ if at.is_multiple_of(8) => copies.push((queue.clone(), list.clone())),
                    _ => {}
                }
                prop_assert_eq!((queue.len(), queue.front()), (list.len(), list.first()));
            }
            copies.push((queue, list));
            for (queue, list) in copies {
                prop_assert!(queue.iter().eq(&list));
            }
        }
    }
}
