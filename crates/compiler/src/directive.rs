//! The header directive: `// lanes: model=threads cores=2`.
//!
//! Owns its keys and values. What the machine then does with them is the caller's.

use crate::positions::Positions;
use crate::{Diagnostic, suggest};
use oxc_span::Span;

/// Who may run next, and where it may switch.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Model {
    /// Jobs first in, first out, then timers: what Node does.
    EventLoop,
    /// Any runnable task, switching at `await`.
    Tasks,
    /// Any runnable task, switching before any access to shared state.
    Threads,
}

/// How much of a thread is one step.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Granularity {
    /// A statement, or the condition of one.
    Statement,
    /// One read or write of shared state.
    Access,
}

/// How timers relate to each other.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum TimeMode {
    /// The clock moves only when nothing can run.
    Exact,
    /// Timers may be late.
    Any,
}

/// What the first comment of a program says about the machine that it is meant for.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub struct Directive {
    /// `model=event-loop|tasks|threads`
    pub model: Option<Model>,
    /// `granularity=statement|access`
    pub granularity: Option<Granularity>,
    /// `cores=N`, at least 1
    pub cores: Option<u32>,
    /// `seed=N`
    pub seed: Option<u64>,
    /// `time=exact|any`
    pub time: Option<TimeMode>,
}

const KEYS: [&str; 5] = ["model", "granularity", "cores", "seed", "time"];

/// Reads the directive from the comments before the first token. Works on the text, so that a program with a syntax
/// error still gets its machine.
pub(crate) fn parse(source: &str, positions: &Positions<'_>, diagnostics: &mut Vec<Diagnostic>) -> Directive {
    let mut directive = Directive::default();
    let Some((start, text)) = leading_comments(source)
        .into_iter()
        .map(|(start, text)| (start + text.len() - text.trim_start().len(), text.trim_start()))
        .find_map(|(start, text)| Some((start + "lanes:".len(), text.strip_prefix("lanes:")?)))
    else {
        return directive;
    };
    let mut offset = start;
    for word in text.split_inclusive(char::is_whitespace) {
        let setting = word.trim_end();
        if !setting.is_empty() && !directive.set(setting) {
            let span = Span::new(to_u32(offset), to_u32(offset + setting.len()));
            diagnostics.push(unknown_setting(setting, span, positions));
        }
        offset += word.len();
    }
    directive
}

impl Directive {
    /// Takes one `key=value`; false if the key or the value is unknown.
    fn set(&mut self, setting: &str) -> bool {
        let Some((key, value)) = setting.split_once('=') else {
            return false;
        };
        match key {
            "model" => set(&mut self.model, parse_model(value)),
            "granularity" => set(&mut self.granularity, parse_granularity(value)),
            "cores" => set(&mut self.cores, value.parse().ok().filter(|&cores| cores > 0)),
            "seed" => set(&mut self.seed, value.parse().ok()),
            "time" => set(&mut self.time, parse_time(value)),
            _ => false,
        }
    }
}

fn set<T>(slot: &mut Option<T>, value: Option<T>) -> bool {
    let is_known = value.is_some();
    if is_known {
        *slot = value;
    }
    is_known
}

fn parse_model(value: &str) -> Option<Model> {
    match value {
        "event-loop" => Some(Model::EventLoop),
        "tasks" => Some(Model::Tasks),
        "threads" => Some(Model::Threads),
        _ => None,
    }
}

fn parse_granularity(value: &str) -> Option<Granularity> {
    match value {
        "statement" => Some(Granularity::Statement),
        "access" => Some(Granularity::Access),
        _ => None,
    }
}

fn parse_time(value: &str) -> Option<TimeMode> {
    match value {
        "exact" => Some(TimeMode::Exact),
        "any" => Some(TimeMode::Any),
        _ => None,
    }
}

fn unknown_setting(setting: &str, span: Span, positions: &Positions<'_>) -> Diagnostic {
    let (key, value) = setting.split_once('=').unwrap_or((setting, ""));
    let values = match key {
        "model" => "`event-loop`, `tasks` or `threads`",
        "granularity" => "`statement` or `access`",
        "cores" => "a whole number from 1 on",
        "seed" => "a whole number",
        "time" => "`exact` or `any`",
        _ => {
            let help = match suggest::nearest(key, KEYS.into_iter()) {
                Some(near) => format!("did you mean `{near}`?"),
                None => "the settings are `model`, `granularity`, `cores`, `seed` and `time`".to_owned(),
            };
            let message = format!("`{key}` is not a setting of the `lanes:` header");
            return positions.warning("directive", span, message, Some(help));
        }
    };
    let message = match value {
        "" => format!("`{key}` needs a value"),
        _ => format!("`{value}` is not a value of `{key}`"),
    };
    positions.warning("directive", span, message, Some(format!("write {values}")))
}

/// The comments before the first token, each with the offset of its text.
fn leading_comments(source: &str) -> Vec<(usize, &str)> {
    let mut comments = Vec::new();
    let mut offset = if source.starts_with("#!") {
        source.find('\n').unwrap_or(source.len())
    } else {
        0
    };
    loop {
        let rest = &source[offset..];
        let code = rest.trim_start_matches(|character: char| character.is_whitespace() || character == '\u{FEFF}');
        offset += rest.len() - code.len();
        let text_length = if let Some(text) = code.strip_prefix("//") {
            text.find(['\n', '\r', '\u{2028}', '\u{2029}']).unwrap_or(text.len())
        } else if let Some(text) = code.strip_prefix("/*") {
            text.find("*/").unwrap_or(text.len())
        } else {
            return comments;
        };
        let start = offset + 2;
        comments.push((start, &source[start..start + text_length]));
        offset = start + text_length;
        if code.starts_with("/*") {
            offset = (offset + 2).min(source.len());
        }
    }
}

fn to_u32(offset: usize) -> u32 {
    u32::try_from(offset).unwrap_or(u32::MAX)
}
