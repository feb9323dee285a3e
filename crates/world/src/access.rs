//! What is noted of accesses to shared state.
//!
//! Owns the events of reads and writes, lost updates, and the list from which races are found. What counts as an access the
//! VM knows.

use bytecode::{FunctionId, Pc, Position};
use vm::{Access, AccessKind, Location, PropertyKey};

use crate::step::Stepper;
use crate::task::ActivityId;
use crate::{EventKind, Model, StepAccess, TaskId};

impl Stepper<'_> {
    /// Tells of one access whatever anybody wants to know of it.
    pub(crate) fn note_access(&mut self, id: ActivityId, access: &Access) {
        let function = self.world.program.function(access.function);
        let at = function.lines.span(access.pc).start;
        self.expose(access);
        // Nobody reads it otherwise, and a search makes very many steps.
        let is_told = self.log.is_full() || access.lost.is_some();
        let name = access.name.filter(|_| is_told);
        let name = name.map(|name| self.world.program.atom(name).to_owned());
        let now = std::mem::replace(&mut self.position, at);
        if self.log.is_full()
            && let Some(name) = &name
        {
            let value = vm::short(&self.world.heap, &self.world.program, access.value);
            let kind = match access.kind {
                AccessKind::Read => EventKind::Read {
                    name: name.clone(),
                    value,
                },
                AccessKind::Write => {
                    let previous = vm::short(&self.world.heap, &self.world.program, access.previous);
                    EventKind::Wrote {
                        name: name.clone(),
                        value,
                        previous,
                    }
                }
            };
            self.emit(kind);
        }
        if access.kind == AccessKind::Write {
            if let Some(lost) = access.lost {
                let read_line = function_line(&self.world.program, access.function, lost.read);
                self.emit(EventKind::LostUpdate {
                    name: name.unwrap_or_default(),
                    read_line,
                    overwritten_by: TaskId(lost.by),
                    overwritten_line: lost.line,
                });
            }
            if access.value != access.previous {
                self.tell_others(id, access, at);
            }
        }
        self.position = now;
    }

    /// Lets whoever looks for races know of an access.
    fn expose(&mut self, access: &Access) {
        let heap = &self.world.heap;
        let is_fresh = match access.location {
            Location::Property(place, PropertyKey::Symbol(symbol)) => heap.is_fresh(place) || heap.is_fresh(symbol),
            Location::Cell(place) | Location::Property(place, _) => heap.is_fresh(place),
        };
        // What was made in the step nobody else knows.
        if self.world.setup.model != Model::Threads || is_fresh {
            return;
        }
        if self.has_synchronised {
            // It is left out of the list, which is no longer all that the step touches.
            self.log.touch = vm::Touch::Anything;
        } else {
            self.log.accesses.push(StepAccess::new(self.task, access, heap));
        }
    }

    /// Lets fibers that read the same place know that their value is out of date.
    fn tell_others(&mut self, writer: ActivityId, access: &Access, at: Position) {
        let by = self.task.0;
        let world = &mut *self.world;
        for (index, place) in world.activities.iter_mut().enumerate() {
            let Some(activity) = place.as_mut() else { continue };
            if index as u32 != writer.0 && activity.fiber.tracks(access.location) {
                world.reach.lane(activity.lane);
                let activity = world.recycled.make_mut(activity);
                activity.fiber.note_overwrite(access.location, by, at.line);
            }
        }
    }
}

fn function_line(program: &bytecode::Program, function: FunctionId, pc: Pc) -> u32 {
    program.function(function).lines.line(pc)
}
