let level = 0;
always("level stays below 3", () => level < 3);
for (let i = 0; i < 5; i++) {
  level++;
  await yieldNow();
}
console.log("never");
//! level stays below 3
