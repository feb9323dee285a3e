//! Calling a pure built-in function.
//!
//! Owns the table from a function to what executes it and what that does to objects. `call` and `apply`, which push a
//! frame, are the interpreter's.

use crate::error::Outcome;
use crate::run::Machine;
use crate::{Pure, Value};

use super::{
    Effect, array, boolean, error, function, global, iterator, json, map, math, number, object, promise, string,
};

/// One call of a built-in function.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Call<'a> {
    /// Which function.
    pub(crate) pure: Pure,
    /// The receiver.
    pub(crate) this: Value,
    /// The arguments that were given.
    pub(crate) args: &'a [Value],
    /// Whether it is called with `new`.
    pub(crate) is_new: bool,
}

impl Call<'_> {
    /// An argument, `undefined` if it was not given.
    pub(crate) fn arg(&self, index: usize) -> Value {
        self.args.get(index).copied().unwrap_or(Value::Undefined)
    }
}

impl Machine<'_, '_> {
    /// Executes a pure built-in function.
    pub(crate) fn call_pure(&mut self, pure: Pure, this: Value, args: &[Value], is_new: bool) -> Outcome<Value> {
        let call = Call {
            pure,
            this,
            args,
            is_new,
        };
        execute(self, call)
    }
}

macro_rules! implementations {
    ($($variant:ident => $module:ident::$function:ident $effect:ident,)*) => {
        fn execute(machine: &mut Machine, call: Call) -> Outcome<Value> {
            match call.pure {
                $(Pure::$variant => $module::$function(machine, call),)*
            }
        }

        impl Pure {
            /// What a call does to objects.
            pub(crate) fn effect(self) -> Effect {
                match self {
                    $(Pure::$variant => Effect::$effect,)*
                }
            }
        }
    };
}

implementations! {
    Object => object::construct None,
    Array => array::construct None,
    String => string::construct ReadsDeep,
    Number => number::construct ReadsDeep,
    Boolean => boolean::construct None,
    Promise => promise::construct None,
    Error => error::construct ReadsDeep,
    TypeError => error::construct ReadsDeep,
    RangeError => error::construct ReadsDeep,
    ReferenceError => error::construct ReadsDeep,
    SyntaxError => error::construct ReadsDeep,
    AggregateError => error::construct_aggregate ReadsDeep,
    Map => map::construct_map ReadsArgs,
    Set => map::construct_set ReadsArgs,
    ParseInt => global::parse_int ReadsDeep,
    ParseFloat => global::parse_float ReadsDeep,
    IsNaN => global::is_nan ReadsDeep,
    IsFinite => global::is_finite ReadsDeep,
    NewPromise => promise::new_promise None,
    ResolveFunction => promise::resolve_function None,
    RejectFunction => promise::reject_function None,
    IsCallable => global::is_callable None,
    ThrowTypeError => global::throw_type_error None,
    ArrayPush => array::push Writes,
    ArrayPop => array::pop Writes,
    ArrayShift => array::shift Writes,
    ArrayUnshift => array::unshift Writes,
    ArraySlice => array::slice Reads,
    ArraySplice => array::splice Writes,
    ArrayConcat => array::concat ReadsDeep,
    ArrayJoin => array::join ReadsDeep,
    ArrayIndexOf => array::index_of Reads,
    ArrayLastIndexOf => array::last_index_of Reads,
    ArrayIncludes => array::includes Reads,
    ArrayReverse => array::reverse Writes,
    ArrayFill => array::fill Writes,
    ArrayKeys => iterator::array_keys None,
    ArrayValues => iterator::array_values None,
    ArrayEntries => iterator::array_entries None,
    ArrayAt => array::at Reads,
    ArrayFlat => array::flat ReadsDeep,
    ArrayToString => array::to_string ReadsDeep,
    ArrayWith => array::with Reads,
    ArrayToReversed => array::to_reversed Reads,
    ArrayIsArray => array::is_array None,
    ArrayOf => array::of None,
    StringCharAt => string::char_at ReadsDeep,
    StringCharCodeAt => string::char_code_at ReadsDeep,
    StringCodePointAt => string::code_point_at ReadsDeep,
    StringAt => string::at ReadsDeep,
    StringSlice => string::slice ReadsDeep,
    StringSubstring => string::substring ReadsDeep,
    StringSubstr => string::substr ReadsDeep,
    StringIndexOf => string::index_of ReadsDeep,
    StringLastIndexOf => string::last_index_of ReadsDeep,
    StringIncludes => string::includes ReadsDeep,
    StringStartsWith => string::starts_with ReadsDeep,
    StringEndsWith => string::ends_with ReadsDeep,
    StringToUpperCase => string::to_upper_case ReadsDeep,
    StringToLowerCase => string::to_lower_case ReadsDeep,
    StringTrim => string::trim ReadsDeep,
    StringTrimStart => string::trim ReadsDeep,
    StringTrimEnd => string::trim ReadsDeep,
    StringPadStart => string::pad ReadsDeep,
    StringPadEnd => string::pad ReadsDeep,
    StringRepeat => string::repeat ReadsDeep,
    StringSplit => string::split ReadsDeep,
    StringReplace => string::replace ReadsDeep,
    StringReplaceAll => string::replace ReadsDeep,
    StringConcat => string::concat ReadsDeep,
    StringLocaleCompare => string::locale_compare ReadsDeep,
    StringToString => string::value_of None,
    StringValueOf => string::value_of None,
    StringFromCharCode => string::from_char_code ReadsDeep,
    StringFromCodePoint => string::from_code_point ReadsDeep,
    NumberToString => number::to_string None,
    NumberToFixed => number::to_fixed None,
    NumberToPrecision => number::to_precision None,
    NumberToLocaleString => number::to_locale_string None,
    NumberValueOf => number::value_of None,
    NumberIsInteger => number::is_integer None,
    NumberIsSafeInteger => number::is_safe_integer None,
    NumberIsFinite => number::is_finite None,
    NumberIsNaN => number::is_nan None,
    NumberParseFloat => global::parse_float ReadsDeep,
    NumberParseInt => global::parse_int ReadsDeep,
    BooleanToString => boolean::to_string None,
    BooleanValueOf => boolean::value_of None,
    MathAbs => math::abs ReadsDeep,
    MathCeil => math::ceil ReadsDeep,
    MathFloor => math::floor ReadsDeep,
    MathRound => math::round ReadsDeep,
    MathTrunc => math::trunc ReadsDeep,
    MathSign => math::sign ReadsDeep,
    MathMax => math::max ReadsDeep,
    MathMin => math::min ReadsDeep,
    MathPow => math::pow ReadsDeep,
    MathSqrt => math::sqrt ReadsDeep,
    MathCbrt => math::cbrt ReadsDeep,
    MathHypot => math::hypot ReadsDeep,
    MathExp => math::exp ReadsDeep,
    MathExpm1 => math::expm1 ReadsDeep,
    MathLog => math::log ReadsDeep,
    MathLog1p => math::log1p ReadsDeep,
    MathLog2 => math::log2 ReadsDeep,
    MathLog10 => math::log10 ReadsDeep,
    MathSin => math::sin ReadsDeep,
    MathCos => math::cos ReadsDeep,
    MathTan => math::tan ReadsDeep,
    MathAsin => math::asin ReadsDeep,
    MathAcos => math::acos ReadsDeep,
    MathAtan => math::atan ReadsDeep,
    MathAtan2 => math::atan2 ReadsDeep,
    MathImul => math::imul ReadsDeep,
    MathClz32 => math::clz32 ReadsDeep,
    MathFround => math::fround ReadsDeep,
    ObjectKeys => object::keys ReadsArgs,
    ObjectValues => object::values ReadsArgs,
    ObjectEntries => object::entries ReadsArgs,
    ObjectAssign => object::assign WritesFirst,
    ObjectFreeze => object::restrict WritesFirst,
    ObjectIsFrozen => object::is_restricted ReadsArgs,
    ObjectSeal => object::restrict WritesFirst,
    ObjectIsSealed => object::is_restricted ReadsArgs,
    ObjectPreventExtensions => object::restrict WritesFirst,
    ObjectFromEntries => object::from_entries ReadsDeep,
    ObjectIs => object::is None,
    ObjectCreate => object::create None,
    ObjectGetPrototypeOf => object::get_prototype_of None,
    ObjectHasOwn => object::has_own ReadsArgs,
    ObjectGetOwnPropertyNames => object::get_own_property_names ReadsArgs,
    ObjectHasOwnProperty => object::has_own Reads,
    ObjectToString => object::to_string None,
    ObjectToLocaleString => object::to_locale_string ReadsDeep,
    ObjectValueOf => object::value_of None,
    FunctionCall => function::needs_frame None,
    FunctionApply => function::needs_frame ReadsArgs,
    FunctionBind => function::bind None,
    FunctionToString => function::to_string None,
    JsonStringify => json::stringify ReadsDeep,
    JsonParse => json::parse ReadsDeep,
    PromiseWithResolvers => promise::with_resolvers None,
    ErrorToString => error::to_string Reads,
    ErrorCaptureStackTrace => error::capture_stack_trace None,
    MapGet => map::get Reads,
    MapSet => map::set Writes,
    MapHas => map::has Reads,
    MapDelete => map::delete Writes,
    MapClear => map::clear Writes,
    MapKeys => iterator::map_keys None,
    MapValues => iterator::map_values None,
    MapEntries => iterator::map_entries None,
    MapSize => map::size Reads,
    SetAdd => map::add Writes,
    SetHas => map::has Reads,
    SetDelete => map::delete Writes,
    SetClear => map::clear Writes,
    SetKeys => iterator::map_values None,
    SetValues => iterator::map_values None,
    SetEntries => iterator::map_entries None,
    SetSize => map::size Reads,
    IteratorNext => iterator::next Writes,
    IteratorToArray => iterator::to_array Writes,
}
