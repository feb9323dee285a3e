//! Stories of the select and a model test against one list of waits; every order of operations is in `orders`.

use proptest::prelude::*;

use super::*;
use crate::{Capacity, Closed, ReceiveOutcome, SendOutcome, TryReceiveOutcome, TrySendOutcome};

mod orders;

const A: Actor = Actor(0);
const B: Actor = Actor(1);

/// How a wait ended: which case, and what it received; `Err` for a send that will never be.
type Ended = (Waiter, u32, Result<Option<u32>, ()>);

/// Channels and the caller's part: whoever is served leaves the other channels.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
struct Board {
    channels: Vec<Channel<u32>>,
}

impl Channels<u32> for Board {
    fn channel(&self, number: u32) -> &Channel<u32> {
        &self.channels[number as usize]
    }

    fn channel_mut(&mut self, number: u32) -> &mut Channel<u32> {
        &mut self.channels[number as usize]
    }
}

impl Board {
    fn new(capacities: &[u32]) -> Self {
        let channels = capacities
            .iter()
            .map(|&capacity| Channel::new(Capacity::Bounded(capacity)));
        Self {
            channels: channels.collect(),
        }
    }

    fn served(&mut self, party: Party, received: Result<Option<u32>, ()>, ended: &mut Vec<Ended>) {
        withdraw(party.waiter, &mut self.channels);
        ended.push((party.waiter, party.case.unwrap_or(0), received));
    }

    fn send(&mut self, channel: u32, value: u32, ended: &mut Vec<Ended>) {
        match self.channel_mut(channel).try_send(value) {
            TrySendOutcome::Delivered { receiver, value } => self.served(receiver, Ok(Some(value)), ended),
            TrySendOutcome::Buffered => {}
            outcome @ (TrySendOutcome::Full(_) | TrySendOutcome::Closed(_)) => panic!("it was ready: {outcome:?}"),
        }
    }

    fn receive(&mut self, channel: u32, ended: &mut Vec<Ended>) -> Option<u32> {
        match self.channel_mut(channel).try_receive() {
            TryReceiveOutcome::Received {
                value,
                completed_sender,
            } => {
                if let Some(sender) = completed_sender {
                    self.served(sender, Ok(None), ended);
                }
                Some(value)
            }
            TryReceiveOutcome::Closed => None,
            TryReceiveOutcome::Empty => panic!("it was ready"),
        }
    }

    fn close(&mut self, channel: u32, ended: &mut Vec<Ended>) {
        let Ok(Closed {
            rejected_senders,
            finished_receivers,
        }) = self.channel_mut(channel).close()
        else {
            return;
        };
        for (sender, _) in rejected_senders {
            self.served(sender, Err(()), ended);
        }
        for receiver in finished_receivers {
            self.served(receiver, Ok(None), ended);
        }
    }

    /// Goes with one of the ready cases, as `pick` says, or waits.
    fn select(&mut self, waiter: Waiter, cases: &[Case<u32>], pick: usize, ended: &mut Vec<Ended>) {
        match poll(cases, self) {
            Readiness::Refused(case) => ended.push((waiter, case, Err(()))),
            Readiness::Otherwise(case) => ended.push((waiter, case, Ok(None))),
            Readiness::Waits => wait(cases, waiter, Actor(waiter.0), self),
            Readiness::Ready(ready) => {
                let number = ready[pick % ready.len()];
                let received = match &cases[number as usize] {
                    Case::Send { channel, value } => {
                        self.send(*channel, *value, ended);
                        None
                    }
                    Case::Receive { channel } => self.receive(*channel, ended),
                    Case::After | Case::Otherwise => panic!("never ready"),
                };
                ended.push((waiter, number, Ok(received)));
            }
        }
    }

    fn assert_invariants(&self) {
        self.channels.iter().for_each(Channel::assert_invariants);
    }
}

fn send(channel: u32, value: u32) -> Case<u32> {
    Case::Send { channel, value }
}

fn receive(channel: u32) -> Case<u32> {
    Case::Receive { channel }
}

#[test]
fn a_select_that_waits_is_served_once_and_leaves_no_trace_elsewhere() {
    let mut board = Board::new(&[0, 1]);
    let cases = [receive(0), receive(1), receive(0)];
    assert_eq!(poll(&cases, &board), Readiness::Waits);
    wait(&cases, Waiter(7), A, &mut board);
    board.assert_invariants();
    assert_eq!(board.channels[0].receivers().len(), 2);

    let outcome = board.channels[0].send(Waiter(8), B, 5);
    let party = Party {
        waiter: Waiter(7),
        actor: A,
        case: Some(0),
    };
    assert_eq!(
        outcome,
        SendOutcome::Delivered {
            receiver: party,
            value: 5
        }
    );
    assert_eq!(board.channels[0].receivers().len(), 0, "its other place there is gone");
    assert!(withdraw(Waiter(7), &mut board.channels));
    assert_eq!(board, Board::new(&[0, 1]));
}

#[test]
fn all_ready_cases_are_named_and_nothing_is_decided() {
    let mut board = Board::new(&[1, 1, 0]);
    let _ = board.channels[0].try_send(1);
    let cases = [
        receive(0),
        send(0, 2),
        send(1, 3),
        receive(2),
        Case::After,
        Case::Otherwise,
    ];
    assert_eq!(poll(&cases, &board), Readiness::Ready(vec![0, 2]));
    assert_eq!(poll(&cases[3..], &board), Readiness::Otherwise(2));
    assert_eq!(poll(&cases[3..5], &board), Readiness::Waits);
    let _ = board.channels[2].close();
    assert_eq!(
        poll(&[receive(2)], &board),
        Readiness::Ready(vec![0]),
        "closed and drained"
    );
    assert_eq!(poll(&[receive(0), send(2, 4)], &board), Readiness::Refused(1));
}

#[test]
fn two_selects_meet_but_none_meets_itself() {
    let mut board = Board::new(&[0, 0]);
    let mut ended = Vec::new();
    let both_ways = |value| [send(0, value), receive(0), receive(1)];
    board.select(Waiter(0), &both_ways(10), 0, &mut ended);
    assert_eq!(ended, [], "it does not receive what it sends itself");
    board.assert_invariants();
    let mut second_sends = board.clone();
    second_sends.select(Waiter(1), &both_ways(11), 0, &mut ended);
    assert_eq!(ended, [(Waiter(0), 1, Ok(Some(11))), (Waiter(1), 0, Ok(None))]);
    assert_eq!(second_sends, Board::new(&[0, 0]));

    ended.clear();
    board.select(Waiter(1), &both_ways(11), 1, &mut ended);
    assert_eq!(ended, [(Waiter(0), 0, Ok(None)), (Waiter(1), 1, Ok(Some(10)))]);
    assert_eq!(board, Board::new(&[0, 0]));
}

#[test]
fn closing_ends_a_select_once_and_a_send_case_makes_it_fail() {
    let mut board = Board::new(&[0, 0]);
    let mut ended = Vec::new();
    board.select(Waiter(0), &[receive(0), send(0, 1), receive(1)], 0, &mut ended);
    board.close(0, &mut ended);
    assert_eq!(ended, [(Waiter(0), 1, Err(()))]);
    ended.clear();
    board.select(Waiter(1), &[receive(1), receive(1)], 0, &mut ended);
    board.close(1, &mut ended);
    assert_eq!(ended, [(Waiter(1), 0, Ok(None))]);
    assert!(board.channels.iter().all(|channel| channel.receivers().len() == 0));
}

/// The specification: one list of waits in the order of their arrival, each with all its cases, and what each channel
/// buffers. Whoever is served is the first in the list with a case that fits, by its first such case.
#[derive(Debug)]
struct Model {
    waits: Vec<(Waiter, Vec<Case<u32>>)>,
    buffers: Vec<Vec<u32>>,
    capacities: Vec<u32>,
    closed: Vec<bool>,
}

impl Model {
    fn first(&self, fits: impl Fn(&Case<u32>) -> bool) -> Option<(usize, u32)> {
        self.waits
            .iter()
            .enumerate()
            .find_map(|(at, (_, cases))| Some((at, cases.iter().position(&fits)? as u32)))
    }

    fn receiver(&self, on: u32) -> Option<(usize, u32)> {
        self.first(|case| matches!(case, Case::Receive { channel } if *channel == on))
    }

    fn sender(&self, on: u32) -> Option<(usize, u32)> {
        self.first(|case| matches!(case, Case::Send { channel, .. } if *channel == on))
    }

    fn is_ready(&self, case: &Case<u32>) -> bool {
        match *case {
            Case::Send { channel, .. } => {
                self.receiver(channel).is_some()
                    || (self.buffers[channel as usize].len() as u32) < self.capacities[channel as usize]
            }
            Case::Receive { channel } => {
                !self.buffers[channel as usize].is_empty()
                    || self.sender(channel).is_some()
                    || self.closed[channel as usize]
            }
            Case::After | Case::Otherwise => false,
        }
    }

    fn take_sender(&mut self, on: u32, ended: &mut Vec<Ended>) -> Option<u32> {
        let (at, number) = self.sender(on)?;
        let (waiter, cases) = self.waits.remove(at);
        ended.push((waiter, number, Ok(None)));
        match cases[number as usize] {
            Case::Send { value, .. } => Some(value),
            _ => unreachable!("it was found as a sender"),
        }
    }

    fn select(&mut self, waiter: Waiter, cases: &[Case<u32>], pick: usize, ended: &mut Vec<Ended>) {
        let is_refused =
            |case: &Case<u32>| matches!(case, Case::Send { channel, .. } if self.closed[*channel as usize]);
        if let Some(refused) = cases.iter().position(is_refused) {
            return ended.push((waiter, refused as u32, Err(())));
        }
        let ready: Vec<usize> = (0..cases.len()).filter(|&at| self.is_ready(&cases[at])).collect();
        let otherwise = cases.iter().rposition(|case| *case == Case::Otherwise);
        let Some(&number) = ready.get(pick % ready.len().max(1)) else {
            return match otherwise {
                Some(number) => ended.push((waiter, number as u32, Ok(None))),
                None => self.waits.push((waiter, cases.to_vec())),
            };
        };
        let mut received = None;
        match cases[number] {
            Case::Send { channel, value } => match self.receiver(channel) {
                Some((at, case)) => ended.push((self.waits.remove(at).0, case, Ok(Some(value)))),
                None => self.buffers[channel as usize].push(value),
            },
            Case::Receive { channel } if self.buffers[channel as usize].is_empty() => {
                received = self.take_sender(channel, ended);
            }
            Case::Receive { channel } => {
                received = Some(self.buffers[channel as usize].remove(0));
                let next = self.take_sender(channel, ended);
                self.buffers[channel as usize].extend(next);
            }
            Case::After | Case::Otherwise => unreachable!("never ready"),
        }
        ended.push((waiter, number as u32, Ok(received)));
    }

    fn close(&mut self, on: u32, ended: &mut Vec<Ended>) {
        if std::mem::replace(&mut self.closed[on as usize], true) {
            return;
        }
        while let Some((at, case)) = self.sender(on) {
            ended.push((self.waits.remove(at).0, case, Err(())));
        }
        while let Some((at, case)) = self.receiver(on) {
            ended.push((self.waits.remove(at).0, case, Ok(None)));
        }
    }
}

#[derive(Clone, Debug)]
enum Call {
    Select(Vec<Case<u32>>, usize),
    Close(u32),
    /// The number picks among those who wait: time is up, or it is not wanted any more.
    Cancel(usize),
}

fn case() -> impl Strategy<Value = Case<u32>> {
    prop_oneof![
        8 => (0..3u32).prop_map(|channel| send(channel, 0)),
        8 => (0..3u32).prop_map(receive),
        2 => Just(Case::After),
        1 => Just(Case::Otherwise),
    ]
}

fn call() -> impl Strategy<Value = Call> {
    prop_oneof![
        40 => (prop::collection::vec(case(), 1..4), any::<usize>()).prop_map(|(cases, pick)| Call::Select(cases, pick)),
        1 => (0..3u32).prop_map(Call::Close),
        6 => any::<usize>().prop_map(Call::Cancel),
    ]
}

proptest! {
    #[test]
    fn behaves_like_one_list_of_waits(
        capacities in prop::collection::vec(0..3u32, 3),
        calls in prop::collection::vec(call(), 0..80),
    ) {
        let mut board = Board::new(&capacities);
        let mut model = Model {
            waits: Vec::new(),
            buffers: vec![Vec::new(); 3],
            capacities,
            closed: vec![false; 3],
        };
        for (step, call) in calls.into_iter().enumerate() {
            let (mut ended, mut expected) = (Vec::new(), Vec::new());
            match call {
                Call::Select(mut cases, pick) => {
                    for (number, case) in cases.iter_mut().enumerate() {
                        if let Case::Send { value, .. } = case {
                            *value = (10 * step + number) as u32;
                        }
                    }
                    board.select(Waiter(step as u32), &cases, pick, &mut ended);
                    model.select(Waiter(step as u32), &cases, pick, &mut expected);
                }
                Call::Close(channel) => {
                    board.close(channel, &mut ended);
                    model.close(channel, &mut expected);
                }
                Call::Cancel(pick) => {
                    if !model.waits.is_empty() {
                        let (waiter, cases) = model.waits.remove(pick % model.waits.len());
                        let stands = cases.iter().any(|case| matches!(case, Case::Send { .. } | Case::Receive { .. }));
                        prop_assert_eq!(withdraw(waiter, &mut board.channels), stands);
                    }
                }
            }
            board.assert_invariants();
            prop_assert_eq!(ended, expected);
            for (number, channel) in (0u32..).zip(&board.channels) {
                prop_assert_eq!(channel.buffer().copied().collect::<Vec<_>>(), model.buffers[number as usize].clone());
                let places = |is_place: &dyn Fn(&Case<u32>) -> bool| -> Vec<Waiter> {
                    let waits = model.waits.iter();
                    waits
                        .flat_map(|(waiter, cases)| cases.iter().filter(|case| is_place(case)).map(|_| *waiter))
                        .collect()
                };
                let senders = places(&|case| matches!(case, Case::Send { channel, .. } if *channel == number));
                let receivers = places(&|case| matches!(case, Case::Receive { channel } if *channel == number));
                prop_assert_eq!(channel.senders().map(|(party, _)| party.waiter).collect::<Vec<_>>(), senders);
                prop_assert_eq!(channel.receivers().map(|party| party.waiter).collect::<Vec<_>>(), receivers);
            }
        }
    }
}

#[test]
fn a_plain_receive_takes_what_a_select_offers() {
    let mut board = Board::new(&[0, 0]);
    wait(&[send(0, 4), receive(1)], Waiter(3), A, &mut board);
    let outcome = board.channels[0].receive(Waiter(4), B);
    let ReceiveOutcome::Received {
        value: 4,
        completed_sender: Some(sender),
    } = outcome
    else {
        panic!("{outcome:?}");
    };
    assert_eq!((sender.waiter, sender.case), (Waiter(3), Some(0)));
    assert!(withdraw(Waiter(3), &mut board.channels));
    assert_eq!(board, Board::new(&[0, 0]));
}
