//! States expanded by several threads.
//!
//! Owns how the states of a batch are divided into jobs and put together again. Starts no thread: whoever asks for jobs
//! says how they are run. Since expanding a state is a function of that state, and the results are taken in in the order of
//! the states, the report is the same whatever the number of jobs.

use crate::expand::{Expansion, Task, expand};
use crate::run::{Runs, State};

/// A part of the work, to be run on any thread.
pub type Job<'a> = Box<dyn FnOnce() + Send + 'a>;

/// Runs all the jobs that it is given, at the same time if it can, and returns when they are done.
pub type RunJobs<'a> = dyn FnMut(Vec<Job<'_>>) + 'a;

/// States that one job expands in one go; fewer are not worth a thread.
const STATES_PER_JOB: usize = 512;
const STATES_PER_JOB_MIN: usize = 16;

/// What expands states for a search: as many views of the runs as there are jobs.
pub(crate) struct Crew {
    members: Vec<Member>,
}

struct Member {
    runs: Runs,
    spare: Vec<State>,
    tasks: Vec<Task<Runs>>,
    expansions: Vec<Expansion<Runs>>,
}

impl Crew {
    pub(crate) fn new(jobs: usize, runs: impl Fn() -> Runs) -> Crew {
        let member = |_| Member {
            runs: runs(),
            spare: Vec::new(),
            tasks: Vec::new(),
            expansions: Vec::new(),
        };
        Crew {
            members: (0..jobs.max(1)).map(member).collect(),
        }
    }

    pub(crate) fn size(&self) -> usize {
        self.members.len()
    }

    /// How many states are worth to be expanded in one go.
    pub(crate) fn batch(&self) -> usize {
        self.members.len() * STATES_PER_JOB
    }

    /// Expands the states, in their order.
    pub(crate) fn expand(
        &mut self,
        tasks: Vec<Task<Runs>>,
        wants_races: bool,
        run: &mut RunJobs<'_>,
    ) -> Vec<Expansion<Runs>> {
        let share = tasks.len().div_ceil(self.members.len()).max(STATES_PER_JOB_MIN);
        let mut tasks = tasks.into_iter();
        for member in &mut self.members {
            member.tasks.extend(tasks.by_ref().take(share));
        }
        let has_work = |member: &Member| !member.tasks.is_empty();
        if self.members.iter().filter(|member| has_work(member)).count() > 1 {
            let busy = self.members.iter_mut().filter(|member| has_work(member));
            run(busy
                .map(|member| -> Job<'_> { Box::new(move || member.work(wants_races)) })
                .collect());
        }
        // What there was too little of for several jobs, or what was not run.
        self.members.iter_mut().for_each(|member| member.work(wants_races));
        self.members
            .iter_mut()
            .flat_map(|member| member.expansions.drain(..))
            .collect()
    }
}

impl Member {
    fn work(&mut self, wants_races: bool) {
        for task in self.tasks.drain(..) {
            self.expansions
                .push(expand(&mut self.runs, task, &mut self.spare, wants_races));
        }
    }
}
