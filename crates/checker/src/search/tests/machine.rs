//! A machine small enough to be obviously right: tasks that are lists of instructions over a few variables and locks.

use world::{Choice, TaskId};

use crate::Verdict;
use crate::search::Way;
use crate::system::{End, System};

/// One step of a task.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Instruction {
    /// Reads a variable into the task's register.
    Load(usize),
    /// Writes the register plus one to a variable. It is a lost update if the variable is not what was read.
    Add(usize),
    /// Adds one to a variable, in one step.
    Signal(usize),
    /// Waits until a variable has the value.
    Await(usize, u8),
    /// Waits until the lock is free, and takes it.
    Lock(usize),
    /// Frees the lock, whoever holds it.
    Unlock(usize),
    /// Waits for the clock.
    Sleep,
    /// Fails unless the variable has the value.
    Assert(usize, u8),
    /// Goes on elsewhere.
    Jump(usize),
    /// Goes on at the given instruction unless the variable has the value.
    JumpUnless(usize, u8, usize),
}

/// A program for the machine, and whether the clock may tick while tasks can run.
#[derive(Clone, Debug)]
pub(super) struct Machine {
    tasks: Vec<Vec<Instruction>>,
    pub(super) is_time_open: bool,
}

#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
struct Task {
    at: usize,
    register: u8,
    sleeps: bool,
}

#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) struct State {
    tasks: Vec<Task>,
    variables: [u8; 2],
    locks: [bool; 2],
    has_failed: bool,
}

impl Machine {
    pub(super) fn new(tasks: Vec<Vec<Instruction>>) -> Machine {
        Machine {
            tasks,
            is_time_open: false,
        }
    }

    fn can_run(&self, state: &State, task: usize) -> bool {
        let Task { at, sleeps, .. } = state.tasks[task];
        match self.tasks[task].get(at) {
            None => false,
            Some(Instruction::Await(variable, value)) => state.variables[*variable] == *value,
            Some(Instruction::Lock(lock)) => !state.locks[*lock],
            Some(_) => !sleeps,
        }
    }

    fn is_done(&self, state: &State) -> bool {
        (0..self.tasks.len()).all(|task| state.tasks[task].at >= self.tasks[task].len())
    }

    /// Goes a way, and tells how it ends and what its last step shows.
    pub(super) fn replay(&self, way: &Way) -> (Option<End>, Option<Verdict>) {
        let mut machine = self.clone();
        let mut state = machine.initial();
        let mut diagnosis = None;
        for step in &way.steps {
            diagnosis = machine.step(&mut state, step.choice);
            assert_eq!(machine.key(&state), step.key);
        }
        (machine.end(&state), diagnosis)
    }
}

impl System for Machine {
    type State = State;

    fn initial(&mut self) -> State {
        let task = Task {
            at: 0,
            register: 0,
            sleeps: false,
        };
        State {
            tasks: vec![task; self.tasks.len()],
            variables: [0; 2],
            locks: [false; 2],
            has_failed: false,
        }
    }

    fn choices(&self, state: &State, out: &mut Vec<Choice>) {
        out.clear();
        if state.has_failed {
            return;
        }
        let tasks = (0..self.tasks.len()).filter(|&task| self.can_run(state, task));
        out.extend(tasks.map(|task| Choice::Run(TaskId(task as u32))));
        if (out.is_empty() || self.is_time_open) && state.tasks.iter().any(|task| task.sleeps) {
            out.push(Choice::Advance);
        }
    }

    fn step(&mut self, state: &mut State, choice: Choice) -> Option<Verdict> {
        let mut choices = Vec::new();
        self.choices(state, &mut choices);
        assert!(choices.contains(&choice), "{choice} cannot run");
        let Choice::Run(TaskId(number)) = choice else {
            if let Some(sleeper) = state.tasks.iter_mut().find(|task| task.sleeps) {
                sleeper.sleeps = false;
                sleeper.at += 1;
            }
            return None;
        };
        let State {
            tasks,
            variables,
            locks,
            has_failed,
        } = state;
        let task = &mut tasks[number as usize];
        let instruction = self.tasks[number as usize][task.at];
        task.at += 1;
        match instruction {
            Instruction::Load(variable) => task.register = variables[variable],
            Instruction::Add(variable) => {
                let is_lost = variables[variable] != task.register;
                variables[variable] = (task.register + 1) % 8;
                // Only variable 1 is diagnosed, so that variable 0 can be raced for in a search without findings.
                return (is_lost && variable == 1).then_some(Verdict::LostUpdate);
            }
            Instruction::Signal(variable) => variables[variable] = (variables[variable] + 1) % 8,
            Instruction::Await(..) => {}
            Instruction::Lock(lock) => locks[lock] = true,
            Instruction::Unlock(lock) => locks[lock] = false,
            Instruction::Sleep => {
                task.at -= 1;
                task.sleeps = true;
            }
            Instruction::Assert(variable, value) => *has_failed = variables[variable] != value,
            Instruction::Jump(target) => task.at = target,
            Instruction::JumpUnless(variable, value, target) => {
                if variables[variable] != value {
                    task.at = target;
                }
            }
        }
        None
    }

    fn end(&self, state: &State) -> Option<End> {
        let mut choices = Vec::new();
        self.choices(state, &mut choices);
        match (state.has_failed, choices.is_empty()) {
            (true, _) => Some(End::Bad(Verdict::Assertion)),
            (false, false) => None,
            (false, true) if self.is_done(state) => Some(End::Good),
            (false, true) => Some(End::Bad(Verdict::Deadlock)),
        }
    }

    /// The whole state, digit by digit: no two states share a key.
    fn key(&mut self, state: &State) -> u128 {
        let mut key = 1_u128;
        let mut digit = |value: u128, base: u128| key = key * base + value;
        for (task, program) in state.tasks.iter().zip(&self.tasks) {
            digit(task.at as u128, program.len() as u128 + 1);
            let is_done = task.at >= program.len();
            digit(if is_done { 0 } else { u128::from(task.register) }, 8);
            digit(u128::from(task.sleeps), 2);
        }
        state.variables.iter().for_each(|&value| digit(u128::from(value), 8));
        state.locks.iter().for_each(|&is_held| digit(u128::from(is_held), 2));
        digit(u128::from(state.has_failed), 2);
        key
    }

    fn work(&self) -> u64 {
        0
    }

    fn bytes(&self, state: &State) -> u64 {
        (size_of::<State>() + state.tasks.capacity() * size_of::<Task>()) as u64
    }
}
