// Looking closer: variables and the heap, who waits for whom, the event loop, tables that sort, curves.
import assert from "node:assert/strict";
import { test } from "node:test";
import { expectNoSeriousAxeViolations, lanes } from "./harness.mjs";
import { person, soon } from "./person.mjs";

const SIZES = { phone: [390, 844, "dark"], desk: [1280, 800, "light"], wide: [1920, 1080, "dark"] };

const CROSSED = `// lanes: model=threads
const left = new Mutex(), right = new Mutex();
const log = { taken: ["none"], of: null };
log.of = log;
async function cross(first, second) {
  await first.lock();
  log.taken.push("one");
  await second.lock();
}
const a = spawn("A", () => cross(left, right));
const b = spawn("B", () => cross(right, left));
await Promise.all([a, b]);
`;
const LOOP = `// lanes: model=event-loop
setTimeout(function later() { console.log("later"); }, 20);
Promise.resolve().then(function soon() { console.log("soon"); });
queueMicrotask(function sooner() {});
console.log("first");
`;
const LOADED = `// lanes: model=tasks
const jobs = new Semaphore(1), idle = new Semaphore(3);
let done = 0;
async function worker() { await jobs.acquire(); await sleep(5); jobs.release(); done += 1; }
await idle.acquire();
idle.release();
await Promise.all([1, 2, 3, 4].map((n) => spawn("w" + n, worker)));
`;

/** The playground with a program in it, on a screen of that size. */
async function begins(page, open, [width, height, colorScheme], program) {
  await page.setViewportSize({ width, height });
  await page.emulateMedia({ colorScheme });
  const me = person(page);
  await open();
  await me.choosesLesson("Free playground");
  if (width < 760) await page.getByRole("tab", { name: "Code" }).click();
  await me.pastes(program);
  if (width < 760) await page.getByRole("tab", { name: "Stage" }).click();
  return me;
}

/** Nothing may make the page wider than the screen. */
async function expectNoSideways(page) {
  const extra = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  assert.ok(extra <= 0, `the page is ${extra} px too wide`);
}

/** What can be pressed is large enough to be hit. */
async function expectTargets(page, scope) {
  const small = await page.locator(`${scope} button, ${scope} select, ${scope} summary`).evaluateAll((all) =>
    all.map((it) => ({ text: it.textContent, height: it.getBoundingClientRect().height })).filter(({ height }) => height > 0 && height < 24));
  assert.deepEqual(small, []);
}

for (const [size, box] of Object.entries(SIZES)) {
  test(`variables, the heap and who waits for whom, at ${size} size`, lanes(async ({ page, open }) => {
    const me = await begins(page, open, box, CROSSED);
    // Digits are for the lanes only outside of the program.
    await page.evaluate(() => document.activeElement?.blur());
    for (const key of ["1", "1", "2", "2"]) await page.keyboard.press(key);
    await me.tab("Inspect").click();
    const panel = page.getByRole("tabpanel", { name: "Inspect" });
    await panel.getByRole("combobox", { name: "Lane" }).selectOption({ label: "1 A" });
    await panel.getByText(/^A .*\.$/).first().waitFor();
    const opener = panel.getByRole("button", { name: "log", exact: true }).first();
    await opener.focus();
    await page.keyboard.press("Enter");
    assert.equal(await opener.getAttribute("aria-expanded"), "true");
    await panel.getByText("same as log").first().waitFor();
    await me.button("Run").click();
    // Whichever way it went, the lanes that wait are told of as sentences and drawn.
    await panel.getByText("Who waits for whom").waitFor();
    await soon(async () => assert.ok((await panel.locator(".wait-list li").count()) + (await panel.getByText("Nobody waits").count()) > 0));
    await expectNoSideways(page);
    await expectTargets(page, ".inspector");
    await expectNoSeriousAxeViolations(page);
  }));

  test(`tables that sort and curves, at ${size} size`, lanes(async ({ page, open }) => {
    const me = await begins(page, open, box, LOADED);
    await me.button("Run").click();
    await me.tab("Events").click();
    const events = page.getByRole("tabpanel", { name: "Events" });
    const steps = () => events.locator("tbody tr:not(.gap) td:first-child").allTextContents();
    await soon(async () => assert.ok((await steps()).length > 5));
    const newest = Number((await steps())[0]);
    const head = events.getByRole("columnheader", { name: "Step" });
    assert.equal(await head.getAttribute("aria-sort"), "descending");
    await head.getByRole("button").press("Enter");
    await soon(async () => assert.equal((await steps())[0], "1"));
    assert.equal(await head.getAttribute("aria-sort"), "ascending");
    assert.ok(newest > 5);
    await me.tab("Measures").click();
    const measures = page.getByRole("tabpanel", { name: "Measures" });
    const objects = () => measures.locator(".measures-table tbody th").allTextContents();
    await soon(async () => assert.deepEqual(await objects(), ["jobs", "idle"]));
    await measures.getByRole("button", { name: "Object" }).click();
    await soon(async () => assert.deepEqual(await objects(), ["idle", "jobs"]));
    await measures.getByRole("combobox", { name: "Plot over time" }).selectOption("jobs");
    await measures.locator(".chart canvas").first().waitFor();
    const picture = measures.getByRole("img", { name: /^held and waiting: held is 0, at most 1/ });
    await picture.waitFor();
    const drawn = await picture.locator("canvas").evaluate((canvas) => {
      const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
      return data.some((byte, index) => index % 4 === 3 && byte > 0);
    });
    assert.ok(drawn, "nothing was drawn");
    const chart = measures.locator(".chart").first();
    await chart.getByText("As a table").click();
    await chart.getByRole("columnheader", { name: "waiting" }).first().waitFor();
    await measures.getByText(/How long they waited/).waitFor();
    await expectNoSideways(page);
    await expectTargets(page, ".measures");
    await expectNoSeriousAxeViolations(page);
  }));
}

test("the event loop shows its queues, and what comes next is marked", lanes(async ({ page, open }) => {
  const me = await begins(page, open, SIZES.desk, LOOP);
  await me.position.press("Home");
  await me.button("Step").click();
  const card = page.getByRole("article", { name: "Event loop" });
  await card.getByText("calls soon", { exact: true }).waitFor();
  await card.getByText("setTimeout later").waitFor();
  await card.getByText("Next comes the first microtask: calls soon.").waitFor();
  assert.equal(await card.locator(".is-next").count(), 1);
  await me.button("Run").click();
  await card.getByText("The loop has nothing left to do.").waitFor();
}));

test("the chunk that draws comes when something is plotted, and without it the table stays", lanes(async ({ page, open, problems }) => {
  const asked = [];
  page.on("request", (request) => asked.push(request.url()));
  const me = await begins(page, open, SIZES.desk, LOADED);
  await me.button("Run").click();
  await me.tab("Measures").click();
  const isAsked = () => asked.some((url) => /charts(-\w+)?\.js$/.test(url));
  assert.equal(isAsked(), false, "it came before anybody wanted it");
  await page.getByRole("combobox", { name: "Plot over time" }).selectOption("done");
  await page.getByText(/The curves could not be drawn/).waitFor();
  assert.equal(isAsked(), true);
  await page.getByText("As a table").first().click();
  await page.getByRole("columnheader", { name: "done" }).first().waitFor();
  assert.ok(problems.length > 0);
}, { expectErrors: true, overrides: { "^charts": (response) => response.writeHead(404).end() } }));
