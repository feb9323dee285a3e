// Completion, hover and the parameters of a call. Owns when they appear, how they look, their keys and what a screen
// reader hears of them; what they say is the chunk `assist`, fetched when the editor first has the focus.
import {
  autocompletion,
  closeCompletion,
  completionKeymap,
  currentCompletions,
  selectedCompletion,
  type CompletionContext,
  type CompletionResult,
} from "@codemirror/autocomplete";
import { ensureSyntaxTree, syntaxTree } from "@codemirror/language";
import { Prec, StateEffect, StateField, type EditorState, type Extension } from "@codemirror/state";
import { EditorView, activateHover, hoverTooltip, keymap, showTooltip, type Tooltip, type ViewUpdate } from "@codemirror/view";
import type { Assist, Calling, Comment, Description } from "../assist/assist";
import { withCode, withoutCode } from "./words";

/** Longer programs are read as far as this allows: a letter must never wait for it. */
const PARSE_MS_MAX = 50;
const HOVER_MS = 350;
/** What a phone can show beside its keyboard. */
const OPTIONS_MAX = 60;

/** The chunk, once it is there. */
interface Source {
  /** Fetches it; null if it does not come. */
  ready(): Promise<Assist | null>;
  /** It, if it is there already. */
  now(): Assist | null;
}

function source(load: () => Promise<Assist>): Source {
  let loading: Promise<Assist | null> | undefined;
  let loaded: Assist | null = null;
  return {
    // Without it one can still write, and the next word tries again.
    ready: () =>
      (loading ??= load().then(
        (assist) => (loaded = assist),
        () => {
          loading = undefined;
          return null;
        },
      )),
    now: () => loaded,
  };
}

const treeOf = (state: EditorState) => ensureSyntaxTree(state, state.doc.length, PARSE_MS_MAX) ?? syntaxTree(state);

async function complete(from: Source, context: CompletionContext): Promise<CompletionResult | null> {
  const assist = await from.ready();
  if (!assist || context.aborted) return null;
  const { state, pos, explicit } = context;
  const offer = assist.complete(state.doc.toString(), treeOf(state), pos, explicit);
  if (!offer) return null;
  return {
    from: offer.from,
    validFor: /^#?[\w$]*$/,
    options: offer.options.map(({ label, kind, detail, boost, describe }) => ({
      label,
      detail,
      boost,
      type: kind,
      info: () => {
        const known = describe();
        return known ? descriptionBox(known) : null;
      },
    })),
  };
}

/** Enter after a name that is written out already ends the line: there is nothing to complete. */
function passWholeWord(view: EditorView): boolean {
  const { state } = view;
  const label = selectedCompletion(state)?.label;
  const { head } = state.selection.main;
  const word = /[#\w$]*$/.exec(state.doc.lineAt(head).text.slice(0, head - state.doc.lineAt(head).from))![0];
  if (label !== undefined && label === word) closeCompletion(view);
  return false;
}

const element = (name: string, className: string, ...children: (Node | string)[]) => {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...children);
  return made;
};

/** Text with code between backticks, paragraph by paragraph. */
function paragraphs(text: string): Node[] {
  const all = text.split(/\n\s*\n/).filter((paragraph) => paragraph.trim() !== "");
  return all.map((paragraph) => element("p", "", ...withCode(paragraph.replace(/\s*\n\s*/g, " "))));
}

function descriptionBox({ code, comment }: Description): HTMLElement {
  const box = element("div", "cm-doc", element("pre", "cm-doc-code", code), ...paragraphs(comment.text));
  for (const { name, text } of comment.params) box.append(element("p", "", element("code", "", name), " ", ...withCode(text)));
  if (comment.returns) box.append(element("p", "", "Returns ", ...withCode(lowered(comment.returns))));
  for (const example of comment.examples) box.append(element("pre", "cm-doc-example", example));
  return box;
}

const lowered = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);
const firstSentence = (text: string) => withoutCode(/^[^]*?\.(?=\s|$)/.exec(text)?.[0] ?? text).replace(/\s+/g, " ");

/** What is under the mouse, or under the cursor on a key. */
function hover(from: Source): Extension {
  const tooltip = hoverTooltip(
    async (view, pos): Promise<Tooltip | null> => {
      const assist = await from.ready();
      const known = assist?.describe(view.state.doc.toString(), treeOf(view.state), Math.min(pos, view.state.doc.length));
      if (!known || pos < known.from || pos > known.to) return null;
      return { pos: known.from, end: known.to, above: true, create: () => ({ dom: descriptionBox(known) }) };
    },
    { hoverTime: HOVER_MS, hideOnChange: true },
  );
  const show = (view: EditorView) => {
    void from.ready().then((assist) => {
      const { head } = view.state.selection.main;
      const known = assist?.describe(view.state.doc.toString(), treeOf(view.state), head);
      const words = known ? `${known.code}. ${firstSentence(known.comment.text)}` : "Nothing is known here";
      view.dispatch({ effects: EditorView.announce.of(words) });
      if (!known) return;
      activateHover(view, known.from, 1, { tooltip, until: (transaction) => transaction.docChanged || transaction.selection !== undefined });
    });
    return true;
  };
  return [tooltip, keymap.of([{ key: "Shift-F1", run: show, preventDefault: true }])];
}

const setCalling = StateEffect.define<Calling | null>();

/** The call whose arguments one writes. */
const callingField = StateField.define<Calling | null>({
  create: () => null,
  update(value, transaction) {
    for (const effect of transaction.effects) if (effect.is(setCalling)) return effect.value;
    return value && transaction.docChanged ? { ...value, at: transaction.changes.mapPos(value.at) } : value;
  },
  provide: (field) =>
    showTooltip.from(field, (calling) => (calling ? { pos: calling.at, above: true, create: () => ({ dom: callingBox(calling) }) } : null)),
});

function paramIndex({ signatures, index, argument }: Calling): number {
  const params = signatures[index]?.params ?? [];
  const last = params.length - 1;
  return argument > last && params[last]?.isRest ? last : argument;
}

function callingBox(calling: Calling): HTMLElement {
  const { signatures, index } = calling;
  const signature = signatures[index]!;
  const active = paramIndex(calling);
  const code = element("pre", "cm-doc-code", signature.before);
  signature.params.forEach(({ text }, at) => code.append(at > 0 ? ", " : "", at === active ? element("strong", "cm-doc-active", text) : text));
  code.append(signature.after);
  const box = element("div", "cm-doc cm-calling", code);
  const param = paramComment(signature.comment, signature.params[active]?.name);
  if (param) box.append(...paragraphs(param));
  if (signatures.length > 1) box.append(element("p", "cm-doc-count", `${index + 1} of ${signatures.length} ways to call it`));
  return box;
}

const paramComment = (comment: Comment, name: string | undefined) => comment.params.find((param) => param.name === name)?.text ?? "";

/** What a screen reader hears when another parameter's turn has come. */
function callingWords(calling: Calling): string {
  const signature = calling.signatures[calling.index]!;
  const active = paramIndex(calling);
  const param = signature.params[active];
  if (!param) return `${signature.before}${signature.after}`;
  return `Parameter ${active + 1} of ${signature.params.length}: ${param.text}. ${firstSentence(paramComment(signature.comment, param.name))}`;
}

function callingHelp(from: Source): Extension {
  const update = (view: EditorView, assist: Assist) => {
    const { head, empty } = view.state.selection.main;
    const old = view.state.field(callingField);
    const next = empty ? assist.calling(view.state.doc.toString(), treeOf(view.state), head) : null;
    const words = next && callingWords(next);
    if (JSON.stringify(next) === JSON.stringify(old)) return;
    const effects: StateEffect<unknown>[] = [setCalling.of(next)];
    if (words && words !== (old && callingWords(old))) effects.push(EditorView.announce.of(words));
    view.dispatch({ effects });
  };
  const opens = ({ transactions }: ViewUpdate) =>
    transactions.some((transaction) => {
      let isOpened = false;
      if (transaction.isUserEvent("input")) {
        transaction.changes.iterChanges((_from, _to, _fromB, _toB, inserted) => {
          if (/[(,]\s?\)?$/.test(inserted.toString())) isOpened = true;
        });
      }
      return isOpened;
    });
  const listener = EditorView.updateListener.of((change) => {
    if (!change.docChanged && !change.selectionSet) return;
    const assist = from.now();
    if (assist && (opens(change) || change.state.field(callingField))) update(change.view, assist);
  });
  const show = (view: EditorView) => {
    void from.ready().then((assist) => assist && update(view, assist));
    return true;
  };
  const close = (view: EditorView) => {
    if (!view.state.field(callingField)) return false;
    view.dispatch({ effects: setCalling.of(null) });
    return true;
  };
  const blur = EditorView.domEventHandlers({
    blur(_event, view) {
      close(view);
      return false;
    },
  });
  return [
    callingField,
    listener,
    blur,
    keymap.of([{ key: "Mod-Shift-Space", run: show, preventDefault: true }]),
    // Before the list's own, which also takes the key while there is nothing to be seen of it.
    Prec.highest(keymap.of([{ key: "Escape", run: (view) => currentCompletions(view.state).length === 0 && close(view) }])),
  ];
}

const theme = EditorView.theme({
  ".cm-doc": { maxWidth: "min(38em, 85vw)", maxHeight: "45vh", overflow: "auto", padding: "6px 10px", fontFamily: "var(--editor-ui-font)", whiteSpace: "normal" },
  ".cm-doc p": { margin: "4px 0 0" },
  ".cm-doc pre, .cm-doc code": { fontFamily: "var(--editor-font)", fontSize: "0.95em" },
  ".cm-doc pre": { margin: "0", whiteSpace: "pre-wrap", overflowWrap: "anywhere" },
  ".cm-doc-example": { marginTop: "6px !important", padding: "4px 6px", borderLeft: "2px solid var(--editor-border)", backgroundColor: "var(--editor-bg)" },
  ".cm-doc-active": { textDecoration: "underline 2px", textUnderlineOffset: "3px" },
  ".cm-doc-count": { color: "var(--editor-gutter-fg)" },
  ".cm-calling .cm-doc-code": { maxHeight: "6em", overflow: "auto" },
  ".cm-tooltip": { border: "1px solid var(--editor-border)", borderRadius: "6px", boxShadow: "var(--editor-shadow)" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul": { fontFamily: "var(--editor-font)", maxHeight: "12em", minWidth: "12em", maxWidth: "min(28em, 85vw)" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > li": { display: "flex", gap: "1em", padding: "2px 8px", lineHeight: "1.5" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]": { color: "var(--editor-option-fg)", backgroundColor: "var(--editor-option-bg)" },
  ".cm-completionMatchedText": { textDecoration: "none", fontWeight: "700" },
  ".cm-completionDetail": { marginLeft: "auto", fontStyle: "normal", color: "var(--editor-gutter-fg)", overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap" },
  "li[aria-selected] .cm-completionDetail": { color: "inherit" },
  ".cm-tooltip.cm-completionInfo": { padding: "0", maxWidth: "min(30em, 85vw)" },
  // A thumb and a keyboard leave no room for more than the names.
  "@media (max-width: 40rem)": {
    ".cm-tooltip.cm-completionInfo, .cm-calling p": { display: "none" },
    ".cm-calling .cm-doc-code": { maxHeight: "3.2em" },
    ".cm-tooltip.cm-tooltip-autocomplete > ul": { maxHeight: "9.5em" },
    ".cm-tooltip.cm-tooltip-autocomplete > ul > li": { padding: "5px 8px" },
  },
});

/** Everything that `load` makes possible. */
export function assistance(load: () => Promise<Assist>): Extension {
  const from = source(load);
  return [
    hover(from),
    callingHelp(from),
    autocompletion({
      override: [(context) => complete(from, context)],
      icons: false,
      maxRenderedOptions: OPTIONS_MAX,
      defaultKeymap: false,
    }),
    Prec.highest(keymap.of([{ key: "Enter", run: passWholeWord }, ...completionKeymap])),
    EditorView.domEventHandlers({
      focus() {
        void from.ready();
        return false;
      },
    }),
    theme,
  ];
}
