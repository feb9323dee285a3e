// Links and files: what one person sees another one sees, and nothing that was written is lost.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { expectNoSeriousAxeViolations, lanes } from "./harness.mjs";
import { person, soon } from "./person.mjs";

const RACE = `// lanes: model=threads
let counter = 0;
async function add() {
  counter = counter + 1;
}
await Promise.all([spawn("A", add), spawn("B", add)]);
console.log(\`counter = \${counter}\`);
`;
const SIZES = { phone: [390, 844], desk: [1280, 800], wide: [1920, 1080] };

/** Opens the dialog and tells what is in it. */
async function shares(page) {
  await page.getByRole("button", { name: "Share and save" }).click();
  const dialog = page.getByRole("dialog", { name: "Share and save" });
  await dialog.waitFor();
  return dialog;
}

/** What a run has said so far: the sentence, every event, every printed line. */
async function log(page, me) {
  await me.tab(/^Events/).click();
  const rows = await page.getByRole("tabpanel").getByRole("row").allTextContents();
  return { sentence: await me.sentence.textContent(), rows, printed: await me.printed(), text: await me.text() };
}

/** What is saved when a button is pressed: its name and its content. */
async function saved(page, press) {
  const [download] = await Promise.all([page.waitForEvent("download"), press()]);
  return { name: download.suggestedFilename(), content: await readFile(await download.path()) };
}

test("a link opens in another browser at the same step of the same run", lanes(async ({ page, open, url, context }) => {
  const me = person(page);
  await open();
  await me.choosesLesson("Free playground");
  await me.pastes(RACE);
  await me.runs();
  for (let step = 0; step < 3; step++) await me.button("Back").click();
  const dialog = await shares(page);
  const link = await dialog.getByRole("textbox", { name: "Link" }).inputValue();
  assert.ok(link.startsWith(`${url}#v1.`), link);
  await dialog.getByText(/It holds the program, the machine, and the run at step/).waitFor();
  await dialog.getByText("QR code, for a classroom").click();
  await dialog.getByRole("img", { name: "QR code of the link" }).waitFor();
  await page.keyboard.press("Escape");
  const [steps, here] = [await me.steps(), await log(page, me)];
  assert.ok(steps.at < steps.all && here.rows.length > 3);

  const stranger = await (await context.browser().newContext({ reducedMotion: "reduce" })).newPage();
  const they = person(stranger);
  await stranger.goto(link);
  await stranger.locator("html[data-ready]").waitFor();
  await soon(async () => assert.deepEqual(await they.steps(), steps));
  assert.deepEqual(await log(stranger, they), here);
  // And when the address changes in an open page.
  await stranger.goto("about:blank");
  await stranger.goto(url);
  await stranger.locator("html[data-ready]").waitFor();
  await stranger.evaluate((hash) => { location.hash = hash; }, new URL(link).hash);
  await soon(async () => assert.deepEqual(await they.steps(), steps));
  await stranger.context().close();
}));

test("a link keeps the draft, and a button goes back to it", lanes(async ({ page, open, url }) => {
  const me = person(page);
  await open();
  await me.choosesLesson("Free playground");
  await me.pastes(RACE);
  const link = await (await shares(page)).getByRole("textbox", { name: "Link" }).inputValue();
  await page.keyboard.press("Escape");
  await me.pastes("// mine\nconsole.log(1);\n");
  await page.evaluate((hash) => { location.hash = hash; }, new URL(link).hash);
  await page.getByText("This program came with a link. Yours is kept as it was.").waitFor();
  await soon(async () => assert.equal(`${await me.text()}\n`, RACE));
  await me.button("Go back to it").click();
  await soon(async () => assert.equal(await me.text(), "// mine\nconsole.log(1);"));
  assert.equal(page.url(), url, "the address no longer says what is not there");
}));

test("a damaged link is one clear note and a page that works", lanes(async ({ page, open }) => {
  const me = person(page);
  await open("#v1.this-is-no-link");
  await page.getByText("This link cannot be opened: it is damaged, perhaps cut off on its way.").waitFor();
  await me.runs();
}));

test("the link is copied, and saying so is seen in the dialog", lanes(async ({ page, open, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await open();
  const dialog = await shares(page);
  await dialog.getByRole("button", { name: "Copy link" }).click();
  await dialog.getByText("Copied.").waitFor();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  assert.equal(copied, await dialog.getByRole("textbox", { name: "Link" }).inputValue());
}));

test("programs are opened from files, chosen or dropped, and saved as files", lanes(async ({ page, open }) => {
  const me = person(page);
  await open();
  await me.choosesLesson("Free playground");
  await me.pastes("// mine\n");
  let dialog = await shares(page);
  await dialog.getByLabel("Open a file…").setInputFiles({ name: "theirs.js", mimeType: "text/javascript", buffer: Buffer.from(RACE) });
  await dialog.waitFor({ state: "hidden" });
  await soon(async () => assert.equal(`${await me.text()}\n`, RACE));
  await me.button("Go back to it").click();
  await soon(async () => assert.equal(await me.text(), "// mine"));
  // Onto the editor, which would otherwise put the text where it falls.
  await me.program.evaluate((element, text) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([text], "dropped.ts", { type: "text/plain" }));
    for (const kind of ["dragover", "drop"]) {
      element.dispatchEvent(new DragEvent(kind, { dataTransfer: transfer, bubbles: true, cancelable: true }));
    }
  }, RACE);
  await page.getByText("dropped.ts is open. The program that was here is kept.").waitFor();
  await soon(async () => assert.equal(`${await me.text()}\n`, RACE));
  dialog = await shares(page);
  const file = await saved(page, () => dialog.getByRole("button", { name: "Save dropped.ts" }).click());
  assert.deepEqual([file.name, file.content.toString()], ["dropped.ts", RACE]);
}));

test("a run is saved as pictures, as a table and as a trace", lanes(async ({ page, open }) => {
  const me = person(page);
  await open();
  await me.choosesLesson("Free playground");
  await me.pastes(RACE);
  await me.runs();
  const dialog = await shares(page);
  const save = (name) => saved(page, () => dialog.getByRole("button", { name }).click());
  const svg = await save("Picture of the whole run (SVG)");
  assert.equal(svg.name, "program-lanes.svg");
  const shown = await page.evaluate((text) => {
    const parsed = new DOMParser().parseFromString(text, "image/svg+xml");
    const words = [...parsed.querySelectorAll("text")].map((element) => element.textContent);
    return { broken: parsed.querySelector("parsererror")?.textContent, words };
  }, svg.content.toString());
  assert.equal(shown.broken, undefined);
  for (const word of ["main", "A", "B", "reads", "writes"]) assert.ok(shown.words.includes(word), word);
  const png = await save("The same as PNG");
  assert.equal(png.name, "program-lanes.png");
  assert.deepEqual([...png.content.subarray(0, 4)], [0x89, 0x50, 0x4e, 0x47]);
  const [width, height] = [png.content.readUInt32BE(16), png.content.readUInt32BE(20)];
  assert.ok(width > 1000 && height > 200, `${width} by ${height}`);
  const csv = (await save("Table of events (CSV)")).content.toString();
  assert.match(csv, /^step,time in ms,lane,line,what,object,value\r\n/);
  const trace = JSON.parse((await save("Chrome trace, for Perfetto (JSON)")).content.toString());
  assert.ok(trace.traceEvents.some(({ ph, name }) => ph === "X" && name === "runs"));
}));

for (const [size, [width, height]] of Object.entries(SIZES)) {
  for (const colorScheme of ["light", "dark"]) {
    test(`the dialog fits and is accessible: ${size}, ${colorScheme}`, lanes(async ({ page, open }) => {
      await open();
      await page.keyboard.press("Control+s");
      const dialog = page.getByRole("dialog", { name: "Share and save" });
      await dialog.waitFor();
      if (process.env.LANES_LOOK) await page.screenshot({ path: `${process.env.LANES_LOOK}/dialog-${size}-${colorScheme}.png` });
      await dialog.getByText("QR code, for a classroom").click();
      await dialog.getByRole("img", { name: "QR code of the link" }).waitFor();
      const overflow = await dialog.evaluate((element) => [element.scrollWidth - element.clientWidth, document.documentElement.scrollWidth - innerWidth]);
      assert.ok(overflow.every((pixels) => pixels <= 0), `wider than the screen by ${overflow}`);
      await expectNoSeriousAxeViolations(page);
      if (process.env.LANES_LOOK) await page.screenshot({ path: `${process.env.LANES_LOOK}/share-${size}-${colorScheme}.png` });
      // By keyboard alone: everything is reached, and Escape leads back to where one was.
      for (let presses = 0; presses < 30; presses++) {
        await page.keyboard.press("Tab");
        if (await dialog.getByRole("button", { name: "Close" }).evaluate((element) => element === document.activeElement)) break;
      }
      await page.keyboard.press("Enter");
      await dialog.waitFor({ state: "hidden" });
    }, { context: { viewport: { width, height }, colorScheme } }));
  }
}
