//! The select: one wait on several channels, of which exactly one comes true.
//!
//! *Who waits.* Whoever finds none of its cases ready; it then stands in the queues of all their channels at once, under one
//! token, with the number of the case in each place.
//! *Who is woken.* Whoever serves it first, in whichever channel, has claimed it: that case comes true, and all its other
//! places are given up before anyone else can see them. Two selects can meet, one sending and one receiving; the one that
//! came later finds the other's case ready. A select never meets itself.
//! *Which of several.* [`poll`] names all cases that are ready and decides nothing: which of them goes is left to whoever
//! schedules (Go picks at random; a checker tries each).
//! *Closed channels.* A receive case is ready, with nothing to receive. A send case makes the whole select fail.
//!
//! The semantics are those of Go's `select` statement, as its specification tells them, except for sending on a closed
//! channel, where Go panics only if it picks that case. Does not own time: an `after` is a case that never is ready when
//! somebody looks, and comes true when the caller's timer says so.

use crate::{Actor, Channel, Party, Waiter};

#[cfg(test)]
mod tests;

/// One of the things that a select waits for.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum Case<T> {
    /// That a value can be sent.
    Send {
        /// Which channel, by the caller's number.
        channel: u32,
        /// What is sent if this case comes true.
        value: T,
    },
    /// That there is something to receive, or never will be.
    Receive {
        /// Which channel, by the caller's number.
        channel: u32,
    },
    /// That some time has passed, which the caller measures.
    After,
    /// That nothing else is ready.
    Otherwise,
}

/// Where the channels are.
pub trait Channels<T> {
    /// The channel with that number.
    fn channel(&self, number: u32) -> &Channel<T>;
    /// The same, to be changed.
    fn channel_mut(&mut self, number: u32) -> &mut Channel<T>;
}

/// What a select finds when it looks at all its cases at once.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
#[must_use]
pub enum Readiness {
    /// This case would send on a channel that is closed: the select fails.
    Refused(u32),
    /// Each of these can go now; at least one.
    Ready(Vec<u32>),
    /// None can, and this case says what happens then.
    Otherwise(u32),
    /// None can: the select has to wait.
    Waits,
}

/// Looks at all cases, and changes nothing.
pub fn poll<T>(cases: &[Case<T>], channels: &impl Channels<T>) -> Readiness {
    let (mut ready, mut otherwise) = (Vec::new(), None);
    for (number, case) in (0u32..).zip(cases) {
        match case {
            Case::Send { channel, .. } => {
                let channel = channels.channel(*channel);
                if channel.is_closed() {
                    return Readiness::Refused(number);
                }
                if channel.can_send() {
                    ready.push(number);
                }
            }
            Case::Receive { channel } => {
                if channels.channel(*channel).can_receive() {
                    ready.push(number);
                }
            }
            Case::After => {}
            Case::Otherwise => otherwise = Some(number),
        }
    }
    match (ready.is_empty(), otherwise) {
        (false, _) => Readiness::Ready(ready),
        (true, Some(number)) => Readiness::Otherwise(number),
        (true, None) => Readiness::Waits,
    }
}

/// Stands in the queues of all cases. When one of them is served, the caller calls [`withdraw`] for the others.
///
/// Panics when some case is ready: that one would have to go instead.
pub fn wait<T: Clone>(cases: &[Case<T>], waiter: Waiter, actor: Actor, channels: &mut impl Channels<T>) {
    for (number, case) in (0u32..).zip(cases) {
        let case_number = Some(number);
        let party = Party {
            waiter,
            actor,
            case: case_number,
        };
        match case {
            Case::Send { channel, value } => channels.channel_mut(*channel).join_senders(party, value.clone()),
            Case::Receive { channel } => channels.channel_mut(*channel).join_receivers(party),
            Case::After => {}
            Case::Otherwise => panic!("{party:?} need not wait"),
        }
    }
}

/// Leaves all queues in which a select may still stand: it was served elsewhere, ran out of time, or gave up. Returns
/// whether it stood anywhere.
pub fn withdraw<'a, T: 'a>(waiter: Waiter, channels: impl IntoIterator<Item = &'a mut Channel<T>>) -> bool {
    let mut stood_somewhere = false;
    for channel in channels {
        stood_somewhere |= channel.cancel(waiter);
    }
    stood_somewhere
}
