// lanes: seed=3
// What a URL answers is in the routes of the network: a value, a function, a server.
const server = new Server({ concurrency: 1, queueLimit: 0, serviceMs: 50, handle: (request: any) => request.method });
network({
  latencyMs: 20,
  routes: {
    "/users": [{ id: 1, name: "Ann" }],
    "/echo": (request: any) => request.body,
    "/teapot": { status: 418, body: "short and stout" },
    "/files/*": ({ url }: any) => url,
    "/api": server,
  },
});
const users = await fetch("https://example.org/users?page=1");
console.log(Date.now(), users.status, users.ok, await users.json());
console.log(await (await fetch("/echo", { method: "POST", body: "hello" })).text());
for (const url of ["/teapot", "/files/a/b.txt", "/nowhere"]) {
  const response = await fetch(url);
  console.log(url, response.status, response.ok, await response.text());
}
const both = await Promise.all([fetch("/api"), fetch("/api", { method: "PUT" })]);
console.log(Date.now(), both.map((response) => response.status));
const controller = new AbortController();
setTimeout(() => controller.abort(), 5);
try {
  await fetch("/users", { signal: controller.signal });
} catch (error) {
  console.log(Date.now(), error.name);
}
try {
  await fetch("/users", { signal: controller.signal });
} catch (error) {
  console.log(Date.now(), error.name);
}
try {
  await (await fetch("/files/x")).json();
} catch (error) {
  console.log(error.name);
}
//= 20 200 true [ { id: 1, name: 'Ann' } ]
//= hello
//= /teapot 418 false short and stout
//= /files/a/b.txt 200 true /files/a/b.txt
//= /nowhere 404 false there is no /nowhere
//= 240 [ 200, 200 ]
//= 245 AbortError
//= 245 AbortError
//= SyntaxError
