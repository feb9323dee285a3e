// The first lesson from its question to its end without a mouse.
import assert from "node:assert/strict";
import { test } from "node:test";
import { lanes } from "./harness.mjs";
import { person, soon } from "./person.mjs";

/** Presses Tab until what has the focus answers to the role and the name. */
async function tabTo(page, role, name) {
  const wanted = page.getByRole(role, { name, exact: true });
  for (let presses = 0; presses < 120; presses++) {
    if (await wanted.evaluateAll((all) => all.includes(document.activeElement))) return;
    await page.keyboard.press("Tab");
  }
  assert.fail(`Tab does not reach the ${role} ${name}`);
}

/** Whether it can be seen where the focus is. */
async function focusShows(page) {
  const ring = await page.evaluate(() => {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(document.activeElement);
    return (outlineStyle !== "none" && Number.parseFloat(outlineWidth) > 0) || boxShadow !== "none";
  });
  assert.ok(ring, await page.evaluate(() => `no focus ring on ${document.activeElement.outerHTML.slice(0, 80)}`));
}

test("by keyboard alone: run, answer, see it fail, replay, fix, prove, and on to the next lesson", lanes(async ({ page, open }) => {
  const me = person(page);
  const press = (key) => page.keyboard.press(key);
  await open();
  await tabTo(page, "button", "Run");
  await focusShows(page);
  await press("Enter");
  await me.outcome.waitFor();
  await tabTo(page, "button", "Step");
  await tabTo(page, "radio", "processed 24 items, always");
  await press("ArrowDown");
  await page.getByText("Right.").waitFor();
  await tabTo(page, "button", "Show hint 1 of 3");
  await focusShows(page);
  await press("Enter");
  await page.getByText("How many times does it touch").waitFor();
  // How it goes wrong: the proof finds it, the replay shows it, and more room for the lanes shows it better.
  await tabTo(page, "button", "Prove");
  await press("Enter");
  await me.sees(me.verdict, /fail/);
  await tabTo(page, "button", "Replay");
  await press("Enter");
  await page.getByText(/^Replaying /).first().waitFor();
  await press("F8");
  await me.seesStep(1);
  await tabTo(page, "separator", "Size of the details");
  await focusShows(page);
  await press("Home");
  await press("Shift+Alt+L");
  await tabTo(page, "button", "Lesson");
  await press("Enter");
  await tabTo(page, "button", "Leave replay");
  await press("Enter");
  await tabTo(page, "textbox", "Program");
  await press("Control+Home");
  for (let line = 1; line < 5; line++) await press("ArrowDown");
  await press("Shift+End");
  await page.keyboard.type("const tally = new AtomicInt(0); let counter = 0;");
  for (let line = 5; line < 12; line++) await press("ArrowDown");
  await press("Home");
  await press("Shift+End");
  await page.keyboard.type("tally.increment();");
  for (let line = 12; line < 27; line++) await press("ArrowDown");
  await press("Home");
  await page.keyboard.type("counter = tally.get(); ");
  await soon(async () => assert.match(await me.text(), /\n {4}tally\.increment\(\);\n[^]*\ncounter = tally\.get\(\); console\.log/));
  // Tab does not indent, it goes on; so nobody is caught in the editor.
  await press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.closest(".cm-editor") === null), true);
  await tabTo(page, "button", "Prove");
  await press("Enter");
  await me.sees(me.verdict, /It holds/);
  await tabTo(page, "button", "Next lesson: Bounded worker pool");
  await press("Enter");
  await page.getByRole("heading", { level: 2, name: "Bounded worker pool" }).waitFor();
  await page.getByText("1 of 2 solved").waitFor();
}));

test("the lanes by keys: a digit runs a lane, arrows step, tabs change with arrows, ? tells the keys", lanes(async ({ page, open }) => {
  const me = person(page);
  const press = (key) => page.keyboard.press(key);
  await open();
  await me.startsOver();
  const { at } = await me.steps();
  await press("3");
  await me.sees(me.sentence, "worker 3");
  await me.seesStep(at + 1);
  await page.getByRole("group", { name: /Picture of the lanes/ }).focus();
  await press("ArrowLeft");
  await me.seesStep(at);
  await press("ArrowRight");
  await me.seesStep(at + 1);
  await me.tab(/^Console/).focus();
  await press("ArrowRight");
  assert.equal(await me.tab(/^Proof/).getAttribute("aria-selected"), "true");
  await press("End");
  assert.equal(await me.tab("Measures").getAttribute("aria-selected"), "true");
  await press("ArrowLeft");
  assert.equal(await me.tab("Choices").getAttribute("aria-selected"), "true");
  await press("ArrowLeft");
  assert.equal(await me.tab("Events").getAttribute("aria-selected"), "true");
  await page.getByRole("row").filter({ hasText: "worker 3" }).first().waitFor();
  await press("?");
  await page.getByRole("dialog", { name: "Keys" }).waitFor();
  await press("3");
  await me.seesStep(at + 1);
  await press("Escape");
  await page.getByRole("dialog", { name: "Keys" }).waitFor({ state: "hidden" });
}));
