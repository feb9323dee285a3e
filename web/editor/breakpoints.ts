// Breakpoints in the gutter: where they are, that they move with the text, and how they are set. Owns no meaning of them;
// the page decides which lines have one and is told of every wish.
import { MapMode, RangeSet, RangeSetBuilder, StateEffect, StateField, type Extension, type Text } from "@codemirror/state";
import { EditorView, GutterMarker, gutter, keymap, lineNumbers, type BlockInfo } from "@codemirror/view";
import { clampLine } from "./positions";

/** What the learner wants of a line, or where the breakpoints have moved to. */
export type GutterWish = "toggle" | "run-to" | "moved";
export type OnGutter = (wish: GutterWish, lines: number[]) => void;

interface Breakpoints {
  /** Counted from 1, in order. */
  lines: readonly number[];
  /** The line that the run has stopped at, 0 for none. */
  stopped: number;
  dots: RangeSet<Dot>;
}

class Dot extends GutterMarker {
  constructor(
    readonly isSet: boolean,
    readonly isStopped: boolean,
  ) {
    super();
  }

  override eq(other: Dot): boolean {
    return this.isSet === other.isSet && this.isStopped === other.isStopped;
  }

  override toDOM(): Node {
    const dot = document.createElement("span");
    dot.className = `breakpoint${this.isSet ? " is-set" : ""}${this.isStopped ? " is-stopped" : ""}`;
    dot.title = this.isSet ? "Breakpoint: press to take it away" : "Stopped here";
    return dot;
  }
}

const setBreakpointsEffect = StateEffect.define<{ lines: readonly number[]; stopped: number }>();

function place(doc: Text, given: readonly number[], stopped: number): Breakpoints {
  const lines = [...new Set(given.map((line) => clampLine(doc, line)))].sort((a, b) => a - b);
  const marked = new Set(lines);
  if (stopped > 0) marked.add(clampLine(doc, stopped));
  const builder = new RangeSetBuilder<Dot>();
  for (const line of [...marked].sort((a, b) => a - b)) {
    const { from } = doc.line(line);
    builder.add(from, from, new Dot(lines.includes(line), line === stopped));
  }
  return { lines, stopped, dots: builder.finish() };
}

const field = StateField.define<Breakpoints>({
  create: (state) => place(state.doc, [], 0),
  update(value, transaction) {
    for (const effect of transaction.effects) {
      if (effect.is(setBreakpointsEffect)) return place(transaction.newDoc, effect.value.lines, effect.value.stopped);
    }
    if (!transaction.docChanged || (value.lines.length === 0 && value.stopped === 0)) return value;
    // A breakpoint goes where its statement goes: with what is behind the line's blanks.
    const moved = (line: number): number[] => {
      const old = transaction.startState.doc.line(clampLine(transaction.startState.doc, line));
      const text = old.from + Math.max(old.text.search(/\S/), 0);
      const to = transaction.changes.mapPos(text, 1, MapMode.TrackDel);
      return to === null ? [] : [transaction.newDoc.lineAt(to).number];
    };
    const stopped = value.stopped > 0 ? (moved(value.stopped)[0] ?? 0) : 0;
    return place(transaction.newDoc, value.lines.flatMap(moved), stopped);
  },
});

/** Says which lines have a breakpoint and at which the run stands. */
export function showBreakpoints(view: EditorView, lines: readonly number[], stopped: number): void {
  view.dispatch({ effects: setBreakpointsEffect.of({ lines, stopped }) });
}

const same = (a: readonly number[], b: readonly number[]): boolean => a.length === b.length && a.every((line, i) => line === b[i]);

/** The gutter, the line numbers beside it, which can be pressed as well, and the keys. */
export function breakpoints(onGutter: OnGutter): Extension {
  const onPress = (view: EditorView, block: BlockInfo, event: Event): boolean => {
    if (!(event instanceof MouseEvent) || event.button !== 0) return false;
    const line = view.state.doc.lineAt(block.from).number;
    onGutter(event.ctrlKey || event.metaKey ? "run-to" : "toggle", [line]);
    return true;
  };
  const atCursor = (wish: GutterWish) => (view: EditorView) => {
    onGutter(wish, [view.state.doc.lineAt(view.state.selection.main.head).number]);
    return true;
  };
  return [
    field,
    gutter({
      class: "breakpoint-gutter",
      // So that every line shows where its breakpoint would be.
      renderEmptyElements: true,
      markers: (view) => view.state.field(field).dots,
      initialSpacer: () => new Dot(false, false),
      domEventHandlers: { mousedown: onPress },
    }),
    lineNumbers({ domEventHandlers: { mousedown: onPress } }),
    keymap.of([
      { key: "F9", run: atCursor("toggle"), preventDefault: true },
      { key: "Ctrl-F10", run: atCursor("run-to"), preventDefault: true },
    ]),
    EditorView.updateListener.of((update) => {
      if (!update.docChanged) return;
      const { lines } = update.state.field(field);
      if (!same(lines, update.startState.field(field).lines)) onGutter("moved", [...lines]);
    }),
  ];
}
