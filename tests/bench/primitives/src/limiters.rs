//! Rate limiters beside governor: a request that passes, one that does not, and one of 10,000 keys.

use std::num::NonZeroU32;
use std::time::Duration;

use clock::Instant;
use governor::clock::FakeRelativeClock;
use governor::{Quota, RateLimiter};
use primitives::{
    Actor, FixedWindow, Gcra, KeyedLimiter, Limiter, Rate, Rule, SlidingCounter, SlidingLog, TokenBucket, Waiter,
};

use crate::Report;

const OPERATIONS: u32 = 20_000_000;
const KEYS: u32 = 10_000;
/// One operation a microsecond.
const RATE: f64 = 1e6;
const BURST: u32 = 100;

pub(crate) fn measure(report: &Report) {
    let rate = Rate::per_second(RATE).expect("a rate");
    let at = |index: u32| Instant(u64::from(index));
    let second = clock::Duration::from_millis(1_000);
    let rules = [
        (
            "token bucket",
            Rule::TokenBucket(TokenBucket::new(BURST, rate, Instant::ZERO)),
        ),
        ("gcra", Rule::Gcra(Gcra::new(rate, BURST))),
        ("fixed window", Rule::FixedWindow(FixedWindow::new(1_000_000, second))),
        (
            "sliding log of 1,000",
            Rule::SlidingLog(SlidingLog::new(1_000, clock::Duration::from_millis(1))),
        ),
        (
            "sliding counter",
            Rule::SlidingCounter(SlidingCounter::new(1_000_000, second)),
        ),
    ];
    for (name, rule) in rules {
        let fresh = || Limiter::new(rule.clone());
        report.row(&format!("limiter: {name}, passes"), OPERATIONS, fresh, |it, index| {
            it.try_consume(at(index), 1)
        });
    }
    let quota = Quota::with_period(Duration::from_micros(1))
        .expect("a period")
        .allow_burst(NonZeroU32::new(BURST).expect("a burst"));
    let direct = || {
        let clock = FakeRelativeClock::default();
        (RateLimiter::direct_with_clock(quota, clock.clone()), clock)
    };
    report.row("limiter: governor, passes", OPERATIONS, direct, |(it, clock), _| {
        clock.advance(Duration::from_micros(1));
        it.check().is_ok()
    });

    let gcra = || Limiter::new(Rule::Gcra(Gcra::new(rate, BURST)));
    report.row("limiter: gcra, refused", OPERATIONS, gcra, |it, _| {
        it.try_consume(Instant::ZERO, 1)
    });
    report.row("limiter: governor, refused", OPERATIONS, direct, |(it, _), _| {
        it.check().is_ok()
    });

    let keyed = || KeyedLimiter::<u32, ()>::new(Rule::Gcra(Gcra::new(rate, BURST)));
    report.row("limiter: gcra, 10,000 keys", OPERATIONS, keyed, |it, index| {
        it.try_consume(&(index.wrapping_mul(2_654_435_761) % KEYS), (), at(index / 100), 1)
    });
    let keyed = || {
        let clock = FakeRelativeClock::default();
        (RateLimiter::hashmap_with_clock(quota, clock.clone()), clock)
    };
    report.row(
        "limiter: governor, 10,000 keys",
        OPERATIONS,
        keyed,
        |(it, clock), index| {
            if index % 100 == 0 {
                clock.advance(Duration::from_micros(1));
            }
            it.check_key(&(index.wrapping_mul(2_654_435_761) % KEYS)).is_ok()
        },
    );

    // Governor has no line to wait in; this is ours alone.
    report.row(
        "limiter: gcra, waits in line and is let pass",
        OPERATIONS,
        gcra,
        |it, index| {
            let _ = it.consume(Waiter(index), Actor(0), Instant::ZERO, 1);
            if it.waiting() == 100 {
                let mut passed = Vec::with_capacity(100);
                it.tick(Instant(u64::from(index)), &mut passed);
            }
        },
    );
}
