//! Which writes lose an update that somebody else made in between. What tasks do with each other is the checker's tests'.

use vm::{AccessKind, Switch};

use crate::support::{PRELUDE, Run};

/// Runs the code after the prelude; after the visible operation of each given number, somebody else changes what was
/// accessed there. Returns for each write whether it loses that.
fn losses(code: &str, overwritten_after: &[usize]) -> Vec<bool> {
    let mut run = Run::new(&format!("{PRELUDE}{code}"));
    run.share();
    run.accesses.clear();
    let mut operation = 0;
    loop {
        let (halt, left) = run.step(Switch::Access, 1, &mut 1_000_000);
        if left == 0 {
            operation += 1;
            if overwritten_after.contains(&operation) {
                let location = run.accesses.last().expect("an access").location;
                run.fiber.note_overwrite(location, 1, 1);
            }
        }
        if !run.answer(halt) {
            break;
        }
    }
    let writes = run.accesses.iter().filter(|access| access.kind == AccessKind::Write);
    writes.map(|access| access.lost.is_some()).collect()
}

/// [`losses`], where each visible operation is one step. A run stops *before* the next visible operation, so the
/// change comes right after the one that was counted.
#[test]
fn a_write_computed_from_a_stale_read_loses_an_update() {
    assert_eq!(losses("x = x + 1;", &[]), [false]);
    assert_eq!(losses("x = x + 1;", &[1]), [true]);
    assert_eq!(losses("const old = x; const next = old * 2; x = next;", &[1]), [true]);
    assert_eq!(losses("o.a = o.a + 1;", &[1]), [true]);
    assert_eq!(losses("arr[0] += 1;", &[1]), [true]);
    // After the write it is somebody else's affair.
    assert_eq!(losses("x = x + 1; x = 5;", &[2]), [false, false]);
}

#[test]
fn a_blind_write_loses_nothing() {
    assert_eq!(losses("const old = x; x = 5; read(old);", &[1]), [false]);
    // What the condition depends on is no part of the value.
    assert_eq!(losses("if (x === 0) { x = 1; }", &[1]), [false]);
}

#[test]
fn reading_again_refreshes() {
    assert_eq!(losses("let old = x; old = x; x = old + 1;", &[1]), [false]);
    assert_eq!(losses("let old = x; old = x; x = old + 1;", &[2]), [true]);
}

#[test]
fn a_read_dies_with_its_frame() {
    assert_eq!(losses("function get() { return x; } x = get() + 1;", &[1]), [false]);
    let again = "function add() { x = x + 1; } add(); add();";
    assert_eq!(losses(again, &[1]), [true, false]);
    assert_eq!(losses(again, &[3]), [false, true]);
}
