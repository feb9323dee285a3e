//! Which declaration every name means.
//!
//! Owns scopes, variables, which of them are captured by inner functions, and which reads may come too early. Writes its
//! answers into the id cells of the syntax tree, so that the lowering finds them where it stands. Emits no code.

mod classes;
mod collect;
mod creation;
mod early;
mod hidden;
mod imports;
mod modules;
mod names;
mod walk;

use crate::Diagnostic;
use crate::pause::Pause;
use crate::positions::Positions;
use bytecode::GlobalId;
use oxc_ast::ast::{BindingIdentifier, IdentifierReference, Program};
use oxc_span::Span;
use oxc_syntax::node::NodeId;
use oxc_syntax::scope::ScopeId;
use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};

pub(crate) use classes::{ClassInfo, enum_member_name, is_field, is_parameter_property, written_constructor};
pub(crate) use early::sets_prototype;
pub(crate) use hidden::Home;

/// The index of a variable in [`Resolution::variables`].
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub(crate) struct VariableId(pub(crate) usize);

/// The index of a function in [`Resolution::functions`]; the program itself is 0.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub(crate) struct FunctionIndex(pub(crate) usize);

/// The index of a class in [`Resolution::classes`].
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub(crate) struct ClassIndex(pub(crate) usize);

/// The index of a home object in [`Resolution::homes`].
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub(crate) struct HomeIndex(pub(crate) usize);

/// How a variable was declared.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(crate) enum VariableKind {
    Var,
    Let,
    Const,
    Function,
    /// A function declaration in a block, which is lexical there.
    BlockFunction,
    Parameter,
    CatchParameter,
    /// The name of a function expression, visible inside it.
    FunctionName,
    /// A class declaration.
    Class,
    /// The name of a class, visible inside it.
    ClassName,
    /// The `arguments` of a function that uses it.
    Arguments,
    /// The object of an `enum`.
    Enum,
    /// A member of an `enum`, visible to those after it.
    EnumMember,
    /// Something that is imported.
    Import,
    /// What the compiler keeps for itself under a name that nobody can write: a home object, a private name.
    Hidden,
    /// `this` of a derived constructor, which `super(...)` initialises.
    This,
    /// Something that is not supported but declared: a namespace with values.
    Unsupported,
}

impl VariableKind {
    /// Whether reading it before its declaration is an error rather than `undefined`.
    pub(crate) fn has_dead_zone(self) -> bool {
        match self {
            VariableKind::Let
            | VariableKind::Const
            | VariableKind::Parameter
            | VariableKind::Class
            | VariableKind::ClassName
            | VariableKind::EnumMember => true,
            VariableKind::Var
            | VariableKind::Function
            | VariableKind::BlockFunction
            | VariableKind::CatchParameter
            | VariableKind::FunctionName
            | VariableKind::Arguments
            | VariableKind::Enum
            | VariableKind::Import
            | VariableKind::Hidden
            | VariableKind::This
            | VariableKind::Unsupported => false,
        }
    }

    /// Whether assigning to it works rather than throws.
    pub(crate) fn is_assignable(self) -> bool {
        match self {
            VariableKind::Const
            | VariableKind::FunctionName
            | VariableKind::ClassName
            | VariableKind::EnumMember
            | VariableKind::Import
            | VariableKind::Hidden
            | VariableKind::This => false,
            VariableKind::Var
            | VariableKind::Let
            | VariableKind::Function
            | VariableKind::BlockFunction
            | VariableKind::Parameter
            | VariableKind::CatchParameter
            | VariableKind::Class
            | VariableKind::Arguments
            | VariableKind::Enum
            | VariableKind::Unsupported => true,
        }
    }

    /// Whether it holds `undefined` from the moment its scope opens.
    pub(crate) fn begins_undefined(self) -> bool {
        matches!(self, VariableKind::Var | VariableKind::Enum | VariableKind::Unsupported)
    }

    /// Whether a learner would know it.
    pub(crate) fn is_visible(self) -> bool {
        !matches!(
            self,
            VariableKind::Hidden | VariableKind::This | VariableKind::Arguments
        )
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
    /// For an import that exists here under another name: that name.
    pub(crate) alias: Option<GlobalId>,
}

impl VariableInfo<'_> {
    /// Whether it keeps its first value for ever.
    pub(crate) fn is_never_assigned(&self) -> bool {
        self.writes.is_empty() && !matches!(self.kind, VariableKind::Var | VariableKind::Enum)
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
    /// The body of a function whose parameters have expressions, or a static block: where `var` belongs.
    Body,
    Block,
    /// A `catch` with a plain name, which `var` may repeat.
    CatchName,
    /// A `catch` with a pattern.
    CatchPattern,
    /// A declaration in one case may be skipped by a jump to the next.
    Switch,
}

pub(crate) struct Scope<'a> {
    parent: Option<usize>,
    pub(crate) function: FunctionIndex,
    kind: ScopeKind,
    names: BTreeMap<&'a str, VariableId>,
    /// The names of `var` declarations that pass through on their way out.
    passing: BTreeSet<&'a str>,
    /// In order of declaration.
    pub(crate) variables: Vec<VariableId>,
}

impl<'a> Scope<'a> {
    fn new(parent: Option<usize>, function: FunctionIndex, kind: ScopeKind) -> Scope<'a> {
        Scope {
            parent,
            function,
            kind,
            names: BTreeMap::new(),
            passing: BTreeSet::new(),
            variables: Vec::new(),
        }
    }
}

/// What a function is to the names that every function has: `this`, `arguments`, `new.target`, `super`.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(crate) enum Nature {
    /// The program.
    Main,
    /// Has none of them and uses those of the function around it.
    Arrow,
    /// A function or method.
    Ordinary,
    /// The constructor of a class with `extends`.
    DerivedConstructor,
    /// The initialisers of a class's fields, or its static blocks: no `arguments`.
    Initializer,
}

pub(crate) struct FunctionInfo {
    pub(crate) parent: Option<FunctionIndex>,
    pub(crate) nature: Nature,
    /// The scope of its parameters, and of everything unless it has a body scope.
    pub(crate) scope: usize,
    /// Nobody can have a closure over it before control has come to this offset of its parent.
    pub(crate) created_at: u32,
    /// For a function declaration, which exists from the beginning of its block, the name by which it is reached.
    pub(crate) hoisted_as: Option<VariableId>,
    /// Where `super.name` looks, for methods and initialisers.
    pub(crate) home: Option<HomeIndex>,
    /// The class whose constructor it is.
    pub(crate) class: Option<ClassIndex>,
    /// The variables behind `this` of a derived constructor, `new.target` for arrow functions, and `arguments`.
    pub(crate) this: Option<VariableId>,
    pub(crate) new_target: Option<VariableId>,
    pub(crate) arguments: Option<VariableId>,
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
    /// Nothing declares it: a property of `globalThis`, if anything.
    Undeclared,
}

/// One text of a tagged template.
pub(crate) struct TemplatePart<'a> {
    /// `None` where an escape sequence is wrong.
    pub(crate) cooked: Option<&'a str>,
    pub(crate) has_lone_surrogates: bool,
    pub(crate) raw: &'a str,
}

struct Use<'a> {
    name: &'a str,
    span: Span,
    scope: usize,
    is_write: bool,
    is_type_of: bool,
    call: CallOf<'a>,
    /// The property that is read or called of it.
    member: Option<&'a str>,
}

/// What a name is called with, as far as that says what it means.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum CallOf<'a> {
    /// It is not called, or nothing is to be said of it.
    Nothing,
    /// With this text alone: `require("events")`.
    Text(&'a str),
    /// With something.
    Arguments,
}

/// The answers.
#[derive(Default)]
pub(crate) struct Resolution<'a> {
    pub(crate) scopes: Vec<Scope<'a>>,
    pub(crate) variables: Vec<VariableInfo<'a>>,
    pub(crate) functions: Vec<FunctionInfo>,
    pub(crate) classes: Vec<ClassInfo<'a>>,
    pub(crate) homes: Vec<Home>,
    /// The tagged templates, each with the variable that holds its object.
    pub(crate) templates: Vec<(VariableId, Vec<TemplatePart<'a>>)>,
    /// By the reference id that the tree carries.
    uses: Vec<Resolved>,
    /// Every name and string in the text: what it may call.
    pub(crate) words: BTreeSet<&'a str>,
    /// Whether the tree is too deep to go down into.
    pub(crate) is_too_deep: bool,
}

/// Resolves a whole program.
pub(crate) async fn resolve<'a>(
    program: &Program<'a>,
    positions: &Positions<'_>,
    diagnostics: &mut Vec<Diagnostic>,
    pause: Pause<'_>,
) -> Resolution<'a> {
    let (mut resolution, uses) = collect::collect(program, positions, diagnostics);
    pause().await;
    let found: Vec<Option<VariableId>> = uses.iter().map(|used| resolution.look_up(used)).collect();
    resolution.find_creations(&uses, &found);
    let mut assigned = BTreeSet::new();
    let surroundings = names::Surroundings::new(program, &uses, &found);
    for (used, found) in uses.iter().zip(found) {
        let resolved = match found {
            Some(variable) => resolution.use_variable(variable, used),
            None => match GlobalId::find(used.name, positions.is_internal()) {
                Some(global) => Resolved::Global(global),
                None => surroundings.resolve(used),
            },
        };
        match resolved {
            Resolved::Undeclared if !used.is_type_of => {
                diagnostics.push(resolution.undeclared(used, &surroundings, positions));
            }
            Resolved::Global(_) if used.is_write && found.is_none() => {
                assigned.insert(used.name);
                diagnostics.push(names::assigned_global(used, positions));
            }
            Resolved::Global(_) if found.is_none() => diagnostics.extend(names::limits_of(used, positions)),
            Resolved::Variable { .. } | Resolved::Global(_) | Resolved::Undeclared => {}
        }
        resolution.uses.push(resolved);
    }
    diagnostics.extend(surroundings.told(&uses, positions));
    // A built-in name that the program replaces is looked up wherever it is used.
    if !assigned.is_empty() {
        for (used, resolved) in uses.iter().zip(&mut resolution.uses) {
            if matches!(resolved, Resolved::Global(_)) && assigned.contains(used.name) {
                *resolved = Resolved::Undeclared;
            }
        }
    }
    for variable in &mut resolution.variables {
        variable.writes.sort_unstable();
    }
    resolution
}

/// An index that a node of the tree carries in its id; 0 means none.
pub(crate) fn noted(cell: &Cell<NodeId>) -> Option<usize> {
    usize::from(cell.get()).checked_sub(1)
}

/// Lets a node of the tree carry an index.
fn note(cell: &Cell<NodeId>, index: usize) {
    cell.set(NodeId::new(index + 1));
}

impl<'a> Resolution<'a> {
    pub(crate) fn variable(&self, id: VariableId) -> &VariableInfo<'a> {
        &self.variables[id.0]
    }

    pub(crate) fn function(&self, index: FunctionIndex) -> &FunctionInfo {
        &self.functions[index.0]
    }

    /// What a use of a name refers to.
    pub(crate) fn reference(&self, identifier: &IdentifierReference<'_>) -> Resolved {
        identifier
            .reference_id
            .get()
            .and_then(|id| self.uses.get(usize::from(id)).copied())
            .unwrap_or(Resolved::Undeclared)
    }

    /// The variable that a declaration declares.
    pub(crate) fn declared(&self, identifier: &BindingIdentifier<'_>) -> Option<VariableId> {
        identifier.symbol_id.get().map(|id| VariableId(usize::from(id)))
    }

    /// The scope that a construct opens.
    pub(crate) fn scope(&self, id: &Cell<Option<ScopeId>>) -> Option<usize> {
        id.get().map(usize::from)
    }

    /// The variable of a scope with a name.
    pub(crate) fn named_in(&self, scope: usize, name: &str) -> Option<VariableId> {
        self.scopes[scope].names.get(name).copied()
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

    fn use_variable(&mut self, variable: VariableId, used: &Use<'a>) -> Resolved {
        if let Some(global) = self.variable(variable).alias {
            return Resolved::Global(global);
        }
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
}
