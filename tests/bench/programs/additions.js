// A loop of a million additions.
function main() {
  var sum = 0;
  for (var i = 0; i < 1000000; i++) {
    sum = sum + i;
  }
  finish(sum);
}
main();
