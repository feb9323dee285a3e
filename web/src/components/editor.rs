//! The editor's place. Owns the editor's life: a plain text area until the chunk is there, and for good if it never comes.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::Array;
use session::{Action, DiagnosticView, Drive, DriveView, LaneMark, SourceView};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, HtmlTextAreaElement};
use yew::prelude::{
    Callback, FocusEvent, Html, InputEvent, NodeRef, Properties, component, html, use_effect_with, use_mut_ref,
    use_node_ref, use_state,
};

use super::dispatch::{Dispatch, use_dispatch};
use crate::effects::editor::{self, Editor, EditorDiagnostic, Listeners};
use crate::effects::timers;
use crate::texts::editor as texts;
use crate::texts::fill;

/// How long the editor waits for somebody to do something: until then the page has better things to do, and the text can be
/// read and changed without it.
const EDITOR_WAIT_MS: u32 = 8_000;

/// What the page around the editor asks of it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Wish {
    /// Format the program.
    Format,
    /// Put the cursor there, counted from 1.
    GoTo { line: u32, column: u32 },
}

#[derive(PartialEq, Properties)]
pub(crate) struct EditorHostProps {
    pub(crate) source: Rc<SourceView>,
    pub(crate) drive: Rc<DriveView>,
    /// The last wish with its number, so that the same one can be had again.
    pub(crate) wish: Option<(u32, Wish)>,
}

#[component]
pub(crate) fn EditorHost(props: &EditorHostProps) -> Html {
    let dispatch = use_dispatch();
    let source = &props.source;
    let host = use_node_ref();
    let area = use_node_ref();
    let editor = use_mut_ref(|| None::<Editor>);
    let is_open = use_state(|| false);
    let latest = use_mut_ref(|| source.clone());
    *latest.borrow_mut() = source.clone();
    {
        let (host, editor, is_open) = (host.clone(), editor.clone(), is_open.setter());
        let (latest, dispatch, area) = (latest.clone(), dispatch.clone(), area.clone());
        use_effect_with((), move |()| {
            let kept = editor.clone();
            if let Some(host) = host.cast::<Element>() {
                spawn_local(async move {
                    timers::somebody(EDITOR_WAIT_MS).await;
                    match open(host, &latest, &dispatch).await {
                        Ok(opened) => {
                            *editor.borrow_mut() = Some(opened);
                            // Whoever is typing into the text area keeps it, cursor and all, until they leave it.
                            if !has_focus(&area) {
                                is_open.set(true);
                            }
                        }
                        Err(reason) => dispatch.send(Action::EditorFailed(reason)),
                    }
                });
            }
            move || drop(kept.borrow_mut().take())
        });
    }
    use_told(&editor, (source.revision, *is_open), source, |editor, source| {
        editor.set_text(&source.text)
    });
    use_told(
        &editor,
        (source.diagnostics.clone(), *is_open),
        source,
        |editor, source| {
            editor.set_diagnostics(&source.diagnostics.iter().map(diagnostic).collect::<Vec<_>>());
        },
    );
    use_told(&editor, (source.marks.clone(), *is_open), source, |editor, source| {
        editor.set_lanes(&source.marks.iter().flat_map(marks).collect::<Vec<_>>());
    });
    {
        let drive = props.drive.clone();
        // A text that was replaced has moved them.
        let changed = (drive.breakpoints.clone(), drive.stopped_line, source.revision, *is_open);
        use_told(&editor, changed, source, move |editor, _| {
            editor.set_breakpoints(&drive.breakpoints, drive.stopped_line);
        });
    }
    use_told(&editor, (source.current_line, *is_open), source, |editor, source| {
        if let Some(line) = source.current_line {
            editor.reveal_line(line);
        }
    });
    // Not when the editor opens: the wish was for the text area then, which can do neither.
    {
        let editor = editor.clone();
        use_effect_with(props.wish, move |wish| {
            if let (Some(editor), Some((_, wish))) = (&*editor.borrow(), *wish) {
                match wish {
                    Wish::Format => editor.format(),
                    Wish::GoTo { line, column } => editor.go_to(line, column),
                }
            }
        });
    }
    let on_input = Callback::from(move |event: InputEvent| {
        let area = event
            .target()
            .and_then(|target| target.dyn_into::<HtmlTextAreaElement>().ok());
        if let Some(area) = area {
            dispatch.send(Action::EditSource(area.value()));
        }
    });
    let on_blur = {
        let (editor, is_open) = (editor.clone(), is_open.setter());
        Callback::from(move |_: FocusEvent| {
            if editor.borrow().is_some() {
                is_open.set(true);
            }
        })
    };
    html! {
        <div class="editor">
            <div class="editor-host" ref={host} hidden={!*is_open}></div>
            if !*is_open {
                <textarea ref={area} aria-label={texts::PROGRAM} spellcheck="false" autocapitalize="off" autocomplete="off" wrap="off" value={source.text.to_string()} oninput={on_input} onblur={on_blur} />
            }
        </div>
    }
}

fn has_focus(place: &NodeRef) -> bool {
    let focused = crate::effects::window().and_then(|window| window.document()?.active_element());
    focused.is_some() && focused == place.cast::<Element>()
}

/// Tells the editor something when it has changed, and once when the editor opens.
#[yew::prelude::hook]
fn use_told<D: PartialEq + 'static>(
    editor: &Rc<RefCell<Option<Editor>>>,
    changed: D,
    source: &Rc<SourceView>,
    tell: impl Fn(&Editor, &SourceView) + 'static,
) {
    let (editor, source) = (editor.clone(), source.clone());
    use_effect_with(changed, move |_| {
        if let Some(editor) = &*editor.borrow() {
            tell(editor, &source);
        }
    });
}

async fn open(host: Element, latest: &RefCell<Rc<SourceView>>, dispatch: &Dispatch) -> Result<Editor, String> {
    let text = latest.borrow().text.to_string();
    let (edits, commands, gutter) = (dispatch.clone(), dispatch.clone(), dispatch.clone());
    let listeners = Listeners {
        change: Box::new(move |text| edits.send(Action::EditSource(text))),
        command: Box::new(move |name| {
            let action = match name.as_str() {
                "run" => Action::Run,
                "step" => Action::Step,
                "back" => Action::Back,
                "until-blocked" => Action::Drive(Drive::UntilBlocked),
                "share" => Action::Share { page: String::new() },
                _ => return false,
            };
            commands.send(action);
            true
        }),
        gutter: Box::new(move |wish, lines| {
            if let Some(drive) = wished(&wish, &lines) {
                gutter.send(Action::Drive(drive));
            }
        }),
    };
    let opened = editor::open(host, text, texts::PROGRAM, listeners).await?;
    // What was typed into the text area while the chunk was on its way.
    opened.set_text(&latest.borrow().text);
    Ok(opened)
}

/// What is wanted of a line.
fn wished(wish: &str, lines: &Array) -> Option<Drive> {
    // Line numbers are small and whole; a cast from float to integer saturates.
    let lines: Vec<u32> = lines
        .iter()
        .filter_map(|line| line.as_f64())
        .map(|line| line as u32)
        .collect();
    match (wish, lines.first()) {
        ("toggle", Some(&line)) => Some(Drive::ToggleBreakpoint(line)),
        ("run-to", Some(&line)) => Some(Drive::ToLine(line)),
        ("moved", _) => Some(Drive::MoveBreakpoints(lines)),
        _ => None,
    }
}

fn diagnostic(view: &DiagnosticView) -> EditorDiagnostic {
    EditorDiagnostic {
        line: view.line,
        column: view.column,
        end_line: view.end_line,
        end_column: view.end_column,
        is_error: view.is_error,
        message: view.message.clone(),
        help: view.help.clone(),
        code: view.code,
    }
}

fn marks(mark: &LaneMark) -> impl Iterator<Item = editor::LaneMark> + '_ {
    let named = mark.lanes.iter().map(|(task, name, state)| editor::LaneMark {
        line: mark.line,
        number: task.0,
        label: format!("{name}: {}", state.word()),
        tone: state.tone().word(),
        lanes: 1,
    });
    let others = (mark.more > 0).then(|| editor::LaneMark {
        line: mark.line,
        number: 0,
        label: fill(texts::MORE, &[&mark.more]),
        tone: "neutral",
        lanes: mark.more,
    });
    named.chain(others)
}
