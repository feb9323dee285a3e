// check: tasks=exception(4) event-loop=exception(4)
// What may fail is tried both ways: nobody handles it.
network({ failureRate: 0.01 });
const response = await fetch("/");
assert(response.ok);
