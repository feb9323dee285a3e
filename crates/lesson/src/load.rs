//! From `(path, text)` pairs to a [`Course`]. It owns the layout of the folder and reports everything that keeps a file from
//! being read or being found; whether what was read is a good lesson is for `lint`.

use crate::front_matter::{self, CheckEntry, CourseFile, Cut, FrontMatter, QuestionEntry};
use crate::problem::line_at;
use crate::{
    Broken, Chapter, Check, CheckKind, Course, Hint, Lesson, Problem, Question, Reason, Section, SectionKind,
    SourceFile, examples, markdown,
};
use std::collections::{BTreeMap, BTreeSet};

const COURSE: &str = "course.toml";

/// Texts by path, in path order.
type Files<'a> = BTreeMap<&'a str, &'a str>;

impl Course {
    /// Reads a course from the files under `lessons/`: pairs of a path relative to that folder, with `/` between its parts,
    /// and the file's text. What cannot be read is left out and reported.
    pub fn from_files(files: &[(String, String)]) -> (Course, Vec<Problem>) {
        let normalised: Vec<(&str, String)> = files
            .iter()
            .map(|(path, text)| (path.as_str(), text.replace("\r\n", "\n")))
            .collect();
        let files: Files<'_> = normalised.iter().map(|(path, text)| (*path, text.as_str())).collect();
        let mut problems = Vec::new();
        let Some(text) = files.get(COURSE) else {
            problems.push(Problem::in_file(
                COURSE,
                "the file is missing",
                "list the chapters and their lessons in it",
            ));
            return (Course::default(), problems);
        };
        let course = match front_matter::parse::<CourseFile>(COURSE, text, 1) {
            Ok(entry) => load_course(entry, &files, &mut problems),
            Err(problem) => {
                problems.push(problem);
                Course::default()
            }
        };
        problems.sort();
        (course, problems)
    }
}

fn load_course(entry: CourseFile, files: &Files<'_>, problems: &mut Vec<Problem>) -> Course {
    let mut listed = BTreeSet::new();
    let mut chapters = Vec::new();
    for chapter in entry.chapters {
        let mut lessons = Vec::new();
        for folder in &chapter.lessons {
            let id = format!("{}/{folder}", chapter.id);
            if listed.insert(id.clone()) {
                lessons.extend(load_lesson(&id, folder, files, problems));
            } else {
                let message = format!("lesson `{id}` is listed twice");
                problems.push(Problem::in_file(COURSE, message, "list each lesson once"));
            }
        }
        chapters.push(Chapter {
            id: chapter.id,
            title: chapter.title,
            lessons,
        });
    }
    report_strangers(files, &listed, problems);
    Course {
        title: entry.title,
        chapters,
    }
}

/// Files that belong to no lesson: either their folder is not in `course.toml`, which is told once per folder, or the folder
/// is and the file has no part in the format.
fn report_strangers(files: &Files<'_>, listed: &BTreeSet<String>, problems: &mut Vec<Problem>) {
    let mut orphans = BTreeSet::new();
    for &path in files.keys().filter(|path| !path.starts_with(examples::FOLDER)) {
        let mut parts = path.splitn(3, '/');
        match (parts.next(), parts.next(), parts.next()) {
            (Some(COURSE | "README.md"), None, None) => {}
            (Some(chapter), Some(folder), Some(inside)) => {
                let id = format!("{chapter}/{folder}");
                if !listed.contains(&id) {
                    orphans.insert(id);
                } else if !belongs(inside) {
                    let advice =
                        "remove it: a lesson has lesson.md, starter.ts, solution.ts, solutions/*.ts and broken/*.ts";
                    problems.push(Problem::in_file(path, "the file has no part in a lesson", advice));
                }
            }
            (_, _, _) => {
                let advice = "move it into the folder of a lesson, or remove it";
                problems.push(Problem::in_file(path, "the file belongs to no lesson", advice));
            }
        }
    }
    for folder in orphans {
        let message = "the folder is no lesson of course.toml";
        problems.push(Problem::in_file(
            &folder,
            message,
            "list it under its chapter, or remove it",
        ));
    }
}

fn belongs(inside: &str) -> bool {
    match inside.split_once('/') {
        None => matches!(inside, "lesson.md" | "starter.ts" | "solution.ts"),
        Some(("solutions" | "broken", name)) => name.ends_with(".ts") && !name.contains('/'),
        Some(_) => false,
    }
}

fn load_lesson(id: &str, folder: &str, files: &Files<'_>, problems: &mut Vec<Problem>) -> Option<Lesson> {
    let Some((number, slug)) = numbered(folder) else {
        let message = format!("the folder of lesson `{id}` has no number");
        problems.push(Problem::in_file(COURSE, message, "name it like `07-fix-the-race`"));
        return None;
    };
    let file = format!("{id}/lesson.md");
    let text = require(&file, files, problems);
    let starter = require(&format!("{id}/starter.ts"), files, problems);
    let solution = require(&format!("{id}/solution.ts"), files, problems);
    let (text, starter, solution) = (text?, starter?, solution?);
    let Some(cut) = front_matter::cut(text) else {
        let advice = "open the file with `+++`, the front matter in TOML, and `+++`, each on a line of its own";
        problems.push(Problem::in_file(&file, "there is no front matter", advice).at_line(1));
        return None;
    };
    let front = match front_matter::parse::<FrontMatter>(&file, cut.front_matter, 2) {
        Ok(front) => front,
        Err(problem) => {
            problems.push(problem);
            return None;
        }
    };
    let mut solutions = vec![SourceFile {
        file: "solution.ts".to_owned(),
        source: solution.to_owned(),
    }];
    solutions.extend(sources_in(id, "solutions", files));
    let (intro_html, sections) = sections(&file, &cut, problems);
    Some(Lesson {
        id: id.to_owned(),
        slug: slug.to_owned(),
        number,
        title: front.title,
        summary: front.summary,
        objectives: front.objectives,
        prerequisites: front.prerequisites,
        minutes: front.minutes,
        goal: front.goal,
        setup: front.setup,
        intro_html,
        sections,
        predict: front
            .predict
            .iter()
            .filter_map(|entry| question(&file, entry, problems))
            .collect(),
        hints: hints(&front.hints),
        checks: front
            .checks
            .into_iter()
            .filter_map(|entry| check(&file, entry, problems))
            .collect(),
        starter: starter.to_owned(),
        solutions,
        broken: sources_in(id, "broken", files)
            .filter_map(|source| broken(id, source, problems))
            .collect(),
    })
}

fn require<'a>(path: &str, files: &Files<'a>, problems: &mut Vec<Problem>) -> Option<&'a str> {
    let text = files.get(path).copied();
    if text.is_none() {
        problems.push(Problem::in_file(path, "the file is missing", "every lesson has one"));
    }
    text
}

fn numbered(folder: &str) -> Option<(u32, &str)> {
    let (number, slug) = folder.split_once('-')?;
    let is_slug = !slug.is_empty() && slug.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    Some((number.parse().ok().filter(|_| is_slug)?, slug))
}

fn sources_in<'a>(id: &str, folder: &str, files: &Files<'a>) -> impl Iterator<Item = SourceFile> {
    let prefix = format!("{id}/{folder}/");
    let lesson = id.len() + 1;
    let found: Vec<SourceFile> = files
        .iter()
        .filter(|(path, _)| path.starts_with(&prefix) && belongs(&path[lesson..]))
        .map(|(path, text)| SourceFile {
            file: path[lesson..].to_owned(),
            source: (*text).to_owned(),
        })
        .collect();
    found.into_iter()
}

fn sections(file: &str, cut: &Cut<'_>, problems: &mut Vec<Problem>) -> (String, Vec<Section>) {
    let mut intro_html = String::new();
    let mut sections = Vec::new();
    for part in markdown::split(cut.prose) {
        let Some(heading) = part.heading else {
            intro_html = part.html;
            continue;
        };
        let (word, title) = match heading.split_once(':') {
            Some((word, title)) => (word.trim(), title.trim()),
            None => (heading.as_str(), heading.as_str()),
        };
        match SectionKind::from_name(word) {
            Some(kind) => sections.push(Section {
                kind,
                title: title.to_owned(),
                html: part.html,
            }),
            None => {
                let message = format!("`## {heading}` is no section of a lesson");
                let advice = "use Predict, Run, Break, Fix, Prove and Debrief, with a title of your own after a colon";
                let line = cut.prose_line + line_at(cut.prose, part.offset) - 1;
                problems.push(Problem::in_file(file, message, advice).at_line(line));
            }
        }
    }
    (intro_html, sections)
}

fn hints(hints: &[String]) -> Vec<Hint> {
    (1u32..)
        .zip(hints)
        .map(|(tier, text)| Hint {
            tier,
            html: markdown::to_html(text),
        })
        .collect()
}

fn question(file: &str, entry: &QuestionEntry, problems: &mut Vec<Problem>) -> Option<Question> {
    let answer = (0u32..)
        .zip(&entry.options)
        .find(|(_, option)| **option == entry.answer);
    let Some((answer, _)) = answer else {
        let message = format!("the answer `{}` is none of its question's options", entry.answer);
        problems.push(Problem::in_file(file, message, "repeat the right option word for word"));
        return None;
    };
    Some(Question {
        prompt_html: markdown::to_inline_html(&entry.prompt),
        options: entry.options.clone(),
        answer,
        explanation_html: markdown::to_html(&entry.explanation),
    })
}

fn check(file: &str, entry: CheckEntry, problems: &mut Vec<Problem>) -> Option<Check> {
    let kind = match (entry.prove, entry.run, entry.source) {
        (Some(prove), None, None) => CheckKind::Prove(prove),
        (None, Some(run), None) => CheckKind::Run(run),
        (None, None, Some(source)) => CheckKind::Source(source),
        (_, _, _) => {
            let message = format!("check `{}` has not exactly one kind", entry.id);
            let advice = "give it one of the tables [checks.prove], [checks.run] and [checks.source]";
            problems.push(Problem::in_file(file, message, advice));
            return None;
        }
    };
    Some(Check {
        id: entry.id,
        title: entry.title,
        message_on_fail: entry.on_fail,
        kind,
    })
}

fn broken(id: &str, file: SourceFile, problems: &mut Vec<Problem>) -> Option<Broken> {
    let (first, rest) = file.source.split_once('\n').unwrap_or((&file.source, ""));
    let stated = first
        .strip_prefix("// expect: ")
        .and_then(|text| text.split_once(" - "));
    let parsed = stated.and_then(|(reason, why)| Some((Reason::from_name(reason.trim())?, why.trim())));
    let Some((expect, why)) = parsed.filter(|(_, why)| !why.is_empty()) else {
        let names: Vec<&str> = Reason::all().map(Reason::name).collect();
        let advice = format!(
            "make it `// expect: <reason> - <why in a few words>` with one of: {}",
            names.join(", ")
        );
        let path = format!("{id}/{}", file.file);
        problems.push(Problem::in_file(&path, "the first line states no reason", advice).at_line(1));
        return None;
    };
    Some(Broken {
        source: rest.to_owned(),
        expect,
        why: why.to_owned(),
        file: file.file,
    })
}
