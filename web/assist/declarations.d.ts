// What extract.mjs makes before the chunk is bundled.
declare module "lanes:declarations" {
  const declarations: import("./library").Declarations;
  export default declarations;
}
