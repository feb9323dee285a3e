//! The list of choices as text. Owns how a choice is told: who, what came of it, and how many others could have gone.

use world::Choice;

use crate::effect::Effect;
use crate::run::Run;
use crate::texts::fill;
use crate::texts::history as texts;
use crate::view::{HistoryRow, HistoryView};

use super::super::Session;

/// How many steps are listed, around the cursor.
const ROWS_MAX: u32 = 120;
/// How many steps are copied.
const COPIED_MAX: u32 = 5_000;

impl Session {
    /// The list around the cursor, while somebody looks at it.
    pub(in crate::session) fn history_view(&mut self) -> Option<HistoryView> {
        let run = self.run.as_mut().filter(|_| self.steering.shows_history)?;
        let first = run.cursor().saturating_sub(ROWS_MAX / 2);
        let end = first.saturating_add(ROWS_MAX).min(run.known());
        let first = end.saturating_sub(ROWS_MAX);
        Some(HistoryView {
            left_out: first,
            more: run.known() - end,
            rows: rows(run, first, end),
        })
    }

    pub(super) fn copy_history(&mut self, effects: &mut Vec<Effect>) {
        let Some(run) = &mut self.run else { return };
        let end = run.cursor();
        let first = end.saturating_sub(COPIED_MAX);
        let line = |row: &HistoryRow| {
            let others = match row.others {
                0 => String::new(),
                1 => texts::N1_OTHER_COULD_HAVE_GONE.to_owned(),
                others => fill(texts::OTHERS_COULD_HAVE_GONE, &[&others]),
            };
            format!("{}. {}: {}{others}", row.step, row.who, row.what)
        };
        let mut lines = vec![run.schedule().to_string()];
        lines.extend(rows(run, first, end).iter().map(line));
        effects.push(Effect::CopyText(lines.join("\n")));
        effects.push(Effect::Announce(texts::THE_CHOICES_ARE_ON_THE_CLIPBOARD.to_owned()));
    }
}

fn rows(run: &mut Run, first: u32, end: u32) -> Vec<HistoryRow> {
    let counts = run.open_counts(first, end);
    let sentences = run.timeline().explain_steps(first, end);
    let cursor = run.cursor();
    let choices = &run.choices()[first as usize..end as usize];
    (first..)
        .zip(choices)
        .zip(sentences.into_iter().zip(counts))
        .map(|((step, &choice), (what, open))| HistoryRow {
            step: step + 1,
            who: who(choice, run),
            what,
            others: open.saturating_sub(1),
            is_taken: step < cursor,
            is_last: step + 1 == cursor,
        })
        .collect()
}

fn who(choice: Choice, run: &Run) -> String {
    match choice {
        Choice::Run(task) => run.timeline().name_of(task),
        Choice::Advance => texts::THE_CLOCK.to_owned(),
        Choice::Pick(_) => texts::A_CHOICE.to_owned(),
        Choice::Complete(_) => texts::THE_WORLD_OUTSIDE.to_owned(),
    }
}
