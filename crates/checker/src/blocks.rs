//! A list that only grows, in blocks that are never moved.
//!
//! Owns what a search keeps of every state and every step: growing costs no copy and leaves no more than a block unused,
//! where one stretch of memory would be copied each time that it doubles, and be half empty after it.

/// How many entries a block has, as a power of two.
const SHIFT: u32 = 14;
const BLOCK: usize = 1 << SHIFT;

/// A list of numbers, keys or edges.
#[derive(Clone, Debug)]
pub(crate) struct Blocks<T> {
    /// All of them full but the last.
    blocks: Vec<Vec<T>>,
    len: usize,
}

impl<T> Default for Blocks<T> {
    fn default() -> Blocks<T> {
        Blocks {
            blocks: Vec::new(),
            len: 0,
        }
    }
}

impl<T> Blocks<T> {
    pub(crate) fn len(&self) -> usize {
        self.len
    }

    /// Adds an entry at the end.
    pub(crate) fn push(&mut self, entry: T) {
        match self.blocks.last_mut().filter(|block| block.len() < BLOCK) {
            Some(block) => block.push(entry),
            None => {
                // The first block is as small as a small search.
                let mut block = if self.blocks.is_empty() {
                    Vec::new()
                } else {
                    Vec::with_capacity(BLOCK)
                };
                block.push(entry);
                self.blocks.push(block);
            }
        }
        self.len += 1;
    }

    pub(crate) fn get(&self, index: usize) -> Option<&T> {
        self.blocks.get(index >> SHIFT)?.get(index % BLOCK)
    }

    /// The first entry that is not in the part that `is_before` holds for, which comes first.
    pub(crate) fn partition_point(&self, is_before: impl Fn(&T) -> bool) -> usize {
        let begun = self
            .blocks
            .partition_point(|block| block.first().is_some_and(&is_before));
        let Some(last) = begun.checked_sub(1) else { return 0 };
        (last << SHIFT) + self.blocks[last].partition_point(&is_before)
    }

    /// Bytes in use.
    pub(crate) fn bytes(&self) -> usize {
        let entries: usize = self.blocks.iter().map(Vec::capacity).sum();
        entries * size_of::<T>() + self.blocks.capacity() * size_of::<Vec<T>>()
    }
}

impl<T> std::ops::Index<usize> for Blocks<T> {
    type Output = T;

    #[inline]
    fn index(&self, index: usize) -> &T {
        &self.blocks[index >> SHIFT][index % BLOCK]
    }
}

impl<T> std::ops::IndexMut<usize> for Blocks<T> {
    #[inline]
    fn index_mut(&mut self, index: usize) -> &mut T {
        &mut self.blocks[index >> SHIFT][index % BLOCK]
    }
}

#[cfg(test)]
mod tests {
    use super::{BLOCK, Blocks};

    #[test]
    fn a_list_in_blocks_is_a_list() {
        let mut list = Blocks::default();
        for count in 0..2 * BLOCK + 3 {
            assert_eq!(list.len(), count);
            assert_eq!(list.get(count), None);
            list.push(count * 2);
        }
        for index in [0, 1, BLOCK - 1, BLOCK, 2 * BLOCK, 2 * BLOCK + 2] {
            assert_eq!((list[index], list.get(index)), (index * 2, Some(&(index * 2))));
            for value in [index * 2, index * 2 + 1] {
                let before = list.partition_point(|&entry| entry < value);
                assert_eq!(before, value.div_ceil(2), "how many come before {value}");
            }
        }
        assert_eq!(list.partition_point(|_| true), list.len());
        assert_eq!(Blocks::<u8>::default().partition_point(|_| true), 0);
        list[BLOCK] = 7;
        assert_eq!(list[BLOCK], 7);
        let unused = list.bytes() - list.len() * size_of::<usize>();
        assert!(unused < (BLOCK + 64) * size_of::<usize>(), "{unused} bytes are unused");
    }
}
