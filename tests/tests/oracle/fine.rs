//! Where a step ends: between accesses to what is shared, or after every single operation.
//!
//! Owns the comparison of a thread's steps with the naive way, and random programs for it. What counts as visible decides
//! where others may step in; an operation that is wrongly taken for private hides what happens there. Both ways must end
//! alike, with the same lines on the console.

use std::cell::Cell;
use std::collections::BTreeSet;
use std::sync::Arc;

use proptest::prelude::*;

use crate::guarded::guarded_source;
use crate::objects::object_source;
use crate::random::{self, compiled, each};
use world::{Detail, EventKind, Fingerprinter, Granularity, Log, Model, Outcome, Program, Setup, TimeMode, World};

/// How runs ended, each with what it printed.
type Ends = BTreeSet<(String, Vec<String>)>;

/// What became of a comparison.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Fine {
    /// The program has more states than are looked at.
    TooLarge,
    /// There are so many ends, the same both ways.
    Alike(usize),
}

/// Compares the ends of a program in threads, by access and by operation.
///
/// # Errors
/// Ends that only one of the two ways has.
pub(crate) fn compare(program: &Arc<Program>, states_max: usize) -> Result<Fine, String> {
    compare_in(program, TimeMode::Any, states_max)
}

/// The same, with timers that may be late or that are not.
pub(crate) fn compare_in(program: &Arc<Program>, time: TimeMode, states_max: usize) -> Result<Fine, String> {
    let setup = |every_operation| Setup {
        model: Model::Threads,
        granularity: Granularity::Access,
        time,
        every_operation,
        ..Setup::default()
    };
    let Some(by_operation) = ends(program, setup(true), states_max) else {
        return Ok(Fine::TooLarge);
    };
    let Some(by_access) = ends(program, setup(false), states_max) else {
        return Ok(Fine::TooLarge);
    };
    if by_access == by_operation {
        return Ok(Fine::Alike(by_access.len()));
    }
    let missed: Vec<_> = by_operation.difference(&by_access).collect();
    let invented: Vec<_> = by_access.difference(&by_operation).collect();
    Err(format!("steps by access miss {missed:#?} and invent {invented:#?}"))
}

/// All ends of a program; nothing if there are too many states.
fn ends(program: &Arc<Program>, setup: Setup, states_max: usize) -> Option<Ends> {
    let mut log = Log::new(Detail::Console);
    let start = World::new(Arc::clone(program), setup, &mut log);
    let mut fingerprinter = Fingerprinter::new(program);
    // What was printed is no part of a state.
    let mut seen = BTreeSet::new();
    let mut pending = vec![(start, Vec::new())];
    let mut ends = Ends::new();
    let mut choices = Vec::new();
    while let Some((world, lines)) = pending.pop() {
        world.choices(&mut choices);
        for &choice in &choices {
            let mut next = world.clone();
            let mut lines = lines.clone();
            log.events.clear();
            next.step_enabled(choice, &mut log);
            lines.extend(log.events.iter().filter_map(|event| match &event.kind {
                EventKind::Printed { text, .. } => Some(text.clone()),
                _ => None,
            }));
            // Where a run has ended, how is no part of the state either.
            if let Some(outcome) = next.outcome() {
                ends.insert((words(&next, outcome), lines));
            } else if seen.insert((fingerprinter.fingerprint(&next), lines.clone())) {
                pending.push((next, lines));
            }
        }
        if seen.len() > states_max {
            return None;
        }
    }
    Some(ends)
}

/// How a run ended. Which calls were under way is left out: a task that is awaited right where it is made fails in whoever waits
/// for it.
fn words(world: &World, outcome: &Outcome) -> String {
    match outcome {
        Outcome::Failed { failure, message, .. } => format!("{failure:?} {message}"),
        // Who of several holders is named first is left to chance, and so is who gets which number.
        Outcome::Deadlock { tasks, .. } => {
            let names: BTreeSet<&str> = tasks.iter().filter_map(|&task| world.name_of(task)).collect();
            format!("deadlock of {names:?}")
        }
        Outcome::Finished | Outcome::Limit { .. } => format!("{outcome:?}"),
    }
}

/// What may touch something shared in a way of its own.
const TOUCHES: &[&str] = &[
    "x = x + 1;",
    "x += box.value;",
    "box.value++;",
    "box = { value: x };",
    "box.value ??= 3;",
    "delete box.value;",
    "if ('value' in box) x = 7;",
    "const { value = 4 } = box; x = value;",
    "x = Object.keys(box).length;",
    "for (const key in box) x += box[key];",
    "Object.assign(box, { other: x });",
    "box = { ...box, more: 1 };",
    "x = JSON.stringify(box).length;",
    "box.twice = () => x * 2; x = box.twice();",
    "x = box?.twice?.() ?? 5;",
    "list.push(x);",
    "x = list.pop() ?? 8;",
    "list.length = 0;",
    "list[list.length] = x;",
    "const [first = 9, ...rest] = list; x = first + rest.length;",
    "x = Math.max(0, ...list);",
    "for (const item of list) x += item;",
    "list.sort((a, b) => b - a);",
    "x = list.map((item) => item + x).length;",
    "list = [...list, x];",
    "x = list.reduce((sum, item) => sum + item, 0);",
    "x = `${list}`.length;",
    "x = list.indexOf(1);",
    "map.set('a', x);",
    "x = map.get('a') ?? 6;",
    "if (map.has('a')) map.delete('a'); else map.set('a', 1);",
    "for (const [, value] of map) x += value;",
    "x = map.size;",
    "set.add(x); x = set.size;",
    "x = [...set].length;",
    "account.deposit(1);",
    "x = account.balance;",
    "account.balance = x;",
    "x = account.peek();",
    "Account.made += 1;",
    "x = new Account(Account.made).balance;",
    "x = shared.next().value ?? 11;",
    "for (const item of shared) { x = item; break; }",
    "x = counter();",
    "x = lazy.value;",
    "x = +lazy;",
    "x = `${lazy}`.length;",
    "pattern.test('aa'); x = pattern.lastIndex;",
    "x = tagged`${x}`;",
    "x = Number(frozen.value);",
    "x = bound();",
    "seen.set(box, x);",
    "x = seen.get(box) ?? 12;",
    "const copy = structuredClone(box); x = copy.value ?? 13;",
    "try { if (x > 0) throw new Error('x'); x = 1; } catch { x = 2; } finally { x += 1; }",
    "x = x > 0 ? await Promise.resolve(x) : 3;",
    "x = await later(x);",
    "await Promise.resolve().then(() => { x = x + 1; });",
    "for await (const item of stream()) x = item;",
    "const mine = { at: 0 }; mine.at += x; x = mine.at;",
    "const get = () => x; x = get() + get();",
    "label: for (const i of [1, 2]) { for (;;) { if (x > i) continue label; x = i; break; } }",
    "console.log(x);",
    "await m.lock(); x = x + 1; m.unlock();",
    "if (x === 1) return;",
    "Reflect.set(box, 'value', x);",
    "x = Reflect.ownKeys(box).length;",
    "Object.defineProperty(box, 'value', { get: () => 21, configurable: true });",
    "x = Object.entries(box).flat().length;",
    "x = box.hasOwnProperty('value') ? 1 : 2;",
    "x = typeof globalThis.extra === 'number' ? globalThis.extra : 0;",
    "globalThis.extra = x;",
    "x = Array.from(list, (item) => item + 1).length;",
    "x = list.at(-1) ?? 14;",
    "list.splice(0, 1, x, x);",
    "x = list.join('').length;",
    "x = 'abc'.replace(/b/, () => `${x}`).length;",
];

const SHARED: &str = "\
let x = 0; let box: any = { value: 1 }; let list: number[] = [1]; const map = new Map<string, number>();
const set = new Set<number>(); const seen = new WeakMap<object, number>(); const m = new Mutex();
class Account { static made = 0; #balance = 1; constructor(by = 1) { this.#balance = by; Account.made++; }
  get balance() { return this.#balance; } set balance(value) { this.#balance = value; }
  deposit(by: number) { this.#balance += by; } peek() { return this.#balance + x; } }
const account = new Account();
function* numbers() { let n = 0; while (n < 2) { n += 1; yield n + x; } }
const shared = numbers();
const counter = (() => { let n = 0; return () => ++n; })();
const lazy = { get value() { return x + 1; }, valueOf() { return x + 2; }, toString() { return `${x}`; } };
const pattern = /a/g; const frozen = Object.freeze({ value: 5 });
const tagged = (parts: TemplateStringsArray, value: number) => parts.length + value;
const bound = account.peek.bind(account);
async function later(by: number) { x = by; return x + by; }
async function* stream() { yield x; yield x + 1; }
";

fn source() -> impl Strategy<Value = String> {
    let statement = prop::sample::select(TOUCHES);
    let bodies = prop::collection::vec(prop::collection::vec(statement, 1..=2), 2);
    bodies.prop_map(|bodies| {
        let mut source = SHARED.to_owned();
        for (index, body) in bodies.iter().enumerate() {
            let body: String = body.iter().map(|statement| format!("{{ {statement} }} ")).collect();
            source += &format!("const t{index} = spawn('T{index}', async () => {{ {body}}});\n");
        }
        source
            + "await Promise.allSettled([t0, t1]);\nconsole.log(JSON.stringify([x, box, list, [...map], [...set]]));\n"
    })
}

/// Compares so many programs, and makes sure that a hundred of them end in so many ways.
pub(crate) fn each_ends_alike(programs: u32, ways: usize, source: impl Strategy<Value = String>) {
    let ends = Cell::new(0);
    let judged = Cell::new(0);
    each(programs, source, |source| {
        let alike = compare(&compiled(source)?, STATES_MAX).map_err(|difference| format!("{difference}\n{source}"))?;
        let Fine::Alike(count) = alike else { return Ok(false) };
        ends.set(ends.get() + count);
        judged.set(judged.get() + 1);
        Ok(true)
    });
    let found = ends.get() * 100 / judged.get();
    assert!(found >= ways, "{found} ways: hardly anything races");
}

#[test]
fn a_step_by_access_hides_nothing_that_a_step_by_operation_shows() {
    each_ends_alike(100, 200, source());
}

#[test]
fn steps_by_access_and_by_operation_meet_alike_at_locks_and_channels() {
    each_ends_alike(40, 101, random::source());
    each_ends_alike(30, 101, guarded_source());
}

#[test]
fn steps_by_access_and_by_operation_meet_alike_at_objects() {
    each_ends_alike(40, 110, object_source());
}

/// Programs with more states are skipped.
const STATES_MAX: usize = 30_000;
