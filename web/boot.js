// Starts the page: loads the app's module and its wasm, then the engine, and says so in words when one of them fails.
// A file of its own and not Trunk's inline script, so that the page's security policy needs no inline exception.

const script = document.querySelector("script[data-app]");
const absolute = (name) => new URL(name, document.baseURI).href;

// For the app's wasm, which loads the editor later: `import()` is syntax and cannot be called from there.
globalThis.lanesImport = (url) => import(url);

// The core (compiler, virtual machine, world) may ship as a second wasm file that fills in functions of the first, so
// that the page is on screen before it. The app awaits this promise before it calls any of them.
let start;
globalThis.lanesEngine = new Promise((resolve) => (start = resolve)).then(loadEngine);

try {
  const app = await import(absolute(script.dataset.app));
  start(await app.default({ module_or_path: absolute(script.dataset.wasm) }));
  await globalThis.lanesEngine;
} catch (error) {
  showFailure(error);
  throw error;
}

/** Instantiates the engine over the app's memory and table. A build in one piece names none. */
async function loadEngine(exports) {
  const name = document.querySelector('meta[name="lanes-engine"]')?.content;
  if (!name) return;
  const response = await fetch(absolute(name));
  if (!response.ok) throw new Error(`the server answered ${response.status} for a part of the page`);
  const imports = { app: exports };
  // A server may not know what wasm is; then the whole of it is read first.
  const isWasm = response.headers.get("content-type")?.startsWith("application/wasm");
  if (isWasm) await WebAssembly.instantiateStreaming(response, imports);
  else await WebAssembly.instantiate(await response.arrayBuffer(), imports);
}

function showFailure(error) {
  const box = document.getElementById("boot-error");
  box.querySelector("p").textContent =
    `Lanes could not start: ${error?.message ?? error}. It needs a browser with WebAssembly; reloading may help if the connection broke.`;
  box.querySelector("button").addEventListener("click", () => location.reload());
  box.hidden = false;
}
