// expect: too-slow - the bound is kept by never having two jobs in flight
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

async function processAll(): Promise<number[]> {
  const results: number[] = [];
  for (let id = 0; id < JOBS; id++) {
    results.push(await runJob(id));
  }
  return results;
}

// given
report(await processAll());
// end given
