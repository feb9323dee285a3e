// Driving a run beyond running and stepping: breakpoints, other steps, branches, undo, two runs side by side, a loop, words.
import assert from "node:assert/strict";
import { test } from "node:test";
import { expectNoSeriousAxeViolations, lanes } from "./harness.mjs";
import { person, soon } from "./person.mjs";

const RACE = `// lanes: model=threads
let counter = 0;
async function add() {
  const seen = counter;
  counter = seen + 1;
}
const m = new Mutex();
const tasks = [spawn("Ann", add), spawn("Bob", add)];
await Promise.all(tasks);
await m.lock();
assert(counter === 2, "both count");
`;

const SIZES = { phone: { width: 390, height: 844 }, laptop: { width: 1280, height: 800 }, projector: { width: 1920, height: 1080 } };

async function opensRace(page, open) {
  const me = person(page);
  await open();
  await me.choosesLesson("Free playground");
  await goesTo(page, "Code");
  await me.pastes(RACE);
  return me;
}

/** On a phone one place is shown at a time. */
async function goesTo(page, place) {
  const tab = page.getByRole("tab", { name: place, exact: true });
  if (await tab.isVisible()) await tab.click();
}

/** Every control is large enough to be hit, and nothing sticks out of the page. */
async function fits(page, least) {
  const found = await page.evaluate((least) => {
    const controls = [...document.querySelectorAll(".branches button, .branches select, .compare button, .menu:popover-open button, .loop-chip button")];
    const small = controls
      .map((each) => ({ name: each.getAttribute("aria-label") ?? each.textContent, box: each.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 0 && (box.width < least || box.height < least))
      .map(({ name, box }) => `${name}: ${box.width}×${box.height}`);
    return { small, wide: document.documentElement.scrollWidth - document.documentElement.clientWidth };
  }, least);
  assert.deepEqual(found, { small: [], wide: 0 });
}

test("a breakpoint from the gutter stops the run, moves with the text, and is still there tomorrow", lanes(async ({ page, open }) => {
  const me = await opensRace(page, open);
  const gutter = page.locator(".breakpoint-gutter .cm-gutterElement");
  const dots = page.locator(".breakpoint.is-set");
  // The first element only holds the width.
  await gutter.nth(5).click();
  await soon(async () => assert.equal(await dots.count(), 1));
  await page.keyboard.press("Control+Enter");
  await me.sees(me.sentence, "Stopped at line 5. Next: Ann writes counter = 1 (it was 0)");
  await page.locator(".breakpoint.is-set.is-stopped").waitFor();
  await me.button("Run").click();
  await me.sees(me.sentence, "Stopped at line 5. Next: Bob writes counter = 2");
  // A line above it, and it is on line 6; F9 there takes it away again.
  await me.program.locator(".cm-line").nth(1).click();
  await page.keyboard.press("End");
  await page.keyboard.press("Enter");
  const line = () => dots.evaluate((dot) => Math.round((dot.getBoundingClientRect().top - document.querySelector(".cm-content").getBoundingClientRect().top) / document.querySelector(".cm-line").getBoundingClientRect().height));
  await soon(async () => assert.equal(await line(), 5));
  await page.reload();
  await page.locator("html[data-ready]").waitFor();
  await soon(async () => assert.equal(await line(), 5));
  await me.program.locator(".cm-line").nth(5).click();
  await page.keyboard.press("F9");
  await soon(async () => assert.equal(await dots.count(), 0));
  await me.runs();
}));

test("run to the cursor's line, until blocked, and back to a breakpoint, by keys", lanes(async ({ page, open }) => {
  const me = await opensRace(page, open);
  await me.program.locator(".cm-line").nth(4).click();
  await page.keyboard.press("Control+F10");
  await me.sees(me.sentence, "Stopped at line 5. Next: Ann writes");
  await page.keyboard.press("F9");
  await page.locator(".breakpoint.is-set").waitFor();
  await page.keyboard.press("Shift+F8");
  await me.sees(me.lane("Ann"), "done");
  await page.getByRole("heading", { name: "Lanes", exact: true, level: 2 }).click();
  await page.keyboard.press("b");
  await me.sees(me.sentence, "Stopped at line 5. Next: Ann writes");
  await page.keyboard.press("s");
  await soon(async () => assert.doesNotMatch(await me.sentence.textContent(), /Stopped/));
}));

test("a run stops because of an object, and the card says so", lanes(async ({ page, open }) => {
  const me = await opensRace(page, open);
  await me.button("Step").click();
  await soon(async () => {
    if ((await page.getByRole("combobox", { name: /because of m/ }).count()) === 0) await me.button("Step").click();
    assert.equal(await page.getByRole("combobox", { name: /because of m/ }).count(), 1);
  });
  await page.getByRole("combobox", { name: /because of m/ }).selectOption("changed");
  await me.button("Run").click();
  await me.sees(me.sentence, /^Stopped because m has changed: main locks m/);
}));

for (const [name, viewport] of Object.entries(SIZES)) {
  for (const colorScheme of ["light", "dark"]) {
    test(`another choice keeps a tab, undo takes it back, two runs lie side by side: ${name}, ${colorScheme}`, lanes(async ({ page, open }) => {
      const me = await opensRace(page, open);
      await goesTo(page, "Stage");
      await me.button("Run").click();
      await me.outcome.waitFor();
      await page.getByRole("button", { name: "More", exact: true }).click({ timeout: 500 }).catch(() => {});
      await me.button("To start").click();
      await soon(async () => {
        if ((await me.lane("Bob").count()) === 0) await me.button("Step").click();
        assert.equal(await me.lane("Bob").count(), 1);
      });
      const runs = page.getByRole("group", { name: "Runs that are kept" });
      assert.equal(await runs.count(), 0, "one run needs no tabs");
      await me.lane("Bob").click();
      await runs.getByRole("button", { name: /^…?\s*Run 2/ }).waitFor();
      // B reads, A reads and writes, B writes: an update is lost, by hand.
      await me.lane("Ann").click({ modifiers: ["Shift"] });
      if (name !== "phone") await me.sees(me.lane("Ann"), "done");
      await me.button("Run").click();
      await me.outcome.waitFor();
      await fits(page, name === "phone" ? 43.9 : 24);
      await runs.getByRole("combobox", { name: "Compare this run with" }).selectOption({ label: "Run 1" });
      const both = page.getByRole("region", { name: "Two runs" });
      await both.getByText(/They part at step \d+: here Bob/).waitFor();
      assert.equal(await both.locator("canvas").count(), 2);
      const [one, other] = await both.locator("canvas").evaluateAll((all) => all.map((each) => each.getBoundingClientRect()));
      if (name === "projector") assert.ok(other.left > one.right, "side by side");
      if (name === "phone") assert.ok(other.top > one.bottom, "one above the other");
      await both.locator(".compare-line").first().waitFor();
      await fits(page, name === "phone" ? 43.9 : 24);
      await expectNoSeriousAxeViolations(page);
      await both.getByRole("button", { name: "Leave the comparison" }).click();
      await runs.getByRole("button", { name: /^✓?\s*Run 1/ }).click();
      await soon(async () => assert.equal(await runs.getByRole("button", { pressed: true }).first().textContent().then((text) => /Run 1/.test(text)), true));
      await runs.getByRole("button", { name: /Run 2/ }).click();
      await page.getByRole("heading", { name: "Lanes", exact: true, level: 2 }).click();
      // What Run did, what Shift did, what the first press did.
      for (let times = 0; times < 3; times++) await page.keyboard.press("Control+z");
      await soon(async () => assert.equal(await runs.count(), 0, "the tab is taken back with the choice"));
      await page.keyboard.press("Control+Shift+z");
      await runs.waitFor();
    }, { context: { viewport, colorScheme } }));
  }
}

test("the menu of other steps opens and closes by keys, and plays a loop", lanes(async ({ page, open }) => {
  const me = await opensRace(page, open);
  await me.runs();
  await me.position.fill("3");
  await me.seesStep(3);
  const more = page.getByRole("button", { name: "More ways to go on" });
  const menu = page.getByRole("group", { name: "More ways to go on" });
  await more.focus();
  await page.keyboard.press("Enter");
  await menu.getByRole("button", { name: /The loop begins here/ }).waitFor();
  await fits(page, 24);
  await expectNoSeriousAxeViolations(page);
  await page.keyboard.press("Escape");
  await soon(async () => assert.equal(await menu.isVisible(), false));
  await more.click();
  await menu.getByRole("button", { name: /The loop begins here/ }).click();
  await me.position.fill("6");
  await page.getByRole("heading", { name: "Lanes", exact: true, level: 2 }).click();
  await page.keyboard.press("]");
  const loop = page.getByRole("group", { name: "Loop" });
  await loop.getByText("Loop 3–6").waitFor();
  await page.keyboard.press("l");
  const seen = new Set();
  await soon(async () => {
    seen.add((await me.steps()).at);
    assert.ok(seen.size >= 3, [...seen].join());
  });
  assert.ok([...seen].every((at) => at >= 3 && at <= 6), [...seen].join());
  await loop.getByRole("button", { name: "Pause the loop" }).click();
  await loop.getByRole("button", { name: "Remove the loop" }).click();
  await soon(async () => assert.equal(await loop.count(), 0));
}));

test("the choices are a list that leads to any step", lanes(async ({ page, open }) => {
  const me = await opensRace(page, open);
  await me.runs();
  await me.tab("Choices").click();
  const table = page.getByRole("table", { name: "The choices of this run" });
  const row = table.getByRole("row").filter({ hasText: "Ann reads counter = 0" }).first();
  await row.waitFor();
  assert.match(await row.textContent(), /1$/, "Bob could have gone instead");
  await row.getByRole("button").click();
  await me.sees(me.sentence, "Ann reads counter = 0");
  assert.equal(await row.getAttribute("aria-current"), "step");
}));

test("a finding lies beside a run that ends well, and its word is explained", lanes(async ({ page, open }) => {
  const me = await opensRace(page, open);
  await me.proves();
  const finding = page.locator(".finding").filter({ hasText: "both count" }).first();
  await finding.getByRole("button", { name: "assertion" }).click();
  const words = page.getByRole("dialog", { name: "Words" });
  await words.getByText("A condition that has to hold where the program says so").waitFor();
  await expectNoSeriousAxeViolations(page);
  await words.getByRole("button", { name: "Close" }).click();
  await finding.getByRole("button", { name: "Compare" }).click();
  const both = page.getByRole("region", { name: "Two runs" });
  await both.getByText("A run that ends well").waitFor();
  await both.getByText(/They part at step \d+/).waitFor();
  await page.getByRole("button", { name: "Leave replay" }).click();
  await soon(async () => assert.equal(await both.count(), 0));
}));
