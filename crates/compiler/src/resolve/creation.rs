//! Which reads may come before their declaration has run.
//!
//! Owns the order in which closures come into being, as far as the text tells. Prefers a check too many.

use super::{FunctionIndex, Resolution, ScopeKind, Use, VariableId};
use oxc_span::Span;
use std::collections::BTreeMap;

impl<'a> Resolution<'a> {
    /// A function declaration exists from the beginning of its block, but it cannot run before its name is used: that is
    /// what counts for what it captures.
    pub(super) fn find_creations(&mut self, uses: &[Use<'a>], found: &[Option<VariableId>]) {
        let mut hoisted = BTreeMap::new();
        for (index, function) in self.functions.iter_mut().enumerate() {
            if let Some(variable) = function.hoisted_as {
                hoisted.insert(variable, FunctionIndex(index));
                function.created_at = u32::MAX;
            }
        }
        // A use within another function is possible as soon as that one is: repeat until nothing gets earlier.
        let uses: Vec<(FunctionIndex, &Use<'a>)> = uses
            .iter()
            .zip(found)
            .filter_map(|(used, found)| Some((*hoisted.get(found.as_ref()?)?, used)))
            .collect();
        let mut has_changed = true;
        while std::mem::take(&mut has_changed) {
            for &(function, used) in &uses {
                let Some(parent) = self.functions[function.0].parent else {
                    continue;
                };
                let at = self.earliest(used.span.start, self.scopes[used.scope].function, parent);
                if at < self.functions[function.0].created_at {
                    self.functions[function.0].created_at = at;
                    has_changed = true;
                }
            }
        }
    }

    /// From which offset of the function `outer` on control can be at `offset` of `inner`, a function within it.
    fn earliest(&self, offset: u32, inner: FunctionIndex, outer: FunctionIndex) -> u32 {
        let mut at = offset;
        let mut function = inner;
        while function != outer {
            let created = &self.functions[function.0];
            at = created.created_at;
            match created.parent {
                Some(parent) => function = parent,
                None => break,
            }
        }
        at
    }

    /// Whether a use may come before the declaration has run. A scope's text runs from top to bottom except in a
    /// `switch`, so a later place is safe; inside a function it is the place that first has the closure which counts.
    pub(super) fn may_be_early(&self, variable: VariableId, span: Span, function: FunctionIndex) -> bool {
        let info = self.variable(variable);
        if !info.kind.has_dead_zone() {
            return false;
        }
        if self.scopes[info.scope].kind == ScopeKind::Switch {
            return true;
        }
        self.earliest(span.start, function, info.function) < info.initialized_at
    }
}
