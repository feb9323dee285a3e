// lanes: model=threads
// check: threads=holds
// First the message, then the flag.
let message = "";
const isReady = new AtomicInt(0);
async function publish() {
  message = "hello";
  isReady.set(1);
}
async function read() {
  while (isReady.get() === 0) {}
  assert(message === "hello", "an empty message");
}
await Promise.all([spawn("publisher", publish), spawn("reader", read)]);
