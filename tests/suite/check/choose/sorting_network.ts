// check: threads=holds tasks=holds event-loop=holds
// Three comparisons sort three numbers, whatever they are.
const numbers = [choose(3), choose(3), choose(3)];
function compare(i: number, j: number) {
  if (numbers[i] > numbers[j]) [numbers[i], numbers[j]] = [numbers[j], numbers[i]];
}
compare(0, 1);
compare(1, 2);
compare(0, 1);
assert(numbers[0] <= numbers[1] && numbers[1] <= numbers[2], numbers.join());
