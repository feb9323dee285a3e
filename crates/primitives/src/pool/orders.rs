//! The pool in any order: a model test against a naive specification, and every order of three borrowers' operations.

use proptest::prelude::*;

use super::tests::{Pool, at, options};
use super::*;
use crate::exhaustive::explore;

/// The specification: lists of names. After each call, whoever the rule lets in is let in, one by one.
#[derive(Debug)]
struct Model {
    max: u32,
    idle: Vec<u32>,
    held: Vec<u32>,
    /// What is neither: being opened or checked.
    busy: u32,
    waiters: Vec<Waiter>,
}

impl Model {
    fn size(&self) -> u32 {
        (self.idle.len() + self.held.len()) as u32 + self.busy
    }

    /// Who goes on now, and with which connection, or with none to open one.
    fn settle(&mut self) -> Vec<(Waiter, Option<u32>)> {
        let mut woken = Vec::new();
        while !self.waiters.is_empty() {
            if let Some(connection) = self.idle.pop() {
                self.held.push(connection);
                woken.push((self.waiters.remove(0), Some(connection)));
            } else if self.size() < self.max {
                self.busy += 1;
                woken.push((self.waiters.remove(0), None));
            } else {
                break;
            }
        }
        woken
    }
}

#[derive(Clone, Debug)]
enum Call {
    Borrow(u32),
    Release(usize),
    Discard(usize),
    /// What is being opened or checked turns out well, or not.
    Finish(usize, bool),
    Cancel(usize),
}

fn call() -> impl Strategy<Value = Call> {
    prop_oneof![
        5 => (0..3u32).prop_map(Call::Borrow),
        3 => any::<usize>().prop_map(Call::Release),
        1 => any::<usize>().prop_map(Call::Discard),
        4 => (any::<usize>(), any::<bool>()).prop_map(|(pick, good)| Call::Finish(pick, good)),
        1 => any::<usize>().prop_map(Call::Cancel),
    ]
}

/// What borrowers have been told to do and have not done yet.
#[derive(Debug, Clone, Copy)]
enum Todo {
    Open(u32),
    Check(u32, u32),
}

proptest! {
    #[test]
    fn behaves_like_lists_of_names(
        max in 1..4u32,
        validation in prop_oneof![Just(Validation::Never), Just(Validation::OnBorrow)],
        calls in prop::collection::vec(call(), 0..80),
    ) {
        let now = at(1);
        let mut it = Pool::new(PoolOptions { validation, ..options(max) }, at(0));
        let mut model = Model { max, idle: vec![], held: vec![], busy: 0, waiters: vec![] };
        let mut todo: Vec<Todo> = Vec::new();
        for (step, call) in calls.into_iter().enumerate() {
            let mut woken = Vec::new();
            match call {
                Call::Borrow(actor) => {
                    let waiter = Waiter(step as u32);
                    match it.borrow(waiter, Actor(actor), now) {
                        Borrow::Use(connection) => {
                            prop_assert_eq!((model.idle.pop(), validation), (Some(connection), Validation::Never));
                            model.held.push(connection);
                        }
                        Borrow::Check(place, connection) => {
                            prop_assert_eq!((model.idle.pop(), validation), (Some(connection), Validation::OnBorrow));
                            model.busy += 1;
                            todo.push(Todo::Check(place, connection));
                        }
                        Borrow::Open(place) => {
                            prop_assert!(model.idle.is_empty() && model.size() < max);
                            model.busy += 1;
                            todo.push(Todo::Open(place));
                        }
                        Borrow::Queued => {
                            prop_assert!(model.idle.is_empty() && model.size() == max);
                            model.waiters.push(waiter);
                        }
                        other => prop_assert!(false, "{:?}", other),
                    }
                }
                Call::Release(pick) | Call::Discard(pick) if model.held.is_empty() => {
                    prop_assert_eq!(it.release(&(pick as u32), now, &mut woken), Err(NotLent));
                }
                Call::Release(pick) => {
                    let connection = model.held.remove(pick % model.held.len());
                    prop_assert_eq!(it.release(&connection, now, &mut woken), Ok(GivenBack::Kept));
                    model.idle.push(connection);
                }
                Call::Discard(pick) => {
                    let connection = model.held.remove(pick % model.held.len());
                    prop_assert_eq!(it.discard(&connection, now, &mut woken), Ok(GivenBack::Close(connection)));
                }
                Call::Finish(pick, is_good) => {
                    if todo.is_empty() { continue }
                    match (todo.remove(pick % todo.len()), is_good) {
                        (Todo::Open(place), true) => {
                            let connection = 1_000 + step as u32;
                            prop_assert_eq!(it.opened(place, connection, true, now, &mut woken), Borrow::Use(connection));
                            model.busy -= 1;
                            model.held.push(connection);
                        }
                        (Todo::Open(place), false) => {
                            it.failed(place, now, &mut woken);
                            model.busy -= 1;
                        }
                        (Todo::Check(place, connection), true) => {
                            prop_assert_eq!(it.checked(place, true, now), Borrow::Use(connection));
                            model.busy -= 1;
                            model.held.push(connection);
                        }
                        (Todo::Check(place, connection), false) => {
                            prop_assert_eq!(it.checked(place, false, now), Borrow::Close(place, connection));
                            match it.replace(place, now) {
                                Borrow::Open(place) => todo.push(Todo::Open(place)),
                                Borrow::Check(place, other) => {
                                    prop_assert_eq!(model.idle.pop(), Some(other));
                                    todo.push(Todo::Check(place, other));
                                }
                                other => prop_assert!(false, "{:?}", other),
                            }
                        }
                    }
                }
                Call::Cancel(pick) => {
                    prop_assert!(!it.cancel(Waiter(u32::MAX)));
                    if !model.waiters.is_empty() {
                        let waiter = model.waiters.remove(pick % model.waiters.len());
                        prop_assert!(it.cancel(waiter));
                    }
                }
            }
            let told = woken.iter().map(|lent| match lent.borrow {
                Borrow::Use(connection) => (lent.waiter, Some(connection)),
                _ => (lent.waiter, None),
            });
            prop_assert_eq!(told.collect::<Vec<_>>(), model.settle());
            todo.extend(woken.iter().filter_map(|lent| match lent.borrow {
                Borrow::Open(place) => Some(Todo::Open(place)),
                _ => None,
            }));
            it.assert_invariants();
            prop_assert_eq!((it.size(), it.available()), (model.size(), model.idle.len() as u32));
            prop_assert_eq!(it.queue().map(|(waiter, _)| waiter).collect::<Vec<_>>(), model.waiters.clone());
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
enum Status {
    Free,
    Waiting,
    Opening(u32),
    Checking(u32),
    Holding(u32),
}

/// Three borrowers with three operations each; actor `i` waits as `Waiter(i)` and opens connections of its own numbers.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
struct Scene {
    it: Pool,
    operations_left: [u8; 3],
    status: [Status; 3],
    opened: [u32; 3],
}

impl Scene {
    fn told(&mut self, actor: usize, borrow: &Borrow<u32>) {
        self.status[actor] = match *borrow {
            Borrow::Use(connection) => Status::Holding(connection),
            Borrow::Check(place, _) => Status::Checking(place),
            Borrow::Close(place, _) => {
                let next = self.it.replace(place, at(0));
                return self.told(actor, &next);
            }
            Borrow::Open(place) => Status::Opening(place),
            Borrow::Queued => Status::Waiting,
            Borrow::Full | Borrow::Closed => panic!("{borrow:?}"),
        };
    }

    fn notice(mut self, woken: &[Lent<u32>], next: &mut Vec<Self>) {
        for lent in woken {
            let actor = lent.waiter.0 as usize;
            assert_eq!(self.status[actor], Status::Waiting, "woken without waiting: {self:?}");
            self.told(actor, &lent.borrow);
        }
        next.push(self);
    }

    fn moves(&self, actor: usize, next: &mut Vec<Self>) {
        let mut woken = Vec::new();
        match self.status[actor] {
            // What was begun is brought to an end, well or not; that is part of the operation.
            Status::Opening(place) => {
                let mut good = self.clone();
                let connection = actor as u32 * 10 + good.opened[actor];
                good.opened[actor] += 1;
                let borrow = good.it.opened(place, connection, true, at(0), &mut woken);
                good.told(actor, &borrow);
                good.notice(&woken, next);
                let mut bad = self.clone();
                woken.clear();
                bad.it.failed(place, at(0), &mut woken);
                bad.status[actor] = Status::Free;
                bad.notice(&woken, next);
            }
            Status::Checking(place) => {
                for is_alive in [true, false] {
                    let mut scene = self.clone();
                    let borrow = scene.it.checked(place, is_alive, at(0));
                    scene.told(actor, &borrow);
                    next.push(scene);
                }
            }
            Status::Free | Status::Waiting | Status::Holding(_) if self.operations_left[actor] == 0 => {}
            Status::Free => {
                let mut scene = self.clone();
                scene.operations_left[actor] -= 1;
                let borrow = scene.it.borrow(Waiter(actor as u32), Actor(actor as u32), at(0));
                scene.told(actor, &borrow);
                next.push(scene);
            }
            Status::Waiting => {
                let mut scene = self.clone();
                scene.operations_left[actor] -= 1;
                assert!(scene.it.cancel(Waiter(actor as u32)));
                scene.status[actor] = Status::Free;
                next.push(scene);
            }
            Status::Holding(connection) => {
                for keep in [true, false] {
                    let mut scene = self.clone();
                    scene.operations_left[actor] -= 1;
                    scene.status[actor] = Status::Free;
                    woken.clear();
                    let done = match keep {
                        true => scene.it.release(&connection, at(0), &mut woken),
                        false => scene.it.discard(&connection, at(0), &mut woken),
                    };
                    assert!(done.is_ok());
                    scene.notice(&woken, next);
                }
            }
        }
    }

    fn assert_good(&self) {
        self.it.assert_invariants();
        let holds = |status: &&Status| matches!(status, Status::Holding(_));
        assert_eq!(
            self.it.holders().count(),
            self.status.iter().filter(holds).count(),
            "{self:?}"
        );
        let waits = self.status.iter().filter(|&&status| status == Status::Waiting).count();
        assert_eq!(self.it.waiting(), waits, "{self:?}");
    }
}

#[test]
fn every_order_of_three_operations_by_three_borrowers_keeps_every_place_accounted_for() {
    for max in [1, 2] {
        let start = Scene {
            it: Pool::new(
                PoolOptions {
                    validation: Validation::OnBorrow,
                    ..options(max)
                },
                at(0),
            ),
            operations_left: [3; 3],
            status: [Status::Free; 3],
            opened: [0; 3],
        };
        let successors = |scene: &Scene, next: &mut Vec<Scene>| {
            (0..3).for_each(|actor| scene.moves(actor, next));
            next.iter().for_each(Scene::assert_good);
        };
        // Whoever still waits at an end, waits for connections that somebody kept.
        let at_end = |scene: &Scene| {
            let kept = scene.it.holders().count() as u32;
            assert!(!scene.status.contains(&Status::Waiting) || kept == max, "{scene:?}");
        };
        let coverage = explore(start, successors, at_end);
        assert!(coverage.states > 1_000 && coverage.ends > 10, "{max}: {coverage:?}");
    }
}
