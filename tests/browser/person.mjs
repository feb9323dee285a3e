// What a person does on the page and sees there, by role and name. Owns no assertion about a scenario; the *.test.mjs do.
import assert from "node:assert/strict";

const PATIENCE_MS = 20_000;
const PAUSE_MS = 40;

/** Tries again until what is asked for is so: the page answers in its own time. */
export async function soon(check) {
  const end = Date.now() + PATIENCE_MS;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > end) throw error;
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
  }
}

/** The parts of the page that the scenarios speak about. */
export function person(page) {
  const button = (name) => page.getByRole("button", { name, exact: true });
  const sentence = page.getByRole("status", { name: "What just happened" });
  const position = page.getByRole("slider", { name: "Position in the run" });
  const program = page.getByRole("textbox", { name: "Program" });
  const outcome = page.getByTestId("outcome");
  const verdict = page.getByTestId("verdict");
  const checks = page.getByRole("tabpanel").getByRole("list", { name: "Checks" }).locator("> li");
  const me = {
    button, sentence, position, program, outcome, verdict, checks,
    lane: (name) => page.getByRole("list", { name: "Choose who takes the next step" }).getByRole("button", { name }),
    console: page.getByRole("list", { name: "Console" }).getByRole("listitem"),
    problems: page.getByRole("list", { name: "Problems" }).getByRole("listitem"),
    tab: (name) => page.getByRole("tab", { name }),
    lesson: page.getByRole("article").filter({ has: page.getByRole("heading", { level: 2 }) }),
    picture: page.getByRole("group", { name: /Picture of the lanes/ }).locator("canvas"),

    /** How many steps were taken, of how many that are known. */
    async steps() {
      const words = await position.getAttribute("aria-valuetext");
      const [, at, all] = /after (\d+) of (\d+) steps/.exec(words);
      return { at: Number(at), all: Number(all) };
    },
    async seesStep(at) {
      await soon(async () => assert.equal((await me.steps()).at, at));
    },
    async sees(locator, text) {
      await locator.filter({ hasText: text }).first().waitFor();
    },
    /** The value that a shared variable has on the stage; undefined if it is not there. */
    async variable(name) {
      const rows = await page.locator("table.variables tr").evaluateAll((rows) =>
        rows.map((row) => [row.querySelector("th").textContent, row.querySelector(".value").textContent]));
      return new Map(rows).get(name);
    },
    async printed() {
      const tab = me.tab(/^Console/);
      if ((await tab.getAttribute("aria-selected")) !== "true") await tab.click();
      return me.console.locator("pre").allTextContents();
    },
    /** Everything that is painted on the canvas. */
    async painted() {
      // The canvas is painted in the frame after a change.
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))));
      return me.picture.evaluate((canvas) => canvas.toDataURL());
    },

    async choosesLesson(label) {
      // A solved lesson carries a mark before its name.
      const option = page.getByRole("combobox", { name: "Lesson" }).locator("option", { hasText: label });
      await page.getByRole("combobox", { name: "Lesson" }).selectOption(await option.getAttribute("value"));
      if (label !== "Free playground") await page.getByRole("heading", { level: 2, name: label }).waitFor();
    },
    /** Replaces the whole program, as one does with the clipboard. */
    async pastes(text) {
      // Until the editor's chunk is there a text area takes its place; what is selected in it is not selected any more then.
      await program.and(page.locator(".cm-content")).waitFor();
      await program.click();
      await page.keyboard.press("Control+a");
      await page.keyboard.insertText(text);
      await soon(async () => assert.equal(await me.text(), text.replace(/\n$/, "")));
    },
    /** The program as it stands in the editor, or in the plain text area in its place. */
    async text() {
      return program.evaluate((element) => {
        if (element.value !== undefined) return element.value.replace(/\n$/, "");
        const lines = [...element.querySelectorAll(".cm-line")].map((line) => line.textContent);
        return lines.join("\n").replace(/\n$/, "");
      });
    },
    /** Goes to the line that says `old` and types `next` in its place, key by key; its indentation stays. */
    async changesLine(old, next) {
      const line = program.locator(".cm-line").filter({ hasText: old });
      await line.first().scrollIntoViewIfNeeded();
      await line.first().click();
      await page.keyboard.press("Home");
      await page.keyboard.press("Shift+End");
      await page.keyboard.type(next);
    },
    /** Forgets the run that is on stage, and lets `main` start the workers. */
    async startsOver() {
      // On a phone it is folded away with what is needed less often.
      const more = button("More");
      if (await more.isVisible()) await more.click();
      await button("Reset").click();
      await soon(async () => {
        if ((await me.lane("worker 1").count()) === 0) await button("Step").click();
        assert.equal(await me.lane("worker 1").count(), 1);
      });
    },
    async proves() {
      await button("Prove").click();
      await verdict.filter({ hasNotText: "Checking" }).filter({ hasText: /\S/ }).waitFor();
    },
    async runs() {
      await button("Run").click();
      await outcome.waitFor();
    },
  };
  return me;
}
