//! Going back to shared data.
//!
//! Owns the one question behind copying over what is there already: is it the same allocation? Equal data in two
//! allocations is none of its business. Also owns the memory of what was copied and is not needed any more, for the next copy.

use std::hash::{Hash, Hasher};
use std::sync::Arc;

/// Makes a pointer share what another one points at. Costs nothing if it does already.
#[inline]
pub fn reuse<T: ?Sized>(pointer: &mut Arc<T>, source: &Arc<T>) {
    if !Arc::ptr_eq(pointer, source) {
        *pointer = Arc::clone(source);
    }
}

/// The same for each of a list.
#[inline]
pub fn reuse_all<T>(pointers: &mut Vec<Arc<T>>, source: &[Arc<T>]) {
    pointers.truncate(source.len());
    for (pointer, source) in pointers.iter_mut().zip(source) {
        reuse(pointer, source);
    }
    pointers.extend_from_slice(&source[pointers.len()..]);
}

/// Up to `N` records that nobody else points at, for their memory: going back to shared data and writing to it again then
/// asks for none. No part of the state of whoever has it: all are equal, and a clone has none.
#[derive(Debug)]
pub struct Recycled<T, const N: usize>([Option<Arc<T>>; N]);

impl<T: Clone, const N: usize> Recycled<T, N> {
    /// Makes a pointer share what another one points at, and keeps what it pointed at if that is nobody's any more.
    #[inline]
    pub fn share(&mut self, pointer: &mut Arc<T>, source: &Arc<T>) {
        if !Arc::ptr_eq(pointer, source) {
            self.keep(std::mem::replace(pointer, Arc::clone(source)));
        }
    }

    /// [`Recycled::share`] for each of a list.
    pub fn share_all(&mut self, pointers: &mut Vec<Arc<T>>, source: &[Arc<T>]) {
        pointers.truncate(source.len());
        for (pointer, source) in pointers.iter_mut().zip(source) {
            self.share(pointer, source);
        }
        pointers.extend_from_slice(&source[pointers.len()..]);
    }

    /// Keeps a record, if there is room for it and nobody else points at it.
    pub fn keep(&mut self, mut record: Arc<T>) {
        let room = self.0.iter_mut().find(|place| place.is_none());
        if let (Some(place), Some(_)) = (room, Arc::get_mut(&mut record)) {
            *place = Some(record);
        }
    }

    /// What [`Arc::make_mut`] does, in memory that is kept here, if there is any.
    #[inline]
    pub fn make_mut<'a>(&mut self, pointer: &'a mut Arc<T>) -> &'a mut T {
        if Arc::strong_count(pointer) > 1 {
            let kept = self.0.iter_mut().find_map(Option::take);
            if let Some(mut copy) = kept
                && let Some(record) = Arc::get_mut(&mut copy)
            {
                record.clone_from(pointer);
                *pointer = copy;
            }
        }
        Arc::make_mut(pointer)
    }

    /// Gives the memory back.
    pub fn clear(&mut self) {
        *self = Recycled::default();
    }
}

impl<T, const N: usize> Default for Recycled<T, N> {
    fn default() -> Recycled<T, N> {
        Recycled(std::array::from_fn(|_| None))
    }
}

impl<T, const N: usize> Clone for Recycled<T, N> {
    fn clone(&self) -> Recycled<T, N> {
        Recycled::default()
    }

    /// Keeps what there is.
    fn clone_from(&mut self, _: &Recycled<T, N>) {}
}

impl<T, const N: usize> PartialEq for Recycled<T, N> {
    fn eq(&self, _: &Recycled<T, N>) -> bool {
        true
    }
}

impl<T, const N: usize> Eq for Recycled<T, N> {}

impl<T, const N: usize> Hash for Recycled<T, N> {
    fn hash<H: Hasher>(&self, _: &mut H) {}
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::{Recycled, reuse_all};

    #[test]
    fn what_is_written_to_is_a_copy_of_its_own_in_memory_that_was_there() {
        let shared = Arc::new(vec![1, 2, 3]);
        let mut recycled: Recycled<Vec<u32>, 1> = Recycled::default();
        let mut pointer = Arc::clone(&shared);
        recycled.make_mut(&mut pointer).push(4);
        assert_eq!((&*shared, &*pointer), (&vec![1, 2, 3], &vec![1, 2, 3, 4]));
        let first = Arc::as_ptr(&pointer);
        recycled.share(&mut pointer, &shared);
        assert!(Arc::ptr_eq(&pointer, &shared));
        recycled.make_mut(&mut pointer).push(5);
        assert_eq!(Arc::as_ptr(&pointer), first, "the memory is used again");
        assert_eq!((&*shared, &*pointer), (&vec![1, 2, 3], &vec![1, 2, 3, 5]));
        // What somebody else still points at is not written over.
        let other = Arc::clone(&pointer);
        recycled.share(&mut pointer, &shared);
        recycled.make_mut(&mut pointer).push(6);
        assert_eq!((&*shared, &*other), (&vec![1, 2, 3], &vec![1, 2, 3, 5]));
        assert_eq!(Arc::strong_count(&other), 1, "nothing keeps it");
        // Whoever is alone writes in place.
        let alone = Arc::as_ptr(&pointer);
        recycled.make_mut(&mut pointer).push(7);
        assert_eq!(Arc::as_ptr(&pointer), alone);
    }

    #[test]
    fn lists_of_any_length_share_everything_afterwards() {
        let all: Vec<Arc<u32>> = (0..4).map(Arc::new).collect();
        for from in 0..4 {
            for to in 0..4 {
                let mut pointers = all[..from].to_vec();
                if let Some(changed) = pointers.first_mut() {
                    *changed = Arc::new(9);
                }
                reuse_all(&mut pointers, &all[..to]);
                assert_eq!(pointers.len(), to);
                assert!(pointers.iter().zip(&all).all(|(a, b)| Arc::ptr_eq(a, b)));
            }
        }
        assert!(
            all.iter().all(|pointer| Arc::strong_count(pointer) == 1),
            "nothing else is kept"
        );
    }
}
