//! The format, seen from outside: a tiny course in memory, each mistake of an author told with its place, and a course that
//! survives its way to the page as JSON. Nothing here reads the lessons that ship.

use lesson::{CheckKind, Course, Literal, Model, OutputRule, Problem, Reason, SectionKind, Verdict};

const LESSON: &str = r#"+++
title = "Tiny"
summary = "One line."
goal = "Count."
minutes = 5
objectives = ["count"]
hints = ["Where?", "There.", "`counter.increment()`"]

[setup]
model = "threads"
granularity = "access"

[[predict]]
prompt = "Is `x` safe?"
options = ["yes", "no"]
answer = "no"
explanation = "It is *shared*."

[[checks]]
id = "proved"
title = "It counts"
on_fail = "It does not."
[checks.prove]
overrides = { WORKERS = 3, NAME = "a\"b", FAST = true }
final_output = "3"

[[checks]]
id = "runs"
title = "It runs"
on_fail = "It does not."
[checks.run]
policy = "random"
seeds = [1]
output = [{ last-line = "3" }, { never = "oops" }]
+++
Why.

## Predict

a

## Run

b

## Break: by hand

c

## Fix

d

## Prove

e

## Debrief

f
"#;
const PROGRAM: &str = "const WORKERS = 8;\nconst NAME = \"n\";\nconst FAST = false;\n// TODO: fix\n";

fn tiny() -> Vec<(String, String)> {
    let program = |what: &str| format!("{PROGRAM}{what}\n");
    [
        (
            "course.toml",
            "title = \"T\"\n[[chapter]]\nid = \"c\"\ntitle = \"C\"\nlessons = [\"01-tiny\"]\n".to_owned(),
        ),
        ("README.md", "how to".to_owned()),
        ("c/01-tiny/lesson.md", LESSON.to_owned()),
        ("c/01-tiny/starter.ts", program("start();")),
        ("c/01-tiny/solution.ts", program("solve();")),
        ("c/01-tiny/solutions/other.ts", program("solve2();")),
        (
            "c/01-tiny/broken/half.ts",
            format!("// expect: lost-update - read too early\n{}", program("half();")),
        ),
    ]
    .map(|(path, text)| (path.to_owned(), text))
    .to_vec()
}

/// What reading and linting say about the tiny course after `edit`.
fn told(edit: impl FnOnce(&mut Vec<(String, String)>)) -> Vec<Problem> {
    let mut files = tiny();
    edit(&mut files);
    let (course, mut problems) = Course::from_files(&files);
    problems.extend(course.lint());
    problems
}

/// The problems after one replacement in one file, which must change it.
fn told_after(file: &str, from: &str, to: &str) -> Vec<String> {
    let problems = told(|files| {
        let (_, text) = files
            .iter_mut()
            .find(|(path, _)| path == file)
            .expect("the file is part of the tiny course");
        let edited = text.replace(from, to);
        assert_ne!(*text, edited, "`{from}` is not in {file}");
        *text = edited;
    });
    problems.iter().map(Problem::to_string).collect()
}

/// Each row is one edit of `file`: what is replaced, by what, and how a line that is then told goes on after the file's name.
#[track_caller]
fn check_each(file: &str, rows: &[(&str, &str, &str)]) {
    for (from, to, expected) in rows {
        let told = told_after(file, from, to);
        let start = format!("{file}{expected}");
        assert!(
            told.iter().any(|line| line.starts_with(&start)),
            "no line starts with `{start}` in {told:#?}"
        );
    }
}

const MD: &str = "c/01-tiny/lesson.md";

#[test]
fn the_tiny_course_is_read_as_written() {
    assert_eq!(told(|_| {}), []);
    let (course, _) = Course::from_files(&tiny());
    let lesson = course.lesson("tiny").expect("found by its slug");
    assert_eq!(course.lesson("c/01-tiny"), Some(lesson));
    assert_eq!((lesson.number, lesson.setup.model), (1, Some(Model::Threads)));
    assert_eq!(lesson.intro_html, "<p>Why.</p>\n");
    let titles: Vec<_> = lesson
        .sections
        .iter()
        .map(|section| (section.kind, section.title.as_str()))
        .collect();
    assert_eq!(titles[2], (SectionKind::Break, "by hand"));
    assert_eq!(titles.len(), 6);
    assert_eq!(
        (lesson.predict[0].answer, lesson.predict[0].prompt_html.as_str()),
        (1, "Is <code>x</code> safe?")
    );
    assert_eq!(lesson.hints.iter().map(|hint| hint.tier).collect::<Vec<_>>(), [1, 2, 3]);
    let solutions: Vec<_> = lesson.solutions.iter().map(|file| file.file.as_str()).collect();
    assert_eq!(solutions, ["solution.ts", "solutions/other.ts"]);
}

#[test]
fn a_check_has_its_defaults_and_its_values_in_the_learners_language() {
    let (course, _) = Course::from_files(&tiny());
    let checks = &course.lessons().next().expect("one lesson").checks;
    let CheckKind::Prove(prove) = &checks[0].kind else {
        panic!("the first check proves")
    };
    let overrides: Vec<_> = prove
        .overrides
        .iter()
        .map(|(name, value)| format!("{name} = {value}"))
        .collect();
    assert_eq!(overrides, ["FAST = true", r#"NAME = "a\"b""#, "WORKERS = 3"]);
    for verdict in Verdict::ALL {
        assert_eq!(
            prove.fails_on(verdict),
            !matches!(verdict, Verdict::Race | Verdict::LostUpdate),
            "{verdict}"
        );
    }
    let mut prove = prove.clone();
    prove.also_fail_on.push(Verdict::LostUpdate);
    prove.ignore.push(Verdict::Leak);
    let failing = [Verdict::LostUpdate, Verdict::Leak, Verdict::Race].map(|verdict| prove.fails_on(verdict));
    assert_eq!(failing, [true, false, false]);
    let CheckKind::Run(run) = &checks[1].kind else {
        panic!("the second check runs")
    };
    assert_eq!(
        run.output,
        [
            OutputRule::LastLine("3".to_owned()),
            OutputRule::Never("oops".to_owned())
        ]
    );
}

#[test]
fn output_rules_look_at_whole_lines_or_parts() {
    let lines = ["a b".to_owned(), "c".to_owned()];
    assert!(OutputRule::Line("a b".into()).holds(&lines) && !OutputRule::Line("a".into()).holds(&lines));
    assert!(OutputRule::LastLine("c".into()).holds(&lines) && !OutputRule::LastLine("a b".into()).holds(&lines));
    assert!(OutputRule::Contains("b".into()).holds(&lines) && !OutputRule::Contains("d".into()).holds(&lines));
    assert!(OutputRule::Never("d".into()).holds(&lines) && !OutputRule::Never("b".into()).holds(&lines));
    assert!(!OutputRule::LastLine("c".into()).holds(&[]));
}

#[test]
fn a_literal_in_json_keeps_its_type() {
    for literal in [Literal::Int(-3), Literal::Bool(true), Literal::Text("3\n".to_owned())] {
        let json = serde_json::to_string(&literal).expect("plain data");
        assert_eq!(
            serde_json::from_str::<Literal>(&json).expect("what was written"),
            literal
        );
    }
    assert_eq!(Literal::Text("a\n\\".to_owned()).to_string(), r#""a\n\\""#);
}

#[test]
fn the_first_line_of_a_half_fix_states_the_reason_and_is_not_part_of_the_program() {
    let (course, _) = Course::from_files(&tiny());
    let half = &course.lessons().next().expect("one lesson").broken[0];
    assert_eq!(
        (half.expect, half.why.as_str()),
        (Reason::Verdict(Verdict::LostUpdate), "read too early")
    );
    assert!(half.source.starts_with("const WORKERS"));
    let first = "// expect: lost-update - read too early";
    let told = ":1: the first line states no reason";
    for bad in [
        "// expect: lost-updates - x",
        "// expect: lost-update",
        "// expect: lost-update - ",
        "let a;",
    ] {
        check_each("c/01-tiny/broken/half.ts", &[(first, bad, told)]);
    }
}

#[test]
fn every_reason_has_its_own_name_and_is_found_by_it() {
    for reason in Reason::all() {
        assert_eq!(Reason::from_name(reason.name()), Some(reason));
    }
    assert_eq!(Reason::all().count(), Verdict::ALL.len() + 10);
    for verdict in Verdict::ALL {
        let json = serde_json::to_string(&verdict).expect("plain data");
        assert_eq!(json, format!("\"{}\"", verdict.name()));
    }
    assert_eq!(Reason::from_name("holds"), None);
}

#[test]
fn mistakes_in_the_front_matter_have_a_line() {
    check_each(
        MD,
        &[
            ("minutes = 5", "minutes = \"five\"", ":5: invalid type"),
            ("minutes = 5", "minutes = 5\nminuets = 5", ":6: unknown field `minuets`"),
            (
                "model = \"threads\"",
                "model = \"thread\"",
                ":10: unknown variant `thread`",
            ),
            ("+++\ntitle", "title", ":1: there is no front matter"),
            ("answer = \"no\"", "answer = \"nope\"", ": the answer `nope`"),
            (
                "WORKERS = 3",
                "WORKERS = 3.5",
                ":24: expected a whole number, true, false or a string",
            ),
            (
                "[checks.run]",
                "[checks.source]\n[checks.run]",
                ": check `runs` has not exactly one kind",
            ),
        ],
    );
    check_each("course.toml", &[("id = \"c\"", "id = c", ":3: ")]);
}

#[test]
fn the_rhythm_is_whole_and_in_order() {
    check_each(
        MD,
        &[
            ("## Fix\n\nd\n", "", ": section `## Fix` is missing"),
            ("## Fix", "## Run", ": section `## Run` is there twice"),
            ("\nd\n", "\n", ": section `## Fix` is empty"),
            ("## Fix", "## Repair", ":50: `## Repair` is no section"),
        ],
    );
    let swapped = told_after(
        MD,
        "## Run\n\nb\n\n## Break: by hand\n\nc\n",
        "## Break\n\nc\n\n## Run\n\nb\n",
    );
    assert_eq!(swapped.len(), 1, "{swapped:#?}");
    assert!(swapped[0].contains("out of order"), "{swapped:#?}");
}

#[test]
fn words_and_hints_are_looked_at() {
    check_each(
        MD,
        &[
            ("goal = \"Count.\"", "goal = \" \"", ": `goal` is empty"),
            ("[\"count\"]", "[]", ": `objectives` is empty"),
            ("minutes = 5", "minutes = 0", ": `minutes` is zero"),
            ("\"There.\", ", "", ": there are 2 hints"),
            ("\"There.\"", "\"\"", ": hint 2 is empty"),
            ("options = [\"yes\", \"no\"]", "options = [\"no\"]", ": the question"),
            (
                "\"It is *shared*.\"",
                "\"\"",
                ": the question `Is <code>x</code> safe?` explains nothing",
            ),
        ],
    );
}

#[test]
fn checks_are_looked_at() {
    let prove = "[checks.prove]\noverrides = { WORKERS = 3, NAME = \"a\\\"b\", FAST = true }\nfinal_output = \"3\"\n";
    let run = "policy = \"random\"\nseeds = [1]\noutput = [{ last-line = \"3\" }, { never = \"oops\" }]\n+++";
    let no_time = "seeds = [1]\nvirtual_ms_min = 2\nvirtual_ms_max = 1";
    let all = "ignore = ['assertion', 'always', 'eventually', 'sometimes', 'breach', 'exception', 'deadlock', 'stuck', \
               'livelock', 'starvation', 'leak', 'over-release']";
    let both = "ignore = ['leak']\nalso_fail_on = ['leak']";
    let given = format!("[checks.run]\n{run}");
    check_each(
        MD,
        &[
            ("id = \"runs\"", "id = \"proved\"", ": two checks are called `proved`"),
            (
                "id = \"runs\"",
                "id = \"It runs\"",
                ": check id `It runs` is not in kebab case",
            ),
            (
                "on_fail = \"It does not.\"",
                "on_fail = \"\"",
                ": check `runs` has an empty title or `on_fail`",
            ),
            ("seeds = [1]", "seeds = []", ": check `runs` has no seeds"),
            ("policy = \"random\"", "", ": check `runs` gives seeds"),
            ("seeds = [1]", no_time, ": check `runs` allows no duration"),
            ("final_output = \"3\"", all, ": check `proved` cannot fail"),
            (
                "final_output = \"3\"",
                both,
                ": check `proved` ignores `leak` without effect",
            ),
            (
                "final_output = \"3\"",
                "ignore = ['race']",
                ": check `proved` ignores `race` without effect",
            ),
            (prove, "[checks.run]\n", ": no check proves anything"),
            (
                &given,
                "[checks.source]\ngiven_unchanged = true\n+++",
                ": check `runs` protects given parts",
            ),
            (&given, "[checks.source]\n+++", ": check `runs` has no rule"),
        ],
    );
}

#[test]
fn programs_are_looked_at_as_text() {
    check_each(
        "c/01-tiny/starter.ts",
        &[
            ("// TODO", "// todo", ": nothing marks where to work"),
            (
                "start();",
                "// given\nstart();",
                ": the given part from line 5 on has no end",
            ),
            ("const WORKERS", "let WORKERS", ": a check overrides `WORKERS`"),
        ],
    );
    check_each(
        "c/01-tiny/solution.ts",
        &[
            ("const WORKERS", "const WORKERS2", ": a check overrides `WORKERS`"),
            (
                "solve();",
                "start();",
                ": the program is the same as c/01-tiny/starter.ts",
            ),
        ],
    );
    let alone = told(|files| files.retain(|(path, _)| !path.contains("broken")));
    assert_eq!(alone.len(), 1, "{alone:#?}");
    assert_eq!(alone[0].message, "there is no half-fix");
}

#[test]
fn nothing_lies_about_unnoticed() {
    let add = |path: &str| {
        let told = told(|files| files.push((path.to_owned(), "x".to_owned())));
        told.iter().map(Problem::to_string).collect::<Vec<_>>().join("\n")
    };
    assert!(add("c/01-tiny/notes.txt").starts_with("c/01-tiny/notes.txt: the file has no part in a lesson"));
    assert!(add("c/01-tiny/broken/deep/a.ts").starts_with("c/01-tiny/broken/deep/a.ts: the file has no part"));
    assert!(add("c/02-later/lesson.md").starts_with("c/02-later: the folder is no lesson of course.toml"));
    assert!(add("c/stray.ts").starts_with("c/stray.ts: the file belongs to no lesson"));
    assert!(add("stray.ts").starts_with("stray.ts: the file belongs to no lesson"));
}

#[test]
fn what_is_missing_is_named_and_the_rest_is_read() {
    for file in ["lesson.md", "starter.ts", "solution.ts"] {
        let path = format!("c/01-tiny/{file}");
        let told = told(|files| files.retain(|(other, _)| *other != path));
        assert!(
            told[0].to_string().contains(&format!("{path}: the file is missing")),
            "{told:#?}"
        );
    }
    let told = told(|files| files.retain(|(path, _)| path != "course.toml"));
    assert!(told[0].to_string().starts_with("course.toml: the file is missing"));
}

#[test]
fn ids_are_unique() {
    let twice = "lessons = []\n[[chapter]]\nid = \"c\"\ntitle = \"C\"\nlessons = [\"01-tiny\"]";
    check_each(
        "course.toml",
        &[
            (
                "\"01-tiny\"",
                "\"01-tiny\", \"01-tiny\"",
                ": lesson `c/01-tiny` is listed twice",
            ),
            (
                "\"01-tiny\"",
                "\"tiny\"",
                ": the folder of lesson `c/tiny` has no number",
            ),
            ("lessons = [\"01-tiny\"]", twice, ": chapter `c` is listed twice"),
            ("lessons = [\"01-tiny\"]", twice, ": chapter `c` has no lesson"),
        ],
    );
    let slugs = told(|files| {
        let copies: Vec<_> = files
            .iter()
            .filter(|(path, _)| path.starts_with("c/01-tiny/"))
            .map(|(path, text)| (path.replace("01-tiny", "02-tiny"), text.clone()))
            .collect();
        files.extend(copies);
        files[0].1 = files[0].1.replace("[\"01-tiny\"]", "[\"01-tiny\", \"02-tiny\"]");
    });
    assert!(
        slugs
            .iter()
            .any(|problem| problem.message == "another lesson is called `tiny` too"),
        "{slugs:#?}"
    );
}

#[test]
fn line_ends_of_either_kind_are_read_alike() {
    let windows: Vec<_> = tiny()
        .into_iter()
        .map(|(path, text)| (path, text.replace('\n', "\r\n")))
        .collect();
    assert_eq!(Course::from_files(&windows), Course::from_files(&tiny()));
}

#[test]
fn a_course_survives_its_way_through_json() {
    let (course, _) = Course::from_files(&tiny());
    let json = serde_json::to_string(&course).expect("plain data");
    assert_eq!(serde_json::from_str::<Course>(&json).expect("what was written"), course);
}
