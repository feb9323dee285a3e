//! The course that ships keeps its promises: the format is right, starters fail, solutions pass, and every half-fix fails for
//! its stated reason. The rules themselves are tested in the crates `lesson` and `grader`.

use std::path::Path;

use lesson::Course;

fn collect(root: &Path, folder: &Path, files: &mut Vec<(String, String)>) {
    for entry in std::fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display())) {
        let path = entry.expect("a folder that can be listed").path();
        if path.is_dir() {
            collect(root, &path, files);
        } else {
            let name = path
                .strip_prefix(root)
                .expect("inside the root")
                .to_string_lossy()
                .replace('\\', "/");
            files.push((name, std::fs::read_to_string(&path).expect("a text file")));
        }
    }
}

fn course() -> Course {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../lessons");
    let mut files = Vec::new();
    collect(&root, &root, &mut files);
    files.sort();
    let (course, problems) = Course::from_files(&files);
    assert_eq!(problems, [], "the files can be read");
    course
}

#[test]
fn the_course_is_fit_to_ship() {
    let course = course();
    assert_eq!(course.lint(), []);
    let problems: Vec<String> = grader::check_course(&course).iter().map(ToString::to_string).collect();
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

/// The rules can fail: the same course with solution and starter exchanged breaks both promises.
#[test]
fn an_exchanged_starter_and_solution_are_noticed() {
    let mut course = course();
    let lesson = &mut course.chapters[0].lessons[0];
    std::mem::swap(&mut lesson.starter, &mut lesson.solutions[0].source);
    let problems = grader::check_lesson(lesson);
    let files: Vec<&str> = problems.iter().map(|problem| problem.file.as_str()).collect();
    assert!(
        files.contains(&"starter.ts") && files.contains(&"solution.ts"),
        "{files:?}"
    );
}

/// A proof gives the same grade however it is cut into slices, natively or in a page.
#[test]
fn slices_do_not_change_a_grade() {
    let course = course();
    let lesson = course.lesson("fix-the-race").expect("the lesson");
    let whole = grader::grade(lesson, &lesson.starter);
    let mut grading = grader::Grading::new(lesson, &lesson.starter);
    let mut slice_count = 0;
    while !grading.advance(7).is_finished {
        slice_count += 1;
    }
    assert_eq!(grading.grade(), whole);
    assert!(slice_count > 3, "the grading was not cut at all");
}
