//! Stories of the server, a model test against a naive specification, and every order of three clients' operations.

use proptest::prelude::*;

use super::*;
use crate::exhaustive::explore;

const A: Actor = Actor(0);
const B: Actor = Actor(1);
const C: Actor = Actor(2);

fn at(millis: u64) -> Instant {
    Instant::ZERO.saturating_add(Duration::from_millis(millis))
}

fn options(concurrency: u32) -> ServerOptions {
    ServerOptions {
        concurrency: Some(concurrency),
        queue_limit: None,
        degrade_after: None,
        degrade_per_mille: 0,
        outages: Vec::new(),
    }
}

fn outage(from: u64, to: u64) -> Outage {
    Outage {
        from: Duration::from_millis(from),
        to: Duration::from_millis(to),
    }
}

fn admitted(waiter: u32, actor: Actor, request: u32) -> Admitted {
    let waiter = Waiter(waiter);
    Admitted { waiter, actor, request }
}

#[test]
fn who_finds_it_busy_waits_and_who_finds_the_queue_full_is_refused() {
    let mut it = Server::new(
        ServerOptions {
            queue_limit: Some(1),
            ..options(1)
        },
        at(0),
    );
    assert_eq!(it.arrive(Waiter(0), A, at(0)), Arrival::Served(0));
    assert_eq!(it.arrive(Waiter(1), B, at(0)), Arrival::Queued);
    let before = it.clone();
    assert_eq!(
        it.arrive(Waiter(2), C, at(0)),
        Arrival::Refused(Refusal::Full { waiting: 1 })
    );
    assert_eq!(it, before);
    let mut woken = Vec::new();
    assert_eq!(it.leave(0, at(5), &mut woken), Departure::Served);
    assert_eq!(woken, [admitted(1, B, 0)]);
    assert_eq!((it.serving(), it.waiting()), (1, 0));
    it.assert_invariants();
}

#[test]
fn an_outage_refuses_newcomers_and_those_who_wait_and_loses_what_was_served() {
    let outages = vec![outage(10, 20), outage(30, 40)];
    let mut it = Server::new(ServerOptions { outages, ..options(1) }, at(100));
    assert_eq!(it.arrive(Waiter(0), A, at(105)), Arrival::Served(0));
    assert_eq!(it.deadline(), None, "nobody would notice");
    assert_eq!(it.arrive(Waiter(1), B, at(106)), Arrival::Queued);
    assert_eq!(it.deadline(), Some(at(110)));
    assert_eq!(it.go_down(at(109)), []);
    assert_eq!(it.go_down(at(110)), [(Waiter(1), B)]);
    assert_eq!(it.arrive(Waiter(2), C, at(119)), Arrival::Refused(Refusal::Down));
    let mut woken = Vec::new();
    assert_eq!(
        it.leave(0, at(125), &mut woken),
        Departure::Lost,
        "although it is up again"
    );
    assert_eq!(it.arrive(Waiter(3), C, at(120)), Arrival::Served(0));
    assert_eq!(it.leave(0, at(129), &mut woken), Departure::Served);
    assert!(it.is_down(at(130)) && !it.is_down(at(140)));
}

#[test]
fn it_gets_slower_with_each_request_beyond_what_it_can_bear() {
    let degrading = ServerOptions {
        degrade_after: Some(1),
        degrade_per_mille: 500,
        ..options(2)
    };
    let mut it = Server::new(degrading, at(0));
    let base = Duration::from_millis(10);
    for (waiter, expected) in [(0, 10), (1, 15), (2, 20), (3, 25)] {
        let _ = it.arrive(Waiter(waiter), A, at(0));
        assert_eq!(
            it.stretched(base),
            Duration::from_millis(expected),
            "{} requests",
            waiter + 1
        );
    }
    assert_eq!(it.stretched(Duration::MAX), Duration::MAX);
}

#[test]
fn cancelling_leaves_no_trace() {
    let mut it = Server::new(options(1), at(0));
    let _ = it.arrive(Waiter(0), A, at(0));
    let before = it.clone();
    assert_eq!(it.arrive(Waiter(1), B, at(0)), Arrival::Queued);
    assert!(it.cancel(Waiter(1)) && !it.cancel(Waiter(1)));
    assert_eq!(it, before);
}

#[derive(Clone, Debug)]
enum Call {
    Arrive(u32),
    Leave(usize),
    Cancel(usize),
    Pass(u64),
}

fn call() -> impl Strategy<Value = Call> {
    prop_oneof![
        4 => (0..3u32).prop_map(Call::Arrive),
        3 => any::<usize>().prop_map(Call::Leave),
        1 => any::<usize>().prop_map(Call::Cancel),
        2 => (1..4u64).prop_map(Call::Pass),
    ]
}

proptest! {
    /// The specification: a list of those who are served, a list of those who wait, and a table of bad minutes.
    #[test]
    fn behaves_like_two_lists(
        concurrency in 1..4u32,
        queue_limit in prop::option::of(0..3u32),
        calls in prop::collection::vec(call(), 0..80),
    ) {
        let outages = vec![outage(10, 12), outage(20, 30)];
        let is_down = |now: u64| (10..12).contains(&now) || (20..30).contains(&now);
        let mut it = Server::new(ServerOptions { queue_limit, outages, ..options(concurrency) }, at(0));
        let mut now = 0;
        let mut served: Vec<(u32, u64)> = Vec::new();
        let mut waiting: Vec<Waiter> = Vec::new();
        for (step, call) in calls.into_iter().enumerate() {
            match call {
                Call::Arrive(actor) => {
                    let waiter = Waiter(step as u32);
                    match it.arrive(waiter, Actor(actor), at(now)) {
                        Arrival::Served(request) => {
                            prop_assert!(!is_down(now) && served.len() < concurrency as usize);
                            prop_assert!(served.iter().all(|&(other, _)| other != request));
                            served.push((request, now));
                        }
                        Arrival::Queued => {
                            prop_assert!(!is_down(now) && served.len() == concurrency as usize);
                            waiting.push(waiter);
                        }
                        Arrival::Refused(Refusal::Down) => prop_assert!(is_down(now)),
                        Arrival::Refused(Refusal::Full { waiting: told }) => {
                            prop_assert_eq!((Some(told), told as usize), (queue_limit, waiting.len()));
                        }
                    }
                }
                Call::Leave(pick) => {
                    if served.is_empty() { continue }
                    let (request, since) = served.remove(pick % served.len());
                    let mut woken = Vec::new();
                    let was_lost = (since + 1..=now).any(is_down);
                    let expected = if was_lost { Departure::Lost } else { Departure::Served };
                    prop_assert_eq!(it.leave(request, at(now), &mut woken), expected);
                    let next = (!waiting.is_empty()).then(|| waiting.remove(0));
                    prop_assert_eq!(woken.iter().map(|admitted| admitted.waiter).collect::<Vec<_>>(), Vec::from_iter(next));
                    served.extend(woken.iter().map(|admitted| (admitted.request, now)));
                }
                Call::Cancel(pick) => {
                    if waiting.is_empty() { continue }
                    let waiter = waiting.remove(pick % waiting.len());
                    prop_assert!(it.cancel(waiter));
                }
                Call::Pass(millis) => {
                    for _ in 0..millis {
                        now += 1;
                        let is_due = it.deadline() == Some(at(now));
                        let turned_away = it.go_down(at(now));
                        prop_assert_eq!(is_due && is_down(now), !turned_away.is_empty());
                        if is_down(now) {
                            let turned_away: Vec<Waiter> = turned_away.into_iter().map(|(waiter, _)| waiter).collect();
                            prop_assert_eq!(turned_away, std::mem::take(&mut waiting));
                        }
                    }
                }
            }
            it.assert_invariants();
            prop_assert_eq!((it.serving() as usize, it.waiting()), (served.len(), waiting.len()));
        }
    }
}

#[derive(Clone, PartialEq, Eq, Hash, Debug)]
struct Scene {
    it: Server,
    operations_left: [u8; 3],
    /// Of each client: whether it waits, and the number of its request.
    clients: [(bool, Option<u32>); 3],
}

impl Scene {
    fn moves(&self, client: usize, next: &mut Vec<Self>) {
        if self.operations_left[client] == 0 {
            return;
        }
        let mut scene = self.clone();
        scene.operations_left[client] -= 1;
        match scene.clients[client] {
            (true, _) => {
                assert!(scene.it.cancel(Waiter(client as u32)));
                scene.clients[client] = (false, None);
            }
            (false, Some(request)) => {
                scene.clients[client] = (false, None);
                let mut woken = Vec::new();
                assert_eq!(scene.it.leave(request, at(0), &mut woken), Departure::Served);
                for Admitted { waiter, request, .. } in woken {
                    assert!(scene.clients[waiter.0 as usize].0, "{self:?}");
                    scene.clients[waiter.0 as usize] = (false, Some(request));
                }
            }
            (false, None) => {
                scene.clients[client] = match scene.it.arrive(Waiter(client as u32), Actor(client as u32), at(0)) {
                    Arrival::Served(request) => (false, Some(request)),
                    Arrival::Queued => (true, None),
                    Arrival::Refused(_) => (false, None),
                };
            }
        }
        next.push(scene);
    }

    fn assert_good(&self) {
        self.it.assert_invariants();
        let served: Vec<u32> = self.clients.iter().filter_map(|client| client.1).collect();
        let mut numbers: Vec<u32> = self.it.requests().map(|(number, ..)| number).collect();
        numbers.sort_by_key(|number| served.iter().position(|other| other == number));
        assert_eq!(numbers, served, "{self:?}");
        let waits = self.clients.iter().filter(|client| client.0).count();
        assert_eq!(waits, self.it.waiting(), "{self:?}");
        assert!(
            waits == 0 || served.len() == 1,
            "someone waits for a free server: {self:?}"
        );
    }
}

#[test]
fn every_order_of_three_operations_by_three_clients_serves_whoever_can_be_served() {
    let start = Scene {
        it: Server::new(
            ServerOptions {
                queue_limit: Some(1),
                ..options(1)
            },
            at(0),
        ),
        operations_left: [3; 3],
        clients: [(false, None); 3],
    };
    let successors = |scene: &Scene, next: &mut Vec<Scene>| {
        (0..3).for_each(|client| scene.moves(client, next));
        next.iter().for_each(Scene::assert_good);
    };
    let coverage = explore(start, successors, |_| {});
    assert!(coverage.states > 200 && coverage.ends > 3, "{coverage:?}");
}
