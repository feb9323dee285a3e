//! The editor chunk. Owns loading it and the calls to it; while it is not there, a plain text area takes its place. The
//! chunk owns the text while it is on screen; this side says only what is to be replaced.

use js_sys::{Array, Function, Object, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Element;

use super::{chunk, files, timers};

/// A compiler message on a stretch of text. Lines and columns count from 1, columns in UTF-16 units.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct EditorDiagnostic {
    pub(crate) line: u32,
    pub(crate) column: u32,
    pub(crate) end_line: u32,
    pub(crate) end_column: u32,
    pub(crate) is_error: bool,
    pub(crate) message: String,
    pub(crate) help: Option<String>,
    pub(crate) code: &'static str,
}

/// A lane on a line.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct LaneMark {
    pub(crate) line: u32,
    pub(crate) number: u32,
    pub(crate) label: String,
    pub(crate) tone: &'static str,
    /// How many lanes it stands for.
    pub(crate) lanes: u32,
}

/// An editor on screen.
pub(crate) struct Editor {
    handle: JsValue,
    // The chunk calls these as long as the editor lives.
    _on_change: Closure<dyn FnMut(String)>,
    _on_command: Closure<dyn FnMut(String) -> bool>,
    _on_gutter: Closure<dyn FnMut(String, Array)>,
}

/// What the editor tells.
pub(crate) struct Listeners {
    /// The text after every edit.
    pub(crate) change: Box<dyn FnMut(String)>,
    /// A key's command; answers whether it was taken.
    pub(crate) command: Box<dyn FnMut(String) -> bool>,
    /// What is wanted of a line: `toggle` its breakpoint, `run-to` it; or `moved`, and where all breakpoints are now.
    pub(crate) gutter: Box<dyn FnMut(String, Array)>,
}

/// Loads the chunk, if it is not there yet, and makes an editor inside of an empty element.
pub(crate) async fn open(parent: Element, text: String, label: &str, listeners: Listeners) -> Result<Editor, String> {
    let module = chunk::load("lanes-editor").await?;
    // Reading the chunk is enough for one turn.
    timers::turn().await;
    let create: Function = get(&module, "createEditor")?
        .dyn_into()
        .map_err(|_| "the editor is no editor")?;
    let on_change = Closure::wrap(listeners.change);
    let on_command = Closure::wrap(listeners.command);
    let on_gutter = Closure::wrap(listeners.gutter);
    let options = object(&[
        ("doc", JsValue::from_str(&text)),
        ("readOnly", JsValue::FALSE),
        ("label", JsValue::from_str(label)),
        ("assistAddress", address("lanes-assist")),
        ("formatterAddress", address("lanes-formatter")),
        ("onChange", on_change.as_ref().clone()),
        ("onCommand", on_command.as_ref().clone()),
        ("onGutter", on_gutter.as_ref().clone()),
    ]);
    let handle = create
        .call2(&JsValue::UNDEFINED, &parent, &options)
        .map_err(|error| files::words_of(&error))?;
    Ok(Editor {
        handle,
        _on_change: on_change,
        _on_command: on_command,
        _on_gutter: on_gutter,
    })
}

impl Editor {
    /// Replaces the text, as one step that can be undone.
    pub(crate) fn set_text(&self, text: &str) {
        self.call("setText", &JsValue::from_str(text));
    }

    /// Replaces all compiler messages.
    pub(crate) fn set_diagnostics(&self, diagnostics: &[EditorDiagnostic]) {
        let list: Array = diagnostics
            .iter()
            .map(|each| {
                object(&[
                    ("line", each.line.into()),
                    ("column", each.column.into()),
                    ("endLine", each.end_line.into()),
                    ("endColumn", each.end_column.into()),
                    (
                        "severity",
                        JsValue::from_str(if each.is_error { "error" } else { "warning" }),
                    ),
                    ("message", JsValue::from_str(&each.message)),
                    (
                        "help",
                        each.help.as_deref().map_or(JsValue::UNDEFINED, JsValue::from_str),
                    ),
                    ("code", JsValue::from_str(each.code)),
                ])
            })
            .collect();
        self.call("setDiagnostics", &list);
    }

    /// Replaces the marks that say which lane stands where.
    pub(crate) fn set_lanes(&self, marks: &[LaneMark]) {
        let list: Array = marks
            .iter()
            .map(|mark| {
                object(&[
                    ("line", mark.line.into()),
                    ("lane", mark.number.into()),
                    ("label", JsValue::from_str(&mark.label)),
                    ("tone", JsValue::from_str(mark.tone)),
                    ("lanes", mark.lanes.into()),
                ])
            })
            .collect();
        self.call("setLanes", &list);
    }

    /// Says which lines have a breakpoint, and at which the run has stopped.
    pub(crate) fn set_breakpoints(&self, lines: &[u32], stopped: Option<u32>) {
        let list: Array = lines.iter().map(|&line| JsValue::from(line)).collect();
        let method = self.method("setBreakpoints");
        // As with `call`.
        let _ = method.map(|method| method.call2(&self.handle, &list, &stopped.unwrap_or(0).into()));
    }

    /// Scrolls a line into view.
    pub(crate) fn reveal_line(&self, line: u32) {
        self.call("revealLine", &line.into());
    }

    /// Puts the cursor there and gives the editor the focus.
    pub(crate) fn go_to(&self, line: u32, column: u32) {
        let method = self.method("goTo");
        // As with `call`.
        let _ = method.map(|method| method.call2(&self.handle, &line.into(), &column.into()));
    }

    /// Formats the program, and says in the editor if it cannot.
    pub(crate) fn format(&self) {
        self.call("format", &JsValue::UNDEFINED);
    }

    fn method(&self, name: &str) -> Option<Function> {
        get(&self.handle, name).ok()?.dyn_into().ok()
    }

    fn call(&self, name: &str, argument: &JsValue) {
        // An editor that fails at one of these still edits, and the next call tries again.
        let _ = self.method(name).map(|method| method.call1(&self.handle, argument));
    }
}

impl Drop for Editor {
    fn drop(&mut self) {
        self.call("destroy", &JsValue::UNDEFINED);
    }
}

/// Where a chunk is that the editor fetches by itself; without it the editor does without.
fn address(meta: &str) -> JsValue {
    files::address_of(meta).map_or(JsValue::UNDEFINED, |address| JsValue::from_str(&address))
}

fn get(object: &JsValue, name: &str) -> Result<JsValue, String> {
    Reflect::get(object, &JsValue::from_str(name)).map_err(|error| files::words_of(&error))
}

fn object(fields: &[(&str, JsValue)]) -> JsValue {
    let object = Object::new();
    for (name, value) in fields {
        // Fails only for objects that are frozen or refuse names, which a new one is not and does not.
        let _ = Reflect::set(&object, &JsValue::from_str(name), value);
    }
    object.into()
}
