// 20,000 objects queued all at once, then taken one by one.
function main() {
  var queue = [];
  for (var i = 0; i < 20000; i++) queue.push({ id: i, name: "job" });
  var sum = 0;
  while (queue.length > 0) sum += queue.shift().id;
  finish(sum);
}
main();
