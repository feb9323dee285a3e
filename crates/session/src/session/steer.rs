//! Driving a run beyond running and stepping: what each [`Drive`] does. Owns the breakpoints' place in the document, the
//! loop, and what is said where a run stops on its way. Branches, the comparison and the list of choices are next door.

mod branches;
mod carry;
mod compare;
mod history;

use std::collections::BTreeSet;

use world::{Choice, TaskId};

use crate::effect::Effect;
use crate::run::{Branches, Edits, Goal, Mark, Plan, Run, Stop, Stops};
use crate::texts::drive as texts;
use crate::texts::fill;
use crate::{Drive, ObjectStop};

use super::Session;
use carry::Misplaced;
pub(super) use compare::{Comparison, ending_words};

/// What belongs to driving besides the run.
#[derive(Clone, Debug, Default)]
pub(super) struct Steering {
    pub(super) branches: Branches,
    pub(super) edits: Edits,
    /// How the run was when the action that is under way came in; `None` if another run has taken its place since.
    mark: Option<Mark>,
    /// Kept runs that the program cannot replay as it is now.
    misplaced: Option<Misplaced>,
    /// The branch whose name is being asked for.
    pub(super) naming: Option<u32>,
    /// Where the run stopped on its way, if it still stands there.
    pub(super) stopped: Option<Stopped>,
    /// The steps of the loop.
    pub(super) range: Option<(u32, u32)>,
    pub(super) shows_history: bool,
    pub(super) comparison: Option<Comparison>,
    /// The width of a picture that is compared and the height of a lane in it, in pixels.
    pub(super) comparison_size: (u32, u32),
    /// The word that is explained; all of them if it is empty.
    pub(super) word: Option<String>,
}

/// Where a run stopped on its way.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Stopped {
    pub(super) cursor: u32,
    /// The line, if it was for one.
    pub(super) line: Option<u32>,
    /// What is said about it.
    pub(super) words: String,
}

impl Session {
    /// Does what was asked.
    #[inline(never)]
    pub(super) fn steer(&mut self, drive: Drive, effects: &mut Vec<Effect>) {
        match drive {
            Drive::ToggleBreakpoint(line) => self.toggle_breakpoint(line, effects),
            Drive::MoveBreakpoints(lines) => {
                let mut moved = BTreeSet::new();
                moved.extend(lines);
                self.set_breakpoints(moved, effects);
            }
            Drive::ClearBreakpoints => {
                self.document.object_stops.remove(self.place.key());
                self.set_breakpoints(BTreeSet::new(), effects);
            }
            Drive::StopAt(name, stop) => self.stop_at(name, stop, effects),
            Drive::ToSwitch => self.go(|_, _| Some(Goal::Switch { first: None }), effects),
            Drive::UntilBlocked => self.go(|_, task| task.map(Goal::Blocked), effects),
            Drive::OverLine => self.go(|run, task| task.map(|task| Goal::over(run, task)), effects),
            Drive::ToLine(line) => self.run_to_line(line, effects),
            Drive::BackToStop => self.back_to_stop(effects),
            Drive::Choose(task) => self.choose_lane(task, effects),
            Drive::RunLane(task) => self.run_lane(task, effects),
            Drive::LoopFrom => self.set_loop(|cursor, known, range| {
                let to = range.map(|(_, to)| to).filter(|to| *to > cursor);
                (cursor, to.unwrap_or(known))
            }),
            Drive::LoopTo => self.set_loop(|cursor, _, range| {
                let from = range.map(|(from, _)| from).filter(|from| *from < cursor);
                (from.unwrap_or(0), cursor)
            }),
            Drive::LoopOver(from, to) => self.set_loop(|_, _, _| (from, to)),
            Drive::LoopExtend(to) => self.extend_loop(to),
            Drive::LeaveLoop => {
                self.driver.stop();
                self.steering.range = None;
            }
            Drive::PlayLoop => self.play_loop(effects),
            Drive::Undo => self.undo_choice(effects),
            Drive::Redo => self.redo_choice(effects),
            Drive::OpenBranch(id) => self.open_branch(id, effects),
            Drive::CloseBranch(id) => self.close_branch(id, effects),
            Drive::NameBranch(id) => self.steering.naming = id,
            Drive::RenameBranch(id, name) => {
                self.steering.naming = None;
                self.steering.branches.rename(id, &name);
            }
            Drive::PinBranch(id) => {
                if let Some(branch) = self.steering.branches.get_mut(id) {
                    branch.is_pinned = !branch.is_pinned;
                }
            }
            Drive::ShowHistory(shows) => self.steering.shows_history = shows,
            Drive::CopyHistory => self.copy_history(effects),
            Drive::Compare(against) => self.compare(against, effects),
            Drive::CompareFinding { check, finding } => self.compare_finding(check, finding, effects),
            Drive::ResizeComparison { width, row_height } => self.steering.comparison_size = (width, row_height),
            Drive::LeaveComparison => self.steering.comparison = None,
            Drive::ExplainWord(word) => self.steering.word = word,
        }
    }

    /// Before every action: how the run is.
    pub(super) fn begin_action(&mut self) {
        self.steering.mark = self.run.as_ref().map(Run::mark);
    }

    /// After every action: what was chosen can be taken back, and what it has cut off is kept. What a timer goes on with
    /// belongs to the action that began it.
    pub(super) fn end_action(&mut self, is_tick: bool) {
        let Some(run) = &mut self.run else { return };
        let cursor = run.cursor();
        if self
            .steering
            .stopped
            .as_ref()
            .is_some_and(|stopped| stopped.cursor != cursor)
        {
            self.steering.stopped = None;
        }
        let Some((edit, ending)) = self.steering.mark.take().and_then(|mark| run.changed_since(mark)) else {
            return;
        };
        let known = run.known();
        self.steering.range = self.steering.range.filter(|(_, to)| *to <= known);
        if !is_tick || !edit.tail.is_empty() {
            self.note_edit(edit, ending);
        }
    }

    /// Another run is on the stage.
    pub(super) fn forget_steering(&mut self) {
        self.steering.mark = None;
        self.steering.edits = Edits::default();
        self.steering.stopped = None;
        self.steering.range = None;
        self.steering.comparison = None;
    }

    /// The breakpoints of the program that is open.
    pub(super) fn stops(&self) -> Stops {
        let lines = self.document.breakpoints.get(self.place.key());
        let objects = self.document.object_stops.get(self.place.key());
        Stops {
            lines: lines.cloned().unwrap_or_default(),
            objects: objects.cloned().unwrap_or_default(),
        }
    }

    /// What a run from where it stands goes by.
    pub(super) fn plan(&self, goal: Goal) -> Plan {
        let here = self.run.as_ref().map(Run::cursor);
        Plan {
            goal,
            // Lines of another text would be any lines.
            stops: if self.is_stale() || self.replays_another_text() {
                Stops::default()
            } else {
                self.stops()
            },
            leaves_stop: self
                .steering
                .stopped
                .as_ref()
                .is_some_and(|stopped| Some(stopped.cursor) == here),
            range: (0, 0),
        }
    }

    fn replays_another_text(&self) -> bool {
        self.replay.is_some() && *self.source.text != *self.proof.source
    }

    fn toggle_breakpoint(&mut self, line: u32, effects: &mut Vec<Effect>) {
        let mut lines = self.stops().lines;
        if lines.remove(&line) {
            effects.push(Effect::Announce(fill(texts::NO_BREAKPOINT_ANY_MORE, &[&line])));
        } else {
            let line = self.nearest_statement(line);
            lines.insert(line);
            effects.push(Effect::Announce(fill(texts::BREAKPOINT_ON, &[&line])));
        }
        self.set_breakpoints(lines, effects);
    }

    /// The line itself if a statement begins on it, else the next on which one does: a comment is never come by.
    fn nearest_statement(&self, line: u32) -> u32 {
        if self.source.is_pending() || self.source.has_errors {
            return line;
        }
        let Some(run) = &self.run else { return line };
        let lines = run.statement_lines();
        let next = lines.range(line..).next().or_else(|| lines.last());
        next.copied().unwrap_or(line)
    }

    fn set_breakpoints(&mut self, lines: BTreeSet<u32>, effects: &mut Vec<Effect>) {
        let key = self.place.key().to_owned();
        if lines.is_empty() {
            self.document.breakpoints.remove(&key);
        } else {
            self.document.breakpoints.insert(key, lines);
        }
        self.save_soon(effects);
    }

    fn stop_at(&mut self, name: String, stop: Option<ObjectStop>, effects: &mut Vec<Effect>) {
        let key = self.place.key().to_owned();
        let objects = self.document.object_stops.entry(key).or_default();
        match stop {
            Some(stop) => objects.insert(name, stop),
            None => objects.remove(&name),
        };
        self.document.object_stops.retain(|_, objects| !objects.is_empty());
        self.save_soon(effects);
    }

    /// The lane that stepping is about: the chosen one if it can go on, else the one whose turn it is.
    fn lane_in_question(&self) -> Option<TaskId> {
        let run = self.run.as_ref()?;
        let chosen = self.stage.selected.filter(|&task| run.world().can_go_on(task));
        chosen.or_else(|| match run.peek_choice()? {
            Choice::Run(task) => Some(task),
            Choice::Advance | Choice::Pick(_) | Choice::Complete(_) => None,
        })
    }

    fn go(&mut self, goal: impl FnOnce(&Run, Option<TaskId>) -> Option<Goal>, effects: &mut Vec<Effect>) {
        self.catch_up(effects);
        self.driver.stop();
        let task = self.lane_in_question();
        let Some(run) = self.run.as_ref().filter(|run| !run.is_over()) else {
            return;
        };
        // Where the clock is next there is nobody to follow, and a step is as far as that goes.
        let Some(goal) = goal(run, task) else {
            return self.step(effects);
        };
        self.drive_to(self.plan(goal), effects);
    }

    fn drive_to(&mut self, plan: Plan, effects: &mut Vec<Effect>) {
        let Some(run) = &mut self.run else { return };
        self.driver.run(run, plan, &mut self.tokens, effects);
        self.follow();
        self.say_where_it_stopped(effects);
    }

    fn run_to_line(&mut self, line: u32, effects: &mut Vec<Effect>) {
        if !self.catch_up(effects) {
            return;
        }
        let line = self.nearest_statement(line);
        let Some(run) = &mut self.run else { return };
        if run.is_over() {
            run.seek(0);
        }
        let mut plan = self.plan(Goal::End);
        plan.stops.lines.insert(line);
        self.drive_to(plan, effects);
    }

    fn back_to_stop(&mut self, effects: &mut Vec<Effect>) {
        self.driver.stop();
        let stops = self.plan(Goal::End).stops;
        let Some(run) = &mut self.run else { return };
        match run.stop_behind(&stops) {
            Some((cursor, stop)) => {
                run.seek(cursor);
                self.stand_at(&stop);
                self.say_step(effects);
            }
            None => effects.push(Effect::Announce(texts::NO_STOP_BEHIND.to_owned())),
        }
    }

    fn choose_lane(&mut self, task: TaskId, effects: &mut Vec<Effect>) {
        let can_run = |run: &Run| run.open_choices().contains(&Choice::Run(task));
        if !self.run.as_ref().is_some_and(can_run) {
            self.stage.selected = Some(task);
        }
        self.step_choice(Choice::Run(task), effects);
    }

    fn run_lane(&mut self, task: TaskId, effects: &mut Vec<Effect>) {
        self.catch_up(effects);
        self.driver.stop();
        let plan = self.plan(Goal::Alone(task));
        let Some(run) = &mut self.run else { return };
        let entries = plan.stops.entries(run, Choice::Run(task));
        if let Err(reason) = run.choose(Choice::Run(task)) {
            self.stage.selected = Some(task);
            effects.push(Effect::Announce(reason));
            return;
        }
        match plan.stops.after(run, &entries) {
            Some(stop) => {
                self.stand_at(&stop);
                self.say_step(effects);
            }
            None if Goal::Alone(task).ends_after(run) => self.say_step(effects),
            None => self.drive_to(
                Plan {
                    leaves_stop: false,
                    ..plan
                },
                effects,
            ),
        }
    }

    fn set_loop(&mut self, range: impl FnOnce(u32, u32, Option<(u32, u32)>) -> (u32, u32)) {
        let Some(run) = &self.run else { return };
        let (from, to) = range(run.cursor(), run.known(), self.steering.range);
        let to = to.min(run.known());
        self.steering.range = (from < to).then_some((from, to));
    }

    /// Goes to a step, and makes the loop reach from where it began, or from where the cursor was, to there.
    fn extend_loop(&mut self, to: u32) {
        self.driver.stop();
        let Some(run) = &mut self.run else { return };
        let cursor = run.cursor();
        let other_end = |(from, to): (u32, u32)| match cursor {
            _ if cursor == to => Some(from),
            _ if cursor == from => Some(to),
            _ => None,
        };
        let anchor = self.steering.range.and_then(other_end).unwrap_or(cursor);
        let to = to.min(run.known());
        run.seek(to);
        self.set_loop(|_, _, _| (anchor.min(to), anchor.max(to)));
        self.follow();
    }

    fn play_loop(&mut self, effects: &mut Vec<Effect>) {
        let speed = self.speed();
        let (Some(run), Some(range)) = (&mut self.run, self.steering.range) else {
            effects.push(Effect::Announce(texts::SET_THE_LOOP_FIRST.to_owned()));
            return;
        };
        self.driver.play_loop(run, range, speed, &mut self.tokens, effects);
        self.follow();
    }

    /// The run stands at a stop: that is what is said of this moment.
    pub(super) fn stand_at(&mut self, stop: &Stop) {
        let Some(run) = &mut self.run else { return };
        let next = match stop {
            Stop::At { task, .. } => match run.peek_choice() {
                Some(choice) if choice == Choice::Run(*task) => run.foretell(choice),
                Some(_) | None => None,
            },
            Stop::Before { .. } | Stop::Changed(_) | Stop::Blocked { .. } => None,
        };
        self.steering.stopped = Some(Stopped {
            cursor: run.cursor(),
            line: match stop {
                Stop::Before { line, .. } | Stop::At { line, .. } => Some(*line),
                Stop::Changed(_) | Stop::Blocked { .. } => None,
            },
            words: words(run, stop, next),
        });
    }
}

/// Why the run stands where it does.
fn words(run: &Run, stop: &Stop, next: Option<String>) -> String {
    let timeline = run.timeline();
    let last = || {
        let step = run.cursor().checked_sub(1);
        step.map(|step| timeline.explain(step)).unwrap_or_default()
    };
    match stop {
        Stop::Before { line, .. } => fill(texts::STOPPED_NEXT, &[line, &timeline.explain(run.cursor())]),
        Stop::At { task, line } => {
            let name = timeline.name_of(*task);
            match next {
                _ if run.world().line_of(*task) != *line => fill(texts::STOPPED_JUST_RUN, &[line, &name]),
                Some(next) => fill(texts::STOPPED_NEXT, &[line, &next]),
                None => fill(texts::STOPPED_ABOUT_TO_RUN, &[line, &name]),
            }
        }
        Stop::Changed(name) => fill(texts::STOPPED_CHANGED, &[name, &last()]),
        Stop::Blocked { task, name } => {
            let who = timeline.name_of(*task);
            fill(texts::STOPPED_BLOCKED, &[&who, name, &last()])
        }
    }
}
