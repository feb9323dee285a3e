// lanes: model=threads
// check: threads=race(4)
// The right order with a plain flag: it works in this world, and no language promises that it does.
let message = "";
let isReady = false;
async function publish() {
  message = "hello";
  isReady = true;
}
async function read() {
  while (!isReady) {}
  assert(message === "hello", "an empty message");
}
await Promise.all([spawn("publisher", publish), spawn("reader", read)]);
