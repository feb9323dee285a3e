//! How many could have gone first before each step. Owns finding that out by taking a part of the run again, once.

use world::{Choice, Detail, LineEntry, LineWatch, Log, World};

use super::Run;
use super::stops::{Stop, Stops, stop_before};

impl Run {
    /// How many choices were open before each of the steps from `first` up to but not including `end`.
    pub(crate) fn open_counts(&mut self, first: u32, end: u32) -> Vec<u32> {
        let end = end.min(self.known());
        let first = first.min(end);
        self.open_counts.resize(self.choices.len(), None);
        let is_known = |count: &Option<u32>| count.is_some();
        if !self.open_counts[first as usize..end as usize].iter().all(is_known) {
            let counts = self.walk(first, end, |world, _| {
                let mut open = Vec::new();
                world.choices(&mut open);
                u32::try_from(open.len()).unwrap_or(u32::MAX)
            });
            for (index, count) in (first as usize..).zip(counts) {
                self.open_counts[index] = Some(count);
            }
        }
        let counts = &self.open_counts[first as usize..end as usize];
        counts.iter().map(|count| count.unwrap_or(1)).collect()
    }

    /// Takes the known steps of a part of the run once more, aside, and asks of each before it is taken.
    pub(super) fn walk<T>(&self, first: u32, end: u32, mut ask: impl FnMut(&World, Choice) -> T) -> Vec<T> {
        let (saved, world) = self.trail.before(first);
        let mut world = world.clone();
        let mut log = Log::new(Detail::Again);
        let mut answers = Vec::new();
        for step in saved..end {
            let choice = self.choices[step as usize];
            if step >= first {
                answers.push(ask(&world, choice));
            }
            log.events.clear();
            if world.step(choice, &mut log).is_err() {
                break;
            }
        }
        answers
    }

    /// What a step from the cursor would come by of these lines.
    pub(crate) fn entries_of(&self, choice: Choice, lines: impl IntoIterator<Item = u32>) -> Vec<LineEntry> {
        entries(&self.world, choice, LineWatch::new(lines))
    }

    /// Where a run from the beginning would have stopped last before the cursor, and why.
    pub(crate) fn stop_behind(&self, stops: &Stops) -> Option<(u32, Stop)> {
        if stops.is_empty() {
            return None;
        }
        let mut end = self.cursor;
        while end > 0 {
            let (first, _) = self.trail.before(end - 1);
            let lines = LineWatch::new(stops.lines.iter().copied());
            let met = self.walk(first, end, |world, choice| match stops.lines.is_empty() {
                true => Vec::new(),
                false => entries(world, choice, lines.clone()),
            });
            let found = met.iter().enumerate().rev().find_map(|(index, entries)| {
                let step = first + index as u32;
                let after = || {
                    let ahead = entries.iter().find(|entry| entry.is_ahead);
                    let at = ahead.map(|entry| Stop::At {
                        task: entry.task,
                        line: entry.line,
                    });
                    Some((step + 1, at.or_else(|| stops.at_object(self, step))?))
                };
                let is_behind = |&(place, _): &(u32, Stop)| place < self.cursor;
                after()
                    .filter(is_behind)
                    .or_else(|| Some((step, stop_before(entries)?)).filter(is_behind))
            });
            if found.is_some() {
                return found;
            }
            end = first;
        }
        None
    }

    /// What a step from the cursor would do, in a sentence. It is known from then on, if nothing else was.
    pub(crate) fn foretell(&mut self, choice: Choice) -> Option<String> {
        let at = self.cursor;
        if at == self.known() {
            self.take(choice).ok()?;
            self.seek(at);
        }
        (self.choices.get(at as usize) == Some(&choice)).then(|| self.timeline.explain(at))
    }
}

fn entries(world: &World, choice: Choice, watch: LineWatch) -> Vec<LineEntry> {
    let mut world = world.clone();
    let mut log = Log::new(Detail::Again);
    log.watch = Some(watch);
    // A step that cannot be taken comes by nothing.
    let _ = world.step(choice, &mut log);
    log.watch.map(|watch| watch.entries).unwrap_or_default()
}
