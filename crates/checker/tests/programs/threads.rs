//! What only threads can get wrong: which accesses are to one place, and when a lane can be woken.

use checker::Verdict;
use world::{Setup, TimeMode};

use crate::support::{checked, threads, verdicts};

#[test]
fn a_computed_key_that_is_new_to_the_program_is_the_same_place_for_all() {
    let keys = |one: &str, other: &str| {
        format!(
            "const totals = {{}};
             const part = 'o';
             await Promise.all([
               spawn(() => {{ const own = {{ [part + 'wn']: 1 }}; totals[part + '{one}'] = own; }}),
               spawn(() => {{ totals[part + '{other}'] = 2; }}),
             ]);"
        )
    };
    let races = |source: &str| {
        let found = checked(source, threads()).findings;
        found.iter().any(|finding| finding.verdict == Verdict::Race)
    };
    assert!(!races(&keys("ne", "ther")));
    assert!(races(&keys("ther", "ther")));
    // Each task's first new name, and one that only its maker knows.
    let first = "const totals = {}; const of = (id) => 'k' + id;
                 await Promise.all([1, 2].map((id) => spawn(() => { totals[of(id)] = id; })));";
    assert!(!races(first));
    let own = "const totals = {};
               await Promise.all([1, 2].map((id) => spawn(() => { totals[Symbol()] = id; })));";
    assert!(!races(own));
}

#[test]
fn a_lane_that_goes_on_may_miss_its_turn_at_a_lock_that_it_has_given_up() {
    // It waits twice: whoever unlocks may come before it goes on, or right after that.
    let source = "const lock = new Mutex({ fair: false });
                  const impatient = spawn(async () => {
                    await Promise.race([sleep(1), lock.lock()]);
                    await lock.withLock(async () => { lock.unlock(); });
                  });
                  const other = spawn(async () => { await lock.lock(); lock.unlock(); });
                  await Promise.all([impatient, other]);";
    let setup = Setup {
        time: TimeMode::Any,
        ..threads()
    };
    let found = verdicts(&checked(source, setup));
    assert!(found.contains(&Verdict::OverRelease), "{found:?}");
    assert!(found.contains(&Verdict::Deadlock), "{found:?}");
}
