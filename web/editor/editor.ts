// The editor chunk: CodeMirror 6 behind the few calls that the page needs. Loaded lazily by a dynamic import.
//
// Owns the text while it is on screen (the page is told of every edit, and sets the text only to replace it), the
// marks that say which lane stands on which line, and the editing keys. Knows nothing of programs, runs or lessons.
//
// Colours: none here. Syntax gets the classes `tok-*` (the ones that lesson text uses), lanes the class
// `lane-badge tone-<tone>`, and the rest reads these custom properties: --editor-bg, --editor-fg, --editor-font,
// --editor-font-size, --editor-gutter-bg, --editor-gutter-fg, --editor-active-line, --editor-selection, --editor-caret,
// --editor-match, --editor-border, --editor-panel-bg, --editor-lane-line, --badge-fg, --tone (set by `.tone-<tone>`).
import { defaultKeymap, history, historyKeymap, isolateHistory } from "@codemirror/commands";
import { javascript } from "@codemirror/lang-javascript";
import { bracketMatching, indentOnInput, indentUnit, syntaxHighlighting } from "@codemirror/language";
import { lintGutter, lintKeymap, setDiagnostics } from "@codemirror/lint";
import { highlightSelectionMatches, search, searchKeymap } from "@codemirror/search";
import {
  Annotation,
  Compartment,
  EditorState,
  Prec,
  RangeSet,
  RangeSetBuilder,
  StateEffect,
  StateField,
  type Extension,
  type Text,
} from "@codemirror/state";
import {
  Decoration,
  EditorView,
  GutterMarker,
  drawSelection,
  gutter,
  highlightActiveLine,
  highlightActiveLineGutter,
  highlightSpecialChars,
  keymap,
  lineNumbers,
  type DecorationSet,
} from "@codemirror/view";
import { classHighlighter } from "@lezer/highlight";

/** A compiler message on a stretch of text. Lines and columns count from 1, columns in UTF-16 units. */
export interface Diagnostic {
  line: number;
  column: number;
  endLine: number;
  endColumn: number;
  severity: "error" | "warning";
  message: string;
}

/** Which lane stands on which line; several may share one. */
export interface LaneMark {
  line: number;
  lane: number;
  label: string;
  tone: string;
}

/** What the page asks for on a key; `onCommand` answers whether it took it. */
export type Command = "run" | "step" | "back" | "share";

export interface EditorOptions {
  doc: string;
  readOnly: boolean;
  label: string;
  onChange(text: string): void;
  onCommand(name: Command): boolean;
}

export interface EditorHandle {
  setText(text: string): void;
  getText(): string;
  setDiagnostics(diagnostics: Diagnostic[]): void;
  setLanes(marks: LaneMark[]): void;
  setReadOnly(readOnly: boolean): void;
  revealLine(line: number): void;
  focus(): void;
  destroy(): void;
}

/** Marks a change that the page made, so that it is not told of its own text. */
const fromPage = Annotation.define<boolean>();

/** Badges beyond this many become one `+n`: a gutter that grows with the lanes would push the text about. */
const BADGES_MAX = 3;

function clampLine(doc: Text, line: number): number {
  return Math.min(Math.max(Math.trunc(line) || 1, 1), doc.lines);
}

/** The offset of a position that may lie outside the text: it was computed for a text of a moment ago. */
function offsetOf(doc: Text, line: number, column: number): number {
  const { from, to } = doc.line(clampLine(doc, line));
  return Math.min(from + Math.max(Math.trunc(column) - 1 || 0, 0), to);
}

class LaneBadges extends GutterMarker {
  constructor(readonly marks: readonly LaneMark[]) {
    super();
  }

  override eq(other: LaneBadges): boolean {
    return (
      this.marks.length === other.marks.length &&
      this.marks.every((mark, i) => {
        const that = other.marks[i]!;
        return mark.lane === that.lane && mark.label === that.label && mark.tone === that.tone;
      })
    );
  }

  override toDOM(): Node {
    const box = document.createElement("span");
    box.className = "lane-badges";
    box.title = this.marks.map((mark) => mark.label).join(", ");
    for (const mark of this.marks.slice(0, BADGES_MAX)) {
      const badge = box.appendChild(document.createElement("span"));
      badge.className = `lane-badge tone-${mark.tone}`;
      badge.textContent = String(mark.lane);
    }
    if (this.marks.length > BADGES_MAX) {
      const more = box.appendChild(document.createElement("span"));
      more.className = "lane-more";
      more.textContent = `+${this.marks.length - BADGES_MAX}`;
    }
    return box;
  }
}

interface Lanes {
  badges: RangeSet<LaneBadges>;
  lines: DecorationSet;
}

const setLanesEffect = StateEffect.define<readonly LaneMark[]>();
const laneLine = Decoration.line({ class: "lane-line" });

function placeLanes(doc: Text, marks: readonly LaneMark[]): Lanes {
  const byLine = new Map<number, LaneMark[]>();
  for (const mark of marks) {
    const line = clampLine(doc, mark.line);
    const there = byLine.get(line);
    if (there) there.push(mark);
    else byLine.set(line, [mark]);
  }
  const badges = new RangeSetBuilder<LaneBadges>();
  const lines = new RangeSetBuilder<Decoration>();
  for (const [line, there] of [...byLine].sort(([a], [b]) => a - b)) {
    const { from } = doc.line(line);
    badges.add(from, from, new LaneBadges(there));
    lines.add(from, from, laneLine);
  }
  return { badges: badges.finish(), lines: lines.finish() };
}

const lanes = StateField.define<Lanes>({
  create: () => ({ badges: RangeSet.empty, lines: Decoration.none }),
  update(value, transaction) {
    for (const effect of transaction.effects) {
      if (effect.is(setLanesEffect)) return placeLanes(transaction.newDoc, effect.value);
    }
    if (!transaction.docChanged) return value;
    return { badges: value.badges.map(transaction.changes), lines: value.lines.map(transaction.changes) };
  },
  provide: (field) => [
    EditorView.decorations.from(field, (value) => value.lines),
    gutter({
      class: "lane-gutter",
      markers: (view) => view.state.field(field).badges,
      initialSpacer: () => new LaneBadges([{ line: 1, lane: 0, label: "", tone: "none" }]),
    }),
  ],
});

const theme = EditorView.theme({
  "&": { height: "100%", color: "var(--editor-fg)", backgroundColor: "var(--editor-bg)", fontSize: "var(--editor-font-size)" },
  "&.cm-focused": { outline: "none" },
  ".cm-scroller": { fontFamily: "var(--editor-font)", lineHeight: "1.5" },
  ".cm-content": { caretColor: "var(--editor-caret)" },
  ".cm-cursor, .cm-dropCursor": { borderLeftColor: "var(--editor-caret)" },
  ".cm-gutters": {
    color: "var(--editor-gutter-fg)",
    backgroundColor: "var(--editor-gutter-bg)",
    borderRight: "1px solid var(--editor-border)",
  },
  ".cm-activeLine, .cm-activeLineGutter": { backgroundColor: "var(--editor-active-line)" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": {
    backgroundColor: "var(--editor-selection)",
  },
  ".cm-matchingBracket, .cm-selectionMatch, .cm-searchMatch": { backgroundColor: "var(--editor-match)" },
  ".cm-panels, .cm-tooltip": {
    color: "var(--editor-fg)",
    backgroundColor: "var(--editor-panel-bg)",
    borderColor: "var(--editor-border)",
  },
  ".lane-line": { backgroundColor: "var(--editor-lane-line)" },
  ".lane-gutter": { minWidth: "1.5em" },
  ".lane-badges": { display: "inline-flex", gap: "1px", padding: "0 2px" },
  ".lane-badge": {
    minWidth: "1.4em",
    borderRadius: "0.7em",
    textAlign: "center",
    fontSize: "0.75em",
    fontWeight: "600",
    color: "var(--badge-fg)",
    backgroundColor: "var(--tone)",
  },
  // The spacer only holds the width.
  ".lane-badge.tone-none": { visibility: "hidden" },
  ".lane-more": { fontSize: "0.75em" },
});

/** Keys of the playgrounds and debuggers that people come from. Tab is nobody's: it must leave the editor. */
function commandKeys(onCommand: EditorOptions["onCommand"]): Extension {
  const bind = (key: string, name: Command) => ({ key, run: () => onCommand(name), preventDefault: true });
  return Prec.highest(
    keymap.of([
      bind("Mod-Enter", "run"),
      bind("Shift-Enter", "run"),
      bind("Mod-s", "share"),
      bind("F8", "step"),
      bind("F10", "step"),
      bind("Shift-F10", "back"),
    ]),
  );
}

// Read-only text stays focusable, so that the keyboard can reach, select and copy it.
function readOnlyExtension(readOnly: boolean): Extension {
  return [EditorState.readOnly.of(readOnly), EditorView.contentAttributes.of({ "aria-readonly": String(readOnly) })];
}

/** The smallest replacement that turns one text into the other, so that cursor, scroll and marks stay where they can. */
function difference(old: string, text: string): { from: number; to: number; insert: string } {
  const shorter = Math.min(old.length, text.length);
  let from = 0;
  while (from < shorter && old.charCodeAt(from) === text.charCodeAt(from)) from++;
  let tail = 0;
  while (
    tail < shorter - from &&
    old.charCodeAt(old.length - 1 - tail) === text.charCodeAt(text.length - 1 - tail)
  ) {
    tail++;
  }
  return { from, to: old.length - tail, insert: text.slice(from, text.length - tail) };
}

export function createEditor(parent: HTMLElement, options: EditorOptions): EditorHandle {
  const writable = new Compartment();
  const view = new EditorView({
    parent,
    state: EditorState.create({
      doc: options.doc,
      extensions: [
        commandKeys(options.onCommand),
        lanes,
        lineNumbers(),
        lintGutter(),
        history(),
        javascript({ typescript: true }),
        indentUnit.of("  "),
        indentOnInput(),
        bracketMatching(),
        highlightSpecialChars(),
        drawSelection(),
        highlightActiveLine(),
        highlightActiveLineGutter(),
        highlightSelectionMatches(),
        search({ top: true }),
        syntaxHighlighting(classHighlighter),
        keymap.of([...defaultKeymap, ...historyKeymap, ...searchKeymap, ...lintKeymap]),
        // Focusable in name too: tools that look for what the keyboard reaches ask for the attribute.
        EditorView.contentAttributes.of({ "aria-label": options.label, tabindex: "0" }),
        writable.of(readOnlyExtension(options.readOnly)),
        theme,
        EditorView.updateListener.of((update) => {
          if (update.docChanged && !update.transactions.every((each) => each.annotation(fromPage) ?? !each.docChanged)) {
            options.onChange(update.state.doc.toString());
          }
        }),
      ],
    }),
  });

  return {
    setText(given) {
      // CodeMirror keeps "\n" only, and a difference to anything else would count wrongly.
      const text = given.replace(/\r\n?/g, "\n");
      const old = view.state.doc.toString();
      if (old === text) return;
      // A step of its own in the history: one undo brings the replaced text back, whole.
      view.dispatch({
        changes: difference(old, text),
        annotations: [fromPage.of(true), isolateHistory.of("full")],
      });
    },
    getText: () => view.state.doc.toString(),
    setDiagnostics(diagnostics) {
      const { doc } = view.state;
      const placed = diagnostics.map(({ line, column, endLine, endColumn, severity, message }) => {
        const from = offsetOf(doc, line, column);
        return { from, to: Math.max(from, offsetOf(doc, endLine, endColumn)), severity, message };
      });
      view.dispatch(setDiagnostics(view.state, placed));
    },
    setLanes(marks) {
      view.dispatch({ effects: setLanesEffect.of(marks) });
    },
    setReadOnly(readOnly) {
      view.dispatch({ effects: writable.reconfigure(readOnlyExtension(readOnly)) });
    },
    revealLine(line) {
      const { doc } = view.state;
      const { from } = doc.line(clampLine(doc, line));
      view.dispatch({ effects: EditorView.scrollIntoView(from, { y: "nearest", yMargin: 40 }) });
    },
    focus: () => view.focus(),
    destroy: () => view.destroy(),
  };
}
