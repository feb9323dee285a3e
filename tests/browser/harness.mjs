// What the browser tests share: the built page on a server of its own, a fresh Chromium context, a record of everything
// that went wrong on the page, and an accessibility check. The scenarios are in the *.test.mjs beside this file.
//
//     import { lanes } from "./harness.mjs";
//     test("...", lanes(async ({ page, open }) => { await open(); ... }));
//
// Run through `cargo xtask test --only browser`, which builds nothing: `--only site,browser` does both.
import assert from "node:assert/strict";
import { mkdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { after } from "node:test";
import { serve } from "./server.mjs";

// The packages live in web/node_modules, which is not above this folder.
const require = createRequire(new URL("../../web/package.json", import.meta.url));
const { chromium } = require("playwright-core");

const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
const OUTPUT = resolve(import.meta.dirname, "output");
export const DIST = resolve(process.env.LANES_DIST ?? join(import.meta.dirname, "../../dist"));
const WAIT_MS = 60_000;

let launched;
/** One browser per test file, started by the first test that needs it. */
function browser() {
  launched ??= chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", headless: true, args: FLAGS });
  return launched;
}
after(async () => (await launched)?.close());

/**
 * A test body on a page of its own. Whatever the page reports as an error fails the test, and so does a request to
 * another host; a failing test leaves a screenshot in tests/browser/output.
 *
 * Options: `base` and `overrides` as in server.mjs, `context` for the browser context (locale, colorScheme, viewport...),
 * `expectErrors: true` for a test that breaks something: it then finds them in `problems`.
 */
export function lanes(body, options = {}) {
  return async (t) => {
    const server = await serve(DIST, options);
    const context = await (await browser()).newContext({ reducedMotion: "reduce", ...options.context });
    const page = await context.newPage();
    page.setDefaultTimeout(WAIT_MS);
    const problems = watch(page, new URL(server.url).origin);
    const open = async (suffix = "") => {
      // A page that breaks while it starts never gets ready, and there is no use in waiting for it.
      const broken = new Promise((_, reject) => {
        if (!options.expectErrors) page.once("pageerror", reject);
      });
      broken.catch(() => {});
      await page.goto(server.url + suffix);
      await Promise.race([page.locator("html[data-ready]").waitFor(), broken]);
      // Somebody is there: the editor need not wait any longer for that.
      await page.mouse.move(1, 1);
    };
    try {
      await body({ t, page, context, open, url: server.url, problems });
      if (!options.expectErrors) assert.deepEqual(problems, [], "the page reported errors");
    } catch (error) {
      await keepScreenshot(page, t.name);
      throw error;
    } finally {
      await context.close();
      await server.close();
    }
  };
}

/** Everything that a visitor's console would show as an error, in order, as text. */
function watch(page, origin) {
  const problems = [];
  page.on("console", (message) => {
    if (message.type() === "error") problems.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => problems.push(`uncaught: ${error.message}`));
  page.on("requestfailed", (request) => {
    const reason = request.failure()?.errorText ?? "";
    // Leaving a page or ending a worker aborts what was on its way.
    if (!reason.includes("ERR_ABORTED")) problems.push(`request failed: ${request.url()} ${reason}`);
  });
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith("http") && url.origin !== origin) problems.push(`request to another host: ${url}`);
  });
  return problems;
}

async function keepScreenshot(page, name) {
  await mkdir(OUTPUT, { recursive: true });
  const path = join(OUTPUT, `${name.replaceAll(/[^\w-]+/g, "-")}.png`);
  // A page that crashed cannot be photographed, and the test has its own error to tell.
  await page.screenshot({ path, fullPage: true }).catch(() => {});
}

let axe;
/** Fails on any finding of axe-core that is serious or critical, with the elements that it is about. */
export async function expectNoSeriousAxeViolations(page) {
  axe ??= await readFile(require.resolve("axe-core/axe.min.js"), "utf8");
  // Evaluated through the debugger and not as a script element, which the page's security policy refuses.
  await page.evaluate(axe);
  const found = await page.evaluate(async () => {
    const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
    const options = { runOnly: { type: "tag", values: tags } };
    // Where the page replaces an element while axe is looking for words for it, axe breaks: then it has to look again.
    const look = async (attempts) => {
      let hasChanged = false;
      const note = new MutationObserver(() => (hasChanged = true));
      note.observe(document, { subtree: true, childList: true, attributes: true });
      try {
        return await globalThis.axe.run(document, options);
      } catch (error) {
        if (attempts === 1 || !(hasChanged || note.takeRecords().length > 0)) throw error;
        return look(attempts - 1);
      } finally {
        note.disconnect();
      }
    };
    const { violations } = await look(5);
    // A list that arrow keys scroll from the text that controls it: axe knows this of comboboxes only.
    const list = document.activeElement?.getAttribute("aria-controls");
    for (const violation of violations) {
      if (violation.id !== "scrollable-region-focusable") continue;
      violation.nodes = violation.nodes.filter(({ target }) => !list || target.join(" ") !== `#${list}`);
    }
    return violations
      .filter(({ nodes }) => nodes.length > 0)
      .filter(({ impact }) => impact === "serious" || impact === "critical")
      .map(({ id, impact, help, nodes }) => ({ id, impact, help, at: nodes.map(({ target }) => target.join(" ")) }));
  });
  assert.deepEqual(found, [], "axe-core found something serious");
}
