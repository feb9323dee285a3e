for (const [name, ms] of [["disk"], ["disk", -1], ["disk", [5, 1]], ["disk", [1]], ["disk", NaN], [5, 5]]) {
  try {
    io(name as any, ms as any);
  } catch (error) {
    console.log(error.name + ":", error.message);
  }
}
//= RangeError: io takes milliseconds that are not negative, one number, [least, most] or a distribution, not undefined
//= RangeError: io takes milliseconds that are not negative, one number, [least, most] or a distribution, not -1
//= RangeError: io takes milliseconds that are not negative, one number, [least, most] or a distribution, not [5, 1]
//= RangeError: io takes milliseconds that are not negative, one number, [least, most] or a distribution, not [1]
//= RangeError: io takes milliseconds that are not negative, one number, [least, most] or a distribution, not NaN
//= TypeError: io takes a name first, not 5
