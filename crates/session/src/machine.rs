//! The switches of the machine. Owns what the learner chose and who has a say when nothing was chosen: the lesson, then
//! the program's own first comment, then the defaults of the language (the grader's rule).

use lesson::Lesson;
use world::{Granularity, Model, Setup, TimeMode};

use crate::{Link, PolicyKind};

/// What the learner chose; `None` leaves it to the others.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(crate) struct Machine {
    explicit: lesson::Setup,
    policy: Option<PolicyKind>,
}

impl Machine {
    /// What was chosen where a link was made.
    pub(crate) fn chosen(link: &Link) -> Machine {
        let mut machine = Machine {
            policy: link.policy,
            ..Machine::default()
        };
        if let Some(model) = link.model {
            machine.set_model(model);
        }
        if let Some(granularity) = link.granularity {
            machine.set_granularity(granularity);
        }
        if let Some(time) = link.time {
            machine.set_time(time);
        }
        machine.explicit.cores = link.cores;
        machine.explicit.seed = link.seed;
        machine
    }

    pub(crate) fn set_model(&mut self, model: Model) {
        self.explicit.model = Some(match model {
            Model::EventLoop => lesson::Model::EventLoop,
            Model::Tasks => lesson::Model::Tasks,
            Model::Threads => lesson::Model::Threads,
        });
    }

    pub(crate) fn set_granularity(&mut self, granularity: Granularity) {
        self.explicit.granularity = Some(match granularity {
            Granularity::Statement => lesson::Granularity::Statement,
            Granularity::Access => lesson::Granularity::Access,
        });
    }

    pub(crate) fn set_time(&mut self, time: TimeMode) {
        self.explicit.time = Some(match time {
            TimeMode::Exact => lesson::Time::Exact,
            TimeMode::Any => lesson::Time::Any,
        });
    }

    pub(crate) fn set_policy(&mut self, policy: PolicyKind) {
        self.policy = Some(policy);
    }

    pub(crate) fn set_seed(&mut self, seed: u64) {
        self.explicit.seed = Some(seed);
    }

    /// What the learner chose, for a check of the program.
    pub(crate) fn explicit(&self) -> lesson::Setup {
        self.explicit.clone()
    }

    /// Who picks the next task.
    pub(crate) fn policy(&self, lesson: Option<&Lesson>, preferred: PolicyKind) -> PolicyKind {
        let of_lesson = lesson
            .and_then(|lesson| lesson.setup.policy)
            .map(|policy| match policy {
                lesson::Policy::Fifo => PolicyKind::Fifo,
                lesson::Policy::Random => PolicyKind::Random,
            });
        self.policy
            .or(of_lesson)
            .unwrap_or(if lesson.is_some() { PolicyKind::Fifo } else { preferred })
    }

    /// The machine of an ordinary run.
    pub(crate) fn setup(&self, directive: &compiler::Directive, lesson: Option<&Lesson>) -> Setup {
        grader::setup::run_setup(directive, lesson.map(|lesson| &lesson.setup), (&self.explicit).into())
    }
}
