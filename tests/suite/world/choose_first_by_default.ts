// The ordinary policy takes the first of what is open; one value leaves nothing open.
const colour = choose(["red", "green", "blue"]);
console.log(colour, choose(3), choose([7]), choose(1));
//= red 0 7 0
