//! Every order in which three actors can select, close and give up on two channels.

use super::*;
use crate::exhaustive::explore;

/// Three actors with three operations each on two channels; actor `i` waits as `Waiter(i)`.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
struct Scene {
    board: Board,
    operations_left: [u8; 3],
    waiting: [bool; 3],
    next_value: u32,
    /// Values that were accepted by a channel or another actor, and those that arrived.
    accepted: Vec<u32>,
    arrived: Vec<u32>,
    /// What each waiting actor would send with each of its cases.
    offers: [[Option<u32>; 2]; 3],
}

impl Scene {
    fn end(&mut self, ended: &[Ended]) {
        for &(Waiter(actor), case, received) in ended {
            let actor = actor as usize;
            let offer = self.offers[actor][case as usize];
            match received {
                Ok(Some(value)) => self.arrived.push(value),
                Ok(None) => self.accepted.extend(offer),
                Err(()) => {}
            }
            self.waiting[actor] = false;
            self.offers[actor] = [None; 2];
        }
        self.accepted.sort_unstable();
        self.arrived.sort_unstable();
    }

    fn select(&self, actor: usize, kinds: [(bool, u32); 2], pick: usize) -> Self {
        let mut scene = self.clone();
        scene.operations_left[actor] -= 1;
        scene.waiting[actor] = true;
        let cases: Vec<Case<u32>> = kinds
            .iter()
            .enumerate()
            .map(|(number, &(is_send, channel))| {
                if !is_send {
                    return receive(channel);
                }
                let value = scene.next_value;
                scene.next_value += 1;
                scene.offers[actor][number] = Some(value);
                send(channel, value)
            })
            .collect();
        let mut ended = Vec::new();
        scene.board.select(Waiter(actor as u32), &cases, pick, &mut ended);
        scene.end(&ended);
        scene
    }

    fn moves(&self, actor: usize, next: &mut Vec<Self>) {
        if self.operations_left[actor] == 0 {
            return;
        }
        if self.waiting[actor] {
            let mut scene = self.clone();
            scene.operations_left[actor] -= 1;
            assert!(withdraw(Waiter(actor as u32), &mut scene.board.channels));
            scene.waiting[actor] = false;
            scene.offers[actor] = [None; 2];
            return next.push(scene);
        }
        let kinds = [
            [(true, 0), (false, 0)],
            [(true, 0), (false, 1)],
            [(false, 0), (true, 1)],
            [(true, 0), (true, 1)],
            [(false, 0), (false, 1)],
        ];
        for kind in kinds {
            for pick in 0..2 {
                next.push(self.select(actor, kind, pick));
            }
        }
        let mut scene = self.clone();
        scene.operations_left[actor] -= 1;
        let mut ended = Vec::new();
        scene.board.close(0, &mut ended);
        scene.end(&ended);
        next.push(scene);
    }

    fn assert_good(&self) {
        self.board.assert_invariants();
        let channels = &self.board.channels;
        let buffered = channels.iter().flat_map(|channel| channel.buffer());
        let mut there: Vec<u32> = self.arrived.iter().chain(buffered).copied().collect();
        there.sort_unstable();
        assert_eq!(there, self.accepted, "a value was lost or doubled: {self:?}");
        for actor in 0..3u32 {
            let sends = channels
                .iter()
                .any(|it| it.senders().any(|(party, _)| party.waiter == Waiter(actor)));
            let receives = channels
                .iter()
                .any(|it| it.receivers().any(|party| party.waiter == Waiter(actor)));
            assert_eq!(
                sends || receives,
                self.waiting[actor as usize],
                "a trace was left: {self:?}"
            );
        }
    }
}

#[test]
fn every_order_of_the_operations_of_three_actors_delivers_each_value_once() {
    for (capacities, operations) in [([0, 0], [3, 3, 2]), ([0, 1], [3, 2, 2])] {
        let start = Scene {
            board: Board::new(&capacities),
            operations_left: operations,
            waiting: [false; 3],
            next_value: 0,
            accepted: Vec::new(),
            arrived: Vec::new(),
            offers: [[None; 2]; 3],
        };
        let successors = |scene: &Scene, next: &mut Vec<Scene>| {
            (0..3).for_each(|actor| scene.moves(actor, next));
            next.iter().for_each(Scene::assert_good);
        };
        let coverage = explore(start, successors, |_| {});
        assert!(coverage.states > 20_000 && coverage.ends > 1_000, "{coverage:?}");
    }
}
