// Connections that die at their third use: the pool notices when one is to be lent again, and opens another.
const pool = new ConnectionPool(() => simulatedConnection({ connectMs: 20, latencyMs: 5, diesAtUse: 3 }), { maxSize: 1, minSize: 0 });
for (let i = 0; i < 5; i++) {
  try {
    console.log(Date.now(), await pool.withConnection((connection) => connection.query("select", i)));
  } catch (error) {
    console.log(Date.now(), error.code, error.message);
  }
}
const refused = simulatedConnection({ refuseRate: 1 });
const failing = simulatedConnection({ failureRate: 1, diesAfterMs: 50 });
await failing.connect();
for (const attempt of [
  () => refused.connect(),
  () => refused.query("x"),
  () => failing.connect(),
  () => failing.query("x"),
  () => sleep(50).then(() => failing.query("x")),
  () => failing.disconnect().then(() => failing.query("x")),
]) {
  try {
    await attempt();
  } catch (error) {
    console.log(error.code, error.message);
  }
}
for (const options of [{ diesAtUse: 0 }, { refuseRate: -1 }, { connectMs: NaN }, { diesAfterMs: 0 }, 7]) {
  try {
    simulatedConnection(options as any);
  } catch (error) {
    console.log(`${error.name}: ${error.message}`);
  }
}
//= 0 0
//= 25 1
//= 30 ECONNRESET connection is dead
//= 30 3
//= 55 4
//= ECONNREFUSED the connection was refused
//= ENOTCONN refused is not connected
//= EISCONN failing is connected already
//= EFAILED the query failed
//= ECONNRESET failing is dead
//= ENOTCONN failing is closed
//= RangeError: simulatedConnection: diesAtUse must be a whole number of at least 1, not 0
//= RangeError: simulatedConnection: refuseRate must be a number from 0 to 1, not -1
//= RangeError: simulatedConnection: connectMs must be milliseconds that are not negative, [least, most] or a distribution, not NaN
//= RangeError: simulatedConnection: diesAfterMs must be a number of milliseconds above 0, not 0
//= RangeError: simulatedConnection: the options must be an object, not 7
