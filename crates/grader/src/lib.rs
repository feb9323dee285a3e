//! From a lesson and a program to a grade.
//!
//! Owns how each kind of check is decided, what its result says to the learner, and the one place where the words of
//! directives and lessons become a [`world::Setup`]. It deliberately reads no file, no clock and no argument list, and it
//! finds nothing by itself: compiling, stepping and exploring belong to the floors below.
//!
//! # Call protocol
//!
//! [`Grading::new`], then [`Grading::advance`] with a budget until [`GradeProgress::is_finished`], then
//! [`Grading::grade`]; dropping it cancels. The grade is the same whatever the budgets were. [`grade`] does it in one go.

mod compiled;
mod course;
mod grade;
mod grading;
mod prove;
mod run;
pub mod setup;

pub use course::{CourseProblem, check_course, check_lesson};
pub use grade::{CheckResult, FoundSchedule, Grade, GradeProgress};
pub use grading::{Grading, grade};
