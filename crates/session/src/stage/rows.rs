//! Which rows the learner wants: families that are open, lanes that are on top, and the search. Owns what a search finds;
//! the order of rows is the timeline's.

use std::collections::BTreeSet;

use timeline::{Lane, PhaseKind, Timeline, Wishes};
use world::TaskId;

use crate::view::LaneState;

/// Words longer than that are cut: nobody searches for more.
const QUERY_CHARS_MAX: usize = 80;

/// What the learner wants to see of the lanes.
#[derive(Clone, PartialEq, Debug, Default)]
pub(crate) struct Rows {
    opened: BTreeSet<TaskId>,
    pinned: BTreeSet<TaskId>,
    /// What is searched for, while the search is open.
    query: Option<String>,
}

impl Rows {
    pub(crate) fn open(&mut self, family: TaskId, is_open: bool) {
        if is_open {
            self.opened.insert(family);
        } else {
            self.opened.remove(&family);
        }
    }

    pub(crate) fn open_all(&mut self, timeline: &Timeline, is_open: bool) {
        self.opened.clear();
        if is_open {
            let large = timeline.families().iter().filter(|family| family.is_large());
            self.opened.extend(large.map(|family| family.first));
        }
    }

    pub(crate) fn is_open(&self, family: TaskId) -> bool {
        self.opened.contains(&family)
    }

    pub(crate) fn pin(&mut self, task: TaskId, is_pinned: bool) {
        if is_pinned {
            self.pinned.insert(task);
        } else {
            self.pinned.remove(&task);
        }
    }

    pub(crate) fn unpin_all(&mut self) {
        self.pinned.clear();
    }

    pub(crate) fn pinned(&self) -> &BTreeSet<TaskId> {
        &self.pinned
    }

    pub(crate) fn search(&mut self, query: Option<String>) {
        self.query = query.map(|query| query.chars().take(QUERY_CHARS_MAX).collect());
    }

    pub(crate) fn query(&self) -> Option<&str> {
        self.query.as_deref()
    }

    /// The lanes that the search finds, by number; `None` while nothing is searched for.
    pub(crate) fn found(&self, timeline: &Timeline, cursor: u32) -> Option<Vec<TaskId>> {
        let words: Vec<String> = self.query.iter().flat_map(|query| words(query)).collect();
        if words.is_empty() {
            return None;
        }
        let lanes = timeline.lanes().iter();
        let found = lanes.filter(|lane| words.iter().all(|word| fits(timeline, lane, cursor, word)));
        Some(found.map(|lane| lane.task).collect())
    }

    /// The same as the timeline wants to know it.
    pub(crate) fn wishes(&self, timeline: &Timeline, cursor: u32, selected: Option<TaskId>) -> Wishes {
        Wishes {
            opened: self.opened.clone(),
            pinned: self.pinned.clone(),
            selected,
            only: self.found(timeline, cursor),
        }
    }
}

fn words(query: &str) -> Vec<String> {
    query.split_whitespace().map(str::to_lowercase).collect()
}

/// Whether a word, in small letters, is in a lane's name, in the word for how it is, or in what it waits for.
fn fits(timeline: &Timeline, lane: &Lane, cursor: u32, word: &str) -> bool {
    if has(&lane.name, word) {
        return true;
    }
    let Some(kind) = timeline.state_at(lane.task, cursor) else {
        return false;
    };
    let reason = match &kind {
        PhaseKind::Blocked { reason, .. } => &**reason,
        PhaseKind::Failed { message } => &**message,
        PhaseKind::Ready
        | PhaseKind::Running
        | PhaseKind::Sleeping { .. }
        | PhaseKind::Working { .. }
        | PhaseKind::Done
        | PhaseKind::Cancelled => "",
    };
    LaneState::of(&kind).word().starts_with(word) || has(reason, word)
}

/// Whether a text has a word in it, in large or small letters. Nothing is made where both are plain, as with thousands
/// of lanes they mostly are.
fn has(text: &str, word: &str) -> bool {
    if text.is_ascii() {
        let (text, word) = (text.as_bytes(), word.as_bytes());
        return text.windows(word.len()).any(|part| part.eq_ignore_ascii_case(word));
    }
    text.to_lowercase().contains(word)
}

#[cfg(test)]
mod tests {
    use super::has;

    #[test]
    fn letters_are_compared_as_people_do() {
        assert!(has("Worker 12", "worker") && has("jobs.acquire()", "acquire") && has("Größe", "größe"));
        assert!(!has("w", "worker") && !has("worker 1", "2") && !has("", "x"));
    }
}
