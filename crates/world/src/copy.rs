//! How a world is copied.
//!
//! Owns cloning, in its two forms: into a new world, and over one that nobody needs any more. The second keeps the memory
//! of the old world and everything that the two share already, so that going back to where a step began costs what the step
//! changed. It also keeps the memory of what only the old world had, for what it will write to next. What is shared, and when that
//! is copied after all, is up to whoever writes.

use std::sync::Arc;

use vm::Recycled;

use crate::World;
use crate::task::Activity;

/// Both forms, by what kind of field is copied how. The compiler misses a field that is in none of the lists.
macro_rules! copy_world {
    (
        as_it_is: $($plain:ident)*;
        keeping_memory: $($kept:ident)*;
        mostly_empty: $($queue:ident)*;
        shared: $($shared:ident)*;
        lists_of_shared: $($list:ident)*;
        places_of_shared: $($places:ident)*;
    ) => {
        impl Clone for World {
            fn clone(&self) -> World {
                World {
                    $($plain: self.$plain,)*
                    $($kept: self.$kept.clone(),)*
                    $($queue: self.$queue.clone(),)*
                    $($shared: Arc::clone(&self.$shared),)*
                    $($list: self.$list.clone(),)*
                    $($places: self.$places.clone(),)*
                    recycled: Recycled::default(),
                }
            }

            fn clone_from(&mut self, source: &World) {
                $(self.$plain = source.$plain;)*
                $(self.$kept.clone_from(&source.$kept);)*
                $(if !(self.$queue.is_empty() && source.$queue.is_empty()) {
                    self.$queue.clone_from(&source.$queue);
                })*
                $(vm::reuse(&mut self.$shared, &source.$shared);)*
                $(vm::reuse_all(&mut self.$list, &source.$list);)*
                $(share_places(&mut self.recycled, &mut self.$places, &source.$places);)*
            }
        }
    };
}

copy_world! {
    as_it_is: now steps ops was_cut_off going_daemons has_priorities next_timer is_firing last_ran ready_count console_lines random
        turn observes_time time_limits reach;
    keeping_memory: heap free timers last_line;
    mostly_empty: running jobs;
    shared: program setup seldom;
    lists_of_shared: tasks objects;
    places_of_shared: activities;
}

impl World {
    /// Gives back the memory that was kept for further copies: for a world that will not be written to for long.
    pub fn let_go_of_spares(&mut self) {
        self.recycled.clear();
        self.heap.let_go_of_spares();
    }

    /// How many records another world does not share with this one: lanes, activities, objects, and what few steps change.
    /// Two worlds with equal records can have copies of their own.
    #[must_use]
    pub fn records_not_shared_with(&self, other: &World) -> usize {
        fn apart<T>(one: &[Arc<T>], other: &[Arc<T>]) -> usize {
            let shared = one.iter().zip(other).filter(|(one, other)| Arc::ptr_eq(one, other));
            other.len() - shared.count()
        }
        let activities = self.activities.iter().zip(&other.activities);
        let shared = activities.filter(|places| match places {
            (Some(one), Some(other)) => Arc::ptr_eq(one, other),
            (None, None) => true,
            (Some(_), None) | (None, Some(_)) => false,
        });
        apart(&self.tasks, &other.tasks)
            + other.activities.len().saturating_sub(shared.count())
            + apart(&self.objects, &other.objects)
            + usize::from(!Arc::ptr_eq(&self.seldom, &other.seldom))
    }
}

/// Makes one list of activities share those of another.
fn share_places(
    recycled: &mut Recycled<Activity, 3>,
    places: &mut Vec<Option<Arc<Activity>>>,
    source: &[Option<Arc<Activity>>],
) {
    places.truncate(source.len());
    for (place, source) in places.iter_mut().zip(source) {
        match (place.as_mut(), source) {
            (Some(place), Some(source)) => recycled.share(place, source),
            (None, None) => {}
            (Some(_), None) | (None, Some(_)) => {
                if let Some(old) = std::mem::replace(place, source.clone()) {
                    recycled.keep(old);
                }
            }
        }
    }
    places.extend_from_slice(&source[places.len()..]);
}

impl Clone for Activity {
    fn clone(&self) -> Activity {
        Activity {
            fiber: self.fiber.clone(),
            ..*self
        }
    }

    fn clone_from(&mut self, source: &Activity) {
        let Activity {
            fiber,
            lane,
            role,
            promise,
            status,
        } = source;
        self.fiber.clone_from(fiber);
        self.lane = *lane;
        self.role = *role;
        self.promise = *promise;
        self.status = *status;
    }
}
