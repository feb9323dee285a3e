// Down from 10 to 30: what is being served is lost, who waits is refused, and so is who comes.
const server = new Server({ concurrency: 1, serviceMs: 20, outages: [[10, 30], [100, 110]] });
async function ask(name: string) {
  try {
    console.log(Date.now(), await server.request(name));
  } catch (error) {
    console.log(Date.now(), name, error.code, error.message);
  }
}
const early = [ask("served"), ask("waits")];
await sleep(15);
await ask("comes");
await Promise.all(early);
await sleep(10);
await ask("later");
//= 10 waits ECONNREFUSED server is down
//= 15 comes ECONNREFUSED server is down
//= 20 served ECONNRESET the connection was lost: the server went down
//= 30 later
