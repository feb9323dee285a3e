// From a text to its formatted self in small replacements. Owns only that. It is no general difference: it counts on the
// two saying the same in the same order, and where they do not it is still right, but replaces more than it needs to.

/** Replaces a stretch of the text as it was. */
export interface Replacement {
  from: number;
  to: number;
  insert: string;
}

/** How far it looks for the place where the two agree again, and for how many characters they must. */
const LOOK_AHEAD = 48;
const AGREE_MIN = 4;

const isBlank = (letter: string | undefined) => letter === " " || letter === "\n" || letter === "\t" || letter === "\r";

/** The replacements that turn `old` into `next`, in order, none touching another. */
export function changesBetween(old: string, next: string): Replacement[] {
  const changes: Replacement[] = [];
  let at = 0;
  let nextAt = 0;
  const replace = (to: number, nextTo: number) => {
    const last = changes.at(-1);
    const insert = next.slice(nextAt, nextTo);
    if (last?.to === at) {
      last.to = to;
      last.insert += insert;
    } else {
      changes.push({ from: at, to, insert });
    }
    at = to;
    nextAt = nextTo;
  };
  while (at < old.length && nextAt < next.length) {
    if (old[at] === next[nextAt]) {
      at++;
      nextAt++;
    } else if (isBlank(old[at])) {
      replace(at + 1, nextAt);
    } else if (isBlank(next[nextAt])) {
      replace(at, nextAt + 1);
    } else {
      replace(...meeting(old, at, next, nextAt));
    }
  }
  if (at < old.length || nextAt < next.length) replace(old.length, next.length);
  return changes;
}

/** The nearest places from which the two agree for a while; their ends if there are none near. */
function meeting(old: string, at: number, next: string, nextAt: number): [number, number] {
  for (let distance = 1; distance <= LOOK_AHEAD; distance++) {
    for (let skipped = 0; skipped <= distance; skipped++) {
      const to = at + skipped;
      const nextTo = nextAt + distance - skipped;
      if (to <= old.length && nextTo <= next.length && agree(old, to, next, nextTo)) return [to, nextTo];
    }
  }
  return [old.length, next.length];
}

/** Whether the next characters that are no blanks are the same. */
function agree(old: string, at: number, next: string, nextAt: number): boolean {
  for (let same = 0; same < AGREE_MIN; same++) {
    while (isBlank(old[at])) at++;
    while (isBlank(next[nextAt])) nextAt++;
    if (old[at] !== next[nextAt]) return false;
    if (old[at] === undefined) return true;
    at++;
    nextAt++;
  }
  return true;
}
