//! Sets of code points as sorted ranges.
//!
//! Owns their algebra. Which characters belong together by case or property is known elsewhere.

/// The last code point.
pub(crate) const LAST: u32 = 0x10_ffff;

/// A set of code points: inclusive ranges, ascending, neither overlapping nor touching.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(crate) struct CharSet {
    ranges: Vec<(u32, u32)>,
}

impl CharSet {
    pub(crate) fn new() -> CharSet {
        CharSet::default()
    }

    pub(crate) fn all() -> CharSet {
        CharSet::of(&[(0, LAST)])
    }

    /// A set of ranges in any order.
    pub(crate) fn of(ranges: &[(u32, u32)]) -> CharSet {
        let mut set = CharSet {
            ranges: ranges.to_vec(),
        };
        set.normalize();
        set
    }

    pub(crate) fn single(point: u32) -> CharSet {
        CharSet::of(&[(point, point)])
    }

    pub(crate) fn ranges(&self) -> &[(u32, u32)] {
        &self.ranges
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.ranges.is_empty()
    }

    /// The only member, if there is exactly one.
    pub(crate) fn only(&self) -> Option<u32> {
        match self.ranges[..] {
            [(from, to)] if from == to => Some(from),
            _ => None,
        }
    }

    pub(crate) fn contains(&self, point: u32) -> bool {
        let after = self.ranges.partition_point(|&(from, _)| from <= point);
        after > 0 && self.ranges[after - 1].1 >= point
    }

    /// The greatest member.
    pub(crate) fn last(&self) -> Option<u32> {
        self.ranges.last().map(|&(_, to)| to)
    }

    pub(crate) fn add(&mut self, from: u32, to: u32) {
        self.ranges.push((from, to));
        self.normalize();
    }

    pub(crate) fn union(&mut self, other: &CharSet) {
        self.ranges.extend_from_slice(&other.ranges);
        self.normalize();
    }

    pub(crate) fn complement(&self) -> CharSet {
        let mut ranges = Vec::with_capacity(self.ranges.len() + 1);
        let mut next = 0;
        for &(from, to) in &self.ranges {
            if from > next {
                ranges.push((next, from - 1));
            }
            next = to + 1;
        }
        if next <= LAST {
            ranges.push((next, LAST));
        }
        CharSet { ranges }
    }

    pub(crate) fn intersection(&self, other: &CharSet) -> CharSet {
        let mut ranges = Vec::new();
        let (mut left, mut right) = (0, 0);
        while let (Some(&one), Some(&two)) = (self.ranges.get(left), other.ranges.get(right)) {
            let (from, to) = (one.0.max(two.0), one.1.min(two.1));
            if from <= to {
                ranges.push((from, to));
            }
            if one.1 < two.1 {
                left += 1;
            } else {
                right += 1;
            }
        }
        CharSet { ranges }
    }

    pub(crate) fn difference(&self, other: &CharSet) -> CharSet {
        self.intersection(&other.complement())
    }

    fn normalize(&mut self) {
        self.ranges.sort_unstable();
        let mut merged: Vec<(u32, u32)> = Vec::with_capacity(self.ranges.len());
        for &(from, to) in &self.ranges {
            match merged.last_mut() {
                Some(last) if from <= last.1.saturating_add(1) => last.1 = last.1.max(to),
                Some(_) | None => merged.push((from, to)),
            }
        }
        self.ranges = merged;
    }
}

/// `\d`.
pub(crate) fn digits() -> CharSet {
    CharSet::of(&[(0x30, 0x39)])
}

/// `\s`: white space and line terminators.
pub(crate) fn spaces() -> CharSet {
    CharSet::of(&[
        (0x09, 0x0d),
        (0x20, 0x20),
        (0xa0, 0xa0),
        (0x1680, 0x1680),
        (0x2000, 0x200a),
        (0x2028, 0x2029),
        (0x202f, 0x202f),
        (0x205f, 0x205f),
        (0x3000, 0x3000),
        (0xfeff, 0xfeff),
    ])
}

/// `\w` without regard to case.
pub(crate) fn word_characters() -> CharSet {
    CharSet::of(&[(0x30, 0x39), (0x41, 0x5a), (0x5f, 0x5f), (0x61, 0x7a)])
}

/// What ends a line.
pub(crate) fn is_line_terminator(point: u32) -> bool {
    matches!(point, 0x0a | 0x0d | 0x2028 | 0x2029)
}
