interface Job { id: number; tags?: string[] }
type Pair<T> = [T, T];
const jobs: Job[] = [{ id: 1 }, { id: 2, tags: ["x"] }];
function pair<T>(value: T): Pair<T> {
  return [value, value] as Pair<T>;
}
let maybe: string | undefined;
const total = jobs.reduce((sum: number, job: Job): number => sum + job.id, 0);
console.log(total, pair<string>("p"), maybe!, (jobs as unknown as { length: number }).length);
const checked = { a: 1 } satisfies Record<string, number>;
async function typed(this: void, n: number = 2, ...rest: number[]): Promise<number> {
  return n + rest.length;
}
console.log(checked, await typed(), await typed(1, 2, 3));
//= 3 [ 'p', 'p' ] undefined 2
//= { a: 1 } 2 3
