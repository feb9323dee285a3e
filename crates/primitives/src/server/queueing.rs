//! The server against queueing theory: what 200,000 arrivals wait on average is what the formulas say.
//!
//! Owns a simulation of arrivals by chance and the formulas of Erlang and of Pollaczek and Khinchine.

use clock::DeadlineQueue;

use super::*;

const ARRIVALS: u32 = 200_000;
/// How far the mean may be from theory.
const TOLERANCE: f64 = 0.03;

/// Numbers from 0 up to 1, always the same: Steele and others, "Fast Splittable Pseudorandom Number Generators".
struct Draws(u64);

impl Draws {
    fn uniform(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut bits = self.0;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((bits ^ (bits >> 31)) >> 11) as f64 / (1u64 << 53) as f64
    }

    fn exponential(&mut self, mean: f64) -> Duration {
        Duration((-mean * (1.0 - self.uniform()).ln()).round() as u64)
    }
}

#[derive(Clone, Copy)]
enum Service {
    /// Takes a time drawn from an exponential distribution.
    Random,
    /// Always takes the same.
    Fixed,
}

enum Happening {
    Arrival,
    Departure(u32),
}

/// The mean wait in microseconds of clients that come at `utilisation` of what `servers` can bear, 10 ms each.
fn measured_wait(servers: u32, utilisation: f64, service: Service, seed: u64) -> f64 {
    const MEAN: f64 = 10_000.0;
    let mut draws = Draws(seed);
    let concurrency = Some(servers);
    let mut server = Server::new(
        ServerOptions {
            concurrency,
            queue_limit: None,
            degrade_after: None,
            degrade_per_mille: 0,
            outages: Vec::new(),
        },
        Instant::ZERO,
    );
    let mut agenda = DeadlineQueue::new();
    agenda.insert(Instant::ZERO, Happening::Arrival);
    let (mut arrived, mut waited) = (Vec::new(), 0u64);
    let mut woken = Vec::new();
    while let Some((now, happening)) = agenda.pop_due(Instant::MAX) {
        let begin = |draws: &mut Draws, agenda: &mut DeadlineQueue<Happening>, request| {
            let takes = match service {
                Service::Random => draws.exponential(MEAN),
                Service::Fixed => Duration(MEAN as u64),
            };
            agenda.insert(now.saturating_add(takes), Happening::Departure(request));
        };
        match happening {
            Happening::Arrival => {
                let waiter = Waiter(arrived.len() as u32);
                arrived.push(now);
                match server.arrive(waiter, Actor(0), now) {
                    Arrival::Served(request) => begin(&mut draws, &mut agenda, request),
                    Arrival::Queued => {}
                    Arrival::Refused(why) => panic!("{why:?}"),
                }
                if arrived.len() < ARRIVALS as usize {
                    let pause = draws.exponential(MEAN / f64::from(servers) / utilisation);
                    agenda.insert(now.saturating_add(pause), Happening::Arrival);
                }
            }
            Happening::Departure(request) => {
                assert_eq!(server.leave(request, now, &mut woken), Departure::Served);
                for Admitted { waiter, request, .. } in woken.drain(..) {
                    waited += now.saturating_since(arrived[waiter.0 as usize]).0;
                    begin(&mut draws, &mut agenda, request);
                }
            }
        }
    }
    waited as f64 / f64::from(ARRIVALS)
}

/// Erlang's C: how likely it is to find all of `servers` busy, `load` being how many would be on average.
fn erlang_c(servers: u32, load: f64) -> f64 {
    let mut term = 1.0;
    let mut sum = 0.0;
    for at in 0..servers {
        sum += term;
        term *= load / f64::from(at + 1);
    }
    let all_busy = term * f64::from(servers) / (f64::from(servers) - load);
    all_busy / (sum + all_busy)
}

/// The mean wait by theory, in microseconds.
fn expected_wait(servers: u32, utilisation: f64, service: Service) -> f64 {
    let load = utilisation * f64::from(servers);
    let random = erlang_c(servers, load) * 10_000.0 / (f64::from(servers) - load);
    match service {
        Service::Random => random,
        // Without variance in the service a single server makes its clients wait half as long.
        Service::Fixed => random / 2.0,
    }
}

#[track_caller]
fn check(servers: u32, utilisation: f64, service: Service) {
    let expected = expected_wait(servers, utilisation, service);
    // Clients that come right after one another wait alike, so one run of this length is still off by some per cent.
    let runs = 4;
    let measured = (0..runs)
        .map(|seed| measured_wait(servers, utilisation, service, seed))
        .sum::<f64>()
        / runs as f64;
    let off = measured / expected - 1.0;
    assert!(
        off.abs() < TOLERANCE,
        "{measured} instead of {expected}: {:.2} % off",
        off * 100.0
    );
}

#[test]
fn one_server_with_random_service_makes_wait_as_long_as_theory_says() {
    check(1, 0.5, Service::Random);
    check(1, 0.8, Service::Random);
}

#[test]
fn several_servers_make_wait_as_long_as_erlang_says() {
    assert!(
        (erlang_c(1, 0.7) - 0.7).abs() < 1e-12,
        "one server is busy for its utilisation"
    );
    check(3, 0.7, Service::Random);
    check(8, 0.85, Service::Random);
}

#[test]
fn a_server_with_fixed_service_makes_wait_half_as_long() {
    check(1, 0.7, Service::Fixed);
}
