//! Programs made at random that mostly keep to their locks, so that most of what they do to memory is no place to switch.
//!
//! Owns the programs, with now and then a slip. They are judged in `random`.

use proptest::prelude::*;

/// What is done under the lock that it belongs to, or to what never changes.
fn disciplined() -> impl Strategy<Value = &'static str> {
    prop_oneof![
        Just("await m.lock(); x = x + 1; m.unlock();"),
        Just("await m.lock(); x += table[1]; list.push(x); m.unlock();"),
        Just("await m.lock(); if (list.length > 0) x = list.shift()!; m.unlock();"),
        Just("await m.lock(); for (const item of list) x += item; m.unlock();"),
        Just("await s.acquire(); z = z + node.step.by; s.release();"),
        Just("await s.withPermit(() => { z = table[z % 2]; });"),
        Just("await m.withLock(() => { box.value = table[box.value % 2]; });"),
        Just("await m.lock(); if (x > 1) { m.unlock(); return; } x = x + table[0]; m.unlock();"),
        Just("await k.lock(); counter.bump(); k.unlock();"),
        Just("{ await k.lock(); const at = new Point(counter.value); counter.value = at.x + 1; k.unlock(); }"),
        Just("await k.lock(); owners.set('a', counter.value); k.unlock();"),
        Just("await locks[table[0] - 1].lock(); locks[0].unlock();"),
        Just("await locks[mine].lock(); await locks[1 - mine].lock(); locks[mine].unlock(); locks[1 - mine].unlock();"),
        Just("{ await m.lock(); const seen = x; m.unlock(); await m.lock(); x = seen + 1; m.unlock(); }"),
        Just("await m.lock(); assert(x < 2, 'x'); m.unlock();"),
        Just("await m.lock(); x = choose(2); m.unlock();"),
        Just("await m.lock(); critical('door'); m.unlock();"),
        Just("await m.lock(); await k.lock(); x = table[0]; k.unlock(); m.unlock();"),
        Just("await k.lock(); await m.lock(); x = table[0]; m.unlock(); k.unlock();"),
        Just("if (m.tryLock()) { x = x + 1; m.unlock(); }"),
        Just("if (await m.tryLockFor(1)) { x = table[0]; m.unlock(); }"),
        Just("await spawn(async () => { await m.lock(); x = x + 1; m.unlock(); });"),
        Just("mine = table[mine];"),
        Just("mine = table[0]; later(mine);"),
        Just("await sleep(table[0]);"),
    ]
}

/// What breaks a rule, or looks at more than one knows.
fn slip() -> impl Strategy<Value = &'static str> {
    prop_oneof![
        Just("x = 0;"),
        Just("y = x;"),
        Just("y = y + table[0];"),
        Just("y = list.length;"),
        Just("box = { value: 2 };"),
        Just("table[1] = y;"),
        Just("node.step = { by: 2 };"),
        Just("m.unlock();"),
        Just("await k.lock();"),
        Just("s.release();"),
        Just("if (table[2] > 2) critical('door');"),
        Just("critical('door');"),
        Just("assert(y < 2, 'y');"),
        Just("assert(table[1] < 2, 'table');"),
        Just("console.log(JSON.stringify(box));"),
        Just("y = Object.keys(box).length;"),
        Just("Object.assign(box, { value: 1 });"),
        Just("always('z', () => z < 3);"),
        Just("await k.lock(); x = x + 1; k.unlock();"),
        Just("setTimeout(() => { z = z + 1; }, 1);"),
        Just("while (z === 0) y = table[0];"),
    ]
}

/// A whole program: locks, what belongs to them, two or three tasks, and a main line that looks at the result.
pub(crate) fn guarded_source() -> impl Strategy<Value = String> {
    let statement = prop_oneof![
        5 => disciplined(),
        1 => slip(),
    ];
    let bodies = prop::collection::vec(prop::collection::vec(statement, 1..=2), 2..=3);
    let end = prop_oneof![
        Just("await Promise.all(all);\nassert(x < 2, `${x}`);"),
        Just("await Promise.all(all);\nconsole.log(JSON.stringify([x, z, list, box]));"),
        Just("await Promise.allSettled(all);"),
        Just(""),
    ];
    (bodies, end).prop_map(|(bodies, end)| {
        let mut source = "let x = 0; let y = 0; let z = 0; let box = { value: 0 }; const list: number[] = [];\n\
             class Counter { value = 0; bump() { this.value = this.value + 1; } }\n\
             class Point { x: number; constructor(x: number) { this.x = x; } }\n\
             const counter = new Counter(); const owners = new Map<string, number>();\n\
             const table = [1, 1, 3]; const node = { step: { by: 1 } };\n\
             const m = new Mutex(); const k = new Mutex(); const s = new Semaphore(1); const locks = [k, m];\n\
             async function later(by: number) { await m.lock(); x = x + by; m.unlock(); }\n\
             const all: Promise<unknown>[] = [];\n"
            .to_owned();
        for (index, body) in bodies.iter().enumerate() {
            let body = body.join(" ");
            source += &format!(
                "all.push(spawn('T{index}', async () => {{ let mine = {}; {body} }}));\n",
                index % 2
            );
        }
        source + end + "\n"
    })
}
