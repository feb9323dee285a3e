//! The machine that a program runs on, from the words of everyone who has a say.
//!
//! This is the one place that maps the words of header directives and lessons to [`world::Setup`] and knows who wins: an
//! explicit choice of the caller (toolbar, command line, one check of a lesson) over the lesson, the lesson over the
//! program's own directive, the directive over the defaults of the language.

use world::{Granularity, IoOrder, Model, Setup, TimeMode};

/// What the caller asks for; `None` leaves it to the others.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub struct Explicit {
    /// Who may run next.
    pub model: Option<Model>,
    /// How much one step of a thread does.
    pub granularity: Option<Granularity>,
    /// How many tasks may compute at once.
    pub cores: Option<u32>,
    /// The seed of everything that is drawn.
    pub seed: Option<u64>,
    /// When a timer may fire.
    pub time: Option<TimeMode>,
}

impl Explicit {
    /// This, and where it says nothing, `other`.
    #[must_use]
    pub fn or(self, other: Explicit) -> Explicit {
        Explicit {
            model: self.model.or(other.model),
            granularity: self.granularity.or(other.granularity),
            cores: self.cores.or(other.cores),
            seed: self.seed.or(other.seed),
            time: self.time.or(other.time),
        }
    }
}

impl From<&lesson::Setup> for Explicit {
    fn from(setup: &lesson::Setup) -> Explicit {
        Explicit {
            model: setup.model.map(|model| match model {
                lesson::Model::EventLoop => Model::EventLoop,
                lesson::Model::Tasks => Model::Tasks,
                lesson::Model::Threads => Model::Threads,
            }),
            granularity: setup.granularity.map(|granularity| match granularity {
                lesson::Granularity::Statement => Granularity::Statement,
                lesson::Granularity::Access => Granularity::Access,
            }),
            cores: setup.cores,
            seed: setup.seed,
            time: setup.time.map(|time| match time {
                lesson::Time::Exact => TimeMode::Exact,
                lesson::Time::Any => TimeMode::Any,
            }),
        }
    }
}

impl From<&compiler::Directive> for Explicit {
    fn from(directive: &compiler::Directive) -> Explicit {
        Explicit {
            model: directive.model.map(|model| match model {
                compiler::Model::EventLoop => Model::EventLoop,
                compiler::Model::Tasks => Model::Tasks,
                compiler::Model::Threads => Model::Threads,
            }),
            granularity: directive.granularity.map(|granularity| match granularity {
                compiler::Granularity::Statement => Granularity::Statement,
                compiler::Granularity::Access => Granularity::Access,
            }),
            cores: directive.cores,
            seed: directive.seed,
            time: directive.time.map(|time| match time {
                compiler::TimeMode::Exact => TimeMode::Exact,
                compiler::TimeMode::Any => TimeMode::Any,
            }),
        }
    }
}

/// The machine of an ordinary run: timers are exact unless somebody says otherwise.
#[must_use]
pub fn run_setup(directive: &compiler::Directive, lesson: Option<&lesson::Setup>, explicit: Explicit) -> Setup {
    resolve(directive, lesson, explicit, |_| TimeMode::Exact)
}

/// The machine of a check: in `threads` code may be slow and timers late unless somebody says otherwise, because a thread
/// that has been given no time slice yet is nothing out of the ordinary. I/O completes in any order.
#[must_use]
pub fn check_setup(directive: &compiler::Directive, lesson: Option<&lesson::Setup>, explicit: Explicit) -> Setup {
    let setup = resolve(directive, lesson, explicit, |model| match model {
        Model::EventLoop | Model::Tasks => TimeMode::Exact,
        Model::Threads => TimeMode::Any,
    });
    Setup {
        io: IoOrder::Open,
        ..setup
    }
}

fn resolve(
    directive: &compiler::Directive,
    lesson: Option<&lesson::Setup>,
    explicit: Explicit,
    default_time: fn(Model) -> TimeMode,
) -> Setup {
    let words = explicit
        .or(lesson.map(Explicit::from).unwrap_or_default())
        .or(directive.into());
    let defaults = Setup::default();
    let model = words.model.unwrap_or(defaults.model);
    Setup {
        model,
        granularity: words.granularity.unwrap_or(defaults.granularity),
        time: words.time.unwrap_or_else(|| default_time(model)),
        io: defaults.io,
        cores: words.cores.or(defaults.cores),
        seed: words.seed.unwrap_or(defaults.seed),
        ..defaults
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn directive(model: Option<compiler::Model>, time: Option<compiler::TimeMode>) -> compiler::Directive {
        compiler::Directive {
            model,
            time,
            seed: Some(7),
            ..compiler::Directive::default()
        }
    }

    #[test]
    fn the_caller_wins_over_the_lesson_and_the_lesson_over_the_program() {
        let program = directive(Some(compiler::Model::Threads), None);
        let lesson = lesson::Setup {
            model: Some(lesson::Model::Tasks),
            ..lesson::Setup::default()
        };
        assert_eq!(run_setup(&program, None, Explicit::default()).model, Model::Threads);
        let setup = run_setup(&program, Some(&lesson), Explicit::default());
        assert_eq!((setup.model, setup.seed), (Model::Tasks, 7));
        let explicit = Explicit {
            model: Some(Model::EventLoop),
            ..Explicit::default()
        };
        assert_eq!(run_setup(&program, Some(&lesson), explicit).model, Model::EventLoop);
    }

    #[test]
    fn a_check_of_threads_lets_timers_be_late_unless_told_otherwise() {
        let threads = directive(Some(compiler::Model::Threads), None);
        assert_eq!(run_setup(&threads, None, Explicit::default()).time, TimeMode::Exact);
        assert_eq!(check_setup(&threads, None, Explicit::default()).time, TimeMode::Any);
        let event_loop = directive(None, None);
        assert_eq!(
            check_setup(&event_loop, None, Explicit::default()).time,
            TimeMode::Exact
        );
        let exact = directive(Some(compiler::Model::Threads), Some(compiler::TimeMode::Exact));
        assert_eq!(check_setup(&exact, None, Explicit::default()).time, TimeMode::Exact);
    }
}
