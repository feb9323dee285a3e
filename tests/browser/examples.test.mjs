// The example programs: found by mouse, thumb and keys, opened in the playground, and nothing lost by it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { expectNoSeriousAxeViolations, lanes } from "./harness.mjs";
import { person, soon } from "./person.mjs";

const SIZES = { phone: { width: 390, height: 844 }, desk: { width: 1280, height: 900 }, wide: { width: 1920, height: 1080 } };
const programs = (page) => page.getByRole("dialog", { name: "Examples" });

for (const [size, viewport] of Object.entries(SIZES)) {
  for (const colorScheme of ["light", "dark"]) {
    test(`an example opens with two presses (${size}, ${colorScheme})`, lanes(async ({ page, open }) => {
      const me = person(page);
      await open();
      if (size === "phone") await me.tab("Code").click();
      await me.button("Examples").click();
      const list = programs(page);
      await list.getByRole("heading", { name: "The classics" }).waitFor();
      assert.ok((await list.getByRole("listitem").count()) >= 20);
      assert.equal(await list.evaluate((element) => element.scrollWidth - element.clientWidth), 0, "nothing sticks out at the side");
      await expectNoSeriousAxeViolations(page);
      await list.getByRole("button", { name: /Dining philosophers/ }).click();
      await list.waitFor({ state: "hidden" });
      await soon(async () => assert.match(await me.text(), /async function philosopher/));
      // On a phone it is the program that is shown now.
      await me.program.waitFor({ state: "visible" });
      await me.runs();
      await page.getByText("philosopher 2", { exact: true }).first().waitFor();
    }, { context: { viewport, colorScheme } }));
  }
}

test("with keys alone: the list, an example in it, and back to one's own program", lanes(async ({ page, open }) => {
  const me = person(page);
  await open();
  await me.choosesLesson("Free playground");
  await me.pastes("let mine = 1;\n");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Alt+Shift+E");
  await programs(page).getByRole("button", { name: /A lost update/ }).waitFor();
  await page.keyboard.press("Tab");
  await page.keyboard.press("ArrowDown");
  await soon(async () => assert.match(await page.evaluate(() => document.activeElement.textContent), /The last seat/));
  await page.keyboard.press("End");
  await page.keyboard.press("Home");
  await page.keyboard.press("Enter");
  await soon(async () => assert.match(await me.text(), /let visitors/));
  await page.getByRole("button", { name: "Go back to it" }).press("Enter");
  await soon(async () => assert.equal(await me.text(), "let mine = 1;"));
}));

test("an edit that opened an example is undone in the editor", lanes(async ({ page, open }) => {
  const me = person(page);
  await open();
  await me.choosesLesson("Free playground");
  await me.pastes("let mine = 2;\n");
  await me.button("Examples").click();
  await programs(page).getByRole("button", { name: /A barrier/ }).click();
  await soon(async () => assert.match(await me.text(), /new Barrier/));
  await me.program.click();
  await page.keyboard.press("Control+z");
  await soon(async () => assert.equal(await me.text(), "let mine = 2;"));
}));

test("the palette finds an example by its name", lanes(async ({ page, open }) => {
  const me = person(page);
  await open();
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox", { name: "Command" }).fill("sleeping barber");
  await page.getByRole("option", { name: /Sleeping barber/ }).waitFor();
  await page.keyboard.press("Enter");
  await soon(async () => assert.match(await me.text(), /Dijkstra/));
}));

test("examples that do not come are told of, and asked for again", lanes(async ({ page, open, problems }) => {
  const me = person(page);
  let refused = 0;
  await page.route("**/examples*.json", (route) => (refused++ === 0 ? route.fulfill({ status: 500 }) : route.continue()));
  await open();
  await me.button("Examples").click();
  await programs(page).getByRole("alert").filter({ hasText: "500" }).waitFor();
  await page.keyboard.press("Escape");
  await me.button("Examples").click();
  await programs(page).getByRole("button", { name: /A barrier/ }).waitFor();
  assert.equal(problems.filter((problem) => !problem.includes("500")).length, 0);
}, { expectErrors: true }));
