// check: tasks=exception(7) event-loop=exception(9)
// A second try may fail as well.
network({ failureRate: 0.01 });
async function get(tries: number): Promise<any> {
  try {
    return await fetch("/");
  } catch (error) {
    if (tries === 0) throw error;
    return await get(tries - 1);
  }
}
const response = await get(1);
assert(response.ok);
