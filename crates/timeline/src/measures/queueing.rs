//! What queueing theory says, beside what was measured: Little's law and the queue M/M/c.
//!
//! Owns the formulas and nothing else; it does not know where the numbers come from. Little's law (J. D. C. Little, 1961)
//! holds for every stable system: the mean number inside is the rate of arrivals times the mean time inside. Erlang's C
//! formula (A. K. Erlang, 1917) is exact for Poisson arrivals and exponential service; the correction of Allen and
//! Cunneen (1978) makes of it an approximation for other distributions, exact again for one server with Poisson arrivals.

/// Little's law, told from one run. Times in microseconds, rates per microsecond.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Little {
    /// L: how many were inside, averaged over time.
    pub inside: f64,
    /// λ: arrivals per microsecond.
    pub arrival_rate: f64,
    /// W: how long those were inside who left, on average.
    pub time_inside: f64,
}

impl Little {
    /// λW, which L should be.
    #[must_use]
    pub fn product(&self) -> f64 {
        self.arrival_rate * self.time_inside
    }

    /// By how much λW is off, as a part of L: what is still inside at the end has not been counted into W. `None` if nobody
    /// ever was inside.
    #[must_use]
    pub fn gap(&self) -> Option<f64> {
        (self.inside > 0.0).then(|| (self.product() - self.inside) / self.inside)
    }
}

/// What the queue M/M/c would do with the same load. Times in microseconds, rates per microsecond.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Prediction {
    /// c: how many are served at once.
    pub servers: u32,
    /// λ.
    pub arrival_rate: f64,
    /// 1/μ: how long one is served on average.
    pub service: f64,
    /// How the arrivals are spread: 1 for Poisson, 0 for a clockwork. `None` if that cannot be told.
    pub arrival_scv: Option<f64>,
    /// How the times of service are spread.
    pub service_scv: Option<f64>,
}

impl Prediction {
    /// ρ: how busy each server is. From 1 on the queue grows without end.
    #[must_use]
    pub fn load(&self) -> f64 {
        self.arrival_rate * self.service / f64::from(self.servers)
    }

    /// The chance that an arrival has to wait; `None` if the queue grows without end.
    #[must_use]
    pub fn wait_probability(&self) -> Option<f64> {
        (self.servers > 0 && self.load() < 1.0).then(|| erlang_c(self.servers, self.arrival_rate * self.service))
    }

    /// How long an arrival waits on average.
    #[must_use]
    pub fn wait(&self) -> Option<f64> {
        let spare = f64::from(self.servers) * (1.0 - self.load());
        Some(self.wait_probability()? * self.service / spare)
    }

    /// How many wait on average.
    #[must_use]
    pub fn queue(&self) -> Option<f64> {
        Some(self.arrival_rate * self.wait()?)
    }

    /// The same wait, corrected for how arrivals and service are really spread (G/G/c after Allen and Cunneen).
    #[must_use]
    pub fn adjusted_wait(&self) -> Option<f64> {
        Some(self.wait()? * (self.arrival_scv? + self.service_scv?) / 2.0)
    }
}

/// The chance that all of `servers` are busy under an offered load of `erlangs`, which is less than `servers`. By the
/// recursion for Erlang's B, which never overflows.
#[must_use]
pub fn erlang_c(servers: u32, erlangs: f64) -> f64 {
    let mut blocked = 1.0;
    for server in 1..=servers {
        blocked = erlangs * blocked / (f64::from(server) + erlangs * blocked);
    }
    let load = erlangs / f64::from(servers);
    blocked / (1.0 - load * (1.0 - blocked))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn about(left: f64, right: f64) -> bool {
        (left - right).abs() < 1e-4
    }

    #[test]
    fn one_server_waits_with_the_chance_of_its_load() {
        for load in [0.1, 0.5, 0.9] {
            assert!(about(erlang_c(1, load), load));
        }
    }

    /// From the tables in every textbook: two servers at load 0.75, and ten at 0.8.
    #[test]
    fn several_servers_wait_as_the_tables_say() {
        assert!(about(erlang_c(2, 1.5), 0.642_857));
        assert!(about(erlang_c(10, 8.0), 0.409_180));
    }

    #[test]
    fn a_thousand_servers_do_not_overflow() {
        let chance = erlang_c(1_000, 950.0);
        assert!(chance > 0.0 && chance < 0.2, "{chance}");
    }

    #[test]
    fn a_single_server_waits_as_pollaczek_and_khinchine_say() {
        // 0.08 arrivals per unit, 10 units of service: load 0.8, so W_q = 0.8 / (1 - 0.8) * 10 = 40, half of it if service
        // never varies.
        let mut queue = Prediction {
            servers: 1,
            arrival_rate: 0.08,
            service: 10.0,
            arrival_scv: Some(1.0),
            service_scv: Some(1.0),
        };
        assert!(about(queue.wait().expect("stable"), 40.0));
        assert!(about(queue.queue().expect("stable"), 3.2));
        queue.service_scv = Some(0.0);
        assert!(about(queue.adjusted_wait().expect("stable"), 20.0));
    }

    #[test]
    fn a_queue_that_grows_without_end_has_no_mean() {
        let queue = Prediction {
            servers: 2,
            arrival_rate: 0.2,
            service: 10.0,
            arrival_scv: None,
            service_scv: None,
        };
        assert_eq!(queue.wait(), None);
        assert_eq!(queue.wait_probability(), None);
    }

    #[test]
    fn the_gap_of_littles_law_is_a_part_of_what_was_inside() {
        let little = Little {
            inside: 4.0,
            arrival_rate: 0.5,
            time_inside: 6.0,
        };
        assert_eq!(little.gap(), Some(-0.25));
    }
}
