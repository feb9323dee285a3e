//! The programs as machines written by hand, for stateright, which walks states: a program counter, a register and
//! a round for each thread, and the memory that they share. One step is one access that others can see.

use std::time::{Duration, Instant};

use stateright::{Checker, Expectation, Model, Property};

use crate::explored::{begin, tell_states};

const DONE: u8 = u8::MAX;
const FREE: i8 = -1;

#[derive(Clone, PartialEq, Eq, Hash, Debug)]
struct Machine {
    pc: Vec<u8>,
    register: Vec<i8>,
    round: Vec<u8>,
    memory: Vec<i8>,
    /// Threads that wait for a condition, first come first served.
    queues: [Vec<u8>; 2],
    is_broken: bool,
}

impl Machine {
    fn new(threads: usize, memory: &[i8]) -> Machine {
        Machine {
            pc: vec![0; threads],
            register: vec![0; threads],
            round: vec![0; threads],
            memory: memory.to_vec(),
            queues: [Vec::new(), Vec::new()],
            is_broken: false,
        }
    }

    fn end_round(&mut self, thread: usize, rounds: u8) {
        self.round[thread] += 1;
        self.register[thread] = 0;
        self.pc[thread] = if self.round[thread] == rounds { DONE } else { 0 };
    }

    fn is_done(&self) -> bool {
        self.pc.iter().all(|&pc| pc == DONE)
    }

    fn lock(&mut self, thread: usize, lock: usize) -> bool {
        if self.memory[lock] != FREE {
            return false;
        }
        self.memory[lock] = thread as i8;
        self.pc[thread] += 1;
        true
    }
}

#[derive(Clone, Copy)]
enum Code {
    Counter { is_asserted: bool },
    Philosophers { is_ordered: bool },
    Buffer { items: u8, is_fixed: bool },
    Independent,
    SafeStack,
}

#[derive(Clone)]
struct Program {
    code: Code,
    start: Machine,
}

impl Program {
    fn named(name: &str) -> Option<Program> {
        let philosophers = |seats: usize, is_ordered| Program {
            code: Code::Philosophers { is_ordered },
            start: Machine::new(seats, &vec![FREE; seats]),
        };
        let counter = |is_asserted| Program {
            code: Code::Counter { is_asserted },
            start: Machine::new(3, &[0]),
        };
        let buffer = |items, is_fixed| Program {
            code: Code::Buffer { items, is_fixed },
            start: Machine::new(4, &[FREE, 0]),
        };
        Some(match name {
            "counter-3x2" => counter(false),
            "counter-3x2-bug" => counter(true),
            "philosophers-2-bug" => philosophers(2, false),
            "philosophers-3-bug" => philosophers(3, false),
            "philosophers-4-bug" => philosophers(4, false),
            "philosophers-2" => philosophers(2, true),
            "philosophers-3" => philosophers(3, true),
            "philosophers-4" => philosophers(4, true),
            "buffer-1-bug" => buffer(1, false),
            "buffer-2-bug" => buffer(2, false),
            "buffer-1" => buffer(1, true),
            "buffer-2" => buffer(2, true),
            "independent-4x2" => Program {
                code: Code::Independent,
                start: Machine::new(4, &[0]),
            },
            "safestack-3x2-bug" => Program {
                code: Code::SafeStack,
                start: Machine::new(3, &[0, 3, 1, 2, -1, -1, -1, -1]),
            },
            _ => return None,
        })
    }

    /// Lets a thread take its next step. Says no if it has to wait, or is done.
    fn step(&self, machine: &mut Machine, thread: usize) -> bool {
        match self.code {
            _ if machine.pc[thread] == DONE => false,
            Code::Counter { .. } => counter(machine, thread),
            Code::Philosophers { is_ordered } => philosopher(machine, thread, is_ordered),
            Code::Buffer { items, is_fixed } => buffer(machine, thread, items, is_fixed),
            Code::Independent => independent(machine, thread),
            Code::SafeStack => safe_stack(machine, thread),
        }
    }

    fn is_bad(&self, machine: &Machine) -> bool {
        if machine.is_broken {
            return true;
        }
        if machine.is_done() {
            return matches!(self.code, Code::Counter { is_asserted: true }) && machine.memory[0] != 6;
        }
        (0..machine.pc.len()).all(|thread| !self.step(&mut machine.clone(), thread))
    }
}

fn counter(machine: &mut Machine, thread: usize) -> bool {
    if machine.pc[thread] == 0 {
        machine.register[thread] = machine.memory[0];
        machine.pc[thread] = 1;
    } else {
        machine.memory[0] = machine.register[thread] + 1;
        machine.end_round(thread, 2);
    }
    true
}

fn philosopher(machine: &mut Machine, thread: usize, is_ordered: bool) -> bool {
    let (left, right) = (thread, (thread + 1) % machine.pc.len());
    let (first, second) = match is_ordered && right < left {
        true => (right, left),
        false => (left, right),
    };
    match machine.pc[thread] {
        0 => return machine.lock(thread, first),
        1 => return machine.lock(thread, second),
        2 => {
            machine.memory[second] = FREE;
            machine.pc[thread] = 3;
        }
        _ => {
            machine.memory[first] = FREE;
            machine.pc[thread] = DONE;
        }
    }
    true
}

/// Memory: the lock, and whether the one place is full.
fn buffer(machine: &mut Machine, thread: usize, items: u8, is_fixed: bool) -> bool {
    const LOCK: usize = 0;
    const FULL: usize = 1;
    const WAITING: u8 = 3;
    let is_producer = thread < 2;
    let queue_of = |is_producer: bool| usize::from(is_fixed && is_producer);
    match machine.pc[thread] {
        0 => return machine.lock(thread, LOCK),
        1 if (machine.memory[FULL] == 1) == is_producer => {
            machine.queues[queue_of(is_producer)].push(thread as u8);
            machine.memory[LOCK] = FREE;
            machine.pc[thread] = WAITING;
        }
        1 => {
            machine.memory[FULL] = i8::from(is_producer);
            let queue = &mut machine.queues[queue_of(!is_producer)];
            if !queue.is_empty() {
                let woken = queue.remove(0);
                machine.pc[woken as usize] = 0;
            }
            machine.pc[thread] = 2;
        }
        2 => {
            machine.memory[LOCK] = FREE;
            machine.end_round(thread, items);
        }
        _ => return false,
    }
    true
}

fn independent(machine: &mut Machine, thread: usize) -> bool {
    if machine.pc[thread] < 2 {
        machine.register[thread] += 1;
        machine.pc[thread] += 1;
    } else {
        machine.memory[0] += 1;
        machine.pc[thread] = DONE;
    }
    true
}

/// Memory: the head, the count, `next` of the three items and who owns them. The register of a thread holds its item
/// and what it read with it, as `item + 4 * read`.
fn safe_stack(machine: &mut Machine, thread: usize) -> bool {
    const HEAD: usize = 0;
    const COUNT: usize = 1;
    const NEXT: usize = 2;
    const OWNER: usize = 5;
    let (item, read) = (machine.register[thread] & 3, machine.register[thread] >> 2);
    let at = |start: usize| start + item as usize;
    machine.pc[thread] += 1;
    match machine.pc[thread] - 1 {
        // pop
        0 if machine.memory[COUNT] <= 1 => machine.end_round(thread, 2),
        0 => {}
        1 => machine.register[thread] = machine.memory[HEAD],
        2 => {
            let next = std::mem::replace(&mut machine.memory[at(NEXT)], -1);
            machine.register[thread] = item + 4 * next;
            if next < 0 {
                (machine.pc[thread], machine.register[thread]) = (0, 0);
            }
        }
        3 if machine.memory[HEAD] == item => {
            machine.memory[HEAD] = read;
            machine.register[thread] = item;
            machine.pc[thread] = 5;
        }
        3 => {}
        4 => {
            machine.memory[at(NEXT)] = read;
            (machine.pc[thread], machine.register[thread]) = (0, 0);
        }
        5 => machine.memory[COUNT] -= 1,
        // use
        6 => machine.memory[at(OWNER)] = thread as i8,
        7 => machine.is_broken |= machine.memory[at(OWNER)] != thread as i8,
        // push
        8 => machine.register[thread] = item + 4 * machine.memory[HEAD],
        9 => machine.memory[at(NEXT)] = read,
        10 if machine.memory[HEAD] == read => {
            machine.memory[HEAD] = item;
            machine.register[thread] = item;
        }
        10 => {
            machine.register[thread] = item + 4 * machine.memory[HEAD];
            machine.pc[thread] = 9;
        }
        _ => {
            machine.memory[COUNT] += 1;
            machine.end_round(thread, 2);
        }
    }
    true
}

impl Model for Program {
    type State = Machine;
    type Action = usize;

    fn init_states(&self) -> Vec<Machine> {
        vec![self.start.clone()]
    }

    fn actions(&self, state: &Machine, actions: &mut Vec<usize>) {
        actions.extend((0..state.pc.len()).filter(|&thread| self.step(&mut state.clone(), thread)));
    }

    fn next_state(&self, state: &Machine, thread: usize) -> Option<Machine> {
        let mut next = state.clone();
        self.step(&mut next, thread).then_some(next)
    }

    fn properties(&self) -> Vec<Property<Self>> {
        vec![Property {
            expectation: Expectation::Always,
            name: "fine",
            condition: |program, state| !program.is_bad(state),
        }]
    }
}

/// All states, breadth first, on one thread. Says no if there is no such program.
pub(crate) fn with_stateright(name: &str, limit: Duration) -> bool {
    let Some(program) = Program::named(name) else {
        return false;
    };
    begin();
    let started = Instant::now();
    let checker = program.checker().timeout(limit).spawn_bfs().join();
    let path = checker.discovery("fine");
    let end = match path {
        Some(_) => "found",
        None if started.elapsed() < limit => "holds",
        None => "not done",
    };
    let steps = path.map(|path| path.into_actions().len());
    tell_states(end, checker.unique_state_count(), checker.state_count(), steps);
    true
}
