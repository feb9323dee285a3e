// lanes: model=tasks
// `select` waits for several things at once and takes the first
// that is ready: a message, another message, or the end of
// patience. Change the times and see who wins.
const letters = new Channel<string>();
const parcels = new Channel<string>();

spawn(
  "postman",
  async () => {
    await sleep(30);
    await letters.send("a letter");
  },
  { daemon: true },
);
spawn(
  "courier",
  async () => {
    await sleep(50);
    await parcels.send("a parcel");
  },
  { daemon: true },
);

for (let i = 0; i < 3; i++) {
  const { index, value } = await select([
    letters.onReceive(),
    parcels.onReceive(),
    after(40),
  ]);
  console.log(index === 2 ? "nothing for a while" : value);
}
