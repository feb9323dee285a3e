// Starts the page: loads the app's module and its wasm beside the engine, has the app take the place of the first frame, and
// says so in words when something fails.
// A file of its own and not Trunk's inline script, so that the page's security policy needs no inline exception.

import { early } from "./early";

declare global {
  var lanesImport: (url: string) => Promise<unknown>;
  var lanesTurn: () => Promise<void>;
  var lanesEngine: Promise<void>;
}

const script = document.querySelector<HTMLScriptElement>("script[data-app]")!;
const absolute = (name = "") => new URL(name, document.baseURI).href;

// For the app's wasm, which loads the editor later: `import()` is syntax and cannot be called from there.
globalThis.lanesImport = (url) => import(url);

// Gives the browser a turn: what the visitor did meanwhile comes first. A timer would wait for milliseconds more each time.
globalThis.lanesTurn = () =>
  globalThis.scheduler?.yield?.() ??
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });

const takeOver = early(document.getElementById("first-frame"), document.getElementById("app")!);
void isReady().then(takeOver);

// The core (compiler, virtual machine, world) may ship as a second wasm file that fills in functions of the first. The app
// awaits this promise before it calls any of them.
let start: (parts: [WebAssembly.Exports, Promise<WebAssembly.Module> | undefined]) => void;
globalThis.lanesEngine = new Promise<Parameters<typeof start>[0]>((resolve) => (start = resolve)).then(
  async ([app, engine]) => {
    if (engine) await WebAssembly.instantiate(await engine, { app });
  },
);

try {
  await painted();
  const engine = loadEngine();
  // Whoever awaits it hears of a failure; until then it is nobody's.
  engine?.catch(() => {});
  const app = await import(absolute(script.dataset.app));
  start!([await app.default({ module_or_path: absolute(script.dataset.wasm) }), engine]);
  await globalThis.lanesEngine;
} catch (error) {
  showFailure(error);
  throw error;
}

/** What is on the screen is there before its program takes a share of the line. A hidden page paints nothing. */
function painted(): Promise<unknown> {
  const frame = new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  return Promise.race([frame, new Promise((resolve) => setTimeout(resolve, document.hidden ? 0 : 1_000))]);
}

/** The app says it with an attribute, of which an observer learns before the next frame. */
function isReady(): Promise<void> {
  return new Promise((resolve) => {
    const root = document.documentElement;
    new MutationObserver((_, observer) => {
      observer.disconnect();
      resolve();
    }).observe(root, { attributeFilter: ["data-ready"] });
  });
}

/** Compiles the engine while it arrives. A build in one piece names none. */
function loadEngine(): Promise<WebAssembly.Module> | undefined {
  const name = document.querySelector<HTMLMetaElement>('meta[name="lanes-engine"]')?.content;
  return name ? compile(absolute(name)) : undefined;
}

async function compile(address: string): Promise<WebAssembly.Module> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`the server answered ${response.status} for a part of the page`);
  // A server may not know what wasm is; then the whole of it is read first.
  const isWasm = response.headers.get("content-type")?.startsWith("application/wasm");
  return isWasm ? WebAssembly.compileStreaming(response) : WebAssembly.compile(await response.arrayBuffer());
}

function showFailure(error: unknown) {
  const box = document.getElementById("boot-error")!;
  const reason = error instanceof Error ? error.message : String(error);
  box.querySelector("p")!.textContent =
    `Lanes could not start: ${reason}. It needs a browser with WebAssembly; reloading may help if the connection broke.`;
  box.querySelector("button")!.addEventListener("click", () => location.reload());
  box.hidden = false;
}
