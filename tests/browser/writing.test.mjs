// Writing a program in the editor of the page: names that are offered, parameters, what hovering tells, formatting, and
// going from one problem to the next; with the keyboard, with a screen reader's ears, on a phone.
import assert from "node:assert/strict";
import { test } from "node:test";
import { expectNoSeriousAxeViolations, lanes } from "./harness.mjs";
import { person, soon } from "./person.mjs";

/** The editor's own parts, beside those that `person` knows. */
function writer(page) {
  const me = person(page);
  return {
    ...me,
    options: page.getByRole("listbox").getByRole("option"),
    chosen: page.locator("[role=option][aria-selected=true]"),
    doc: page.locator(".cm-doc"),
    calling: page.locator(".cm-calling"),
    notice: page.locator(".cm-notice"),
    said: page.locator(".cm-announced"),
    /** Replaces the program and stands at its end, or where it says `|`. */
    async writes(program) {
      const at = program.indexOf("|");
      await me.pastes(program.replace("|", ""));
      if (at < 0) return;
      const before = program.slice(0, at).split("\n");
      await page.keyboard.press("Control+Home");
      for (let line = 1; line < before.length; line++) await page.keyboard.press("ArrowDown");
      for (let column = 0; column < before.at(-1).length; column++) await page.keyboard.press("ArrowRight");
    },
    async hears(pattern) {
      await soon(async () => assert.match((await page.locator(".cm-announced").textContent()) ?? "", pattern));
    },
  };
}

/** What is typed while nothing waits for the list of names would come too soon for it. */
async function type(page, text) {
  await page.keyboard.type(text, { delay: 15 });
}

/** A list that has only just come up does not take Enter yet: the hand was on its way to a new line. */
const LIST_DELAY_MS = 150;
async function take(page) {
  await page.waitForTimeout(LIST_DELAY_MS);
  await page.keyboard.press("Enter");
}

test("after a dot stand the members, with what they are for, and Enter takes one", lanes(async ({ page, open }) => {
  const me = writer(page);
  await open();
  await me.writes("const sem = new Semaphore(2);\n");
  await type(page, "await sem.");
  await me.options.first().waitFor();
  assert.deepEqual(
    (await me.options.locator(".cm-completionLabel").allTextContents()).sort(),
    ["acquire", "available", "release", "tryAcquire", "tryAcquireFor", "waiting", "withPermit"],
  );
  await type(page, "tr");
  await page.keyboard.press("ArrowDown");
  await soon(async () => assert.match(await me.chosen.textContent(), /^tryAcquireFor/));
  await page.locator(".cm-completionInfo", { hasText: "gives up after a while" }).waitFor();
  await expectNoSeriousAxeViolations(page);
  await take(page);
  await soon(async () => assert.match(await me.text(), /await sem\.tryAcquireFor$/));
  assert.equal(await me.options.count(), 0);
}));

test("a name is offered as it is typed, its parameters as they come, and Escape sends both away", lanes(async ({ page, open }) => {
  const me = writer(page);
  await open();
  await me.writes("let total = 0;\n");
  await type(page, "spa");
  await soon(async () => assert.match(await me.chosen.textContent(), /^spawn/));
  await take(page);
  await type(page, "('worker', ");
  await soon(async () => assert.equal(await me.calling.locator("strong").textContent(), "fn: () => T | Promise<T>"));
  await me.hears(/Parameter 2 of 3: fn/);
  await expectNoSeriousAxeViolations(page);
  await type(page, "async () => 1, ");
  await soon(async () => assert.match(await me.calling.locator("strong").textContent(), /^options/));
  await page.keyboard.press("Escape");
  await me.calling.waitFor({ state: "detached" });
  await page.keyboard.press("Control+Shift+Space");
  await me.calling.waitFor();
  await type(page, "{ d");
  await soon(async () => assert.match(await me.chosen.textContent(), /^daemon/));
  await page.keyboard.press("Escape");
  await soon(async () => assert.equal(await me.options.count(), 0));
}));

test("Enter after a name that is written out ends the line, although the name is offered", lanes(async ({ page, open }) => {
  const me = writer(page);
  await open();
  await me.writes("let total = 0;\n");
  await type(page, "total");
  await soon(async () => assert.match(await me.chosen.textContent(), /^total/));
  await take(page);
  await type(page, "++");
  await soon(async () => assert.match(await me.text(), /\ntotal\n\+\+$/));
}));

test("Tab leaves the editor even while names are offered", lanes(async ({ page, open }) => {
  const me = writer(page);
  await open();
  await me.writes("const semaphore = new Semaphore(2);\n");
  await type(page, "sema");
  await me.options.first().waitFor();
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.closest(".cm-editor")), null);
  assert.match(await me.text(), /\nsema$/);
}));

test("what is known of a name: under the mouse, and under the cursor by keys", lanes(async ({ page, open }) => {
  const me = writer(page);
  await open();
  await me.writes("const sem = new Semaphore(2);\nawait sem.|acquire();\n");
  // A program that has just changed is drawn anew, perhaps under the mouse: then nothing is told until it moves again.
  const told = me.doc.filter({ hasText: "Semaphore.acquire(options?:" }).filter({ hasText: "waits in line" });
  await soon(async () => {
    await page.mouse.move(2, 2);
    await page.locator(".cm-line span", { hasText: /^acquire$/ }).hover();
    await told.waitFor({ timeout: 2000 });
  });
  await expectNoSeriousAxeViolations(page);
  await page.mouse.move(2, 2);
  await me.doc.waitFor({ state: "detached" });
  await page.keyboard.press("Shift+F1");
  await me.doc.filter({ hasText: "Semaphore.acquire" }).waitFor();
  await me.hears(/Semaphore\.acquire\(options.*\): Promise<void>\. Takes a permit/);
  await page.keyboard.press("ArrowLeft");
  await me.doc.waitFor({ state: "detached" });
}));

test("Shift Alt F lays the program out: the cursor stays at its word, one undo takes it back", lanes(async ({ page, open }) => {
  const me = writer(page);
  const asked = [];
  page.on("request", (request) => asked.push(request.url()));
  const isAsked = () => asked.some((url) => /formatter(-\w+)?\.js$/.test(url));
  await open();
  const untidy = "const a = {x:1,\n  y:'two'}\nif(a.x){console.log( a.|y )}\n";
  await me.writes(untidy);
  assert.equal(isAsked(), false, "the formatter came before anybody wanted it");
  await page.keyboard.press("Shift+Alt+F");
  const tidy = 'const a = { x: 1, y: "two" };\nif (a.x) {\n  console.log(a.y);\n}';
  await soon(async () => assert.equal(await me.text(), tidy));
  assert.equal(isAsked(), true);
  await page.keyboard.type("z");
  await soon(async () => assert.equal(await me.text(), tidy.replace("a.y", "a.zy")));
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Control+z");
  await soon(async () => assert.equal(await me.text(), untidy.replace("|", "").replace(/\n$/, "")));
  await me.button("Format").click();
  await soon(async () => assert.equal(await me.text(), tidy));
  await me.button("Format").click();
  await me.sees(me.notice, "Already formatted");
}));

test("a program that makes no sense is not formatted, and that is said", lanes(async ({ page, open }) => {
  const me = writer(page);
  await open();
  const broken = "const a = {x:1\nfoo( )";
  await me.writes(broken);
  await page.keyboard.press("Shift+Alt+F");
  await me.sees(me.notice, /Not formatted: the syntax is broken in line 2/);
  await me.hears(/Not formatted/);
  assert.equal(await me.text(), broken);
  await expectNoSeriousAxeViolations(page);
  await page.keyboard.press("Escape");
  await me.notice.waitFor({ state: "detached" });
}));

test("problems are marked by their kind, told on hover, and Alt F8 goes from one to the next", lanes(async ({ page, open }) => {
  const me = writer(page);
  await open();
  // Put there by hand: what the compiler has to say is tested elsewhere.
  await page.evaluate(async () => {
    const name = document.querySelector("meta[name=lanes-editor]").content;
    const { createEditor } = await import(new URL(name, document.baseURI).href);
    document.body.innerHTML = "<main style='height: 400px; padding-top: 150px'></main>";
    window.editor = createEditor(document.querySelector("main"), {
      doc: "let a = 1;\nlet b = 2;\nlet c = 3;\n", readOnly: false, label: "Program", onChange() {}, onCommand: () => false,
    });
    window.editor.setDiagnostics([
      { line: 1, column: 5, endLine: 1, endColumn: 6, severity: "error", message: "`a` is taken", help: "choose another name", code: "taken" },
      { line: 3, column: 5, endLine: 3, endColumn: 6, severity: "warning", message: "nobody reads `c`", code: "unread" },
    ]);
    window.editor.focus();
  });
  const line = (kind) => page.locator(`.cm-lintRange-${kind}`).evaluate((mark) => getComputedStyle(mark).textDecorationStyle);
  assert.deepEqual([await line("error"), await line("warning")], ["wavy", "dotted"]);
  const shape = (kind) => page.locator(`.cm-lint-marker-${kind}`).evaluate((mark) => getComputedStyle(mark).clipPath);
  assert.notEqual(await shape("error"), await shape("warning"));
  await page.keyboard.press("Control+Home");
  await page.keyboard.press("Alt+F8");
  await me.hears(/Line 1\. Error: a is taken\. choose another name/);
  const shown = page.locator(".problem");
  assert.deepEqual(await shown.locator("span").allTextContents(), ["Error", "a is taken", "choose another name", "taken"]);
  await expectNoSeriousAxeViolations(page);
  await page.keyboard.press("Alt+F8");
  await me.hears(/Line 3\. Warning: nobody reads c/);
  await soon(async () => assert.deepEqual(await shown.locator(".problem-kind").allTextContents(), ["Warning"]));
  await page.keyboard.press("Shift+Alt+F8");
  await me.hears(/Line 1\. Error/);
  await page.locator(".cm-lint-marker-warning").hover();
  await me.sees(shown, "nobody reads c");
  await page.evaluate(() => window.editor.setDiagnostics([]));
  await page.keyboard.press("Alt+F8");
  await me.hears(/No problems/);
}));

test("a problem in the list leads to its place", lanes(async ({ page, open }) => {
  const me = writer(page);
  await open();
  await me.writes("let a = 1;\nlet b = = 2;\n");
  await me.problems.getByRole("button", { name: /line 2:9/ }).click();
  await page.keyboard.type("X");
  await soon(async () => assert.match(await me.text(), /\nlet b = X= 2;/));
}));

for (const colorScheme of ["light", "dark"]) {
  test(`on a phone the names stay on screen and can be tapped, in the ${colorScheme}`, lanes(async ({ page, open }) => {
    const me = writer(page);
    await open();
    await page.getByRole("navigation", { name: "Places" }).getByText("Code").click();
    await me.writes("const semaphoreWithALongName = new Semaphore(2);\n");
    await type(page, "await semaphoreWithALongName.");
    await me.options.first().waitFor();
    const box = await page.locator(".cm-tooltip-autocomplete").boundingBox();
    assert.ok(box.x >= 0 && box.x + box.width <= 390 && box.y + box.height <= 844, JSON.stringify(box));
    await expectNoSeriousAxeViolations(page);
    await me.options.filter({ hasText: "withPermit" }).tap();
    await soon(async () => assert.match(await me.text(), /LongName\.withPermit$/));
    await type(page, "(");
    await me.calling.waitFor();
    const hint = await me.calling.boundingBox();
    assert.ok(hint.x >= 0 && hint.x + hint.width <= 391, JSON.stringify(hint));
  }, { context: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, colorScheme } }));
}

test("without the chunk one can still write", lanes(async ({ page, open }) => {
  const me = writer(page);
  await open();
  await me.writes("const sem = new Semaphore(2);\n");
  await type(page, "sem.acquire();");
  await soon(async () => assert.match(await me.text(), /\nsem\.acquire\(\);$/));
  await page.keyboard.press("Shift+Alt+F");
  await me.sees(me.notice, "did not arrive");
}, { expectErrors: true, overrides: { "^(assist|formatter)": (response) => response.writeHead(404).end() } }));
