//! How long something outside of the program takes.
//!
//! Owns the distributions that a program can name and how a time is drawn from one: in whole milliseconds, by arithmetic that
//! gives the same on every machine (`libm`, as the standard library's functions differ between platforms). Knows no
//! generator: random numbers come in.

use clock::Duration;

/// A distribution of times.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(crate) enum Latency {
    /// Always the same.
    Fixed(Duration),
    /// Every whole number of milliseconds above the least is as likely as any other.
    Uniform { least: Duration, most: Duration },
    /// Short ones are likely and long ones happen: what is left does not depend on how long it has taken.
    Exponential { mean: Duration },
    /// Half of them take less than the median; the others can take much longer, the more so the wider the spread.
    LogNormal {
        median: Duration,
        /// The standard deviation of the logarithm, in millionths.
        sigma_micro: u32,
    },
}

const MILLI: u64 = 1_000;

impl Latency {
    /// Tells what it is, for fingerprints.
    pub(crate) fn words(self, mut tell: impl FnMut(u64)) {
        let (kind, first, second) = match self {
            Latency::Fixed(latency) => (0, latency, 0),
            Latency::Uniform { least, most } => (1, least, most.0),
            Latency::Exponential { mean } => (2, mean, 0),
            Latency::LogNormal { median, sigma_micro } => (3, median, u64::from(sigma_micro)),
        };
        [kind, first.0, second].into_iter().for_each(&mut tell);
    }

    /// A time drawn with random numbers from 0 up to 1.
    pub(crate) fn draw(self, mut random: impl FnMut() -> f64) -> Duration {
        match self {
            Latency::Fixed(latency) => latency,
            Latency::Uniform { least, most } => {
                let steps = (most.0 - least.0) / MILLI + 1;
                // A single step leaves nothing to chance, and draws nothing.
                let step = if steps > 1 { (random() * steps as f64) as u64 } else { 0 };
                Duration(least.0 + step * MILLI)
            }
            Latency::Exponential { mean } => whole_millis(-(mean.0 as f64) * libm::log(1.0 - random())),
            Latency::LogNormal { median, sigma_micro } => {
                let sigma = f64::from(sigma_micro) / 1e6;
                whole_millis(median.0 as f64 * libm::exp(sigma * standard_normal(&mut random)))
            }
        }
    }
}

fn whole_millis(micros: f64) -> Duration {
    Duration(((micros / MILLI as f64).round() as u64).saturating_mul(MILLI))
}

/// Box and Muller, "A Note on the Generation of Random Normal Deviates", 1958.
fn standard_normal(random: &mut impl FnMut() -> f64) -> f64 {
    let radius = libm::sqrt(-2.0 * libm::log(1.0 - random()));
    radius * libm::cos(std::f64::consts::TAU * random())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draws(latency: Latency) -> Vec<u64> {
        use rand_pcg::rand_core::{Rng, SeedableRng};
        let mut generator = rand_pcg::Pcg32::seed_from_u64(1);
        let mut random = || (generator.next_u64() >> 11) as f64 / (1u64 << 53) as f64;
        (0..100_000).map(|_| latency.draw(&mut random).0).collect()
    }

    fn mean(draws: &[u64]) -> f64 {
        draws.iter().sum::<u64>() as f64 / draws.len() as f64 / MILLI as f64
    }

    fn millis(millis: u64) -> Duration {
        Duration::from_millis(millis)
    }

    #[test]
    fn every_distribution_has_its_mean_and_comes_in_whole_milliseconds() {
        let log_normal_mean = 50.0 * (0.8f64 * 0.8 / 2.0).exp();
        let cases = [
            (Latency::Fixed(millis(50)), 50.0),
            (
                Latency::Uniform {
                    least: millis(20),
                    most: millis(80),
                },
                50.0,
            ),
            (Latency::Exponential { mean: millis(50) }, 50.0),
            (
                Latency::LogNormal {
                    median: millis(50),
                    sigma_micro: 800_000,
                },
                log_normal_mean,
            ),
        ];
        for (latency, expected) in cases {
            let draws = draws(latency);
            let mean = mean(&draws);
            assert!(
                (mean / expected - 1.0).abs() < 0.01,
                "{latency:?}: {mean}, not {expected}"
            );
            assert!(draws.iter().all(|draw| draw % MILLI == 0), "{latency:?}");
        }
    }

    #[test]
    fn distributions_have_the_shapes_that_they_are_named_for() {
        let share = |latency, bound: u64| {
            let draws = draws(latency);
            draws.iter().filter(|&&draw| draw < bound * MILLI).count() as f64 / draws.len() as f64
        };
        // Of an exponential one, 63 % are below the mean; of a log-normal one, half are below the median.
        assert!((share(Latency::Exponential { mean: millis(500) }, 500) - 0.632).abs() < 0.01);
        let log_normal = Latency::LogNormal {
            median: millis(500),
            sigma_micro: 1_000_000,
        };
        assert!((share(log_normal, 500) - 0.5).abs() < 0.01);
        // One standard deviation above the median in the logarithm: 84 %.
        assert!((share(log_normal, 1_359) - 0.841).abs() < 0.01);
    }

    #[test]
    fn the_ends_of_the_random_numbers_give_times() {
        for latency in [
            Latency::Exponential { mean: Duration::MAX },
            Latency::LogNormal {
                median: Duration::MAX,
                sigma_micro: u32::MAX,
            },
            Latency::LogNormal {
                median: Duration::ZERO,
                sigma_micro: u32::MAX,
            },
        ] {
            for random in [0.0, 0.5, 1.0 - f64::EPSILON] {
                let _ = latency.draw(|| random);
            }
        }
    }
}
