//! The lessons that ship, as far as reading tells: they are whole, nothing lies about, and every program keeps what its lesson
//! gives. That starters fail, solutions pass and half-fixes fail for their reason is the grader's to show.

use lesson::{CheckKind, Course, Lesson};
use std::fs;
use std::path::Path;

fn collect(root: &Path, folder: &Path, files: &mut Vec<(String, String)>) {
    for entry in fs::read_dir(folder).expect("the folder of the lessons is there") {
        let path = entry.expect("its entries are readable").path();
        if path.is_dir() {
            collect(root, &path, files);
        } else {
            let inside = path.strip_prefix(root).expect("found under the root");
            let name = inside.to_str().expect("lesson paths are plain").replace('\\', "/");
            files.push((name, fs::read_to_string(&path).expect("lesson files are text")));
        }
    }
}

fn shipped() -> Course {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../lessons");
    let mut files = Vec::new();
    collect(&root, &root, &mut files);
    let (course, mut problems) = Course::from_files(&files);
    problems.extend(course.lint());
    let told: Vec<String> = problems.iter().map(ToString::to_string).collect();
    assert!(told.is_empty(), "{}", told.join("\n"));
    course
}

#[test]
fn both_exercises_are_there_with_several_solutions_and_half_fixes() {
    let course = shipped();
    for slug in ["fix-the-race", "bounded-worker-pool"] {
        let lesson = course.lesson(slug).expect("the lesson ships");
        assert!(
            lesson.solutions.len() >= 4,
            "{slug} has {} solutions",
            lesson.solutions.len()
        );
        assert!(
            lesson.broken.len() >= 4,
            "{slug} has {} half-fixes",
            lesson.broken.len()
        );
    }
}

#[test]
fn every_program_keeps_the_parts_that_its_lesson_gives() {
    let mut judged = 0;
    for lesson in shipped().lessons() {
        for (file, source) in programs(lesson) {
            for check in &lesson.checks {
                if let CheckKind::Source(rules) = &check.kind {
                    let found = rules.violations(&lesson.starter, source);
                    assert_eq!(found, [], "{}/{file}", lesson.id);
                    judged += 1;
                }
            }
        }
    }
    assert!(judged > 0, "no lesson gives a part that must stay");
}

fn programs(lesson: &Lesson) -> impl Iterator<Item = (&str, &str)> {
    let solutions = lesson
        .solutions
        .iter()
        .map(|file| (file.file.as_str(), file.source.as_str()));
    solutions.chain(
        lesson
            .broken
            .iter()
            .map(|file| (file.file.as_str(), file.source.as_str())),
    )
}
