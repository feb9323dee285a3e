//! The loop.
use crate::{Context, Fiber, Halt};

pub(crate) struct Machine<'m, 'c> {
    pub(crate) fiber: &'m mut Fiber,
    pub(crate) context: &'m mut Context<'c>,
}

impl Machine<'_, '_> {
    pub(crate) fn run(&mut self) -> Halt {
        let _ = (&self.fiber, &self.context);
        Halt::Fuel
    }
}
