// The page as a set of files on a static host, before anything is done on it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { expectNoSeriousAxeViolations, lanes } from "./harness.mjs";

test("the page starts and axe-core finds nothing serious", lanes(async ({ page, open }) => {
  await open();
  assert.match(await page.title(), /Lanes/);
  await expectNoSeriousAxeViolations(page);
}));

test("the page starts under a sub-path", lanes(async ({ page, open }) => {
  await open();
  assert.equal(new URL(page.url()).pathname, "/some/where/");
}, { base: "/some/where/" }));

test("the checker's worker starts from the name that the page gives", lanes(async ({ page, open }) => {
  await open();
  const first = await page.evaluate(() => new Promise((resolve, reject) => {
    const name = document.querySelector("meta[name=lanes-worker]").content;
    const worker = new Worker(new URL(name, document.baseURI), { type: "module" });
    worker.onerror = (event) => reject(new Error(event.message || "the worker failed to load"));
    worker.onmessage = () => { worker.terminate(); resolve("a message"); };
  }));
  assert.equal(first, "a message");
}));

test("wasm that cannot be loaded ends in words and not in an empty page", lanes(async ({ page, url, problems }) => {
  await page.goto(url);
  const alert = page.locator("#boot-error");
  await alert.waitFor({ state: "visible" });
  assert.match(await alert.textContent(), /could not start/);
  assert.notDeepEqual(problems, []);
}, { overrides: { "^app-.*_bg\\.wasm$": (response) => response.writeHead(404).end() }, expectErrors: true }));
