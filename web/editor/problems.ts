// What the compiler says, where it says it: underlines, marks in the gutter, the message on hover and on Alt F8. Owns
// how a message looks and how the keyboard goes from one to the next; which messages there are is the page's to say.
import { forEachDiagnostic, lintGutter, nextDiagnostic, previousDiagnostic, setDiagnostics } from "@codemirror/lint";
import type { Extension } from "@codemirror/state";
import { EditorView, keymap, type Command } from "@codemirror/view";
import { offsetOf } from "./positions";
import { withCode, withoutCode } from "./words";

/** A compiler message on a stretch of text. Lines and columns count from 1, columns in UTF-16 units. */
export interface Diagnostic {
  line: number;
  column: number;
  endLine: number;
  endColumn: number;
  severity: "error" | "warning";
  message: string;
  /** What to write instead. */
  help?: string | undefined;
  /** A stable name of the kind of message. */
  code?: string | undefined;
}

const WORDS = { error: "Error", warning: "Warning" } as const;

/** Replaces all messages. */
export function showProblems(view: EditorView, problems: readonly Diagnostic[]): void {
  const { doc } = view.state;
  const placed = problems.map((problem) => {
    const from = offsetOf(doc, problem.line, problem.column);
    const to = Math.max(from, offsetOf(doc, problem.endLine, problem.endColumn));
    const { severity, message } = problem;
    return { from, to, severity, message: withoutCode(spoken(problem)), renderMessage: () => shown(severity, message, problem) };
  });
  view.dispatch(setDiagnostics(view.state, placed));
}

/** The message in one piece, for who does not see it. */
function spoken({ severity, message, help }: Diagnostic): string {
  return `${WORDS[severity]}: ${message}${help ? `. ${help}` : ""}`;
}

function shown(severity: Diagnostic["severity"], message: string, { help, code }: Diagnostic): Node {
  const box = document.createElement("span");
  box.className = "problem";
  const add = (name: string, text: string) => {
    const part = box.appendChild(document.createElement("span"));
    part.className = name;
    part.append(...withCode(text));
  };
  add("problem-kind", WORDS[severity]);
  add("problem-message", message);
  if (help) add("problem-help", help);
  if (code) add("problem-code", code);
  return box;
}

/** Goes there, and says what is there: the hover that appears is no part of what a screen reader follows. */
const going = (go: Command): Command => (view) => {
  if (!go(view)) {
    view.dispatch({ effects: EditorView.announce.of("No problems") });
    return true;
  }
  const { from, to } = view.state.selection.main;
  const words: string[] = [];
  forEachDiagnostic(view.state, (diagnostic, at, end) => {
    if (at === from && end === to) words.push(diagnostic.message);
  });
  const line = view.state.doc.lineAt(from).number;
  view.dispatch({ effects: EditorView.announce.of(`Line ${line}. ${words.join(". ")}`) });
  return true;
};

const theme = EditorView.theme({
  // Waves for what stops the program, dots for what does not: they differ in more than colour.
  ".cm-lintRange": { backgroundImage: "none", paddingBottom: "0", textDecorationSkipInk: "none", textUnderlineOffset: "3px" },
  ".cm-lintRange-error": { textDecoration: "underline wavy var(--editor-error) 1px" },
  ".cm-lintRange-warning": { textDecoration: "underline dotted var(--editor-warning) 2px" },
  ".cm-lintPoint:after": { borderBottomColor: "var(--editor-error)" },
  ".cm-lintPoint-warning:after": { borderBottomColor: "var(--editor-warning)" },
  ".cm-lint-marker": { content: "none", cursor: "default" },
  // A disc and a triangle.
  ".cm-lint-marker-error": {
    content: "none",
    width: "0.7em",
    height: "0.7em",
    margin: "0.25em 0 0 0.15em",
    borderRadius: "50%",
    backgroundColor: "var(--editor-error)",
  },
  ".cm-lint-marker-warning": {
    content: "none",
    width: "0.8em",
    height: "0.75em",
    margin: "0.2em 0 0 0.1em",
    clipPath: "polygon(50% 0, 100% 100%, 0 100%)",
    backgroundColor: "var(--editor-warning)",
  },
  ".cm-diagnostic": { padding: "6px 10px", marginLeft: "0", maxWidth: "min(34em, 80vw)" },
  ".cm-diagnostic-error": { borderLeft: "3px solid var(--editor-error)" },
  ".cm-diagnostic-warning": { borderLeft: "3px dotted var(--editor-warning)" },
  ".problem": { display: "block", fontFamily: "var(--editor-ui-font)", whiteSpace: "normal" },
  ".problem-kind": { fontWeight: "600", marginRight: "0.5em" },
  ".cm-diagnostic-error .problem-kind": { color: "var(--editor-error)" },
  ".cm-diagnostic-warning .problem-kind": { color: "var(--editor-warning)" },
  ".problem-help, .problem-code": { display: "block", marginTop: "2px" },
  ".problem code": { fontFamily: "var(--editor-font)" },
  ".problem-code": { fontFamily: "var(--editor-font)", fontSize: "0.85em", color: "var(--editor-gutter-fg)" },
});

/** Underlines, gutter, keys. F8 alone steps the program. */
export const problems: Extension = [
  lintGutter(),
  keymap.of([
    { key: "Alt-F8", run: going(nextDiagnostic), preventDefault: true },
    { key: "Shift-Alt-F8", run: going(previousDiagnostic), preventDefault: true },
  ]),
  theme,
];
