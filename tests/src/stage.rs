//! The app without a screen over long runs, for `cargo xtask bench stage`. Owns the programs and what is done with them;
//! the caller holds the clock and counts memory, natively and in wasm alike.

use std::sync::Arc;

use session::{Action, Course, Effect, Environment, Inspect, PolicyKind, RunState, Session};
use timeline::Axis;
use world::{Detail, Log, Model, Policy, Scheduler, Setup, World};

/// A program, as what is measured of it is called.
pub struct Case {
    /// Its name.
    pub name: &'static str,
    lanes: u32,
    rounds: u32,
    model: Model,
}

/// What is measured: runs of about a hundred thousand and of a million events, and lanes that may go in any order.
pub const CASES: [Case; 4] = [
    Case {
        name: "100k-events",
        lanes: 50,
        rounds: 170,
        model: Model::EventLoop,
    },
    Case {
        name: "10k-lanes",
        lanes: 10_000,
        rounds: 1,
        model: Model::EventLoop,
    },
    Case {
        name: "10k-tasks",
        lanes: 10_000,
        rounds: 1,
        model: Model::Tasks,
    },
    Case {
        name: "1M-events",
        lanes: 10_000,
        rounds: 9,
        model: Model::EventLoop,
    },
];

/// What is done with a run that lies open, in the order of the table.
pub const DEEDS: [&str; 11] = [
    "step",
    LOOKING,
    "back",
    "scrub",
    SCRUB_WHOLE,
    "zoom",
    "pan",
    "hover",
    "whole",
    "time axis",
    CUT,
];

/// Half of the run is forgotten, because from here on somebody else chooses.
const CUT: &str = "cut";

/// A step while a lane's calls and all waits are looked at.
const LOOKING: &str = "step with Inspect open";

/// A scrub with everything that comes of it. Of a long run the picture comes first, and what only the world tells, as what
/// can run and where each lane stands, some pictures later.
const SCRUB_WHOLE: &str = "scrub, all there is";

impl Case {
    /// The case of that name.
    #[must_use]
    pub fn named(name: &str) -> Option<&'static Case> {
        CASES.iter().find(|case| case.name == name)
    }

    /// Workers that go through one semaphore, several times each.
    #[must_use]
    pub fn source(&self) -> String {
        format!(
            "const gate = new Semaphore(8);
async function work() {{
  for (let i = 0; i < {rounds}; i++) {{
    await gate.acquire();
    await sleep(1);
    gate.release();
  }}
}}
const workers = [];
for (let i = 1; i <= {lanes}; i++) workers.push(spawn(`w${{i}}`, work));
await Promise.all(workers);
",
            lanes = self.lanes,
            rounds = self.rounds
        )
    }

    /// How many events a run of it has.
    #[must_use]
    pub fn events(&self) -> u64 {
        let compilation = compiler::compile(&self.source(), &compiler::Options::default());
        let mut log = Log::new(Detail::Everything);
        let setup = Setup {
            model: self.model,
            ..Setup::default()
        };
        let mut world = World::new(Arc::new(compilation.program), setup, &mut log);
        let mut scheduler = Scheduler::new(Policy::Fifo);
        let mut events = log.events.len() as u64;
        while let Some(choice) = scheduler.next(&world) {
            log.events.clear();
            world.step_enabled(choice, &mut log);
            events += log.events.len() as u64;
        }
        events
    }
}

/// The app with one of these programs.
pub struct Stage {
    session: Session,
    /// Where the next scrub goes: a fixed sequence that is all over the place.
    place: u32,
    /// What the last deed has left to do.
    left: Vec<Effect>,
}

impl Stage {
    /// Opens the program, runs it to its end, and goes to the middle.
    #[must_use]
    pub fn open(case: &Case) -> Stage {
        let (session, _) = Session::new(Arc::new(Course::default()), None, Environment::default());
        let mut stage = Stage {
            session,
            place: 1,
            left: Vec::new(),
        };
        stage.send(Action::OpenPlayground);
        stage.send(Action::ResizeStage {
            width: 900.0,
            height: 340.0,
            row_height: 28.0,
        });
        stage.send(Action::SetModel(case.model));
        stage.send(Action::EditSource(case.source()));
        stage.run_to_end();
        let steps = stage.session.view().run.steps;
        stage.send(Action::Scrub(steps / 2));
        stage
    }

    /// How many steps the run has.
    #[must_use]
    pub fn steps(&self) -> u32 {
        self.session.view().run.steps
    }

    /// Gets ready for one of [`DEEDS`]: this is not timed.
    pub fn prepare(&mut self, deed: &str) {
        let left = std::mem::take(&mut self.left);
        self.finish(left);
        if (deed == LOOKING) != self.session.view().inspect.is_some() {
            self.send(Action::Inspect(Inspect::Show(deed == LOOKING)));
        }
        if deed == CUT {
            // Each turn has as much to forget as the one before.
            self.run_to_end();
            let place = self.steps() / 2;
            self.send(Action::Scrub(place));
        }
    }

    /// Does one of [`DEEDS`] once, with everything that the screen is then; says how much there is to paint.
    pub fn act(&mut self, deed: &str) -> u32 {
        let steps = self.steps();
        let action = match deed {
            "step" | LOOKING => Action::Step,
            "back" => Action::Back,
            "scrub" | SCRUB_WHOLE => {
                self.place = self.place.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                Action::Scrub(((u64::from(self.place) * u64::from(steps)) >> 32) as u32)
            }
            "zoom" => Action::Zoom { factor: 1.1, x: 450.0 },
            "pan" => Action::Pan { dx: 40.0, dy: 56.0 },
            "hover" => {
                self.place = self.place.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                let rows = &self.session.view().scene.rows;
                let row = rows.get(self.place as usize % rows.len().max(1));
                Action::HoverTarget(row.map(|row| timeline::Target::Lane(row.task)))
            }
            "whole" => Action::FitStage,
            "time axis" => match self.session.view().run.axis {
                Axis::Step => Action::SetAxis(Axis::Time),
                Axis::Time => Action::SetAxis(Axis::Step),
            },
            CUT => Action::SetPolicy(match self.session.view().machine.policy {
                PolicyKind::Random => PolicyKind::Fifo,
                PolicyKind::Fifo | PolicyKind::Manual => PolicyKind::Random,
            }),
            _ => return 0,
        };
        if deed == SCRUB_WHOLE {
            self.send(action);
        } else {
            self.left = self.session.update(action);
        }
        let scene = self.session.view().scene;
        (scene.rows.len() + scene.bars.len() + scene.dots.len() + scene.arrows.len()) as u32
    }

    fn run_to_end(&mut self) {
        self.send(Action::Run);
        while self.session.view().run.state == RunState::AtLimit {
            self.send(Action::Continue);
        }
    }

    /// Hands an action to the session, and the timers that it asks for, until none is left.
    fn send(&mut self, action: Action) {
        let effects = self.session.update(action);
        self.finish(effects);
    }

    fn finish(&mut self, mut effects: Vec<Effect>) {
        while let Some(token) = effects.iter().find_map(|effect| match effect {
            Effect::After { ms: 0, token } => Some(*token),
            _ => None,
        }) {
            effects = self.session.update(Action::Tick(token));
        }
    }
}
