//! Which declaration every name means.
//!
//! Owns scopes, variables, which of them are captured by inner functions, and which reads may come too early. Writes its
//! answers into the id cells of the syntax tree, so that the lowering finds them where it stands. Emits no code.

mod collect;

use crate::positions::Positions;
use crate::{Diagnostic, suggest};
use bytecode::{GLOBALS, GlobalId};
use oxc_ast::ast::{BindingIdentifier, IdentifierReference, Program};
use oxc_span::Span;
use oxc_syntax::scope::ScopeId;
use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};

/// The index of a variable in [`Resolution::variables`].
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub(crate) struct VariableId(pub(crate) usize);

/// The index of a function in [`Resolution::functions`]; the program itself is 0.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub(crate) struct FunctionIndex(pub(crate) usize);

/// How a variable was declared.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(crate) enum VariableKind {
    Var,
    Let,
    Const,
    Function,
    Parameter,
    CatchParameter,
    /// The name of a function expression, visible inside it.
    FunctionName,
    /// Something that is not supported but declared: a class, an import, an enum.
    Unsupported,
}

impl VariableKind {
    /// Whether reading it before its declaration is an error rather than `undefined`.
    pub(crate) fn has_dead_zone(self) -> bool {
        match self {
            VariableKind::Let | VariableKind::Const => true,
            VariableKind::Var
            | VariableKind::Function
            | VariableKind::Parameter
            | VariableKind::CatchParameter
            | VariableKind::FunctionName
            | VariableKind::Unsupported => false,
        }
    }

    /// Whether assigning to it works rather than throws.
    pub(crate) fn is_assignable(self) -> bool {
        match self {
            VariableKind::Const | VariableKind::FunctionName => false,
            VariableKind::Var
            | VariableKind::Let
            | VariableKind::Function
            | VariableKind::Parameter
            | VariableKind::CatchParameter
            | VariableKind::Unsupported => true,
        }
    }
}

/// One assignment to a variable after its declaration.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) struct Write {
    pub(crate) offset: u32,
    pub(crate) function: FunctionIndex,
}

/// One declared name.
pub(crate) struct VariableInfo<'a> {
    pub(crate) name: &'a str,
    pub(crate) kind: VariableKind,
    pub(crate) scope: usize,
    pub(crate) function: FunctionIndex,
    /// From here on its declaration has run, if the text is read from top to bottom.
    pub(crate) initialized_at: u32,
    /// Whether an inner function uses it.
    pub(crate) is_captured: bool,
    /// Assignments after the declaration, by offset.
    pub(crate) writes: Vec<Write>,
    /// Whether some use may come before the declaration has run.
    pub(crate) may_be_used_early: bool,
}

impl VariableInfo<'_> {
    /// Whether it keeps its first value for ever.
    pub(crate) fn is_never_assigned(&self) -> bool {
        self.writes.is_empty() && self.kind != VariableKind::Var
    }

    /// Whether it is assigned between two offsets of the function that owns it.
    pub(crate) fn is_assigned_within(&self, span: Span) -> bool {
        let first = self.writes.partition_point(|write| write.offset < span.start);
        self.writes.get(first).is_some_and(|write| write.offset < span.end)
    }
}

/// What opened a scope.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(crate) enum ScopeKind {
    Function,
    Block,
    /// A declaration in one case may be skipped by a jump to the next.
    Switch,
}

pub(crate) struct Scope<'a> {
    parent: Option<usize>,
    pub(crate) function: FunctionIndex,
    kind: ScopeKind,
    names: BTreeMap<&'a str, VariableId>,
    /// In order of declaration.
    pub(crate) variables: Vec<VariableId>,
}

pub(crate) struct FunctionInfo {
    pub(crate) parent: Option<FunctionIndex>,
    /// Nobody can have a closure over it before control has come to this offset of its parent.
    pub(crate) created_at: u32,
    /// For a function declaration, which exists from the beginning of its block, the name by which it is reached.
    pub(crate) hoisted_as: Option<VariableId>,
}

/// What a name refers to.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(crate) enum Resolved {
    Variable {
        variable: VariableId,
        /// Whether this use may come before the declaration has run.
        is_early: bool,
    },
    Global(GlobalId),
    Unknown,
}

struct Use<'a> {
    name: &'a str,
    span: Span,
    scope: usize,
    is_write: bool,
    is_type_of: bool,
}

/// The answers.
#[derive(Default)]
pub(crate) struct Resolution<'a> {
    pub(crate) scopes: Vec<Scope<'a>>,
    pub(crate) variables: Vec<VariableInfo<'a>>,
    pub(crate) functions: Vec<FunctionInfo>,
    /// By the reference id that the tree carries.
    uses: Vec<Resolved>,
    /// Every name and string in the text: what it may call.
    pub(crate) words: BTreeSet<&'a str>,
    /// Whether the tree is too deep to go down into.
    pub(crate) is_too_deep: bool,
}

/// Resolves a whole program.
pub(crate) fn resolve<'a>(
    program: &Program<'a>,
    positions: &Positions<'_>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Resolution<'a> {
    let (mut resolution, uses) = collect::collect(program, positions, diagnostics);
    let found: Vec<Option<VariableId>> = uses.iter().map(|used| resolution.look_up(used)).collect();
    resolution.find_creations(&uses, &found);
    for (used, found) in uses.iter().zip(found) {
        let resolved = match found {
            Some(variable) => resolution.use_variable(variable, used),
            None => GlobalId::find(used.name, positions.is_internal()).map_or(Resolved::Unknown, Resolved::Global),
        };
        if resolved == Resolved::Unknown && !used.is_type_of {
            diagnostics.push(resolution.undefined_name(used, positions));
        }
        resolution.uses.push(resolved);
    }
    for variable in &mut resolution.variables {
        variable.writes.sort_unstable();
    }
    resolution
}

impl<'a> Resolution<'a> {
    pub(crate) fn variable(&self, id: VariableId) -> &VariableInfo<'a> {
        &self.variables[id.0]
    }

    /// What a use of a name refers to.
    pub(crate) fn reference(&self, identifier: &IdentifierReference<'_>) -> Resolved {
        identifier
            .reference_id
            .get()
            .and_then(|id| self.uses.get(usize::from(id)).copied())
            .unwrap_or(Resolved::Unknown)
    }

    /// The variable that a declaration declares.
    pub(crate) fn declared(&self, identifier: &BindingIdentifier<'_>) -> Option<VariableId> {
        identifier.symbol_id.get().map(|id| VariableId(usize::from(id)))
    }

    /// The scope that a construct opens.
    pub(crate) fn scope(&self, id: &Cell<Option<ScopeId>>) -> Option<usize> {
        id.get().map(usize::from)
    }

    fn look_up(&self, used: &Use<'a>) -> Option<VariableId> {
        let mut scope = Some(used.scope);
        while let Some(index) = scope {
            if let Some(&variable) = self.scopes[index].names.get(used.name) {
                return Some(variable);
            }
            scope = self.scopes[index].parent;
        }
        None
    }

    /// A function declaration exists from the beginning of its block, but it cannot run before its name is used: that is
    /// what counts for what it captures.
    fn find_creations(&mut self, uses: &[Use<'a>], found: &[Option<VariableId>]) {
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

    fn use_variable(&mut self, variable: VariableId, used: &Use<'a>) -> Resolved {
        let function = self.scopes[used.scope].function;
        let is_early = self.may_be_early(variable, used.span, function);
        let info = &mut self.variables[variable.0];
        info.is_captured |= info.function != function;
        info.may_be_used_early |= is_early;
        if used.is_write {
            let offset = used.span.start;
            info.writes.push(Write { offset, function });
        }
        Resolved::Variable { variable, is_early }
    }

    /// Whether a use may come before the declaration has run. A scope's text runs from top to bottom except in a
    /// `switch`, so a later place is safe; inside a function it is the place that first has the closure which counts.
    fn may_be_early(&self, variable: VariableId, span: Span, function: FunctionIndex) -> bool {
        let info = self.variable(variable);
        if info.kind == VariableKind::Parameter {
            // The default of an earlier parameter: `(a = b, b) => a`.
            return function == info.function && span.start < info.initialized_at;
        }
        if !info.kind.has_dead_zone() {
            return false;
        }
        if self.scopes[info.scope].kind == ScopeKind::Switch {
            return true;
        }
        self.earliest(span.start, function, info.function) < info.initialized_at
    }

    fn undefined_name(&self, used: &Use<'a>, positions: &Positions<'_>) -> Diagnostic {
        let mut known: BTreeSet<&str> = GLOBALS
            .iter()
            .filter(|global| !global.is_intrinsic)
            .map(|global| global.name)
            .collect();
        let mut scope = Some(used.scope);
        while let Some(index) = scope {
            known.extend(self.scopes[index].names.keys());
            scope = self.scopes[index].parent;
        }
        let help = elsewhere(used.name).or_else(|| {
            let near = suggest::nearest(used.name, known.into_iter())?;
            Some(format!("did you mean `{near}`?"))
        });
        positions.error(
            "undefined-name",
            used.span,
            format!("`{}` is not defined", used.name),
            help,
        )
    }
}

/// What to write instead of well-known names that do not exist here.
fn elsewhere(name: &str) -> Option<String> {
    let help = match name {
        "arguments" => "take the arguments as a rest parameter: `...args`",
        "require" | "module" | "exports" => "a program is one text here; everything it needs is already there",
        "process" | "window" | "document" | "globalThis" | "self" => "a program here has no such surroundings",
        "setImmediate" => "use `setTimeout(fn, 0)` or `queueMicrotask(fn)`",
        "Worker" | "Thread" => "start a task with `spawn(name, fn)`",
        "Atomics" | "SharedArrayBuffer" => "use `new AtomicInt(value)`",
        "eval" => "write the code itself",
        "RwLock" | "Condition" | "WeightedSemaphore" | "PrioritySemaphore" | "AtomicRef" => {
            "not there yet: `Mutex`, `Semaphore`, `Channel` and `AtomicInt` are"
        }
        "Barrier" | "Latch" | "WaitGroup" | "ManualResetEvent" | "AutoResetEvent" => {
            "not there yet: wait for tasks with `await Promise.all(tasks)`, for a signal with a `Channel`"
        }
        "select" | "after" | "otherwise" => {
            "not there yet: wait with `Promise.race`, or give each channel a task of its own"
        }
        "pLimit" | "WorkerPool" | "Bulkhead" => {
            "not there yet: `new Semaphore(n)` with `withPermit`, or `n` tasks that share a queue"
        }
        "withTimeout" => "not there yet: `await Promise.race([promise, sleep(ms)])`",
        "io" | "fetch" | "network" => "not there yet: `await sleep(ms)` stands for waiting for something outside",
        "eventually" | "sometimes" | "critical" | "progress" => "not there yet: `assert` and `always` are",
        "Symbol" | "Proxy" | "Reflect" | "WeakMap" | "WeakSet" | "WeakRef" | "structuredClone" => "not there yet",
        _ => return None,
    };
    Some(help.to_owned())
}
