//! What a course promises, held: starters fail, solutions pass, every half-fix fails for its stated reason. Owns these three
//! rules; the form of the files is the lesson crate's business.

use std::fmt;

use lesson::{Broken, Course, Lesson, Reason};

use crate::{CheckResult, Grade, grade};

/// A program of a lesson that does not do what its place in the lesson promises.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CourseProblem {
    /// The lesson's id.
    pub lesson: String,
    /// The program's path inside the lesson's folder.
    pub file: String,
    /// What is wrong.
    pub message: String,
}

impl fmt::Display for CourseProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}: {}", self.lesson, self.file, self.message)
    }
}

/// Grades every program of the course; an empty answer means that all promises are kept.
#[must_use]
pub fn check_course(course: &Course) -> Vec<CourseProblem> {
    course.lessons().flat_map(check_lesson).collect()
}

/// Grades every program of one lesson.
#[must_use]
pub fn check_lesson(lesson: &Lesson) -> Vec<CourseProblem> {
    let mut problems = Vec::new();
    let mut report = |file: &str, message: String| {
        problems.push(CourseProblem {
            lesson: lesson.id.clone(),
            file: file.to_owned(),
            message,
        });
    };
    if let Some(message) = starter_problem(&grade(lesson, &lesson.starter)) {
        report("starter.ts", message);
    }
    for solution in &lesson.solutions {
        let graded = grade(lesson, &solution.source);
        if !graded.passed {
            report(
                &solution.file,
                format!("a solution must pass, but {}", failures(&graded)),
            );
        }
    }
    for broken in &lesson.broken {
        if let Some(message) = broken_problem(broken, &grade(lesson, &broken.source)) {
            report(&broken.file, message);
        }
    }
    problems
}

fn starter_problem(graded: &Grade) -> Option<String> {
    if graded.passed {
        return Some("the starter must fail, but it passes every check".to_owned());
    }
    // A starter that does not even run would fail for no reason that teaches anything.
    let broken = failed(graded).find(|check| check.reason == Some(Reason::DoesNotCompile))?;
    Some(format!("the starter must run: {}", broken.message))
}

fn broken_problem(broken: &Broken, graded: &Grade) -> Option<String> {
    if graded.passed {
        let expect = broken.expect;
        return Some(format!("must fail for `{expect}`, but it passes every check"));
    }
    if failed(graded).any(|check| check.reasons().any(|reason| reason == broken.expect)) {
        return None;
    }
    Some(format!("must fail for `{}`, but {}", broken.expect, failures(graded)))
}

fn failed(graded: &Grade) -> impl Iterator<Item = &CheckResult> {
    graded.checks.iter().filter(|check| !check.passed)
}

fn failures(graded: &Grade) -> String {
    let told: Vec<String> = failed(graded)
        .map(|check| {
            let reasons: Vec<&str> = check.reasons().map(Reason::name).collect();
            format!("`{}` fails for {}: {}", check.id, reasons.join(", "), check.message)
        })
        .collect();
    told.join("; ")
}
