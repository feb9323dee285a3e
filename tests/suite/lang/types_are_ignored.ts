// Node 20 cannot strip types, so this one keeps to comments where types would stand.
const sum = (xs /*: number[] */) /*: number */ => xs.reduce((a, b) => a + b, 0);
console.log(sum([1, 2, 3]));
//= 6
