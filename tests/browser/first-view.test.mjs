// What somebody sees who opens the page for the first time, before anything is pressed.
import assert from "node:assert/strict";
import { test } from "node:test";
import { expectNoSeriousAxeViolations, lanes } from "./harness.mjs";
import { person } from "./person.mjs";

const WIDE = { width: 1280, height: 860 };
const PHONE = { width: 390, height: 844 };

test("it opens on the first lesson, with the goal in sight and the lanes on stage", lanes(async ({ page, open }) => {
  const me = person(page);
  await open();
  await page.getByRole("heading", { name: "Fix the race" }).waitFor();
  await page.getByText("Every processed item is counted, in every interleaving").first().waitFor();
  assert.equal(await page.getByRole("combobox", { name: "Lesson" }).locator("option:checked").textContent(), "Fix the race");
  await page.getByText("0 of 2 solved").waitFor();
  await me.program.waitFor();
  assert.match(await me.program.textContent(), /counter = counter \+ 1/);
  assert.equal(await me.lane(/worker \d/).count(), 8);
  const colours = await me.picture.evaluate((canvas) => {
    const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
    return new Set(new Uint32Array(data.buffer)).size;
  });
  assert.ok(colours > 8, `the lanes are painted in ${colours} colours`);
  // A reader of the screen learns the same from names alone.
  for (const name of ["Run", "Back", "Step", "Play", "Reset", "Prove"]) await me.button(name).waitFor();
  for (const name of ["Lesson", "Code", "Stage"]) await page.getByRole("region", { name, exact: true }).waitFor();
}, { context: { viewport: WIDE } }));

for (const [width, viewport] of [["a desk", WIDE], ["a phone", PHONE]]) {
  for (const colorScheme of ["light", "dark"]) {
    test(`axe-core finds nothing serious, ${colorScheme} on ${width}`, lanes(async ({ page, open }) => {
      const me = person(page);
      await open();
      await expectNoSeriousAxeViolations(page);
      // The same with everything on stage: objects, an outcome, a verdict.
      await me.runs();
      await me.proves();
      await expectNoSeriousAxeViolations(page);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      assert.equal(overflow, 0, "the page scrolls sideways");
    }, { context: { viewport, colorScheme } }));
  }
}

test("light and dark can be chosen, and the choice stays", lanes(async ({ page, open }) => {
  const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  await open();
  await page.getByRole("button", { name: "View", exact: true }).click();
  const theme = page.getByRole("combobox", { name: "Theme" });
  await theme.selectOption("Light");
  const light = await background();
  await theme.selectOption("Dark");
  const dark = await background();
  assert.notEqual(light, dark);
  await open();
  assert.equal(await background(), dark);
}));
