//! How long something took, many times: count, mean, spread, and exact percentiles.
//!
//! Keeps every duration, so that no percentile is an estimate. Sums are whole microseconds.

use clock::Duration;

/// Durations of about the same length.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct LengthBar {
    /// The shortest.
    pub from: Duration,
    /// What all of them are shorter than; the longest bar has this one too.
    pub to: Duration,
    /// How many there are.
    pub count: u64,
}

/// Durations of one kind.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Durations {
    micros: Vec<u64>,
    sum: u128,
    squares: u128,
}

impl Durations {
    /// One more.
    pub fn push(&mut self, duration: Duration) {
        let micros = duration.0;
        self.micros.push(micros);
        self.sum = self.sum.saturating_add(u128::from(micros));
        self.squares = self.squares.saturating_add(u128::from(micros) * u128::from(micros));
    }

    /// Those of another as well.
    pub fn extend(&mut self, other: &Durations) {
        self.micros.extend(&other.micros);
        self.sum = self.sum.saturating_add(other.sum);
        self.squares = self.squares.saturating_add(other.squares);
    }

    /// How many there are.
    #[must_use]
    pub fn count(&self) -> u64 {
        self.micros.len() as u64
    }

    /// Their mean in microseconds; `None` if there are none.
    #[must_use]
    pub fn mean(&self) -> Option<f64> {
        (!self.micros.is_empty()).then(|| self.sum as f64 / self.micros.len() as f64)
    }

    /// Their variance divided by the square of their mean: 0 if they are all the same, 1 if they are exponentially
    /// distributed. `None` if there are none or all are 0.
    #[must_use]
    pub fn scv(&self) -> Option<f64> {
        let mean = self.mean().filter(|&mean| mean > 0.0)?;
        let variance = self.squares as f64 / self.micros.len() as f64 - mean * mean;
        Some((variance / (mean * mean)).max(0.0))
    }

    /// The smallest of them that at least so many hundredths are not above (nearest rank). `None` if there are none.
    #[must_use]
    pub fn percentile(&self, hundredths: u32) -> Option<Duration> {
        self.percentiles([hundredths])[0]
    }

    /// Several percentiles at the price of one copy.
    #[must_use]
    pub fn percentiles<const N: usize>(&self, hundredths: [u32; N]) -> [Option<Duration>; N] {
        let mut micros = self.micros.clone();
        hundredths.map(|hundredths| {
            let rank = (micros.len() as u128 * u128::from(hundredths)).div_ceil(100).max(1) as usize;
            if rank > micros.len() {
                return None;
            }
            let (_, found, _) = micros.select_nth_unstable(rank - 1);
            Some(Duration(*found))
        })
    }

    /// The longest; `None` if there are none.
    #[must_use]
    pub fn max(&self) -> Option<Duration> {
        self.micros.iter().max().map(|&micros| Duration(micros))
    }

    /// How many there are of each length, in bars of the same width, at most so many: a width that is easily read, so that
    /// the first bar begins at a multiple of it. Empty if there are none.
    #[must_use]
    pub fn histogram(&self, bars_max: usize) -> Vec<LengthBar> {
        let (Some(&least), Some(&most)) = (self.micros.iter().min(), self.micros.iter().max()) else {
            return Vec::new();
        };
        let width = nice_width((most - least) / bars_max.max(1) as u64 + 1, |width| {
            most / width - least / width < bars_max.max(1) as u64
        });
        let first = least / width;
        let mut counts = vec![0; (most / width - first + 1) as usize];
        for micros in &self.micros {
            counts[(micros / width - first) as usize] += 1;
        }
        let bars = counts.into_iter().zip(first..).map(|(count, index)| LengthBar {
            from: Duration(index * width),
            to: Duration((index + 1).saturating_mul(width)),
            count,
        });
        bars.collect()
    }
}

/// The first of 1, 2, 5, 10, 20, 50.. that is not less and wide enough.
fn nice_width(least: u64, is_enough: impl Fn(u64) -> bool) -> u64 {
    let mut power: u64 = 1;
    loop {
        for step in [1, 2, 5] {
            let width = power.saturating_mul(step);
            if (width >= least && is_enough(width)) || width == u64::MAX {
                return width;
            }
        }
        power = power.saturating_mul(10);
    }
}
