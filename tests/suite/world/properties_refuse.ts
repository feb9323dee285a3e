for (const state of [eventually, sometimes, always]) {
  try {
    state("a name", true as any);
  } catch (error) {
    console.log(error.message);
  }
}
try {
  critical(5 as any);
} catch (error) {
  console.log(error.message);
}
//= eventually takes a name and a function that gives a boolean, not true
//= sometimes takes a name and a function that gives a boolean, not true
//= always takes a name and a function that gives a boolean, not true
//= critical takes a name, not 5
