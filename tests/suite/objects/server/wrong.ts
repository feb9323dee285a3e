for (const make of [
  () => new Server({ concurrency: 0 }),
  () => new Server({ queueLimit: -1 }),
  () => new Server({ serviceMs: [5, 1] }),
  () => new Server({ serviceMs: { distribution: "poisson" } as any }),
  () => new Server({ failureRate: 1.5 }),
  () => new Server({ outages: [[5, 1]] }),
  () => new Server({ outages: [[5, 10], [8, 12]] }),
  () => new Server({ handle: 5 as any }),
  () => network({ limit: 0 }),
  () => network({ latencyMs: -1 }),
  () => network({ routes: 5 as any }),
  () => network({ failureRate: NaN }),
]) {
  try {
    make();
  } catch (error) {
    console.log(`${error.name}: ${error.message}`);
  }
}
//= RangeError: new Server: concurrency must be a whole number of at least 1, not 0
//= RangeError: new Server: queueLimit must be a whole number of at least 0, not -1
//= RangeError: new Server: serviceMs must be milliseconds that are not negative, [least, most] or a distribution, not [5, 1]
//= RangeError: new Server: serviceMs must be milliseconds that are not negative, [least, most] or a distribution, not {distribution: "poisson"}
//= RangeError: new Server: failureRate must be a number from 0 to 1, not 1.5
//= RangeError: new Server: outages must be an array of [from, to] in milliseconds, in order and apart, not [[5, 1]]
//= RangeError: new Server: outages must be an array of [from, to] in milliseconds, in order and apart, not [[5, 10], [8, 12]]
//= RangeError: new Server: handle must be a function, not 5
//= RangeError: network: limit must be a whole number of at least 1, not 0
//= RangeError: network: latencyMs must be milliseconds that are not negative, [least, most] or a distribution, not -1
//= RangeError: network: routes must be an object, not 5
//= RangeError: network: failureRate must be a number from 0 to 1, not NaN
