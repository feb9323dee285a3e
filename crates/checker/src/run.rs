//! The world as a system to search.
//!
//! Owns what a world is to the search: which outcome is which violation, which events are diagnoses, and what of a
//! state counts for its key. Everything else it leaves to the world.

use std::sync::Arc;

use world::{
    Choice, Detail, Event, EventKind, FailureKind, Fingerprinter, Footprint, Log, Outcome, Program, PropertyKind,
    Setup, StepAccess, TaskId, World,
};

use crate::claims::Fact;
use crate::reduce::Reduction;
use crate::system::{End, Marks, Seen, Sometimes, System};
use crate::verdict::Verdicts;
use crate::{BoundedBy, Verdict};

/// An access that could come next, and another one that conflicts with it as well.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct RacingAccess {
    pub(crate) task: TaskId,
    pub(crate) name: String,
    pub(crate) line: u32,
    pub(crate) is_write: bool,
}

/// A world on its way through the search, which hands it on more often than it looks at it.
pub(crate) type State = Box<World>;

/// All runs of one program on one machine.
pub(crate) struct Runs {
    program: Arc<Program>,
    setup: Setup,
    final_line: Option<String>,
    fingerprinter: Fingerprinter,
    log: Log,
    reduction: Option<Reduction>,
    /// Whether every step is taken by itself, whatever is known of it.
    is_naive: bool,
}

impl Runs {
    pub(crate) fn new(program: Arc<Program>, setup: Setup, final_line: Option<String>) -> Runs {
        let fingerprinter = Fingerprinter::new(&program);
        let setup = setup.for_program(&program);
        Runs {
            program,
            setup,
            final_line,
            fingerprinter,
            log: Log::new(Detail::Findings),
            reduction: None,
            is_naive: true,
        }
    }

    /// Takes steps together from now on that nobody needs to be let in between, and tells which steps commute.
    pub(crate) fn reduce(&mut self) {
        self.is_naive = false;
        let initial = self.initial();
        self.reduction = Reduction::of(&initial);
    }

    /// Takes every step from now on, whatever is known of it.
    #[cfg(test)]
    pub(crate) fn take_all_steps(&mut self) {
        self.is_naive = true;
    }

    /// The same runs with the same claims, for somebody else who expands states.
    pub(crate) fn fellow(&self) -> Runs {
        Runs {
            reduction: self.reduction.as_ref().map(Reduction::fellow),
            is_naive: self.is_naive,
            ..self.another()
        }
    }

    /// The same runs, every step by itself, to be looked at by somebody else.
    pub(crate) fn another(&self) -> Runs {
        Runs::new(Arc::clone(&self.program), self.setup, self.final_line.clone())
    }

    pub(crate) fn setup(&self) -> &Setup {
        &self.setup
    }

    pub(crate) fn final_line(&self) -> Option<&str> {
        self.final_line.as_deref()
    }

    /// The accesses of two steps that conflict, if both are taken from the same world.
    pub(crate) fn race(
        &mut self,
        world: &World,
        first: Choice,
        second: Choice,
    ) -> Option<(RacingAccess, RacingAccess)> {
        let accesses_of = |choice: Choice| {
            let mut log = Log::new(Detail::Findings);
            world.clone().step(choice, &mut log).ok()?;
            Some(log.accesses)
        };
        let (first, second) = (accesses_of(first)?, accesses_of(second)?);
        let pairs = first.iter().flat_map(|a| second.iter().map(move |b| (a, b)));
        let (a, b) = pairs.into_iter().find(|(a, b)| a.conflicts_with(b))?;
        Some((self.racing(a), self.racing(b)))
    }

    fn racing(&self, access: &StepAccess) -> RacingAccess {
        RacingAccess {
            task: access.task,
            name: access.name(&self.program).to_owned(),
            line: access.line(&self.program),
            is_write: access.is_write,
        }
    }

    /// How a run ended.
    pub(crate) fn end_of(&self, state: &World) -> Option<End> {
        Some(match state.outcome()? {
            Outcome::Finished => match self.final_line() {
                Some(expected) if state.last_line() != Some(expected) => End::Bad(Verdict::FinalOutput),
                Some(_) | None => End::Good,
            },
            Outcome::Failed { failure, .. } => End::Bad(verdict_of(*failure)),
            Outcome::Deadlock { .. } => End::Bad(Verdict::Deadlock),
            Outcome::Limit { limit, .. } => End::Limit(*limit),
        })
    }

    /// The world's fingerprint, with how the run ended and, if a check depends on it, what was printed last.
    pub(crate) fn key_of(&mut self, state: &World) -> u128 {
        let mut key = mixed(self.fingerprinter.fingerprint(state), end_word(self.end_of(state)));
        if self.final_line.is_some() {
            let line = state.last_line();
            key = mixed(key, u64::from(line.is_some()));
            for byte in line.unwrap_or_default().bytes() {
                key = mixed(key, u64::from(byte));
            }
        }
        key
    }

    /// The initial world, with everything that happens written down.
    pub(crate) fn observed(&self, log: &mut Log) -> World {
        World::new(Arc::clone(&self.program), self.setup, log)
    }
}

impl System for Runs {
    type State = State;
    type Access = StepAccess;

    fn initial(&mut self) -> State {
        let world = World::new(Arc::clone(&self.program), self.setup, &mut self.log);
        self.log.events.clear();
        Box::new(world)
    }

    fn choices(&self, state: &State, out: &mut Vec<Choice>) {
        state.choices(out);
    }

    fn step(&mut self, state: &mut State, choice: Choice) -> Seen {
        self.log.events.clear();
        let before = state.ops();
        let actor = actor(state, choice);
        state.step_enabled(choice, &mut self.log);
        let is_progress = self.log.events.iter().any(|event| event.kind == EventKind::Progressed);
        let marks = Marks {
            is_progress,
            is_in_vain: self.log.retried_in_vain,
            waits: actor.is_some_and(|task| !state.is_daemon(task) && state.waits_to_be_served(task)),
            is_daemon: actor.is_some_and(|task| state.is_daemon(task)),
        };
        Seen {
            diagnoses: diagnoses(&self.log.events),
            marks,
            sometimes: sometimes(&self.log.events),
            left_out: state.has_drawn().then_some(BoundedBy::Seed),
            ops: state.ops() - before,
        }
    }

    fn goes_on(&mut self, state: &State, choice: Choice, is_alone: bool) -> bool {
        let reduction = self.reduction.as_mut();
        reduction.is_some_and(|reduction| reduction.look(state, &self.log, choice, is_alone))
    }

    fn footprint(&self, state: &State, choice: Choice) -> Option<Footprint> {
        let footprint = match choice {
            Choice::Run(task) if !self.is_naive => state.footprint(task, &self.log)?,
            Choice::Run(_) | Choice::Advance | Choice::Pick(_) | Choice::Complete(_) => return None,
        };
        Some(match &self.reduction {
            Some(reduction) => reduction.narrowed(footprint),
            None => footprint,
        })
    }

    fn take_facts(&mut self) -> Vec<Fact> {
        self.reduction.as_mut().map(Reduction::take_news).unwrap_or_default()
    }

    fn is_news(&self, fact: Fact) -> bool {
        let reduction = self.reduction.as_ref();
        reduction.is_some_and(|reduction| reduction.is_news(fact))
    }

    fn learn(&mut self, facts: &[Fact]) -> bool {
        let reduction = self.reduction.as_mut();
        reduction.is_some_and(|reduction| reduction.learn(facts))
    }

    fn stop_going_on(&mut self) -> bool {
        let reduction = self.reduction.as_mut().filter(|reduction| reduction.is_on());
        reduction.map(Reduction::give_up).is_some()
    }

    fn accesses(&self, each: &mut dyn FnMut(StepAccess)) {
        self.log.accesses.iter().copied().for_each(each);
    }

    fn conflict(a: &StepAccess, b: &StepAccess) -> bool {
        a.conflicts_with(b)
    }

    fn held_back(&self, state: &State, open: &[Choice], out: &mut Vec<TaskId>) -> bool {
        state.held_back(open, out)
    }

    fn end(&self, state: &State) -> Option<End> {
        self.end_of(state)
    }

    fn key(&mut self, state: &State) -> u128 {
        self.key_of(state)
    }

    fn shrink(&mut self, state: &mut State) {
        state.let_go_of_spares();
    }

    fn bytes(&self, state: &State) -> u64 {
        state.bytes()
    }
}

/// Whose step a choice is part of.
fn actor(state: &World, choice: Choice) -> Option<TaskId> {
    match choice {
        Choice::Run(task) => Some(task),
        Choice::Pick(_) => state.picker(),
        Choice::Advance | Choice::Complete(_) => None,
    }
}

/// What a step shows by what happened in it.
pub(crate) fn diagnoses(events: &[Event]) -> Verdicts {
    let mut diagnoses = Verdicts::default();
    for event in events {
        match event.kind {
            EventKind::LostUpdate { .. } => diagnoses.insert(Verdict::LostUpdate),
            EventKind::OverRelease { .. } => diagnoses.insert(Verdict::OverRelease),
            EventKind::Leaked { .. } => diagnoses.insert(Verdict::Leak),
            _ => {}
        }
    }
    diagnoses
}

/// What became of conditions given to `sometimes`.
fn sometimes(events: &[Event]) -> Vec<Sometimes> {
    let news = |event: &Event| match &event.kind {
        EventKind::PropertyNamed {
            kind: PropertyKind::Sometimes,
            name,
        } => Some(Sometimes {
            name: name.clone(),
            is_held: false,
        }),
        EventKind::SometimesHeld { name } => Some(Sometimes {
            name: name.clone(),
            is_held: true,
        }),
        _ => None,
    };
    events.iter().filter_map(news).collect()
}

fn verdict_of(failure: FailureKind) -> Verdict {
    match failure {
        FailureKind::Assertion => Verdict::Assertion,
        FailureKind::Always => Verdict::Always,
        FailureKind::Breach => Verdict::Breach,
        FailureKind::Eventually => Verdict::Eventually,
        FailureKind::OverRelease => Verdict::OverRelease,
        FailureKind::UncaughtError | FailureKind::UnhandledRejection => Verdict::Exception,
    }
}

/// A word for how a run ended, so that two states that end differently never share a key.
fn end_word(end: Option<End>) -> u64 {
    match end {
        None => 1,
        Some(End::Good) => 2,
        Some(End::Limit(limit)) => 0x100 + limit as u64,
        Some(End::Bad(verdict)) => 0x200 + verdict as u64,
    }
}

/// One round of FNV-1a with its 128-bit prime: <http://www.isthe.com/chongo/tech/comp/fnv/>.
fn mixed(key: u128, word: u64) -> u128 {
    (key ^ u128::from(word)).wrapping_mul(0x0000_0000_0100_0000_0000_0000_0000_013B)
}
