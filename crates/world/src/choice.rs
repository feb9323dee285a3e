//! Scheduling decisions and lists of them.
//!
//! Owns `Choice`, the only thing that can go one way or another, and `Schedule`, which makes a run repeatable:
//! it prints, parses and round-trips. Decides nothing: that is a policy's, a learner's or a checker's.

use std::fmt;
use std::str::FromStr;

use crate::{Granularity, IoOrder, Model, Setup, TaskId, TimeMode};

/// One scheduling decision.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Choice {
    /// Lets a task take its next step.
    Run(TaskId),
    /// Moves the clock to the earliest deadline and fires what is due.
    Advance,
    /// Decides what the program left open with `choose`: which of what it offers, counted from 0.
    Pick(u32),
    /// Completes something outside of the program that is under way, in no time.
    Complete(IoId),
}

/// Something outside of the program that is under way: its place among all that are, in the order of the lanes that asked
/// for them and, in each, of asking. Equal states so have equal numbers.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct IoId(pub u32);

impl fmt::Display for Choice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Choice::Run(task) => write!(f, "{}", task.0),
            Choice::Advance => f.write_str("t"),
            Choice::Pick(pick) => write!(f, "={pick}"),
            Choice::Complete(io) => write!(f, "i{}", io.0),
        }
    }
}

impl fmt::Display for IoId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "I/O {}", self.0)
    }
}

/// A run, as the decisions that lead through it, with the machine that they were taken on.
///
/// As text: `v1 model=threads granularity=access time=any seed=0 : 0*3 1 t 2 =1 i0`. A number runs that task, `t` moves
/// the clock, `=n` decides what `choose` left open, `in` completes what is under way outside of the program, and `*n`
/// repeats. `cores=n` stands in the head when the number of cores is limited, `io=open` when I/O takes any time.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Default)]
pub struct Schedule {
    /// Who could run.
    pub model: Model,
    /// How much one step did.
    pub granularity: Granularity,
    /// When timers could fire.
    pub time: TimeMode,
    /// How long what is outside of the program could take.
    pub io: IoOrder,
    /// How many tasks could compute at once.
    pub cores: Option<u32>,
    /// The seed of what the program drew at random.
    pub seed: u64,
    /// The decisions.
    pub choices: Vec<Choice>,
}

impl Schedule {
    /// An empty schedule on the given machine.
    #[must_use]
    pub fn new(setup: &Setup) -> Schedule {
        Schedule {
            model: setup.model,
            granularity: setup.granularity,
            time: setup.time,
            io: setup.io,
            cores: setup.cores,
            seed: setup.seed,
            choices: Vec::new(),
        }
    }

    /// The given machine, changed to the one that the schedule was found on.
    #[must_use]
    pub fn setup(&self, setup: Setup) -> Setup {
        Setup {
            model: self.model,
            granularity: self.granularity,
            time: self.time,
            io: self.io,
            cores: self.cores,
            seed: self.seed,
            ..setup
        }
    }

    /// How many times the schedule lets another task run than the one before, and the earlier one was not the clock.
    #[must_use]
    pub fn switches(&self) -> usize {
        self.choices
            .iter()
            .filter_map(|choice| match choice {
                Choice::Run(task) => Some(*task),
                Choice::Advance | Choice::Pick(_) | Choice::Complete(_) => None,
            })
            .collect::<Vec<_>>()
            .windows(2)
            .filter(|pair| pair[0] != pair[1])
            .count()
    }
}

impl fmt::Display for Schedule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "v1 model={} granularity={} time={}",
            self.model, self.granularity, self.time
        )?;
        if self.io != IoOrder::default() {
            write!(f, " io={}", self.io)?;
        }
        if let Some(cores) = self.cores {
            write!(f, " cores={cores}")?;
        }
        write!(f, " seed={} :", self.seed)?;
        for run in self.choices.chunk_by(|a, b| a == b) {
            match run.len() {
                1 => write!(f, " {}", run[0])?,
                count => write!(f, " {}*{count}", run[0])?,
            }
        }
        Ok(())
    }
}

/// Why a text is no schedule.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ParseScheduleError {
    /// The word that could not be read, empty at the end of the text.
    pub word: String,
    /// What should have stood there.
    pub expected: String,
}

impl fmt::Display for ParseScheduleError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "cannot read `{}` in the schedule: expected {}",
            self.word, self.expected
        )
    }
}

impl std::error::Error for ParseScheduleError {}

/// The most decisions that a schedule read from text may have.
pub const SCHEDULE_CHOICES_MAX: usize = 1_000_000;

impl FromStr for Schedule {
    type Err = ParseScheduleError;

    fn from_str(text: &str) -> Result<Schedule, ParseScheduleError> {
        let (head, body) = text
            .split_once(':')
            .ok_or_else(|| error("", "`v1 model=... : choices`"))?;
        let mut words = head.split_whitespace();
        match words.next() {
            Some("v1") => {}
            other => return Err(error(other.unwrap_or_default(), "the version `v1`")),
        }
        let mut schedule = Schedule::default();
        for word in words {
            schedule.read_setting(word)?;
        }
        for word in body.split_whitespace() {
            schedule.read_choice(word)?;
        }
        Ok(schedule)
    }
}

impl Schedule {
    fn read_setting(&mut self, word: &str) -> Result<(), ParseScheduleError> {
        let (key, value) = word.split_once('=').ok_or_else(|| error(word, "`key=value`"))?;
        match key {
            "model" => self.model = value.parse().map_err(|_| error(word, "event-loop, tasks or threads"))?,
            "granularity" => self.granularity = value.parse().map_err(|_| error(word, "statement or access"))?,
            "time" => self.time = value.parse().map_err(|_| error(word, "exact or any"))?,
            "io" => self.io = value.parse().map_err(|_| error(word, "timed or open"))?,
            "cores" => self.cores = Some(value.parse().map_err(|_| error(word, "a number of cores"))?),
            "seed" => self.seed = value.parse().map_err(|_| error(word, "a whole number"))?,
            _ => return Err(error(word, "model, granularity, time, io, cores or seed")),
        }
        Ok(())
    }

    fn read_choice(&mut self, word: &str) -> Result<(), ParseScheduleError> {
        let (what, count) = match word.split_once('*') {
            Some((what, count)) => (
                what,
                count.parse::<usize>().map_err(|_| error(word, "a count after `*`"))?,
            ),
            None => (word, 1),
        };
        let choice = read_one(what)
            .ok_or_else(|| error(word, "a task's number, `t`, `=` with a number or `i` with a number"))?;
        if count > SCHEDULE_CHOICES_MAX - self.choices.len().min(SCHEDULE_CHOICES_MAX) {
            return Err(error(word, "at most 1,000,000 choices"));
        }
        self.choices.extend(std::iter::repeat_n(choice, count));
        Ok(())
    }
}

fn read_one(word: &str) -> Option<Choice> {
    // A sign would be read as well, but never written.
    let number = |digits: &str| digits.parse().ok().filter(|_| !digits.starts_with('+'));
    match (word, word.strip_prefix('='), word.strip_prefix('i')) {
        ("t", _, _) => Some(Choice::Advance),
        (_, Some(pick), _) => number(pick).map(Choice::Pick),
        (_, _, Some(io)) => number(io).map(IoId).map(Choice::Complete),
        (task, None, None) => number(task).map(TaskId).map(Choice::Run),
    }
}

fn error(word: &str, expected: &str) -> ParseScheduleError {
    ParseScheduleError {
        word: word.to_owned(),
        expected: expected.to_owned(),
    }
}

#[cfg(test)]
mod tests;
