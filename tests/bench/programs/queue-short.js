// 20,000 objects through an array used as a queue that never holds more than ten.
function main() {
  var queue = [];
  var sum = 0;
  for (var i = 0; i < 20000; i++) {
    queue.push({ id: i, name: "job" });
    if (queue.length === 10) {
      while (queue.length > 0) sum += queue.shift().id;
    }
  }
  finish(sum);
}
main();
