//! What makes a lesson that was read fit to ship, as far as that shows without running it. It owns rules about content and
//! completeness; unreadable and misplaced files were reported by `load`, and verdicts are the grader's.

use crate::given::given_regions;
use crate::{
    Check, CheckKind, Course, Lesson, Literal, Policy, Problem, Prove, Run, SectionKind, SourceRules, Verdict,
};
use std::collections::{BTreeMap, BTreeSet};

/// A question, a direction, almost the answer.
const HINTS_MIN: usize = 3;

impl Course {
    /// Everything an author should mend, in file order.
    pub fn lint(&self) -> Vec<Problem> {
        let mut problems = Vec::new();
        let mut slugs = BTreeSet::new();
        let mut chapters = BTreeSet::new();
        for chapter in &self.chapters {
            if !chapters.insert(chapter.id.as_str()) {
                let message = format!("chapter `{}` is listed twice", chapter.id);
                problems.push(Problem::in_file(
                    "course.toml",
                    message,
                    "give each chapter an id of its own",
                ));
            }
            if chapter.lessons.is_empty() {
                let message = format!("chapter `{}` has no lesson", chapter.id);
                problems.push(Problem::in_file("course.toml", message, "give it one, or remove it"));
            }
        }
        for lesson in self.lessons() {
            if !slugs.insert(lesson.slug.as_str()) {
                let message = format!("another lesson is called `{}` too", lesson.slug);
                problems.push(Problem::in_file(&lesson.id, message, "rename one of the two folders"));
            }
            lint_lesson(lesson, &mut problems);
        }
        problems.sort();
        problems
    }
}

fn lint_lesson(lesson: &Lesson, problems: &mut Vec<Problem>) {
    let file = format!("{}/lesson.md", lesson.id);
    let mut report = |message: String, advice: &str| problems.push(Problem::in_file(&file, message, advice));
    lint_words(lesson, &mut report);
    lint_sections(lesson, &mut report);
    lint_questions_and_hints(lesson, &mut report);
    lint_checks(lesson, &mut report);
    lint_programs(lesson, problems);
}

fn lint_words(lesson: &Lesson, report: &mut impl FnMut(String, &str)) {
    for (key, text) in [
        ("title", &lesson.title),
        ("summary", &lesson.summary),
        ("goal", &lesson.goal),
    ] {
        if text.trim().is_empty() {
            report(format!("`{key}` is empty"), "the learner reads it: write it");
        }
    }
    if lesson.objectives.is_empty() || lesson.objectives.iter().any(|text| text.trim().is_empty()) {
        report(
            "`objectives` is empty or has an empty entry".to_owned(),
            "say what the learner can do afterwards",
        );
    }
    if lesson.minutes == 0 {
        report("`minutes` is zero".to_owned(), "say how long the lesson takes");
    }
}

fn lint_sections(lesson: &Lesson, report: &mut impl FnMut(String, &str)) {
    let kinds: Vec<SectionKind> = lesson.sections.iter().map(|section| section.kind).collect();
    for kind in SectionKind::ALL {
        match kinds.iter().filter(|&&found| found == kind).count() {
            0 => report(
                format!("section `## {}` is missing", kind.name()),
                "every lesson has the whole rhythm",
            ),
            1 => {}
            _ => report(format!("section `## {}` is there twice", kind.name()), "join the two"),
        }
    }
    if !kinds.is_sorted() {
        report(
            "the sections are out of order".to_owned(),
            "use Predict, Run, Break, Fix, Prove, Debrief",
        );
    }
    for section in lesson.sections.iter().filter(|section| section.html.trim().is_empty()) {
        report(format!("section `## {}` is empty", section.kind.name()), "write it");
    }
}

fn lint_questions_and_hints(lesson: &Lesson, report: &mut impl FnMut(String, &str)) {
    for question in &lesson.predict {
        let distinct: BTreeSet<&String> = question.options.iter().collect();
        if question.options.len() < 2 || distinct.len() < question.options.len() {
            report(
                format!(
                    "the question `{}` has fewer than two different options",
                    question.prompt_html
                ),
                "offer at least two, each once",
            );
        }
        if question.explanation_html.trim().is_empty() {
            report(
                format!("the question `{}` explains nothing", question.prompt_html),
                "say why the answer is right",
            );
        }
    }
    if lesson.hints.len() < HINTS_MIN {
        let message = format!("there are {} hints", lesson.hints.len());
        report(message, "write three tiers: a question, a direction, almost the answer");
    }
    for hint in lesson.hints.iter().filter(|hint| hint.html.trim().is_empty()) {
        report(format!("hint {} is empty", hint.tier), "write it, or remove it");
    }
}

fn lint_checks(lesson: &Lesson, report: &mut impl FnMut(String, &str)) {
    if !lesson
        .checks
        .iter()
        .any(|check| matches!(check.kind, CheckKind::Prove(_)))
    {
        report(
            "no check proves anything".to_owned(),
            "add one with a [checks.prove] table",
        );
    }
    let mut ids = BTreeSet::new();
    for check in &lesson.checks {
        let is_kebab = !check.id.is_empty()
            && check
                .id
                .bytes()
                .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-');
        if !is_kebab {
            report(
                format!("check id `{}` is not in kebab case", check.id),
                "use small letters, digits and hyphens",
            );
        }
        if !ids.insert(check.id.as_str()) {
            report(format!("two checks are called `{}`", check.id), "give each its own id");
        }
        if check.title.trim().is_empty() || check.message_on_fail.trim().is_empty() {
            report(
                format!("check `{}` has an empty title or `on_fail`", check.id),
                "say what it demands, and what its failure means",
            );
        }
        match &check.kind {
            CheckKind::Prove(prove) => lint_prove(check, prove, report),
            CheckKind::Run(run) => lint_run(check, run, report),
            CheckKind::Source(rules) => lint_source_rules(check, rules, lesson, report),
        }
    }
}

fn lint_prove(check: &Check, prove: &Prove, report: &mut impl FnMut(String, &str)) {
    let ignores_all = !Verdict::ALL.into_iter().any(|verdict| prove.fails_on(verdict));
    if ignores_all && prove.final_output.is_none() {
        report(
            format!("check `{}` cannot fail", check.id),
            "shorten `ignore`, or give it `final_output`",
        );
    }
    for verdict in &prove.ignore {
        if verdict.is_diagnosis() || prove.also_fail_on.contains(verdict) {
            let message = format!("check `{}` ignores `{verdict}` without effect", check.id);
            report(
                message,
                "remove it from `ignore`: a diagnosis fails nothing anyway, and `also_fail_on` wins",
            );
        }
    }
}

fn lint_run(check: &Check, run: &Run, report: &mut impl FnMut(String, &str)) {
    match run.policy {
        Policy::Fifo if !run.seeds.is_empty() => {
            report(
                format!("check `{}` gives seeds to policy `fifo`", check.id),
                "remove `seeds`, or use `random`",
            );
        }
        Policy::Random if run.seeds.is_empty() => {
            report(
                format!("check `{}` has no seeds for policy `random`", check.id),
                "list at least one in `seeds`",
            );
        }
        Policy::Fifo | Policy::Random => {}
    }
    if let (Some(min), Some(max)) = (run.virtual_ms_min, run.virtual_ms_max)
        && min > max
    {
        report(
            format!("check `{}` allows no duration at all", check.id),
            "make `virtual_ms_min` the smaller one",
        );
    }
}

fn lint_source_rules(check: &Check, rules: &SourceRules, lesson: &Lesson, report: &mut impl FnMut(String, &str)) {
    if *rules == SourceRules::default() {
        report(format!("check `{}` has no rule", check.id), "give it one, or remove it");
    }
    if rules.given_unchanged && given_regions(&lesson.starter).is_empty() {
        report(
            format!("check `{}` protects given parts, but the starter has none", check.id),
            "put them between `// given` and `// end given`",
        );
    }
}

/// The programs themselves: what can be said of them as text.
fn lint_programs(lesson: &Lesson, problems: &mut Vec<Problem>) {
    let starter = format!("{}/starter.ts", lesson.id);
    let mut report = |file: &str, message: String, advice: &str| problems.push(Problem::in_file(file, message, advice));
    if !lesson.starter.contains("// TODO") {
        report(
            &starter,
            "nothing marks where to work".to_owned(),
            "put a `// TODO` comment there",
        );
    }
    for region in given_regions(&lesson.starter).iter().filter(|region| !region.closed) {
        let message = format!("the given part from line {} on has no end", region.line);
        report(&starter, message, "close it with `// end given`");
    }
    if lesson.broken.is_empty() {
        report(
            &lesson.id,
            "there is no half-fix".to_owned(),
            "add the plausible ones as broken/*.ts",
        );
    }
    let mut seen: BTreeMap<&str, String> = BTreeMap::new();
    for (file, source) in programs(lesson) {
        let path = format!("{}/{file}", lesson.id);
        for name in overridden_names(lesson)
            .into_iter()
            .filter(|name| !declares(source, name))
        {
            let message = format!("a check overrides `{name}`, which is not declared");
            report(
                &path,
                message,
                "declare it at the start of a line as `const NAME = ...;`",
            );
        }
        if let Some(other) = seen.insert(source, path.clone()) {
            report(
                &path,
                format!("the program is the same as {other}"),
                "change it, or remove one of the two",
            );
        }
    }
}

/// Every program of the lesson: file inside its folder, and text.
fn programs(lesson: &Lesson) -> impl Iterator<Item = (&str, &str)> {
    let solutions = lesson
        .solutions
        .iter()
        .map(|file| (file.file.as_str(), file.source.as_str()));
    let broken = lesson
        .broken
        .iter()
        .map(|file| (file.file.as_str(), file.source.as_str()));
    [("starter.ts", lesson.starter.as_str())]
        .into_iter()
        .chain(solutions)
        .chain(broken)
}

fn overridden_names(lesson: &Lesson) -> BTreeSet<&str> {
    lesson
        .checks
        .iter()
        .flat_map(|check| overrides(&check.kind))
        .flat_map(BTreeMap::keys)
        .map(String::as_str)
        .collect()
}

fn overrides(kind: &CheckKind) -> Option<&BTreeMap<String, Literal>> {
    match kind {
        CheckKind::Prove(prove) => Some(&prove.overrides),
        CheckKind::Run(run) => Some(&run.overrides),
        CheckKind::Source(_) => None,
    }
}

fn declares(source: &str, name: &str) -> bool {
    source.lines().any(|line| {
        let rest = line.strip_prefix("const ").and_then(|rest| rest.strip_prefix(name));
        rest.is_some_and(|rest| rest.starts_with([' ', ':', '=']))
    })
}
