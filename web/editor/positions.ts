// Places in the text as the page names them, by line and column. Owns only that they may be out of date.
import type { Text } from "@codemirror/state";

/** A line that may lie outside the text. */
export function clampLine(doc: Text, line: number): number {
  return Math.min(Math.max(Math.trunc(line) || 1, 1), doc.lines);
}

/** The offset of a position that may lie outside the text: it was computed for a text of a moment ago. */
export function offsetOf(doc: Text, line: number, column: number): number {
  const { from, to } = doc.line(clampLine(doc, line));
  return Math.min(from + Math.max(Math.trunc(column) - 1 || 0, 0), to);
}
