// Where things are on the page: places that resize and fold, what is remembered of it, the palette, the projector, themes,
// windows of every size.
import assert from "node:assert/strict";
import { test } from "node:test";
import { expectNoSeriousAxeViolations, lanes } from "./harness.mjs";
import { person, soon } from "./person.mjs";

const DESK = { viewport: { width: 1280, height: 900 } };
const PLACES = ["Lesson", "Code", "Stage"];

const place = (page, name) => page.getByRole("region", { name, exact: true });
const width = async (locator) => (await locator.boundingBox()).width;
const stored = (page) => page.evaluate(() => {
  const key = Object.keys(localStorage).find((key) => key.endsWith(":document"));
  return key ? JSON.parse(localStorage.getItem(key)).settings : undefined;
});
const overflow = (page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Opens the palette and types. */
async function asks(page, words) {
  await page.keyboard.press("Control+k");
  const field = page.getByRole("combobox", { name: "Command" });
  await field.waitFor();
  await field.pressSequentially(words);
  return field;
}

test("separators move by keys and by pointer, have limits, and go back on a double click", lanes(async ({ page, open }) => {
  await open();
  const edge = page.getByRole("separator", { name: "Size of the code" });
  const code = place(page, "Code");
  const first = await width(code);
  await edge.focus();
  await page.keyboard.press("ArrowRight");
  await soon(async () => assert.ok(await width(code) > first + 5));
  await page.keyboard.press("End");
  await soon(async () => assert.equal(await edge.getAttribute("aria-valuenow"), await edge.getAttribute("aria-valuemax")));
  await page.keyboard.press("Home");
  await soon(async () => assert.equal(await edge.getAttribute("aria-valuenow"), await edge.getAttribute("aria-valuemin")));
  const box = await edge.boundingBox();
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 200, y, { steps: 5 });
  await page.mouse.up();
  await soon(async () => {
    const { x: left, width } = await code.boundingBox();
    assert.ok(Math.abs(left + width - (x + 200)) < 4, `the edge is at ${left + width}, the pointer at ${x + 200}`);
  });
  await edge.dblclick();
  await soon(async () => assert.ok(Math.abs(await width(code) - first) < 2));
}, { context: DESK }));

test("sizes and what is folded away are there after a reload, before the program is", lanes(async ({ page, open, url }) => {
  await open();
  const lesson = page.getByRole("separator", { name: "Size of the lesson" });
  await lesson.focus();
  for (let times = 0; times < 4; times++) await page.keyboard.press("ArrowRight");
  const details = page.getByRole("separator", { name: "Size of the details" });
  await details.focus();
  await page.keyboard.press("Shift+ArrowUp");
  await page.keyboard.press("Shift+Alt+C");
  await place(page, "Code").getByRole("textbox").waitFor({ state: "hidden" });
  await soon(async () => assert.deepEqual((await stored(page)).layout.ordinary.closed, ["code"]));
  const before = await width(place(page, "Lesson"));
  const low = (await page.locator("#details").boundingBox()).height;
  await open();
  assert.ok(Math.abs(await width(place(page, "Lesson")) - before) < 2);
  assert.ok(Math.abs((await page.locator("#details").boundingBox()).height - low) < 2);
  await page.getByRole("button", { name: "Code", exact: true }).click();
  await place(page, "Code").getByRole("textbox").waitFor();
  // What stands there while the page's program is on its way has the same measures.
  await soon(async () => assert.deepEqual((await stored(page)).layout.ordinary.closed, []));
  await page.route(/_bg\.wasm$/, (route) => route.abort());
  await page.goto(url);
  await page.locator("#boot-error").waitFor({ state: "visible" });
  assert.ok(Math.abs(await width(page.locator(".place-lesson:visible")) - before) < 2);
}, { context: DESK, expectErrors: true }));

test("each place folds away by its button, by its key and by Enter on its edge; one is always there", lanes(async ({ page, open }) => {
  await open();
  for (const [name, key] of [["Lesson", "L"], ["Code", "C"], ["Stage", "S"]]) {
    const region = place(page, name);
    const open = region.getByRole("button", { name: `Fold the ${name.toLowerCase()} away` });
    const closed = region.getByRole("button", { name, exact: true });
    const full = await width(region);
    await open.click();
    await closed.waitFor();
    assert.ok(await width(region) < 60, `${name} is still ${await width(region)} wide`);
    await closed.click();
    await soon(async () => assert.ok(Math.abs(await width(region) - full) < 2));
    await page.keyboard.press(`Shift+Alt+${key}`);
    await closed.waitFor();
    await page.keyboard.press(`Shift+Alt+${key}`);
    await open.waitFor();
    assert.equal(await overflow(page), 0);
  }
  await page.getByRole("separator", { name: "Size of the lesson" }).focus();
  await page.keyboard.press("Enter");
  await place(page, "Lesson").getByRole("button", { name: "Lesson", exact: true }).waitFor();
  await page.keyboard.press("Shift+Alt+C");
  await page.keyboard.press("Shift+Alt+S");
  await soon(async () => assert.ok(await width(place(page, "Code")) > 600));
  assert.ok(await width(place(page, "Stage")) < 60);
}, { context: DESK }));

test("the playground has no lesson and no empty place for one", lanes(async ({ page, open }) => {
  const me = person(page);
  await open();
  await me.choosesLesson("Free playground");
  await place(page, "Lesson").waitFor({ state: "hidden" });
  assert.equal((await place(page, "Code").boundingBox()).x, 0);
  assert.equal(await page.getByRole("separator", { name: "Size of the lesson" }).count(), 0);
}, { context: DESK }));

for (const nonsense of ['"big"', '{"ordinary":{"lesson_width":-5,"code_width":99999,"details_height":"all","closed":["code","stage","lesson","attic"]},"is_projected":3}', "[[]]"]) {
  test(`stored sizes that are nonsense are none: ${nonsense.slice(0, 20)}`, lanes(async ({ page, open, url }) => {
    await page.goto(new URL("icon.svg", url).href).catch(() => {});
    await page.addInitScript((layout) => {
      const folder = location.pathname.slice(0, location.pathname.lastIndexOf("/"));
      const text = `{"version":1,"drafts":{},"settings":{"theme":"mauve","layout":${layout}}}`;
      localStorage.setItem(`lanes:${folder}/:document`, text);
    }, nonsense);
    await open();
    for (const name of ["Code", "Stage"]) assert.ok(await width(place(page, name)) > 200, name);
    assert.equal(await overflow(page), 0);
    assert.equal(await page.getByRole("button", { name: "Dismiss" }).count(), 0);
  }, { context: DESK, expectErrors: true }));
}

test("the palette finds commands by some of their letters, tells why not, and remembers", lanes(async ({ page, open }) => {
  const me = person(page);
  await open();
  const field = await asks(page, "bwp");
  assert.equal(await field.getAttribute("aria-expanded"), "true");
  const options = page.getByRole("listbox", { name: "Commands" }).getByRole("option");
  const chosen = async () => page.locator(`[id="${await field.getAttribute("aria-activedescendant")}"]`).textContent();
  assert.match(await chosen(), /Bounded worker pool/);
  assert.match((await options.first().locator("mark").allTextContents()).join(""), /^bwp$/i);
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 2, name: "Bounded worker pool" }).waitFor();
  await field.waitFor({ state: "hidden" });

  await asks(page, "");
  assert.match(await chosen(), /Bounded worker pool/);
  await field.fill("it is open");
  await page.getByText("No command has these letters.").waitFor();
  await field.fill("bounded worker");
  await options.first().filter({ hasText: "It is open." }).waitFor();
  await page.keyboard.press("Enter");
  assert.ok(await field.isVisible(), "what cannot be done does not close the palette");
  await field.fill("theme");
  const first = await chosen();
  await page.keyboard.press("ArrowDown");
  assert.notEqual(await chosen(), first);
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowUp");
  assert.equal(await chosen(), await options.last().textContent());
  await page.keyboard.press("Escape");
  await field.waitFor({ state: "hidden" });

  // From the editor as well, and keys of the page are the palette's own while it is open.
  await me.program.click();
  const { at } = await me.steps();
  await asks(page, "one step");
  await page.keyboard.press("F8");
  await page.keyboard.press("Control+k");
  await field.waitFor({ state: "hidden" });
  assert.equal((await me.steps()).at, at);
  assert.ok(await me.program.evaluate((element) => element.contains(document.activeElement)), "the focus goes back to the editor");
  await asks(page, "one step");
  await page.keyboard.press("Enter");
  await me.seesStep(at + 1);
}, { context: DESK }));

test("the list of keys holds what the palette's keys do", lanes(async ({ page, open }) => {
  await open();
  await page.keyboard.press("?");
  const keys = page.getByRole("dialog", { name: "Keys" });
  for (const words of ["Run to the end", "All commands", "Fold the code away", "Format the program", "Projector mode"]) {
    await keys.getByText(words).first().waitFor();
  }
  await page.mouse.click(4, 4);
  await keys.waitFor({ state: "hidden" });
}, { context: DESK }));

test("the projector has large type and few places, and is left as it was entered", lanes(async ({ page, open }) => {
  const me = person(page);
  await open();
  const size = () => me.sentence.locator("p").or(me.sentence).first().evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize));
  const [type, lesson] = [await size(), await width(place(page, "Lesson"))];
  await page.keyboard.press("Shift+Alt+P");
  await soon(async () => assert.ok(await size() > type * 1.3));
  assert.ok(await width(place(page, "Lesson")) < 60);
  assert.equal(await overflow(page), 0);
  await me.runs();
  await open();
  assert.ok(await size() > type * 1.3, "still, after a reload");
  await asks(page, "leave projector");
  await page.keyboard.press("Enter");
  await soon(async () => assert.ok(Math.abs(await size() - type) < 0.5));
  assert.ok(Math.abs(await width(place(page, "Lesson")) - lesson) < 2);
}, { context: DESK }));

test("a theme that was chosen is there with the first paint, whatever the system says", lanes(async ({ page, open, url }) => {
  await open();
  await page.getByRole("button", { name: "View", exact: true }).click();
  await page.getByRole("combobox", { name: "Theme" }).selectOption("Light");
  await soon(async () => assert.equal((await stored(page)).theme, "light"));
  const light = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  await page.addInitScript(() => {
    globalThis.seen = new Set();
    const look = () => {
      if (document.body) globalThis.seen.add(getComputedStyle(document.body).backgroundColor);
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  await page.goto(url);
  await page.locator("html[data-ready]").waitFor();
  assert.deepEqual(await page.evaluate(() => [...globalThis.seen]), [light]);
}, { context: { ...DESK, colorScheme: "dark" } }));

for (const [what, context, choose] of [
  ["chosen", {}, true],
  ["asked for by the system", { contrast: "more" }, false],
  ["where the system has its own colours", { forcedColors: "active" }, false],
]) {
  test(`high contrast, ${what}`, lanes(async ({ page, open }) => {
    const me = person(page);
    await open();
    if (choose) {
      await asks(page, "high contrast");
      await page.keyboard.press("Enter");
    }
    await page.locator("html[data-contrast=more]").waitFor();
    const ratio = await page.evaluate(() => {
      const parts = (colour) => colour.match(/[\d.]+/g).slice(0, 3).map((part) => Number(part) / 255)
        .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
      const light = (colour) => { const [r, g, b] = parts(colour); return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
      const { color, backgroundColor } = getComputedStyle(document.body);
      const [low, high] = [light(color), light(backgroundColor)].sort((a, b) => a - b);
      return (high + 0.05) / (low + 0.05);
    });
    assert.ok(ratio > 15, `only ${ratio}`);
    await me.runs();
    // More than one colour is painted, whatever the system does to those of the page.
    const colours = await me.picture.evaluate((canvas) => {
      const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
      const seen = new Set();
      for (let at = 0; at < data.length; at += 4) seen.add(`${data[at]},${data[at + 1]},${data[at + 2]}`);
      return seen.size;
    });
    assert.ok(colours > 4, `${colours} colours`);
    await expectNoSeriousAxeViolations(page);
  }, { context: { ...DESK, ...context } }));
}

for (const [what, viewport] of [
  ["200 pixels wide", { width: 200, height: 600 }],
  ["1280 by 900 at 400 %", { width: 320, height: 225 }],
  ["a phone on its side", { width: 844, height: 390 }],
  ["a low one", { width: 1280, height: 320 }],
  ["between phone and desk", { width: 800, height: 700 }],
]) {
  test(`a window: ${what}`, lanes(async ({ page, open }) => {
    const me = person(page);
    await open();
    assert.ok(await overflow(page) <= 0, `it scrolls sideways by ${await overflow(page)}`);
    await me.button("Run").click();
    await me.outcome.scrollIntoViewIfNeeded();
    assert.ok((await me.outcome.boundingBox()).height > 10);
    const tabs = page.getByRole("tablist", { name: "Places" });
    for (const name of PLACES) {
      const tab = tabs.getByRole("tab", { name });
      if (await tab.isVisible()) await tab.click();
      const region = place(page, name);
      await region.scrollIntoViewIfNeeded();
      const { height } = await region.boundingBox();
      assert.ok(height > 60, `${name} is ${height} high`);
    }
    assert.ok(await overflow(page) <= 0);
    await expectNoSeriousAxeViolations(page);
  }, { context: { viewport } }));
}

test("between phone and desk the lesson lies above the code, and each of them folds", lanes(async ({ page, open }) => {
  await open();
  const [lesson, code] = [place(page, "Lesson"), place(page, "Code")];
  const edge = page.getByRole("separator", { name: "Size of the lesson" });
  assert.equal(await edge.getAttribute("aria-orientation"), "horizontal");
  const { height } = await lesson.boundingBox();
  await edge.focus();
  await page.keyboard.press("ArrowDown");
  await soon(async () => assert.ok((await lesson.boundingBox()).height > height + 4));
  await page.keyboard.press("Shift+Alt+L");
  await soon(async () => assert.ok((await lesson.boundingBox()).height < 50));
  await page.keyboard.press("Shift+Alt+C");
  await soon(async () => assert.ok(await width(code) < 200));
  await page.keyboard.press("Shift+Alt+L");
  await soon(async () => assert.ok((await lesson.boundingBox()).height > 300));
  assert.ok((await code.boundingBox()).height < 50);
}, { context: { viewport: { width: 1000, height: 700 } } }));

for (const viewport of [{ width: 390, height: 844 }, { width: 1280, height: 900 }, { width: 1920, height: 1080 }]) {
  for (const theme of ["light", "dark", "contrast"]) {
    test(`axe-core finds nothing serious anywhere: ${theme} at ${viewport.width}`, lanes(async ({ page, open }) => {
      const me = person(page);
      await page.addInitScript((theme) => {
        const folder = location.pathname.slice(0, location.pathname.lastIndexOf("/"));
        localStorage.setItem(`lanes:${folder}/:document`, JSON.stringify({ version: 1, settings: { theme } }));
      }, theme);
      await open();
      const check = () => expectNoSeriousAxeViolations(page);
      await check();
      await me.runs();
      const details = page.getByRole("tablist", { name: "Details" }).getByRole("tab");
      for (let index = 0; index < await details.count(); index++) {
        await details.nth(index).click();
        await check();
      }
      await page.getByRole("button", { name: "View", exact: true }).click();
      await page.getByRole("combobox", { name: "Theme" }).waitFor();
      await check();
      await page.keyboard.press("Escape");
      const command = await asks(page, "st");
      await check();
      await page.keyboard.press("Escape");
      await command.waitFor({ state: "hidden" });
      for (const [key, name] of [["?", "Keys"], ["Control+s", "Share and save"]]) {
        await page.keyboard.press(key);
        await page.getByRole("dialog", { name }).waitFor();
        await check();
        await page.keyboard.press("Escape");
        await page.getByRole("dialog", { name }).waitFor({ state: "hidden" });
      }
      await page.keyboard.press("Shift+Alt+P");
      await page.locator("html[data-projected]").waitFor();
      await check();
    }, { context: { viewport } }));
  }
}
