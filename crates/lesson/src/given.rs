//! The rules about a program's text. It owns the notion of a *given* part, which the learner must leave as it is because the
//! checks watch it, and decides [`SourceRules`]; it reads lines only and knows nothing of syntax.

use crate::{Reason, SourceRules};

const OPENS: &str = "// given";
const CLOSES: &str = "// end given";

/// A part of a program between `// given` and `// end given`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GivenRegion<'a> {
    /// The line of the opening marker, counted from one.
    pub line: u32,
    /// What stands between the markers.
    pub lines: Vec<&'a str>,
    /// Whether the closing marker is there; if not, the region goes on to the end of the text.
    pub closed: bool,
}

/// The given parts of a program in their order. The opening marker may go on after a colon (`// given: do not change`).
pub fn given_regions(source: &str) -> Vec<GivenRegion<'_>> {
    let mut regions = Vec::new();
    let mut open: Option<GivenRegion<'_>> = None;
    for (index, text) in (1u32..).zip(source.lines()) {
        let text = text.trim_end();
        match open.as_mut() {
            None if opens(text) => {
                open = Some(GivenRegion {
                    line: index,
                    lines: Vec::new(),
                    closed: false,
                })
            }
            None => {}
            Some(_) if text.trim_start() == CLOSES => {
                regions.extend(open.take().map(|region| GivenRegion { closed: true, ..region }));
            }
            Some(region) => region.lines.push(text),
        }
    }
    regions.extend(open);
    regions
}

fn opens(line: &str) -> bool {
    line.trim_start()
        .strip_prefix(OPENS)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with(':'))
}

/// A text rule that a program breaks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceViolation {
    /// `GivenChanged`, `MissingText` or `ForbiddenText`.
    pub reason: Reason,
    /// The line of the program, counted from one, where there is one.
    pub line: Option<u32>,
    /// What is wrong, for the learner.
    pub message: String,
}

impl SourceRules {
    /// Every rule that `source` breaks, judged against the lesson's starter.
    pub fn violations(&self, starter: &str, source: &str) -> Vec<SourceViolation> {
        let mut violations = Vec::new();
        if self.given_unchanged {
            violations.extend(changed_regions(starter, source));
        }
        for text in self.must_contain.iter().filter(|text| !source.contains(text.as_str())) {
            let message = format!("the program must contain `{text}`");
            violations.push(SourceViolation {
                reason: Reason::MissingText,
                line: None,
                message,
            });
        }
        for text in &self.must_not_contain {
            if let Some(offset) = source.find(text.as_str()) {
                let line = Some(crate::problem::line_at(source, offset));
                let message = format!("the program must not contain `{text}`");
                violations.push(SourceViolation {
                    reason: Reason::ForbiddenText,
                    line,
                    message,
                });
            }
        }
        violations
    }
}

/// One violation for every given part of the starter that does not stand in `source`, after the part before it. Only the
/// lines between the markers count, so a learner who deletes a marker has changed nothing.
fn changed_regions(starter: &str, source: &str) -> Vec<SourceViolation> {
    let lines: Vec<&str> = source.lines().map(str::trim_end).collect();
    let kept = given_regions(source);
    let mut from = 0;
    let mut violations = Vec::new();
    for (index, region) in given_regions(starter).iter().enumerate() {
        let found = (from..=lines.len()).find(|&at| lines[at..].starts_with(&region.lines));
        match found {
            Some(at) => from = at + region.lines.len(),
            None => violations.push(changed(region, kept.get(index))),
        }
    }
    violations
}

fn changed(wanted: &GivenRegion<'_>, kept: Option<&GivenRegion<'_>>) -> SourceViolation {
    let Some(kept) = kept else {
        let message = format!(
            "the given part that starts on line {} of the starter is missing: put it back",
            wanted.line
        );
        return SourceViolation {
            reason: Reason::GivenChanged,
            line: None,
            message,
        };
    };
    let same = wanted
        .lines
        .iter()
        .zip(&kept.lines)
        .take_while(|(wanted, kept)| wanted == kept)
        .count();
    let line = (kept.line + 1).saturating_add(u32::try_from(same).unwrap_or(u32::MAX));
    let message = match wanted.lines.get(same) {
        Some(text) => format!(
            "the given part was changed here; it reads `{}` in the starter",
            text.trim()
        ),
        None => "the given part ends here in the starter: put what you add after `// end given`".to_owned(),
    };
    SourceViolation {
        reason: Reason::GivenChanged,
        line: Some(line),
        message,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const STARTER: &str =
        "// given: the work\nconst JOBS = 3;\nrun();\n// end given\nmine();\n// given\nreport();\n// end given\n";
    const RULES: SourceRules = SourceRules {
        given_unchanged: true,
        must_contain: Vec::new(),
        must_not_contain: Vec::new(),
    };

    fn reasons(source: &str) -> Vec<(Reason, Option<u32>)> {
        RULES
            .violations(STARTER, source)
            .into_iter()
            .map(|found| (found.reason, found.line))
            .collect()
    }

    #[test]
    fn regions_are_found_with_their_lines() {
        let regions = given_regions(STARTER);
        let seen: Vec<_> = regions
            .iter()
            .map(|region| (region.line, region.lines.len(), region.closed))
            .collect();
        assert_eq!(seen, [(1, 2, true), (6, 1, true)]);
        assert!(!given_regions("// given\nlet a = 1;").iter().any(|region| region.closed));
        assert!(given_regions("// givenness\nlet a = 1;").is_empty());
    }

    #[test]
    fn own_lines_may_change_and_white_space_at_line_ends_does_not_count() {
        let source = "// mine\n// given: the work\nconst JOBS = 3;  \nrun();\n// end given\nother();\nreport();\n";
        assert_eq!(reasons(source), []);
    }

    #[test]
    fn a_changed_line_an_added_line_and_a_missing_part_are_told_with_their_place() {
        let changed = STARTER.replace("run();", "run;");
        assert_eq!(reasons(&changed), [(Reason::GivenChanged, Some(3))]);
        let added = STARTER.replace("run();", "cheat();\nrun();");
        assert_eq!(reasons(&added), [(Reason::GivenChanged, Some(3))]);
        assert_eq!(
            reasons("mine();"),
            [(Reason::GivenChanged, None), (Reason::GivenChanged, None)]
        );
    }

    #[test]
    fn the_parts_must_keep_their_order() {
        let swapped = "report();\nconst JOBS = 3;\nrun();\n";
        assert_eq!(reasons(swapped).len(), 1);
    }

    #[test]
    fn texts_are_demanded_and_forbidden() {
        let rules = SourceRules {
            given_unchanged: false,
            must_contain: vec!["Mutex".to_owned()],
            must_not_contain: vec!["sleep(".to_owned()],
        };
        let found = rules.violations("", "work(1);\nsleep(5);");
        let seen: Vec<_> = found.iter().map(|found| (found.reason, found.line)).collect();
        assert_eq!(seen, [(Reason::MissingText, None), (Reason::ForbiddenText, Some(2))]);
        assert_eq!(rules.violations("", "new Mutex()"), []);
    }
}
