//! A machine small enough to be obviously right: tasks that are lists of instructions over a few variables and locks.

use world::{Choice, TaskId};

use crate::Verdict;
use crate::search::Way;
use crate::system::{End, Marks, Seen, System};
use crate::verdict::Verdicts;

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
    /// Says that useful work was done.
    Progress,
    /// Writes 0 or 1 to a variable, whichever is picked.
    Choose(usize),
}

/// An access to a variable.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Access {
    place: usize,
    task: TaskId,
    is_write: bool,
}

/// A program for the machine, and whether the clock may tick while tasks can run.
#[derive(Clone, Debug)]
pub(super) struct Machine {
    tasks: Vec<Vec<Instruction>>,
    pub(super) is_time_open: bool,
    /// What the last step accessed.
    accesses: Vec<Access>,
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
    /// The task that waits for a pick.
    picking: Option<usize>,
}

impl Machine {
    pub(super) fn new(tasks: Vec<Vec<Instruction>>) -> Machine {
        Machine {
            tasks,
            is_time_open: false,
            accesses: Vec::new(),
        }
    }

    /// Whether a task could go on if it were let.
    pub(super) fn can_run(&self, state: &State, task: usize) -> bool {
        let Task { at, sleeps, .. } = state.tasks[task];
        match self.tasks[task].get(at) {
            None => false,
            Some(Instruction::Await(variable, value)) => state.variables[*variable] == *value,
            Some(Instruction::Lock(lock)) => !state.locks[*lock],
            Some(_) => !sleeps,
        }
    }

    pub(super) fn task_count(&self) -> usize {
        self.tasks.len()
    }

    /// Whether a task has come to where it must ask for something, granted now or not.
    pub(super) fn waits(&self, state: &State, task: usize) -> bool {
        let next = self.tasks[task].get(state.tasks[task].at);
        state.picking != Some(task) && matches!(next, Some(Instruction::Lock(_) | Instruction::Await(..)))
    }

    fn is_done(&self, state: &State) -> bool {
        (0..self.tasks.len()).all(|task| state.tasks[task].at >= self.tasks[task].len())
    }

    /// Goes a way, and tells how it ends and what its last step shows.
    pub(super) fn replay(&self, way: &Way) -> (Option<End>, Verdicts) {
        let mut machine = self.clone();
        let mut state = machine.initial();
        let mut diagnoses = Verdicts::default();
        for step in &way.steps {
            diagnoses = machine.step(&mut state, step.choice).diagnoses;
            assert_eq!(Some(machine.key(&state)), step.key);
        }
        (machine.end(&state), diagnoses)
    }

    /// Takes the next instruction of a task, and says whether it loses an update.
    fn execute(&mut self, state: &mut State, number: usize) -> bool {
        let State {
            tasks,
            variables,
            locks,
            has_failed,
            picking,
            ..
        } = state;
        let task = &mut tasks[number];
        let instruction = self.tasks[number][task.at];
        task.at += 1;
        match instruction {
            Instruction::Load(variable) => task.register = variables[variable],
            Instruction::Add(variable) => {
                let is_lost = variables[variable] != task.register;
                variables[variable] = (task.register + 1) % 8;
                // Only variable 1 is diagnosed, so that variable 0 can be raced for in a search without findings.
                return is_lost && variable == 1;
            }
            Instruction::Signal(variable) => variables[variable] = (variables[variable] + 1) % 8,
            Instruction::Await(..) | Instruction::Progress => {}
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
            Instruction::Choose(_) => *picking = Some(number),
        }
        false
    }
}

impl System for Machine {
    type State = State;
    type Access = Access;

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
            picking: None,
        }
    }

    fn choices(&self, state: &State, out: &mut Vec<Choice>) {
        out.clear();
        if state.has_failed {
            return;
        }
        if state.picking.is_some() {
            out.extend([Choice::Pick(0), Choice::Pick(1)]);
            return;
        }
        let tasks = (0..self.tasks.len()).filter(|&task| self.can_run(state, task));
        out.extend(tasks.map(|task| Choice::Run(TaskId(task as u32))));
        if (out.is_empty() || self.is_time_open) && state.tasks.iter().any(|task| task.sleeps) {
            out.push(Choice::Advance);
        }
    }

    fn step(&mut self, state: &mut State, choice: Choice) -> Seen {
        let mut choices = Vec::new();
        self.choices(state, &mut choices);
        assert!(choices.contains(&choice), "{choice} cannot run");
        let mut seen = Seen::default();
        let task = match choice {
            Choice::Run(TaskId(number)) => {
                let at = state.tasks[number as usize].at;
                let instruction = self.tasks[number as usize][at];
                seen.marks.is_progress = instruction == Instruction::Progress;
                self.accesses = access(instruction, TaskId(number)).into_iter().collect();
                if self.execute(state, number as usize) {
                    seen.diagnoses.insert(Verdict::LostUpdate);
                }
                number as usize
            }
            Choice::Pick(pick) => {
                self.accesses.clear();
                let number = state.picking.take().expect("a pick was offered");
                let Instruction::Choose(variable) = self.tasks[number][state.tasks[number].at - 1] else {
                    panic!("only `Choose` offers a pick");
                };
                state.variables[variable] = pick as u8;
                number
            }
            Choice::Advance | Choice::Complete(_) => {
                self.accesses.clear();
                if let Some(sleeper) = state.tasks.iter_mut().find(|task| task.sleeps) {
                    sleeper.sleeps = false;
                    sleeper.at += 1;
                }
                return seen;
            }
        };
        seen.marks = Marks {
            waits: self.waits(state, task),
            ..seen.marks
        };
        seen
    }

    fn accesses(&self, each: &mut dyn FnMut(Access)) {
        self.accesses.iter().copied().for_each(each);
    }

    fn conflict(a: &Access, b: &Access) -> bool {
        a.task != b.task && a.place == b.place && (a.is_write || b.is_write)
    }

    fn held_back(&self, state: &State, open: &[Choice], out: &mut Vec<TaskId>) -> bool {
        if open.contains(&Choice::Pick(0)) {
            let ready = (0..self.tasks.len()).filter(|&task| self.can_run(state, task));
            out.extend(ready.map(|task| TaskId(task as u32)));
        }
        false
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
            // Jumps may lead beyond the end, which is the end.
            digit(task.at.min(program.len()) as u128, program.len() as u128 + 1);
            let is_done = task.at >= program.len();
            digit(if is_done { 0 } else { u128::from(task.register) }, 8);
            digit(u128::from(task.sleeps), 2);
        }
        state.variables.iter().for_each(|&value| digit(u128::from(value), 8));
        state.locks.iter().for_each(|&is_held| digit(u128::from(is_held), 2));
        digit(u128::from(state.has_failed), 2);
        digit(state.picking.map_or(0, |task| task as u128 + 1), 8);
        key
    }

    fn bytes(&self, state: &State) -> u64 {
        (size_of::<State>() + state.tasks.capacity() * size_of::<Task>()) as u64
    }
}

/// What an instruction accesses without any order. Signals and waits are synchronisation, and so is variable 0, for which
/// the counters of published size compete.
fn access(instruction: Instruction, task: TaskId) -> Option<Access> {
    let (variable, is_write) = match instruction {
        Instruction::Load(variable) => (variable, false),
        Instruction::Add(variable) => (variable, true),
        Instruction::Signal(_)
        | Instruction::Await(..)
        | Instruction::Lock(_)
        | Instruction::Unlock(_)
        | Instruction::Sleep
        | Instruction::Assert(..)
        | Instruction::Jump(_)
        | Instruction::JumpUnless(..)
        | Instruction::Progress
        | Instruction::Choose(_) => return None,
    };
    let place = variable;
    (place == 1).then_some(Access { place, task, is_write })
}
