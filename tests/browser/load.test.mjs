// The first seconds: what there is to see and to use before the program of the page has arrived, and that nothing of it is
// lost or jumps when the app takes its place. Nothing here is timed: the wasm arrives when a test lets it.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { DIST, expectNoSeriousAxeViolations, lanes } from "./harness.mjs";
import { person, soon } from "./person.mjs";

const SIZES = [[390, 844], [1280, 860], [1920, 950]];

/** A test whose wasm files wait until `arrive` is called. */
function waiting(body, context = {}) {
  let arrive;
  let arrived = new Promise((resolve) => (arrive = resolve));
  const wasm = async (response, name) => {
    await arrived;
    response.writeHead(200, { "content-type": "application/wasm" }).end(await readFile(join(DIST, name)));
  };
  const options = { context, overrides: { "^(app|engine).*\\.wasm$": wasm } };
  return lanes(async (tools) => {
    const { page, url } = tools;
    const ready = () => page.locator("html[data-ready]").waitFor();
    await body({
      ...tools,
      arrive: async () => (arrive(), ready()),
      hold: () => (arrived = new Promise((resolve) => (arrive = resolve))),
      visit: (suffix = "") => page.goto(url + suffix, { waitUntil: "load" }),
    });
    // Nobody waits for an answer when the server ends.
    arrive();
  }, options);
}

for (const [width, height] of SIZES) {
  for (const colorScheme of ["light", "dark"]) {
    test(`lesson, program and lanes are there before the program of the page, ${width} wide, ${colorScheme}`,
      waiting(async ({ page, visit }) => {
        await visit();
        if (width > 760) {
          await page.getByRole("heading", { name: "Fix the race" }).waitFor();
          assert.match(await page.getByRole("textbox", { name: "Program" }).inputValue(), /counter = counter \+ 1/);
        }
        await page.getByText("Every processed item is counted, in every interleaving").first().waitFor();
        assert.equal(await person(page).lane(/worker \d/).count(), 8);
        for (const name of ["Run", "Step", "Prove"]) await page.getByRole("button", { name, exact: true }).waitFor();
        assert.ok(await page.locator(".still rect").count() > 20, "the lanes are drawn");
        await expectNoSeriousAxeViolations(page);
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        assert.equal(overflow, 0, "the page scrolls sideways");
      }, { viewport: { width, height }, colorScheme }));
  }

  test(`nothing jumps when the app takes over, ${width} wide`, waiting(async ({ page, visit, arrive }) => {
    await page.addInitScript(() => {
      globalThis.jumps = [];
      new PerformanceObserver((list) => {
        for (const { value, sources } of list.getEntries()) {
          globalThis.jumps.push([value, ...sources.map(({ node }) => node?.parentElement?.className ?? node?.nodeName)]);
        }
      }).observe({ type: "layout-shift", buffered: true });
    });
    await visit();
    await arrive();
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)));
    const jumps = await page.evaluate(() => globalThis.jumps);
    const sum = jumps.reduce((all, [value]) => all + value, 0);
    assert.ok(sum < 0.02, `layout shifts: ${JSON.stringify(jumps)}`);
    assert.equal(await page.locator("#first-frame, #bones").count(), 0);
  }, { viewport: { width, height } }));
}

test("what is typed and pressed before is taken up, and the cursor stays where it was", waiting(async ({ page, visit, arrive }) => {
  const me = person(page);
  await visit();
  await me.program.click();
  await page.keyboard.press("Control+End");
  await page.keyboard.type("// half");
  await me.button("Run").click();
  await page.getByRole("status").filter({ hasText: "“Run” comes as soon as" }).waitFor();
  await me.program.focus();
  await arrive();
  // The run that was asked for has been taken to its end.
  await me.outcome.waitFor();
  await page.keyboard.type(" and half");
  assert.match(await me.program.inputValue(), /\/\/ half and half$/);
}));

test("a draft is kept even if the program of the page never comes", waiting(async ({ page, visit, hold, arrive }) => {
  const me = person(page);
  await visit();
  await me.program.click();
  await page.keyboard.press("Control+End");
  await page.keyboard.type("// mine");
  await page.reload({ waitUntil: "load" });
  assert.ok(await page.locator("#bones").isVisible(), "the frame is not what this visitor has seen");
  hold();
  await page.reload({ waitUntil: "load" });
  await arrive();
  await page.mouse.move(5, 5);
  await soon(async () => assert.match(await me.text(), /\/\/ mine/));
}));

test("somebody who comes back to another lesson never sees the first one", waiting(async ({ page, visit, hold, arrive }) => {
  const me = person(page);
  await visit();
  await arrive();
  await me.choosesLesson("Bounded worker pool");
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 600)));
  hold();
  await page.reload({ waitUntil: "load" });
  assert.ok(await page.locator("#bones").isVisible());
  assert.ok(!(await page.getByRole("heading", { name: "Fix the race" }).isVisible()));
  await arrive();
  await page.getByRole("heading", { level: 2, name: "Bounded worker pool" }).waitFor();
}));

test("a link is not answered with the first lesson", waiting(async ({ page, visit }) => {
  await visit("#l=AAAA");
  assert.ok(await page.locator("#bones").isVisible());
  assert.ok(!(await page.locator("#first-frame").isVisible()));
}));

test("on a phone the places can be changed before, and stay", waiting(async ({ page, visit, arrive }) => {
  await visit();
  const lesson = page.getByRole("tab", { name: "Lesson" });
  await lesson.click();
  await page.getByRole("heading", { name: "Fix the race" }).waitFor();
  await arrive();
  await page.getByRole("heading", { name: "Fix the race" }).waitFor();
  assert.equal(await lesson.getAttribute("aria-selected"), "true");
}, { viewport: { width: 390, height: 844 } }));

test("by keyboard, a step that is asked for before is taken when it can be", waiting(async ({ page, visit, arrive }) => {
  const me = person(page);
  await visit();
  const { at } = await me.steps();
  await page.keyboard.press("F8");
  await page.getByRole("status").filter({ hasText: "“Step” comes as soon as" }).waitFor();
  await arrive();
  await me.seesStep(at + 1);
}));
