async function worker(name: string) {
  critical("file");
  await null;
  critical("file");
  console.log(name);
}
await Promise.all([worker("A"), worker("B")]);
//= A
//= B
