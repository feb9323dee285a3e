//! Caches beside moka, at 100,000 entries.

use clock::{Duration, Instant};
use primitives::{Actor, At, Cache, CacheOptions, Lookup};

use crate::Report;

const ENTRIES: u32 = 100_000;
const OPERATIONS: u32 = 200_000;

fn options() -> CacheOptions {
    CacheOptions {
        max_size: Some(ENTRIES),
        ..CacheOptions::plain(Duration::from_millis(60_000))
    }
}

/// Scattered over the entries.
fn key(index: u32) -> u32 {
    index.wrapping_mul(2_654_435_761) % ENTRIES
}

fn at(now: Instant) -> At<fn() -> u64> {
    At { now, random: || 0 }
}

pub(crate) fn measure(report: &Report) {
    let full = || {
        let mut cache: Cache<u32, u32> = Cache::new(options());
        for key in 0..ENTRIES {
            cache.set(&key, key, key, None, at(Instant::ZERO));
        }
        cache
    };
    report.row("cache: ours, a hit", OPERATIONS, full, |it, index| {
        it.lookup(&key(index), Instant(u64::from(index)), || 0)
    });
    report.row("cache: ours, replacing a value", OPERATIONS, full, |it, index| {
        let key = key(index);
        it.set(&key, key, index, None, at(Instant::ZERO))
    });
    report.row(
        "cache: ours, a new key, an old one goes",
        OPERATIONS,
        full,
        |it, index| {
            let key = ENTRIES + index;
            it.set(&key, key, index, None, at(Instant::ZERO))
        },
    );
    report.row(
        "cache: ours, a miss, fetched by one and joined by one",
        OPERATIONS,
        full,
        |it, index| {
            let (key, now) = (ENTRIES + index, Instant(u64::from(index)));
            let missed = it.lookup(&key, now, || 0);
            it.begin(&key, key, index, Actor(0), now);
            let joined = it.lookup(&key, now, || 0);
            assert!(missed == Lookup::Miss && joined == Lookup::Join);
            it.land(&key, &index, index, None, at(now), &mut Vec::new())
        },
    );

    let full = || {
        let cache = moka::sync::Cache::builder()
            .max_capacity(u64::from(ENTRIES))
            .time_to_live(std::time::Duration::from_secs(60))
            .build();
        (0..ENTRIES).for_each(|key| cache.insert(key, key));
        cache.run_pending_tasks();
        cache
    };
    report.row("cache: moka, a hit", OPERATIONS, full, |it, index| it.get(&key(index)));
    report.row("cache: moka, replacing a value", OPERATIONS, full, |it, index| {
        it.insert(key(index), index)
    });
    report.row(
        "cache: moka, a new key, an old one goes",
        OPERATIONS,
        full,
        |it, index| {
            it.insert(ENTRIES + index, index);
        },
    );
    report.row("cache: moka, a miss, fetched by one", OPERATIONS, full, |it, index| {
        it.get_with(ENTRIES + index, || index)
    });
}
