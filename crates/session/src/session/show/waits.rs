//! Who waits for whom, as a picture and in sentences. Owns the words for each wait and what is said of a circle.

use timeline::{Party, Relation, WaitGraph};
use world::{ObjectId, TaskId, TaskState, Wait, WaitsOn, World};

use crate::run::Run;
use crate::texts::fill;
use crate::texts::waits as texts;
use crate::view::WaitsView;

/// How many waits are drawn: of more, a picture tells nobody anything.
const WAITS_MAX: usize = 24;

/// How many names one sentence tells.
const NAMES_MAX: usize = 4;

/// How a lane is and why it does not go on.
pub(super) fn why(run: &Run, task: TaskId) -> String {
    let world = run.world();
    let Some(view) = world.tasks_among([task]).into_iter().next() else {
        return String::new();
    };
    let name = &view.name;
    match &view.state {
        TaskState::Runnable | TaskState::Running if view.can_run => fill(texts::CAN_GO_ON, &[&name]),
        TaskState::Runnable | TaskState::Running | TaskState::Done | TaskState::Failed | TaskState::Cancelled => {
            sentence(&view.why_not.unwrap_or_else(|| fill(texts::CAN_GO_ON_2, &[&name])))
        }
        TaskState::Working { .. } | TaskState::Sleeping { .. } => sentence(
            &view
                .why_not
                .unwrap_or_else(|| fill(texts::WAITS_FOR_THE_CLOCK, &[&name])),
        ),
        TaskState::Blocked(_) => {
            let wait = world.why_waiting(task).unwrap_or_else(|| "waits".to_owned());
            sentence(&format!("{name} {wait}{}{}", inputs(run, task), in_line(run, task)))
        }
    }
}

/// Which tasks a combinator still waits for.
fn inputs(run: &Run, task: TaskId) -> String {
    let world = run.world();
    let is_combined = world
        .why_waiting(task)
        .is_some_and(|wait| wait.starts_with(texts::WAITS_FOR_PROMISE));
    let waits = world.waits();
    let open = waits
        .iter()
        .filter(|wait| wait.task == task)
        .filter_map(|wait| match wait.on {
            WaitsOn::Task(other) => Some(run.timeline().name_of(other)),
            WaitsOn::Object { .. } | WaitsOn::Io(_) | WaitsOn::Promise => None,
        });
    let open: Vec<String> = open.collect();
    match open.as_slice() {
        _ if !is_combined => String::new(),
        [] => String::new(),
        [only] => fill(texts::HAS_NOT_ENDED, &[&only]),
        [others @ .., last] if others.len() < NAMES_MAX => {
            fill(texts::AND_HAVE_NOT_ENDED, &[&others.join(", "), &last])
        }
        all => fill(texts::HAVE_NOT_ENDED, &[&all.len()]),
    }
}

/// Where it stands in the line, if others are before it.
fn in_line(run: &Run, task: TaskId) -> String {
    let mut places = run.glance().moment().cards.iter().filter_map(|card| {
        let place = card.queue.iter().position(|entry| entry.task == task)?;
        let first = card.queue.front()?;
        (place > 0).then(|| (place, run.timeline().name_of(first.task)))
    });
    match places.next_back() {
        Some((1, first)) => fill(texts::IS_BEFORE_IT_IN_THE_LINE, &[&first]),
        Some((place, first)) => fill(texts::ARE_BEFORE_IT_IN_THE_LINE, &[&place, &first]),
        None => String::new(),
    }
}

fn sentence(text: &str) -> String {
    match text.ends_with('.') {
        true => text.to_owned(),
        false => format!("{text}."),
    }
}

/// The wait-for graph at the cursor.
pub(super) fn waits(run: &Run) -> WaitsView {
    let world = run.world();
    let mut waits = world.waits();
    let left_out = waits.len().saturating_sub(WAITS_MAX);
    waits.truncate(WAITS_MAX);
    let sentences = sentences(run, &waits);
    let mut sketch = Sketch {
        run,
        parties: Vec::new(),
        edges: Vec::new(),
    };
    waits.iter().for_each(|wait| sketch.add(wait));
    let graph = WaitGraph::new(&sketch.parties, &sketch.edges);
    // Nobody is asked about a circle where there is none.
    let stuck = if graph.cycles.is_empty() {
        Vec::new()
    } else {
        stuck(world)
    };
    let cycles = graph
        .cycles
        .iter()
        .map(|cycle| circle(run, &graph, cycle, &stuck))
        .collect();
    WaitsView {
        sentences,
        cycles,
        left_out: u32::try_from(left_out).unwrap_or(u32::MAX),
        graph,
    }
}

/// One sentence for each lane that waits, as far as it is drawn.
fn sentences(run: &Run, waits: &[Wait]) -> Vec<String> {
    let mut told: Vec<TaskId> = waits.iter().map(|wait| wait.task).collect();
    told.dedup();
    told.into_iter().map(|task| why(run, task)).collect()
}

struct Sketch<'a> {
    run: &'a Run,
    parties: Vec<(Party, String)>,
    edges: Vec<(usize, usize, Relation)>,
}

impl Sketch<'_> {
    fn party(&mut self, party: Party, label: String) -> usize {
        let known = self.parties.iter().position(|(other, _)| *other == party);
        known.unwrap_or_else(|| {
            self.parties.push((party, label));
            self.parties.len() - 1
        })
    }

    fn task(&mut self, task: TaskId) -> usize {
        let name = self.run.timeline().name_of(task);
        self.party(Party::Task(task), name)
    }

    fn other(&mut self, label: String) -> usize {
        let number = u32::try_from(self.parties.len()).unwrap_or(u32::MAX);
        self.party(Party::Other(number), label)
    }

    fn edge(&mut self, from: usize, to: usize, relation: Relation) {
        if !self.edges.contains(&(from, to, relation)) {
            self.edges.push((from, to, relation));
        }
    }

    fn add(&mut self, wait: &Wait) {
        let from = self.task(wait.task);
        let to = match &wait.on {
            WaitsOn::Task(other) => self.task(*other),
            WaitsOn::Io(name) => self.other(name.clone()),
            WaitsOn::Promise => self.other(texts::A_PROMISE.to_owned()),
            WaitsOn::Object { object, holders, .. } => {
                let place = self.object(*object);
                for &holder in holders.iter().flatten() {
                    let holder = self.task(holder);
                    self.edge(place, holder, Relation::HeldBy);
                }
                place
            }
        };
        self.edge(from, to, Relation::WaitsFor);
    }

    fn object(&mut self, object: ObjectId) -> usize {
        let name = self.run.glance().moment().name_of(object);
        self.party(Party::Object(object), name)
    }
}

/// The lanes that nothing can help any more as far as waits tell: whatever each waits for is held only by others of them.
fn stuck(world: &World) -> Vec<TaskId> {
    let waits = world.waits();
    let mut stuck: Vec<TaskId> = waits.iter().map(|wait| wait.task).collect();
    stuck.dedup();
    loop {
        let is_hopeless = |wait: &Wait| match &wait.on {
            WaitsOn::Task(other) => stuck.contains(other),
            WaitsOn::Object {
                holders: Some(holders), ..
            } => !holders.is_empty() && holders.iter().all(|holder| stuck.contains(holder)),
            WaitsOn::Object { holders: None, .. } | WaitsOn::Io(_) | WaitsOn::Promise => false,
        };
        let left: Vec<TaskId> = stuck
            .iter()
            .copied()
            .filter(|&task| waits.iter().filter(|wait| wait.task == task).any(is_hopeless))
            .collect();
        if left.len() == stuck.len() {
            return left;
        }
        stuck = left;
    }
}

/// What is said of those that wait for one another.
fn circle(run: &Run, graph: &WaitGraph, cycle: &[usize], stuck: &[TaskId]) -> String {
    let name = |index: usize| graph.nodes[index].label.clone();
    let mut way: Vec<String> = cycle.iter().map(|&index| name(index)).collect();
    way.extend(cycle.first().map(|&index| name(index)));
    let tasks = cycle.iter().filter_map(|&index| match graph.nodes[index].party {
        Party::Task(task) => Some(task),
        Party::Object(_) | Party::Other(_) => None,
    });
    let tasks: Vec<TaskId> = tasks.collect();
    let way = way.join(" → ");
    match tasks[..] {
        [only] => fill(texts::WAITS_FOR_ITSELF, &[&way, &run.timeline().name_of(only)]),
        _ if tasks.iter().all(|task| stuck.contains(task)) => fill(texts::THEY_WAIT_FOR_ONE_ANOTHER_AND, &[&way]),
        _ => fill(texts::THEY_WAIT_FOR_ONE_ANOTHER_BUT, &[&way]),
    }
}
