// The editor chunk: CodeMirror 6 behind the few calls that the page needs. Loaded lazily by a dynamic import.
//
// Owns the text while it is on screen (the page is told of every edit, and sets the text only to replace it) and the
// editing keys; what shows beside the text is in the files of this folder. Knows nothing of programs, runs or lessons.
// What knows names (`assist`) and what formats are chunks of their own, fetched when they are first needed.
//
// Colours: none here. Syntax gets the classes `tok-*` (the ones that lesson text uses), lanes the class
// `lane-badge tone-<tone>`, and the rest reads these custom properties: --editor-bg, --editor-fg, --editor-font,
// --editor-ui-font, --editor-font-size, --editor-gutter-bg, --editor-gutter-fg, --editor-active-line, --editor-selection,
// --editor-caret, --editor-match, --editor-border, --editor-panel-bg, --editor-shadow, --editor-option-bg,
// --editor-option-fg, --editor-error, --editor-warning, --editor-lane-line, --badge-fg, --tone (set by `.tone-<tone>`).
import { defaultKeymap, history, historyKeymap, isolateHistory } from "@codemirror/commands";
import { typescriptLanguage } from "@codemirror/lang-javascript";
import { bracketMatching, indentOnInput, indentUnit, syntaxHighlighting } from "@codemirror/language";
import { highlightSelectionMatches, search, searchKeymap } from "@codemirror/search";
import { Annotation, Compartment, EditorState, Prec, type Extension, type StateEffect } from "@codemirror/state";
import {
  EditorView,
  drawSelection,
  highlightActiveLine,
  highlightActiveLineGutter,
  highlightSpecialChars,
  keymap,
} from "@codemirror/view";
import { classHighlighter } from "@lezer/highlight";
import type { Assist } from "../assist/assist";
import { assistance } from "./assistance";
import { breakpoints, showBreakpoints, type OnGutter } from "./breakpoints";
import { formatProgram, formatting, type Formatter } from "./formatting";
import { lanes, setLanesEffect, type LaneMark } from "./lane_marks";
import { clampLine, offsetOf } from "./positions";
import { problems, showProblems, type Diagnostic } from "./problems";
import { theme } from "./theme";

export type { Diagnostic, LaneMark };

/** What the page asks for on a key; `onCommand` answers whether it took it. */
export type Command = "run" | "step" | "back" | "share" | "until-blocked";

export interface EditorOptions {
  doc: string;
  readOnly: boolean;
  label: string;
  /** Where the chunks are that come later; without one, what it does is not there. */
  assistAddress?: string;
  formatterAddress?: string;
  onChange(text: string): void;
  onCommand(name: Command): boolean;
  /** A breakpoint is wanted or not wanted on a line, a line is to be run to, or all breakpoints have moved. */
  onGutter: OnGutter;
}

export interface EditorHandle {
  setText(text: string): void;
  getText(): string;
  setDiagnostics(diagnostics: Diagnostic[]): void;
  setLanes(marks: LaneMark[]): void;
  /** The lines with a breakpoint, and the one that the run has stopped at, 0 for none. */
  setBreakpoints(lines: number[], stopped: number): void;
  setReadOnly(readOnly: boolean): void;
  revealLine(line: number): void;
  /** Puts the cursor there and gives the editor the focus. */
  goTo(line: number, column: number): void;
  format(): void;
  focus(): void;
  destroy(): void;
}

/** Marks a change that the page made, so that it is not told of its own text. */
const fromPage = Annotation.define<boolean>();

/** Keys of the playgrounds and debuggers that people come from. Tab is nobody's: it must leave the editor. */
function commandKeys(onCommand: EditorOptions["onCommand"]): Extension {
  const bind = (key: string, name: Command) => ({ key, run: () => onCommand(name), preventDefault: true });
  return Prec.highest(
    keymap.of([
      bind("Mod-Enter", "run"),
      bind("Shift-Enter", "run"),
      bind("Mod-s", "share"),
      bind("F8", "step"),
      bind("Shift-F8", "until-blocked"),
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

/**
 * What follows each step of the run: the picture of the lanes comes first, and the editor right after it, with the last that it
 * was told of each kind. Every change makes the editor measure itself, which would keep the picture waiting.
 */
function afterTheFrame(view: EditorView) {
  const pending = new Map<string, (state: EditorState) => StateEffect<unknown>>();
  const flush = () => {
    // The editor may be gone by now.
    if (!view.dom.isConnected) return;
    const effects = [...pending.values()].map((effect) => effect(view.state));
    pending.clear();
    view.dispatch({ effects });
  };
  return (kind: string, effect: (state: EditorState) => StateEffect<unknown>) => {
    if (pending.size === 0) requestAnimationFrame(() => setTimeout(flush));
    pending.set(kind, effect);
  };
}

export function createEditor(parent: HTMLElement, options: EditorOptions): EditorHandle {
  const writable = new Compartment();
  const { assistAddress, formatterAddress } = options;
  const loadAssist = async (): Promise<Assist> => {
    const { createAssist } = await import(assistAddress!);
    return createAssist((text: string) => typescriptLanguage.parser.parse(text));
  };
  const loadFormatter = (): Promise<Formatter> => import(formatterAddress!);
  const view = new EditorView({
    parent,
    state: EditorState.create({
      doc: options.doc,
      extensions: [
        commandKeys(options.onCommand),
        lanes,
        breakpoints(options.onGutter),
        problems,
        history(),
        typescriptLanguage,
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
        keymap.of([...defaultKeymap, ...historyKeymap, ...searchKeymap]),
        // Focusable in name too: tools that look for what the keyboard reaches ask for the attribute.
        EditorView.contentAttributes.of({ "aria-label": options.label, tabindex: "0" }),
        writable.of(readOnlyExtension(options.readOnly)),
        theme,
        assistAddress ? assistance(loadAssist) : [],
        formatterAddress ? formatting(loadFormatter) : [],
        EditorView.updateListener.of((update) => {
          if (update.docChanged && !update.transactions.every((each) => each.annotation(fromPage) ?? !each.docChanged)) {
            options.onChange(update.state.doc.toString());
          }
        }),
      ],
    }),
  });

  const show = afterTheFrame(view);

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
    setDiagnostics: (diagnostics) => showProblems(view, diagnostics),
    setLanes: (marks) => show("lanes", () => setLanesEffect.of(marks)),
    setBreakpoints: (lines, stopped) => showBreakpoints(view, lines, stopped),
    setReadOnly(readOnly) {
      view.dispatch({ effects: writable.reconfigure(readOnlyExtension(readOnly)) });
    },
    revealLine: (line) =>
      show("line", ({ doc }) => {
        const { from } = doc.line(clampLine(doc, line));
        return EditorView.scrollIntoView(from, { y: "nearest", yMargin: 40 });
      }),
    goTo(line, column) {
      view.dispatch({ selection: { anchor: offsetOf(view.state.doc, line, column) }, scrollIntoView: true });
      view.focus();
    },
    format() {
      if (formatterAddress) void formatProgram(view, loadFormatter);
    },
    focus: () => view.focus(),
    destroy: () => view.destroy(),
  };
}
