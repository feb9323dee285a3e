//! What drives the lanes: the event loop with its queues, the cores, the tree of scopes. Owns how much of a queue is told and
//! what is said to come next.

use clock::Instant;
use world::{EventLoop, Line, QueuedJob, ScopeTree, Upcoming};

use crate::run::Run;
use crate::session::Session;
use crate::texts::fill;
use crate::texts::system as texts;
use crate::view::{CoresView, LoopView, QueueView, QueuedView, ScopeRow, SystemView};

/// How many entries of a queue are told one by one.
const QUEUE_MAX: usize = 8;
/// How many scopes that are in no other are drawn.
const SCOPES_MAX: usize = 12;
/// How many lanes that could run are listed.
const READY_MAX: usize = 24;
/// How many idle cores are drawn.
const CORES_MAX: u32 = 32;

impl Session {
    pub(super) fn system_view(&self) -> SystemView {
        let Some(run) = &self.run else {
            return SystemView::default();
        };
        let world = run.world();
        let mut scopes = Vec::new();
        world
            .scopes()
            .iter()
            .take(SCOPES_MAX)
            .for_each(|scope| add_scope(scope, 0, &mut scopes));
        SystemView {
            event_loop: world
                .event_loop(QUEUE_MAX)
                .map(|event_loop| loop_view(event_loop, world.now())),
            cores: cores(run),
            scopes,
        }
    }
}

fn add_scope(scope: &ScopeTree, depth: u32, rows: &mut Vec<ScopeRow>) {
    rows.push(ScopeRow {
        depth,
        name: scope.name.clone(),
        is_aborted: scope.is_aborted,
        owner: scope.owner,
        children: scope.children.clone(),
    });
    for nested in &scope.nested {
        add_scope(nested, depth + 1, rows);
    }
}

/// The cores, if somebody computes or their number was set: else there is nothing to see.
fn cores(run: &Run) -> Option<CoresView> {
    let world = run.world();
    let cores = world.cores()?;
    if cores.computing.is_empty() && run.setup().cores.is_none() {
        return None;
    }
    let now = world.now();
    let busy = cores.computing.iter();
    let mut all: Vec<_> = busy
        .map(|&(task, until)| Some((task, until.saturating_since(now).to_string())))
        .collect();
    let count = cores.count.unwrap_or(0).min(CORES_MAX) as usize;
    all.resize(all.len().max(count), None);
    Some(CoresView {
        cores: all,
        ready: cores.ready.into_iter().take(READY_MAX).collect(),
    })
}

fn loop_view(it: EventLoop, now: Instant) -> LoopView {
    let has_job = it.ticks.count + it.microtasks.count > 0;
    let is_timer_next = !has_job && it.immediates.count == 0;
    LoopView {
        next: next(&it, now),
        ticks: queue(it.ticks, it.is_tick_next, job),
        microtasks: queue(it.microtasks, has_job && !it.is_tick_next, job),
        immediates: queue(it.immediates, false, job),
        timers: queue(it.timers, is_timer_next, |each| upcoming(each, now)),
        outside: queue(it.outside, false, |each| upcoming(each, now)),
        stack: it.stack,
    }
}

fn queue<T>(line: Line<T>, is_next: bool, view: impl Fn(T) -> QueuedView) -> QueueView {
    QueueView {
        more: u32::try_from(line.count - line.first.len()).unwrap_or(u32::MAX),
        is_next: is_next && line.count > 0,
        entries: line.first.into_iter().map(view).collect(),
    }
}

fn job(job: QueuedJob) -> QueuedView {
    QueuedView {
        what: job.what,
        lane: job.lane,
        left: None,
    }
}

fn upcoming(each: Upcoming, now: Instant) -> QueuedView {
    let left = each.at.map(|at| match at <= now {
        true => "due".to_owned(),
        false => at.saturating_since(now).to_string(),
    });
    QueuedView {
        what: each.what,
        lane: Some(each.lane),
        left,
    }
}

/// What the loop takes next: ticks and microtasks before anything else, then what is due, then it waits.
fn next(it: &EventLoop, now: Instant) -> String {
    let job = match it.is_tick_next {
        true => it.ticks.first.first().map(|job| ("tick", job)),
        false => it.microtasks.first.first().map(|job| ("microtask", job)),
    };
    if let Some((kind, job)) = job {
        return fill(texts::NEXT_COMES_THE_FIRST, &[&kind, &job.what]);
    }
    match (
        it.timers.first.first(),
        it.immediates.first.first(),
        it.outside.count == 0,
    ) {
        (Some(timer), _, _) if timer.at.is_none_or(|at| at <= now) => {
            fill(texts::NO_MICROTASK_IS_LEFT_NEXT_COMES, &[&timer.what])
        }
        (_, Some(immediate), _) => fill(texts::NO_MICROTASK_IS_LEFT_NEXT_COMES_2, &[&immediate.what]),
        (Some(timer), None, true) => fill(texts::NOTHING_CAN_RUN_NOW_THE_LOOP, &[&timer.what]),
        (_, None, false) => texts::NOTHING_CAN_RUN_NOW_THE_LOOP_2.to_owned(),
        (None, None, true) => texts::THE_LOOP_HAS_NOTHING_LEFT_TO.to_owned(),
    }
}
