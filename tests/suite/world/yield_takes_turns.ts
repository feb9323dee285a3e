// lanes: model=tasks
for (const name of ["A", "B", "C"]) {
  spawn(name, async () => {
    for (let i = 1; i <= 2; i++) {
      console.log(name, i);
      await yieldNow();
    }
  });
}
//= A 1
//= B 1
//= C 1
//= A 2
//= B 2
//= C 2
