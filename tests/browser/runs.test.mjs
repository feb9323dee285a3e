// The runs that are kept, the loop on the slider and stops on objects: by mouse, thumb, keys and palette.
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
`;

const PHONE = { viewport: { width: 390, height: 844 } };

async function goesTo(page, place) {
  const tab = page.getByRole("tab", { name: place, exact: true });
  if (await tab.isVisible()) await tab.click();
}

async function runsRace(page, open) {
  const me = person(page);
  await open();
  await me.choosesLesson("Free playground");
  await goesTo(page, "Code");
  await me.pastes(RACE);
  await me.runs();
  return me;
}

/** Goes back and lets the other one go first, so that there are two runs. */
async function branches(page, me) {
  await me.position.focus();
  await page.keyboard.press("Home");
  await soon(async () => {
    if ((await me.lane(/Bob/).count()) === 0) await me.button("Step").click();
    assert.equal(await me.lane(/Bob/).count(), 1);
  });
  await me.lane(/Bob/).click();
  await page.getByRole("button", { name: /^Run 2/ }).waitFor();
}

async function picks(page, words) {
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox", { name: "Command" }).fill(words);
  await page.getByRole("option", { name: new RegExp(words) }).first().waitFor();
  await page.keyboard.press("Enter");
}

const loop = (page) => page.getByRole("group", { name: "Loop" });

for (const [size, viewport] of [["phone", PHONE.viewport], ["desk", { width: 1280, height: 900 }], ["wide", { width: 1920, height: 1080 }]]) {
  for (const colorScheme of ["light", "dark"]) {
    test(`the loop is drawn on the slider (${size}, ${colorScheme})`, lanes(async ({ page, open }) => {
      const me = await runsRace(page, open);
      await me.position.focus();
      await page.keyboard.press("Home");
      for (let i = 0; i < 3; i++) await page.keyboard.press("Shift+ArrowRight");
      await loop(page).getByText("Loop 0–3").waitFor();
      const end = page.getByRole("slider", { name: "The loop ends" });
      const [handle, track] = [await end.boundingBox(), await me.position.boundingBox()];
      assert.ok(handle.width >= 24 && handle.height >= (size === "phone" ? 44 : 24));
      await end.focus();
      await page.keyboard.press("ArrowRight");
      await loop(page).getByText("Loop 0–4").waitFor();
      await page.keyboard.press("Home");
      await loop(page).getByText("Loop 0–1").waitFor();
      // The handle under the pointer goes with it, to the slider's end.
      const at = await end.boundingBox();
      await page.mouse.move(at.x + at.width / 2, at.y + at.height - 4);
      await page.mouse.down();
      await page.mouse.move(track.x + track.width, at.y + at.height - 4, { steps: 4 });
      await page.mouse.up();
      const { all } = await me.steps();
      await loop(page).getByText(`Loop 0–${all}`).waitFor();
      await expectNoSeriousAxeViolations(page);
    }, { context: { viewport, colorScheme } }));
  }
}

test("with Shift held down, what is dragged over is the loop", lanes(async ({ page, open }) => {
  const me = await runsRace(page, open);
  const { x, y, width, height } = await me.position.boundingBox();
  await page.keyboard.down("Shift");
  await page.mouse.move(x + width * 0.25, y + height / 3);
  await page.mouse.down();
  await page.mouse.move(x + width * 0.75, y + height / 3, { steps: 6 });
  await page.mouse.up();
  await page.keyboard.up("Shift");
  const words = await loop(page).textContent();
  const [, from, to] = /Loop (\d+)–(\d+)/.exec(words);
  assert.ok(Number(to) - Number(from) > 2, words);
}));

test("a run is renamed, and stops are set on objects, from the palette", lanes(async ({ page, open }) => {
  const me = await runsRace(page, open);
  await branches(page, me);
  await picks(page, "Rename this run");
  const field = page.getByRole("textbox", { name: "Name of this run" });
  await field.fill("Bob first");
  await field.press("Enter");
  await page.getByRole("button", { name: /^Bob first/ }).waitFor();
  await picks(page, "Stop when somebody waits for m");
  await picks(page, "Do not stop because of m");
  await picks(page, "Stop when m changes");
  await page.reload();
  await page.locator("html[data-ready]").waitFor();
  await page.mouse.move(1, 1);
  await me.button("Run").click();
  await me.sees(me.sentence, "Stopped because m has changed");
}));

test("on a phone the row of runs has everything behind one button", lanes(async ({ page, open }) => {
  const me = await runsRace(page, open);
  await goesTo(page, "Stage");
  await branches(page, me);
  const more = page.getByRole("button", { name: "More about this run" });
  const menu = page.getByRole("group", { name: "More about this run" });
  await more.click();
  await expectNoSeriousAxeViolations(page);
  await menu.getByRole("button", { name: "Pin this run" }).click();
  await more.click();
  await menu.getByRole("button", { name: "Unpin this run" }).waitFor();
  await menu.getByRole("button", { name: "Rename this run" }).click();
  const field = page.getByRole("textbox", { name: "Name of this run" });
  await field.fill("mine");
  await field.press("Enter");
  await page.getByRole("button", { name: /^mine/ }).waitFor();
  await more.click();
  await menu.getByRole("button", { name: "Take the last choice back" }).click();
  await soon(async () => assert.equal(await page.getByRole("button", { name: /^mine/ }).count(), 0));
}, { context: PHONE }));

test("kept runs stay while they fit the text, and come back with it", lanes(async ({ page, open }) => {
  const me = await runsRace(page, open);
  await branches(page, me);
  const first = page.getByRole("button", { name: /^Run 1/ });
  await me.program.click();
  await page.keyboard.press("Control+End");
  await page.keyboard.type("// a remark");
  await page.waitForTimeout(600);
  assert.equal(await first.count(), 1, "a remark changes no run");
  await page.keyboard.press("Control+a");
  await page.keyboard.insertText("let nothing = 0;\n");
  await page.getByText("Run 1 cannot be replayed").waitFor();
  await page.keyboard.press("Control+z");
  await first.waitFor();
  assert.equal(await page.getByText("Run 1 cannot be replayed").count(), 0);
}));
