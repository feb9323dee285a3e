//! The instruction set: a register machine with named operands.
//!
//! Owns the operations and their operands, nothing of what they do to a heap: that is the VM's.

mod registers;

use crate::{Atom, CaptureId, ConstId, FunctionId, GlobalId, Pc};

/// A register of the running frame.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Reg(pub u16);

/// An operator with two operands and one result (ECMA-262 section 13.15.3 and its neighbours).
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[allow(missing_docs, reason = "the names are the operators' names in ECMA-262")]
pub enum BinaryOp {
    Add,
    Sub,
    Mul,
    Div,
    Rem,
    Exp,
    BitAnd,
    BitOr,
    BitXor,
    ShiftLeft,
    ShiftRight,
    ShiftRightUnsigned,
    Equal,
    NotEqual,
    StrictEqual,
    StrictNotEqual,
    Less,
    LessEqual,
    Greater,
    GreaterEqual,
    In,
    InstanceOf,
}

/// An operator with one operand and one result.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[allow(missing_docs, reason = "the names are the operators' names in ECMA-262")]
pub enum UnaryOp {
    Negate,
    /// Unary `+`.
    Plus,
    Not,
    BitNot,
    TypeOf,
    /// What `++` and `--` apply before they add.
    ToNumeric,
    /// What a template string applies to each of its parts.
    ToText,
    /// What a computed member name applies to its key.
    ToPropertyKey,
}

/// What stands before a function's name when it is made of a property key (ECMA-262 section 10.2.9).
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum NamePrefix {
    /// Nothing.
    None,
    /// `get `.
    Get,
    /// `set `.
    Set,
}

/// What kind of private element an object receives.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum PrivateKind {
    /// `#x = value`: may be assigned.
    Field,
    /// `#x() {}`: may not.
    Method,
    /// `get #x() {}`: joins a setter of the same name.
    Getter,
    /// `set #x(value) {}`: joins a getter of the same name.
    Setter,
}

/// One instruction. At most 8 bytes, which a test holds.
///
/// Operands named `dest` are written, all others are read. `Call`-like operations take their operands in a row of
/// registers that begins at `base`: the callee, `this`, then the arguments.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[allow(missing_docs, reason = "operand names are explained once, above")]
pub enum Op {
    // Values and registers
    /// Loads a constant.
    LoadConst { dest: Reg, constant: ConstId },
    /// Loads a small integer.
    LoadInt { dest: Reg, value: i32 },
    /// Loads `undefined`.
    LoadUndefined { dest: Reg },
    /// Loads `null`.
    LoadNull { dest: Reg },
    /// Loads `true` or `false`.
    LoadBool { dest: Reg, value: bool },
    /// Marks a variable as not yet initialised (its temporal dead zone, ECMA-262 section 9.1.1.1).
    LoadUninitialized { dest: Reg },
    /// Loads `this` of the running frame.
    LoadThis { dest: Reg },
    /// Loads a name of the world outside the program, `Promise` or `spawn` for instance.
    LoadGlobal { dest: Reg, global: GlobalId },
    /// Loads the running frame's `new.target`, `undefined` in a plain call.
    LoadNewTarget { dest: Reg },
    /// Loads a name that nothing declares: a property of `globalThis`. If there is none, a `ReferenceError`, or
    /// `undefined` when the name is the operand of `typeof`.
    LoadGlobalName { dest: Reg, name: Atom, is_typeof: bool },
    /// Assigns to a name that nothing declares: a property of `globalThis` that must exist.
    StoreGlobalName { name: Atom, value: Reg },
    /// Copies a register.
    Move { dest: Reg, source: Reg },
    /// Throws a `ReferenceError` when `value` is uninitialised; `name` is the variable's.
    CheckInitialized { value: Reg, name: Atom },
    /// Throws the `TypeError` of an assignment to the constant `name`.
    ThrowConstAssign { name: Atom },

    // Captured variables
    /// Makes a fresh, uninitialised cell for the captured variable `name`; the register holds the cell.
    NewCell { dest: Reg, name: Atom },
    /// Makes a fresh cell with the same name and content: a loop's binding for its next turn.
    CopyCell { dest: Reg, source: Reg },
    /// First write of a captured variable that may be assigned again.
    InitCell { cell: Reg, value: Reg },
    /// First and only write of a captured variable: from here on reading it can never conflict with anything.
    InitCellConst { cell: Reg, value: Reg },
    /// Reads the cell that `cell` holds.
    LoadCell { dest: Reg, cell: Reg },
    /// Writes the cell that `cell` holds.
    StoreCell { cell: Reg, value: Reg },
    /// Reads a variable that the running closure captured.
    LoadCapture { dest: Reg, capture: CaptureId },
    /// Writes a variable that the running closure captured.
    StoreCapture { capture: CaptureId, value: Reg },
    /// First and only write of a captured variable by an inner function: `this` after `super(...)` in an arrow function.
    InitCaptureConst { capture: CaptureId, value: Reg },
    /// Makes a closure; the function's own list says what it captures from the running frame.
    NewClosure { dest: Reg, function: FunctionId },

    // Operators
    /// `left operator right`.
    Binary {
        operator: BinaryOp,
        dest: Reg,
        left: Reg,
        right: Reg,
    },
    /// `operator value`.
    Unary { operator: UnaryOp, dest: Reg, value: Reg },

    // Control
    /// Goes on at `target`.
    Jump { target: Pc },
    /// Goes on at `target` when `condition` is truthy.
    JumpIfTrue { condition: Reg, target: Pc },
    /// Goes on at `target` when `condition` is falsy.
    JumpIfFalse { condition: Reg, target: Pc },
    /// Goes on at `target` when `value` is `null` or `undefined`.
    JumpIfNullish { value: Reg, target: Pc },
    /// Goes on at `target` when `value` is `undefined`.
    JumpIfUndefined { value: Reg, target: Pc },
    /// Throws `value`.
    Throw { value: Reg },
    /// Ends the frame with `value`.
    Return { value: Reg },

    // Objects
    /// Makes `{}`.
    NewObject { dest: Reg },
    /// Makes `[]`.
    NewArray { dest: Reg },
    /// Appends to an array literal under construction.
    ArrayAppend { array: Reg, value: Reg },
    /// Appends a hole to an array literal under construction.
    ArrayAppendHole { array: Reg },
    /// Defines an own property of an object literal under construction.
    DefineField { object: Reg, name: Atom, value: Reg },
    /// Defines an own property with a computed key.
    DefineElement { object: Reg, key: Reg, value: Reg },
    /// Copies the own enumerable properties of `source` (`{...source}`).
    CopyProperties { object: Reg, source: Reg },
    /// `object.name`.
    GetProperty { dest: Reg, object: Reg, name: Atom },
    /// `object.name = value`.
    SetProperty { object: Reg, name: Atom, value: Reg },
    /// `object[key]`.
    GetElement { dest: Reg, object: Reg, key: Reg },
    /// `object[key] = value`.
    SetElement { object: Reg, key: Reg, value: Reg },
    /// Converts the key of `object[key]` once, for an element that is read and then written; throws for an object that is
    /// `null` or `undefined`.
    ToElementKey { dest: Reg, object: Reg, key: Reg },
    /// `delete object[key]`.
    DeleteElement { dest: Reg, object: Reg, key: Reg },
    /// Copies the elements of the array `source` from index `from` on (a rest element of a pattern).
    RestElements { dest: Reg, iterator: Reg },
    /// Copies the properties of `source` except those whose keys are in the array `excluded` (a rest property).
    RestProperties { dest: Reg, source: Reg, excluded: Reg },

    // Methods, accessors and classes
    /// Defines a method of a class: writable, configurable, not enumerable. `key` holds a property key.
    DefineMethod { object: Reg, key: Reg, value: Reg },
    /// Defines the getter of an accessor property; a setter that is there stays.
    DefineGetter {
        object: Reg,
        key: Reg,
        value: Reg,
        enumerable: bool,
    },
    /// Defines the setter of an accessor property; a getter that is there stays.
    DefineSetter {
        object: Reg,
        key: Reg,
        value: Reg,
        enumerable: bool,
    },
    /// Names a function after a property key (SetFunctionName, ECMA-262 section 10.2.9).
    SetFunctionName {
        function: Reg,
        key: Reg,
        prefix: NamePrefix,
    },
    /// `{ __proto__: prototype }`: ignored unless it is an object or `null`.
    SetPrototype { object: Reg, prototype: Reg },
    /// Makes the closure in `constructor` the constructor of a class: `heritage` is what it extends, or uninitialised;
    /// `prototype` receives the fresh prototype object (ECMA-262 section 15.7.14, steps 6 to 17).
    NewClass {
        constructor: Reg,
        heritage: Reg,
        prototype: Reg,
    },
    /// `super[key]`: the row from `base` is the home object, `this`, the key.
    GetSuper { dest: Reg, base: Reg },
    /// `super[key] = value`: the row from `base` is the home object, `this`, the key, the value.
    SetSuper { base: Reg },
    /// `super(...)`: the row from `base` is the active function, `new.target`, then `count` arguments.
    SuperCall { dest: Reg, base: Reg, count: u16 },
    /// The same with the elements of the array in `base + 2` as arguments.
    SuperCallSpread { dest: Reg, base: Reg },
    /// Throws the `ReferenceError` of a derived constructor's `this` that is still uninitialised.
    CheckThis { value: Reg },
    /// Throws the `ReferenceError` of a second `super(...)` when `value` is initialised.
    CheckNoThis { value: Reg },
    /// What a derived constructor gives for `return value`: an object as it is, `this` (which must be initialised) for
    /// `undefined`, otherwise a `TypeError`.
    DerivedReturn { dest: Reg, value: Reg, this: Reg },
    /// Makes a private name; `name` is its text with the `#`.
    NewPrivateName { dest: Reg, name: Atom, brand: Atom },
    /// `object.#key`; `key` holds the private name.
    GetPrivate { dest: Reg, object: Reg, key: Reg },
    /// `object.#key = value`.
    SetPrivate { object: Reg, key: Reg, value: Reg },
    /// Adds a private element to an object that must not have it yet.
    DefinePrivate {
        object: Reg,
        key: Reg,
        value: Reg,
        kind: PrivateKind,
    },
    /// `#key in object`.
    HasPrivate { dest: Reg, object: Reg, key: Reg },

    // Generators
    /// After the parameters of a generator were bound: makes the generator object, suspends the frame into it and
    /// returns it to the caller.
    GeneratorStart {},
    /// Suspends a generator. On resumption `dest` is what was sent and `mode` is `false` after `next` and `true` after
    /// `return`; after `throw` the operation throws. If `is_delegate`, the value is an iterator result that is handed on as
    /// it is (`yield*`).
    Yield {
        dest: Reg,
        value: Reg,
        mode: Reg,
        is_delegate: bool,
    },
    /// `await` in an async generator: suspends it towards its driver, which awaits `value`.
    AwaitYield { dest: Reg, value: Reg },

    // Iteration
    /// Makes an iterator over a built-in iterable: array, string, map, set or iterator.
    GetIterator { dest: Reg, iterable: Reg },
    /// Steps an iterator: `dest` is the value, `done` becomes `true` (and `dest` `undefined`) at the end.
    IteratorNext { dest: Reg, iterator: Reg, done: Reg },
    /// Calls the iterator's `return`, if it has one (IteratorClose, ECMA-262 section 7.4.9). If `is_quiet`, something was
    /// thrown already, and an error of `return` is dropped.
    IteratorClose { iterator: Reg, is_quiet: bool },
    /// Throws the `TypeError` of an iterator's result that is no object.
    CheckIteratorResult { value: Reg },
    /// Throws the `TypeError` of a pattern that takes `null` or `undefined` apart; `name` is the first property of the
    /// pattern, empty if it has none.
    RequireObjectCoercible { value: Reg, name: Atom },
    /// Makes an iterator over the enumerable property names of `object` (`for in`).
    GetKeys { dest: Reg, object: Reg },

    // Calls
    /// Calls `base` with `this` in `base + 1` and `count` arguments from `base + 2`.
    Call { dest: Reg, base: Reg, count: u16 },
    /// The same, in `await f(...)`: an async callee may run in the caller's own lane.
    CallAwaited { dest: Reg, base: Reg, count: u16 },
    /// Calls `base` with `this` in `base + 1` and the elements of the array in `base + 2`.
    CallSpread { dest: Reg, base: Reg },
    /// `new base(...)` with `count` arguments from `base + 2`.
    Construct { dest: Reg, base: Reg, count: u16 },
    /// `new base(...)` with the elements of the array in `base + 2` as arguments.
    ConstructSpread { dest: Reg, base: Reg },
    /// Calls a function of the library with `count` arguments from `base`, which are all its parameters.
    CallLibrary {
        dest: Reg,
        base: Reg,
        function: FunctionId,
        count: u8,
    },
    /// Suspends the fiber until the promise `value` settles; `dest` is what it was fulfilled with.
    Await { dest: Reg, value: Reg },
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_operation_fits_in_eight_bytes() {
        assert!(size_of::<Op>() <= 8, "Op is {} bytes", size_of::<Op>());
    }
}
