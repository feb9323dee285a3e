// Objects as cards, and the measures of a run: what a learner sees of them, and what a screen reader is told.
import assert from "node:assert/strict";
import { test } from "node:test";
import { expectNoSeriousAxeViolations, lanes } from "./harness.mjs";
import { person, soon } from "./person.mjs";

const QUEUE = `// lanes: model=tasks
const db = new Semaphore(2);
const mail = new Channel(3);
async function worker(name: string) {
  await db.acquire();
  await sleep(10);
  db.release();
  await mail.send(name);
}
for (const name of ["A", "B", "C", "D"]) spawn(name, () => worker(name));
await sleep(50);
`;

const card = (page, name) => page.getByRole("article").filter({ has: page.getByRole("heading", { name, level: 3 }) });

test("a card shows who holds and who waits, and marks what the last step changed", lanes(async ({ page, open }) => {
  const me = person(page);
  await open();
  await me.choosesLesson("Free playground");
  await me.pastes(QUEUE);
  await me.runs();
  await me.button("To start").click();
  const db = card(page, /^db/);
  // Until two hold a permit and two wait.
  await soon(async () => {
    if ((await db.locator(".waiter").count()) < 2) {
      await me.button("Step").click();
      assert.fail("nobody waits yet");
    }
  });
  assert.equal(await db.locator(".slot-taken").count(), 2);
  assert.equal(await db.locator(".waiter.is-new").count(), 1, "one came in this step");
  assert.match(await db.getAttribute("aria-label"), /0 available; held by A, B; waiting: C, D/);
  await me.button("Back").click();
  await soon(async () => assert.equal(await db.locator(".waiter").count(), 1));
}));

test("the measures are those of the step that is shown", lanes(async ({ page, open }) => {
  const me = person(page);
  await open();
  await me.choosesLesson("Free playground");
  await me.pastes(QUEUE);
  await me.runs();
  await me.tab("Measures").click();
  const panel = page.getByRole("tabpanel").filter({ hasText: "over virtual time" });
  const db = panel.locator("details").filter({ has: page.locator("summary strong", { hasText: /^db$/ }) });
  const served = panel.getByRole("row").filter({ has: page.getByRole("rowheader", { name: "db", exact: true }) }).getByRole("cell").nth(1);
  await me.sees(served, /^4$/);
  await db.locator("summary").click();
  const figure = (name) => db.getByRole("row").filter({ has: page.getByRole("rowheader", { name, exact: true }) }).getByRole("cell");
  assert.equal(await figure("wait, longest").textContent(), "10 ms");
  assert.equal(await figure("hold, mean").textContent(), "10 ms");
  const before = await figure("arrivals (λ)").textContent();
  const { all } = await me.steps();
  await me.button("To start").click();
  await soon(async () => assert.equal(await db.count(), 0, "nothing is measured at the beginning"));
  await me.position.fill(String(all));
  await db.locator("summary").click();
  assert.equal(await figure("arrivals (λ)").textContent(), before);
}));

for (const [width, height] of [[390, 844], [1280, 860]]) {
  for (const colorScheme of ["light", "dark"]) {
    test(`axe-core finds nothing serious in cards and measures, ${colorScheme} on ${width}`, lanes(async ({ page, open }) => {
      const me = person(page);
      await open();
      await me.choosesLesson("Free playground");
      if (width < 600) await me.tab("Code").click();
      await me.pastes(QUEUE);
      if (width < 600) await me.tab("Stage").click();
      await me.runs();
      await me.tab("Measures").click();
      for (const fold of await page.locator(".measures details").all()) await fold.locator("summary").click();
      await expectNoSeriousAxeViolations(page);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      assert.ok(overflow <= 0, `the page is ${overflow} px too wide`);
    }, { context: { viewport: { width, height }, colorScheme } }));
  }
}
