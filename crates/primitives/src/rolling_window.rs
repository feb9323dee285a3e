//! Sums over the recent past: a window that rolls on in steps.
//!
//! Owns the buckets and how they age. A window has a number of buckets of equal width; amounts go into the newest, and a
//! bucket that has become older than the window is forgotten as a whole, which is exact to the width of a bucket and takes
//! memory for the buckets only, however much is counted. An empty window has no past at all: the first amount that goes in
//! begins its first bucket. What the sums mean is up to the primitive around it.

use std::collections::VecDeque;

use clock::{Duration, Instant};

use crate::Visit;

#[cfg(test)]
mod tests;

/// `N` sums over the recent past.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub(crate) struct RollingWindow<const N: usize> {
    width: Duration,
    count: u32,
    // Invariants:
    // (1) there are at most `count` buckets, the newest at the back, and it began at `newest`;
    // (2) the oldest is not all zero, so that windows that sum up alike from here on are equal.
    newest: Instant,
    buckets: VecDeque<[i64; N]>,
}

impl<const N: usize> RollingWindow<N> {
    /// An empty window over `length`, in `count` buckets.
    pub(crate) fn new(length: Duration, count: u32) -> Self {
        let count = count.max(1);
        Self {
            width: Duration((length.0 / u64::from(count)).max(1)),
            count,
            newest: Instant::ZERO,
            buckets: VecDeque::new(),
        }
    }

    /// Adds amounts to the sums, for as long as the window is.
    pub(crate) fn add(&mut self, now: Instant, amounts: [i64; N]) {
        self.roll(now);
        if self.buckets.is_empty() {
            self.newest = now;
            self.buckets.push_back([0; N]);
        }
        if let Some(newest) = self.buckets.back_mut() {
            for (sum, amount) in newest.iter_mut().zip(amounts) {
                *sum = sum.saturating_add(amount);
            }
        }
        self.trim();
    }

    /// The sums now.
    pub(crate) fn sums(&self, now: Instant) -> [i64; N] {
        let gone = usize::try_from(self.steps(now)).unwrap_or(usize::MAX);
        let kept = (self.count as usize).saturating_sub(gone);
        let mut sums = [0i64; N];
        for bucket in self.buckets.iter().rev().take(kept) {
            for (sum, amount) in sums.iter_mut().zip(bucket) {
                *sum = sum.saturating_add(*amount);
            }
        }
        sums
    }

    /// Tells what the sums can still be.
    pub(crate) fn visit<V>(&self, to: &mut impl Visit<V>) {
        let now = to.now();
        let mut it = self.clone();
        it.roll(now);
        to.word(it.buckets.len() as u64);
        if !it.buckets.is_empty() {
            to.word(now.saturating_since(it.newest).0);
        }
        for bucket in &it.buckets {
            bucket.iter().for_each(|&amount| to.word(amount as u64));
        }
    }

    /// Panics unless the numbered invariants hold; for tests.
    pub(crate) fn assert_invariants(&self) {
        assert!(self.buckets.len() <= self.count as usize, "(1) too many buckets");
        assert_ne!(
            self.buckets.front(),
            Some(&[0; N]),
            "(2) an empty bucket at the far end"
        );
    }

    fn steps(&self, now: Instant) -> u64 {
        now.saturating_since(self.newest).0 / self.width.0
    }

    fn roll(&mut self, now: Instant) {
        if self.buckets.is_empty() {
            return;
        }
        let steps = self.steps(now);
        if steps >= u64::from(self.count) {
            self.buckets.clear();
            self.newest = Instant::ZERO;
            return;
        }
        for _ in 0..steps {
            self.buckets.push_back([0; N]);
        }
        self.newest = Instant(self.newest.0.saturating_add(steps.saturating_mul(self.width.0)));
        while self.buckets.len() > self.count as usize {
            self.buckets.pop_front();
        }
        self.trim();
    }

    fn trim(&mut self) {
        while self.buckets.front() == Some(&[0; N]) {
            self.buckets.pop_front();
        }
        if self.buckets.is_empty() {
            self.newest = Instant::ZERO;
        }
    }
}
