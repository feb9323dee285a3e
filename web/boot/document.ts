// What the first scripts know of the document that the session keeps between two visits. Its shape is the session's
// (`crates/session/src/stored.rs`); here it is only compared, and given a draft.

/** A session's document, as far as it matters here. */
export interface StoredDocument {
  place?: string | null;
  drafts: Record<string, string>;
  settings?: { theme?: unknown; layout?: unknown };
}

/** What the build told of the first frame. */
export interface FirstFrame {
  /** The name of the document. */
  key: string;
  /** The document of somebody who has seen nothing but this frame. */
  document: StoredDocument;
}

/** `null` where the page was built without a first frame. */
export function firstFrame(): FirstFrame | null {
  const element = document.querySelector<HTMLMetaElement>('meta[name="lanes-first"]');
  return JSON.parse(element?.content || "null") as FirstFrame | null;
}

/** The name under which storage has a document: the same as in `effects/storage.rs`. */
function nameOf(key: string): string {
  const path = location.pathname;
  return `lanes:${path.slice(0, path.lastIndexOf("/"))}/:${key}`;
}

/** The stored document: `null` if there is none or nothing can be stored, `undefined` if it makes no sense. */
export function load(key: string): StoredDocument | null | undefined {
  let text: string | null;
  try {
    text = localStorage.getItem(nameOf(key));
  } catch {
    return null;
  }
  try {
    return JSON.parse(text ?? "null") as StoredDocument | null;
  } catch {
    return undefined;
  }
}

/** Keeps a document; false where nothing can be stored. */
export function save(key: string, value: StoredDocument): boolean {
  try {
    localStorage.setItem(nameOf(key), JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}
