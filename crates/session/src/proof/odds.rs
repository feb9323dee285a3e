//! How often an ordinary run meets what a check has found. Owns which findings are tried, how many runs are drawn for them,
//! and the report that waits meanwhile.

use std::collections::VecDeque;

use checker::{Draw, Sample, Sampling, Verdict};
use world::{IoOrder, Schedule, Setup, TimeMode};

use super::{FindingReport, OddsReport, ProofMessage, ProofProgress, ProofReport, ProofStage};
use crate::source::compile_instance;

/// How many runs are drawn at random, and by priorities.
const RUNS: u32 = 2_000;
/// Steps after which a run is left: one that a learner would watch to its end is shorter.
const STEPS_MAX: u32 = 2_000;
/// Steps of all the runs of one way of drawing, about; runs that are long are fewer.
const BUDGET: u64 = 200_000;

/// A finished report on its way to being told, with the odds of what it found.
pub(super) struct Drawing {
    report: ProofReport,
    open: VecDeque<Task>,
}

/// The runs of one instance of the program, drawn in one way.
struct Task {
    check: usize,
    draw: Draw,
    sampling: Sampling,
    left: u64,
}

impl Drawing {
    /// Plans the runs for the first failure of each check that a run can show: on the machine that it was found on, but as
    /// an ordinary run goes.
    pub(super) fn new(report: ProofReport, source: &str) -> Drawing {
        let mut open = VecDeque::new();
        for (check, found) in report.checks.iter().enumerate() {
            let Some(failure) = found
                .findings
                .iter()
                .find(|finding| finding.is_failure && can_be_met(finding))
            else {
                continue;
            };
            let Ok(schedule) = failure.schedule.parse::<Schedule>() else {
                continue;
            };
            let Ok(compiled) = compile_instance(source, &failure.overrides) else {
                continue;
            };
            let setup = Setup {
                time: TimeMode::Exact,
                io: IoOrder::Timed,
                ..schedule.setup(Setup::default())
            };
            for draw in Draw::ALL {
                let sample = Sample {
                    draw,
                    // Without chance, every run is the same.
                    runs: if draw == Draw::Fifo { 1 } else { RUNS },
                    steps_max: STEPS_MAX,
                    ..Sample::default()
                };
                open.push_back(Task {
                    check,
                    draw,
                    sampling: Sampling::new(compiled.program.clone(), setup, sample),
                    left: BUDGET,
                });
            }
        }
        Drawing { report, open }
    }

    /// Takes about `budget` steps; the report comes when all runs are drawn.
    pub(super) fn advance(&mut self, budget: u32, elapsed_ms: u32) -> ProofMessage {
        let mut left = u64::from(budget);
        while let Some(task) = self.open.front_mut() {
            if left == 0 {
                return ProofMessage::Progress(self.progress(elapsed_ms));
            }
            let cost = task.sampling.step();
            left = left.saturating_sub(cost.unwrap_or(0));
            task.left = task.left.saturating_sub(cost.unwrap_or(task.left));
            if task.left == 0 {
                self.end_first();
            }
        }
        ProofMessage::Finished(ProofReport {
            elapsed_ms,
            ..self.report.clone()
        })
    }

    fn end_first(&mut self) {
        let Some(task) = self.open.pop_front() else { return };
        let odds = task.sampling.odds();
        let findings = self.report.checks[task.check].findings.iter_mut();
        for finding in findings.filter(|finding| can_be_met(finding)) {
            let verdict = finding.verdict.parse::<checker::Verdict>();
            let hits = verdict.map_or(0, |verdict| odds.hits(verdict));
            if odds.runs > 0 {
                finding.odds.push(OddsReport {
                    policy: task.draw.word().to_owned(),
                    runs: odds.runs,
                    hits,
                });
            }
        }
    }

    fn progress(&self, elapsed_ms: u32) -> ProofProgress {
        ProofProgress {
            run_id: self.report.run_id,
            check_index: self.open.front().map_or(0, |task| task.check as u32),
            states: self.report.states,
            transitions: self.report.transitions,
            depth: 0,
            frontier: 0,
            elapsed_ms,
            stage: ProofStage::Drawing,
        }
    }
}

/// Whether a run can show by itself what was found.
fn can_be_met(finding: &FindingReport) -> bool {
    finding.verdict.parse().is_ok_and(Verdict::is_shown_by_one_run)
}
