// The whole path of a lesson: prove, replay, fix, prove again, find it all there after a reload.
import assert from "node:assert/strict";
import { test } from "node:test";
import { expectNoSeriousAxeViolations, lanes } from "./harness.mjs";
import { person, soon } from "./person.mjs";

/** No finding, and more states than any page wants to look at. */
const HUGE = `// lanes: model=threads
const total = new AtomicInt();
async function worker() {
  for (let i = 0; i < 9; i++) total.increment();
}
await Promise.all([1, 2, 3, 4, 5, 6, 7, 8].map((n) => spawn("worker " + n, worker)));
`;

const POOL = `async function processAll(): Promise<number[]> {
  const queue: number[] = [];
  for (let id = 0; id < JOBS; id++) queue.push(id);
  const results: number[] = [];
  async function worker() {
    while (queue.length > 0) {
      const id = queue.shift();
      const result = await runJob(id);
      results.push(result);
    }
  }
  const workers = [];
  for (let n = 0; n < LIMIT; n++) workers.push(worker());
  await Promise.all(workers);
  return results;
}`;

async function passes(me) {
  await soon(async () => assert.equal(await me.checks.count() > 0, true));
  for (const check of await me.checks.all()) await check.getByRole("img", { name: "passed" }).waitFor();
}

test("the starter fails, and the shortest losing schedule is replayed step by step", lanes(async ({ page, open }) => {
  const me = person(page);
  await open();
  await me.proves();
  const check = me.checks.filter({ hasText: "in every interleaving" });
  await check.getByRole("img", { name: "failed" }).waitFor();
  const finding = check.locator(".finding").filter({ hasText: "an assertion fails" });
  const steps = Number(/(\d+) steps/.exec(await finding.textContent())[1]);
  assert.match(await finding.textContent(), /ITEMS = 3, WORKERS = 3/);
  await finding.getByRole("button", { name: "Replay" }).click();
  await page.getByText("Replaying assertion", { exact: true }).waitFor();
  assert.deepEqual(await me.steps(), { at: 0, all: steps });
  assert.equal(await me.outcome.count(), 0);
  const said = [];
  for (let step = 1; step <= steps; step++) {
    await me.button("Step").click();
    await me.seesStep(step);
    said.push(await me.sentence.textContent());
  }
  await me.sees(me.outcome, /3 items, but the counter says 2/);
  await me.sees(me.outcome, /line 28/);
  assert.deepEqual(await me.printed(), ["processed 2 items"]);
  // The loss itself: two lanes read the same value before either has written.
  const accesses = said.flatMap((text) => /(worker \d) (reads|writes) counter = (\d)/.exec(text)?.slice(1).join(" ") ?? []);
  const repeated = accesses.filter((access, index) => accesses.slice(index + 1).some((later) => later.slice(9) === access.slice(9)));
  assert.ok(repeated.some((access) => access.includes("reads")), accesses.join(", "));
  await me.button("Leave replay").click();
  await soon(async () => assert.equal(await me.lane(/worker \d/).count(), 8));
}));

test("the lost update is told with who read what, and can be replayed as well", lanes(async ({ page, open }) => {
  const me = person(page);
  await open();
  await me.proves();
  const finding = page.locator(".finding").filter({ hasText: "lost-update" });
  await me.sees(finding.getByRole("listitem"), /worker \d reads `?counter`? \(0\)/);
  await me.sees(finding.getByRole("listitem"), /computed from what it had read before/);
  await finding.getByRole("button", { name: "Replay" }).click();
  await page.getByText("Replaying lost-update", { exact: true }).waitFor();
  await me.button("Run").click();
  await me.sees(me.sentence, /counter/);
  const { at, all } = await me.steps();
  assert.equal(at, all);
}));

test("after a proof one is led to the deadlock from where one stands, and told how rare it is", lanes(async ({ page, open }) => {
  const me = person(page);
  await open();
  await me.choosesLesson("Free playground");
  await me.pastes(`// lanes: model=tasks
const a = new Mutex(), b = new Mutex();
async function both(first: Mutex, second: Mutex) {
  await first.lock();
  await second.lock();
  second.unlock();
  first.unlock();
}
await Promise.all([spawn("A", () => both(a, b)), spawn("B", () => both(b, a))]);
`);
  await me.button("Prove").click();
  await me.sees(me.verdict, /Nothing can ever happen again/);
  await me.sees(page.locator(".finding").first(), /A waits for b, held by B/);
  await me.sees(page.locator(".finding").first(), /of 2,000 random runs/);
  const nudges = page.getByTestId("nudges");
  const { at } = await me.steps();
  await me.button("How can it go wrong from here?").click();
  await me.sees(nudges, /It can go wrong in \d steps/);
  await me.button("Tell me more").focus();
  await page.keyboard.press("Enter");
  await me.sees(nudges, /Let \w+ go on next/);
  // That was the last one: the button says so and keeps the focus.
  await soon(async () => assert.equal(await me.button("Tell me more").getAttribute("aria-disabled"), "true"));
  assert.ok(await me.button("Tell me more").evaluate((button) => button === document.activeElement));
  // Another step, another question.
  await me.button("Step").click();
  await me.seesStep(at + 1);
  await soon(async () => assert.equal(await nudges.locator("li").count(), 0));
  await expectNoSeriousAxeViolations(page);
}));

test("a proof without an end shows how far it is, leaves the page responsive, and can be cancelled", lanes(async ({ page, open }) => {
  const me = person(page);
  await open();
  await me.choosesLesson("Free playground");
  await me.pastes(HUGE);
  await me.button("Prove").click();
  await me.sees(me.verdict, "Checking every interleaving");
  const states = async () => Number((await page.locator(".counters dd").first().textContent()).replaceAll(",", ""));
  await soon(async () => assert.ok((await states()) > 1000));
  const early = await states();
  // A click is answered at once: the step is on screen in the frame after.
  const { at } = await me.steps();
  const answered = await page.evaluate(() => new Promise((resolve) => {
    const step = [...document.querySelectorAll("button")].find((button) => button.textContent.trim() === "Step");
    const begin = performance.now();
    step.click();
    requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now() - begin)));
  }));
  await me.seesStep(at + 1);
  const gap = await page.evaluate(() => new Promise((resolve) => {
    let [worst, last, frames] = [0, performance.now(), 0];
    requestAnimationFrame(function frame(now) {
      worst = Math.max(worst, now - last);
      last = now;
      if (++frames < 30) requestAnimationFrame(frame);
      else resolve(worst);
    });
  }));
  assert.ok(answered < 500, `a click took ${answered} ms`);
  assert.ok(gap < 500, `no frame for ${gap} ms`);
  await soon(async () => assert.ok((await states()) > early, "the number of states stands still"));
  await me.button("Cancel proof").click();
  await me.sees(me.verdict, /was stopped: nothing is proved/);
  await me.button("Prove").waitFor();
  // Whatever the worker was about to say is not heard any more, and the next proof is a new one.
  await me.pastes("console.log(1);\n");
  await me.proves();
  await me.sees(me.verdict, /It holds/);
}));

test("an atomic counter holds over every interleaving, and draft and progress survive a reload", lanes(async ({ page, open }) => {
  const me = person(page);
  await open();
  assert.equal(await page.getByText("Opens when every check has passed.").count(), 1);
  await me.changesLine("let counter = 0;", "const counter = new AtomicInt(0);");
  await me.changesLine("counter = counter + 1;", "counter.increment();");
  await me.changesLine("console.log(`processed", "console.log(`processed ${counter.get()} items`);");
  await me.changesLine("assert(counter === ITEMS", "assert(counter.get() === ITEMS, `lost some: ${counter.get()}`);");
  const written = await me.text();
  assert.match(written, /counter\.increment\(\);\n/);
  await me.proves();
  await passes(me);
  await me.sees(me.verdict, /It holds: [\d,]+ states, every interleaving/);
  await me.sees(me.checks, /Proved over every interleaving: [\d,]+ states/);
  await page.getByText("You have passed this lesson").waitFor();
  assert.equal(await page.getByText("Opens when every check has passed.").count(), 0);
  await page.getByText("1 of 2 solved").waitFor();
  await page.reload();
  await page.getByText("1 of 2 solved").waitFor();
  await soon(async () => assert.equal(await me.text(), written));
  assert.match(await page.getByRole("combobox", { name: "Lesson" }).locator("option:checked").textContent(), /✓ Fix the race/);
  await page.getByText("You have passed this lesson").waitFor();
  // The starter is one press away, and so is the way back from it.
  await me.button("Reset program").click();
  await soon(async () => assert.match(await me.text(), /counter = counter \+ 1/));
  await me.button("Undo reset").click();
  await soon(async () => assert.equal(await me.text(), written));
}));

test("a mutex around read and write holds; around the write alone it does not", lanes(async ({ page, open }) => {
  const me = person(page);
  await open();
  await me.changesLine("let counter = 0;", "let counter = 0; const mutex = new Mutex();");
  await me.changesLine("counter = counter + 1;", "const next = counter + 1; await mutex.lock(); counter = next; mutex.unlock();");
  await me.proves();
  const proof = me.checks.filter({ hasText: "in every interleaving" });
  await proof.getByRole("img", { name: "failed" }).waitFor();
  await me.sees(proof, "lost-update");
  assert.equal(await page.getByText("You have passed this lesson").count(), 0);
  await me.changesLine("const next = counter + 1;", "await mutex.lock(); counter = counter + 1; mutex.unlock();");
  await page.getByText("The program has changed since").waitFor();
  await me.button("Prove again").click();
  await me.sees(me.verdict, /It holds/);
  await passes(me);
  // On stage the lock is an object with an owner and a queue.
  await me.button("Run").click();
  await me.sees(me.outcome, /finished/i);
  await page.getByRole("article", { name: /mutex/i }).first().waitFor();
  assert.equal((await me.printed()).at(-1), "processed 24 items");
}));

test("Bounded worker pool: everything at once breaks the bound, a pool over a queue holds", lanes(async ({ page, open }) => {
  const me = person(page);
  await open();
  await me.choosesLesson("Bounded worker pool");
  await me.proves();
  const bound = me.checks.filter({ hasText: "Seven jobs, three at a time" });
  await bound.getByRole("img", { name: "failed" }).waitFor();
  await bound.getByRole("button", { name: "Replay" }).click();
  await page.getByText("Replaying always", { exact: true }).waitFor();
  await me.button("Run").click();
  await me.sees(me.outcome, /at most LIMIT jobs in flight/);
  await me.button("Leave replay").click();
  const starter = await me.text();
  const from = starter.indexOf("async function processAll");
  const to = starter.indexOf("\n}", from) + 2;
  await me.pastes(starter.slice(0, from) + POOL + starter.slice(to) + "\n");
  await me.proves();
  await passes(me);
  assert.equal(await me.checks.count(), 4);
  await page.getByText("You have passed this lesson").waitFor();
  await page.getByText("1 of 2 solved").waitFor();
  await me.button("Run").click();
  await me.sees(me.outcome, /finished/i);
  assert.deepEqual(await me.printed(), ["Processed 100 jobs"]);
}, { context: { viewport: { width: 1280, height: 1500 } } }));
