// How the editor looks, in the page's colours. Owns no colour: see the custom properties in editor.ts.
import { EditorView } from "@codemirror/view";

export const theme = EditorView.theme({
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
  // As wide as a finger's tip is precise; the line number beside it can be pressed as well.
  ".breakpoint-gutter": { width: "1.125em", cursor: "pointer" },
  ".breakpoint-gutter .cm-gutterElement": { display: "flex", alignItems: "center", justifyContent: "center" },
  ".breakpoint-gutter .cm-gutterElement:hover": { background: "radial-gradient(circle, var(--editor-gutter-fg) 0 0.25em, transparent 0.3em)" },
  ".breakpoint": { width: "0.7em", height: "0.7em", borderRadius: "50%" },
  ".breakpoint.is-set": { backgroundColor: "var(--editor-error)" },
  ".breakpoint.is-stopped": { boxShadow: "0 0 0 2px var(--editor-bg), 0 0 0 4px var(--editor-error)" },
  ".cm-lineNumbers .cm-gutterElement": { cursor: "pointer" },
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
