// An abort ends a wait with the signal's reason and leaves no trace: whoever stood behind moves up.
const s = new Semaphore(1);
const stop = new AbortController();
await s.acquire();
const first = spawn("first", async () => {
  try {
    await s.acquire({ signal: stop.signal });
    console.log("first got it");
  } catch (error) {
    console.log("first:", (error as Error).name, (error as Error).message);
  }
});
const second = spawn("second", async () => {
  await s.acquire();
  console.log("second got it");
  s.release();
});
await sleep(10);
console.log("waiting", s.waiting);
stop.abort();
await first;
console.log("waiting", s.waiting);
s.release();
await second;
console.log("available", s.available);

// An abort that comes too late changes nothing, and neither does one before anybody waits.
const late = new AbortController();
await s.acquire({ signal: late.signal });
late.abort("too late");
console.log("still held", s.available);
try {
  await s.acquire({ signal: late.signal });
} catch (reason) {
  console.log("refused:", reason, s.waiting);
}
s.release();

// Every waiting method, and sleep.
const m = new Mutex();
const c = new Channel<number>();
const d = new Channel<number>();
const each = new AbortController();
await m.lock();
const waits = [
  m.lock({ signal: each.signal }),
  m.tryLockFor(1000, { signal: each.signal }),
  c.send(1, { signal: each.signal }),
  d.receive({ signal: AbortSignal.any([each.signal]) }),
  sleep(1000, { signal: each.signal }),
];
spawn("stopper", async () => {
  await sleep(5);
  each.abort(new Error("enough"));
});
for (const wait of await Promise.allSettled(waits)) {
  console.log(wait.status, wait.status === "rejected" ? wait.reason.message : wait.value);
}
console.log(m.waiting, performance.now() < 100);
m.unlock();
//= waiting 2
//= first: AbortError This operation was aborted
//= waiting 1
//= second got it
//= available 1
//= still held 0
//= refused: too late 0
//= rejected enough
//= rejected enough
//= rejected enough
//= rejected enough
//= rejected enough
//= 0 true
