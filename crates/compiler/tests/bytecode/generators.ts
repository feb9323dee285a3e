function* numbers(limit = 2) {
  try {
    const sent = yield limit;
    yield* sent;
  } finally {
    limit = 0;
  }
}
async function* ticks() {
  for await (const tick of numbers()) yield tick;
  return 1;
}
