// Shift Alt F. Owns fetching the formatter when it is first asked for, and what is said when it cannot do it. How a
// program should look is the formatter's.
import { isolateHistory } from "@codemirror/commands";
import { StateEffect, StateField, type Extension } from "@codemirror/state";
import { EditorView, keymap, showPanel, type Panel } from "@codemirror/view";
import type { Formatted } from "../formatter/formatter";

/** The formatter's module. */
export interface Formatter {
  format(text: string): Promise<Formatted>;
}

/** A wait that one notices is told of. */
const PATIENCE_MS = 250;

const setNotice = StateEffect.define<string | null>();

/** One line under the text, until the next edit. */
const notice = StateField.define<string | null>({
  create: () => null,
  update(value, transaction) {
    for (const effect of transaction.effects) if (effect.is(setNotice)) return effect.value;
    return transaction.docChanged ? null : value;
  },
  provide: (field) => showPanel.from(field, (text) => (text === null ? null : (view) => panel(view, text))),
});

function panel(view: EditorView, text: string): Panel {
  const dom = document.createElement("div");
  dom.className = "cm-notice";
  const words = dom.appendChild(document.createElement("span"));
  words.textContent = text;
  const close = dom.appendChild(document.createElement("button"));
  close.type = "button";
  close.textContent = "×";
  close.setAttribute("aria-label", "Close");
  close.addEventListener("click", () => {
    view.dispatch({ effects: setNotice.of(null) });
    view.focus();
  });
  return { dom };
}

function tell(view: EditorView, text: string | null): void {
  const effects: StateEffect<unknown>[] = [setNotice.of(text)];
  if (text !== null) effects.push(EditorView.announce.of(text));
  view.dispatch({ effects });
}

/** Formats the program as one step that can be undone; cursor, scroll and marks move along. */
export async function formatProgram(view: EditorView, load: () => Promise<Formatter>): Promise<void> {
  if (view.state.readOnly) return;
  const { doc } = view.state;
  const patience = setTimeout(() => tell(view, "Formatting…"), PATIENCE_MS);
  try {
    const formatted = await (await load()).format(doc.toString());
    // Whoever types on has not asked for that text to be formatted.
    if (!view.state.doc.eq(doc)) return;
    if (!formatted.ok) return tell(view, refusal(formatted));
    if (formatted.changes.length === 0) return tell(view, "Already formatted");
    view.dispatch({
      changes: formatted.changes,
      effects: EditorView.announce.of("Formatted"),
      annotations: isolateHistory.of("full"),
      userEvent: "format",
      scrollIntoView: true,
    });
  } catch {
    tell(view, "Not formatted: the formatter's file did not arrive or does not run here");
  } finally {
    clearTimeout(patience);
  }
}

function refusal({ line, message }: Extract<Formatted, { ok: false }>): string {
  const place = line > 0 ? ` in line ${line}` : "";
  return `Not formatted: the syntax is broken${place} (${message.charAt(0).toLowerCase()}${message.slice(1)})`;
}

const theme = EditorView.theme({
  ".cm-notice": {
    display: "flex",
    alignItems: "center",
    gap: "0.75em",
    padding: "4px 10px",
    fontFamily: "var(--editor-ui-font)",
  },
  ".cm-notice button": {
    marginLeft: "auto",
    minWidth: "2em",
    minHeight: "2em",
    border: "0",
    background: "none",
    color: "inherit",
    font: "inherit",
    cursor: "pointer",
  },
});

/** The key and the place for what is said. */
export function formatting(load: () => Promise<Formatter>): Extension {
  const run = (view: EditorView) => {
    void formatProgram(view, load);
    return true;
  };
  const close = (view: EditorView) => {
    if (view.state.field(notice) === null) return false;
    tell(view, null);
    return true;
  };
  return [
    notice,
    keymap.of([
      { key: "Shift-Alt-f", run, preventDefault: true },
      { key: "Escape", run: close },
    ]),
    theme,
  ];
}
