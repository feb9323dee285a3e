//! Putting the cursor anywhere in what is known, at once or in two parts: the timeline tells at once what is drawn at a
//! cursor, while the world has to be made again from a saved one. Owns how far that may be to be done on the spot.

use world::{Detail, Log};

use super::Run;

/// How many steps are taken on the spot.
const AT_ONCE: u32 = 2_000;

impl Run {
    /// Puts the cursor anywhere in what is known.
    pub(crate) fn seek(&mut self, cursor: u32) {
        self.head_for(cursor);
        self.settle(u32::MAX);
    }

    /// The same, but if it is far the world comes later: whoever asks for it has to call [`Run::settle`] before.
    pub(crate) fn seek_soon(&mut self, cursor: u32) {
        self.head_for(cursor);
        if self.cursor - self.at <= AT_ONCE {
            self.settle(u32::MAX);
        }
    }

    fn head_for(&mut self, cursor: u32) {
        let cursor = cursor.min(self.known());
        let (saved, world) = self.trail.before(cursor);
        // From where it stands is nearer than from the last saved world when going a little forward.
        if !(self.at <= cursor && self.at >= saved) {
            self.world = world.clone();
            self.at = saved;
        }
        self.cursor = cursor;
    }

    /// Whether the world stands at the cursor.
    pub(crate) fn is_settled(&self) -> bool {
        self.at == self.cursor
    }

    /// Takes the world nearer to the cursor, by so many steps at most.
    pub(crate) fn settle(&mut self, steps: u32) {
        let mut log = Log::new(Detail::Again);
        let end = self.cursor.min(self.at.saturating_add(steps));
        while self.at < end {
            // It was open when it was taken before from the same world.
            let choice = self.choices[self.at as usize];
            self.world.step_enabled(choice, &mut log);
            log.events.clear();
            self.at += 1;
            self.trail.note(self.at, &self.world);
            self.trail.pass(self.cursor, self.at, &self.world);
        }
    }
}
