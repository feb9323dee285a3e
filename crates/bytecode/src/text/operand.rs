//! Operands and operations as words.
//!
//! Owns the names of all operations and how each kind of operand is written. Knows nothing of lines and tables.

use crate::{
    Atom, BinaryOp, CaptureId, ConstId, FunctionId, GLOBALS, GlobalId, NamePrefix, Op, Pc, Position, PrivateKind, Reg,
    Span, UnaryOp,
};

/// Something that is written as one word.
pub(super) trait Word: Sized {
    fn write(&self) -> String;
    fn read(word: &str) -> Option<Self>;
}

macro_rules! index_words {
    ($($type:ident $prefix:literal)*) => {
        $(impl Word for $type {
            fn write(&self) -> String {
                format!(concat!($prefix, "{}"), self.0)
            }

            fn read(word: &str) -> Option<Self> {
                word.strip_prefix($prefix)?.parse().ok().map($type)
            }
        })*
    };
}

index_words! { Reg "r" Pc "@" ConstId "k" Atom "a" FunctionId "f" CaptureId "c" }

macro_rules! plain_words {
    ($($type:ident)*) => {
        $(impl Word for $type {
            fn write(&self) -> String {
                self.to_string()
            }

            fn read(word: &str) -> Option<Self> {
                word.parse().ok()
            }
        })*
    };
}

plain_words! { i32 u8 u16 u32 bool }

impl Word for GlobalId {
    fn write(&self) -> String {
        self.name().to_owned()
    }

    fn read(word: &str) -> Option<Self> {
        let index = GLOBALS.iter().position(|global| global.name == word)?;
        u16::try_from(index).ok().map(GlobalId)
    }
}

impl Word for Position {
    fn write(&self) -> String {
        format!("{}:{}", self.line, self.column)
    }

    fn read(word: &str) -> Option<Self> {
        let (line, column) = word.split_once(':')?;
        Some(Position {
            line: line.parse().ok()?,
            column: column.parse().ok()?,
        })
    }
}

impl Word for Span {
    fn write(&self) -> String {
        format!("{}-{}", self.start.write(), self.end.write())
    }

    fn read(word: &str) -> Option<Self> {
        let (start, end) = word.split_once('-')?;
        Some(Span {
            start: Position::read(start)?,
            end: Position::read(end)?,
        })
    }
}

macro_rules! enum_words {
    ($($type:ident { $($variant:ident $word:literal)* })*) => {
        $(impl Word for $type {
            fn write(&self) -> String {
                match self {
                    $($type::$variant => $word.to_owned(),)*
                }
            }

            fn read(word: &str) -> Option<Self> {
                match word {
                    $($word => Some($type::$variant),)*
                    _ => None,
                }
            }
        })*
    };
}

enum_words! {
    BinaryOp {
        Add "add" Sub "sub" Mul "mul" Div "div" Rem "rem" Exp "exp"
        BitAnd "bit_and" BitOr "bit_or" BitXor "bit_xor"
        ShiftLeft "shift_left" ShiftRight "shift_right" ShiftRightUnsigned "shift_right_unsigned"
        Equal "equal" NotEqual "not_equal" StrictEqual "strict_equal" StrictNotEqual "strict_not_equal"
        Less "less" LessEqual "less_equal" Greater "greater" GreaterEqual "greater_equal"
        In "in" InstanceOf "instance_of"
    }
    UnaryOp {
        Negate "negate" Plus "plus" Not "not" BitNot "bit_not" TypeOf "type_of"
        ToNumeric "to_numeric" ToText "to_text" ToPropertyKey "to_property_key"
    }
    NamePrefix { None "none" Get "get" Set "set" }
    PrivateKind { Field "field" Method "method" Getter "getter" Setter "setter" }
}

/// Operands by name, in any order.
pub(super) struct Fields<'t> {
    words: Vec<(&'t str, &'t str)>,
}

impl<'t> Fields<'t> {
    /// Reads `name=value` words.
    pub(super) fn read(words: impl Iterator<Item = &'t str>) -> Result<Fields<'t>, String> {
        let words = words
            .map(|word| {
                word.split_once('=')
                    .ok_or_else(|| format!("`{word}` is not of the form name=value"))
            })
            .collect::<Result<_, _>>()?;
        Ok(Fields { words })
    }

    pub(super) fn take<T: Word>(&mut self, name: &str) -> Result<T, String> {
        self.take_optional(name)?.ok_or_else(|| format!("`{name}` is missing"))
    }

    pub(super) fn take_optional<T: Word>(&mut self, name: &str) -> Result<Option<T>, String> {
        let Some(index) = self.words.iter().position(|&(known, _)| known == name) else {
            return Ok(None);
        };
        let (_, value) = self.words.remove(index);
        match T::read(value) {
            Some(value) => Ok(Some(value)),
            None => Err(format!("`{value}` is not a value of `{name}`")),
        }
    }

    /// Complains about whatever was not taken.
    pub(super) fn finish(self) -> Result<(), String> {
        match self.words.first() {
            Some((name, _)) => Err(format!("`{name}` does not belong here")),
            None => Ok(()),
        }
    }
}

macro_rules! op_words {
    ($($variant:ident $word:literal { $($field:ident)* })*) => {
        /// An operation and its operands.
        pub(super) fn write_op(op: &Op) -> String {
            match op {
                $(Op::$variant { $($field),* } => {
                    [$word.to_owned() $(, format!(concat!(stringify!($field), "={}"), $field.write()))*].join(" ")
                })*
            }
        }

        /// Reads an operation by its name and operands.
        pub(super) fn read_op(word: &str, fields: &mut Fields<'_>) -> Result<Op, String> {
            match word {
                $($word => Ok(Op::$variant { $($field: fields.take(stringify!($field))?),* }),)*
                _ => Err(format!("there is no operation `{word}`")),
            }
        }
    };
}

op_words! {
    LoadConst "load_const" { dest constant }
    LoadInt "load_int" { dest value }
    LoadUndefined "load_undefined" { dest }
    LoadNull "load_null" { dest }
    LoadBool "load_bool" { dest value }
    LoadUninitialized "load_uninitialized" { dest }
    LoadThis "load_this" { dest }
    LoadGlobal "load_global" { dest global }
    Move "move" { dest source }
    CheckInitialized "check_initialized" { value name }
    ThrowConstAssign "throw_const_assign" { name }
    NewCell "new_cell" { dest name }
    CopyCell "copy_cell" { dest source }
    InitCell "init_cell" { cell value }
    InitCellConst "init_cell_const" { cell value }
    LoadCell "load_cell" { dest cell }
    StoreCell "store_cell" { cell value }
    LoadCapture "load_capture" { dest capture }
    StoreCapture "store_capture" { capture value }
    NewClosure "new_closure" { dest function }
    Binary "binary" { operator dest left right }
    Unary "unary" { operator dest value }
    Jump "jump" { target }
    JumpIfTrue "jump_if_true" { condition target }
    JumpIfFalse "jump_if_false" { condition target }
    JumpIfNullish "jump_if_nullish" { value target }
    JumpIfUndefined "jump_if_undefined" { value target }
    Throw "throw" { value }
    Return "return" { value }
    NewObject "new_object" { dest }
    NewArray "new_array" { dest }
    ArrayAppend "array_append" { array value }
    ArrayAppendHole "array_append_hole" { array }
    DefineField "define_field" { object name value }
    DefineElement "define_element" { object key value }
    CopyProperties "copy_properties" { object source }
    GetProperty "get_property" { dest object name }
    SetProperty "set_property" { object name value }
    GetElement "get_element" { dest object key }
    ToElementKey "to_element_key" { dest object key }
    SetElement "set_element" { object key value }
    DeleteElement "delete_element" { dest object key }
    RestElements "rest_elements" { dest iterator }
    RestProperties "rest_properties" { dest source excluded }
    GetIterator "get_iterator" { dest iterable }
    IteratorNext "iterator_next" { dest iterator done }
    GetKeys "get_keys" { dest object }
    Call "call" { dest base count }
    CallAwaited "call_awaited" { dest base count }
    CallSpread "call_spread" { dest base }
    Construct "construct" { dest base count }
    Await "await" { dest value }
    LoadNewTarget "load_new_target" { dest }
    LoadGlobalName "load_global_name" { dest name is_typeof }
    StoreGlobalName "store_global_name" { name value }
    DefineMethod "define_method" { object key value }
    DefineGetter "define_getter" { object key value enumerable }
    DefineSetter "define_setter" { object key value enumerable }
    SetFunctionName "set_function_name" { function key prefix }
    SetPrototype "set_prototype" { object prototype }
    NewClass "new_class" { constructor heritage prototype }
    GetSuper "get_super" { dest base }
    SetSuper "set_super" { base }
    SuperCall "super_call" { dest base count }
    SuperCallSpread "super_call_spread" { dest base }
    CheckThis "check_this" { value }
    CheckNoThis "check_no_this" { value }
    DerivedReturn "derived_return" { dest value this }
    NewPrivateName "new_private_name" { dest name brand }
    GetPrivate "get_private" { dest object key }
    SetPrivate "set_private" { object key value }
    DefinePrivate "define_private" { object key value kind }
    HasPrivate "has_private" { dest object key }
    GeneratorStart "generator_start" { }
    Yield "yield" { dest value mode is_delegate }
    AwaitYield "await_yield" { dest value }
    IteratorClose "iterator_close" { iterator is_quiet }
    ConstructSpread "construct_spread" { dest base }
    InitCaptureConst "init_capture_const" { capture value }
    CheckIteratorResult "check_iterator_result" { value }
    RequireObjectCoercible "require_object_coercible" { value name }
    CallLibrary "call_library" { dest base function count }
}

/// A text in quotes, on one line.
pub(super) fn quote(text: &str) -> String {
    let mut quoted = String::from("\"");
    for character in text.chars() {
        match character {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            '\n' => quoted.push_str("\\n"),
            character if character.is_control() || matches!(character, '\u{2028}' | '\u{2029}' | '\u{FEFF}') => {
                quoted.push_str(&format!("\\u{{{:x}}}", u32::from(character)));
            }
            character => quoted.push(character),
        }
    }
    quoted.push('"');
    quoted
}

/// Reads what [`quote`] wrote; gives the text and what follows the closing quote.
pub(super) fn unquote(quoted: &str) -> Option<(String, &str)> {
    let mut text = String::new();
    let mut rest = quoted.strip_prefix('"')?.chars();
    loop {
        match rest.next()? {
            '"' => return Some((text, rest.as_str())),
            '\\' => match rest.next()? {
                'n' => text.push('\n'),
                'u' => {
                    let (digits, after) = rest.as_str().strip_prefix('{')?.split_once('}')?;
                    text.push(char::from_u32(u32::from_str_radix(digits, 16).ok()?)?);
                    rest = after.chars();
                }
                character => text.push(character),
            },
            character => text.push(character),
        }
    }
}
