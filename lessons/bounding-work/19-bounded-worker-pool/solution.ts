// lanes: model=event-loop

// given: the jobs, and the rules that they keep. Leave this part as it is.
const JOBS = 100;
const LIMIT = 10;

const started: number[] = [];
let inFlight = 0;
always("at most LIMIT jobs in flight", () => inFlight <= LIMIT);

// A call to a slow service: 50 to 80 ms, then the job's id comes back.
async function runJob(id: number): Promise<number> {
  started.push(id);
  inFlight = inFlight + 1;
  await sleep(50 + ((id * 7) % 31));
  inFlight = inFlight - 1;
  return id;
}

function report(results: number[]) {
  exactlyOnce("started", started);
  exactlyOnce("returned", results);
  console.log(`Processed ${results.length} jobs`);
}

function exactlyOnce(what: string, ids: number[]) {
  ids.sort((a, b) => a - b);
  for (let id = 0; id < JOBS; id++) {
    assert(ids[id] === id, `job ${id} was not ${what} exactly once`);
  }
  assert(ids.length === JOBS, `${ids.length} jobs ${what} instead of ${JOBS}`);
}
// end given

// LIMIT workers share one queue. A worker that is done takes the next job at once, so the bound is the number of
// workers, and nobody idles while there is work.
async function processAll(): Promise<number[]> {
  const queue: number[] = [];
  for (let id = 0; id < JOBS; id++) {
    queue.push(id);
  }
  const results: number[] = [];

  async function worker() {
    while (queue.length > 0) {
      // No await between the test above and this line: no other worker can take the last job in between.
      const id = queue.shift();
      const result = await runJob(id);
      results.push(result);
    }
  }

  const workers = [];
  for (let n = 0; n < LIMIT; n++) {
    workers.push(worker());
  }
  await Promise.all(workers);
  return results;
}

// given
report(await processAll());
// end given
