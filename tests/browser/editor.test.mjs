// The editor chunk by itself: what it shows, what it tells the page, and which keys it leaves alone.
import assert from "node:assert/strict";
import { test } from "node:test";
import { lanes } from "./harness.mjs";

/** Opens the page and puts one editor, and nothing else, on it; `window.heard` collects what it tells. */
async function openEditor(page, open, options = {}) {
  await open();
  await page.evaluate(async (given) => {
    const name = document.querySelector("meta[name=lanes-editor]").content;
    const { createEditor } = await import(new URL(name, document.baseURI).href);
    document.body.innerHTML = "<button>before</button><main style='height: 300px'></main><button id=after>after</button>";
    window.heard = [];
    window.editor = createEditor(document.querySelector("main"), {
      doc: "let a = 1;\nlet b = 2;\nlet c = 3;\n",
      readOnly: false,
      label: "Program",
      onChange: (text) => window.heard.push(text),
      onCommand: (command) => { window.heard.push(command); return true; },
      ...given,
    });
  }, options);
}
const heard = (page) => page.evaluate(() => window.heard.splice(0));
const text = (page) => page.evaluate(() => window.editor.getText());

test("typing is told, replacing the text is not, and one undo brings the old text back", lanes(async ({ page, open }) => {
  await openEditor(page, open);
  await page.getByRole("textbox", { name: "Program" }).click();
  await page.keyboard.press("Control+Home");
  await page.keyboard.type("x");
  assert.deepEqual(await heard(page), ["xlet a = 1;\nlet b = 2;\nlet c = 3;\n"]);
  await page.evaluate(() => { window.editor.setText("other\r\ntext\n"); window.editor.setText("other\r\ntext\n"); });
  assert.equal(await text(page), "other\ntext\n");
  assert.deepEqual(await heard(page), []);
  await page.keyboard.press("Control+z");
  assert.equal(await text(page), "xlet a = 1;\nlet b = 2;\nlet c = 3;\n");
  assert.deepEqual(await heard(page), ["xlet a = 1;\nlet b = 2;\nlet c = 3;\n"]);
}));

test("keys ask the page to run, step, go back and share", lanes(async ({ page, open }) => {
  await openEditor(page, open);
  await page.evaluate(() => window.editor.focus());
  for (const key of ["Control+Enter", "Shift+Enter", "F8", "F10", "Shift+F10", "Control+s"]) await page.keyboard.press(key);
  assert.deepEqual(await heard(page), ["run", "run", "step", "step", "back", "share"]);
}));

test("Tab leaves the editor, Enter keeps the indentation, Ctrl+/ makes a comment", lanes(async ({ page, open }) => {
  await openEditor(page, open, { doc: "if (a) {\n  b();" });
  await page.evaluate(() => window.editor.focus());
  await page.keyboard.press("Control+End");
  await page.keyboard.press("Enter");
  await page.keyboard.type("c();");
  assert.equal(await text(page), "if (a) {\n  b();\n  c();");
  await page.keyboard.press("Control+/");
  assert.equal(await text(page), "if (a) {\n  b();\n  // c();");
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.id), "after");
}));

/** The marks follow the picture of the lanes. */
function afterTheFrame(page) {
  return page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(() => setTimeout(resolve)))));
}

test("lanes stand on their lines, and move with the text", lanes(async ({ page, open }) => {
  await openEditor(page, open);
  await page.evaluate(() => window.editor.setLanes([
    { line: 2, lane: 1, label: "main", tone: "running", lanes: 1 },
    { line: 2, lane: 2, label: "worker", tone: "blocked", lanes: 1 },
    { line: 99, lane: 3, label: "beyond the end", tone: "ready", lanes: 1 },
  ]));
  await afterTheFrame(page);
  const on = page.locator(".lane-line");
  assert.equal(await on.first().textContent(), "let b = 2;");
  assert.deepEqual(await page.locator(".lane-badges[title='main, worker'] .lane-badge").allTextContents(), ["1", "2"]);
  assert.equal(await page.locator(".lane-badge.tone-blocked").count(), 1);
  await page.evaluate(() => window.editor.focus());
  await page.keyboard.press("Control+Home");
  await page.keyboard.press("Enter");
  assert.equal(await on.first().textContent(), "let b = 2;");
  await page.evaluate(() => window.editor.setLanes([]));
  await afterTheFrame(page);
  assert.equal(await on.count(), 0);
}));

test("a diagnostic is marked where it is, even if its place is gone by now", lanes(async ({ page, open }) => {
  await openEditor(page, open);
  await page.evaluate(() => window.editor.setDiagnostics([
    { line: 2, column: 5, endLine: 2, endColumn: 6, severity: "error", message: "no b here" },
    { line: 70, column: 500, endLine: 71, endColumn: 1, severity: "warning", message: "far away" },
  ]));
  assert.equal(await page.locator(".cm-lintRange-error").textContent(), "b");
  assert.equal(await page.locator(".cm-lint-marker-error").count(), 1);
  assert.equal(await page.locator(".cm-lint-marker-warning").count(), 1);
}));

test("read-only text can be reached but not changed", lanes(async ({ page, open }) => {
  await openEditor(page, open, { readOnly: true });
  await page.evaluate(() => window.editor.focus());
  await page.keyboard.type("x");
  assert.deepEqual(await heard(page), []);
  await page.evaluate(() => window.editor.setReadOnly(false));
  await page.keyboard.type("x");
  assert.equal((await heard(page)).length, 1);
}));

test("whoever types before the chunk is there keeps the text area until they leave it", lanes(async ({ page, open }) => {
  let release;
  const held = new Promise((resolve) => { release = resolve; });
  await page.route(/editor(-[^/]*)?\.js$/, async (route) => { await held; await route.continue(); });
  await open();
  const area = page.locator("textarea[aria-label=Program]");
  await area.focus();
  await page.keyboard.press("Control+Home");
  await page.keyboard.type("// mine");
  release();
  await page.locator(".cm-content").waitFor({ state: "attached" });
  await page.keyboard.type(" too");
  assert.match(await area.inputValue(), /^\/\/ mine too/);
  await area.blur();
  await page.locator(".cm-line", { hasText: "// mine too" }).waitFor();
}));
