const told = async (fn: () => unknown) => {
  try {
    await fn();
    console.log("fine");
  } catch (error) {
    console.log((error as Error).name + ":", (error as Error).message);
  }
};
for (const permits of [-1, 1.5, NaN, Infinity]) await told(() => new PrioritySemaphore(permits));
for (const ageing of [0, -1, NaN, Infinity, "5"]) await told(() => new PrioritySemaphore(1, { ageing: ageing as number }));
const desk = new PrioritySemaphore(1);
for (const priority of [1.5, NaN, Infinity, "1"]) await told(() => desk.acquire(priority as number));
console.log(desk.available);
//= RangeError: new PrioritySemaphore: permits must be a whole number of at least 0, not -1
//= RangeError: new PrioritySemaphore: permits must be a whole number of at least 0, not 1.5
//= RangeError: new PrioritySemaphore: permits must be a whole number of at least 0, not NaN
//= RangeError: new PrioritySemaphore: permits must be a whole number of at least 0, not Infinity
//= RangeError: new PrioritySemaphore: ageing must be a number of milliseconds above 0, not 0
//= RangeError: new PrioritySemaphore: ageing must be a number of milliseconds above 0, not -1
//= RangeError: new PrioritySemaphore: ageing must be a number of milliseconds above 0, not NaN
//= RangeError: new PrioritySemaphore: ageing must be a number of milliseconds above 0, not Infinity
//= RangeError: new PrioritySemaphore: ageing must be a number of milliseconds above 0, not "5"
//= RangeError: desk.acquire(): the priority must be a whole number, not 1.5
//= RangeError: desk.acquire(): the priority must be a whole number, not NaN
//= RangeError: desk.acquire(): the priority must be a whole number, not Infinity
//= RangeError: desk.acquire(): the priority must be a whole number, not "1"
//= 1
