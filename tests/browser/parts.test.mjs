// Every numbered part of the stage, looked at on a phone, on a desk and on a large screen, in light and dark: that it is there,
// works, fits, and that axe-core finds nothing serious. What each part does in detail is in the files that README.md names.
import assert from "node:assert/strict";
import { test } from "node:test";
import { expectNoSeriousAxeViolations, lanes } from "./harness.mjs";
import { person, soon } from "./person.mjs";

const SIZES = { phone: { width: 390, height: 844 }, desk: { width: 1280, height: 900 }, wide: { width: 1920, height: 1080 } };

/** On a phone one place is shown at a time. */
async function goesTo(page, place) {
  const tab = page.getByRole("tab", { name: place, exact: true });
  if (await tab.isVisible()) await tab.click();
}

/** Nothing sticks out, and nothing serious is wrong for those who cannot see or point. */
async function isFine(page) {
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  assert.ok(sideways <= 0, `the page is ${sideways} px too wide`);
  await expectNoSeriousAxeViolations(page);
}

async function detail(page, name) {
  const tab = page.getByRole("tab", { name: new RegExp(`^${name}`) });
  await tab.scrollIntoViewIfNeeded();
  await tab.click();
}

const PARTS = {
  "1: three places, folded, remembered, and a projector": async ({ page, size }) => {
    if (size === "phone") {
      for (const place of ["Lesson", "Code", "Stage"]) {
        await goesTo(page, place);
        await page.getByRole("region", { name: place, exact: true }).waitFor();
      }
    } else {
      await page.keyboard.press("Shift+Alt+L");
      await page.getByRole("heading", { level: 2, name: "Fix the race" }).waitFor({ state: "hidden" });
      await page.keyboard.press("Shift+Alt+L");
      await page.getByRole("heading", { level: 2, name: "Fix the race" }).waitFor();
    }
    await page.keyboard.press("Shift+Alt+P");
    await page.locator(":root[data-projected]").waitFor();
    await isFine(page);
    await page.keyboard.press("Shift+Alt+P");
    await page.locator(":root:not([data-projected])").waitFor();
  },
  "2: lanes on two axes, searched": async ({ page, me }) => {
    await goesTo(page, "Stage");
    const steps = await me.painted();
    await page.getByRole("button", { name: "Axis: Steps" }).click();
    await soon(async () => assert.notEqual(await me.painted(), steps));
    await page.getByRole("button", { name: "Axis: Time" }).click();
    await me.position.focus();
    await page.keyboard.press("/");
    await page.getByRole("searchbox", { name: "Search in the lanes" }).or(page.getByRole("textbox", { name: "Search in the lanes" })).fill("main");
    await page.keyboard.press("Escape");
    await isFine(page);
  },
  "7: a proof with a finding, replayed beside a run that ends well": async ({ page, me }) => {
    await me.proves();
    await me.sees(me.verdict, /fail/);
    await isFine(page);
    await page.getByRole("button", { name: "Compare", exact: true }).first().click();
    await page.getByRole("region", { name: "Two runs" }).waitFor();
    await isFine(page);
    await page.getByRole("button", { name: "Leave the comparison" }).click();
    await page.getByRole("button", { name: "Leave replay" }).click();
  },
  "8: an example in the editor, its problems, and reset": async ({ page, me }) => {
    await goesTo(page, "Code");
    await me.button("Examples").click();
    await page.getByRole("dialog", { name: "Examples" }).getByRole("button", { name: /Two at a time/ }).click();
    await soon(async () => assert.match(await me.text(), /new Semaphore\(2\)/));
    await me.program.click();
    await page.keyboard.press("Control+End");
    await page.keyboard.type("let = 1;");
    await me.problems.first().waitFor();
    await isFine(page);
    await me.button("Reset program").click();
    await soon(async () => assert.equal(await me.problems.count(), 0));
  },
  "3: a semaphore with its holders and its line, and the event loop": async ({ page, me }) => {
    await goesTo(page, "Stage");
    await me.runs();
    await me.position.focus();
    await page.keyboard.press("Home");
    const card = page.getByRole("article").filter({ hasText: "Semaphore" });
    await soon(async () => {
      await me.button("Step").click();
      assert.equal(await card.locator(".waiter").count() > 0, true);
    });
    assert.equal(await card.locator(".slot-taken").count(), 2);
    await page.getByText("Microtasks").first().waitFor();
    await isFine(page);
  },
  "4: back, forth, a lane by its name, and undo": async ({ page, me }) => {
    const { at } = await me.steps();
    await me.position.focus();
    await page.keyboard.press("ArrowLeft");
    await me.seesStep(at - 1);
    await page.keyboard.press("F8");
    await me.seesStep(at);
    await page.keyboard.press("Shift+ArrowLeft");
    await page.getByRole("group", { name: "Loop" }).waitFor();
    await isFine(page);
    await page.getByRole("button", { name: "Remove the loop" }).click();
  },
  "5: variables, who waits for whom, and curves": async ({ page }) => {
    await detail(page, "Inspect");
    await page.getByRole("heading", { name: "Who waits for whom" }).waitFor();
    await isFine(page);
    await detail(page, "Measures");
    await page.getByRole("region", { name: "Objects in numbers" }).getByRole("row", { name: /slots/ }).waitFor();
    await page.getByRole("combobox", { name: "Plot over time" }).selectOption("slots");
    await page.locator(".chart canvas").first().waitFor();
    await isFine(page);
  },
  "6: each step in a sentence, and words explained": async ({ page, me }) => {
    assert.match(await me.sentence.textContent(), /[a-z] \w+/);
    await page.keyboard.press("Control+k");
    await page.getByRole("combobox", { name: "Command" }).fill("words of the field");
    await page.keyboard.press("Enter");
    const words = page.getByRole("dialog").filter({ hasText: "semaphore" });
    await words.waitFor();
    await isFine(page);
    await page.keyboard.press("Escape");
    await words.waitFor({ state: "hidden" });
  },
  "9: a link with all of it, a code for a classroom, and files": async ({ page }) => {
    await page.keyboard.press("Control+s");
    const dialog = page.getByRole("dialog", { name: "Share and save" });
    assert.match(await dialog.getByRole("textbox", { name: "Link" }).inputValue(), /#/);
    await dialog.getByText("QR code").waitFor();
    await dialog.getByRole("button", { name: "Table of events (CSV)" }).waitFor();
    await isFine(page);
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "hidden" });
  },
  "10: keys, high contrast, and the events as a table": async ({ page, me }) => {
    await me.position.focus();
    await page.keyboard.press("?");
    await page.getByRole("dialog", { name: "Keys" }).getByText("One step back").first().waitFor();
    await page.keyboard.press("Escape");
    await detail(page, "Events");
    await page.getByRole("table").first().waitFor();
    await page.keyboard.press("Control+k");
    await page.getByRole("combobox", { name: "Command" }).fill("high contrast");
    await page.keyboard.press("Enter");
    await page.locator(":root[data-contrast=more]").waitFor();
    await isFine(page);
  },
};

for (const [size, viewport] of Object.entries(SIZES)) {
  for (const colorScheme of ["light", "dark"]) {
    test(`every part is there (${size}, ${colorScheme})`, lanes(async ({ t, page, open }) => {
      const me = person(page);
      await open();
      for (const [part, look] of Object.entries(PARTS)) {
        // One page for all of them: a part that breaks takes those after it along, and is told by its name.
        let error;
        await t.test(`part ${part}`, async () => look({ page, me, size }).catch((reason) => { error = reason; throw reason; }));
        if (error) throw error;
      }
    }, { context: { viewport, colorScheme } }));
  }
}
