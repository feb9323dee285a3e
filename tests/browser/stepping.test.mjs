// Driving a run: forth, back, to any place, by mouse and by keys; and being the scheduler.
import assert from "node:assert/strict";
import { test } from "node:test";
import { lanes } from "./harness.mjs";
import { person, soon } from "./person.mjs";

const GREETING = `let mood = "calm";
console.log("one");
await sleep(5);
mood = "merry";
console.log("two");
const shared = () => mood;
spawn("A", () => console.log(shared()));
`;

test("a step changes sentence, playhead, variables and console, and a step back takes all of it back", lanes(async ({ page, open }) => {
  const me = person(page);
  await open();
  await me.choosesLesson("Fix the race");
  await me.runs();
  const { all } = await me.steps();
  assert.ok(all > 50, `${all} steps`);
  const before = all - 3;
  await me.position.fill(String(before));
  await me.seesStep(before);
  const look = async () => [await me.sentence.textContent(), await me.variable("counter"), await me.printed(), await me.painted()];
  const seen = [await look()];
  for (let step = before + 1; step <= all; step++) {
    await me.button("Step").click();
    await me.seesStep(step);
    seen.push(await look());
  }
  await me.sees(me.outcome, /items, but the counter says/);
  const last = seen.at(-1);
  assert.match(last[2].join(), /processed \d+ items/);
  for (const part of [0, 2, 3]) assert.notDeepEqual(seen[0][part], last[part], `nothing changed in ${part}`);
  for (let step = all - 1; step >= before; step--) {
    await me.button("Back").click();
    await me.seesStep(step);
    assert.deepEqual(await look(), seen[step - before], `back at step ${step}`);
  }
  assert.equal(await me.outcome.count(), 0);
}));

test("scrubbing goes to any place, and to its own picture of it", lanes(async ({ page, open }) => {
  const me = person(page);
  await open();
  await me.runs();
  const { all } = await me.steps();
  const places = [all, 1, 40, 20, 40, all];
  const seen = new Map();
  for (const place of places) {
    await me.position.fill(String(place));
    await me.seesStep(place);
    const look = [await me.sentence.textContent(), await me.variable("counter"), await me.painted()];
    if (seen.has(place)) assert.deepEqual(look, seen.get(place), `another picture of step ${place}`);
    seen.set(place, look);
  }
  assert.ok(Number(seen.get(all)[1]) > Number(seen.get(40)[1]));
}));

test("keys: F8 and F10 step, Shift+F10 goes back, Ctrl+Enter runs, from the editor as well", lanes(async ({ page, open }) => {
  const me = person(page);
  await open();
  await me.choosesLesson("Free playground");
  await me.pastes(GREETING);
  await page.keyboard.press("Control+Enter");
  await me.sees(me.outcome, /finished/i);
  assert.deepEqual(await me.printed(), ["one", "two", "merry"]);
  await me.button("To start").click();
  await me.seesStep(0);
  assert.deepEqual(await me.printed(), []);
  await me.program.click();
  await page.keyboard.press("F8");
  await me.seesStep(1);
  assert.deepEqual(await me.printed(), ["one"]);
  await page.keyboard.press("F10");
  await me.seesStep(2);
  await page.keyboard.press("Shift+F10");
  await me.seesStep(1);
  await page.keyboard.press("Control+Enter");
  await me.outcome.waitFor();
  // Outside of any field too.
  await page.getByRole("heading", { name: "Lanes", exact: true, level: 2 }).click();
  await page.keyboard.press("Shift+F10");
  await soon(async () => assert.equal(await me.outcome.count(), 0));
  await page.keyboard.press("Control+Enter");
  await me.outcome.waitFor();
}));

test("Play takes steps by itself and Pause stops it", lanes(async ({ page, open }) => {
  const me = person(page);
  await open();
  await me.startsOver();
  const { at } = await me.steps();
  await page.getByRole("combobox", { name: /Speed/ }).selectOption("30/s");
  await me.button("Play").click();
  await soon(async () => assert.ok((await me.steps()).at > at + 5));
  await me.button("Pause").click();
  await me.button("Run").waitFor();
  const stopped = (await me.steps()).at;
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 150)));
  assert.equal((await me.steps()).at, stopped);
}));

test("being the scheduler: two workers read the same value, and an update is lost", lanes(async ({ page, open }) => {
  const me = person(page);
  await open();
  await me.startsOver();
  // Everybody begins with some work, by keys...
  for (let worker = 1; worker <= 8; worker++) {
    await soon(async () => {
      if (!/working/.test(await me.lane(`worker ${worker}`).textContent())) {
        await page.keyboard.press(String(worker));
        assert.match(await me.lane(`worker ${worker}`).textContent(), /working/);
      }
    });
  }
  await me.button("Let time pass").click();
  await me.sees(me.sentence, "done computing");
  // ...then by clicks: who reads, who writes.
  await me.lane("worker 1").click();
  await me.sees(me.sentence, "worker 1 reads counter = 0");
  await page.keyboard.press("2");
  await me.sees(me.sentence, "worker 2 reads counter = 0");
  await me.lane("worker 2").click();
  await me.sees(me.sentence, "worker 2 writes counter = 1 (it was 0)");
  assert.equal(await me.variable("counter"), "1");
  await page.keyboard.press("1");
  await me.sees(me.sentence, "worker 1 writes counter = 1");
  assert.equal(await me.variable("counter"), "1", "two increments, one counted");
  // Nothing of it was luck: back twice, and worker 1 first this time.
  await me.button("Back").click();
  await me.button("Back").click();
  await me.sees(me.sentence, "worker 2 reads counter = 0");
  await me.lane("worker 1").click();
  await me.sees(me.sentence, "worker 1 writes counter = 1 (it was 0)");
}));

test("a lane that cannot run says why", lanes(async ({ page, open }) => {
  const me = person(page);
  await open();
  await me.startsOver();
  const main = me.lane("main");
  assert.equal(await main.getAttribute("aria-disabled"), "true");
  assert.match(await main.getAttribute("aria-description"), /waits/);
}));
