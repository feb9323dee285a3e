//! The course and lesson format: what a lesson is made of, how it is read from text files, and which mistakes of an author
//! can be found without running anything.
//!
//! It owns the shape of `lessons/` (`course.toml`, `lesson.md`, `starter.ts`, `solution.ts`, `solutions/*.ts`,
//! `broken/*.ts`, and the programs of `examples/`), the words that checks and half-fixes use for *why* something fails ([`Reason`]), and the rules that look
//! at a learner's text alone ([`SourceRules`]). It deliberately does not compile, run or prove a program, and it does not
//! touch a disk: [`Course::from_files`] takes `(path, text)` pairs, so the command line, the tests and the build of the page
//! feed it alike. The page itself reads the serialised [`Course`], with all Markdown already turned into HTML.
//!
//! # From files to a course
//!
//! Reading never fails as a whole. What cannot be read is left out and reported as a [`Problem`] that names the file, the
//! line where there is one, what is wrong and what to do. [`Course::lint`] then looks at what was read: a course is fit to
//! ship when both lists are empty and the grader has seen every starter fail, every solution pass, and every half-fix fail
//! for its stated reason.
//!
//! # How a half-fix states its reason
//!
//! The first line of each `broken/*.ts` is `// expect: <reason> - <why in a few words>`, with a [`Reason`] name: a verdict
//! of the checker (`lost-update`, `deadlock`, ...) or the way in which a run or the text disappointed (`too-slow`,
//! `given-changed`, ...). It is met when the grade fails and one of the lesson's failed checks reports that reason. The line
//! is not part of the program: [`Broken::source`] starts after it.

mod check;
mod course;
mod examples;
mod front_matter;
mod given;
mod lint;
mod load;
mod markdown;
mod problem;
mod reason;

pub use check::{Check, CheckKind, Literal, OutputRule, Policy, Prove, Run, SourceRules};
pub use course::{
    Broken, Chapter, Course, Granularity, Hint, Lesson, Model, Question, Section, SectionKind, Setup, SourceFile, Time,
};
pub use examples::{Example, ExampleGroup, Examples};
pub use given::{GivenRegion, SourceViolation, given_regions};
pub use problem::Problem;
pub use reason::{Reason, Verdict};
