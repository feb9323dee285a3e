// The marks that say which lane stands on which line: badges in the gutter and a tint of the line. Owns how they look
// and that they move with the text; which lanes there are is the page's to say.
import { RangeSet, RangeSetBuilder, StateEffect, StateField, type Text } from "@codemirror/state";
import { Decoration, EditorView, GutterMarker, gutter, type DecorationSet } from "@codemirror/view";
import { clampLine } from "./positions";

/** Which lane stands on which line; several may share one. */
export interface LaneMark {
  line: number;
  lane: number;
  label: string;
  tone: string;
  /** How many lanes it stands for: more than one for those that are not told one by one. */
  lanes: number;
}

/** Two narrow badges fit; of more, or of wider ones, the first is shown and the others are one `+n`. A gutter that grew with the lanes would push the text about. */
const BADGES_MAX = 2;
const NARROW_MAX = 9;

class LaneBadges extends GutterMarker {
  constructor(readonly marks: readonly LaneMark[]) {
    super();
  }

  override eq(other: LaneBadges): boolean {
    return (
      this.marks.length === other.marks.length &&
      this.marks.every((mark, i) => {
        const that = other.marks[i]!;
        return mark.lane === that.lane && mark.label === that.label && mark.tone === that.tone && mark.lanes === that.lanes;
      })
    );
  }

  override toDOM(): Node {
    const box = document.createElement("span");
    box.className = "lane-badges";
    box.title = this.marks.map((mark) => mark.label).join(", ");
    const fit = this.marks.length <= BADGES_MAX && this.marks.every((mark) => mark.lanes === 1 && mark.lane <= NARROW_MAX);
    const shown = fit ? BADGES_MAX : 1;
    for (const mark of this.marks.slice(0, shown)) {
      const badge = box.appendChild(document.createElement("span"));
      badge.className = `lane-badge tone-${mark.tone}`;
      badge.textContent = String(mark.lane);
    }
    const hidden = this.marks.slice(shown).reduce((sum, mark) => sum + mark.lanes, 0);
    if (hidden > 0) {
      const more = box.appendChild(document.createElement("span"));
      more.className = "lane-more";
      more.textContent = `+${hidden}`;
    }
    return box;
  }
}

interface Lanes {
  badges: RangeSet<LaneBadges>;
  lines: DecorationSet;
}

/** Replaces all marks. */
export const setLanesEffect = StateEffect.define<readonly LaneMark[]>();
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

/** The marks and their gutter. */
export const lanes = StateField.define<Lanes>({
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
      initialSpacer: () => new LaneBadges([{ line: 1, lane: 0, label: "", tone: "none", lanes: 1 }]),
    }),
  ],
});
