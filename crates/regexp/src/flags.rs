//! The flags of a regular expression.
//!
//! Owns their letters and their order; what each means is the compiler's and the matcher's.

/// Flags, by name.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub struct Flags {
    /// `d`: results say where each group matched.
    pub has_indices: bool,
    /// `g`: matching goes on where it ended.
    pub global: bool,
    /// `i`: case does not matter.
    pub ignore_case: bool,
    /// `m`: `^` and `$` match at lines.
    pub multiline: bool,
    /// `s`: `.` matches line terminators.
    pub dot_all: bool,
    /// `u`: the pattern is about code points.
    pub unicode: bool,
    /// `v`: as `u`, with operations on sets.
    pub unicode_sets: bool,
    /// `y`: a match must begin where it is asked for.
    pub sticky: bool,
}

impl Flags {
    /// Reads flags; `None` if a letter is unknown or stands twice, or if `u` and `v` are both given.
    #[must_use]
    pub fn parse(units: &[u16]) -> Option<Flags> {
        let mut flags = Flags::default();
        for &unit in units {
            let flag = match u8::try_from(unit).ok()? {
                b'd' => &mut flags.has_indices,
                b'g' => &mut flags.global,
                b'i' => &mut flags.ignore_case,
                b'm' => &mut flags.multiline,
                b's' => &mut flags.dot_all,
                b'u' => &mut flags.unicode,
                b'v' => &mut flags.unicode_sets,
                b'y' => &mut flags.sticky,
                _ => return None,
            };
            if *flag {
                return None;
            }
            *flag = true;
        }
        (!(flags.unicode && flags.unicode_sets)).then_some(flags)
    }

    /// Whether the pattern and the input consist of code points rather than code units.
    #[must_use]
    pub fn has_either_unicode(self) -> bool {
        self.unicode || self.unicode_sets
    }
}

impl std::fmt::Display for Flags {
    /// In the order of `RegExp.prototype.flags`.
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let letters = [
            (self.has_indices, 'd'),
            (self.global, 'g'),
            (self.ignore_case, 'i'),
            (self.multiline, 'm'),
            (self.dot_all, 's'),
            (self.unicode, 'u'),
            (self.unicode_sets, 'v'),
            (self.sticky, 'y'),
        ];
        letters
            .into_iter()
            .filter(|&(is_set, _)| is_set)
            .try_for_each(|(_, letter)| write!(formatter, "{letter}"))
    }
}
