//! Storage. Owns the names under which the page keeps its documents, and what happens when the browser refuses: the
//! documents then live in memory, and the caller learns it once so that the page can say so. Knows no document's shape.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;

/// The documents of this page. Several projects may share one origin, so every name carries the page's own path.
pub(crate) struct Storage {
    prefix: String,
    memory: RefCell<BTreeMap<String, String>>,
    is_failure_told: Cell<bool>,
}

impl Storage {
    /// The storage of the page at this path.
    pub(crate) fn new() -> Storage {
        let path = crate::effects::window()
            .and_then(|window| window.location().pathname().ok())
            .unwrap_or_default();
        let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
        Storage {
            prefix: format!("lanes:{folder}/:"),
            memory: RefCell::default(),
            is_failure_told: Cell::new(false),
        }
    }

    /// The document with this name, if there is one; an error if the browser refuses to say.
    pub(crate) fn load(&self, key: &str) -> Result<Option<String>, String> {
        if let Some(text) = self.memory.borrow().get(key) {
            return Ok(Some(text.clone()));
        }
        let area = area()?;
        area.get_item(&format!("{}{key}", self.prefix))
            .map_err(|_| REFUSED.to_owned())
    }

    /// Keeps a document. An error says that it lives in memory only, and comes once.
    pub(crate) fn save(&self, key: &str, text: &str) -> Result<(), String> {
        let kept = area().and_then(|area| {
            let name = format!("{}{key}", self.prefix);
            area.set_item(&name, text)
                .map_err(|_| "its storage for this page is full".to_owned())
        });
        match kept {
            Ok(()) => {
                self.memory.borrow_mut().remove(key);
                Ok(())
            }
            Err(message) => {
                self.memory.borrow_mut().insert(key.to_owned(), text.to_owned());
                if self.is_failure_told.replace(true) {
                    Ok(())
                } else {
                    Err(message)
                }
            }
        }
    }
}

const REFUSED: &str = "it does not let this page store anything";

/// Merely asking for the storage throws where it is forbidden, in a sandboxed frame for instance.
fn area() -> Result<web_sys::Storage, String> {
    let window = crate::effects::window().ok_or_else(|| REFUSED.to_owned())?;
    window.local_storage().ok().flatten().ok_or_else(|| REFUSED.to_owned())
}
