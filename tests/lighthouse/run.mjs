// How the built page loads, as Lighthouse sees it with its two presets, and what a person gets who presses something on a
// slow phone: when the first control answers, when a step can be taken, and how long a step takes to the screen.
//
//     node run.mjs FOLDER [--runs N] [--json FILE]
//
// `cargo xtask bench load` builds the page and starts this. It prints and judges nothing: times depend on the machine.
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import lighthouse, { desktopConfig } from "lighthouse";
import puppeteer from "puppeteer-core";
import { serve } from "../browser/server.mjs";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { runs: { type: "string", default: "3" }, json: { type: "string" } },
});
const FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-component-update"];
const PRESETS = { mobile: undefined, desktop: desktopConfig };
const TIMES = {
  FCP: "first-contentful-paint",
  LCP: "largest-contentful-paint",
  SI: "speed-index",
  TBT: "total-blocking-time",
  TTI: "interactive",
};
/** Lighthouse's slow 4G, as a browser can be slowed down: its latency is one way and it sets up no connection. */
const SLOW = { latency: 150, download: (1.6e6 / 8) * 0.9, upload: (750e3 / 8) * 0.9, processor: 4 };

const server = await serve(positionals[0], { isCompressed: true });
const browser = await puppeteer.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: FLAGS,
});
try {
  for (const [name, config] of Object.entries(PRESETS)) {
    const rounds = [];
    for (let round = 0; round < Number(values.runs); round += 1) rounds.push(await judged(config));
    if (values.json) writeFileSync(values.json.replace(/(\.json)?$/, `.${name}.json`), JSON.stringify(rounds.at(-1)));
    printPreset(name, rounds);
  }
  const rounds = [];
  for (let round = 0; round < Number(values.runs); round += 1) rounds.push(await lived());
  printLived(rounds);
  const works = [];
  for (let round = 0; round < Number(values.runs); round += 1) works.push(await worked());
  printWorked(works);
} finally {
  await browser.close();
  await server.close();
}

async function judged(config) {
  const context = await browser.createBrowserContext();
  try {
    const page = await context.newPage();
    const categories = ["performance", "accessibility", "best-practices", "seo"];
    const { lhr } = await lighthouse(server.url, { onlyCategories: categories, logLevel: "error" }, config, page);
    return lhr;
  } finally {
    await context.close();
  }
}

function printPreset(name, rounds) {
  const scores = Object.values(rounds[0].categories).map(({ id, title }) => {
    const each = rounds.map(({ categories }) => Math.round((categories[id].score ?? 0) * 100));
    return `${title} ${median(each)}${spread(each)}`;
  });
  console.log(`\n${name}: ${scores.join(", ")}`);
  const times = Object.entries(TIMES).map(([short, id]) => {
    const each = rounds.map(({ audits }) => Math.round(audits[id].numericValue));
    return `${short} ${median(each)}${spread(each)} ms`;
  });
  const shift = Math.max(...rounds.map(({ audits }) => audits["cumulative-layout-shift"].numericValue));
  const bytes = rounds[0].audits["total-byte-weight"].numericValue;
  console.log(`  ${times.join(", ")}, CLS ${shift.toFixed(3)}, ${Math.round(bytes / 1000)} kB transferred`);
  const { environment } = rounds[0];
  console.log(`  this machine by Lighthouse's benchmark: ${environment.benchmarkIndex} (a desk: 1500 to 3000)`);
  for (const id of ["accessibility", "best-practices"]) {
    for (const { id: audit } of rounds[0].categories[id].auditRefs) {
      const { score, title, scoreDisplayMode } = rounds[0].audits[audit];
      if (score !== null && score < 1 && scoreDisplayMode !== "informative") console.log(`  not passed: ${title} (${audit})`);
    }
  }
}

/** A visit with the throttling applied instead of computed. */
async function lived() {
  const context = await browser.createBrowserContext();
  try {
    const page = await context.newPage();
    await page.setViewport({ width: 412, height: 823, deviceScaleFactor: 1.75, isMobile: true, hasTouch: true });
    const devtools = await page.createCDPSession();
    await devtools.send("Network.enable");
    await devtools.send("Network.emulateNetworkConditions", {
      offline: false,
      latency: SLOW.latency,
      downloadThroughput: SLOW.download,
      uploadThroughput: SLOW.upload,
    });
    await devtools.send("Emulation.setCPUThrottlingRate", { rate: SLOW.processor });
    await page.goto(server.url, { waitUntil: "domcontentloaded", timeout: 120_000 });
    await page.waitForSelector("html[data-ready]", { timeout: 120_000 });
    const marks = await page.evaluate(() => {
      const paint = performance.getEntriesByName("first-contentful-paint")[0]?.startTime;
      const marks = performance.getEntriesByType("mark").map(({ name, startTime }) => [name, startTime]);
      return Object.fromEntries([["first paint", paint], ...marks.filter(([name]) => name.startsWith("lanes-"))]);
    });
    return { ...marks, ...(await stepped(page)) };
  } finally {
    await context.close();
  }
}

/**
 * What the page makes the processor do, free of what else this machine is doing: the parts beyond 50 ms of every task after
 * the first paint (what Lighthouse calls blocking), and the longest task of a step, as times of a processor that is slower by Lighthouse's factor.
 */
async function worked() {
  const context = await browser.createBrowserContext();
  try {
    const page = await context.newPage();
    await page.setViewport({ width: 412, height: 823, deviceScaleFactor: 1.75, isMobile: true, hasTouch: true });
    await page.tracing.start({ categories: ["toplevel", "blink.user_timing", "devtools.timeline", "loading"] });
    await page.goto(server.url, { waitUntil: "domcontentloaded" });
    await page.waitForSelector("html[data-ready]", { timeout: 120_000 });
    await new Promise((resolve) => setTimeout(resolve, 5000));
    await page.evaluate(() => performance.mark("lanes-stepping"));
    const step = await page.waitForSelector('xpath///div[@id="app"]//button[normalize-space()="Step"]');
    for (let count = 0; count < 6; count += 1) {
      await step.click();
      await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)));
    }
    const { traceEvents } = JSON.parse(new TextDecoder().decode(await page.tracing.stop()));
    const start = traceEvents.findLast(({ name, args }) => name === "navigationStart" && args.data?.documentLoaderURL === server.url);
    const stepping = traceEvents.find(({ name }) => name === "lanes-stepping");
    const main = traceEvents.find(({ name, pid, args }) => name === "thread_name" && args.name === "CrRendererMain" && pid === start.pid);
    const isTask = ({ name, pid, tid, ts, tdur }) =>
      pid === main.pid && tid === main.tid && ts > start.ts && tdur && name.endsWith("RunTask");
    let end = 0;
    // Tasks within tasks are told as well.
    const outer = traceEvents.filter(isTask).sort((one, other) => one.ts - other.ts).filter(({ ts, dur }) => {
      if (ts < end) return false;
      end = ts + dur;
      return true;
    });
    const slow = ({ tdur }) => (tdur / 1000) * SLOW.processor;
    const paint = traceEvents.find(({ name, pid, ts }) => name === "firstContentfulPaint" && pid === start.pid && ts > start.ts);
    const before = outer.filter(({ ts, dur }) => ts + dur > paint.ts && ts < stepping.ts);
    const after = outer.filter(({ ts }) => ts >= stepping.ts);
    return {
      "blocking after the first paint": before.reduce((sum, task) => sum + Math.max(0, slow(task) - 50), 0),
      "the longest task of them": Math.max(...before.map(slow)),
      "the longest task of six steps": Math.max(...after.map(slow)),
    };
  } finally {
    await context.close();
  }
}

function printWorked(rounds) {
  console.log(`\nthe same by processor time alone, ${SLOW.processor} times what it takes here, in milliseconds:`);
  printRows(rounds);
}

/** How long from a press of "Step" to the frame that shows it, for some steps, as the browser itself reports it. */
async function stepped(page) {
  await page.evaluate(() => {
    globalThis.presses = [];
    new PerformanceObserver((list) => {
      for (const { name, duration } of list.getEntries()) if (name === "click") globalThis.presses.push(duration);
    }).observe({ type: "event", durationThreshold: 16, buffered: true });
  });
  const press = async (name) => {
    const button = await page.waitForSelector(`xpath///div[@id="app"]//button[normalize-space()="${name}"]`, { timeout: 20_000 });
    await button.click();
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)));
  };
  // What the page does with its idle time is done by then.
  await new Promise((resolve) => setTimeout(resolve, 8000));
  for (let step = 0; step < 6; step += 1) await press("Step");
  const presses = await page.evaluate(() => globalThis.presses);
  const slowest = presses.length > 0 ? Math.max(...presses) : 16;
  return { "step to paint, the median": median(presses), "step to paint, the slowest": slowest };
}

function printLived(rounds) {
  const { latency, download, processor } = SLOW;
  const speed = `${((download * 8) / 1e6).toFixed(2)} Mbit/s, ${latency} ms, processor ${processor} times slower`;
  console.log(`\na phone (${speed}), in milliseconds:`);
  printRows(rounds);
}

function printRows(rounds) {
  for (const name of Object.keys(rounds[0])) {
    const each = rounds.map((round) => Math.round(round[name]));
    console.log(`  ${name.replace(/^lanes-/, "").padEnd(30)} ${median(each)}${spread(each)}`);
  }
}

function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

function spread(numbers) {
  return numbers.length > 1 ? ` (${Math.min(...numbers)}..${Math.max(...numbers)})` : "";
}
