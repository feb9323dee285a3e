//! What an event is as bytes. Owns the form of every kind of event and of what lies in them; where events begin and how
//! one is found is `record`'s business. The form is nobody else's: nothing that is written here outlives the process.
//!
//! Numbers are as short as they are small, and a text that the block has said before is said again by its place.

use clock::Instant;
use world::{
    ConsoleLevel, EventKind, FactValue, FailureKind, LimitKind, ObjectId, ObjectShape, PropertyKind, Row, Slots,
    TaskId, WaitReason,
};

/// How many texts of a block can be said again.
const TEXTS_MAX: usize = 64;
/// A text that is shorter is as short as its place.
const TEXT_LEN_MIN: usize = 2;

/// Where the texts of a block are that can be said again.
#[derive(Clone, Copy, Debug)]
pub(super) struct Texts {
    places: [(u32, u32); TEXTS_MAX],
    count: usize,
}

impl Default for Texts {
    fn default() -> Texts {
        Texts {
            places: [(0, 0); TEXTS_MAX],
            count: 0,
        }
    }
}

impl Texts {
    fn note(&mut self, start: usize, len: usize) {
        if len >= TEXT_LEN_MIN && self.count < TEXTS_MAX {
            self.places[self.count] = (start as u32, len as u32);
            self.count += 1;
        }
    }

    fn known(&self) -> &[(u32, u32)] {
        &self.places[..self.count]
    }
}

/// Writes to the end of a block.
pub(super) struct Writer<'a> {
    pub(super) bytes: &'a mut Vec<u8>,
    pub(super) texts: &'a mut Texts,
    /// Words of the program that runs, by number.
    pub(super) words: &'a mut Vec<&'static str>,
}

impl Writer<'_> {
    pub(super) fn byte(&mut self, byte: u8) {
        self.bytes.push(byte);
    }

    pub(super) fn number(&mut self, mut number: u64) {
        while number >= 0x80 {
            self.bytes.push(number as u8 | 0x80);
            number >>= 7;
        }
        self.bytes.push(number as u8);
    }

    fn text(&mut self, text: &str) {
        let is_it = |&(start, len): &(u32, u32)| {
            let start = start as usize;
            self.bytes.get(start..start + len as usize) == Some(text.as_bytes())
        };
        // Even numbers are lengths, odd ones places.
        if let Some(index) = self.texts.known().iter().position(is_it) {
            self.number(index as u64 * 2 + 1);
            return;
        }
        self.number(text.len() as u64 * 2);
        self.texts.note(self.bytes.len(), text.len());
        self.bytes.extend_from_slice(text.as_bytes());
    }
}

/// Reads a block from its beginning.
#[derive(Clone, Debug)]
pub(super) struct Reader<'a> {
    pub(super) bytes: &'a [u8],
    pub(super) at: usize,
    pub(super) texts: Texts,
    pub(super) words: &'a [&'static str],
    /// Whether nobody looks at what is read, so that no text has to be made.
    pub(super) is_passing: bool,
}

impl Reader<'_> {
    pub(super) fn byte(&mut self) -> u8 {
        let byte = self.bytes.get(self.at).copied().unwrap_or_default();
        self.at += 1;
        byte
    }

    pub(super) fn number(&mut self) -> u64 {
        let mut number = 0;
        let mut shift = 0;
        loop {
            let byte = self.byte();
            number |= u64::from(byte & 0x7f).wrapping_shl(shift);
            if byte < 0x80 {
                return number;
            }
            shift += 7;
        }
    }

    fn text(&mut self) -> String {
        let number = self.number() as usize;
        let (start, len) = if number % 2 == 1 {
            let place = self.texts.known().get(number / 2);
            place.map_or((0, 0), |&(start, len)| (start as usize, len as usize))
        } else {
            let (start, len) = (self.at, number / 2);
            self.texts.note(start, len);
            self.at += len;
            (start, len)
        };
        if self.is_passing {
            return String::new();
        }
        let bytes = self.bytes.get(start..start + len).unwrap_or_default();
        String::from_utf8_lossy(bytes).into_owned()
    }
}

/// What can be written and read again.
pub(super) trait Code: Sized {
    fn put(&self, to: &mut Writer<'_>);
    fn take(from: &mut Reader<'_>) -> Self;
}

/// Numbers without a sign, by way of `u64`.
macro_rules! natural {
    ($($kind:ty),*) => {$(
        impl Code for $kind {
            fn put(&self, to: &mut Writer<'_>) {
                to.number(u64::from(*self));
            }

            fn take(from: &mut Reader<'_>) -> $kind {
                from.number() as $kind
            }
        }
    )*};
}
natural!(u32, u64);

impl Code for i64 {
    fn put(&self, to: &mut Writer<'_>) {
        // Small numbers of either sign are short.
        to.number((self << 1 ^ self >> 63).cast_unsigned());
    }

    fn take(from: &mut Reader<'_>) -> i64 {
        let number = from.number();
        (number >> 1).cast_signed() ^ -(number & 1).cast_signed()
    }
}

impl Code for i32 {
    fn put(&self, to: &mut Writer<'_>) {
        i64::from(*self).put(to);
    }

    fn take(from: &mut Reader<'_>) -> i32 {
        i64::take(from) as i32
    }
}

impl Code for bool {
    fn put(&self, to: &mut Writer<'_>) {
        to.byte(u8::from(*self));
    }

    fn take(from: &mut Reader<'_>) -> bool {
        from.byte() != 0
    }
}

impl Code for String {
    fn put(&self, to: &mut Writer<'_>) {
        to.text(self);
    }

    fn take(from: &mut Reader<'_>) -> String {
        from.text()
    }
}

impl Code for &'static str {
    fn put(&self, to: &mut Writer<'_>) {
        let known = to.words.iter().position(|word| word == self);
        let index = known.unwrap_or_else(|| {
            to.words.push(self);
            to.words.len() - 1
        });
        to.number(index as u64);
    }

    fn take(from: &mut Reader<'_>) -> &'static str {
        let index = from.number() as usize;
        from.words.get(index).copied().unwrap_or_default()
    }
}

impl<T: Code> Code for Option<T> {
    fn put(&self, to: &mut Writer<'_>) {
        to.byte(u8::from(self.is_some()));
        if let Some(some) = self {
            some.put(to);
        }
    }

    fn take(from: &mut Reader<'_>) -> Option<T> {
        (from.byte() != 0).then(|| T::take(from))
    }
}

impl<T: Code> Code for Box<T> {
    fn put(&self, to: &mut Writer<'_>) {
        T::put(self, to);
    }

    fn take(from: &mut Reader<'_>) -> Box<T> {
        Box::new(T::take(from))
    }
}

impl<T: Code> Code for Vec<T> {
    fn put(&self, to: &mut Writer<'_>) {
        to.number(self.len() as u64);
        self.iter().for_each(|one| one.put(to));
    }

    fn take(from: &mut Reader<'_>) -> Vec<T> {
        let count = from.number();
        (0..count).map(|_| T::take(from)).collect()
    }
}

impl<A: Code, B: Code> Code for (A, B) {
    fn put(&self, to: &mut Writer<'_>) {
        self.0.put(to);
        self.1.put(to);
    }

    fn take(from: &mut Reader<'_>) -> (A, B) {
        (A::take(from), B::take(from))
    }
}

/// Records, field by field, and enums, whose variants have numbers. A tuple's fields are called `0`, `1`.
macro_rules! record {
    ($name:ident { $($field:tt),* }) => {
        impl Code for $name {
            fn put(&self, to: &mut Writer<'_>) {
                $(self.$field.put(to);)*
            }

            fn take(from: &mut Reader<'_>) -> $name {
                $name { $($field: Code::take(from)),* }
            }
        }
    };
}
macro_rules! variants {
    ($name:ident { $($tag:literal $variant:ident { $($field:tt $as:ident),* })* }) => {
        impl Code for $name {
            fn put(&self, to: &mut Writer<'_>) {
                match self {
                    $($name::$variant { $($field: $as),* } => {
                        to.byte($tag);
                        $($as.put(to);)*
                    })*
                }
            }

            fn take(from: &mut Reader<'_>) -> $name {
                match from.byte() {
                    $($tag => $name::$variant { $($field: Code::take(from)),* },)*
                    tag => unreachable!("nobody has written {tag}"),
                }
            }
        }
    };
}

record!(TaskId { 0 });
record!(ObjectId { 0 });
record!(Instant { 0 });
record!(ObjectShape { class, traits, slots });
record!(Row {
    key,
    state,
    task,
    at,
    made,
    since,
    text
});
variants!(Slots { 0 None {} 1 Fixed { 0 places } 2 Unbounded {} 3 Listed { 0 places } });
variants!(FactValue { 0 Count { 0 count } 1 Level { micro micro, capacity capacity } 2 Word { 0 word } 3 At { 0 at } });
variants!(ConsoleLevel { 0 Log {} 1 Error {} });
variants!(PropertyKind { 0 Always {} 1 Eventually {} 2 Sometimes {} });
variants!(FailureKind {
    0 Assertion {} 1 Always {} 2 UncaughtError {} 3 UnhandledRejection {} 4 Breach {} 5 Eventually {} 6 OverRelease {}
});
variants!(LimitKind {
    0 HeapBytes {} 1 TextLen {} 2 ArrayLen {} 3 RegExpSteps {} 4 Tasks {} 5 Timers {} 6 ConsoleLines {}
});
variants!(WaitReason {
    0 Object { object object, operation operation }
    1 Task { 0 task }
    2 Several { combinator combinator }
    3 Promise {}
    4 Sleep { until until }
    5 Turn {}
    6 Core {}
    7 Io { name name }
});
variants!(EventKind {
    0 Spawned { name name, parent parent, daemon daemon, priority priority }
    1 Resumed {}
    2 Paused {}
    3 Blocked { reason reason }
    4 Woken { by by }
    5 Slept { until until }
    6 WorkStarted { until until }
    7 WorkEnded {}
    8 SpanStarted { name name }
    9 SpanEnded {}
    10 Finished {}
    11 Failed { message message }
    12 CancelRequested { of of }
    13 Cancelled {}
    14 Created { object object, name name, shape shape }
    15 Acquired { object object, mode mode, units units }
    16 Queued { object object, operation operation, units units, position position }
    17 Passed { object object, units units }
    18 Dequeued { object object }
    19 Released { object object, mode mode, units units }
    20 HandedOff { object object, to whom, mode mode, units units }
    21 Shown { object object, fact fact, value value }
    22 RowShown { object object, row row }
    23 RowGone { object object, key key }
    24 Counted { object object, what what }
    25 Sent { object object, value value }
    26 Received { object object, value value, from sender }
    27 Buffered { object object, from sender, value value }
    28 Closed { object object }
    29 AtomicSet { object object, value value }
    30 AtomicGot { object object, value value }
    31 Read { name name, value value }
    32 Wrote { name name, value value, previous previous }
    33 LostUpdate { name name, read_line read_line, overwritten_by by, overwritten_line line }
    34 OverRelease { object object }
    35 Leaked { object object }
    36 PickOffered { count count }
    37 Picked { pick pick, value value }
    38 CriticalReached { name name }
    39 CriticalEntered { name name }
    40 Progressed {}
    41 PropertyNamed { kind kind, name name }
    42 EventuallyHeld { name name }
    43 SometimesHeld { name name }
    44 IoStarted { name name, until until }
    45 IoCompleted { name name }
    46 Printed { level level, text text }
    47 TimerSet { until until }
    48 CallbackStarted { name name }
    49 CallbackEnded {}
    50 ClockMoved { from before }
    51 RunFinished {}
    52 RunFailed { failure failure, message message, stack stack }
    53 Deadlocked { tasks tasks, explanation explanation }
    54 LimitReached { limit limit }
});
