// Starts the page: loads the app's module and its wasm, and says so in words when that fails.
// A file of its own and not Trunk's inline script, so that the page's security policy needs no inline exception.

const script = document.querySelector("script[data-app]");
// For the app's wasm, which loads the editor later: `import()` is syntax and cannot be called from there.
globalThis.lanesImport = (url) => import(url);

const absolute = (name) => new URL(name, document.baseURI).href;

try {
  const app = await import(absolute(script.dataset.app));
  await app.default({ module_or_path: absolute(script.dataset.wasm) });
} catch (error) {
  const message = document.getElementById("boot-error");
  message.textContent = `Lanes could not start: ${error?.message ?? error}. It needs a browser with WebAssembly; reloading may help if the connection broke.`;
  message.hidden = false;
  throw error;
}
