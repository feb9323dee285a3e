// The picture of the lanes: families that open, search, pins, zoom and pan by wheel, drag, keys and fingers, the strip of the
// whole run, what is told of the thing under the pointer, and thousands of lanes.
import assert from "node:assert/strict";
import { test } from "node:test";
import { expectNoSeriousAxeViolations, lanes } from "./harness.mjs";
import { person, soon } from "./person.mjs";

const SIZES = [
  { width: 390, height: 844 },
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
];

const crew = (workers) => `const gate = new Semaphore(3);
async function work() {
  await gate.acquire();
  await sleep(10);
  console.log("through");
  gate.release();
}
const all = [];
for (let i = 1; i <= ${workers}; i++) all.push(spawn(\`w\${i}\`, work));
await Promise.all(all);
`;

/** A person who has run a program with so many workers, and looks at the lanes. */
async function withCrew(page, open, workers) {
  const me = person(page);
  await open();
  const isPhone = page.viewportSize().width <= 760;
  await me.choosesLesson("Free playground");
  if (isPhone) await me.tab("Code").click();
  await me.pastes(crew(workers));
  if (isPhone) await me.tab("Stage").click();
  await me.runs();
  const list = page.getByRole("list", { name: "Choose who takes the next step" });
  return {
    ...me,
    isPhone,
    list,
    rows: list.getByRole("listitem"),
    family: list.getByRole("button", { name: /^w1…/ }),
    view: page.getByRole("group", { name: /Picture of the lanes/ }),
    strip: page.getByRole("slider", { name: "Part of the run that is shown" }),
    search: page.getByRole("textbox", { name: "Search in the lanes" }),
    /** How many rows there are, in view or not. */
    rowCount: async () => Number(await list.getByRole("listitem").first().getAttribute("aria-setsize")),
  };
}

/** What of the run the strip says is shown, in percent. */
const shownPart = async (strip) => {
  const [, from, to] = /from (\d+) to (\d+) percent/.exec(await strip.getAttribute("aria-valuetext"));
  return { from: Number(from), to: Number(to) };
};

for (const viewport of SIZES) {
  test(`${viewport.width}: like-named lanes are one row that opens, folds, and lets one be put on top`, lanes(async ({ page, open }) => {
    const me = await withCrew(page, open, 30);
    assert.equal(await me.rowCount(), 2);
    assert.equal(await me.family.getAttribute("aria-expanded"), "false");
    if (!me.isPhone) assert.match(await me.family.textContent(), /30 done/);
    await me.family.click();
    await soon(async () => assert.equal(await me.rowCount(), 32));
    const shown = await me.rows.count();
    assert.ok(shown < 32, `${shown} rows are in the document`);
    await me.list.getByRole("button", { name: /^2 w2(?!\d)/ }).focus();
    await page.keyboard.press("p");
    await soon(async () => assert.match(await me.rows.first().textContent(), /w2/));
    await me.family.focus();
    await page.keyboard.press("Enter");
    await soon(async () => assert.equal(await me.rowCount(), 3, "the pinned one stays"));
    await page.getByRole("button", { name: "Put w2 back in its place" }).click();
    await soon(async () => assert.match(await me.rows.first().textContent(), /main/));
  }, { context: { viewport } }));

  test(`${viewport.width}: the search shows who fits, goes from one to the next, and closes`, lanes(async ({ page, open }) => {
    const me = await withCrew(page, open, 30);
    await me.view.focus();
    await page.keyboard.press("/");
    await soon(async () => assert.ok(await me.search.evaluate((field) => field === document.activeElement)));
    await page.keyboard.type("w2");
    await me.sees(page.getByRole("search").getByRole("status"), "11 of 31");
    await soon(async () => assert.equal(await me.rowCount(), 11));
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
    await soon(async () => assert.equal(await page.getByRole("button", { name: "Put w20 on top" }).count(), 1));
    await me.search.fill("nobody");
    await me.sees(page.getByRole("search").getByRole("status"), "No lane fits");
    await page.keyboard.press("Escape");
    await soon(async () => assert.equal(await me.search.count(), 0));
    assert.equal(await me.rowCount(), 3, "main, the family, and the one that was chosen");
  }, { context: { viewport } }));

  test(`${viewport.width}: keys, wheel and the strip zoom and move, and a click in the strip goes there`, lanes(async ({ page, open }) => {
    const me = await withCrew(page, open, 30);
    await me.view.focus();
    await page.keyboard.press("0");
    for (let i = 0; i < 4; i++) await page.keyboard.press("+");
    const zoomed = await soon(async () => {
      const part = await shownPart(me.strip);
      assert.ok(part.to - part.from < 45, JSON.stringify(part));
      return part;
    });
    await page.keyboard.press("Shift+ArrowRight");
    await soon(async () => assert.ok((await shownPart(me.strip)).from > zoomed.from));
    await me.strip.focus();
    await page.keyboard.press("Home");
    await soon(async () => assert.equal((await shownPart(me.strip)).from, 0));
    await page.keyboard.press("ArrowRight");
    await soon(async () => assert.ok((await shownPart(me.strip)).from > 0));
    const box = await me.strip.boundingBox();
    const { all } = await me.steps();
    await page.mouse.click(box.x + box.width * 0.75, box.y + box.height / 2);
    await soon(async () => {
      const { at } = await me.steps();
      assert.ok(Math.abs(at - all * 0.75) < all * 0.05, `${at} of ${all}`);
    });
    const there = await shownPart(me.strip);
    assert.ok(there.from < 75 && there.to > 75, JSON.stringify(there));
    // The window follows the pointer. What was said of the end is gone, and the strip has moved up.
    const moved = await me.strip.boundingBox();
    const middle = moved.x + (moved.width * (there.from + there.to)) / 200;
    await page.mouse.move(middle, moved.y + moved.height / 2);
    await page.mouse.down();
    await page.mouse.move(middle - moved.width * 0.2, moved.y + moved.height / 2, { steps: 4 });
    await page.mouse.up();
    await soon(async () => assert.ok(Math.abs((await shownPart(me.strip)).from - (there.from - 20)) <= 3));
    assert.equal((await me.steps()).at < all, true);
    // With Ctrl the wheel makes it smaller again, around the pointer; with Shift it moves.
    const picture = await me.view.boundingBox();
    await page.mouse.move(picture.x + picture.width / 2, picture.y + picture.height / 2);
    const before = await shownPart(me.strip);
    await page.keyboard.down("Control");
    await page.mouse.wheel(0, 240);
    await page.keyboard.up("Control");
    const wider = await soon(async () => {
      const part = await shownPart(me.strip);
      assert.ok(part.to - part.from > before.to - before.from, JSON.stringify(part));
      return part;
    });
    await page.keyboard.down("Shift");
    await page.mouse.wheel(0, -80);
    await page.keyboard.up("Shift");
    await soon(async () => assert.ok((await shownPart(me.strip)).from < wider.from));
  }, { context: { viewport } }));
}

test("a drag in the picture moves it and chooses nothing, a drag on the axis moves the playhead", lanes(async ({ page, open }) => {
  const me = await withCrew(page, open, 30);
  const { at, all } = await me.steps();
  await me.view.focus();
  await page.keyboard.press("0");
  for (let i = 0; i < 4; i++) await page.keyboard.press("+");
  const before = await soon(async () => {
    const part = await shownPart(me.strip);
    assert.ok(part.from > 5);
    return part;
  });
  const box = await me.view.boundingBox();
  const y = box.y + 36;
  await page.mouse.move(box.x + 100, y);
  await page.mouse.down();
  await page.mouse.move(box.x + 160, y, { steps: 5 });
  await page.mouse.up();
  await soon(async () => assert.ok((await shownPart(me.strip)).from < before.from));
  assert.equal((await me.steps()).at, at, "no step was gone to");
  await page.mouse.move(box.x + 50, box.y + 8);
  await page.mouse.down();
  await page.mouse.move(box.x + 200, box.y + 8, { steps: 5 });
  const first = (await me.steps()).at;
  await page.mouse.move(box.x + 300, box.y + 8, { steps: 5 });
  await soon(async () => assert.ok((await me.steps()).at > first));
  await page.mouse.up();
  assert.ok((await me.steps()).at < all);
}));

test("on a phone two fingers zoom and one on the axis moves the playhead", lanes(async ({ page, context, open }) => {
  const me = await withCrew(page, open, 30);
  await me.view.scrollIntoViewIfNeeded();
  const box = await me.view.boundingBox();
  const client = await context.newCDPSession(page);
  const touch = (type, points) =>
    client.send("Input.dispatchTouchEvent", { type, touchPoints: points.map(([x, y], id) => ({ x: box.x + x, y: box.y + y, id })) });
  const middle = box.width / 2;
  const widths = async () => ((part) => part.to - part.from)(await shownPart(me.strip));
  await me.view.focus();
  await page.keyboard.press("0");
  await page.keyboard.press("+");
  const before = await soon(async () => {
    const width = await widths();
    assert.ok(width < 80);
    return width;
  });
  await touch("touchStart", [[middle - 30, 50], [middle + 30, 50]]);
  for (const apart of [40, 55, 70, 85]) await touch("touchMove", [[middle - apart, 50], [middle + apart, 50]]);
  await touch("touchEnd", []);
  await soon(async () => assert.ok((await widths()) < before * 0.6, `${await widths()} after ${before}`));
  const { at } = await me.steps();
  await touch("touchStart", [[middle, 10]]);
  for (const x of [middle - 10, middle - 40, middle - 80]) await touch("touchMove", [[x, 10]]);
  await touch("touchEnd", []);
  await soon(async () => assert.ok((await me.steps()).at < at));
}, { context: { viewport: SIZES[0], hasTouch: true, isMobile: true } }));

test("what the pointer is on is told beside it", lanes(async ({ page, open }) => {
  const me = await withCrew(page, open, 3);
  const box = await me.view.boundingBox();
  const tip = page.locator(".lane-tip");
  await soon(async () => {
    for (let x = 10; x < box.width && (await tip.count()) === 0; x += 12) await page.mouse.move(box.x + x, box.y + 22 + 12);
    assert.match(await tip.textContent({ timeout: 500 }), /main/);
  });
  await page.mouse.move(box.x + 5, box.y - 60);
  await soon(async () => assert.equal(await tip.count(), 0));
}));

for (const colorScheme of ["light", "dark"]) {
  test(`an open family, a search and the strip are accessible in ${colorScheme}`, lanes(async ({ page, open }) => {
    const me = await withCrew(page, open, 30);
    await me.family.click();
    await me.view.focus();
    await page.keyboard.press("+");
    await page.keyboard.press("/");
    await page.keyboard.type("w1");
    await me.strip.waitFor();
    await expectNoSeriousAxeViolations(page);
  }, { context: { viewport: SIZES[1], colorScheme } }));
}

test("three thousand lanes: a step and a search, with few rows in the document", lanes(async ({ page, open }) => {
  const me = await withCrew(page, open, 3_000);
  await me.family.click();
  await soon(async () => assert.equal(await me.rowCount(), 3_002));
  assert.ok((await me.rows.count()) < 60);
  const { at } = await me.steps();
  await me.button("Back").click();
  await me.seesStep(at - 1);
  await me.button("Step").click();
  await me.seesStep(at);
  await page.keyboard.press("/");
  await page.keyboard.type("w2999");
  await me.sees(page.getByRole("search").getByRole("status"), "1 of 3001");
  await me.lane("w2999").waitFor();
}));
