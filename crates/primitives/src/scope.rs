//! The scope of structured concurrency: a few tasks that end together.
//!
//! A scope knows its children in the order of their making, whether it has been aborted and why, and when it will be. It
//! takes no children any more once it is aborted. Nobody waits here: to wait for children is to wait for their ends, and
//! to stop them is up to whoever keeps tasks. `V` are the program's values: what a child is known by, the reason, and the
//! controller by which the program's own signal is given.
//!
//! The names are those of the Node material (`signal`, `spawn`, `abort`, `settle`, `join`); deadlines, nesting and
//! stopping all when one fails are from Trio's nurseries and Kotlin's scopes.

use clock::Instant;

use crate::{Actor, Visit};

#[cfg(test)]
mod tests;

/// Whether a scope still takes children.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum ScopeState {
    /// It does.
    Open,
    /// It has been aborted.
    Aborted,
}

/// A scope.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Scope<V> {
    // Invariants:
    // (1) an aborted scope has a reason and no deadline, an open one no reason.
    state: ScopeState,
    reason: Option<V>,
    deadline: Option<Instant>,
    controller: Option<V>,
    children: Vec<V>,
    /// The scopes within it.
    nested: Vec<V>,
    /// The scope around it, until that knows of this one.
    parent: Option<V>,
    /// Who made it.
    owner: Actor,
    /// Whether children are stopped when it is aborted, beside being told.
    stops_children: bool,
}

impl<V> Scope<V> {
    /// An open scope without children.
    #[must_use]
    pub fn new(owner: Actor, parent: Option<V>, deadline: Option<Instant>, stops_children: bool) -> Self {
        Self {
            state: ScopeState::Open,
            reason: None,
            deadline,
            controller: None,
            children: Vec::new(),
            nested: Vec::new(),
            parent,
            owner,
            stops_children,
        }
    }

    /// Takes in a child. `false` when the scope has been aborted: the child is none of its own.
    #[must_use]
    pub fn add(&mut self, child: V) -> bool {
        match self.state {
            ScopeState::Open => self.children.push(child),
            ScopeState::Aborted => return false,
        }
        true
    }

    /// Takes in a scope that is to be aborted with it.
    pub fn nest(&mut self, scope: V) {
        self.nested.push(scope);
    }

    /// The scope around it, the first time: it is to be told of this one.
    pub fn take_parent(&mut self) -> Option<V> {
        self.parent.take()
    }

    /// Who made it.
    #[must_use]
    pub fn owner(&self) -> Actor {
        self.owner
    }

    /// Aborts it. `false` when it was already: the first reason counts.
    pub fn abort(&mut self, reason: V) -> bool {
        match self.state {
            ScopeState::Aborted => return false,
            ScopeState::Open => {
                self.state = ScopeState::Aborted;
                self.reason = Some(reason);
                self.deadline = None;
            }
        }
        true
    }

    /// All children have ended well: the deadline is met.
    pub fn lift_deadline(&mut self) {
        self.deadline = None;
    }

    /// Keeps what gives the program's signal, unless it is there already.
    pub fn set_controller(&mut self, controller: V) {
        self.controller.get_or_insert(controller);
    }

    /// What gives the program's signal.
    #[must_use]
    pub fn controller(&self) -> Option<&V> {
        self.controller.as_ref()
    }

    /// Whether it still takes children.
    #[must_use]
    pub fn state(&self) -> ScopeState {
        self.state
    }

    /// Why it was aborted.
    #[must_use]
    pub fn reason(&self) -> Option<&V> {
        self.reason.as_ref()
    }

    /// When it is aborted by itself.
    #[must_use]
    pub fn deadline(&self) -> Option<Instant> {
        self.deadline
    }

    /// Its children in the order of their making.
    #[must_use]
    pub fn children(&self) -> &[V] {
        &self.children
    }

    /// The scopes within it.
    #[must_use]
    pub fn nested(&self) -> &[V] {
        &self.nested
    }

    /// Whether children are stopped when it is aborted.
    #[must_use]
    pub fn stops_children(&self) -> bool {
        self.stops_children
    }

    /// Tells what its state consists of.
    pub fn visit(&self, to: &mut impl Visit<V>) {
        to.actor(self.owner);
        let flags = u64::from(self.parent.is_some()) << 3
            | u64::from(self.stops_children) << 2
            | u64::from(self.controller.is_some()) << 1
            | u64::from(self.state == ScopeState::Aborted);
        to.word(flags);
        self.parent.iter().for_each(|parent| to.value(parent));
        self.reason.iter().for_each(|reason| to.value(reason));
        self.controller.iter().for_each(|controller| to.value(controller));
        to.word(u64::from(self.deadline.is_some()));
        self.deadline.iter().for_each(|&at| to.instant(at));
        to.word((self.children.len() as u64) << 32 | self.nested.len() as u64);
        self.children
            .iter()
            .chain(&self.nested)
            .for_each(|child| to.value(child));
    }

    /// Panics unless the numbered invariants hold; for tests.
    pub fn assert_invariants(&self) {
        match self.state {
            ScopeState::Open => assert!(self.reason.is_none(), "(1) a reason for nothing"),
            ScopeState::Aborted => {
                assert!(
                    self.reason.is_some() && self.deadline.is_none(),
                    "(1) aborted without a reason"
                );
            }
        }
    }
}
