// On a phone the three places are tabs, and everything is in reach of a finger.
import assert from "node:assert/strict";
import { test } from "node:test";
import { lanes } from "./harness.mjs";
import { person } from "./person.mjs";

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const PLACES = ["Lesson", "Code", "Stage"];

async function shows(page, place) {
  for (const name of PLACES) {
    const region = page.getByRole("region", { name, exact: true });
    await region.waitFor({ state: name === place ? "visible" : "hidden" });
  }
}

test("one place at a time, chosen by tabs", lanes(async ({ page, open }) => {
  await open();
  const places = page.getByRole("tablist", { name: "Places" });
  for (const place of PLACES) {
    await places.getByRole("tab", { name: place }).tap();
    await shows(page, place);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.equal(overflow, 0, `${place} is wider than the screen`);
  }
}, { context: PHONE }));

test("the whole way with a finger: run, prove, replay, fix, prove", lanes(async ({ page, open }) => {
  const me = person(page);
  await open();
  const places = page.getByRole("tablist", { name: "Places" });
  await places.getByRole("tab", { name: "Code" }).tap();
  await me.button("Run").tap();
  await shows(page, "Stage");
  await me.sees(me.outcome, /items, but the counter says/);
  await me.button("Prove").tap();
  await me.sees(me.verdict, /fail/);
  await page.getByRole("button", { name: "Replay" }).last().tap();
  await page.getByText("Replaying assertion", { exact: true }).waitFor();
  await me.button("Step").tap();
  await me.seesStep(1);
  await me.button("Leave replay").tap();
  await places.getByRole("tab", { name: "Code" }).tap();
  const fixed = (await me.text())
    .replace("let counter = 0;", "const counter = new AtomicInt();")
    .replace("counter = counter + 1", "counter.increment()")
    .replaceAll("${counter}", "${counter.get()}")
    .replace("counter === ITEMS", "counter.get() === ITEMS");
  await me.pastes(fixed + "\n");
  await me.button("Prove").tap();
  await shows(page, "Stage");
  await me.sees(me.verdict, /It holds/);
  await places.getByRole("tab", { name: "Lesson" }).tap();
  await page.getByText("You have passed this lesson").waitFor();
}, { context: PHONE }));

test("a lane is chosen with a finger, and controls are large enough for one", lanes(async ({ page, open }) => {
  const me = person(page);
  await open();
  await page.getByRole("tablist", { name: "Places" }).getByRole("tab", { name: "Stage" }).tap();
  await me.startsOver();
  await me.lane("worker 2").tap();
  await me.sees(me.sentence, "worker 2");
  for (const name of ["Run", "Step", "Back", "Prove"]) {
    const box = await me.button(name).boundingBox();
    assert.ok(box.height >= 32 && box.width >= 32, `${name} is ${box.width} by ${box.height}`);
  }
}, { context: PHONE }));
