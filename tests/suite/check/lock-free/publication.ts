// lanes: model=threads
// check: threads=assertion(4),race(5)
// The flag is up before the message is there.
let message = "";
const isReady = new AtomicInt(0);
async function publish() {
  isReady.set(1);
  message = "hello";
}
async function read() {
  while (isReady.get() === 0) {}
  assert(message === "hello", "an empty message");
}
await Promise.all([spawn("publisher", publish), spawn("reader", read)]);
