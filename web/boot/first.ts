// Runs before anything is on screen, so it is small: shows the page as it was left, and chooses whether the picture that was
// made when Lanes was built (`#first-frame`) is what this visitor would see anyway. Whoever has been elsewhere, or comes with
// a link, gets empty boxes until the app is there, and never somebody else's lesson.
// A file of its own and no inline script, for the page's security policy.

import { type StoredDocument, firstFrame, load } from "./document";
import { look } from "./look";

const known = firstFrame();
const stored = load("document");
look(stored);
const isFitting = known && stored !== undefined && !location.hash && (!stored || isSame(stored, known.document));
document.documentElement.dataset.frame = isFitting ? "first" : "bones";

/** Whether two documents show the same page, but for its colours and sizes. */
function isSame(one: StoredDocument, other: StoredDocument): boolean {
  if (document.documentElement.dataset.projected) return false;
  const plain = ({ settings, place, ...rest }: StoredDocument) =>
    JSON.stringify({ ...rest, ...settings, theme: "", layout: "", place: place ?? other.place });
  return plain(one) === plain(other);
}
