//! The course as the page and the grader see it: plain data with the prose already in HTML. It owns the shape; reading it
//! from files is `load`, judging it is `lint`.

use crate::{Check, Policy, Reason};
use serde::{Deserialize, Serialize};

/// Everything there is to learn, in order.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Course {
    /// The course's name.
    pub title: String,
    /// The chapters in the order of `course.toml`.
    pub chapters: Vec<Chapter>,
}

impl Course {
    /// Every lesson in course order.
    pub fn lessons(&self) -> impl Iterator<Item = &Lesson> {
        self.chapters.iter().flat_map(|chapter| &chapter.lessons)
    }

    /// The lesson with this id (`shared-state/07-fix-the-race`) or slug (`fix-the-race`).
    pub fn lesson(&self, id_or_slug: &str) -> Option<&Lesson> {
        self.lessons()
            .find(|lesson| lesson.id == id_or_slug || lesson.slug == id_or_slug)
    }
}

/// A group of lessons around one subject.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Chapter {
    /// The folder's name.
    pub id: String,
    /// The name on screen.
    pub title: String,
    /// The lessons in the order of `course.toml`.
    pub lessons: Vec<Lesson>,
}

/// One idea, one exercise.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Lesson {
    /// Chapter folder and lesson folder, `shared-state/07-fix-the-race`: the key of drafts, progress and links.
    pub id: String,
    /// The folder's name without its number, `fix-the-race`; unique in the course.
    pub slug: String,
    /// The folder's number in the plan of the course.
    pub number: u32,
    /// The name on screen.
    pub title: String,
    /// One sentence for the list of lessons.
    pub summary: String,
    /// What the learner can do afterwards, each a phrase that follows *you can*.
    pub objectives: Vec<String>,
    /// What the learner should know before, in phrases.
    pub prerequisites: Vec<String>,
    /// How long it takes, in minutes.
    pub minutes: u32,
    /// What has to be reached, in one sentence that stays on screen.
    pub goal: String,
    /// The machine that the lesson runs on.
    pub setup: Setup,
    /// What stands before the first section, in HTML; may be empty.
    pub intro_html: String,
    /// The rhythm: predict, run, break, fix, prove, debrief.
    pub sections: Vec<Section>,
    /// What the learner guesses before the first run.
    pub predict: Vec<Question>,
    /// From a question to almost the answer.
    pub hints: Vec<Hint>,
    /// What the learner's program must satisfy, in the order in which they are tried.
    pub checks: Vec<Check>,
    /// The program that the editor opens with; it fails the checks.
    pub starter: String,
    /// Programs that pass the checks; the first is `solution.ts`.
    pub solutions: Vec<SourceFile>,
    /// Plausible half-fixes, each of which fails for its stated reason.
    pub broken: Vec<Broken>,
}

/// The machine that a program runs on, with the words of the header directive. What is absent is left to the program's own
/// directive and then to the defaults of the language.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Setup {
    /// Which of the three models.
    pub model: Option<Model>,
    /// Where threads may switch.
    pub granularity: Option<Granularity>,
    /// How many cores run at once.
    pub cores: Option<u32>,
    /// The seed of policy `random` and of everything else that is drawn.
    pub seed: Option<u64>,
    /// Whether timers are exact.
    pub time: Option<Time>,
    /// Who runs next when the learner presses *Run*.
    pub policy: Option<Policy>,
}

impl Setup {
    /// This machine with every field that `other` sets replaced by its value.
    pub fn overridden_by(&self, other: &Setup) -> Setup {
        Setup {
            model: other.model.or(self.model),
            granularity: other.granularity.or(self.granularity),
            cores: other.cores.or(self.cores),
            seed: other.seed.or(self.seed),
            time: other.time.or(self.time),
            policy: other.policy.or(self.policy),
        }
    }
}

/// The three models of the same program.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Model {
    /// What Node would do.
    EventLoop,
    /// Any runnable task, switching at `await`.
    Tasks,
    /// Any runnable task, switching before any access to shared state.
    Threads,
}

impl Model {
    /// Every model.
    pub const ALL: [Model; 3] = [Model::EventLoop, Model::Tasks, Model::Threads];

    /// The name in directives and in lesson files.
    pub fn name(self) -> &'static str {
        match self {
            Model::EventLoop => "event-loop",
            Model::Tasks => "tasks",
            Model::Threads => "threads",
        }
    }

    /// The model of that name.
    pub fn from_name(name: &str) -> Option<Model> {
        Model::ALL.into_iter().find(|model| model.name() == name)
    }
}

/// Where `threads` may switch.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Granularity {
    /// Between statements.
    Statement,
    /// Between single reads and writes.
    Access,
}

/// How timers behave.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Time {
    /// The clock moves only when nothing can run.
    Exact,
    /// Timers keep their order but may be late.
    Any,
}

/// One beat of the rhythm.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Section {
    /// Which beat.
    pub kind: SectionKind,
    /// The heading: the text after the colon in `## Break: lose one by hand`, else the beat's name.
    pub title: String,
    /// The prose in HTML.
    pub html: String,
}

/// The beats in their order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SectionKind {
    /// Say what will happen before it does.
    Predict,
    /// Watch what happens.
    Run,
    /// Make it go wrong by hand.
    Break,
    /// Edit the program.
    Fix,
    /// Have it checked over everything that can happen.
    Prove,
    /// What it meant.
    Debrief,
}

impl SectionKind {
    /// Every beat, in the order in which a lesson has them.
    pub const ALL: [SectionKind; 6] = [
        SectionKind::Predict,
        SectionKind::Run,
        SectionKind::Break,
        SectionKind::Fix,
        SectionKind::Prove,
        SectionKind::Debrief,
    ];

    /// The heading's word.
    pub fn name(self) -> &'static str {
        match self {
            SectionKind::Predict => "Predict",
            SectionKind::Run => "Run",
            SectionKind::Break => "Break",
            SectionKind::Fix => "Fix",
            SectionKind::Prove => "Prove",
            SectionKind::Debrief => "Debrief",
        }
    }

    /// The beat with this heading.
    pub fn from_name(name: &str) -> Option<SectionKind> {
        SectionKind::ALL.into_iter().find(|kind| kind.name() == name)
    }
}

/// A question with one right answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// The question in HTML.
    pub prompt_html: String,
    /// The answers to choose from, as plain text.
    pub options: Vec<String>,
    /// The right one, as an index into `options` counted from zero.
    pub answer: u32,
    /// What is shown after the choice, in HTML.
    pub explanation_html: String,
}

/// Help, one tier at a time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Hint {
    /// Counted from one: the first asks, the last almost answers.
    pub tier: u32,
    /// The hint in HTML.
    pub html: String,
}

/// A program that belongs to the lesson.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SourceFile {
    /// The path inside the lesson's folder: `solution.ts`, `solutions/mutex.ts`.
    pub file: String,
    /// The program.
    pub source: String,
}

/// A half-fix with the reason for which it must fail.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Broken {
    /// The path inside the lesson's folder: `broken/lock-per-worker.ts`.
    pub file: String,
    /// The program without its first line, which states the reason.
    pub source: String,
    /// The reason that one of the failed checks must report.
    pub expect: Reason,
    /// Why it fails, in the author's words.
    pub why: String,
}
