// The formatter chunk: Prettier with its parser for TypeScript that weighs least. Loaded when it is first asked for.
//
// Owns the style and turns a formatted text into the changes that lead there, so that cursor and marks move along.
// Knows nothing of the editor: text in, changes out.
import * as babel from "prettier/plugins/babel";
import * as estree from "prettier/plugins/estree";
import { format as prettify } from "prettier/standalone";
import { changesBetween, type Replacement } from "./changes";

/** What came of it. Lines and columns count from 1. */
export type Formatted =
  | { ok: true; changes: Replacement[] }
  | { ok: false; line: number; column: number; message: string };

/** The changes that format a program, or where its syntax ends to make sense. */
export async function format(text: string): Promise<Formatted> {
  let formatted: string;
  try {
    formatted = await prettify(text, { parser: "babel-ts", plugins: [babel, estree], printWidth: 80 });
  } catch (error) {
    return failure(error);
  }
  return { ok: true, changes: changesBetween(text, formatted) };
}

/** Prettier's errors carry the place, and a message with the place and a picture of it behind. */
function failure(error: unknown): Formatted {
  const { message = String(error), loc } = error as { message?: string; loc?: { start?: { line: number; column: number } } };
  const [first = ""] = message.split("\n");
  const { line = 0, column = 0 } = loc?.start ?? {};
  return { ok: false, line, column, message: first.replace(/ \(\d+:\d+\)$/, "").replace(/\.$/, "") };
}
