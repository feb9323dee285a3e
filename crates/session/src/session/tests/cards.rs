//! Objects as cards: what stands on them, and the sentence of each.

use super::Shell;
use crate::{Action, CardView, ViewModel};

/// Two lanes share at most three connections. The first comes back and lies idle, the second is used for longer.
const POOL: &str = "// lanes: model=tasks
const pool = new ConnectionPool(async () => {
  await sleep(20);
  return {};
}, { maxSize: 3, minSize: 0, idleTimeoutMs: 1000 });
spawn('A', () => pool.withConnection(() => sleep(10)));
spawn('B', () => pool.withConnection(() => sleep(50)));
";

fn pool(view: &ViewModel) -> &CardView {
    let mut cards = view.cards.iter();
    cards
        .find(|view| view.card.shape.class == "ConnectionPool")
        .expect("the pool is on the stage")
}

/// The sentences of the pool after each step, each as often as it changes.
fn sentences(source: &str) -> Vec<String> {
    let mut shell = Shell::with_program(source);
    let mut told = Vec::new();
    loop {
        let before = shell.view().run.cursor;
        let view = shell.act(Action::Step);
        if view.run.cursor == before {
            return told;
        }
        if view.cards.is_empty() {
            continue;
        }
        let sentence = &pool(&view).sentence;
        if told.last() != Some(sentence) {
            told.push(sentence.clone());
        }
    }
}

#[test]
fn each_slot_of_a_pool_tells_who_has_it_and_how_old_its_connection_is() {
    let told = sentences(POOL);
    let is_told = |sentence: &str| assert!(told.iter().any(|told| told.contains(sentence)), "{sentence}: {told:#?}");
    is_told("connection 1 opening by A for 0 ms; connection 2 opening by B for 0 ms; 1 empty");
    is_told("connection 1 in use by A for 0 ms, 20 ms old");
    is_told("connection 1 idle for 0 ms, 1000 ms left, 30 ms old ({}); connection 2 in use by B for 10 ms, 30 ms old");
    is_told("connection 1 idle for 40 ms, 960 ms left, 70 ms old");
    assert!(
        told.iter().all(|told| !told.contains("held by")),
        "no holder twice: {told:#?}"
    );
}

#[test]
fn a_connection_that_was_found_dead_is_broken_and_the_next_one_is_new() {
    let told = sentences(
        "// lanes: model=tasks
let made = 0;
const pool = new ConnectionPool(() => {
  const number = ++made;
  return { number, isAlive: () => number > 1, disconnect: () => sleep(5) };
}, { maxSize: 1, minSize: 0 });
spawn('A', async () => {
  await pool.withConnection(() => sleep(10));
  await pool.withConnection(() => sleep(10));
});
",
    );
    let is_told = |sentence: &str| assert!(told.iter().any(|told| told.contains(sentence)), "{sentence}: {told:#?}");
    is_told("connection 1 broken by A, 10 ms old");
    is_told("connection 1 broken by A, 15 ms old");
    is_told("connection 1 in use by A for 0 ms, 0 ms old");
    is_told("connection 1 in use by A for 10 ms, 10 ms old");
}
