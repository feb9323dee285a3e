// The page before its program is there. What is typed into the first frame is kept as a draft at once, what is pressed is
// remembered and pressed again when the app has taken the frame's place: the two are made of the same components, so an
// element is found again by where it stands. Owns nothing of what a press does.

import { firstFrame, load, save } from "./document";

/** Where an element stands: the index of each of its ancestors among its siblings. */
type Path = number[];

/** Something that was asked for, to be asked for again: of the element that stands in the same place. */
interface Wish {
  path: Path;
  ask: (element: HTMLElement) => void;
}

/** Listens to the frame, if it is shown. Returns what puts the app in its place. */
export function early(frame: HTMLElement | null, app: HTMLElement): () => void {
  const bones = document.getElementById("bones");
  const give = frame && document.documentElement.dataset.frame === "first" ? listen(frame, app) : undefined;
  return () => {
    performance.mark("lanes-app");
    app.hidden = false;
    give?.();
    frame?.remove();
    bones?.remove();
  };
}

function listen(frame: HTMLElement, app: HTMLElement): () => void {
  const wishes = new Map<string, Wish>();
  const [scrolled, toggled] = [new Set<Element>(), new Set<HTMLDetailsElement>()];
  const say = teller(frame);
  const quiet = new AbortController();
  const { signal } = quiet;

  const wish = (element: HTMLElement, ask: Wish["ask"]) => {
    const path = pathOf(element, frame);
    wishes.set(path.join("."), { path, ask });
  };
  const press = (button: HTMLElement | null | undefined) => {
    if (!button || button.getAttribute("aria-disabled") === "true") return;
    wish(button, (same) => same.click());
    if (showPlace(button)) return;
    button.dataset.awaited = "";
    const name = button.getAttribute("aria-label") ?? button.innerText.trim().split("\n", 1)[0];
    say(`“${name}” comes as soon as the rest of the page has arrived.`);
  };

  frame.addEventListener("click", ({ target }) => press((target as Element).closest<HTMLElement>("button")), { signal });
  frame.addEventListener("scroll", ({ target }) => scrolled.add(target as Element), { capture: true, signal });
  frame.addEventListener("toggle", ({ target }) => toggled.add(target as HTMLDetailsElement), { capture: true, signal });
  frame.addEventListener("input", ({ target }) => {
    if (target instanceof HTMLTextAreaElement) return keep(target.value);
    const { value } = target as HTMLInputElement;
    wish(target as HTMLElement, (same) => replaceValue(same as HTMLInputElement, value));
  }, { signal });
  document.addEventListener("keydown", (event) => {
    const name = keyOf(event);
    if (!name) return;
    event.preventDefault();
    press([...frame.querySelectorAll<HTMLElement>(".tools button")].find((button) => button.innerText.trim() === name));
  }, { signal });

  performance.mark("lanes-first-control");

  return () => {
    quiet.abort();
    // All of them first: the first wish may change the page.
    const asked = [...wishes.values()].map(({ path, ask }) => ({ ask, same: at(path, app) }));
    for (const element of scrolled) scroll(element, at(pathOf(element, frame), app));
    for (const details of toggled) {
      const same = at(pathOf(details, frame), app);
      if (same instanceof HTMLDetailsElement) same.open = details.open;
    }
    const focused = document.activeElement;
    if (focused && frame.contains(focused)) at(pathOf(focused, frame), app)?.focus({ preventScroll: true });
    takeText(frame, app);
    for (const { ask, same } of asked) if (same) ask(same);
  };
}

/** The button that a key stands for; the app's keys are more. */
function keyOf({ key, ctrlKey, metaKey, shiftKey }: KeyboardEvent): string | undefined {
  if (key === "Enter" && (ctrlKey || metaKey)) return "Run";
  return (key === "F8" || key === "F10") && !shiftKey ? "Step" : undefined;
}

/** On a phone, the tabs work at once. */
function showPlace(button: HTMLElement): boolean {
  const tabs = button.closest(".place-tabs")?.querySelectorAll('[role="tab"]');
  const places = document.querySelector<HTMLElement>("#first-frame .places");
  if (!tabs || !places) return false;
  for (const tab of tabs) tab.setAttribute("aria-selected", String(tab === button));
  places.dataset.place = button.textContent?.trim().toLowerCase();
  return true;
}

/** Keeps the program where the session finds it, now or on another visit. */
function keep(text: string) {
  const frame = firstFrame();
  const place = frame?.document.place;
  if (!frame || place === undefined || place === null) return;
  const stored = load(frame.key) ?? frame.document;
  save(frame.key, { ...stored, place, drafts: { ...stored.drafts, [place]: text } });
}

/** The program with its cursor. The session has read the draft, or could not, or something was typed since. */
function takeText(frame: HTMLElement, app: HTMLElement) {
  const [old, area] = [frame, app].map((each) => each.querySelector("textarea"));
  if (!old || !area) return;
  if (old.value !== old.defaultValue && old.value !== area.value) replaceValue(area, old.value);
  if (document.activeElement === old) area.focus({ preventScroll: true });
  area.setSelectionRange(old.selectionStart, old.selectionEnd, old.selectionDirection);
  scroll(old, area);
}

function replaceValue(field: HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement, value: string) {
  if (field instanceof HTMLInputElement && (field.type === "radio" || field.type === "checkbox")) return field.click();
  field.value = value;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  field.dispatchEvent(new Event("change", { bubbles: true }));
}

function scroll(from: Element, to: Element | undefined) {
  to?.scrollTo({ top: from.scrollTop, left: from.scrollLeft, behavior: "instant" });
}

/** Says something at the lower edge, over whatever is there. */
function teller(frame: HTMLElement): (text: string) => void {
  const line = document.createElement("p");
  line.setAttribute("role", "status");
  frame.append(line);
  return (text) => {
    line.className = "toast";
    line.textContent = text;
  };
}

function pathOf(element: Element, root: Element): Path {
  const path: Path = [];
  for (let each = element; each !== root && each.parentElement; each = each.parentElement) {
    path.unshift([...each.parentElement.children].indexOf(each));
  }
  return path;
}

function at(path: Path, root: Element): HTMLElement | undefined {
  return path.reduce<Element | undefined>((element, index) => element?.children[index], root) as HTMLElement | undefined;
}
