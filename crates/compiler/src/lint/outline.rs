//! What the lints look at: a program boiled down to what it reads, writes, calls and awaits.
//!
//! Owns the shape of that outline. How it is taken from the syntax tree is the walk's; what is wrong with it is said by
//! one module per lint.

use crate::resolve::VariableId;
use oxc_ast::ast::*;
use oxc_span::Span;

/// The index of a function in [`Outline::functions`]; the main line is 0.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub(super) struct FunctionKey(pub(super) usize);

/// The index of a class in [`Outline::classes`].
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub(super) struct ClassKey(pub(super) usize);

/// What a place is reached from.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub(super) enum Root {
    Variable(VariableId),
    /// `this` of the methods of a class.
    Instance(ClassKey),
    /// `this` of a function that belongs to no class.
    This(FunctionKey),
}

/// A variable, or a property reached from one by a fixed path; paths are compared as text.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub(super) struct Place<'a> {
    pub(super) root: Root,
    /// `.balance`, `[i].name`; empty for the variable itself.
    pub(super) path: &'a str,
}

impl<'a> Place<'a> {
    /// The variable itself.
    pub(super) fn variable(variable: VariableId) -> Place<'a> {
        Place {
            root: Root::Variable(variable),
            path: "",
        }
    }

    /// Whether this is `other` or something that it holds.
    pub(super) fn is_within(&self, other: &Place<'_>) -> bool {
        let rest = self.path.strip_prefix(other.path);
        self.root == other.root && rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
    }
}

/// How control leaves.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum ExitKind {
    Return,
    Throw,
    Break,
    Continue,
}

/// What a loop is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum LoopKind {
    /// `for (const x of xs)` and `for (const k in o)`: the turns are given beforehand.
    Each,
    /// `for await`.
    EachAwaited,
    /// `for (let i = 0; ...)`.
    Counted,
    /// `while` and `do`.
    While,
}

/// Something that a function does, in the order of evaluation.
///
/// `from` is the index, in the same list, of the first step of the expression that the value comes from.
#[derive(Debug)]
pub(super) enum Step<'a> {
    Read(Place<'a>),
    Write {
        place: Place<'a>,
        from: usize,
        span: Span,
        is_declaration: bool,
    },
    /// A function is made: it may run at any time from now on.
    Closure(FunctionKey),
    Call {
        call: &'a CallExpression<'a>,
        from: usize,
        is_awaited: bool,
    },
    Construct(&'a NewExpression<'a>),
    /// Control is given away; `from` as above.
    Await(Span),
    Yield,
    Exit(ExitKind, Span),
    Branch {
        /// Where the steps of the condition begin.
        from: usize,
        then: Vec<Step<'a>>,
        otherwise: Vec<Step<'a>>,
    },
    Switch(Vec<Vec<Step<'a>>>),
    Loop {
        kind: LoopKind,
        /// The variables that are new in every turn.
        variables: Vec<VariableId>,
        test: Vec<Step<'a>>,
        body: Vec<Step<'a>>,
    },
    Try {
        block: Vec<Step<'a>>,
        handler: Option<Vec<Step<'a>>>,
        finalizer: Option<Vec<Step<'a>>>,
    },
}

/// What is known of one function.
#[derive(Debug)]
pub(super) struct FunctionOutline<'a> {
    pub(super) span: Span,
    /// Empty for an anonymous one.
    pub(super) name: &'a str,
    pub(super) parent: Option<FunctionKey>,
    /// What `this` is in it.
    pub(super) this: Root,
    pub(super) is_async: bool,
    pub(super) is_generator: bool,
    /// Whether it is called where it stands.
    pub(super) is_called_at_once: bool,
    pub(super) return_type: Option<&'a TSType<'a>>,
    pub(super) parameters: Vec<VariableId>,
    /// What it returns, the body of a short arrow function included.
    pub(super) returned: Vec<&'a Expression<'a>>,
    pub(super) has_await: bool,
    /// Whether it calls something by the name of an operation on a lock.
    pub(super) has_lock: bool,
    pub(super) steps: Vec<Step<'a>>,
}

/// What is known of one class.
#[derive(Debug)]
pub(super) struct ClassOutline<'a> {
    pub(super) class: &'a Class<'a>,
    /// The function that is its constructor, if it has one.
    pub(super) constructor: Option<FunctionKey>,
    /// The fields that the constructor sets, with what it sets them to first.
    pub(super) assigned: Vec<(&'a str, &'a Expression<'a>)>,
}

/// What is known of one variable.
#[derive(Clone, Copy, Default, Debug)]
pub(super) struct VariableOutline<'a> {
    /// How often it is read.
    pub(super) read_count: u32,
    /// What it is declared with, unless it is a part of a pattern.
    pub(super) value: Option<&'a Expression<'a>>,
    /// The function or class that it names by declaration.
    pub(super) function: Option<FunctionKey>,
    pub(super) class: Option<ClassKey>,
    /// Its type, as the learner wrote it.
    pub(super) annotation: Option<&'a TSType<'a>>,
    /// The function that it is declared in.
    pub(super) owner: Option<FunctionKey>,
    /// A function that assigns it, and whether there are several.
    pub(super) writer: Option<FunctionKey>,
    pub(super) has_several_writers: bool,
}

impl VariableOutline<'_> {
    /// Whether another function than this one assigns it.
    pub(super) fn is_written_outside(&self, function: FunctionKey) -> bool {
        self.has_several_writers || self.writer.is_some_and(|writer| writer != function)
    }
}

/// What becomes of the value of an expression.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Use<'a> {
    /// Nothing: it stands as a statement.
    Dropped,
    Awaited,
    /// It decides a branch.
    Condition,
    /// It is computed with.
    Operand,
    /// It becomes a part of a text.
    Text,
    /// A property of it is read or called.
    Member(&'a str),
    Other,
}

/// An expression with what becomes of it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Used<'a> {
    pub(super) expression: &'a Expression<'a>,
    pub(super) used: Use<'a>,
    pub(super) function: FunctionKey,
    /// The statement that it belongs to stands in the main line, in no block.
    pub(super) is_top_level: bool,
}

/// A call of a method with a function as its first argument.
#[derive(Clone, Copy, Debug)]
pub(super) struct Callback<'a> {
    pub(super) call: &'a CallExpression<'a>,
    pub(super) method: &'a str,
    pub(super) used: Use<'a>,
    pub(super) function: FunctionKey,
}

/// A `return` inside a `try`.
#[derive(Clone, Copy, Debug)]
pub(super) struct ReturnInTry<'a> {
    pub(super) argument: &'a Expression<'a>,
    pub(super) function: FunctionKey,
    pub(super) has_handler: bool,
    pub(super) finalizer: Option<&'a BlockStatement<'a>>,
}

/// The whole program.
#[derive(Default, Debug)]
pub(super) struct Outline<'a> {
    pub(super) functions: Vec<FunctionOutline<'a>>,
    pub(super) classes: Vec<ClassOutline<'a>>,
    /// By variable.
    pub(super) variables: Vec<VariableOutline<'a>>,
    /// Calls and constructions whose value is not simply used as it is.
    pub(super) used: Vec<Used<'a>>,
    pub(super) callbacks: Vec<Callback<'a>>,
    pub(super) returns: Vec<ReturnInTry<'a>>,
    /// Every `new Promise(...)`.
    pub(super) promises: Vec<&'a NewExpression<'a>>,
    /// Declarations of one name with a call as its value.
    pub(super) declared: Vec<(VariableId, &'a Expression<'a>, FunctionKey)>,
    /// From here on the main line only starts things.
    pub(super) tail: u32,
    /// Functions by where their text begins, in order.
    pub(super) by_start: Vec<(u32, FunctionKey)>,
}

impl<'a> Outline<'a> {
    pub(super) fn function(&self, key: FunctionKey) -> &FunctionOutline<'a> {
        &self.functions[key.0]
    }

    /// The function whose text begins at an offset.
    pub(super) fn function_at(&self, start: u32) -> Option<FunctionKey> {
        let index = self.by_start.binary_search_by_key(&start, |&(start, _)| start);
        index.ok().map(|index| self.by_start[index].1)
    }

    /// The function that an expression makes.
    pub(super) fn made_by(&self, expression: &Expression<'a>) -> Option<FunctionKey> {
        match expression.get_inner_expression() {
            Expression::ArrowFunctionExpression(arrow) => self.function_at(arrow.span.start),
            Expression::FunctionExpression(function) => self.function_at(function.span.start),
            _ => None,
        }
    }
}

impl<'a> Step<'a> {
    /// The lists that a step holds, in the order in which they run.
    pub(super) fn parts(&self) -> Vec<&[Step<'a>]> {
        match self {
            Step::Branch { then, otherwise, .. } => vec![then, otherwise],
            Step::Switch(cases) => cases.iter().map(Vec::as_slice).collect(),
            Step::Loop { test, body, .. } => vec![test, body],
            Step::Try {
                block,
                handler,
                finalizer,
            } => {
                let rest = [handler, finalizer].into_iter().flatten();
                std::iter::once(block).chain(rest).map(Vec::as_slice).collect()
            }
            Step::Read(_)
            | Step::Write { .. }
            | Step::Closure(_)
            | Step::Call { .. }
            | Step::Construct(_)
            | Step::Await(_)
            | Step::Yield
            | Step::Exit(..) => Vec::new(),
        }
    }
}
