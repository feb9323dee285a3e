// Before anything is painted: colours and sizes as they were left, so that nothing flashes and nothing jumps. Writes to the
// root element what effects/theme.rs writes later; whatever cannot be read is left to it.

import type { StoredDocument } from "./document";

type Fields = Record<string, unknown>;

/** Shows the page as a document has it. */
export function look(stored: StoredDocument | null | undefined) {
  const root = document.documentElement;
  const asks = matchMedia("(prefers-contrast: more), (forced-colors: active)").matches;
  if (asks) root.dataset.contrast = "more";
  const { theme, layout } = fields(stored?.settings);
  if (theme === "light" || theme === "dark" || theme === "contrast") root.dataset.theme = theme;
  if (theme === "contrast") root.dataset.contrast = "more";
  const { is_projected, projected, ordinary } = fields(layout);
  const isProjected = is_projected === true;
  if (isProjected) root.dataset.projected = "true";
  const own = fields(isProjected ? (projected ?? { closed: ["lesson"] }) : ordinary);
  const isPane = (each: unknown) => each === "lesson" || each === "code" || each === "stage";
  const closed: unknown[] = Array.isArray(own.closed) ? own.closed.filter(isPane) : [];
  if (stored?.place === "") closed.push("no-lesson");
  root.dataset.closed = closed.join(" ");
  const size = (name: string, value: unknown, unit: (value: number) => string) => {
    if (Number.isInteger(value) && (value as number) >= 100 && (value as number) <= 850) {
      root.style.setProperty(name, unit(value as number));
    }
  };
  const percent = (value: number) => `${value / 10}%`;
  size("--lesson-width", own.lesson_width, percent);
  size("--lesson-height", own.lesson_height, percent);
  size("--code", own.code_width, (value) => `${value}fr`);
  size("--stage", own.code_width, (value) => `${1000 - value}fr`);
  size("--details", own.details_height, percent);
  if (root.style.getPropertyValue("--details")) root.dataset.details = "chosen";
}

/** Storage may hold anything. */
function fields(value: unknown): Fields {
  return typeof value === "object" && value !== null ? (value as Fields) : {};
}
