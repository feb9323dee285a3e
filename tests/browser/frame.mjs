// How long the page's script works for a frame of the lanes with ten thousand of them, in a real browser:
//
//     node frame.mjs FOLDER
//
// `cargo xtask bench frame` builds the page that ships and starts this. It prints and judges nothing: times depend on the
// machine. "Painting" is the script that puts the picture on its canvas, in the animation frame; "all script" is everything
// from the press or the turn of the wheel on: the session's update, the view, the components and the painting.
import { createRequire } from "node:module";
import { soon, person } from "./person.mjs";
import { serve } from "./server.mjs";

// The packages live in web/node_modules, which is not above this folder.
const require = createRequire(new URL("../../web/package.json", import.meta.url));
const { chromium } = require("playwright-core");

const LANES = Number(process.env.LANES_COUNT ?? 10_000);
const FRAMES = 60;
const FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-component-update"];
const PROGRAM = `const gate = new Semaphore(8);
async function work() {
  await gate.acquire();
  await sleep(1);
  gate.release();
}
const workers = [];
for (let i = 1; i <= ${LANES}; i++) workers.push(spawn(\`w\${i}\`, work));
await Promise.all(workers);
`;

const server = await serve(process.argv[2]);
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: FLAGS });
try {
  for (const viewport of [{ width: 1280, height: 800 }, { width: 1920, height: 1080 }]) {
    const page = await browser.newPage({ viewport });
    page.setDefaultTimeout(240_000);
    await page.addInitScript(() => {
      const ask = globalThis.requestAnimationFrame.bind(globalThis);
      globalThis.lanesPainting = 0;
      globalThis.lanesFrame = () => new Promise((done) => ask(() => ask(() => setTimeout(done))));
      globalThis.requestAnimationFrame = (paint) => ask((time) => {
        const start = performance.now();
        paint(time);
        globalThis.lanesPainting += performance.now() - start;
      });
    });
    await page.goto(server.url);
    await page.locator("html[data-ready]").waitFor();
    await page.mouse.move(1, 1);
    await measured(page, viewport);
    await page.close();
  }
} finally {
  await browser.close();
  await server.close();
}

async function measured(page, viewport) {
  const me = person(page);
  await me.choosesLesson("Free playground");
  await me.pastes(PROGRAM);
  await me.button("Run").click();
  // Such a run asks now and then whether to go on.
  await soon(async () => {
    if (await me.outcome.isVisible()) return;
    const more = me.button("Continue");
    if (await more.isVisible()) await more.click();
    throw new Error("the run has not ended");
  });
  const { all } = await me.steps();
  console.log(`${viewport.width}x${viewport.height}: ${LANES.toLocaleString("en-US")} lanes, ${all.toLocaleString("en-US")} steps, milliseconds of ${FRAMES} frames, median (worst)`);
  console.log(`  ${"".padEnd(28)}${"painting".padEnd(20)}all script`);
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Performance.enable");
  const view = page.getByRole("group", { name: /Picture of the lanes/ });
  const { x, y, width, height } = await view.boundingBox();
  const middle = { x: x + width / 2, y: y + height / 2 };
  await page.mouse.click(middle.x, y + 10);
  const wheel = (dx, dy) => () => page.mouse.wheel(dx, dy);
  const zoom = (dy) => async () => {
    await page.keyboard.down("Control");
    await page.mouse.wheel(0, dy);
    await page.keyboard.up("Control");
  };
  const key = (name) => () => page.keyboard.press(name);
  const move = (index) => page.mouse.move(x + (index * 37) % width, y + 30 + (index * 23) % (height - 40));
  const toAndFro = (there, back) => (index) => (index % 20 < 10 ? there : back)(index);
  await view.focus();
  for (const isFolded of [true, false]) {
    if (!isFolded) {
      const family = page.getByRole("button", { name: /^w1…/ });
      await family.click();
      await soon(async () => {
        if ((await family.getAttribute("aria-expanded")) !== "true") throw new Error("the family is not open");
      });
      await view.focus();
    }
    const deeds = {
      step: key("ArrowRight"),
      back: key("ArrowLeft"),
      "move along the run": toAndFro(wheel(80, 0), wheel(-80, 0)),
      zoom: toAndFro(zoom(-60), zoom(60)),
      "the pointer moves": move,
      ...(isFolded ? {} : { "scroll the rows": toAndFro(wheel(0, 120), wheel(0, -120)) }),
    };
    for (const shown of ["a few steps", "the whole run"]) {
      if (shown === "the whole run") await page.keyboard.press("0");
      console.log(`  ${isFolded ? "folded" : "every lane a row"}, ${shown}`);
      for (const [name, deed] of Object.entries(deeds)) {
        await page.mouse.move(middle.x, middle.y);
        await rest(page);
        const rows = [];
        for (let index = 0; index < FRAMES; index += 1) rows.push(await frame(page, devtools, () => deed(index)));
        console.log(`    ${name.padEnd(26)}${spread(rows.map(({ painting }) => painting))}${spread(rows.map(({ script }) => script))}`);
      }
    }
  }
}

/** What the page's script works for one deed, until the frame after it has been painted. */
async function frame(page, devtools, deed) {
  const before = await scripts(page, devtools);
  await deed();
  await page.evaluate(() => globalThis.lanesFrame());
  const after = await scripts(page, devtools);
  return { painting: after.painting - before.painting, script: after.script - before.script };
}

async function scripts(page, devtools) {
  const painting = await page.evaluate(() => globalThis.lanesPainting);
  const { metrics } = await devtools.send("Performance.getMetrics");
  return { painting, script: metrics.find(({ name }) => name === "ScriptDuration").value * 1000 };
}

/** What is still to be done of the deed before is not counted for the next. */
async function rest(page) {
  await page.evaluate(() => new Promise((done) => setTimeout(done, 500)));
}

function spread(values) {
  const sorted = [...values].sort((one, other) => one - other);
  return `${sorted[sorted.length >> 1].toFixed(1)} (${sorted.at(-1).toFixed(1)})`.padEnd(20);
}
