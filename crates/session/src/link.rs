//! The share link: `#v1.` and base64url of deflated JSON (zlib, so that damage is noticed).
//!
//! Owns its form in both directions, as pure functions, and how large a link may be. It holds decisions, not states: the
//! program, what was chosen of the machine, and a schedule with a position in it. What opening one does to the session is
//! `session::share`'s.
//!
//! The JSON has these fields, all but the first optional: `source`, `lesson` (an id), `model`, `granularity`, `time`, `cores`,
//! `seed` (as they were chosen), `policy`, `set` (constants of a small instance, by name), `schedule` (the text of a schedule,
//! whose head is the machine that the run was on) and `cursor` (how many of its steps have been taken).

mod base64url;
#[cfg(test)]
mod tests;

use std::fmt;
use std::str::FromStr;

use miniz_oxide::deflate::compress_to_vec_zlib;
use miniz_oxide::inflate::{TINFLStatus, decompress_to_vec_zlib_with_limit};
use serde::Serialize;
use serde_json::{Map, Value};
use world::{Granularity, Model, Schedule, TimeMode};

use crate::PolicyKind;
use crate::texts::fill;
use crate::texts::link as texts;

/// What every link of this version begins with, after the `#`.
const VERSION: &str = "v1.";
/// The longest link that is made or opened, in characters.
pub const LINK_CHARS_MAX: usize = 32_768;
/// The most that a link may hold once it is inflated, in bytes.
pub const LINK_BYTES_MAX: usize = 1 << 20;
/// Links are made once and sent often.
const COMPRESSION_LEVEL: u8 = 9;

/// What a link holds.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Link {
    /// The program.
    pub source: String,
    /// The lesson that it was written in; `None` is the playground.
    pub lesson: Option<String>,
    /// Who may run next, if that was chosen.
    pub model: Option<Model>,
    /// How much one step of a thread does, if that was chosen.
    pub granularity: Option<Granularity>,
    /// When a timer may fire, if that was chosen.
    pub time: Option<TimeMode>,
    /// How many tasks may compute at once, if that was chosen.
    pub cores: Option<u32>,
    /// The seed, if one was chosen.
    pub seed: Option<u64>,
    /// Who picks the next task, if that was chosen.
    pub policy: Option<PolicyKind>,
    /// Constants of the program that have another value in this run.
    pub set: Vec<(String, String)>,
    /// The run as far as it is known, with the machine that it is on.
    pub schedule: Option<Schedule>,
    /// How many steps of it have been taken.
    pub cursor: Option<u32>,
}

/// A link that was read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ReadLink {
    /// What it holds, as far as it could be read.
    pub link: Link,
    /// What of it could not be read, each as a clause: `its schedule cannot be read`.
    pub complaints: Vec<String>,
}

/// Why nothing of a link can be opened.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum LinkError {
    /// It was made by a later version of this page.
    Newer,
    /// It is longer than [`LINK_CHARS_MAX`], or holds more than [`LINK_BYTES_MAX`].
    TooLarge,
    /// There is no program in it, or none that is left.
    Damaged,
}

impl fmt::Display for LinkError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            LinkError::Newer => texts::IT_WAS_MADE_BY_A_NEWER,
            LinkError::TooLarge => texts::IT_IS_LARGER_THAN_ANY_LINK,
            LinkError::Damaged => texts::IT_IS_DAMAGED_PERHAPS_CUT_OFF,
        })
    }
}

impl std::error::Error for LinkError {}

/// A link that would be longer than [`LINK_CHARS_MAX`] characters.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct LinkTooLong {
    /// How many it would have.
    pub chars: usize,
}

impl fmt::Display for LinkTooLong {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let LinkTooLong { chars } = self;
        f.write_str(&fill(texts::TOO_LONG, &[chars, &LINK_CHARS_MAX]))
    }
}

impl std::error::Error for LinkTooLong {}

/// The JSON of a link. The program stands first, so that most of a link that was cut off still has it.
#[derive(Serialize)]
struct Written<'a> {
    source: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    lesson: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    model: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    granularity: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    time: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    cores: Option<u32>,
    // As text: not every reader of JSON has whole numbers as large as a seed.
    #[serde(skip_serializing_if = "Option::is_none")]
    seed: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    policy: Option<&'static str>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    set: &'a [(String, String)],
    #[serde(skip_serializing_if = "Option::is_none")]
    schedule: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    cursor: Option<u32>,
}

impl Link {
    /// The fragment, with its `#`.
    ///
    /// # Errors
    /// If that would be too long to be opened again.
    pub fn to_fragment(&self) -> Result<String, LinkTooLong> {
        let written = Written {
            source: &self.source,
            lesson: self.lesson.as_deref(),
            model: self.model.map(Model::word),
            granularity: self.granularity.map(Granularity::word),
            time: self.time.map(TimeMode::word),
            cores: self.cores,
            seed: self.seed.map(|seed| seed.to_string()),
            policy: self.policy.map(PolicyKind::word),
            set: &self.set,
            schedule: self.schedule.as_ref().map(Schedule::to_string),
            cursor: self.cursor,
        };
        // A struct of texts and numbers always serialises.
        let json = serde_json::to_vec(&written).unwrap_or_default();
        let text = base64url::encode(&compress_to_vec_zlib(&json, COMPRESSION_LEVEL));
        let chars = 1 + VERSION.len() + text.len();
        if chars > LINK_CHARS_MAX || json.len() > LINK_BYTES_MAX {
            return Err(LinkTooLong { chars });
        }
        Ok(format!("#{VERSION}{text}"))
    }

    /// Reads a fragment, with or without its `#`; `None` if it is none of ours.
    #[must_use]
    pub fn read(fragment: &str) -> Option<Result<ReadLink, LinkError>> {
        let text = fragment.strip_prefix('#').unwrap_or(fragment);
        let (version, payload) = text.split_once('.')?;
        let number = version.strip_prefix('v')?;
        if number.is_empty() || number.len() > 4 || !number.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        Some(match text.strip_prefix(VERSION) {
            None => Err(LinkError::Newer),
            Some(_) if text.len() >= LINK_CHARS_MAX => Err(LinkError::TooLarge),
            Some(_) => inflate(&base64url::decode(payload)),
        })
    }
}

fn inflate(bytes: &[u8]) -> Result<ReadLink, LinkError> {
    match decompress_to_vec_zlib_with_limit(bytes, LINK_BYTES_MAX) {
        Ok(json) => match serde_json::from_slice(&json) {
            Ok(Value::Object(fields)) => read_fields(&fields),
            Ok(_) | Err(_) => Err(LinkError::Damaged),
        },
        Err(error) if error.status == TINFLStatus::HasMoreOutput => Err(LinkError::TooLarge),
        Err(error) => salvage(&error.output),
    }
}

/// What can be had of the beginning of a damaged link: the program, if all of it is there.
fn salvage(json: &[u8]) -> Result<ReadLink, LinkError> {
    let text = json.strip_prefix(b"{\"source\":").ok_or(LinkError::Damaged)?;
    let source = serde_json::Deserializer::from_slice(text).into_iter::<String>().next();
    let source = source.and_then(Result::ok).ok_or(LinkError::Damaged)?;
    let link = Link {
        source,
        ..Link::default()
    };
    let complaints = vec![texts::IT_IS_DAMAGED_AND_ONLY_ITS.to_owned()];
    Ok(ReadLink { link, complaints })
}

fn read_fields(fields: &Map<String, Value>) -> Result<ReadLink, LinkError> {
    let source = fields.get("source").and_then(Value::as_str).ok_or(LinkError::Damaged)?;
    let mut reader = Reader {
        fields,
        complaints: Vec::new(),
    };
    let link = Link {
        source: source.to_owned(),
        lesson: reader.field("lesson", |value| value.as_str().map(str::to_owned)),
        model: reader.field("model", word),
        granularity: reader.field("granularity", word),
        time: reader.field("time", word),
        cores: reader.field("cores", |value| number(value).filter(|&cores| cores > 0)),
        seed: reader.field("seed", seed),
        policy: reader.field("policy", |value| {
            let word = value.as_str()?;
            PolicyKind::ALL.into_iter().find(|policy| policy.word() == word)
        }),
        set: reader
            .field("set", |value| serde_json::from_value(value.clone()).ok())
            .unwrap_or_default(),
        schedule: reader.field("schedule", word),
        cursor: reader.field("cursor", number),
    };
    Ok(ReadLink {
        link,
        complaints: reader.complaints,
    })
}

/// Reads fields one by one and keeps what has to be said of them.
struct Reader<'a> {
    fields: &'a Map<String, Value>,
    complaints: Vec<String>,
}

impl Reader<'_> {
    /// A field that may be missing; one that makes no sense is left out, and said.
    fn field<T>(&mut self, name: &str, read: impl FnOnce(&Value) -> Option<T>) -> Option<T> {
        let value = self.fields.get(name).filter(|value| !value.is_null())?;
        let read = read(value);
        if read.is_none() {
            self.complaints.push(fill(texts::ITS_CANNOT_BE_READ, &[&name]));
        }
        read
    }
}

fn word<T: FromStr>(value: &Value) -> Option<T> {
    value.as_str()?.parse().ok()
}

fn number(value: &Value) -> Option<u32> {
    u32::try_from(value.as_u64()?).ok()
}

fn seed(value: &Value) -> Option<u64> {
    match value {
        Value::String(text) => text.parse().ok(),
        Value::Number(number) => number.as_u64(),
        Value::Null | Value::Bool(_) | Value::Array(_) | Value::Object(_) => None,
    }
}
