for (const wrong of [0, 65, 1.5, -1, "3", [], undefined, Array.from({ length: 65 })]) {
  try {
    choose(wrong as any);
  } catch (error) {
    console.log(error.name + ":", error.message);
  }
}
//= RangeError: choose takes a whole number from 1 to 64 or an array, not 0
//= RangeError: choose takes a whole number from 1 to 64 or an array, not 65
//= RangeError: choose takes a whole number from 1 to 64 or an array, not 1.5
//= RangeError: choose takes a whole number from 1 to 64 or an array, not -1
//= RangeError: choose takes a whole number from 1 to 64 or an array, not "3"
//= RangeError: choose takes from 1 to 64 values, not 0
//= RangeError: choose takes a whole number from 1 to 64 or an array, not undefined
//= RangeError: choose takes from 1 to 64 values, not 65
