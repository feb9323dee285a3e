// A static file server as plain as the plainest host: no rewriting, no special headers, any sub-path.
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { extname, join, normalize, sep } from "node:path";
import { gzipSync } from "node:zlib";

// A module or a streaming wasm is refused by browsers when its type is wrong, so the types are part of what is tested.
const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
};

/**
 * Serves `folder` on a free port of this machine only, under `base` ("/" or "/some/path/").
 * `overrides` maps a name relative to the base to a function of the response: how tests break one file.
 * `isCompressed` sends gzip, as most static hosts do.
 */
export async function serve(folder, { base = "/", overrides = {}, isCompressed = false } = {}) {
  const packed = new Map();
  const pack = (path, content) => {
    if (!packed.has(path)) packed.set(path, gzipSync(content, { level: 9 }));
    return packed.get(path);
  };
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, "http://localhost");
    const refuse = (status) => response.writeHead(status, { "content-type": "text/plain" }).end(String(status));
    if (!pathname.startsWith(base)) return refuse(404);
    const name = decodeURIComponent(pathname.slice(base.length)) || "index.html";
    const override = Object.keys(overrides).find((pattern) => new RegExp(pattern).test(name));
    if (override) return overrides[override](response, name);
    const path = normalize(join(folder, name));
    if (!path.startsWith(folder + sep)) return refuse(403);
    try {
      const content = await readFile(path);
      const type = { "content-type": TYPES[extname(path)] ?? "application/octet-stream" };
      if (isCompressed && /\bgzip\b/.test(request.headers["accept-encoding"])) {
        response.writeHead(200, { ...type, "content-encoding": "gzip", vary: "accept-encoding" }).end(pack(path, content));
      } else {
        response.writeHead(200, type).end(content);
      }
    } catch {
      refuse(404);
    }
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}${base}`,
    close: () =>
      new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  };
}
