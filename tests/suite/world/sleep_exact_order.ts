// lanes: model=tasks
for (const ms of [30, 10, 20]) {
  spawn("sleeper " + ms, async () => {
    await sleep(ms);
    console.log("woke after", ms);
  });
}
console.log("main ends first");
//= main ends first
//= woke after 10
//= woke after 20
//= woke after 30
