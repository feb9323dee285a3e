// What can go wrong: in the program, in the browser, on the way. Each ends in one clear message, and no draft is lost.
import assert from "node:assert/strict";
import { test } from "node:test";
import { lanes } from "./harness.mjs";
import { person, soon } from "./person.mjs";

/** A program in the playground that is run: what is said about it. */
function playground(program, check, options) {
  return lanes(async (tools) => {
    const me = person(tools.page);
    await tools.open();
    await me.choosesLesson("Free playground");
    await me.pastes(program);
    await check({ ...tools, me });
    // Whatever it was, the page still runs the next program.
    if (options?.expectErrors) return;
    await me.pastes('console.log("still here");\n');
    await me.runs();
    assert.deepEqual(await me.printed(), ["still here"]);
  }, options);
}

test("a syntax error is marked on its line and listed, and the stage keeps the last program that compiled",
  playground("let a = 1;\nlet b = ;\n", async ({ page, me }) => {
    await me.sees(me.problems, "Error, line 2:9");
    await me.sees(me.problems, "unexpected ;");
    await page.locator(".cm-lint-marker-error").waitFor();
    await page.getByText("The program has errors").first().waitFor();
    assert.ok(await me.lane(/./).count() > 0);
  }));

test("an unknown name is a warning that tells the one that was meant, and the program runs into it",
  playground("let counter = 0;\nconsole.log(conter);\n", async ({ page, me }) => {
    await me.sees(me.problems, "Warning, line 2:13conter is not defined");
    await me.sees(me.problems, "did you mean counter?");
    await page.locator(".cm-lint-marker-warning").waitFor();
    await me.runs();
    await me.sees(me.outcome, "conter is not defined");
  }));

test("`await` in a function that is not async is refused with its line",
  playground("function load() {\n  await sleep(1);\n}\nload();\n", async ({ me }) => {
    await me.sees(me.problems, "Error, line 2:3");
    await me.sees(me.problems, "make load async");
  }));

test("an endless loop stops at a limit, can be continued, and the page answers meanwhile",
  playground("let n = 0;\nfor (;;) n++;\n", async ({ page, me }) => {
    const frames = page.evaluate(() => new Promise((resolve) => {
      let [worst, last] = [0, performance.now()];
      requestAnimationFrame(function frame(now) {
        worst = Math.max(worst, now - last);
        last = now;
        if (document.body.textContent.includes("may never end")) resolve(worst);
        else requestAnimationFrame(frame);
      });
    }));
    await me.button("Run").click();
    await me.button("Continue").waitFor();
    const gap = await frames;
    assert.ok(gap < 1_000, `no frame for ${gap} ms`);
    const { at } = await me.steps();
    await me.button("Continue").click();
    await soon(async () => assert.ok((await me.steps()).at > at));
    await me.button("Continue").waitFor();
  }));

test("an endless loop of waiting stops at a limit of steps",
  playground("// lanes: model=tasks\nfor (;;) await yieldNow();\n", async ({ page, me }) => {
    await me.button("Run").click();
    await me.button("Continue").waitFor();
    await page.getByText("the program may never end").first().waitFor();
  }));

test("an allocation bomb ends at the heap's limit",
  playground('const hoard = [];\nfor (;;) hoard.push("x".repeat(1000) + hoard.length);\n', async ({ me }) => {
    await me.runs();
    await me.sees(me.outcome, "heap limit");
    await me.sees(me.outcome, "line 2");
  }));

test("a recursion without an end is an error of the program",
  playground("let depth = 0;\nfunction down() {\n  depth++;\n  return down() + 1;\n}\ndown();\n", async ({ me }) => {
    await me.runs();
    await me.sees(me.outcome, "RangeError: Maximum call stack size exceeded");
    await me.sees(me.outcome, /down \(line 4\)/);
  }));

test("an uncaught error is told with its line and the calls that led there",
  playground("function read(thing) {\n  return thing.size;\n}\nread(null);\n", async ({ me }) => {
    await me.runs();
    await me.sees(me.outcome, "Uncaught error (line 2)");
    await me.sees(me.outcome, "Cannot read properties of null (reading 'size')");
    await me.sees(me.outcome, "main (line 4)");
  }));

test("an unhandled rejection is told, in a task too",
  playground('spawn("A", async () => {\n  throw new Error("lost");\n});\n', async ({ me }) => {
    await me.runs();
    await me.sees(me.outcome, "Unhandled rejection (line 2)");
    await me.sees(me.outcome, "Error: lost");
  }));

test("a deadlock says who waits for what, held by whom",
  playground(`const left = new Mutex();
const right = new Mutex();
spawn("A", async () => { await left.lock(); await sleep(1); await right.lock(); });
spawn("B", async () => { await right.lock(); await sleep(1); await left.lock(); });
`, async ({ me }) => {
    await me.runs();
    await me.sees(me.outcome, "Deadlock");
    await me.sees(me.outcome, "A waits for right, held by B");
    await me.sees(me.outcome, "B waits for left, held by A");
  }));

for (const [what, breakStorage] of [
  ["refuses every write", () => { Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); }; }],
  ["throws when it is asked for", () => Object.defineProperty(window, "localStorage", { get() { throw new DOMException("no", "SecurityError"); } })],
]) {
  test(`storage that ${what}: the page works and says so`, lanes(async ({ page, open }) => {
    const me = person(page);
    await page.addInitScript(breakStorage);
    await open();
    await me.changesLine("let counter = 0;", "let counter = 0; // my draft");
    await page.getByRole("status").filter({ hasText: /stor/i }).filter({ visible: true }).first().waitFor();
    // The draft lives as long as the page does.
    await me.choosesLesson("Bounded worker pool");
    await me.choosesLesson("Fix the race");
    await soon(async () => assert.match(await me.text(), /my draft/));
    await me.runs();
    await page.getByRole("button", { name: "Dismiss" }).first().click();
  }));
}

test("storage that holds nonsense is no reason not to start", lanes(async ({ page, open }) => {
  const me = person(page);
  await open();
  await me.changesLine("let counter = 0;", "let counter = 0; // my draft");
  await soon(async () => assert.ok(await page.evaluate(() => localStorage.length > 0)));
  await page.evaluate(() => { for (const key of Object.keys(localStorage)) localStorage.setItem(key, "{nonsense"); });
  // Written when the page is left, it would overwrite the nonsense.
  await page.addInitScript(() => { for (const key of Object.keys(localStorage)) localStorage.setItem(key, "{nonsense"); });
  await open();
  await me.runs();
}));

for (const [what, answer] of [
  ["missing", (response) => response.writeHead(404).end()],
  ["broken", (response) => response.writeHead(200, { "content-type": "text/javascript" }).end("export const createEditor = 1;")],
]) {
  test(`an editor bundle that is ${what}: a plain text area takes over, and typing works`, lanes(async ({ page, open }) => {
    const me = person(page);
    await open();
    await page.getByText(/editor/i).filter({ visible: true }).first().waitFor();
    assert.equal(await me.program.evaluate((element) => element.tagName), "TEXTAREA");
    await me.choosesLesson("Free playground");
    await me.program.fill("let b = ;\n");
    await me.sees(me.problems, "line 1:9");
    await me.program.fill("");
    await me.program.pressSequentially('console.log("typed");');
    await page.keyboard.press("Control+Enter");
    await me.outcome.waitFor();
    assert.deepEqual(await me.printed(), ["typed"]);
    await me.proves();
    await me.sees(me.verdict, /It holds/);
    await page.reload();
    await soon(async () => assert.equal(await me.text(), 'console.log("typed");'));
  }, { overrides: { "^editor-.*\\.js$": answer }, expectErrors: true }));
}

test("a checker that cannot be loaded is told, and the rest of the page works", lanes(async ({ page, open }) => {
  const me = person(page);
  await open();
  await me.proves();
  await me.sees(me.verdict, /check/i);
  await page.getByText(/the checker/i).filter({ visible: true }).first().waitFor();
  await me.runs();
}, { overrides: { "^checker_worker.*\\.wasm$": (response) => response.writeHead(404).end() }, expectErrors: true }));

test("lessons that cannot be loaded leave a playground that works", lanes(async ({ page, open }) => {
  const me = person(page);
  await open();
  await page.getByText(/lessons/i).filter({ visible: true }).first().waitFor();
  await me.pastes('console.log("free");\n');
  await me.runs();
  assert.deepEqual(await me.printed(), ["free"]);
}, { overrides: { "^lessons-.*\\.json$": (response) => response.writeHead(404).end() }, expectErrors: true }));

test("an engine that cannot be loaded ends in words, and with a way to try again", lanes(async ({ page, url }) => {
  await page.goto(url);
  const alert = page.getByRole("alert");
  await alert.filter({ hasText: "could not start" }).waitFor();
  await alert.getByRole("button", { name: "Reload the page" }).waitFor();
}, { overrides: { "^engine-.*\\.wasm$": (response) => response.writeHead(404).end() }, expectErrors: true }));
