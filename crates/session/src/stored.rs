//! What outlives the page: one versioned document with drafts, progress and settings. Owns its shape and how it is read
//! without ever losing a draft. Knows no storage: texts come in and go out.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::layout::lenient;
use crate::texts::fill;
use crate::texts::stored as texts;
use crate::{ObjectStop, PolicyKind, StoredLayout, Theme};

/// The version that this code writes.
const VERSION: u32 = 1;

/// The key of the playground among the drafts; no lesson has an empty id.
pub const PLAYGROUND: &str = "";

/// Drafts, progress and settings.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(default)]
pub struct StoredDocument {
    /// Which shape this is.
    pub version: u32,
    /// The lesson that was open last; empty for the playground, absent before the first visit.
    pub place: Option<String>,
    /// The learner's programs by lesson id, [`PLAYGROUND`] for the free one; a lesson as it was given has none.
    pub drafts: BTreeMap<String, String>,
    /// The example that the playground was opened with; absent while it is the playground's own.
    pub example: Option<String>,
    /// Programs that a link or a file took the place of, by lesson id, the last one last.
    pub aside: BTreeMap<String, Vec<String>>,
    /// The lines with a breakpoint, by lesson id, [`PLAYGROUND`] for the free program's.
    pub breakpoints: BTreeMap<String, BTreeSet<u32>>,
    /// When a run stops because of an object, by the object's name, by lesson id.
    pub object_stops: BTreeMap<String, BTreeMap<String, ObjectStop>>,
    /// The lessons that were passed.
    pub solved: BTreeSet<String>,
    /// How many hints were revealed, by lesson.
    pub hints: BTreeMap<String, u32>,
    /// The answers given, by lesson, in the order of its questions.
    pub predictions: BTreeMap<String, Vec<Option<u32>>>,
    /// What the learner likes.
    pub settings: Settings,
    /// What a newer version wrote beside these and this one does not know.
    #[serde(flatten)]
    pub others: BTreeMap<String, Value>,
}

/// What the learner likes.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// Which colours.
    #[serde(deserialize_with = "lenient")]
    pub theme: Theme,
    /// Steps a second when playing.
    pub speed: u32,
    /// Who picks in the playground.
    pub policy: PolicyKind,
    /// Whether lanes lie on the axis of virtual time.
    pub is_time_axis: bool,
    /// Where things are on the page.
    #[serde(deserialize_with = "lenient")]
    pub layout: StoredLayout,
}

impl Default for Settings {
    fn default() -> Self {
        Settings {
            theme: Theme::Auto,
            speed: 4,
            policy: PolicyKind::Fifo,
            is_time_axis: false,
            layout: StoredLayout::default(),
        }
    }
}

impl Default for StoredDocument {
    fn default() -> Self {
        StoredDocument {
            version: VERSION,
            place: None,
            drafts: BTreeMap::new(),
            example: None,
            aside: BTreeMap::new(),
            breakpoints: BTreeMap::new(),
            object_stops: BTreeMap::new(),
            solved: BTreeSet::new(),
            hints: BTreeMap::new(),
            predictions: BTreeMap::new(),
            settings: Settings::default(),
            others: BTreeMap::new(),
        }
    }
}

/// A stored text that was read, with what has to be said about it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Reading {
    pub(crate) document: StoredDocument,
    /// The text as it was found, if it must be kept under another key before anything is saved over it.
    pub(crate) backup: Option<String>,
    /// What the learner should know.
    pub(crate) note: Option<String>,
}

impl StoredDocument {
    /// Reads what was stored. Whatever cannot be understood is kept as a backup, and every part that can is used.
    pub(crate) fn read(text: Option<&str>) -> Reading {
        let Some(text) = text.filter(|text| !text.trim().is_empty()) else {
            return Reading {
                document: StoredDocument::default(),
                backup: None,
                note: None,
            };
        };
        let Ok(Value::Object(fields)) = serde_json::from_str::<Value>(text) else {
            return unreadable(text, StoredDocument::default(), texts::COULD_NOT_BE_READ);
        };
        let is_known = fields.get("version").and_then(Value::as_u64) == Some(u64::from(VERSION));
        let whole = serde_json::from_value::<StoredDocument>(Value::Object(fields.clone()));
        match whole {
            Ok(document) if is_known => Reading {
                document,
                backup: None,
                note: None,
            },
            Ok(document) => {
                let document = StoredDocument {
                    version: VERSION,
                    ..document
                };
                unreadable(text, document, texts::WAS_WRITTEN_BY_ANOTHER_VERSION_OF)
            }
            Err(_) => unreadable(text, salvage(&fields), texts::WAS_DAMAGED),
        }
    }

    /// As it is stored.
    #[must_use]
    pub fn to_json(&self) -> String {
        // Maps with text keys and plain values always serialise; an empty text would be read as a first visit.
        serde_json::to_string(self).unwrap_or_default()
    }
}

fn unreadable(text: &str, document: StoredDocument, what: &str) -> Reading {
    let kept = document.drafts.len();
    let drafts = match kept {
        0 => texts::NO_DRAFT_IN_IT_COULD_BE.to_owned(),
        1 => texts::ONE_DRAFT_WAS_TAKEN_OVER.to_owned(),
        _ => fill(texts::DRAFTS_WERE_TAKEN_OVER, &[&kept]),
    };
    let note = fill(texts::WHAT_THIS_BROWSER_HAD_STORED_IT, &[&what, &drafts]);
    Reading {
        document,
        backup: Some(text.to_owned()),
        note: Some(note),
    }
}

/// Every part that can be read on its own.
fn salvage(fields: &serde_json::Map<String, Value>) -> StoredDocument {
    fn part<T: serde::de::DeserializeOwned + Default>(fields: &serde_json::Map<String, Value>, key: &str) -> T {
        fields
            .get(key)
            .and_then(|value| serde_json::from_value(value.clone()).ok())
            .unwrap_or_default()
    }
    let mut drafts = BTreeMap::new();
    if let Some(Value::Object(stored)) = fields.get("drafts") {
        let texts = stored.iter();
        drafts.extend(texts.filter_map(|(key, value)| Some((key.clone(), value.as_str()?.to_owned()))));
    }
    StoredDocument {
        version: VERSION,
        place: part(fields, "place"),
        drafts,
        example: part(fields, "example"),
        aside: part(fields, "aside"),
        breakpoints: part(fields, "breakpoints"),
        object_stops: part(fields, "object_stops"),
        solved: part(fields, "solved"),
        hints: part(fields, "hints"),
        predictions: part(fields, "predictions"),
        settings: part(fields, "settings"),
        others: BTreeMap::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn document() -> StoredDocument {
        let mut document = StoredDocument {
            place: Some("a/01-b".to_owned()),
            ..StoredDocument::default()
        };
        document
            .drafts
            .insert("a/01-b".to_owned(), "let x = 1; // ü".to_owned());
        document.drafts.insert(PLAYGROUND.to_owned(), "mine".to_owned());
        document.solved.insert("a/01-b".to_owned());
        document.predictions.insert("a/01-b".to_owned(), vec![None, Some(2)]);
        document
    }

    #[test]
    fn what_is_written_reads_back() {
        let reading = StoredDocument::read(Some(&document().to_json()));
        assert_eq!(
            reading,
            Reading {
                document: document(),
                backup: None,
                note: None
            }
        );
        assert_eq!(StoredDocument::read(None).document, StoredDocument::default());
        assert_eq!(StoredDocument::read(Some(" ")).note, None);
    }

    #[test]
    fn an_unknown_version_keeps_the_drafts_and_the_text() {
        let text = document()
            .to_json()
            .replace("\"version\":1", "\"version\":7,\"tabs\":[1]");
        let reading = StoredDocument::read(Some(&text));
        assert_eq!(reading.document.drafts, document().drafts);
        assert_eq!(reading.document.version, VERSION);
        assert_eq!(reading.document.others.len(), 1, "what is not known is written back");
        assert_eq!(reading.backup.as_deref(), Some(text.as_str()));
        assert!(reading.note.is_some_and(|note| note.contains("2 drafts")));
    }

    #[test]
    fn a_damaged_part_does_not_take_the_drafts_with_it() {
        let text = r#"{"version":1,"drafts":{"a":"kept","b":3},"solved":"all","settings":{"speed":"fast"}}"#;
        let reading = StoredDocument::read(Some(text));
        assert_eq!(
            reading.document.drafts,
            BTreeMap::from([("a".to_owned(), "kept".to_owned())])
        );
        assert_eq!(reading.document.settings, Settings::default());
        assert_eq!(reading.backup.as_deref(), Some(text));
    }

    #[test]
    fn a_text_that_is_no_document_is_kept() {
        for text in ["{", "[]", "null", "7"] {
            let reading = StoredDocument::read(Some(text));
            assert_eq!(reading.document, StoredDocument::default());
            assert_eq!(reading.backup.as_deref(), Some(text));
        }
    }
}
